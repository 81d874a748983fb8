"""The vocabularies that a project makes its own: channels, devices and departments.

The program brings a list of each; a project keeps, as `Term`s, only what differs from it. All who show or
offer an entry ask here what it is called and how it looks.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from journeydesk.language import LANGUAGES, N_, Catalogue, Message, catalogue
from journeydesk.model.document import Document
from journeydesk.model.fields import Choice, Editor, attribute, term_id
from journeydesk.model.records import TERM_KEY, Node, Record, Term
from journeydesk.model.vocabulary import CHANNELS, DEPARTMENTS, DEVICES

VOCABULARIES: Mapping[str, tuple[Choice, ...]] = {
    "channel": CHANNELS,
    "device": DEVICES,
    "department": DEPARTMENTS,
}
TITLES: Mapping[str, str] = {
    "channel": N_("Channels"),
    "device": N_("Devices"),
    "department": N_("Departments"),
}
SIGNS: Mapping[str, str] = {"channel": "map-pin", "device": "square-stack", "department": "square-stack"}

Find = Callable[[str], Record | None]


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of a vocabulary as a project has it.

    `title` is what people call it, "" where it goes by its built-in `label`, which is English and ""
    for an entry of the project's own. `picture_id` is the id of an asset, or "" for none.
    """

    vocabulary: str
    key: str
    title: str
    label: str
    icon: str
    picture_id: str
    colour: str
    hidden: bool
    order: float

    @property
    def is_own(self) -> bool:
        """Whether it is not among those that the program brings."""
        return not self.label

    @property
    def words(self) -> Message | str:
        """Its name, for a message."""
        return self.title or (Message(self.label) if self.label else self.key)

    def named(self, say: Catalogue) -> str:
        """Its name in a language."""
        return self.title or (say(self.label) if self.label else self.key)

    @property
    def names(self) -> frozenset[str]:
        """The names by which it is found, in any language, without regard to case."""
        if self.title or not self.label:
            return frozenset(((self.title or self.key).casefold(),))
        return frozenset(catalogue(code)(self.label).casefold() for code in LANGUAGES)


def term_field(vocabulary: str, label: str) -> Any:
    """A field that holds a key of one of these vocabularies."""
    choices = VOCABULARIES[vocabulary]
    return attribute(
        "", label, Editor.CHOICE, choices=choices, vocabulary=vocabulary, refers="Term", limit=TERM_KEY
    )


_BUILT_IN: Mapping[tuple[str, str], tuple[int, Choice]] = {
    (vocabulary, choice.key): (place, choice)
    for vocabulary, choices in VOCABULARIES.items()
    for place, choice in enumerate(choices)
}


def listed(find: Find, vocabulary: str, key: str) -> Listed:
    """The entry of this key; `find` gives the project's records. A key that nobody knows is its own name."""
    term = find(term_id(vocabulary, key))
    place, choice = _BUILT_IN.get((vocabulary, key), (len(VOCABULARIES[vocabulary]), None))
    label, sign = (choice.label, choice.icon) if choice is not None else ("", SIGNS[vocabulary])
    if not isinstance(term, Term):
        return Listed(vocabulary, key, "", label, sign, "", "", False, float(place))
    order = float(place) if term.order is None else term.order
    icon = term.icon or sign
    return Listed(vocabulary, key, term.title, label, icon, term.picture_id, term.colour, term.hidden, order)


def chosen(find: Find, node: Record, vocabulary: str) -> Listed | None:
    """The entry that a node names in a vocabulary; None where it names none."""
    key = getattr(node, vocabulary, "")
    return listed(find, vocabulary, key) if key else None


def entries(document: Document, vocabulary: str, *, hidden: bool = False) -> tuple[Listed, ...]:
    """The entries of a vocabulary in their order: built-in ones, the project's own, and those that are used.

    Those that the project does not offer come only with `hidden`.
    """
    keys = dict.fromkeys(choice.key for choice in VOCABULARIES[vocabulary])
    keys.update(dict.fromkeys(term.key for term in document.all(Term) if term.vocabulary == vocabulary))
    keys.update(dict.fromkeys(used(document, vocabulary)))
    found = (listed(document.get, vocabulary, key) for key in keys if key)
    kept = (entry for entry in found if hidden or not entry.hidden)
    return tuple(sorted(kept, key=lambda entry: (entry.order, entry.is_own, entry.key)))


def used(document: Document, vocabulary: str) -> dict[str, list[Node]]:
    """The nodes that name each key of a vocabulary; those that name none are under ""."""
    found: dict[str, list[Node]] = {}
    for node in document.all(Node):
        if hasattr(node, vocabulary):
            found.setdefault(getattr(node, vocabulary), []).append(node)
    return found


def with_name(found: Iterable[Listed], name: str) -> Listed | None:
    """The first of these entries that goes by a name in any language, if one does."""
    wanted = name.strip().casefold()
    return next((entry for entry in found if wanted in entry.names), None)


def term_ids(record: Record) -> Iterator[str]:
    """The ids under which the project would keep what is its own of the entries that a record names."""
    for vocabulary in VOCABULARIES:
        if key := getattr(record, vocabulary, ""):
            yield term_id(vocabulary, key)
