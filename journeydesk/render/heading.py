"""A poster's title block and its credit line. Sizes are millimetres on A4, times the page's unit."""

from collections.abc import Sequence
from dataclasses import dataclass

from journeydesk.kinds.kind import Look
from journeydesk.kinds.persona import PersonaCard
from journeydesk.language import N_, message
from journeydesk.model.dates import told_date
from journeydesk.model.document import Document
from journeydesk.model.fields import label_of
from journeydesk.model.queries import links, nodes, sources_of
from journeydesk.model.records import Evidence, JourneyMap, Link, Node, Persona
from journeydesk.model.vocabulary import SOURCES, STATES
from journeydesk.picture.faces import characters
from journeydesk.picture.marks import Box, Mark, Path, Picture
from journeydesk.picture.shapes import rectangle
from journeydesk.picture.text import Block, Type, lay
from journeydesk.render.logo import logo

RULE = 0.9
TITLES = (9.0, 8.0, 7.0, 6.0, 5.0, 4.2)
EYEBROW = 2.7
SCENARIO = 3.3
LABEL = 2.2
VALUE = 2.9
CREDIT = 1.9
LOGO_GAP = 6.0
LOGO_FROM = 260.0  # the width from which the logo has its full size
MOST_PERSONAS = 5
MOST_TOLD = 2


@dataclass(frozen=True, slots=True)
class Heading:
    """A finished title block with its top left at 0, 0."""

    picture: Picture
    height: float


def clipped(text: str, type_: Type, room: float, lines: int) -> Block:
    """The text broken to `room`, cut after so many lines; an ellipsis tells that there was more."""
    block = lay(text, type_, room)
    if len(block.lines) <= lines:
        return block
    kept = ["".join(run.text for run in line) for line in block.lines[:lines]]
    last = characters(kept[-1])
    while last and len(lay("".join(last).rstrip() + "…", type_, room).lines) > 1:
        last.pop()
    return lay("\n".join([*kept[:-1], "".join(last).rstrip() + "…"]), type_, room)


def balanced(text: str, type_: Type, room: float, lines: int) -> Block:
    """The text broken so that its lines are about as long as one another; cut after so many lines."""
    block = clipped(text, type_, room, lines)
    if len(block.lines) > 1 and len(lay(text, type_, room).lines) == len(block.lines):
        for part in (0.6, 0.7, 0.8, 0.9):
            narrower = lay(text, type_, room * part)
            if len(narrower.lines) == len(block.lines):
                return narrower
    return block


def _title(title: str, room: float, unit: float) -> Block:
    """The title on one line where it need not become small for it, else on two or three."""
    types = [Type(size * unit, "bold", 1.14) for size in TITLES]
    for lines, sizes in ((1, types[:3]), (2, types)):
        for type_ in sizes:
            if len(lay(title, type_, room).lines) <= lines:
                return balanced(title, type_, room, lines)
    return clipped(title, types[-1], room, 3)


def heading(
    document: Document, drawn: JourneyMap, title: str, look: Look, width: float, unit: float
) -> Heading:
    """The title block of a map's poster, `width` millimetres wide, with the project's logo at its right."""
    top = (RULE + 2.6) * unit
    small = min(1.0, width / (LOGO_FROM * unit))
    sign, wide, high = logo(document, look.theme, width, top, unit * small)
    free = width - wide - LOGO_GAP * unit if wide else width
    narrow = width < 110 * unit
    left, bottom = _told(document, drawn, title, look, free if narrow else free * 0.64, unit, top)
    facts = _facts(document, drawn, look)
    x, y = (0.0, max(bottom, high + top) + 3 * unit) if narrow else (free * 0.68, top)
    right, lowest = _table(facts, look, x, y, (width if narrow else free) - x, unit)
    rule = Path(rectangle(Box(0, 0, width, RULE * unit)), look.theme.ink)
    return Heading((rule, *left, *right, *sign), max(bottom, lowest, top + high))


def _told(
    document: Document, drawn: JourneyMap, title: str, look: Look, room: float, unit: float, y: float
) -> tuple[list[Mark], float]:
    """Whose map it is, its title and its scenario, below one another; and where they end."""
    theme, project = look.theme, document.project
    marks: list[Mark] = []
    title = title or look.say(N_("Untitled"))
    named = (project.organisation, project.title, drawn.title)
    over = [part for part in dict.fromkeys(named) if part and part != title]
    if over:
        block = clipped("  ·  ".join(over), Type(EYEBROW * unit, "semibold"), room, 1)
        marks += block.placed(0, y, theme.muted)
        y += block.height + 0.6 * unit
    block = _title(title, room, unit)
    marks += block.placed(0, y, theme.ink)
    y += block.height
    if drawn.scenario:
        y += 1.6 * unit
        block = balanced(drawn.scenario, Type(SCENARIO * unit, leading=1.4), min(room, 165 * unit), 3)
        marks += block.placed(0, y, theme.ink)
        y += block.height
    return marks, y


