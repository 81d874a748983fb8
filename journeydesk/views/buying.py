"""Where a persona is in the buying cycle, how urgent it is to them, and how much they count."""

from functools import partial

from journeydesk.kinds.pieces import (
    STRONG,
    share_text,
    slice_of_pie,
)
from journeydesk.language import N_, labelled, message
from journeydesk.model.fields import label_of
from journeydesk.model.records import Persona
from journeydesk.model.vocabulary import URGENCIES
from journeydesk.operations.fields import set_field
from journeydesk.operations.telling import write_number
from journeydesk.picture.marks import Box
from journeydesk.picture.text import measure
from journeydesk.picture.theme import readable
from journeydesk.views.blocks import caption, label
from journeydesk.views.easel import Easel
from journeydesk.views.people import MARGIN, one_line, set_text, tint_for
from journeydesk.views.scales import bar, number_text, offers, stops
from journeydesk.views.view import Brief


def buying(easel: Easel, asked: Brief, persona: Persona, width: float, y: float) -> float:
    """The buying cycle as a line, and below it how urgent it is, by when, and how much they count."""
    theme = asked.look.theme
    colour = readable(tint_for(persona, asked).line, theme.ground)
    room = width - 2 * MARGIN
    if persona.buying_stage or asked.inviting:
        caption(easel, label(asked, "buying_stage"), MARGIN, y, room)
        box = Box(MARGIN, y + 20, width - MARGIN, y + 60)
        y = stops(easel, asked, persona.id, "buying_stage", persona.buying_stage, box, colour) + 14
    cells = [name for name in ("urgency", "time_to_buy", "influence", "interest", "market_share")
             if asked.inviting or getattr(persona, name) not in ("", None)]  # fmt: skip
    if not cells:
        return y
    step = room / len(cells)
    bottom = y
    for place, name in enumerate(cells):
        x = MARGIN + place * step
        bottom = max(bottom, _cell(easel, asked, persona, name, Box(x, y, x + step - 20, y + 60), colour))
    return bottom


def _cell(easel: Easel, asked: Brief, persona: Persona, name: str, box: Box, colour: str) -> float:
    y = caption(easel, label(asked, name), box.left, box.top, box.width) + 3
    room = Box(box.left, y, box.right, y + 24)
    match name:
        case "urgency":
            _urgency(easel, asked, persona, room, colour)
        case "time_to_buy":
            add, ink = asked.look.say(N_("Add")), asked.look.theme.ink
            return y + one_line(easel, asked, persona, name, room.left, y, room.width, ink, STRONG, add) + 4
        case "market_share":
            _share(easel, asked, persona, room, colour)
        case _:
            _weight(easel, asked, persona, name, room, colour)
    return room.bottom


def _urgency(easel: Easel, asked: Brief, persona: Persona, box: Box, colour: str) -> None:
    """Bars that rise, as many of them filled as it is urgent, and the word."""
    theme = asked.look.theme
    told = asked.look.say(label_of(URGENCIES, persona.urgency)) if persona.urgency else ""
    places = [choice.key for choice in URGENCIES]
    level = places.index(persona.urgency) if persona.urgency in places else -1
    for step in range(1, len(places)):
        x = box.left + (step - 1) * 13
        rise = Box(x, box.top + 16 - 4 * step, x + 9, box.top + 17)
        easel.area(rise, colour if step <= level else theme.ground, theme.muted, 2.0)
    easel.text(told or "–", STRONG, box.left + 62, box.top, box.width - 62, theme.ink)
    easel.spot(
        box.grown(2),
        record_id=persona.id,
        label=labelled(label(asked, "urgency"), told or "–"),
        offers=partial(offers, asked, persona.id, "urgency", persona.urgency),
        remove=partial(set_text, text="", persona_id=persona.id, name="urgency") if told else None,
    )


def _share(easel: Easel, asked: Brief, persona: Persona, box: Box, colour: str) -> None:
    """A slice of a pie, and the share of the market in figures."""
    share = persona.market_share
    told = share_text(share, asked.look) if share is not None else ""
    easel.marks += slice_of_pie(box.left + 10, box.top + 10, 10, share or 0.0, colour)
    easel.text(told or "–", STRONG, box.left + 28, box.top, box.width - 28, asked.look.theme.ink)
    easel.spot(
        box.grown(2),
        record_id=persona.id,
        label=labelled(label(asked, "market_share"), told or "–"),
        text=told,
        write=partial(write_number, persona_id=persona.id, name="market_share"),
        remove=partial(set_field, ids=(persona.id,), name="market_share", value=None) if told else None,
    )


def _weight(easel: Easel, asked: Brief, persona: Persona, name: str, box: Box, colour: str) -> None:
    """A bar from 0 to 10, and the number in figures."""
    value = getattr(persona, name)
    told = "–"
    if value is not None:
        told = asked.look.say(message("{n} of 10", n=number_text(value, asked)))
    wide = measure(told, STRONG)
    easel.text(told, STRONG, box.right - wide - 2, box.top, wide + 2, asked.look.theme.ink)
    track = Box(box.left, box.top + 6, box.right - wide - 14, box.bottom)
    bar(easel, asked, persona.id, name, value, track, colour)
