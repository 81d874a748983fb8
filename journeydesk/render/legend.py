"""A map's legend: only what occurs on it, in columns of small samples and their words."""

from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass

from journeydesk.kinds.badges import Shape, evidence_badges
from journeydesk.kinds.branch import Branch
from journeydesk.kinds.decision import DecisionPoint
from journeydesk.kinds.feeling import WORDS
from journeydesk.kinds.frame import Frame
from journeydesk.kinds.image import ImageNode
from journeydesk.kinds.note import Note
from journeydesk.kinds.outcome import Outcome
from journeydesk.kinds.people import known
from journeydesk.kinds.persona import PersonaCard
from journeydesk.kinds.stage import Stage
from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.language import N_
from journeydesk.layout.flow import Course
from journeydesk.model.records import Influence, Node, Transition
from journeydesk.model.terms import TITLES, chosen
from journeydesk.model.vocabulary import FATES, INFLUENCES, PHASES, TOPICS
from journeydesk.picture.marks import Group, Mark, Picture
from journeydesk.picture.text import Type, lay, measure
from journeydesk.picture.theme import Theme
from journeydesk.render import samples
from journeydesk.render.board import Board
from journeydesk.render.filling import filled
from journeydesk.render.strand import Strand

TYPE = 2.3  # sizes are millimetres on A4; larger pages have larger legends
ROW = 4.7
SAMPLE = 3.5
GAP = 1.6
GUTTER = 5.0
WIDEST_GUTTER = 16.0
MOST_ROWS = 14

