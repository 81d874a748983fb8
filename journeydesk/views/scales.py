"""Scales on which a value has its place: a line of named stops, or a bar from 0 to 10."""

from functools import partial
from typing import Any

from babel.numbers import format_decimal

from journeydesk.kinds.pieces import CAPTION, CAPTION_STRONG
from journeydesk.language import labelled
from journeydesk.model.document import Document
from journeydesk.operations.fields import set_field
from journeydesk.operations.telling import write_number
from journeydesk.picture.marks import Box, Path, Stroke
from journeydesk.picture.shapes import circle, polygon, polyline, rounded
from journeydesk.views.blocks import FIELDS, label
from journeydesk.views.easel import Easel
from journeydesk.views.view import Brief, Offer

DOT = 5.0
HERE = 9.0
BAR = 10.0


def stops(easel: Easel, asked: Brief, persona_id: str, name: str, value: str, box: Box, colour: str) -> float:
    """A vocabulary as a line of stops with a persona's place marked; it can be dragged. Gives its end."""
    say, choices = easel.look.say, FIELDS[name].choices
    step, y = box.width / len(choices), box.top + HERE + 4
    xs = [box.left + step * (place + 0.5) for place in range(len(choices))]
    at = next((place for place, choice in enumerate(choices) if choice.key == value), None)
    _track(easel, xs, y, at, colour)
    bottom = y
    for place, (x, choice) in enumerate(zip(xs, choices, strict=True)):
        type_ = CAPTION_STRONG if place == at else CAPTION
        ink = easel.look.theme.ink if place == at else easel.look.theme.muted
        high = easel.text(say(choice.label), type_, x - step / 2 + 3, y + HERE + 4, step - 6, ink, 0.5)
        bottom = max(bottom, y + HERE + 4 + high)
    told: dict[str, Any] = {
        "record_id": persona_id,
        "label": labelled(label(asked, name), say(choices[at].label) if at is not None else "–"),
        "offers": partial(offers, asked, persona_id, name, value),
        "remove": partial(set_field, ids=(persona_id,), name=name, value="") if value else None,
    }
    easel.spot(Box(box.left, box.top - 6, box.right, bottom), **told)
    if at is not None:
        easel.spot(
            Box.around(xs[at], y, 2 * HERE + 6, 2 * HERE + 6),
            plane=Box(box.left, y - 1, box.right, y + 1),
            drag=partial(_place, persona_id=persona_id, name=name),
            steps=(1 / len(choices), 0.0),
            **told,
        )
    return bottom


def _track(easel: Easel, xs: list[float], y: float, at: int | None, colour: str) -> None:
    """The line with its stops; what lies before the place is thick, and a flag stands over it."""
    theme = easel.look.theme
    easel.marks.append(Path(polyline(((xs[0], y), (xs[-1], y))), stroke=Stroke(theme.muted, 2)))
    if at:
        easel.marks.append(Path(polyline(((xs[0], y), (xs[at], y))), stroke=Stroke(colour, 5)))
    for place, x in enumerate(xs):
        if place == at:
            easel.marks.append(Path(circle(x, y, HERE), colour, Stroke(theme.ground, 2)))
            easel.marks.append(Path(polygon(((x - 5, y - 18), (x + 5, y - 18), (x, y - 11))), colour))
        else:
            easel.marks.append(Path(circle(x, y, DOT), theme.ground, Stroke(theme.muted, 2)))


def offers(asked: Brief, persona_id: str, name: str, value: str) -> tuple[Offer, ...]:
    """All values of a choice; the one that is chosen can be taken away."""
    return tuple(
        Offer(
            asked.look.say(choice.label),
            choice.icon,
            choice.key == value,
            partial(set_field, ids=(persona_id,), name=name, value="" if choice.key == value else choice.key),
        )
        for choice in FIELDS[name].choices
    )


def _place(document: Document, x: float, _: float, persona_id: str, name: str) -> None:
    choices = FIELDS[name].choices
    at = min(len(choices) - 1, max(0, int(x * len(choices))))
    set_field(document, (persona_id,), name, choices[at].key)


def bar(
    easel: Easel, asked: Brief, persona_id: str, name: str, value: float | None, box: Box, colour: str
) -> None:
    """A number from 0 to 10 as a bar with ten parts; its end can be dragged, and the number typed."""
    track = Box(box.left, box.top, box.right, box.top + BAR)
    _filled(easel, track, value, colour)
    told = number_text(value, asked)
    shared: dict[str, Any] = {
        "record_id": persona_id,
        "label": labelled(label(asked, name), told or "–"),
        "remove": partial(set_field, ids=(persona_id,), name=name, value=None) if told else None,
    }
    write = partial(write_number, persona_id=persona_id, name=name)
    room = Box(box.left - 4, box.top - 8, box.right + 4, track.bottom + 8)
    easel.spot(room, text=told, write=write, **shared)
    if value is None and not asked.inviting:
        return
    theme, x = easel.look.theme, track.left + track.width * (value or 0.0) / 10
    fill = colour if value is not None else theme.ground
    easel.marks.append(Path(circle(x, track.y, 8), fill, Stroke(theme.ground if value else theme.muted, 2)))
    drag = partial(_fill, persona_id=persona_id, name=name)
    easel.spot(Box.around(x, track.y, 20, 20), plane=track, drag=drag, steps=(0.05, 0.0), **shared)


def _filled(easel: Easel, track: Box, value: float | None, colour: str) -> None:
    """The bar up to the value, with lines between its parts."""
    theme = easel.look.theme
    easel.marks.append(Path(rounded(track, BAR / 2), theme.ground, Stroke(theme.muted, 1.2)))
    if value:
        end = track.left + max(BAR, track.width * value / 10)
        easel.marks.append(Path(rounded(Box(track.left, track.top, end, track.bottom), BAR / 2), colour))
    for place in range(1, 10):
        x = track.left + track.width * place / 10
        ink = theme.ground if value and place < value else theme.muted
        easel.marks.append(Path(polyline(((x, track.top + 3), (x, track.bottom - 3))), stroke=Stroke(ink, 1)))


def number_text(value: float | None, asked: Brief) -> str:
    """A number as people write it; "" where it is unknown."""
    if value is None:
        return ""
    told: str = format_decimal(value, locale=asked.look.say.language)
    return told


def _fill(document: Document, x: float, _: float, persona_id: str, name: str) -> None:
    set_field(document, (persona_id,), name, round(20 * x) / 2)
