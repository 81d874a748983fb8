"""What stands on a poster beside the map, in columns of small type: notes, sources, findings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from journeydesk.kinds.kind import Look
from journeydesk.language import message
from journeydesk.picture.marks import Mark, Picture
from journeydesk.picture.text import Block, Type
from journeydesk.render.filling import filled
from journeydesk.render.heading import clipped

# Millimetres on A4.
TYPE = 2.3
COLUMN = 58.0
GUTTER = 6.0
INDENT = 6.0
GAP = 1.1
SIZES = (1.0, 0.85, 0.7)
COUNTS = (60, 40, 25, 15, 10, 6, 4, 2, 1)  # of items of each sort that are shown where all are too many
MOST_LINES = 16


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph under a few words in strong type; either may be empty. A `number` hangs before them."""

    head: str
    text: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Aside:
    """Items under a title. `count` is of how many these are the first."""

    title: str
    items: tuple[Item, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Columns:
    """Finished columns with their top left at 0, 0; millimetres. `unit` tells how large they could be."""

    picture: Picture
    height: float
    unit: float


def in_columns(asides: Sequence[Aside], width: float, most: float, unit: float, look: Look) -> Columns | None:
    """The asides in columns across `width`, at most so high: smaller, and less of them, where it must be.

    Gives None where there is nothing, or no room for anything.
    """
    if not any(aside.items for aside in asides):
        return None
    for size, count in (*((size, COUNTS[0]) for size in SIZES), *((SIZES[-1], count) for count in COUNTS)):
        made = _laid(asides, count, width, unit * size, look)
        if made.height <= most:
            return made
    return None


def _laid(asides: Sequence[Aside], count: int, width: float, unit: float, look: Look) -> Columns:
    number = max(1, int((width + GUTTER * unit) / ((COLUMN + GUTTER) * unit)))
    room = (width - (number - 1) * GUTTER * unit) / number
    blocks = [block for aside in asides for block in _blocks(_first(aside, count, look), room, unit, look)]
    columns, height = filled([block.height for block in blocks], number)
    marks: list[Mark] = []
    for place, column in enumerate(columns):
        y = 0.0
        for at in column:
            marks += blocks[at].placed(place * (room + GUTTER * unit), y)
            y += blocks[at].height
    return Columns(tuple(marks), height, unit)


def _first(aside: Aside, count: int, look: Look) -> Aside:
    """So many of the items, and how many more there are."""
    left = aside.count - min(count, len(aside.items))
    if not left:
        return aside
    more = look.say(message("and {n} more", n=left))
    return replace(aside, items=(*aside.items[:count], Item("", more)))


@dataclass(frozen=True, slots=True)
class _Block:
    """Texts with their places and colours, which stay together."""

    parts: tuple[tuple[Block, float, float, str], ...]
    height: float

    def placed(self, x: float, y: float) -> Iterator[Mark]:
        for block, across, down, colour in self.parts:
            yield from block.placed(x + across, y + down, colour)


def _blocks(aside: Aside, room: float, unit: float, look: Look) -> Iterator[_Block]:
    """An item each; the title stands over the first, in the same block."""
    strong, plain, theme = Type(TYPE * unit, "semibold"), Type(TYPE * unit), look.theme
    title = clipped(aside.title, Type(TYPE * 1.15 * unit, "semibold"), room, 1)
    indent = INDENT * unit if any(item.number for item in aside.items) else 0.0
    for place, item in enumerate(aside.items):
        y = 0.0 if place else title.height + GAP * unit
        parts = [] if place else [(title, 0.0, 0.0, theme.ink)]
        if item.number:
            parts.append((clipped(item.number, strong, indent, 1), 0.0, y, theme.muted))
        for text, type_, lines in ((item.head, strong, 2), (item.text, plain, MOST_LINES)):
            if text:
                block = clipped(text, type_, room - indent, lines)
                parts.append((block, indent, y, theme.ink))
                y += block.height
        is_last = place + 1 == len(aside.items)
        yield _Block(tuple(parts), y + GAP * unit * (3 if is_last else 1))