SHAPES: tuple[tuple[type[Node], str, Callable[[Theme], Picture]], ...] = (
    (PersonaCard, N_("Persona"), samples.persona),
    (Stage, N_("Stage"), samples.stage),
    (Touchpoint, N_("Touchpoint"), samples.touchpoint),
    (DecisionPoint, N_("Decision point"), samples.decision),
    (Note, N_("Note"), samples.note),
    (ImageNode, N_("Image"), samples.image),
    (Frame, N_("Frame"), samples.frame),
)
COURSES = (
    (Course.ADVANCE, N_("Goes on")),
    (Course.SKIP, N_("Skips stages")),
    (Course.BACK, N_("Goes back")),
    (Course.SELF, N_("Starts over")),
    (Course.EXIT, N_("Leaves")),
)
EVIDENCE = (
    (Shape.SHEET, "chart-column", N_("Counted: the size of the sample")),
    (Shape.BUBBLE, "quote", N_("Told: the number of sources")),
)
NUMBERED = (
    (Shape.SHEET, "chart-column", N_("Counted: the size of the sample, and which sources")),
    (Shape.BUBBLE, "quote", N_("Told: which sources")),
)
Strands = tuple[Strand, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A sample and what it means."""

    sample: Picture
    words: str


@dataclass(frozen=True, slots=True)
class Section:
    """Samples of one sort."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Legend:
    """A finished legend with its top left at 0, 0; millimetres. `unit` tells how large it could be."""

    picture: Picture
    width: float
    height: float
    unit: float


def sections(board: Board, shown: Set[str]) -> tuple[Section, ...]:
    """What occurs among the nodes and arrows that are shown, sorted; nothing where there are none."""
    nodes = tuple(placed.node for key, placed in board.placed.items() if key in shown)
    strands = tuple(strand for key, strand in board.wiring.strands.items() if key in shown)
    say = board.look.say
    found = (
        Section(say(N_("Shapes")), tuple(_shapes(board, nodes))),
        Section(say(N_("Phases")), tuple(_phases(board, nodes))),
        Section(say(N_("Paths")), tuple(_paths(board, strands))),
        Section(say(N_("Influences")), tuple(_influences(board, strands))),
        Section(say(N_("People")), tuple(_people(board, nodes, strands))),
        Section(say(N_("Branches")), tuple(_topics(board, nodes))),
        *(Section(say(title), tuple(_terms(board, nodes, name))) for name, title in TITLES.items()),
        Section(say(N_("Feelings")), tuple(_feelings(board, nodes))),
        Section(say(N_("Evidence")), tuple(_evidence(board, nodes, strands))),
    )
    return tuple(section for section in found if section.items)


def _shapes(board: Board, nodes: tuple[Node, ...]) -> Iterable[Item]:
    theme, say = board.look.theme, board.look.say
    for record, title, sample in SHAPES:
        if any(isinstance(node, record) for node in nodes):
            yield Item(sample(theme), say(title))
    fates = {node.fate for node in nodes if isinstance(node, Outcome)}
    for fate in FATES:
        if fate.key in fates:
            yield Item(samples.outcome(fate, theme), say(fate.label))
    if any(getattr(node, "moment_of_truth", False) for node in nodes):
        yield Item(samples.moment_of_truth(board.look), say(N_("Moment of truth")))


def _phases(board: Board, nodes: tuple[Node, ...]) -> Iterable[Item]:
    used = {node.phase for node in nodes if isinstance(node, Stage) and not node.colour}
    for phase in PHASES:
        if phase.key in used:
            yield Item(samples.phase(phase.key, board.look.theme), board.look.say(phase.label))


def _paths(board: Board, strands: Strands) -> Iterable[Item]:
    look = board.look
    planned = [
        strand for strand in strands if isinstance(strand.link, Transition) and not strand.link.observed
    ]
    transitions = [strand.link for strand in strands if isinstance(strand.link, Transition)]
    for course, words in COURSES:
        if any(strand.course is course for strand in planned):
            yield Item(samples.transition(course, look), look.say(words))
    if any(link.observed for link in transitions):
        dashed = samples.transition(Course.ADVANCE, look, observed=True)
        yield Item(dashed, look.say(N_("Observed, never designed")))
    if len({link.share for link in transitions if link.share is not None}) > 1:
        yield Item(samples.shares(look), look.say(N_("Thicker: a larger share")))
    if any(link.objection for link in transitions):
        yield Item(samples.objection(look), look.say(N_("Objection in the way")))


def _influences(board: Board, strands: Strands) -> Iterable[Item]:
    used = {strand.link.influence for strand in strands if isinstance(strand.link, Influence)}
    for choice in INFLUENCES:
        if choice.key in used:
            yield Item(samples.influence(choice.key, board.look), board.look.say(choice.label))


def _people(board: Board, nodes: tuple[Node, ...], strands: Strands) -> Iterable[Item]:
    felt = {key for node in nodes for key, _ in getattr(node, "feelings", ())}
    links = [strand.link for strand in strands]
    travel = {key for link in links if isinstance(link, Transition) for key in link.persona_ids}
    for persona in known(felt | travel, board.look):
        sample = samples.person(persona, board.look, travels=persona.id in travel)
        yield Item(sample, persona.name or board.look.say(N_("Untitled")))


def _topics(board: Board, nodes: tuple[Node, ...]) -> Iterable[Item]:
    used = {node.topic for node in nodes if isinstance(node, Branch)}
    for choice in TOPICS:
        if choice.key in used:
            yield Item(samples.topic(choice, board.look.theme), board.look.say(choice.label))


def _terms(board: Board, nodes: tuple[Node, ...], vocabulary: str) -> Iterable[Item]:
    """The channels, devices or departments that people gave a colour or a picture."""
    find, say = board.look.find, board.look.say
    used = {entry for node in nodes if (entry := chosen(find, node, vocabulary)) is not None}
    for entry in sorted(used, key=lambda entry: (entry.order, entry.key)):
        if entry.colour or entry.picture_id:
            yield Item(samples.term(entry, board.look), entry.named(say))


def _feelings(board: Board, nodes: tuple[Node, ...]) -> Iterable[Item]:
    used = {getattr(node, "sentiment", None) for node in nodes}
    used |= {value for node in nodes for _, value in getattr(node, "feelings", ())}
    for value, words in reversed(WORDS.items()):
        if value in used:
            yield Item(samples.feeling(value, board.look.theme), board.look.say(words))


def _evidence(board: Board, nodes: tuple[Node, ...], strands: Strands) -> Iterable[Item]:
    look = board.look
    claims = [node.evidence_ids for node in nodes]
    for strand in strands:
        claims.append(strand.link.evidence_ids)
        if isinstance(strand.link, Transition) and strand.link.share is not None:
            claims.append(strand.link.share_evidence_ids)
    badges = {badge for keys in claims for badge in evidence_badges(keys, look)}
    for shape, sign, words in EVIDENCE if look.numbers is None else NUMBERED:
        if any(badge.shape is shape for badge in badges):
            yield Item(samples.evidence(shape, sign, look), look.say(words))
    if any(badge.is_hollow for badge in badges):
        sample = samples.evidence(Shape.SHEET, "hourglass", look, is_hollow=True)
        yield Item(sample, look.say(N_("Out of date, with its age")))
    if look.incognita:
        yield Item(samples.incognita(look), look.say(N_("Terra incognita: nothing fresh bears it out")))


# Laying it out


def strip(found: tuple[Section, ...], width: float, unit: float, theme: Theme) -> Legend:
    """The legend as a strip of this width: sections side by side, with as few rows as will do."""
    wide = 0.0
    for rows in range(2, MOST_ROWS + 1):
        widths = [_section_width(section, rows, unit) for section in found]
        wide = sum(widths) + GUTTER * unit * (len(widths) - 1)
        if wide <= width:
            spare = (width - sum(widths)) / max(1, len(widths) - 1)
            return _strip(found, widths, rows, min(spare, WIDEST_GUTTER * unit), unit, theme)
    # Too much for the width even in tall columns: all of it, smaller.
    return strip(found, width, unit * min(0.95, width / wide), theme) if found else Legend((), width, 0, unit)


def columns(found: tuple[Section, ...], count: int, unit: float, theme: Theme) -> Legend:
    """The legend as at most so many columns of sections, as low as can be."""
    spans, height = filled([(len(section.items) + 1.7) * ROW * unit for section in found], count)
    marks: list[Mark] = []
    x = 0.0
    for span in spans:
        y = 0.0
        for section in found[span.start : span.stop]:
            marks += _section(section, len(section.items), x, y, unit, theme)
            y += (len(section.items) + 1.7) * ROW * unit
        x += max(
            _section_width(section, len(section.items), unit) for section in found[span.start : span.stop]
        )
        x += GUTTER * unit
    return Legend(tuple(marks), max(0.0, x - GUTTER * unit), max(0.0, height - 0.7 * ROW * unit), unit)


def _types(unit: float) -> tuple[Type, Type]:
    return Type(TYPE * unit, "semibold"), Type(TYPE * unit)


def _column_width(items: tuple[Item, ...], unit: float) -> float:
    sample = SAMPLE * unit * samples.WIDTH / samples.HEIGHT
    return sample + GAP * unit + max(measure(item.words, _types(unit)[1]) for item in items)


def _columns(section: Section, rows: int) -> list[tuple[Item, ...]]:
    """The items in columns of about the same height."""
    count = -(-len(section.items) // rows)
    each = -(-len(section.items) // count)
    return [section.items[at : at + each] for at in range(0, len(section.items), each)]


def _section_width(section: Section, rows: int, unit: float) -> float:
    columns = _columns(section, rows)
    width = sum(_column_width(items, unit) for items in columns) + GUTTER * 0.6 * unit * (len(columns) - 1)
    return max(width, measure(section.title, _types(unit)[0]))


def _strip(
    found: tuple[Section, ...], widths: list[float], rows: int, gutter: float, unit: float, theme: Theme
) -> Legend:
    marks: list[Mark] = []
    x = 0.0
    for section, width in zip(found, widths, strict=True):
        marks += _section(section, rows, x, 0, unit, theme)
        x += width + gutter
    used = max((len(_columns(section, rows)[0]) for section in found), default=-1)
    return Legend(tuple(marks), x - gutter, (used + 1) * ROW * unit, unit)


def _section(section: Section, rows: int, x: float, y: float, unit: float, theme: Theme) -> Picture:
    strong, plain = _types(unit)
    title = lay(section.title, strong, 1e6)
    marks: list[Mark] = [*title.placed(x, y + (ROW * unit - title.height) / 2, theme.ink)]
    scale = SAMPLE * unit / samples.HEIGHT
    for items in _columns(section, rows):
        for row, item in enumerate(items, 1):
            top = y + row * ROW * unit
            marks.append(Group(item.sample, x, top + (ROW - SAMPLE) * unit / 2, scale))
            words = lay(item.words, plain, 1e6)
            left = x + samples.WIDTH * scale + GAP * unit
            marks += words.placed(left, top + (ROW * unit - words.height) / 2, theme.ink)
        x += _column_width(items, unit) + GUTTER * 0.6 * unit
    return tuple(marks)
