"""A touchpoint: a card with the icon of its channel, and small marks for device and department."""

from dataclasses import dataclass

from journeydesk.kinds.belonging import stage_field
from journeydesk.kinds.feeling import (
    draw_plates,
    expected_field,
    face,
    feelings_field,
    plates_height,
    sentiment_field,
)
from journeydesk.kinds.kind import Kind, Look, Part, Setting, Writing
from journeydesk.kinds.pieces import BADGE, CAPTION, STRONG, card, height_of, truth_star
from journeydesk.kinds.signs import sign, sign_disc
from journeydesk.language import N_
from journeydesk.model.fields import Editor, attribute
from journeydesk.model.records import Node
from journeydesk.model.terms import VOCABULARIES, Listed, chosen, term_field
from journeydesk.picture.marks import Box, Picture, Stroke
from journeydesk.picture.text import Block, lay
from journeydesk.picture.theme import Tint, readable, tint_of

WIDTH = 216.0
PAD = 12.0
CHANNEL = 36.0
INSET = 18.0  # from an icon to its words


@dataclass(frozen=True, slots=True, kw_only=True)
class Touchpoint(Node):
    """A contact between a person and a company."""

    channel: str = term_field("channel", N_("Channel"))
    device: str = term_field("device", N_("Device"))
    department: str = term_field("department", N_("Department"))
    sentiment: int | None = sentiment_field()
    expected: int | None = expected_field()
    feelings: tuple[tuple[str, int], ...] = feelings_field()
    moment_of_truth: bool = attribute(False, N_("Moment of truth"), Editor.SWITCH)
    stage_id: str = stage_field()


@dataclass(frozen=True, slots=True)
class Fact:
    """A channel, a device or a department as it is written: its sign if it has one here, words and width."""

    sign: Listed | None
    block: Block
    width: float


def _room(width: float) -> float:
    return width - 2 * PAD - CHANNEL - 10


def _plates_room(width: float) -> float:
    return width - PAD - BADGE + 4


def _facts(node: Touchpoint, look: Look, room: float) -> list[list[Fact]]:
    """Channel, device and department in rows, as many to a row as fit."""
    rows: list[list[Fact]] = []
    used = 0.0
    for vocabulary in VOCABULARIES:
        entry = chosen(look.find, node, vocabulary)
        if entry is None:
            continue
        inset = 0.0 if vocabulary == "channel" else INSET  # its sign stands at the left of the card
        block = lay(entry.named(look.say), CAPTION, room - inset)
        fact = Fact(entry if inset else None, block, block.width + inset)
        if rows and used + 12 + fact.width <= room:
            rows[-1].append(fact)
            used += 12 + fact.width
        else:
            rows.append([fact])
            used = fact.width
    return rows


def _height(rows: list[list[Fact]]) -> float:
    """What the facts add to the height of the title."""
    return 4 + sum(_row_height(row) for row in rows) if rows else 0.0


def _row_height(row: list[Fact]) -> float:
    return max(fact.block.height for fact in row) + 2.4


def size(node: Node, look: Look) -> tuple[float, float]:
    assert isinstance(node, Touchpoint)
    width = max(node.width or WIDTH, 130.0)
    room = _room(width)
    content = height_of(node.title, STRONG, room) or STRONG.size * STRONG.leading
    facts = _height(_facts(node, look, room))
    plates = plates_height(node, _plates_room(width), look)
    return width, max(node.height or 0.0, 2 * PAD + max(CHANNEL, content + facts) + plates)


def tint(node: Node, setting: Setting, look: Look) -> Tint:
    theme = look.theme
    return tint_of(node.colour, theme) if node.colour else Tint(theme.card, theme.ink, theme.card_line)


def draw(node: Node, setting: Setting, look: Look) -> Picture:
    assert isinstance(node, Touchpoint)
    theme, box = look.theme, Box(0, 0, setting.width, setting.height)
    colours = tint(node, setting, look)
    line, fill = Stroke(colours.line, 1.5), colours.fill
    muted = readable(theme.muted, fill)
    marks = list(card(box, 10, fill, line, theme))
    channel, mark = chosen(look.find, node, "channel"), colours.line if node.colour else theme.persona.line
    middle = PAD + CHANNEL / 2
    marks += sign_disc(channel, look, middle, middle, CHANNEL, mark, theme.card, TOUCHPOINT.icon)
    left, room = PAD + CHANNEL + 10, _room(box.width)
    title = lay(node.title, STRONG, room)
    rows = _facts(node, look, room)
    low = box.height - plates_height(node, _plates_room(box.width), look)
    y = max(PAD, (low - title.height - _height(rows)) / 2)
    marks += title.placed(left, y, colours.ink)
    y += title.height + 4
    for row in rows:
        x = left
        for fact in row:
            if fact.sign is not None:
                marks += sign(fact.sign, look, x, y + 1.5, 13, muted, fill)
            marks += fact.block.placed(x + fact.width - fact.block.width, y, muted)
            x += fact.width + 12
        y += _row_height(row)
    if node.moment_of_truth:
        marks += truth_star(box, look)
    marks += draw_plates(node, PAD, box.bottom - 8, _plates_room(box.width), look)
    if node.sentiment is not None:
        marks += face(box.right - 8, box.bottom - 2, BADGE - 2, node.sentiment, theme)
    return tuple(marks)


def writing(node: Node, setting: Setting, look: Look) -> Writing:
    assert isinstance(node, Touchpoint)
    room = _room(setting.width)
    rows = _facts(node, look, room)
    content = lay(node.title, STRONG, room).height + _height(rows)
    low = setting.height - plates_height(node, _plates_room(setting.width), look)
    return Writing(PAD + CHANNEL + 10, max(PAD, (low - content) / 2), room, STRONG)


TOUCHPOINT = Kind(
    "touchpoint", Touchpoint, N_("Touchpoint"), "map-pin", Part.STEP, size, draw, writing, tint=tint
)
