"""The colours that carry a meaning on a map, beside one another, and what else tells them apart."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from journeydesk.kinds.feeling import WORDS, feeling_colour
from journeydesk.kinds.kind import Look
from journeydesk.kinds.people import colour_of, dash_of, known
from journeydesk.kinds.stage import Stage, phase_index
from journeydesk.language import Message, message
from journeydesk.model.document import Document
from journeydesk.model.queries import links, nodes
from journeydesk.model.records import Node, Transition
from journeydesk.model.terms import VOCABULARIES, chosen
from journeydesk.model.vocabulary import PHASES
from journeydesk.picture.theme import readable, tint_of

LIGHTER_OR_DARKER = message("Make one of them clearly lighter or darker.")
PEOPLE = message("Their dashes and letters still tell them apart. To help the eye, change a colour.")
NAMES = message("The names on the stages still tell them apart. To print in black, choose the theme Ink.")
WORDS_BESIDE = message("Their names and signs still tell them apart. To help the eye, change a colour.")
FACES = message("The faces still tell them apart. To print in black, choose the theme Ink.")


@dataclass(frozen=True, slots=True)
class Meaning:
    """A colour and what it stands for. Where the `sign`, such as a dash, differs, that tells two apart."""

    words: str
    colour: str
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours that are compared with one another.

    `advice` is for those that other signs tell apart. `offers` are colours to choose from for those that
    nothing else does.
    """

    meanings: tuple[Meaning, ...]
    advice: Message = LIGHTER_OR_DARKER
    offers: tuple[str, ...] = ()


def palettes(document: Document, map_id: str, look: Look) -> tuple[Palette, ...]:
    """Those of a map; none where the theme does without colours."""
    if look.theme.patterned:
        return ()
    placed, theme = nodes(document, map_id), look.theme
    shades = tuple(phase.line for phase in theme.phases)
    on_ground = tuple(readable(colour, theme.ground) for colour in (*theme.branches, *shades, theme.ink))
    found = (
        Palette(tuple(_people(document, map_id, look)), PEOPLE, on_ground),
        Palette(tuple(_chosen(placed)), offers=(*theme.branches, *shades, theme.ink)),
        Palette(tuple(_phases(placed, look)), NAMES),
        Palette(tuple(_feelings(placed, look)), FACES),
        *(Palette(tuple(_terms(placed, look, name)), WORDS_BESIDE, on_ground) for name in VOCABULARIES),
    )
    return tuple(palette for palette in found if len(palette.meanings) > 1)


def occurring(palette: Palette, colours: frozenset[str]) -> Palette:
    """The palette without what has none of these colours."""
    return replace(palette, meanings=tuple(one for one in palette.meanings if one.colour in colours))


def _people(document: Document, map_id: str, look: Look) -> Iterator[Meaning]:
    felt = {key for node in nodes(document, map_id) for key, _ in getattr(node, "feelings", ())}
    travel = {
        key for link in links(document, map_id) if isinstance(link, Transition) for key in link.persona_ids
    }
    for persona in known(felt | travel, look):
        yield Meaning(persona.name, colour_of(persona, look.theme), repr(dash_of(persona)))


def _chosen(placed: tuple[Node, ...]) -> Iterator[Meaning]:
    """The colours that people gave to nodes, each by the first node that has it."""
    first: dict[str, str] = {}
    for node in placed:
        if node.colour:
            first.setdefault(node.colour.lower(), node.title)
    return (Meaning(title or colour, colour) for colour, title in first.items())


def _phases(placed: tuple[Node, ...], look: Look) -> Iterator[Meaning]:
    used = {node.phase for node in placed if isinstance(node, Stage) and not node.colour}
    for phase in PHASES:
        if phase.key in used:
            line = look.theme.phases[phase_index(phase.key)].line
            yield Meaning(look.say(phase.label), line, phase.key)


def _feelings(placed: tuple[Node, ...], look: Look) -> Iterator[Meaning]:
    used = {getattr(node, "sentiment", None) for node in placed}
    used |= {value for node in placed for _, value in getattr(node, "feelings", ())}
    for value, words in WORDS.items():
        if value and value in used:
            yield Meaning(look.say(words), feeling_colour(value, look.theme), str(value))


def _terms(placed: tuple[Node, ...], look: Look, vocabulary: str) -> Iterator[Meaning]:
    """The channels, devices or departments that people gave a colour."""
    used = {entry for node in placed if (entry := chosen(look.find, node, vocabulary)) is not None}
    for entry in sorted(used, key=lambda entry: (entry.order, entry.key)):
        if entry.colour:
            yield Meaning(entry.named(look.say), tint_of(entry.colour, look.theme).line, entry.key)
