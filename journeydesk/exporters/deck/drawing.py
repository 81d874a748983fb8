"""A piece of a board on a slide: nodes, and limbs and arrows as connectors that hold on to them."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from pptx.enum.shapes import MSO_CONNECTOR
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN

from journeydesk.exporters.deck.canvas import SlideCanvas, adjust, bare, group, lined, painted, write
from journeydesk.exporters.deck.connectors import QUARTER, SITES, Bend, bend, middle, side_of
from journeydesk.exporters.deck.nodes import add_node
from journeydesk.exporters.deck.place import Place
from journeydesk.kinds.branch import hue_colour, limb_width
from journeydesk.kinds.frame import Frame
from journeydesk.kinds.links import (
    Line,
    draw_objection,
    label_lines,
    label_size,
    line_colour,
    objection_size,
    thickness,
)
from journeydesk.kinds.pieces import CAPTION
from journeydesk.layout.routing import Side
from journeydesk.model.records import Influence, Transition
from journeydesk.picture.marks import Box, Stroke, paint, union
from journeydesk.picture.text import Type
from journeydesk.render.arrange import Placed
from journeydesk.render.board import Board
from journeydesk.render.strand import Strand

OUT = 26.0  # board units that an arrow goes straight out of a card before it turns
RAIL = 11.0  # from a card to the line on which its list of branches hangs
DETAILED = 500  # nodes; of more than that, outline and text alone


def box_of(board: Board, keys: Collection[str]) -> Box | None:
    """The box that holds these nodes, with room for what turns round them."""
    return union(board.placed[key].box.grown(OUT) for key in keys if key in board.placed)


def add_drawing(shapes: Any, board: Board, keys: Collection[str], place: Place) -> None:
    """Adds these nodes of a board, and what leads from one of them to another."""
    shown = [board.placed[key] for key in keys if key in board.placed]
    shown.sort(key=lambda item: (not isinstance(item.node, Frame), item.node.order, item.node.id))
    plain = len(shown) > DETAILED
    # What is added first lies below: connectors are moved there when the nodes are known.
    tree, first = shapes._spTree, len(shapes._spTree)
    frames = [item for item in shown if isinstance(item.node, Frame)]
    added = {item.node.id: add_node(shapes, item, board.look, place, plain=plain) for item in shown}
    under = first + len(frames)
    strands = _strands(board, keys)
    limbs = [_limb(shapes, item, board, added, place) for item in shown]
    arrows = [_arrow(shapes, strand, added, place) for strand in strands]
    for line in (*filter(None, limbs), *(line for line, _ in arrows)):
        tree.remove(line._element)
        tree.insert(under, line._element)
        under += 1
    for strand, (_, middle_of_it) in zip(strands, arrows, strict=True):
        _label(shapes, strand, middle_of_it, place)


def _strands(board: Board, keys: Collection[str]) -> list[Strand]:
    found = board.wiring.strands.values()
    return [one for one in found if one.link.source_id in keys and one.link.target_id in keys]


def _limb(shapes: Any, item: Placed, board: Board, added: dict[str, Any], place: Place) -> Any:
    """The line on which a branch hangs."""
    parent = board.placed.get(item.node.parent_id)
    if item.limb is None or parent is None or parent.node.id not in added:
        return None
    colour, width = hue_colour(item.setting, item.node, board.look.theme), limb_width(item.setting.depth)
    x = item.limb[0][0]
    below = min(abs(x - parent.box.left), abs(x - parent.box.right)) > RAIL  # hangs in a list under it
    side = Side.RIGHT if item.setting.side > 0 and not below else Side.LEFT
    enters = side if below else Side(2 - side)
    made, _ = _connected(
        shapes, added[parent.node.id], side, added[item.node.id], enters, round(RAIL * place.scale),
        lined(Stroke(colour, width), place), right_angles=below,
    )  # fmt: skip
    return made


def _arrow(shapes: Any, strand: Strand, added: dict[str, Any], place: Place) -> tuple[Any, tuple[int, int]]:
    """An arrow with its head, and its middle; it leaves and enters where it does so on the map."""
    link, cubics = strand.link, strand.route.cubics
    source, target = added[link.source_id], added[link.target_id]
    leaves, enters = (
        side_of(place.point(point), *_edges(shape))
        for point, shape in ((cubics[0][0], source), (cubics[-1][3], target))
    )
    if link.source_id == link.target_id and leaves == enters:
        enters = Side.RIGHT if leaves in (Side.TOP, Side.BOTTOM) else Side.TOP
    colour, width = line_colour(link, strand.course, strand.look.theme), thickness(link)
    dash: tuple[float, ...] = ()
    if isinstance(link, Influence):
        dash = (width * 0.6, width * 2)
    elif isinstance(link, Transition) and link.observed:
        dash = (width * 2 + 7, width + 6)
    line = lined(Stroke(colour[:7], width, dash), place, "triangle")
    made, halfway = _connected(shapes, source, leaves, target, enters, round(OUT * place.scale), line)
    made.name = link.title[:60] or made.name
    if link.notes:
        made._element._nvXxPr.cNvPr.set("descr", link.notes)
    return made, halfway


def _edges(shape: Any) -> tuple[float, float, float, float]:
    return shape.left, shape.top, shape.left + shape.width, shape.top + shape.height


def _connected(
    shapes: Any, source: Any, leaves: Side, target: Any, enters: Side, out: int, line: Any,
    *, right_angles: bool = False,
) -> tuple[Any, tuple[int, int]]:  # fmt: skip
    """A connector that holds on to two shapes and follows them, and its middle."""
    ends = [
        middle((shape.left, shape.top, shape.width, shape.height), side)
        for shape, side in ((source, leaves), (target, enters))
    ]
    made = shapes.add_connector(MSO_CONNECTOR.CURVE, *ends[0], *ends[1])
    made.begin_connect(source, SITES[leaves])
    made.end_connect(target, SITES[enters])
    lies = bend(ends[0], leaves, ends[1], enters, out, right_angles=right_angles)
    _bent(made, lies)
    for style in made._element.findall("{*}style"):
        made._element.remove(style)
    made._element.spPr.append(line)
    return made, lies.middle


def _bent(connector: Any, lies: Bend) -> None:
    properties = connector._element.spPr
    place = properties.find("{*}xfrm")
    for name in ("rot", "flipH", "flipV"):
        place.attrib.pop(name, None)
    if lies.turned:
        place.set("rot", str(QUARTER))
    if lies.mirrored_x:
        place.set("flipH", "1")
    if lies.mirrored_y:
        place.set("flipV", "1")
    offset, extent = place.find("{*}off"), place.find("{*}ext")
    offset.set("x", str(lies.left))
    offset.set("y", str(lies.top))
    extent.set("cx", str(lies.width))
    extent.set("cy", str(lies.height))
    geometry = properties.find("{*}prstGeom")
    geometry.set("prst", lies.preset)
    for number, value in enumerate(lies.adjustments, 1):
        adjust(geometry, f"adj{number}", value)


def _written(lines: Iterable[Line]) -> Iterator[tuple[str, Type]]:
    """The lines of a label as text; what each rests on stands after it."""
    for line in lines:
        badges = "  ".join(badge.words for badge in line.badges)
        found = line.words.lines if line.words is not None else ()
        texts = ["".join(run.text for run in row) for row in found] or [""]
        texts[-1] = f"{texts[-1]}  {badges}".strip()
        for text in texts:
            yield text, line.words.type if line.words is not None else CAPTION


def _label(shapes: Any, strand: Strand, halfway: tuple[int, int], place: Place) -> None:
    """What is written on an arrow, and under it the road-block that it meets."""
    look, link = strand.look, strand.link
    width, height = label_size(link, look)
    x, y = (value / place.scale for value in (halfway[0] - place.x, halfway[1] - place.y))
    if width:
        shape = shapes.add_textbox(*place.frame(Box.around(x, y, width, height)))
        shape.name = link.title[:60] or shape.name
        properties = shape._element.spPr
        properties.replace(properties.find("{*}noFill"), painted(look.theme.ground + "e6"))
        frame = shape.text_frame
        bare(frame)
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        for number, (text, type_) in enumerate(_written(label_lines(link, look))):
            paragraph = frame.paragraphs[0] if not number else frame.add_paragraph()
            paragraph.alignment = PP_ALIGN.CENTER
            strong = type_.face != "regular"
            write(paragraph, text, place.points(type_.size), look.theme.ink, bold=strong)
    if strand.block_at is not None:
        at = (x, y + (height + objection_size(link)[1]) / 2 + 4 if width else y)
        canvas = SlideCanvas(shapes, place)
        paint(draw_objection(link, at, look), canvas)
        group(shapes, canvas.added)
