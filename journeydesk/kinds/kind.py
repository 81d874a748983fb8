"""What a kind of node is: its record, its words, its size and its drawing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from journeydesk.language import Catalogue
from journeydesk.layout.branches import TRUNK
from journeydesk.model.freshness import AGELESS, Freshness
from journeydesk.model.records import Node, Record
from journeydesk.picture.marks import Picture
from journeydesk.picture.text import Type
from journeydesk.picture.theme import Theme, Tint


class Part(Enum):
    """What part a kind plays in the journey."""

    STAGE = "stage"  # a numbered step; the order of stages tells an advance from a return
    STEP = "step"  # a step within a stage
    END = "end"  # where a path ends
    PERSON = "person"  # somebody whose influence is drawn
    ASIDE = "aside"  # what no path leads through
    BRANCH = "branch"  # hangs under another node


class Growth(Enum):
    """Where the branches of a kind grow."""

    SIDES = "sides"  # to the left and the right, mind-map fashion
    BELOW = "below"  # as a list under the card


@dataclass(frozen=True, slots=True)
class Look:
    """What a drawing may ask beside the record: the theme, the project's language, and other records.

    `freshness` tells how old its sources are; with `incognita`, what no fresh one bears out is engraved.
    `remarks` counts the open remarks on a record, where they are to be seen; `numbers` are those of sources,
    by their ids, where they are to be named by number.
    """

    theme: Theme
    say: Catalogue
    find: Callable[[str], Record | None]
    freshness: Freshness = AGELESS
    incognita: bool = False
    remarks: Callable[[str], int] | None = None
    numbers: Mapping[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """What layout found out about a node. It changes the picture, so pictures are kept by it.

    `number` is a stage's place in the journey (0: none). `hue` is the index of a branch's colour and `depth`
    its distance from the root; `side` is -1 for branches that grow to the left, else 1. `hidden` counts what
    is folded. `below` is true of a summary that lies under what it spans.
    """

    width: float
    height: float
    number: int = 0
    hue: int = 0
    depth: int = 0
    side: int = 1
    hidden: int = 0
    below: bool = False


@dataclass(frozen=True, slots=True)
class Writing:
    """Where a node's text stands in its box, for writing in place. `align` is as in `Block.placed`."""

    left: float
    top: float
    width: float
    type: Type
    align: float = 0.0


@dataclass(frozen=True, slots=True)
class Kind:
    """A row of `KINDS`.

    `size(node, look)` gives width and height in board units, at least as large as the content needs.
    `draw(node, setting, look)` gives the picture; 0, 0 is the top left of the node's box.
    `writing(node, setting, look)` tells where its text stands. `tint(node, setting, look)` gives its colours,
    of which alone something is seen from afar. `trunk` is how far from the left a list of
    branches leaves the card, so that it begins on the outline; `badges_from` how far from the left the first
    badge stands on the card's upper edge.
    """

    name: str
    record: type[Node]
    title: str
    icon: str
    part: Part
    size: Callable[[Node, Look], tuple[float, float]]
    draw: Callable[[Node, Setting, Look], Picture]
    writing: Callable[[Node, Setting, Look], Writing]
    tint: Callable[[Node, Setting, Look], Tint] = field(kw_only=True)
    growth: Growth = Growth.BELOW
    resizable: bool = True
    trunk: float = TRUNK
    badges_from: float = 12.0
