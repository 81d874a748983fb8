"""Writes marks as SVG 1.1: real text in embedded fonts, every character where the layout put it.

Ideographs, emoji, and what joins, stacks or runs to the left are drawn as outlines over a text that is not
seen, so that they look the same in every program, and can be found and copied.

What a group stands for is kept: its name becomes an id, its title and text are what screen readers tell.
"""

import base64
import re
from dataclasses import dataclass
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

from fontTools import subset
from fontTools.misc.transform import Transform
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen

from journeydesk.picture.faces import font, font_path
from journeydesk.picture.marks import Box, Command, Group, Image, Path, Run, Stroke, Text
from journeydesk.picture.shapes import rectangle, rounded
from journeydesk.render.cropping import holding

OUTLINED = ("cjk", "emoji")
LINKED = ("https://", "http://", "mailto:")
_UNTELLABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_UNNAMED = re.compile(r"[^A-Za-z0-9_.-]+")
# A character beyond U+FFFF counts once to some viewers and twice to others, so it gets a piece of its own.
_PIECES = re.compile("[^\U00010000-\U0010ffff]+|[\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class _Face:
    family: str
    weight: int = 400
    style: str = "normal"


_FACES = {
    "regular": _Face("Inter"),
    "italic": _Face("Inter", style="italic"),
    "semibold": _Face("Inter", 600),
    "bold": _Face("Inter", 700),
    "fallback": _Face("DejaVu Sans"),
    "symbols": _Face("Noto Sans Symbols2"),
    "hebrew": _Face("Noto Sans Hebrew"),
    "arabic": _Face("Noto Sans Arabic"),
    "devanagari": _Face("Noto Sans Devanagari"),
    "thai": _Face("Noto Sans Thai"),
    "cjk": _Face("Droid Sans Fallback"),
    "emoji": _Face("Noto Emoji"),
}


class SvgCanvas:
    """Collects what is painted; `finished` gives the file. Sizes are millimetres, and so are the marks.

    Ids begin with `prefix`, so that several drawings can stand on one page.
    """

    def __init__(
        self,
        width: float,
        height: float,
        *,
        title: str = "",
        about: str = "",
        language: str = "en",
        prefix: str = "n-",
    ) -> None:
        self._prefix = prefix
        self._width = width
        self._height = height
        self._title, self._about = title, about
        self._language = language
        self._body: list[str] = []
        self._used: dict[str, set[str]] = {}
        self._names: set[str] = set()
        self._clips = 0

    def path(self, mark: Path) -> None:
        fill = _painted("fill", mark.fill) if mark.fill else ' fill="none"'
        stroke = _stroked(mark.stroke) if mark.stroke else ""
        self._body.append(f'<path d="{_outlined(mark.commands)}"{fill}{stroke}/>')

    def text(self, mark: Text) -> None:
        spans = "".join(self._spans(run, mark.x) for run in mark.runs if run.text)
        if spans:
            self._body.append(
                f'<text y="{_number(mark.y)}" font-size="{_number(mark.size)}"'
                f'{_painted("fill", mark.colour)} xml:space="preserve">{spans}</text>'
            )
        outlines = "".join(_drawn(run, mark) for run in mark.runs if _is_outlined(run))
        if outlines:
            self._body.append(f'<path d="{outlines}"{_painted("fill", mark.colour)}/>')

    def image(self, mark: Image) -> None:
        kind = "png" if mark.data.startswith(b"\x89PNG") else "jpeg"
        place, fit = Box(mark.x, mark.y, mark.x + mark.width, mark.y + mark.height), "xMidYMid slice"
        clip = ""
        if mark.radius > 0 or mark.part:
            clip = f' clip-path="url(#{self._clip(place, mark.radius)})"'
        if mark.part:
            place, fit = holding(place, mark.part), "none"
        self._body.append(
            f'<image x="{_number(place.left)}" y="{_number(place.top)}" width="{_number(place.width)}"'
            f' height="{_number(place.height)}" preserveAspectRatio="{fit}"{clip}'
            f' xlink:href="data:image/{kind};base64,{base64.b64encode(mark.data).decode()}"/>'
        )

    def open(self, group: Group) -> None:
        if target := self._target(group):
            self._body.append(f"<a xlink:href={quoteattr(target)}>")
        place = f"translate({_number(group.x)} {_number(group.y)})" if group.x or group.y else ""
        scale = f"scale({group.scale:.7g})" if group.scale != 1 else ""
        transform = f' transform="{(place + " " + scale).strip()}"' if place or scale else ""
        name = f' id="{self._named(group.name)}"' if group.name else ""
        title = f"<title>{_escaped(group.title)}</title>" if group.title else ""
        about = f"<desc>{_escaped(group.about)}</desc>" if group.about else ""
        clip = f' clip-path="url(#{self._clip(group.clip)})"' if group.clip is not None else ""
        self._body.append(f"<g{name}{transform}{clip}>{title}{about}")

    def close(self, group: Group) -> None:
        self._body.append("</g></a>" if self._target(group) else "</g>")

    def finished(self) -> str:
        """The whole file, with the letters that it uses embedded."""
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{self.element()}\n'

    def element(self) -> str:
        """The drawing to stand in another file."""
        width, height = _number(self._width), _number(self._height)
        fonts = "\n".join(_font_face(face, used) for face, used in sorted(self._used.items()))
        title = f"<title>{_escaped(self._title)}</title>\n" if self._title else ""
        about = f"<desc>{_escaped(self._about)}</desc>\n" if self._about else ""
        return (
            '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1"'
            f' width="{width}mm" height="{height}mm" viewBox="0 0 {width} {height}"'
            f' xml:lang={quoteattr(self._language)} font-family="Inter, Arial, sans-serif"'
            ' stroke-linecap="round" stroke-linejoin="round">\n'
            f'{title}{about}<defs><style type="text/css">\n'
            "text { font-kerning: none; font-variant-ligatures: none }\n"
            f"{fonts}\n</style></defs>\n" + "\n".join(self._body) + "\n</svg>"
        )

    def _target(self, group: Group) -> str:
        """Where a group leads: to the web, or to another group of the drawing; "" for nowhere."""
        if group.url.startswith("#"):
            return f"#{self._prefix}{_UNNAMED.sub('-', group.url[1:])}"
        return _tellable(group.url) if group.url.startswith(LINKED) else ""

    def _spans(self, run: Run, x: float) -> str:
        face = _FACES[run.face]
        unseen = ' fill-opacity="0"' if _is_outlined(run) else ""
        if run.parts:
            return (
                f'<tspan x="{_number(x + min(run.starts))}" textLength="{_number(run.width)}"'
                f' lengthAdjust="spacingAndGlyphs"{unseen}>{_escaped(run.text)}</tspan>'
            )
        if not unseen:
            self._used.setdefault(run.face, set()).update(run.text)
        family = "" if face.family == "Inter" else f" font-family=\"'{face.family}', sans-serif\""
        weight = "" if face.weight == 400 else f' font-weight="{face.weight}"'
        style = "" if face.style == "normal" else f' font-style="{face.style}"'
        return "".join(
            f'<tspan x="{" ".join(_number(x + start) for start in run.starts[piece.start() : piece.end()])}"'
            f"{family}{weight}{style}{unseen}>{_escaped(piece.group())}</tspan>"
            for piece in _PIECES.finditer(run.text)
        )

    def _clip(self, box: Box, radius: float = 0.0) -> str:
        """The id of a window through which something is seen."""
        self._clips += 1
        outline = _outlined(rounded(box, radius) if radius else rectangle(box))
        self._body.append(f'<clipPath id="{self._prefix}clip-{self._clips}"><path d="{outline}"/></clipPath>')
        return f"{self._prefix}clip-{self._clips}"

    def _named(self, name: str) -> str:
        """An id that is used once."""
        start = found = self._prefix + _UNNAMED.sub("-", name)
        number = 1
        while found in self._names:
            number += 1
            found = f"{start}-{number}"
        self._names.add(found)
        return found


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".") or "0"