def _facts(document: Document, drawn: JourneyMap, look: Look) -> list[tuple[str, list[tuple[str, str]]]]:
    """Columns of the title block: a label, and lines of a name and what is said of it."""
    say = look.say
    found: list[tuple[str, list[tuple[str, str]]]] = []
    people = [
        (persona.name, persona.tagline or persona.profession) for persona in personas_of(document, drawn)
    ]
    if len(people) > MOST_PERSONAS + 1:
        more = say(message("and {n} more", n=len(people) - MOST_PERSONAS))
        people = [*people[:MOST_PERSONAS], ("", more)]
    if len(people) > MOST_TOLD:  # their cards on the map tell the rest
        people = [(name, "" if name else rest) for name, rest in people]
    if people:
        found.append((say(N_("Persona") if len(people) == 1 else N_("Personas")), people))
    if drawn.state:
        found.append((say(N_("State")), [(say(label_of(STATES, drawn.state)), "")]))
    if drawn.version:
        found.append((say(N_("Version")), [(drawn.version, "")]))
    if drawn.date:
        found.append((say(N_("Date")), [(told_date(drawn.date, say.language), "")]))
    return found


def personas_of(document: Document, drawn: JourneyMap) -> list[Persona]:
    """The personas that the map names, or else those that stand on it."""
    placed = (node.persona_id for node in nodes(document, drawn.id) if isinstance(node, PersonaCard))
    keys = drawn.persona_ids or tuple(dict.fromkeys(placed))
    found = (document.find(Persona, key) for key in keys)
    return [persona for persona in found if persona is not None and persona.name]


def _table(
    facts: Sequence[tuple[str, list[tuple[str, str]]]],
    look: Look,
    x: float,
    y: float,
    width: float,
    unit: float,
) -> tuple[list[Mark], float]:
    """People on the left and the rest below one another on the right; and where they end."""
    theme = look.theme
    marks: list[Mark] = []
    gap = 5 * unit
    people = [fact for fact in facts if len(fact[1]) > 1 or fact[1][0][1]]
    others = [fact for fact in facts if fact not in people]
    first = width * (0.58 if people and others else 1.0 if people else 0.0)
    lowest = y
    for column, left, room in ((people, x, first - gap), (others, x + first, width - first)):
        at = y
        for label, lines in column:
            block = clipped(label, Type(LABEL * unit, "semibold"), max(room, unit), 1)
            marks += block.placed(left, at, theme.muted)
            at += block.height + 0.3 * unit
            for name, said in lines:
                for text, type_, ink in (
                    (name, Type(VALUE * unit, "semibold"), theme.ink),
                    (said, Type(LABEL * 1.1 * unit), theme.ink if name else theme.muted),
                ):
                    if text:
                        most = (
                            3 if len(lines) == 1 else 1 if type_.face == "regular" and len(lines) > 2 else 2
                        )
                        block = clipped(text, type_, max(room, unit), most)
                        marks += block.placed(left, at, ink)
                        at += block.height
                at += 0.9 * unit
            at += 1.2 * unit
        lowest = max(lowest, at - 2.1 * unit)
    return marks, lowest


def credit(document: Document, drawn: JourneyMap, look: Look, area: Box, y: float, unit: float) -> Picture:
    """One small line across `area`: what the map rests on, and who made it with what."""
    say, type_ = look.say, Type(CREDIT * unit)
    made = say(message("Drawn by {author} with JourneyDesk", author=document.project.author))
    right = clipped(made if document.project.author else "JourneyDesk", type_, area.width * 0.4, 1)
    marks = right.placed(area.left, y, look.theme.muted, align=1.0, width=area.width)
    told = _sources(document, drawn, look)
    if told:
        sources = say(message("Sources: {list}", list=told))
        left = clipped(sources, type_, area.width - right.width - 4 * unit, 1)
        marks += left.placed(area.left, y, look.theme.muted)
    return marks


def _sources(document: Document, drawn: JourneyMap, look: Look) -> str:
    """How much evidence of each sort the map's nodes and arrows name."""
    named: tuple[Node | Link, ...] = (*nodes(document, drawn.id), *links(document, drawn.id))
    keys = dict.fromkeys(key for record in named for key in sources_of(record))
    found = [source for key in keys if (source := document.find(Evidence, key)) is not None]
    counts = {source.source: sum(other.source == source.source for other in found) for source in found}
    return ", ".join(
        f"{look.say(label_of(SOURCES, key))} ({number})" if number > 1 else look.say(label_of(SOURCES, key))
        for key, number in counts.items()
    )
