"""Small signs that stand on cards, at branches and in labels: what a claim rests on.

Counted evidence is a sheet with a chart and the size of its sample, told evidence a bubble with the number of
its sources. They are filled while one of their sources is fresh; else a dashed line and an age tell it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from babel.numbers import format_compact_decimal

from journeydesk.kinds.kind import Look
from journeydesk.kinds.pieces import CAPTION_STRONG, on
from journeydesk.language import Message, message
from journeydesk.model.freshness import is_statistical
from journeydesk.model.records import Evidence, Link, Node
from journeydesk.picture.icons import icon
from journeydesk.picture.marks import Box, Command, Path, Picture, Stroke
from journeydesk.picture.shapes import polygon, rounded
from journeydesk.picture.text import lay, measure
from journeydesk.picture.theme import Tint, readable

HEIGHT = 18.0
SIGN = 12.0
GAP = 4.0
PAD = 4.0
YEARS_FROM = 24  # months
DASH = (3.0, 2.5)
MOST_NUMBERS = 4


class Shape(Enum):
    """What a badge looks like without its colours."""

    SHEET = "sheet"
    BUBBLE = "bubble"
    PILL = "pill"


LETTERS = {Shape.SHEET: "▪", Shape.BUBBLE: "❝", Shape.PILL: "•"}


@dataclass(frozen=True, slots=True)
class Badge:
    """A sign and a few letters. One that `is_hollow` has a dashed line and no colour."""

    shape: Shape
    icon: str
    text: str
    is_hollow: bool = False

    @property
    def width(self) -> float:
        return 2 * PAD + SIGN + (3 + measure(self.text, CAPTION_STRONG) if self.text else 0.0)

    @property
    def words(self) -> str:
        """The badge where nothing can be drawn: a sign of its own before the same letters."""
        return f"{LETTERS[self.shape]} {self.text}".strip()


def age_text(months: int) -> Message:
    """An age in as few letters as will do: months, or years from two years on."""
    if months < YEARS_FROM:
        return message("{n} mo", n=months)
    return message("{n} y", n=months // 12)


def sample_text(sources: Iterable[Evidence], look: Look) -> str:
    """The largest sample among sources, such as "n=140" or "n=21.5K"; "" where none is known."""
    largest = max((source.sample_size or 0 for source in sources), default=0)
    if not largest:
        return ""
    digits = 1 if largest >= 1000 else 0
    return f"n={format_compact_decimal(largest, locale=look.say.language, fraction_digits=digits)}"


def evidence_badges(keys: Sequence[str], look: Look) -> tuple[Badge, ...]:
    """The badges of what rests on these sources: the counted ones, and the told ones beside them."""
    if not keys:
        return ()
    found = [source for key in keys if isinstance(source := look.find(key), Evidence)]
    counted = [source for source in found if is_statistical(source)]
    told = [source for source in found if not is_statistical(source)]
    badges = []
    if counted:
        badges.append(_badge(Shape.SHEET, "chart-column", sample_text(counted, look), counted, look))
    if told:
        number = "" if look.numbers is not None else str(len(told))
        badges.append(_badge(Shape.BUBBLE, "quote", number, told, look))
    return tuple(badges)


def _numbered(sources: Sequence[Evidence], numbers: Mapping[str, int]) -> str:
    """The numbers of sources, such as "[2, 5]"."""
    found = [str(number) for number in sorted(numbers[source.id] for source in sources)]
    return f"[{', '.join(found if len(found) <= MOST_NUMBERS else [*found[: MOST_NUMBERS - 1], '…'])}]"


def _badge(shape: Shape, sign: str, text: str, sources: Sequence[Evidence], look: Look) -> Badge:
    if look.numbers is not None:
        text = f"{text} {_numbered(sources, look.numbers)}".strip()
    if look.freshness.is_covered(sources):
        return Badge(shape, sign, text)
    youngest = min(look.freshness.age(source) or 0 for source in sources)
    age = look.say(age_text(youngest))
    return Badge(shape, sign, f"{text} · {age}" if text else age, is_hollow=True)


def review_badges(record: Node | Link, look: Look) -> tuple[Badge, ...]:
    """The badges of votes and, where they are to be seen, of open remarks."""
    found = []
    if isinstance(record, Node) and record.votes:
        found.append(Badge(Shape.PILL, "thumbs-up", str(record.votes)))
    if look.remarks is not None and (count := look.remarks(record.id)):
        found.append(Badge(Shape.PILL, "message-square", str(count)))
    return tuple(found)


def badges_width(badges: Sequence[Badge]) -> float:
    """The width of badges beside one another; none for no badges."""
    return sum(badge.width for badge in badges) + GAP * max(0, len(badges) - 1)


def draw_badges(badges: Sequence[Badge], x: float, y: float, look: Look) -> Picture:
    """Badges beside one another, the first with its top left at x, y."""
    marks: list[Picture] = []
    for badge in badges:
        marks.append(_drawn(badge, x, y, look))
        x += badge.width + GAP
    return tuple(mark for picture in marks for mark in picture)


def _tint(badge: Badge, look: Look) -> Tint:
    theme = look.theme
    if badge.is_hollow:
        return Tint(theme.ground, readable(theme.muted, theme.ground), readable(theme.muted, theme.ground))
    if badge.shape is Shape.SHEET:
        return Tint(theme.persona.line, on(theme.persona.line), theme.persona.line)
    if badge.shape is Shape.BUBBLE:
        return Tint(theme.note.fill, theme.note.ink, theme.persona.line)
    return Tint(theme.card, theme.ink, theme.ink)


def _outline(badge: Badge, box: Box) -> tuple[Command, ...]:
    return rounded(box, {Shape.SHEET: 2.0, Shape.BUBBLE: 7.0, Shape.PILL: HEIGHT / 2}[badge.shape])


def _drawn(badge: Badge, x: float, y: float, look: Look) -> Picture:
    box, tint = Box(x, y, x + badge.width, y + HEIGHT), _tint(badge, look)
    line = Stroke(tint.line, 1.1, DASH if badge.is_hollow else ())
    marks: list[Picture] = []
    if badge.shape is Shape.BUBBLE:
        tail = ((x + 6, y + HEIGHT - 2.5), (x + 5, y + HEIGHT + 4), (x + 12.5, y + HEIGHT - 2.5))
        marks.append((Path(polygon(tail), tint.line),))
    marks.append((Path(_outline(badge, box), tint.fill, line),))
    marks.append(icon(badge.icon, x + PAD, y + (HEIGHT - SIGN) / 2, SIGN, tint.ink, 2.6))
    if badge.text:
        block = lay(badge.text, CAPTION_STRONG, 10_000)
        marks.append(block.placed(x + PAD + SIGN + 3, y + (HEIGHT - block.height) / 2, tint.ink))
    return tuple(mark for picture in marks for mark in picture)