def _is_outlined(run: Run) -> bool:
    """Whether letters are drawn as outlines: few programs have all of them, or join and turn them alike.

    Their text lies there unseen, to be found and copied.
    """
    return bool(run.parts) or run.face in OUTLINED


def _drawn(run: Run, mark: Text) -> str:
    """The outlines of a run, as the data of a path."""
    source = font(run.face)[0]
    scale = mark.size / source.face.upem
    pen = SVGPathPen(None, _number)
    rises = run.rises or (0.0,) * len(run.glyphs)
    for glyph, start, rise in zip(run.glyphs, run.starts, rises, strict=True):
        place = Transform(scale, 0, 0, -scale, mark.x + start, mark.y - rise)
        source.draw_glyph_with_pen(glyph, TransformPen(pen, place))
    return str(pen.getCommands())


def _tellable(text: str) -> str:
    """The text without what XML cannot hold."""
    return _UNTELLABLE.sub("\ufffd", text)


def _escaped(text: str) -> str:
    return escape(_tellable(text))


def _outlined(commands: tuple[Command, ...]) -> str:
    return "".join(
        f"{name}{' '.join(_number(float(value)) for value in values)}" for name, *values in commands
    )


def _painted(what: str, colour: str) -> str:
    alpha = int(colour[7:9] or "ff", 16) / 255
    return f' {what}="{colour[:7]}"' + (f' {what}-opacity="{alpha:.3g}"' if alpha < 1 else "")


def _stroked(stroke: Stroke) -> str:
    dash = f' stroke-dasharray="{" ".join(_number(length) for length in stroke.dash)}"' if stroke.dash else ""
    return f'{_painted("stroke", stroke.colour)} stroke-width="{_number(stroke.width)}"{dash}'


def _font_face(face: str, used: set[str]) -> str:
    """The letters of a typeface that are used, as a style rule that holds them."""
    options = subset.Options(
        flavor="woff",
        layout_features=[],
        hinting=False,
        notdef_outline=True,
        name_IDs=[],
        recalc_timestamp=False,
        drop_tables=[*subset.Options._drop_tables_default, "FFTM"],
    )
    font = subset.load_font(str(font_path(face)), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text="".join(used))
    subsetter.subset(font)
    written = BytesIO()
    subset.save_font(font, written, options)
    told = _FACES[face]
    return (
        f"@font-face {{ font-family: '{told.family}'; font-weight: {told.weight}; font-style: {told.style};"
        f" src: url(data:font/woff;base64,{base64.b64encode(written.getvalue()).decode()}) format('woff') }}"
    )
