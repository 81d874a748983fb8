"""The marks that every drawing is made of, and the canvas that paints them.

Lengths are board units, x to the right, y downwards. Colours are "#rrggbb" or "#rrggbbaa".
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Protocol

# ("M", x, y) moves, ("L", x, y) draws a line, ("C", x1, y1, x2, y2, x, y) a cubic, ("Z",) closes.
Command = tuple[str] | tuple[str, float, float] | tuple[str, float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def x(self) -> float:
        """The middle, from left to right."""
        return (self.left + self.right) / 2

    @property
    def y(self) -> float:
        """The middle, from top to bottom."""
        return (self.top + self.bottom) / 2

    def moved(self, dx: float, dy: float) -> "Box":
        return Box(self.left + dx, self.top + dy, self.right + dx, self.bottom + dy)

    def scaled(self, by: float) -> "Box":
        return Box(self.left * by, self.top * by, self.right * by, self.bottom * by)

    def grown(self, by: float) -> "Box":
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def joined(self, other: "Box") -> "Box":
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def within(self, other: "Box") -> "Box | None":
        """The part of it that lies in another box; None where they do not meet."""
        if not self.meets(other):
            return None
        return Box(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )

    def meets(self, other: "Box") -> bool:
        """Whether the two have more than an edge in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    @classmethod
    def around(cls, x: float, y: float, width: float, height: float) -> "Box":
        """The box of this size with its middle at x, y."""
        return cls(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def union(boxes: Iterable[Box]) -> Box | None:
    """The smallest box that holds them all, or None for none."""
    found = list(boxes)
    if not found:
        return None
    return Box(
        min(box.left for box in found),
        min(box.top for box in found),
        max(box.right for box in found),
        max(box.bottom for box in found),
    )


@dataclass(frozen=True, slots=True)
class Stroke:
    """How an outline is drawn. `dash` alternates lengths of line and gap in board units."""

    colour: str
    width: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """A shape: filled where `fill` is set (non-zero winding), outlined with round ends where `stroke` is."""

    commands: tuple[Command, ...]
    fill: str = ""
    stroke: Stroke | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line in one typeface: its text, its glyphs, and where each begins.

    `starts` and `width` are board units from the line's start at the size of the text. There is one glyph for
    each character, unless `parts` tells where in the text that part begins which a glyph stands for; several
    glyphs may stand for one part. Such glyphs lie from left to right, also where the text runs to the
    `left`, and rise by `rises` above the baseline.
    """

    face: str
    text: str
    glyphs: tuple[int, ...]
    starts: tuple[float, ...]
    width: float
    parts: tuple[int, ...] = ()
    rises: tuple[float, ...] = ()
    left: bool = False

    def clusters(self) -> Iterator["Cluster"]:
        """The parts of the text, each with its glyphs, from left to right."""
        parts = self.parts or range(len(self.text))
        rises = self.rises or (0.0,) * len(self.glyphs)
        begins = sorted(set(parts))
        ends = dict(zip(begins, [*begins[1:], len(self.text)], strict=True))
        for part, placed in groupby(zip(parts, self.glyphs, self.starts, rises, strict=True), itemgetter(0)):
            yield Cluster(self.text[part : ends[part]], tuple(glyph[1:] for glyph in placed))


@dataclass(frozen=True, slots=True)
class Cluster:
    """A part of a text with the glyphs that show it: each with its start and its rise."""

    text: str
    glyphs: tuple[tuple[int, float, float], ...]


@dataclass(frozen=True, slots=True)
class Text:
    """One line of placed text. `x`, `y` are the left end of its baseline; `size` is in board units.

    The runs come as they are read; each says itself where it lies.
    """

    x: float
    y: float
    runs: tuple[Run, ...]
    size: float
    colour: str

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def width(self) -> float:
        return sum(run.width for run in self.runs)


@dataclass(frozen=True, slots=True)
class Image:
    """A picture file (PNG or JPEG), scaled into a box; `radius` rounds its corners.

    `part` is what is seen of it, in shares of its width and height: a part of the same shape as the box.
    Without it the picture fills the box with its middle.
    """

    x: float
    y: float
    width: float
    height: float
    data: bytes
    radius: float = 0.0
    part: Box | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Marks that belong together, scaled and then moved by x, y. Its texts tell what they stand for.

    `url` leads to the web, or to the group of a name by "#" and the name. Where there is a `clip`, only what
    lies in it is seen; it is told in the units of the marks. `owner` is the id of whom the marks tell of,
    where what is around them tells of others too.
    """

    marks: "Picture"
    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0
    name: str = ""
    title: str = ""
    about: str = ""
    url: str = ""
    clip: Box | None = None
    owner: str = ""

    def around(self, inner: Box | None) -> Box | None:
        """The box of the group, where its marks lie in `inner`; None where nothing of them is seen."""
        if inner is not None and self.clip is not None:
            inner = inner.within(self.clip)
        return inner.scaled(self.scale).moved(self.x, self.y) if inner else None


Mark = Path | Text | Image | Group
Picture = tuple[Mark, ...]


class Canvas(Protocol):
    """Anything that paints marks."""

    def path(self, mark: Path) -> None: ...

    def text(self, mark: Text) -> None: ...

    def image(self, mark: Image) -> None: ...

    def open(self, group: Group) -> bool | None:
        """Begins a group: what follows is scaled, moved and clipped by it until `close`.

        Gives False where the marks need not be painted, as they are known already.
        """

    def close(self, group: Group) -> None: ...


def paint(picture: Picture, canvas: Canvas) -> None:
    """Replays the marks, in order, on a canvas."""
    for mark in picture:
        match mark:
            case Path():
                canvas.path(mark)
            case Text():
                canvas.text(mark)
            case Image():
                canvas.image(mark)
            case Group():
                if canvas.open(mark) is not False:
                    paint(mark.marks, canvas)
                canvas.close(mark)


def bounds(picture: Picture) -> Box | None:
    """The box that holds the marks with control points and widths of lines; None for an empty picture."""
    return union(box for mark in picture if (box := _mark_box(mark)) is not None)


def _mark_box(mark: Mark) -> Box | None:
    match mark:
        case Path():
            xs = [float(x) for command in mark.commands for x in command[1::2]]
            ys = [float(y) for command in mark.commands for y in command[2::2]]
            if not xs:
                return None
            edge = mark.stroke.width / 2 if mark.stroke else 0.0
            return Box(min(xs), min(ys), max(xs), max(ys)).grown(edge)
        case Text():
            return Box(mark.x, mark.y - mark.size, mark.x + mark.width, mark.y + mark.size * 0.3)
        case Image():
            return Box(mark.x, mark.y, mark.x + mark.width, mark.y + mark.height)
        case Group():
            return mark.around(bounds(mark.marks))
