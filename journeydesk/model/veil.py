"""A document as it is to be seen for a while, e.g. folded otherwise, although nothing in it changes."""

from collections.abc import Callable, Mapping

from journeydesk.model.change import Change
from journeydesk.model.document import Document
from journeydesk.model.records import Record

Guise = Callable[[Record], Record]


class Seen(Document):
    """A document that follows another one and has no history of its own."""

    def follow(self, change: Change) -> None:
        """Takes over what was changed."""
        self._apply(change)


class Veil:
    """Keeps a second document, in which every record of the first one wears a guise."""

    def __init__(self, source: Document, guise: Guise) -> None:
        self._source, self._guise = source, guise
        self.document = Seen(guise(record) for record in source)

    def wear(self, guise: Guise) -> Change:
        """Shows everything in another guise; gives what looks different now."""
        self._guise = guise
        return self._take({record.id: record for record in self._source})

    def follow(self, change: Change) -> Change:
        """Follows a change of the first document; gives what it means for the second."""
        return self._take({key: after for key, (_, after) in change.items()})

    def _take(self, records: Mapping[str, Record | None]) -> Change:
        pairs: dict[str, tuple[Record | None, Record | None]] = {}
        for key, record in records.items():
            before = self.document.get(key)
            after = self._guise(record) if record is not None else None
            if before is not after and before != after:
                pairs[key] = (before, after)
        change = Change(pairs)
        self.document.follow(change)
        return change
