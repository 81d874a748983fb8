"""The sheet of a persona: one page with all that is known of them."""

from collections.abc import Iterator
from functools import partial

from journeydesk.kinds.pieces import (
    BODY,
    CAPTION,
    STRONG,
    height_of,
)
from journeydesk.language import N_, labelled, message
from journeydesk.model.document import Document
from journeydesk.model.records import Evidence, Persona
from journeydesk.model.vocabulary import SOURCES
from journeydesk.operations.fields import set_field
from journeydesk.operations.telling import remove_value, write_ages, write_pair
from journeydesk.picture.icons import icon
from journeydesk.picture.marks import Box, Path, Stroke
from journeydesk.picture.shapes import polyline
from journeydesk.views.blocks import FIELDS, INVITATION, label, lines
from journeydesk.views.buying import buying
from journeydesk.views.easel import Easel
from journeydesk.views.people import MARGIN, head, one_line, set_text, shown
from journeydesk.views.view import Brief, Layout, Offer, Subject, View, Write

WIDE, NARROW = 1180.0, 800.0
GUTTER = 32.0
MOST_OFFERED = 30  # sources in one menu
FACTS = ("gender", "age", "profession", "salary", "region", "company", "company_size", "segment")
DRIVES = ("goals", "jobs", "needs", "requirements")
HOLDS = ("concerns", "frustrations", "objections")


def draw(document: Document, asked: Brief) -> Iterator[View]:
    for persona in shown(document, asked):
        yield sheet(document, persona, asked)


def sheet(document: Document, persona: Persona, asked: Brief) -> View:
    """The page of one persona, in three columns, or in two where it is to be higher than wide."""
    easel = Easel(asked.look)
    width = WIDE if asked.aspect >= 1 else NARROW
    y = head(easel, asked, persona, width)
    y = buying(easel, asked, persona, width, y + 18)
    count = 3 if asked.aspect >= 1 else 2
    room = (width - 2 * MARGIN - GUTTER * (count - 1)) / count
    left = [MARGIN + place * (room + GUTTER) for place in range(count)]
    tops = [y + 20] * count
    rule = Stroke(asked.look.theme.hair, 1)
    easel.marks.append(Path(polyline(((MARGIN, y + 8), (width - MARGIN, y + 8))), stroke=rule))
    tops[0] = _facts(easel, asked, persona, left[0], tops[0], room)
    for place, names in ((1, DRIVES), (count - 1, (*HOLDS, "quotes"))):
        for name in names:
            tops[place] = lines(easel, asked, persona, name, left[place], tops[place], room)
    for put_last in (_more, _notes, _evidence):
        at = tops.index(min(tops))
        tops[at] = put_last(document, easel, asked, persona, left[at], tops[at], room)
    return View(width, max(tops) + 8, easel.picture, tuple(easel.spots), title=persona.name)


# The columns


def _facts(easel: Easel, asked: Brief, persona: Persona, x: float, y: float, width: float) -> float:
    """Labels with values, then the responsibilities."""
    theme = asked.look.theme
    half = 112.0
    for name in FACTS:
        text, write, told = _fact(asked, persona, name)
        if not text and not asked.inviting:
            continue
        easel.text(told, CAPTION, x, y + 3, half - 8, theme.muted)
        high = height_of(told, CAPTION, half - 8) + 4
        if text:
            high = max(high, easel.text(text, BODY, x + half, y, width - half, theme.ink))
            box = Box(x, y - 2, x + width, y + high + 2)
            easel.spot(box, record_id=persona.id, label=labelled(told, text), text=text, write=write)
        else:
            box = Box(x + half - 6, y - 1, x + width, y + INVITATION - 1)
            easel.invitation(box, asked.look.say(N_("Add")), label=told, record_id=persona.id, write=write)
            high = max(high, 20.0)
        y += high + 6
    return lines(easel, asked, persona, "responsibilities", x, y + 6, width)


def _fact(asked: Brief, persona: Persona, name: str) -> tuple[str, Write, str]:
    """A value as it is read, how it is written, and what it is called."""
    if name == "age":
        return age_text(persona, asked), partial(write_ages, persona_id=persona.id), asked.look.say(N_("Age"))
    return (
        str(getattr(persona, name)),
        partial(set_text, persona_id=persona.id, name=name),
        asked.look.say(FIELDS[name].label),
    )


