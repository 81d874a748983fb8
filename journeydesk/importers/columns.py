"""What the header of a table means: names of fields, kinds and topics, in every language of the program."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from journeydesk.kinds.catalogue import KINDS
from journeydesk.kinds.feeling import WORDS
from journeydesk.language import LANGUAGES, N_, catalogue
from journeydesk.model.fields import Choice, Editor, Field, described
from journeydesk.model.records import Node
from journeydesk.model.vocabulary import TOPICS

TITLES = (N_("Title"), N_("Name"), N_("Text"))
KIND_NAMES = (N_("Kind"), N_("Type"))
YES = (N_("Yes"), "x", "✓", "1", "true")
FREE = frozenset({Editor.LINE, Editor.TEXT, Editor.URL, Editor.DATE, Editor.COLOUR})


@dataclass(frozen=True, slots=True)
class Column:
    """`role` is "title", "kind", a field's name, or "" for what hangs on the node as a branch."""

    role: str
    header: str = ""
    kind: str = ""  # of the nodes that this column names
    topic: str = ""  # of the branches that it holds


def _folded(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(" :*")


def _words(text: str) -> set[str]:
    """A text in every language, as it is compared."""
    return {_folded(catalogue(code)(text)) for code in LANGUAGES}


@cache
def _known() -> dict[str, Column]:
    found: dict[str, Column] = {}
    for topic in TOPICS:
        found |= dict.fromkeys(_words(topic.label), Column("", topic=topic.key))
    for kind in KINDS:
        for told in described(kind.record):
            if told.label and (told.vocabulary or not told.refers):
                found |= dict.fromkeys(_words(told.label), Column(told.name))
    for kind in KINDS:
        found |= dict.fromkeys(_words(kind.title), Column("title", kind=kind.name))
    for title in TITLES:
        found |= dict.fromkeys(_words(title), Column("title"))
    for name in KIND_NAMES:
        found |= dict.fromkeys(_words(name), Column("kind"))
    return found


def columns_of(header: Sequence[str]) -> list[Column] | None:
    """What the columns under a header are; None where it is no header but a row like the others.

    It is one where it names the title of the nodes, or at least two other columns that are known.
    """
    known = [_known().get(_folded(cell)) for cell in header]
    titled = any(column is not None and column.role == "title" for column in known)
    count = sum(column is not None for column in known)
    if count < (1 if titled and len(header) == 1 else 2):
        return None
    found: list[Column] = []
    for cell, column in zip(header, known, strict=True):
        again = column is not None and column.role != "" and any(one.role == column.role for one in found)
        if column is None or again:
            found.append(Column("", cell))
        else:
            found.append(Column(column.role, cell, column.kind, column.topic))
    if not titled:
        found[0] = Column("title", header[0])
    return found


def kind_said(cell: str) -> str:
    """The name of the kind that a cell names, or ""."""
    words = _folded(cell)
    return next((kind.name for kind in KINDS if words == kind.name or words in _words(kind.title)), "")


def value_said(record_class: type[Node], name: str, cell: str) -> object | None:
    """What a cell says of a field of nodes of this class; None where it says nothing that fits."""
    told = next((told for told in described(record_class) if name and told.name == name), None)
    if told is None:
        return None
    if told.editor in FREE:
        return cell
    if told.editor is Editor.SWITCH:
        return any(_folded(cell) in _words(word) for word in YES)
    if told.editor is Editor.CHOICE:
        return _choice(told.choices, cell) or (cell if told.vocabulary else None)
    return _number(told, cell)


def _choice(choices: Sequence[Choice], cell: str) -> str:
    words = _folded(cell)
    return next((one.key for one in choices if words == one.key or words in _words(one.label)), "")


def _number(told: Field, cell: str) -> float | None:
    if told.name in ("sentiment", "expected"):
        for value, word in WORDS.items():
            if _folded(cell) in _words(word):
                return value
    try:
        return float(cell.replace("%", "").replace("−", "-").replace(",", ".").replace(" ", ""))
    except ValueError:
        return None
