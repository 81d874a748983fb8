"""Conflicts within a committee: who is glad where others suffer, and who requires what others refuse."""

from collections.abc import Iterator

from journeydesk.analysis.columns import Column, columns
from journeydesk.analysis.committee import Clash, Divide, clashes, divides
from journeydesk.kinds.feeling import WORDS, face
from journeydesk.kinds.pieces import BODY, CAPTION, CAPTION_STRONG, HEADING, STRONG, height_of, shortened
from journeydesk.kinds.portrait import portrait
from journeydesk.language import N_, Message, counted, labelled, message
from journeydesk.model.document import Document
from journeydesk.model.records import Persona
from journeydesk.picture.icons import icon
from journeydesk.picture.marks import Box, Path, Stroke
from journeydesk.picture.shapes import circle, polyline
from journeydesk.picture.theme import readable
from journeydesk.views.easel import Easel
from journeydesk.views.people import tint_for
from journeydesk.views.view import Brief, Layout, Subject, View

WIDTH = 980.0
MARGIN = 20.0
PAD = 16.0
PHOTO = 40.0
FACE = 22.0
SEAT = 226.0  # the width of a persona with a face
GAP = 14.0
MOST = 60  # of each sort are drawn


def draw(document: Document, asked: Brief) -> Iterator[View]:
    divided, clashing = divides(document, asked.map_id), clashes(document, asked.map_id)
    if not divided and not clashing:
        return
    easel = Easel(asked.look)
    y = MARGIN
    if divided:
        told = counted(
            "{n} place where feelings are opposite",
            "{n} places where feelings are opposite",
            len(divided),
        )
        y = _title(easel, asked, told, "swords", y)
        wheres = {node.id: column for column in columns(document, asked.map_id) for node in column.steps}
        for divide in divided[:MOST]:
            y = _divide(easel, asked, divide, wheres.get(divide.node.id), y) + GAP
        y = _others(easel, asked, len(divided) - MOST, y) + 12
    if clashing:
        told = counted(
            "{n} requirement that somebody else refuses",
            "{n} requirements that somebody else refuses",
            len(clashing),
        )
        y = _title(easel, asked, told, "octagon-x", y)
        for clash in clashing[:MOST]:
            y = _clash(easel, asked, clash, y) + GAP
        y = _others(easel, asked, len(clashing) - MOST, y)
    yield View(WIDTH, y + MARGIN - GAP, easel.picture, tuple(easel.spots))


def _title(easel: Easel, asked: Brief, told: Message, sign: str, y: float) -> float:
    theme, text = asked.look.theme, asked.look.say(told)
    easel.marks += icon(sign, MARGIN, y + 1, 22, theme.ink)
    return y + easel.text(text, HEADING, MARGIN + 32, y, WIDTH - 2 * MARGIN - 32, theme.ink) + 10


def _others(easel: Easel, asked: Brief, count: int, y: float) -> float:
    """How many more there are than are drawn."""
    if count <= 0:
        return y
    told = asked.look.say(counted("and {n} other", "and {n} others", count))
    return y + easel.text(told, BODY, MARGIN, y, WIDTH - 2 * MARGIN, asked.look.theme.muted) + GAP


