"""How a map is seen at a stop: who is followed, what is engraved, pale and folded, and without names."""

from collections.abc import Iterable

from journeydesk.analysis.filtering import faded
from journeydesk.analysis.tours import Halt
from journeydesk.model.change import Change
from journeydesk.model.records import Node, Persona
from journeydesk.operations.guises import guise, without_names
from journeydesk.ui.editor.surface import Surface
from journeydesk.ui.session import Session

REASON = "stop"  # for which something is pale


class Staging:
    """Shows a map as a stop wants it, and as it was before. Nothing in the document changes."""

    def __init__(self, session: Session, surface: Surface, nameless: bool) -> None:
        self._session, self._surface = session, surface
        self._before = session.spotlight.persona_id, session.incognita
        self._worn: tuple[frozenset[str] | None, bool] = (None, False)
        self._refolded: frozenset[str] = frozenset()  # what somebody folds meanwhile stays as they want it
        self.nameless = nameless

    def show(self, halt: Halt) -> None:
        """Shows the map as this stop wants it."""
        session, (persona_id, incognita) = self._session, self._before
        session.spotlight.follow(persona_id if halt.persona_id is None else halt.persona_id)
        wanted = incognita if halt.incognita is None else halt.incognita
        self._wear(None if halt.folded is None else frozenset(halt.folded))
        if session.incognita != wanted:
            session.incognita = wanted
            session.chart_changed.emit()
        pale = frozenset[str]()
        if not halt.wanted.is_empty:
            pale = faded(session.document, session.map_id, halt.wanted)
        session.fade(pale, REASON)

    def follow(self, change: Change) -> None:
        """Takes note of what was folded or renamed meanwhile."""
        flipped = frozenset(
            key
            for key, (before, after) in change.items()
            if isinstance(before, Node) and isinstance(after, Node) and before.folded != after.folded
        )
        renamed = any(isinstance(before or after, Persona) for before, after in change.values())
        if flipped - self._refolded or (renamed and self.nameless):
            self._refolded |= flipped
            self._worn = (None, not self.nameless)  # whatever it is, it must be made anew

    def told(self, text: str) -> str:
        """A title as the audience may read it."""
        return without_names(self._session.document, text) if self.nameless else text

    def leave(self) -> None:
        """Shows the map as it was before."""
        self.nameless = False
        self.show(Halt(""))
        self._session.fade(frozenset(), REASON)

    def _wear(self, folded: Iterable[str] | None) -> None:
        wanted = (None if folded is None else frozenset(folded), self.nameless)
        if wanted != self._worn:
            self._worn = wanted
            document, map_id = self._session.document, self._session.map_id
            made = guise(document, map_id, wanted[0], nameless=self.nameless, free=self._refolded)
            self._surface.veil(made)
