"""How much of a map is known, by stage and by persona, and what should be asked next."""

from collections.abc import Iterator, Sequence

from journeydesk.analysis.coverage import (
    Gap,
    Tally,
    by_persona,
    by_stage,
    claims,
    research,
    stage_homes,
    tally,
    youngest,
)
from journeydesk.analysis.naming import named
from journeydesk.kinds.badges import age_text
from journeydesk.kinds.catalogue import kind_of
from journeydesk.kinds.claims import Known, known_share
from journeydesk.kinds.feeling import WORDS
from journeydesk.kinds.kind import Look, Part
from journeydesk.kinds.pieces import BODY, CAPTION, HEADING, STRONG, height_of, share_text
from journeydesk.kinds.stage import Stage
from journeydesk.language import N_, message
from journeydesk.model.document import Document
from journeydesk.model.queries import root
from journeydesk.model.records import Influence, Link, Node
from journeydesk.picture.icons import icon
from journeydesk.picture.marks import Box, Command, Path, Stroke
from journeydesk.picture.shapes import rectangle
from journeydesk.views.easel import Easel
from journeydesk.views.view import Brief, Layout, Subject, View

WIDTH = 1080.0
GUTTER = 56.0
BESIDE = 1.2  # from which aspect on the list stands in two columns
BAR = 16.0
NAME = 190.0  # the room of what a bar is called
COUNT = 76.0
ROW = 34.0
MOST = 30  # gaps that are listed
HATCH = 5.0  # between the lines that stand for what is out of date


def draw(document: Document, asked: Brief) -> Iterator[View]:
    look = asked.look
    found = claims(document, asked.map_id, look.freshness)
    if not found:
        return
    easel = Easel(look)
    y = _whole(easel, tally(found))
    room = (WIDTH - GUTTER) / 2
    left = _bars(easel, look.say(N_("By stage")), _stages(document, asked), 0.0, y, room)
    people = [
        (persona.id, persona.name or look.say(N_("Untitled")), row)
        for persona, row in by_persona(document, asked.map_id, look.freshness)
    ]
    right = _bars(easel, look.say(N_("By persona")), people, room + GUTTER, y, room) if people else y
    bottom = _gaps(easel, document, asked, max(left, right) + 20)
    yield View(WIDTH, bottom, easel.picture, tuple(easel.spots))


def _whole(easel: Easel, whole: Tally) -> float:
    """One sentence and one bar for the whole map, and what the parts of a bar mean; gives where it ends."""
    look, theme = easel.look, easel.look.theme
    told = message(
        "{part} of what this map claims is borne out by fresh evidence",
        part=share_text(round(100 * whole.part), look),
    )
    y = 4 + easel.text(look.say(told), HEADING, 0, 4, WIDTH, theme.ink) + 10
    _bar(easel, whole, Box(0, y, WIDTH, y + BAR + 6))
    y += BAR + 14
    x = 0.0
    parts = (
        (Tally(1, 0, 0), N_("fresh evidence"), whole.fresh),
        (Tally(0, 1, 0), N_("only evidence that is out of date"), whole.stale),
        (Tally(0, 0, 1), N_("terra incognita: no evidence"), whole.missing),
    )
    for part, words, number in parts:
        _bar(easel, part, Box(x, y + 1, x + 26, y + 14))
        text = f"{look.say(words)} ({number})"
        easel.text(text, CAPTION, x + 32, y, 320, theme.ink)
        x += 320
    return y + 34


def _bar(easel: Easel, row: Tally, box: Box) -> None:
    """A bar: filled for what is known, hatched for what is out of date, empty for the rest."""
    theme = easel.look.theme
    tint = theme.gained.line
    total = max(row.total, 1)
    fresh, stale = (
        box.left + box.width * row.fresh / total,
        box.left + box.width * (row.fresh + row.stale) / total,
    )
    easel.area(box, theme.card)
    if row.fresh:
        easel.area(Box(box.left, box.top, fresh, box.bottom), tint)
    if row.stale:
        easel.marks.append(_hatched(Box(fresh, box.top, stale, box.bottom), tint))
    easel.marks.append(Path(rectangle(box), stroke=Stroke(theme.ink, 1.0)))
    for x in {fresh, stale} - {box.left, box.right}:
        easel.marks.append(Path((("M", x, box.top), ("L", x, box.bottom)), stroke=Stroke(theme.ink, 1.0)))


def _hatched(box: Box, colour: str) -> Path:
    commands: list[Command] = []
    x = box.left - box.height + HATCH
    while x < box.right:
        low, high = max(x, box.left), min(x + box.height, box.right)
        commands += [("M", low, box.bottom - (low - x)), ("L", high, box.bottom - (high - x))]
        x += HATCH
    return Path(tuple(commands), stroke=Stroke(colour, 1.6))


def _stages(document: Document, asked: Brief) -> list[tuple[str, str, Tally]]:
    say, rows = asked.look.say, by_stage(document, asked.map_id, asked.look.freshness)
    return [
        (
            stage.id if stage is not None else "",
            _numbered(stage, number, asked) if stage is not None else say(N_("Beside the stages")),
            row,
        )
        for number, (stage, row) in enumerate(rows, 1)
    ]


def _numbered(stage: Stage, number: int, asked: Brief) -> str:
    return asked.look.say(message("{n}. {title}", n=number, title=" ".join(stage.title.split())))


