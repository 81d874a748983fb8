"""Nodes as shapes of a slide: the outline with the text in it, and round it what else is drawn of a node."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import PP_ALIGN

from journeydesk.exporters.deck.canvas import BOLD, SlideCanvas, adjust, bare, group, lined, painted, write
from journeydesk.exporters.deck.place import Place
from journeydesk.kinds.catalogue import kind_of
from journeydesk.kinds.kind import Look, Part, Writing
from journeydesk.picture.marks import Mark, Path, Picture, Text, bounds, paint
from journeydesk.picture.text import lay
from journeydesk.render.arrange import Placed
from journeydesk.render.entry import badges_of

LINKED = ("https://", "http://", "mailto:")
CLOSE = 3.0  # board units by which an outline may differ from its node's box
CORNER = 0.29289  # of its radius, how far a round corner takes room from a text
FIT = 0.96  # of the map's size of type, so that another typeface breaks its lines no earlier
LEADING = 1.149  # of the size: from line to line, where no more is asked


@dataclass(frozen=True, slots=True)
class Outline:
    """A shape of PowerPoint's. `room(width, height)` is what its text may take: left, top, right, bottom.

    `adjusted` gives its adjustment, if it has one. What is `whole` needs no other mark of the node's.
    """

    shape: Any
    room: Callable[[float, float], tuple[float, float, float, float]]
    adjusted: Callable[[float, float], float] | None = None
    whole: bool = False


def _all(width: float, height: float) -> tuple[float, float, float, float]:
    return 0.0, 0.0, width, height


def _radius(width: float, height: float) -> float:
    return min(14.0, height / 2, width / 2)


def _rounded(width: float, height: float) -> tuple[float, float, float, float]:
    inset = _radius(width, height) * CORNER
    return inset, inset, width - inset, height - inset


def _pointed(width: float, height: float) -> tuple[float, float, float, float]:
    return width * 0.2, 0.0, width * 0.8, height


def _pill(width: float, height: float) -> tuple[float, float, float, float]:
    inset = min(width, height) / 2 * CORNER
    return inset, inset, width - inset, height - inset


CARD = Outline(MSO_SHAPE.ROUNDED_RECTANGLE, _rounded, lambda w, h: _radius(w, h) / min(w, h))
BRANCH = Outline(MSO_SHAPE.ROUNDED_RECTANGLE, _all, lambda w, h: 4 / min(w, h))
PLAIN = Outline(MSO_SHAPE.RECTANGLE, _all)
# By the name of the kind; any other is a card. Each has a connection site in the middle of every side.
OUTLINES = {
    "decision": Outline(MSO_SHAPE.FLOWCHART_PREPARATION, _pointed),
    "outcome": Outline(MSO_SHAPE.ROUNDED_RECTANGLE, _pill, lambda w, h: 0.5),
    "branch": BRANCH,
    "note": Outline(MSO_SHAPE.FOLDED_CORNER, _all, lambda w, h: 20 / min(w, h), whole=True),
}


def add_node(shapes: Any, placed: Placed, look: Look, place: Place, *, plain: bool = False) -> Any:
    """Adds a node; gives the shape on which connectors end. A `plain` one is its outline and text alone."""
    node, setting, box = placed.node, placed.setting, placed.box
    kind, inner = kind_of(node), place.within(box.left, box.top, 1.0)
    marks = kind.draw(node, setting, look)
    outline, at = _outline(marks, setting.width, setting.height)
    if kind.part is Part.BRANCH:
        # A pale box in place of the line under the text: connectors end in the middle of its sides.
        outline, at = Path((), kind.tint(node, setting, look).fill), 1
    text, rest = _parted(marks[at:], node.title, kind.writing(node, setting, look))
    rest += badges_of(placed, look)
    sort = OUTLINES.get(kind.name, CARD) if outline else PLAIN
    plain = plain or sort.whole or not rest
    shape = shapes.add_shape(sort.shape, *place.frame(box))
    shape.name = node.title[:60] or look.say(kind.title)
    if sort.adjusted is not None:
        geometry = shape._element.spPr.find("{*}prstGeom")
        adjust(geometry, "adj", round(sort.adjusted(box.width, box.height) * 100_000))
    _colour(shape, outline, inner)
    _fill_in(shape, node.title, text, kind.writing(node, setting, look), sort, inner)
    _tell(shape, node.notes)
    if node.url.startswith(LINKED):
        shape.click_action.hyperlink.address = node.url
    if not plain:
        canvas = SlideCanvas(shapes, inner)
        paint(rest, canvas)
        group(shapes, [shape, *canvas.added])
    return shape


def _outline(marks: Picture, width: float, height: float) -> tuple[Path | None, int]:
    """The last of the first paths that fill the node's box, shadows being before it; and where it ends."""
    for at, mark in enumerate(marks):
        if not isinstance(mark, Path):
            break
        box = bounds((Path(mark.commands),))
        sides = (box.left, box.top, box.right - width, box.bottom - height) if box else (CLOSE,)
        if mark.fill and mark.stroke and all(abs(side) < CLOSE for side in sides):
            return mark, at + 1
    return None, 0


