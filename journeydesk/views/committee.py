"""The buying committee: who plays which role at which stage, as a matrix."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from journeydesk.analysis.columns import Column
from journeydesk.analysis.committee import Committee, Seat, committee, divides
from journeydesk.kinds.pieces import CAPTION, CAPTION_STRONG, STRONG, height_of, on
from journeydesk.kinds.portrait import portrait
from journeydesk.kinds.roles import in_order
from journeydesk.kinds.stage import phase_tint
from journeydesk.language import N_, Problem, labelled, message
from journeydesk.model.document import Document
from journeydesk.model.records import Persona
from journeydesk.model.vocabulary import ROLES
from journeydesk.operations.committee import give_roles, switch_role
from journeydesk.operations.fields import set_field
from journeydesk.picture.icons import icon
from journeydesk.picture.marks import Box, Group, Path, Picture, Stroke
from journeydesk.picture.shapes import circle, polyline
from journeydesk.picture.theme import readable
from journeydesk.render.heading import clipped
from journeydesk.views.easel import Easel
from journeydesk.views.people import role_offers, tint_for
from journeydesk.views.view import Brief, Layout, Offer, Subject, View

NAMES = 226.0  # the width of the column of names
COLUMN = 150.0
PHOTO = 44.0
CHIP = 22.0  # the height of a role
PAD = 8.0
NUMBER = 22.0


def draw(document: Document, asked: Brief) -> Iterator[View]:
    found = committee(document, asked.map_id)
    if not found.personas or not found.columns:
        return
    easel = Easel(asked.look)
    torn = _torn(document, asked, found)
    top = _heads(easel, asked, found, torn)
    y, width = top, NAMES + COLUMN * len(found.columns)
    told: dict[tuple[Seat, str], _Told] = {}
    for place, persona in enumerate(found.personas):
        high = _high(found, persona)
        if place % 2 == 0:
            easel.area(Box(0, y, width, y + high), asked.look.theme.frame.fill)
        _name(easel, asked, persona, y, high)
        ink = readable(tint_for(persona, asked).line, asked.look.theme.ground)
        for at, column in enumerate(found.columns):
            seat = found.seats[persona.id, column.stage.id]
            if (seat, ink) not in told:
                told[seat, ink] = _told(easel, seat, ink)
            left = NAMES + at * COLUMN
            box = Box(left, y, left + COLUMN, y + high)
            _cell(easel, asked, persona, column, box, told[seat, ink])
        y += high
    rule = Stroke(asked.look.theme.hair, 1)
    for at in range(len(found.columns) + 1):
        x = NAMES + at * COLUMN
        easel.marks.append(Path(polyline(((x, top), (x, y))), stroke=rule))
    _key(easel, asked, y + 12, width)
    yield View(width, y + 44, easel.picture, tuple(easel.spots), left=NAMES, top=top)


def _torn(document: Document, asked: Brief, found: Committee) -> dict[str, tuple[str, ...]]:
    """Which stages have a conflict: the names of the nodes where feelings are opposite."""
    told: dict[str, list[str]] = {}
    split = {divide.node.id: divide.node.title for divide in divides(document, asked.map_id)}
    for column in found.columns:
        for node in column.nodes:
            if node.id in split:
                told.setdefault(column.stage.id, []).append(split[node.id])
    return {key: tuple(titles) for key, titles in told.items()}


def _heads(easel: Easel, asked: Brief, found: Committee, torn: dict[str, tuple[str, ...]]) -> float:
    """The stages along the top, with what is wrong in each; gives where they end."""
    look = asked.look
    room = COLUMN - 2 * PAD - NUMBER - 10
    high = max(height_of(column.stage.title, STRONG, room) for column in found.columns)
    undecided = found.undecided
    marked = bool(torn or undecided)
    bottom = PAD + max(34.0, high + 14) + (2 * 19 if marked else 0) + 8
    for at, column in enumerate(found.columns):
        stage = column.stage
        tint = phase_tint(stage, look.theme)
        box = Box(NAMES + at * COLUMN + 2, PAD, NAMES + (at + 1) * COLUMN - 2, PAD + max(34.0, high + 14))
        easel.area(box, tint.fill, tint.line, 8.0, 1.5)
        x, y = box.left + 8 + NUMBER / 2, box.y
        easel.marks.append(Path(circle(x, y, NUMBER / 2), tint.line))
        easel.text(str(column.number), CAPTION_STRONG, x - NUMBER / 2, y - 8, NUMBER, on(tint.line), 0.5)
        easel.text(stage.title, STRONG, box.left + NUMBER + 14, box.top + 7, room, tint.ink)
        easel.spot(
            box,
            record_id=stage.id,
            label=look.say(message("Stage {n}: {title}", n=column.number, title=stage.title)),
            text=stage.title,
            write=partial(_title, key=stage.id),
        )
        y = box.bottom + 5
        if stage.id in torn:
            y = _warning(easel, "swords", look.say(N_("Divided")), box.left + 4, y, box.width - 4)
        if stage.id in undecided:
            _warning(
                easel, "circle-question-mark", look.say(N_("Nobody decides")), box.left + 4, y, box.width - 4
            )
    return bottom


def _title(document: Document, text: str, key: str) -> None:
    set_field(document, (key,), "title", text)


def _warning(easel: Easel, sign: str, text: str, x: float, y: float, room: float) -> float:
    ink = readable(easel.look.theme.lost.line, easel.look.theme.ground)
    easel.marks += icon(sign, x, y + 1, 14, ink)
    easel.short(easel.look.say(text), CAPTION_STRONG, x + 20, y, room - 20, ink)
    return y + 19


def _high(found: Committee, persona: Persona) -> float:
    most = max(len(found.seats[persona.id, column.stage.id].roles) for column in found.columns)
    return max(PHOTO + 16, 2 * PAD + most * (CHIP + 4), 44.0)


def _name(easel: Easel, asked: Brief, persona: Persona, y: float, high: float) -> None:
    """A persona at the left, with the roles that they have in general."""
    look = asked.look
    tint = tint_for(persona, asked)
    easel.marks += portrait(persona, look, 10 + PHOTO / 2, y + high / 2, PHOTO, tint.line)
    left, room = PHOTO + 22, NAMES - PHOTO - 30
    title = persona.name or look.say(N_("Unnamed"))
    name = clipped(title, STRONG, room, 2)
    top = y + (high - name.height - 20) / 2
    easel.marks += name.placed(left, top, look.theme.ink)
    below = top + name.height + 4
    signs = [choice for choice in ROLES if choice.key in persona.roles]
    for place, choice in enumerate(signs):
        easel.marks += icon(choice.icon, left + place * 20, below, 15, look.theme.muted)
    told = ", ".join(look.say(choice.label) for choice in signs) or look.say(N_("no role in general"))
    if not signs:
        easel.text(told, CAPTION, left, below - 1, room, look.theme.muted)
    easel.spot(
        Box(2, y + 3, NAMES - 4, y + high - 3),
        record_id=persona.id,
        label=labelled(persona.name, told),
        offers=partial(role_offers, asked, persona),
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """What is seen and read of a seat: many cells are alike."""

    seat: Seat
    marks: Picture
    text: str
    label: str


def _told(easel: Easel, seat: Seat, ink: str) -> _Told:
    """The roles below one another: outlined where they are as in general, filled where told at the stage."""
    look, own = easel.look, Easel(easel.look)
    theme, y = look.theme, 0.0
    for role in seat.roles:
        choice = next((known for known in ROLES if known.key == role), None)
        told = look.say(choice.label) if choice is not None else role
        chip = Box(PAD, y, COLUMN - PAD, y + CHIP)
        fill, line = (ink, ink) if seat.is_told else (theme.ground, theme.card_line)
        own.area(chip, fill, line, CHIP / 2, 1.2)
        colour = on(ink) if seat.is_told else theme.ink
        if choice is not None:
            own.marks += icon(choice.icon, chip.left + 7, chip.top + 4, 14, colour)
        own.short(told, CAPTION_STRONG, chip.left + 27, chip.top + 3, chip.width - 34, colour)
        y += CHIP + 4
    if not seat.roles and seat.is_told:
        own.text(look.say(N_("not involved")), CAPTION, 0, 0, COLUMN, theme.muted, 0.5)
    text = ", ".join(look.say(choice.label) for choice in ROLES if choice.key in seat.roles)
    return _Told(seat, own.picture, text, text or look.say(N_("no role")))


def _cell(easel: Easel, asked: Brief, persona: Persona, column: Column, box: Box, told: _Told) -> None:
    """The roles of a persona at a stage."""
    look, stage = asked.look, column.stage
    if told.marks:
        high = PAD if told.seat.roles else (box.height - CAPTION.size * 1.3) / 2
        easel.marks.append(Group(told.marks, box.left, box.top + high))
    easel.spot(
        Box(box.left + 3, box.top + 3, box.right - 3, box.bottom - 3),
        record_id=stage.id,
        label=look.say(
            message("{name} at “{stage}”: {roles}", name=persona.name, stage=stage.title, roles=told.label)
        ),
        text=told.text,
        write=partial(_type_roles, stage_id=stage.id, persona_id=persona.id, asked=asked),
        remove=partial(give_roles, stage_ids=(stage.id,), persona_id=persona.id, roles=()),
        offers=partial(_offers, asked, persona, stage.id, told.seat),
    )


def _offers(asked: Brief, persona: Persona, stage_id: str, seat: Seat) -> tuple[Offer, ...]:
    """The roles at a stage, and those in general again."""
    say = asked.look.say
    roles = tuple(
        Offer(
            say(choice.label),
            choice.icon,
            choice.key in seat.roles,
            partial(switch_role, stage_ids=(stage_id,), persona_id=persona.id, role=choice.key),
        )
        for choice in ROLES
    )
    general = partial(give_roles, stage_ids=(stage_id,), persona_id=persona.id, roles=None)
    return (*roles, Offer(say(N_("As in general")), "rotate-ccw", not seat.is_told, general))


def _type_roles(document: Document, text: str, stage_id: str, persona_id: str, asked: Brief) -> None:
    """Reads roles by how their names begin, e.g. "user, dec". Raises Problem where there is none."""
    words = [word for word in text.casefold().replace(";", ",").replace("\n", ",").split(",") if word.strip()]
    typed = [word.strip() for word in words]
    roles = [
        choice.key
        for choice in ROLES
        if any(
            name.casefold().startswith(word)
            for word in typed
            for name in (asked.look.say(choice.label), choice.label, choice.key)
        )
    ]
    if typed and not roles:
        known = ", ".join(asked.look.say(choice.label) for choice in ROLES)
        raise Problem(message("“{typed}” is no role. There are: {known}.", typed=text.strip(), known=known))
    give_roles(document, (stage_id,), persona_id, in_order(roles))


def _key(easel: Easel, asked: Brief, y: float, width: float) -> None:
    """What the two sorts of cells mean."""
    theme, say = asked.look.theme, asked.look.say
    x = 12.0
    for filled, told in ((False, N_("As in general")), (True, N_("Told at this stage"))):
        easel.area(Box(x, y + 2, x + 28, y + 16), theme.ink if filled else theme.ground, theme.ink, 7.0, 1.2)
        easel.text(say(told), CAPTION, x + 36, y + 1, 300, theme.muted)
        x += 200


COMMITTEE = Layout(
    "committee",
    N_("Buying Committee"),
    "users",
    Subject.MAP,
    draw,
    N_("A committee needs personas, and stages on the map. Add them to see who plays which role when."),
    N_("Who plays which role at which stage"),
)
