"""A summary: a brace that spans branches or cards, with a text of its own beside it."""

from dataclasses import dataclass

from journeydesk.kinds.kind import Kind, Look, Part, Setting, Writing
from journeydesk.kinds.pieces import STRONG
from journeydesk.language import N_
from journeydesk.model.document import Document
from journeydesk.model.fields import Editor, attribute
from journeydesk.model.queries import root
from journeydesk.model.records import Node
from journeydesk.picture.marks import Box, Path, Picture, Stroke
from journeydesk.picture.shapes import Cubic, Point, curve
from journeydesk.picture.text import extent, lay
from journeydesk.picture.theme import Tint

BRACE = 22.0  # from the side where a brace opens to its point
GAP = 8.0  # from the point to the text
EDGE = 2.0
WIDEST = 200.0
CURL = 14.0  # how long a brace's curls are
LOWEST = 56.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary(Node):
    """A brace with a text. `covers` are the nodes that it spans; where none is seen it stands by itself."""

    covers: tuple[str, ...] = attribute((), editor=Editor.HIDDEN, refers="Node")


def covered(document: Document, node: Node | None) -> list[Node]:
    """What a summary spans; nothing for any other node. A summary does not span another one."""
    keys = node.covers if isinstance(node, Summary) else ()
    found = (each for key in keys if (each := document.find(Node, key)) is not None)
    return [each for each in found if not isinstance(root(document, each), Summary)]


def text_size(node: Node, look: Look) -> tuple[float, float]:
    """The room that the text of a summary takes."""
    width, height = extent(node.title, STRONG, WIDEST)
    return max(width, 40.0), max(height, 20.0)


def size(node: Node, look: Look) -> tuple[float, float]:
    width, height = text_size(node, look)
    return BRACE + GAP + width + EDGE, max(height + 2 * EDGE, LOWEST)


def spanning(node: Node, look: Look, covered: Box, side: int, below: bool) -> Box:
    """Where a summary lies that spans a region: beside it, or below it."""
    width, height = text_size(node, look)
    if below:
        wide, top = max(covered.width, width + 2 * EDGE), covered.bottom + GAP
        return Box(covered.x - wide / 2, top, covered.x + wide / 2, top + BRACE + GAP + height + EDGE)
    wide, high = BRACE + GAP + width + EDGE, max(covered.height, height + 2 * EDGE)
    left = covered.right + GAP if side > 0 else covered.left - GAP - wide
    return Box(left, covered.y - high / 2, left + wide, covered.y + high / 2)


def _brace(length: float, turn: int) -> list[Cubic]:
    """A brace that opens to the left, from 0, 0 downwards; with `turn` -1 to the right."""
    middle, half, curl = length / 2, BRACE / 2 * turn, min(CURL, length / 4)

    def arc(start: Point, bend: Point, end: Point) -> Cubic:
        return start, _towards(start, bend), _towards(end, bend), end

    def line(start: Point, end: Point) -> Cubic:
        return start, start, end, end

    return [
        arc((0.0, 0.0), (half, 0.0), (half, curl)),
        line((half, curl), (half, middle - curl)),
        arc((half, middle - curl), (half, middle), (2 * half, middle)),
        arc((2 * half, middle), (half, middle), (half, middle + curl)),
        line((half, middle + curl), (half, length - curl)),
        arc((half, length - curl), (half, length), (0.0, length)),
    ]


def _towards(start: Point, end: Point) -> Point:
    return start[0] + (end[0] - start[0]) * 0.6, start[1] + (end[1] - start[1]) * 0.6


def _place(setting: Setting, look: Look, node: Node) -> tuple[float, float, float, float]:
    """Left and top of the text, its width, and how it is aligned."""
    width, height = text_size(node, look)
    if setting.below:
        return (setting.width - width) / 2, BRACE + GAP, width, 0.5
    top = (setting.height - height) / 2
    return (BRACE + GAP, top, width, 0.0) if setting.side > 0 else (EDGE, top, width, 1.0)


def tint(node: Node, setting: Setting, look: Look) -> Tint:
    return Tint(look.theme.ground, look.theme.ink, node.colour or look.theme.muted)


def draw(node: Node, setting: Setting, look: Look) -> Picture:
    colours = tint(node, setting, look)
    if setting.below:
        cubics = [_turned(cubic) for cubic in _brace(setting.width, 1)]
    elif setting.side > 0:
        cubics = _brace(setting.height, 1)
    else:
        cubics = [_moved(cubic, setting.width) for cubic in _brace(setting.height, -1)]
    left, top, width, align = _place(setting, look, node)
    block = lay(node.title, STRONG, width + 0.01)
    return (
        Path(curve(cubics), stroke=Stroke(colours.line, 2.5)),
        *block.placed(left, top, colours.ink, align=align, width=width),
    )


def _turned(cubic: Cubic) -> Cubic:
    a, b, c, d = ((y, x) for x, y in cubic)
    return a, b, c, d


def _moved(cubic: Cubic, by: float) -> Cubic:
    a, b, c, d = ((x + by, y) for x, y in cubic)
    return a, b, c, d


def writing(node: Node, setting: Setting, look: Look) -> Writing:
    left, top, width, align = _place(setting, look, node)
    return Writing(left, top, width, STRONG, align)


SUMMARY = Kind(
    "summary",
    Summary,
    N_("Summary"),
    "braces",
    Part.ASIDE,
    size,
    draw,
    writing,
    tint=tint,
    resizable=False,
    trunk=BRACE + GAP,
)
