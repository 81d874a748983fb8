"""Which persona's path is followed just now: then new arrows are theirs, and so is what is felt."""

from PySide6.QtCore import QObject, Signal

from journeydesk.model.document import Document
from journeydesk.model.records import Persona


class Spotlight(QObject):
    """Lies on one persona, or on nobody. `changed` tells that it is somebody else."""

    changed = Signal()

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._persona_id = ""

    @property
    def persona(self) -> Persona | None:
        """Who is followed; None for nobody."""
        return self._document.find(Persona, self._persona_id)

    @property
    def persona_id(self) -> str:
        """The id of who is followed; "" for nobody."""
        return self._persona_id

    @property
    def travellers(self) -> tuple[str, ...]:
        """The ids of the personas who travel an arrow that is drawn now."""
        return (self._persona_id,) if self._persona_id else ()

    def leave(self) -> bool:
        """Lies on nobody; False where it did before."""
        followed = bool(self._persona_id)
        self.follow("")
        return followed

    def follow(self, persona_id: str) -> None:
        """Lies on this persona; on nobody for "" and for somebody who is not in the project."""
        wanted = persona_id if self._document.find(Persona, persona_id) is not None else ""
        if wanted != self._persona_id:
            self._persona_id = wanted
            self.changed.emit()