def _bars(
    easel: Easel, title: str, rows: Sequence[tuple[str, str, Tally]], x: float, y: float, room: float
) -> float:
    """Bars below one another; gives where they end."""
    theme, say = easel.look.theme, easel.look.say
    y += easel.text(title, STRONG, x, y, room, theme.ink) + 8
    for key, name, row in rows:
        height = max(ROW, height_of(name, BODY, NAME) + 8)
        easel.text(name, BODY, x, y + (height - height_of(name, BODY, NAME)) / 2, NAME, theme.ink)
        bar = Box(x + NAME + 12, y + (height - BAR) / 2, x + room - COUNT, y + (height + BAR) / 2)
        _bar(easel, row, bar)
        counted = say(message("{n} of {count}", n=row.fresh, count=row.total))
        easel.text(counted, CAPTION, x + room - COUNT + 10, bar.top + 1, COUNT - 10, theme.ink)
        spoken = say(
            message(
                "{name}: {fresh} known, {stale} out of date, {missing} without evidence",
                name=name, fresh=row.fresh, stale=row.stale, missing=row.missing,
            )
        )  # fmt: skip
        easel.spot(Box(x, y, x + room, y + height), record_id=key, label=spoken)
        y += height
    return y


# What to ask next


def _gaps(easel: Easel, document: Document, asked: Brief, y: float) -> float:
    """The list of what should be asked next; gives where it ends."""
    look, theme = easel.look, easel.look.theme
    gaps = research(document, asked.map_id, look.freshness)
    found = [gap for gap in gaps if not _is_told(document, gap, look)]
    y += easel.text(look.say(N_("What to ask next")), STRONG, 0, y, WIDTH, theme.ink) + 2
    why = N_("First what many customers come to, what they feel strongly about, and moments of truth")
    y += easel.text(look.say(why), CAPTION, 0, y, WIDTH, theme.muted) + 10
    homes = stage_homes(document, asked.map_id)
    shown = list(enumerate(found[:MOST], 1))
    count = 2 if asked.aspect > BESIDE else 1
    half = -(-len(shown) // count)
    width = (WIDTH - (count - 1) * GUTTER) / count
    ends = [y]
    for column in range(count):
        left, foot = column * (width + GUTTER), y
        for number, gap in shown[column * half : (column + 1) * half]:
            foot = _gap(easel, document, gap, homes, number, Box(left, foot, left + width, foot))
        ends.append(foot)
    y = max(ends)
    if len(found) > MOST:
        more = look.say(message("and {n} more", n=len(found) - MOST))
        y += 8 + easel.text(more, CAPTION, 40, y + 6, WIDTH, theme.muted)
    return y + 8


def _is_told(document: Document, gap: Gap, look: Look) -> bool:
    """Whether an arrow is asked for already because its share is."""
    record = gap.claim.record
    if gap.claim.is_share or not isinstance(record, Link):
        return False
    return known_share(record, document.get, look.freshness) in (Known.NONE, Known.STALE)


def _gap(easel: Easel, document: Document, gap: Gap, homes: dict[str, str], number: int, row: Box) -> float:
    """One of the list, across a row that is as high as it must be; gives where it ends."""
    look, theme, record = easel.look, easel.look.theme, gap.claim.record
    title = named(document, record, look.say, is_share=gap.claim.is_share)
    place = _stage_title(document, record, homes)
    reasons = " · ".join(part for part in (*_reasons(document, easel, gap), place) if part)
    left, y, room = row.left, row.top, row.width - 74
    height = 12 + height_of(title, BODY, room) + height_of(reasons, CAPTION, room)
    if number % 2:
        easel.area(Box(left, y, row.right, y + height), theme.hair + "55", radius=6)
    easel.text(str(number), STRONG, left + 4, y + 6, 26, theme.ink, 1.0)
    easel.marks += icon(_sign(record), left + 42, y + 8, 17, theme.ink)
    top = y + 6 + easel.text(title, BODY, left + 70, y + 6, room, theme.ink)
    easel.text(reasons, CAPTION, left + 70, top, room, theme.muted)
    easel.spot(
        Box(left, y, row.right, y + height),
        record_id=record.id,
        label=look.say(message("{n}. {title}", n=number, title=f"{title}, {reasons}")),
    )
    return y + height


def _sign(record: Node | Link) -> str:
    if isinstance(record, Node):
        return kind_of(record).icon
    return "route" if isinstance(record, Influence) else "spline"


def _stage_title(document: Document, record: Node | Link, homes: dict[str, str]) -> str:
    node = document.find(Node, record.source_id) if isinstance(record, Link) else record
    stage = document.find(Stage, homes.get(root(document, node).id, "")) if node is not None else None
    return " ".join(stage.title.split()) if stage is not None and stage.id != record.id else ""


def _reasons(document: Document, easel: Easel, gap: Gap) -> Iterator[str]:
    """Why it matters, in words."""
    look, say = easel.look, easel.look.say
    if gap.claim.known is Known.NONE:
        yield say(N_("no evidence"))
    else:
        age = age_text(youngest(document, gap.claim, look.freshness))
        yield say(message("evidence is {age} old", age=age))
    if gap.is_truth:
        yield say(N_("Moment of truth"))
    if gap.feeling:
        yield say(WORDS[gap.feeling])
    if 0 < gap.reach < 1:
        yield say(message("{part} of the customers", part=share_text(round(100 * gap.reach), look)))
    elif gap.reach and not _is_of_person(document, gap.claim.record):
        yield say(N_("every customer"))


def _is_of_person(document: Document, record: Node | Link) -> bool:
    """Whether a node is a persona's card, or hangs on it: no step that customers come to."""
    return isinstance(record, Node) and kind_of(root(document, record)).part is Part.PERSON


COVERAGE = Layout(
    "coverage",
    N_("Coverage"),
    "telescope",
    Subject.MAP,
    draw,
    N_("There is nothing on this map yet that evidence could bear out."),
    hint=N_("What evidence bears out, by stage and by persona, and what to ask next"),
)