def _divide(easel: Easel, asked: Brief, divide: Divide, column: Column | None, y: float) -> float:
    """A node with those who feel something there, from the gladdest to the saddest."""
    look, node = asked.look, divide.node
    theme, room = look.theme, WIDTH - 2 * MARGIN - 2 * PAD
    title, where = node.title or look.say(N_("Untitled")), ""
    if column is not None:
        where = look.say(message("Stage {n}: {title}", n=column.number, title=column.stage.title))
    across = int(room // SEAT)
    rows = -(-len(divide.felt) // across)
    high = PAD + height_of(title, STRONG, room) + (18 if where else 0) + 8 + rows * (PHOTO + 12) + PAD - 12
    box = Box(MARGIN, y, WIDTH - MARGIN, y + high)
    easel.area(box, theme.card, theme.card_line, 10.0)
    top = y + PAD
    if where:
        easel.text(where, CAPTION, box.left + PAD, top, room, theme.muted)
        top += 18
    top += easel.text(title, STRONG, box.left + PAD, top, room, theme.ink) + 8
    easel.spot(box, record_id=node.id, label=look.say(message("Opposite feelings at “{title}”", title=title)))
    for place, (persona, value) in enumerate(divide.felt):
        x = box.left + PAD + place % across * SEAT
        _felt(easel, asked, persona, value, x, top + place // across * (PHOTO + 12))
    return box.bottom


def _felt(easel: Easel, asked: Brief, persona: Persona, value: int, x: float, y: float) -> None:
    look, tint = asked.look, tint_for(persona, asked)
    easel.marks += portrait(persona, look, x + PHOTO / 2, y + PHOTO / 2, PHOTO, tint.line)
    easel.marks += face(x + PHOTO - 2, y + PHOTO - 4, FACE, value, look.theme)
    left, room = x + PHOTO + 16, SEAT - PHOTO - 22
    easel.text(
        shortened(persona.name, CAPTION_STRONG, room), CAPTION_STRONG, left, y + 4, room, look.theme.ink
    )
    word = look.say(WORDS[value])
    easel.text(word, CAPTION, left, y + 21, room, look.theme.muted)
    box = Box(x - 2, y - 2, x + SEAT - 8, y + PHOTO + 6)
    easel.spot(box, record_id=persona.id, label=labelled(persona.name, word))


def _clash(easel: Easel, asked: Brief, clash: Clash, y: float) -> float:
    """What one requires at the left, what the other objects at the right, and a sign between."""
    look, theme = asked.look, asked.look.theme
    middle = WIDTH / 2
    wide = middle - MARGIN - 34
    sides = (
        (clash.persona, clash.requirement, N_("{name} requires"), "clipboard-check", MARGIN),
        (clash.other, clash.objection, N_("{name} objects"), "octagon-x", middle + 34),
    )
    room = wide - PHOTO - 3 * PAD
    high = max(PHOTO, *(20 + height_of(text, BODY, room) for _, text, _, _, _ in sides)) + 2 * PAD
    for persona, text, verb, sign, left in sides:
        box = Box(left, y, left + wide, y + high)
        tint = tint_for(persona, asked)
        easel.area(box, theme.card, theme.card_line, 10.0)
        easel.marks += portrait(persona, look, left + PAD + PHOTO / 2, box.y, PHOTO, tint.line)
        x = left + PHOTO + 2 * PAD
        colour = readable(theme.gained.line if sign == "clipboard-check" else theme.lost.line, theme.card)
        easel.marks += icon(sign, x, y + PAD, 15, colour)
        name = look.say(message(verb, name=persona.name))
        easel.short(name, CAPTION_STRONG, x + 21, y + PAD, room - 21, colour)
        easel.text(text, BODY, x, y + PAD + 20, room, theme.ink)
        easel.spot(box, record_id=persona.id, label=labelled(name, text))
    line = readable(theme.lost.line, theme.ground)
    y_ = y + high / 2
    easel.marks.append(Path(polyline(((middle - 34, y_), (middle + 34, y_))), stroke=Stroke(line, 2)))
    easel.marks.append(Path(circle(middle, y_, 15), theme.ground, Stroke(line, 2)))
    easel.marks += icon("zap", middle - 9, y_ - 9, 18, line)
    return y + high


CONFLICTS = Layout(
    "conflicts",
    N_("Conflicts"),
    "swords",
    Subject.MAP,
    draw,
    N_(
        "No conflict is known. One shows where some feel well at a node and others do not, "
        "or where one requires what another objects to."
    ),
    N_("Where the members of a committee disagree"),
)
