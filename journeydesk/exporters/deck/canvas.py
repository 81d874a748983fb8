"""Paints marks as shapes of a slide: outlines as freeforms, texts as text boxes, images as pictures."""

from io import BytesIO
from typing import Any

from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Emu, Pt

from journeydesk.exporters.deck.place import POINT, Frame, Place
from journeydesk.picture.marks import Box, Command, Group, Image, Path, Stroke, Text, bounds
from journeydesk.render.cropping import covered

# Narrower than the map's own typeface and of the same height, and every computer has it or one like it.
FACE = "Arial"
ASCENT = 0.905  # of its size, from the top of a line to the baseline
BOLD = ("semibold", "bold")
WORD = 4  # a text of so few characters is held by its middle
_TAGS = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo"}


class SlideCanvas:
    """Adds what is painted to the shapes of a slide, and keeps note of it."""

    def __init__(self, shapes: Any, place: Place) -> None:
        self._shapes = shapes
        self._place = place
        self._outer: list[Place] = []
        self.added: list[Any] = []

    def path(self, mark: Path) -> None:
        box = bounds((Path(mark.commands),))
        if box is None or not (mark.fill or mark.stroke):
            return
        frame = self._place.frame(box)
        shape = self._shapes.add_textbox(*frame)
        self.added.append(shape)
        shape.name = f"Freeform {shape.shape_id}"
        properties = shape._element.spPr
        for child in list(properties)[1:]:
            properties.remove(child)
        properties.append(self._outlined(mark.commands, frame))
        properties.append(painted(mark.fill))
        properties.append(lined(mark.stroke, self._place))
        shape._element.remove(shape._element.txBody)

    def text(self, mark: Text) -> None:
        size = self._place.points(mark.size)
        height = size * POINT * 1.2
        left, base = self._place.point((mark.x, mark.y))
        width = self._place.length(mark.width)
        shape = self._shapes.add_textbox(left, round(base - size * POINT * ASCENT), width, round(height))
        self.added.append(shape)
        frame = shape.text_frame
        bare(frame)
        paragraph = frame.paragraphs[0]
        if len(mark.text) <= WORD:
            paragraph.alignment = PP_ALIGN.CENTER
        strong = any(run.face in BOLD for run in mark.runs)
        write(paragraph, mark.text, size, mark.colour, bold=strong)

    def image(self, mark: Image) -> None:
        box = Box(mark.x, mark.y, mark.x + mark.width, mark.y + mark.height)
        picture = _add_picture(self._shapes, mark, self._place.frame(box))
        if picture is not None:
            self.added.append(picture)

    def open(self, group: Group) -> None:
        self._outer.append(self._place)
        self._place = self._place.within(group.x, group.y, group.scale)

    def close(self, group: Group) -> None:
        self._place = self._outer.pop()

    def _outlined(self, commands: tuple[Command, ...], frame: Frame) -> Any:
        left, top, width, height = frame
        parts = []
        for name, *numbers in commands:
            if name == "Z":
                parts.append("<a:close/>")
                continue
            points = (self._place.point(pair) for pair in zip(numbers[::2], numbers[1::2], strict=True))
            told = "".join(f'<a:pt x="{x - left}" y="{y - top}"/>' for x, y in points)
            parts.append(f"<a:{_TAGS[name]}>{told}</a:{_TAGS[name]}>")
        return parse_xml(
            f"<a:custGeom {nsdecls('a')}><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
            f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="{width}" h="{height}">'
            f"{''.join(parts)}</a:path></a:pathLst></a:custGeom>"
        )


def painted(colour: str) -> Any:
    """The fill of a shape; none for ""."""
    return parse_xml(_fill(colour, nsdecls("a")))


def _fill(colour: str, names: str = "") -> str:
    if not colour:
        return f"<a:noFill {names}/>"
    alpha = int(colour[7:9] or "ff", 16)
    clear = f'<a:alpha val="{round(alpha * 100_000 / 255)}"/>' if alpha < 255 else ""
    return f'<a:solidFill {names}><a:srgbClr val="{colour[1:7].upper()}">{clear}</a:srgbClr></a:solidFill>'


def lined(stroke: Stroke | None, place: Place, head: str = "") -> Any:
    """The line around a shape, or that a connector is; `head` is the sort of its end."""
    if stroke is None or stroke.width <= 0:
        return parse_xml(f"<a:ln {nsdecls('a')}><a:noFill/></a:ln>")
    width = max(1, place.length(stroke.width))
    dash = ""
    if stroke.dash:
        # In the pattern, lengths are thousandths of a per cent of the line's width.
        parts = [max(1, round(length / stroke.width * 100_000)) for length in stroke.dash]
        told = (f'<a:ds d="{d}" sp="{sp}"/>' for d, sp in zip(parts[::2], parts[1::2], strict=False))
        dash = f"<a:custDash>{''.join(told)}</a:custDash>"
    end = f'<a:tailEnd type="{head}" w="med" len="med"/>' if head else ""
    return parse_xml(
        f'<a:ln {nsdecls("a")} w="{width}" cap="rnd">{_fill(stroke.colour)}{dash}<a:round/>{end}</a:ln>'
    )


def _add_picture(shapes: Any, mark: Image, frame: Frame) -> Any:
    """A picture that fills a frame, cut where it is of another shape; none where its file cannot be read."""
    try:
        picture = shapes.add_picture(BytesIO(mark.data), *(Emu(length) for length in frame))
    except Exception:  # the library lets through whatever a broken file makes its decoder raise
        return None
    width, height = picture.image.size
    middle = covered(width, height, mark.width / mark.height)
    part = mark.part or Box(
        middle.left / width, middle.top / height, middle.right / width, middle.bottom / height
    )
    picture.crop_left, picture.crop_right = part.left, 1 - part.right
    picture.crop_top, picture.crop_bottom = part.top, 1 - part.bottom
    roundness = mark.radius / min(mark.width, mark.height)
    geometry = picture._element.spPr.find("{*}prstGeom")
    if roundness > 0.49:
        geometry.set("prst", "ellipse")
    elif roundness > 0:
        geometry.set("prst", "roundRect")
        adjust(geometry, "adj", round(roundness * 100_000))
    return picture


def group(shapes: Any, parts: list[Any]) -> None:
    """Makes one thing of shapes that lie on the slide."""
    shapes.add_group_shape(parts)
    shapes.turbo_add_enabled = True  # the library counts groups apart; this looks up the last number again


def adjust(geometry: Any, name: str, value: int) -> None:
    """Sets an adjustment of a preset shape."""
    guides = geometry.find("{*}avLst")
    guide = guides.makeelement(guides.tag.replace("avLst", "gd"))
    guide.set("name", name)
    guide.set("fmla", f"val {value}")
    guides.append(guide)


def bare(frame: Any) -> None:
    """A text frame without margins, that neither breaks lines nor grows."""
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap = False
    frame.auto_size = MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = MSO_ANCHOR.TOP


def write(paragraph: Any, text: str, size: float, colour: str, *, bold: bool = False) -> None:
    """Adds a text of this size in points."""
    run = paragraph.add_run()
    run.text = text
    font = run.font
    font.size, font.bold, font.name = Pt(size), bold, FACE
    run._r.get_or_add_rPr().insert(0, painted(colour))
