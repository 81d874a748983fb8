"""One value for every change: which records were replaced, by what."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from journeydesk.language import Message
from journeydesk.model.records import Record

Pair = tuple[Record | None, Record | None]


class Change(Mapping[str, Pair]):
    """Maps an id to the record (before, after). Creation is (None, record), removal is (record, None)."""

    __slots__ = ("_pairs",)

    def __init__(self, pairs: Mapping[str, Pair] | None = None) -> None:
        self._pairs = {key: pair for key, pair in (pairs or {}).items() if pair[0] != pair[1]}

    def __getitem__(self, key: str) -> Pair:
        return self._pairs[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._pairs)

    def __len__(self) -> int:
        return len(self._pairs)

    def __repr__(self) -> str:
        return f"Change({self._pairs!r})"

    def inverse(self) -> "Change":
        """The change that takes this one back."""
        return Change({key: (after, before) for key, (before, after) in self._pairs.items()})

    def then(self, later: "Change") -> "Change":
        """This change and a later one in one; what comes back to where it was drops out."""
        return joined((self, later))

    def created(self) -> tuple[Record, ...]:
        """The records that were not there before."""
        return tuple(after for before, after in self._pairs.values() if before is None and after is not None)

    def removed(self) -> tuple[Record, ...]:
        """The records that are there no more."""
        return tuple(before for before, after in self._pairs.values() if after is None and before is not None)


def joined(changes: Iterable[Change]) -> Change:
    """Changes that follow one another as one; what comes back to where it was drops out."""
    pairs: dict[str, Pair] = {}
    for change in changes:
        for key, (before, after) in change.items():
            pairs[key] = (pairs[key][0] if key in pairs else before, after)
    return Change(pairs)


@dataclass(frozen=True, slots=True)
class Entry:
    """A change that was made, with what people call it ("Move 3 stages")."""

    label: Message
    change: Change