def age_text(persona: Persona, asked: Brief) -> str:
    """From which age to which; "" where neither is known."""
    first, last, say = persona.age_from, persona.age_to, asked.look.say
    if first is None:
        return say(message("up to {n} years", n=last)) if last is not None else ""
    if last is None:
        return say(message("{n} years and more", n=first))
    if first == last:
        return say(message("{n} years", n=first))
    return say(message("{first} to {last} years", first=first, last=last))


def _more(
    document: Document, easel: Easel, asked: Brief, persona: Persona, x: float, y: float, width: float
) -> float:
    """The fields that people have added themselves."""
    if not persona.more and not asked.inviting:
        return y
    theme, half = asked.look.theme, 112.0
    y += easel.text(label(asked, "more"), STRONG, x, y, width, theme.ink) + 4
    for place, (name, text) in enumerate(persona.more):
        easel.text(name, CAPTION, x, y + 3, half - 8, theme.muted)
        high = max(height_of(name, CAPTION, half - 8) + 4, 20.0)
        high = max(high, easel.text(text, BODY, x + half, y, width - half, theme.ink))
        easel.spot(
            Box(x, y - 2, x + width, y + high + 2),
            record_id=persona.id,
            label=labelled(name, text),
            text=f"{name}: {text}",
            write=partial(write_pair, persona_id=persona.id, name="more", place=place),
            remove=partial(remove_value, persona_id=persona.id, name="more", place=place),
        )
        y += high + 6
    if asked.inviting:
        easel.invitation(
            Box(x - 6, y, x + width, y + INVITATION),
            asked.look.say(N_("Add a field, e.g. “Reads: two newsletters”")),
            record_id=persona.id,
            write=partial(write_pair, persona_id=persona.id, name="more", place=len(persona.more)),
        )
        y += INVITATION
    return y + 14


def _notes(
    document: Document, easel: Easel, asked: Brief, persona: Persona, x: float, y: float, width: float
) -> float:
    if not persona.notes and not asked.inviting:
        return y
    theme = asked.look.theme
    y += easel.text(label(asked, "notes"), STRONG, x, y, width, theme.ink) + 4
    return y + one_line(easel, asked, persona, "notes", x, y, width, theme.ink, BODY) + 18


def _evidence(
    document: Document, easel: Easel, asked: Brief, persona: Persona, x: float, y: float, width: float
) -> float:
    """The sources on which all this rests."""
    found = [
        (place, source)
        for place, key in enumerate(persona.evidence_ids)
        if (source := document.find(Evidence, key)) is not None
    ]
    invites = asked.inviting and len(document.all(Evidence)) > len(found)
    if not found and not invites:
        return y
    theme, say = asked.look.theme, asked.look.say
    y += easel.text(label(asked, "evidence_ids"), STRONG, x, y, width, theme.ink) + 4
    for place, source in found:
        sort = next((choice for choice in SOURCES if choice.key == source.source), SOURCES[0])
        easel.marks += icon(sort.icon, x, y + 2, 15, theme.muted)
        told = source.title or say(sort.label)
        high = max(20.0, easel.text(told, BODY, x + 24, y, width - 24, theme.ink))
        easel.spot(
            Box(x, y - 2, x + width, y + high + 2),
            record_id=source.id,
            label=labelled(say(sort.label), told),
            text=source.title,
            write=partial(_name_source, source_id=source.id),
            remove=partial(remove_value, persona_id=persona.id, name="evidence_ids", place=place),
        )
        y += high + 4
    if invites:
        told, box = say(N_("Add a source")), Box(x - 6, y, x + width, y + INVITATION)
        easel.invitation(box, told, record_id=persona.id, offers=partial(_sources, document, persona))
        y += INVITATION
    return y + 14


def _sources(document: Document, persona: Persona) -> tuple[Offer, ...]:
    """The sources of the project on which nothing of the persona rests yet, by their titles."""
    free = [source for source in document.all(Evidence) if source.id not in persona.evidence_ids]
    free.sort(key=lambda source: (source.title.casefold(), source.id))
    return tuple(
        Offer(
            source.title or source.id,
            next((choice.icon for choice in SOURCES if choice.key == source.source), "paperclip"),
            False,
            partial(
                set_field, ids=(persona.id,), name="evidence_ids", value=(*persona.evidence_ids, source.id)
            ),
        )
        for source in free[:MOST_OFFERED]
    )


def _name_source(document: Document, text: str, source_id: str) -> None:
    set_field(document, (source_id,), "title", text)


PERSONA = Layout(
    "persona",
    N_("Persona Sheet"),
    "id-card",
    Subject.PERSONA,
    draw,
    N_("There is no persona yet. Add one to see here all that is known of them."),
    N_("All that is known of one person, on a page"),
)
