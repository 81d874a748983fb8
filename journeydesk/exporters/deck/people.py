"""A persona on a slide: the photo with who it is at the left, cards of what is known at the right."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import PP_ALIGN

from journeydesk.analysis.facts import Section, facts
from journeydesk.exporters.deck.canvas import SlideCanvas, bare, lined, painted, write
from journeydesk.exporters.deck.pages import Pages
from journeydesk.exporters.deck.place import EMU, POINT, Place
from journeydesk.kinds.kind import Look
from journeydesk.kinds.portrait import portrait
from journeydesk.language import labelled
from journeydesk.model.document import Document
from journeydesk.model.fields import label_of
from journeydesk.model.records import Persona
from journeydesk.model.vocabulary import ROLES
from journeydesk.picture.marks import Box, Mark, Path, Picture, Stroke, paint
from journeydesk.picture.shapes import rounded
from journeydesk.picture.text import Type, lay

TOLD = ("name", "tagline", "photo_id", "colour", "roles", "notes", "evidence_ids")
PHOTO = 46.0  # millimetres on a slide of the usual size
UNDER = 12.0  # points of what is written under it
COLUMNS = 3
GAP, PAD = 5.0, 3.5
SIZES = (16.0, 14.0, 12.0, 11.0, 10.0, 9.0, 8.0, 7.0, 6.0, 5.0)  # points on such a slide
LEADING = 1.2
MM = EMU / POINT  # points to a millimetre


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a card: a label, and what is said under it; or the title of the card."""

    text: str
    strong: bool


@dataclass(frozen=True, slots=True)
class _Spread:
    """Where everything stands: the photo, what is written under it, and cards in type of this size."""

    photo: Picture
    below: Box
    lines: list[Line]
    size: float
    cards: list[tuple[Box, list[Line]]]


def _spread(pages: Pages, document: Document, persona: Persona, look: Look) -> _Spread:
    unit, room = pages.unit, pages.room
    photo = Box(room.left, room.top, room.left + PHOTO * unit, room.top + PHOTO * unit)
    line = persona.colour or look.theme.persona.line
    roles = ", ".join(look.say(label_of(ROLES, role)) for role in persona.roles)
    lines = [Line(persona.tagline, False), Line(roles, True)]
    known = facts(document, persona, look.say, without=TOLD)
    cards = [_lines(section, persona.name, look) for section in known]
    size, placed = _arranged(cards, replace(room, left=photo.right + 2 * GAP * unit), unit)
    return _Spread(
        portrait(persona, look, photo.x, photo.y, photo.width, line),
        replace(photo, top=photo.bottom + GAP * unit, bottom=room.bottom),
        [line for line in lines if line.text],
        size,
        list(zip(placed, cards, strict=True)),
    )


def add_person(shapes: Any, pages: Pages, document: Document, persona: Persona, look: Look) -> None:
    """Adds what is known of a persona to a slide."""
    spread = _spread(pages, document, persona, look)
    paint(spread.photo, SlideCanvas(shapes, Place()))
    _add_text(shapes, spread.below, spread.lines, look, UNDER * pages.unit)
    for box, card in spread.cards:
        _add_card(shapes, box, card, look, spread.size, pages.unit)


def pictured_person(pages: Pages, document: Document, persona: Persona, look: Look) -> Picture:
    """The same as marks, to be looked at before there is a slide."""
    spread, unit, theme = _spread(pages, document, persona, look), pages.unit, look.theme
    marks: list[Mark] = [*spread.photo, *_pictured(spread.below, spread.lines, look, UNDER * unit)]
    for box, card in spread.cards:
        marks.append(Path(rounded(box, 2 * unit), theme.card, Stroke(theme.card_line, 0.35 * unit)))
        marks += _pictured(box.grown(-PAD * unit), card, look, spread.size)
    return tuple(marks)


def _pictured(box: Box, lines: list[Line], look: Look, size: float) -> Iterator[Mark]:
    y = box.top
    for line in lines:
        type_ = Type(size / MM, "semibold" if line.strong else "regular", LEADING)
        block = lay(line.text, type_, box.width)
        yield from block.placed(box.left, y, look.theme.ink)
        y += block.height


def _lines(section: Section, name: str, look: Look) -> list[Line]:
    found = [Line(section.title or name, True)]
    for fact in section.facts:
        if len(fact.values) == 1:
            told = labelled(fact.label, fact.values[0])
            found.append(Line(look.say(told), False))
        else:
            found.append(Line(fact.label, True))
            found += [Line(f"• {value}", False) for value in fact.values]
    return found


def _arranged(cards: list[list[Line]], room: Box, unit: float) -> tuple[float, list[Box]]:
    """The size of type at which all cards find room, and where they stand: each in the shortest column."""
    wide = (room.width - GAP * unit * (COLUMNS - 1)) / COLUMNS
    placed: list[Box] = []
    for size in SIZES:
        ends, placed = [room.top] * COLUMNS, []
        for card in cards:
            at = ends.index(min(ends))
            left = room.left + at * (wide + GAP * unit)
            high = _height(card, wide - 2 * PAD * unit, size * unit) + 2 * PAD * unit
            placed.append(Box(left, ends[at], left + wide, ends[at] + high))
            ends[at] += high + GAP * unit
        if max(ends) - GAP * unit <= room.bottom:
            return size * unit, placed
    return SIZES[-1] * unit, placed


def _height(card: list[Line], room: float, size: float) -> float:
    lines = (lay(line.text, Type(size / MM, "semibold" if line.strong else "regular"), room) for line in card)
    return sum(len(block.lines) for block in lines) * size / MM * LEADING * 1.02


def _add_card(shapes: Any, box: Box, card: list[Line], look: Look, size: float, unit: float) -> None:
    shape = shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, *Place().frame(box))
    shape.adjustments[0] = min(0.5, 2 * unit / min(box.width, box.height))
    _plain(shape, look.theme.card, Stroke(look.theme.card_line, 0.35 * unit))
    _write_lines(shape, card, look, size)
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = round(PAD * unit * EMU)


def _add_text(shapes: Any, box: Box, lines: list[Line], look: Look, size: float) -> None:
    _write_lines(shapes.add_textbox(*Place().frame(box)), lines, look, size)


def _write_lines(shape: Any, lines: list[Line], look: Look, size: float) -> None:
    frame = shape.text_frame
    bare(frame)
    frame.word_wrap = True
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if not number else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.LEFT
        write(paragraph, line.text, size, look.theme.ink, bold=line.strong)


def _plain(shape: Any, fill: str, line: Stroke | None) -> None:
    """Without the effects that a shape has of itself."""
    for style in shape._element.findall("{*}style"):
        shape._element.remove(style)
    shape._element.spPr.append(painted(fill))
    shape._element.spPr.append(lined(line, Place()))
