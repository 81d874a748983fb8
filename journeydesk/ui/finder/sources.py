"""The field over the window in which a source is found by typing, to attach it or to take it off again."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from journeydesk.analysis.usage import Use, uses
from journeydesk.language import counted, message, say
from journeydesk.model.freshness import freshness_of
from journeydesk.model.records import Evidence
from journeydesk.operations import evidence
from journeydesk.ui.finder.offer import Offer, nearest
from journeydesk.ui.finder.popup import Popup
from journeydesk.ui.matching import bare
from journeydesk.ui.session import Session
from journeydesk.ui.source_rows import facts_of, sign_of, title_of

NEW = ""  # the key of the offer that makes a new source
MOST = 40  # sources that are offered at once


class SourceFinder(Popup):
    """Finds a source for these records, and for one of their fields; what is typed can become a new one.

    What they rest on already is marked, and taken off when it is chosen. `only_attached` offers nothing else.
    Shift+Enter goes on to the next source.
    """

    def __init__(
        self,
        session: Session,
        ids: Sequence[str],
        field: str,
        window: QWidget,
        *,
        only_attached: bool = False,
    ) -> None:
        name = say("Attach Evidence") if not only_attached else say("Detach Evidence")
        asked = say("Which source? Type to find one, or to name a new one")
        if only_attached:
            asked = say("Which source should be taken off?")
        elif field == evidence.SHARE:
            asked = say("Which source tells this share? Type to find one, or to name a new one")
        super().__init__(window, name, asked, say("Evidence"))
        self._session, self._field, self._only_attached = session, field, only_attached
        self._ids = tuple(key for key in ids if evidence.rests(session.document.get(key), field))
        self._read()

    def _read(self) -> None:
        document = self._session.document
        resting = [set(getattr(document.get(key), self._field)) for key in self._ids]
        self._attached = set.intersection(*resting) if resting else set()
        known, used = document.all(Evidence), uses(document)
        if self._only_attached:
            anywhere = set().union(*resting)
            known = tuple(source for source in known if source.id in anywhere)
            self._attached = anywhere
        ordered = sorted(known, key=lambda source: (source.id not in self._attached, bare(title_of(source))))
        self._sources = tuple(self._offer(source, used) for source in ordered)

    def _offer(self, source: Evidence, used: Mapping[str, Sequence[Use]]) -> Offer:
        title, is_attached = title_of(source), source.id in self._attached
        count = len(used[source.id])
        facts = facts_of(source, freshness_of(self._session.document))
        often = say(counted("used once", "used {n} times", count)) if count else say("not used yet")
        return Offer(
            source.id,
            title,
            f"{facts} · {often}",
            "check" if is_attached else sign_of(source),
            (bare(title),),
            bare(f"{facts} {source.quote}"),
            say("attached") if is_attached and not self._only_attached else "",
            is_action=False,
        )

    def offers(self, typed: str) -> list[Offer]:
        words = typed.strip()
        found = nearest(self._sources, words) if words else list(self._sources[:MOST])
        if self._only_attached or (words and any(offer.sought[0] == bare(words) for offer in found)):
            return found
        title = say(message("New source “{title}”", title=words)) if words else say("New source")
        new = Offer(NEW, title, "", "plus", (bare(words),), "", is_action=False)
        return [*found, new]

    def keys_for(self, offer: Offer | None) -> str:
        if offer is not None and offer.key in self._attached:
            return say("Enter takes it off, Shift+Enter takes it off and goes on, Escape leads back")
        return say("Enter attaches it, Shift+Enter attaches it and goes on, Escape leads back")

    def take(self, offer: Offer, *, adding: bool) -> None:
        document = self._session.document
        if offer.key == NEW:
            title = self.field.text().strip() or say("New source")
            made = evidence.add_evidence(document, title, self._ids, self._field)
            if not adding:
                self._session.record_wanted.emit(made.id)
        elif offer.key in self._attached:
            evidence.detach(document, self._ids, offer.key, self._field)
        else:
            evidence.attach(document, self._ids, offer.key, self._field)
        if adding:
            SourceFinder(
                self._session, self._ids, self._field, self._window, only_attached=self._only_attached
            ).open()