def _parted(marks: Picture, title: str, writing: Writing) -> tuple[Picture, Picture]:
    """The lines of a node's text, and what else is drawn."""
    lines = set(lay(title, writing.type, writing.width).lines)
    own: list[Mark] = []
    rest: list[Mark] = []
    for mark in marks:
        is_own = isinstance(mark, Text) and mark.size == writing.type.size and _is_of(mark, lines, writing)
        (own if is_own else rest).append(mark)
    return tuple(own), tuple(rest)


def _is_of(mark: Text, lines: set[Any], writing: Writing) -> bool:
    if mark.runs in lines:
        return True
    # What stands in the place of an empty title, such as a persona's name.
    return not any(lines - {()}) and mark.x >= writing.left - 1 and mark.runs[0].face == writing.type.face


def _colour(shape: Any, outline: Path | None, place: Place) -> None:
    properties = shape._element.spPr
    for style in shape._element.findall("{*}style"):
        shape._element.remove(style)
    properties.append(painted(outline.fill if outline else ""))
    properties.append(lined(outline.stroke if outline else None, place))


def _fill_in(shape: Any, title: str, text: Picture, writing: Writing, sort: Outline, place: Place) -> None:
    """Writes a node's text into its shape, so that it begins where the map has it."""
    frame = shape.text_frame
    bare(frame)
    frame.word_wrap = True
    left, top, right, _ = sort.room(shape.width / place.scale, shape.height / place.scale)
    spare = writing.type.size * (writing.type.leading - LEADING) / 2
    frame.margin_left = place.length(max(0.0, writing.left - left))
    frame.margin_right = place.length(max(0.0, right - writing.left - writing.width))
    frame.margin_top = place.length(max(0.0, writing.top - top + spare))
    size = place.points(writing.type.size * FIT)
    lines = [mark for mark in text if isinstance(mark, Text)]
    if not lines:
        return
    told = title if title.strip() else " ".join(mark.text for mark in lines)
    for number, line in enumerate(told.split("\n")):
        paragraph = frame.paragraphs[0] if not number else frame.add_paragraph()
        paragraph.alignment = {0.0: PP_ALIGN.LEFT, 0.5: PP_ALIGN.CENTER}.get(writing.align, PP_ALIGN.RIGHT)
        paragraph.line_spacing = writing.type.leading / LEADING
        write(paragraph, line, size, lines[0].colour, bold=writing.type.face in BOLD)


def _tell(shape: Any, notes: str) -> None:
    """What those hear who cannot see the slide."""
    if notes:
        shape._element._nvXxPr.cNvPr.set("descr", notes)
