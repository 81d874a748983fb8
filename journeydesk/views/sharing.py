"""Common threads: what several personas want, fear, are or pass, as lines that run through them."""

from collections.abc import Iterator
from functools import partial

from journeydesk.analysis.sharing import FEARS, WANTS, Thread, threads
from journeydesk.kinds.pieces import BODY, CAPTION, CAPTION_STRONG, HEADING, height_of
from journeydesk.kinds.portrait import portrait
from journeydesk.language import N_, counted, labelled, message
from journeydesk.model.document import Document
from journeydesk.model.fields import label_of
from journeydesk.model.records import Persona
from journeydesk.operations.telling import share_line
from journeydesk.picture.icons import icon
from journeydesk.picture.marks import Box, Path, Stroke
from journeydesk.picture.shapes import circle, polyline
from journeydesk.picture.theme import readable
from journeydesk.views.blocks import FIELDS, HEADINGS
from journeydesk.views.easel import Easel
from journeydesk.views.people import tint_for
from journeydesk.views.view import Brief, Layout, Offer, Subject, View

TEXTS = 380.0  # the width of the column of texts
COLUMN = 112.0
PHOTO = 48.0
HEAD = 116.0
DOT = 8.0
PAD = 10.0
MOST = 60  # threads that are drawn
FEW = 24  # personas among whom what they do not share can be chosen too


def draw(document: Document, asked: Brief) -> Iterator[View]:
    people, found = threads(document, asked.map_id)
    if not found:
        return
    easel = Easel(asked.look)
    width = TEXTS + COLUMN * len(people)
    for place, persona in enumerate(people):
        _head(easel, asked, persona, TEXTS + COLUMN * (place + 0.5))
    y = HEAD
    count = 0
    for thread in found[:MOST]:
        if len(thread.told) != count:
            count = len(thread.told)
            y = _title(easel, asked, count, len(people), y)
        y = _thread(easel, asked, thread, people, y)
    if len(found) > MOST:
        more = asked.look.say(counted("and {n} other", "and {n} others", len(found) - MOST))
        y += PAD + easel.text(more, BODY, 14, y + PAD, TEXTS - 28, asked.look.theme.muted)
    yield View(width, y + PAD, easel.picture, tuple(easel.spots), left=TEXTS, top=HEAD)


def _head(easel: Easel, asked: Brief, persona: Persona, x: float) -> None:
    """A persona over their column."""
    look = asked.look
    easel.marks += portrait(persona, look, x, 14 + PHOTO / 2, PHOTO, tint_for(persona, asked).line)
    easel.few(persona.name, CAPTION_STRONG, x - COLUMN / 2 + 3, PHOTO + 20, COLUMN - 6, look.theme.ink, 0.5)
    box = Box(x - COLUMN / 2 + 3, 8, x + COLUMN / 2 - 3, HEAD - 8)
    easel.spot(box, record_id=persona.id, label=persona.name)


def _title(easel: Easel, asked: Brief, count: int, most: int, y: float) -> float:
    say, theme = asked.look.say, asked.look.theme
    told = say(N_("Shared by all")) if count == most else say(message("Shared by {n}", n=count))
    return y + PAD + easel.text(told, HEADING, 14, y + PAD, TEXTS - 28, theme.ink) + 6


def _thread(easel: Easel, asked: Brief, thread: Thread, people: tuple[Persona, ...], y: float) -> float:
    """A thread: what it is at the left, and a line from the first to the last who holds it."""
    theme = asked.look.theme
    sign, hue, kind, text = _told(thread, asked)
    room = TEXTS - 28 - 30
    high = max(44.0, height_of(text, BODY, room) + 18 + 2 * PAD - 4)
    colour = readable(theme.branches[hue % len(theme.branches)], theme.ground)
    rule = Stroke(theme.hair, 1)
    easel.marks.append(Path(polyline(((14, y), (TEXTS + COLUMN * len(people) - 6, y))), stroke=rule))
    easel.marks += icon(sign, 14, y + PAD, 18, colour)
    easel.text(kind, CAPTION, 44, y + PAD - 4, room, theme.muted)
    easel.text(text, BODY, 44, y + PAD + 12, room, theme.ink)
    box = Box(6, y + 2, TEXTS - 8, y + high - 2)
    easel.spot(box, record_id=thread.record_id, label=labelled(kind, text))
    xs = [TEXTS + COLUMN * (place + 0.5) for place in range(len(people))]
    held = [x for x, persona in zip(xs, people, strict=True) if persona.id in thread.told]
    middle = y + high / 2
    line = Stroke(colour, 5)
    easel.marks.append(Path(polyline(((held[0], middle), (held[-1], middle))), stroke=line))
    for x, persona in zip(xs, people, strict=True):
        if persona.id in thread.told or len(people) <= FEW:
            _stop(easel, asked, thread, persona, x, middle, colour)
    return y + high


def _stop(
    easel: Easel, asked: Brief, thread: Thread, persona: Persona, x: float, y: float, colour: str
) -> None:
    """Where a thread passes a persona: a disc for those who hold it, a small ring for the others."""
    theme, say = asked.look.theme, asked.look.say
    held = thread.told.get(persona.id)
    if held:
        easel.marks.append(Path(circle(x, y, DOT), theme.ground, Stroke(colour, 4)))
    else:
        easel.marks.append(Path(circle(x, y, 3), theme.ground, Stroke(theme.muted, 1)))
    told = say(message("{name} shares this", name=persona.name))
    if not held:
        told = say(message("{name} does not share this", name=persona.name))
    offers = None
    if thread.name in (*WANTS, *FEARS):
        name, line = held or (thread.name, thread.text)
        offers = partial(_offers, asked, persona, name, line, bool(held))
    box = Box.around(x, y, COLUMN - 14, 36)
    easel.spot(
        box, record_id=persona.id, label=labelled(held[1] if held else thread.text, told), offers=offers
    )


def _offers(asked: Brief, persona: Persona, name: str, line: str, held: bool) -> tuple[Offer, ...]:
    told = asked.look.say(message("{name} shares this", name=persona.name))
    return (Offer(told, "", held, partial(share_line, persona_id=persona.id, name=name, line=line)),)


def _told(thread: Thread, asked: Brief) -> tuple[str, int, str, str]:
    """The sign and the hue of a thread, what sort it is, and its words."""
    say = asked.look.say
    if thread.name == "touchpoint":
        return "map-pin", 7, say(N_("Touchpoint")), thread.text or say(N_("Untitled"))
    told = FIELDS[thread.name]
    text = say(label_of(told.choices, thread.text)) if told.choices else thread.text
    head = HEADINGS.get(thread.name)
    if head is None:
        sign = next((choice.icon for choice in told.choices if choice.key == thread.text), "") or "users"
        return sign, 4, say(told.label), text
    return head.icon, head.hue, say(told.label), text


SHARING = Layout(
    "common",
    N_("Common Threads"),
    "waypoints",
    Subject.MAP,
    draw,
    N_("These personas have nothing in common yet, or there are fewer than two."),
    N_("What personas have in common"),
)
