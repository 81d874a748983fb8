"""Small samples of what occurs on a map, for its legend. Each fits a cell of 52 by 32 board units."""

from journeydesk.kinds.badges import Badge, Shape, draw_badges
from journeydesk.kinds.branch import HUES, limb_width
from journeydesk.kinds.feeling import face
from journeydesk.kinds.incognita import engraved_card
from journeydesk.kinds.kind import Look
from journeydesk.kinds.links import draw_line
from journeydesk.kinds.outcome import DASHES as FATE_DASHES
from journeydesk.kinds.outcome import fate_tint
from journeydesk.kinds.people import colour_of, dash_of, tag
from journeydesk.kinds.pieces import disc, on, outlined, truth_star
from journeydesk.kinds.signs import sign_disc
from journeydesk.kinds.stage import DASHES as PHASE_DASHES
from journeydesk.kinds.stage import phase_index
from journeydesk.layout.flow import Course
from journeydesk.layout.routing import Route
from journeydesk.model.fields import Choice
from journeydesk.model.records import Influence, Link, Persona, Transition
from journeydesk.model.terms import Listed
from journeydesk.picture.icons import icon
from journeydesk.picture.marks import Box, Group, Path, Picture, Stroke
from journeydesk.picture.shapes import Cubic, circle, polygon, polyline, rectangle, rounded, rounded_polygon
from journeydesk.picture.theme import Theme

WIDTH, HEIGHT = 52.0, 32.0
CELL = Box(0, 0, WIDTH, HEIGHT)
_STRAIGHT: Cubic = ((2, 16), (18, 16), (34, 16), (50, 16))
_WAYS: dict[Course, Cubic] = {
    Course.SKIP: ((4, 29), (10, -4), (40, -4), (47, 29)),
    Course.BACK: ((48, 3), (42, 36), (12, 36), (5, 3)),
    Course.SELF: ((16, 30), (-8, -6), (60, -6), (36, 30)),
}


def stage(theme: Theme) -> Picture:
    """A stage of no phase in particular."""
    tint = theme.phases[0]
    plain = Path(rounded(CELL.grown(-2), 8), theme.card, Stroke(theme.muted, 2))
    return (plain, Path(circle(16, 16, 8), theme.muted if not theme.patterned else tint.line))


def phase(key: str, theme: Theme) -> Picture:
    """A stage of a phase: its colour, and its line where a theme has no colours."""
    index = phase_index(key)
    tint = theme.phases[index]
    return (Path(rounded(CELL.grown(-2), 8), tint.fill, outlined(tint, theme, 2.4, PHASE_DASHES[index])),)


def touchpoint(theme: Theme) -> Picture:
    card = Path(rounded(CELL.grown(-2), 6), theme.card, Stroke(theme.card_line, 2))
    return (card, *disc(16, 16, 18, "globe", theme.persona.line, theme.card))


def decision(theme: Theme) -> Picture:
    corners = ((1.0, 16.0), (13.0, 2.0), (39.0, 2.0), (51.0, 16.0), (39.0, 30.0), (13.0, 30.0))
    return (Path(rounded_polygon(corners, 3), theme.decision.fill, outlined(theme.decision, theme, 2)),)


def outcome(fate: Choice, theme: Theme) -> Picture:
    """An outcome of this fate."""
    tint = fate_tint(fate.key, theme)
    pill = Path(
        rounded(Box(1, 4, 51, 28), 12), tint.fill, outlined(tint, theme, 2, FATE_DASHES.get(fate.key, ()))
    )
    return (pill, *disc(14, 16, 17, fate.icon, tint.line, on(tint.line)))


def persona(theme: Theme) -> Picture:
    tint = theme.persona
    card = Path(rounded(CELL.grown(-2), 9), tint.fill, Stroke(tint.line, 2))
    return (card, *disc(16, 16, 19, "user", tint.line, on(tint.line)))


def note(theme: Theme) -> Picture:
    sheet = ((8.0, 3.0), (44.0, 3.0), (44.0, 20.0), (35.0, 29.0), (8.0, 29.0))
    turned = ((44.0, 20.0), (35.0, 29.0), (35.0, 20.0))
    line = Stroke(theme.note.line, 1.6)
    return (Path(polygon(sheet), theme.note.fill, line), Path(polygon(turned), theme.card, line))


def image(theme: Theme) -> Picture:
    return (
        Path(rectangle(Box(8, 3, 44, 29)), theme.card, Stroke(theme.card_line, 2)),
        *icon("image", 17, 7, 18, theme.muted),
    )


def frame(theme: Theme) -> Picture:
    return (Path(rounded(CELL.grown(-2), 8), theme.frame.fill, Stroke(theme.frame.line, 2, (6, 5))),)


def topic(choice: Choice, theme: Theme) -> Picture:
    """A branch on this topic."""
    colour = theme.branches[HUES.get(choice.key, 0)]
    limb = Path(polyline(((4, 29), (48, 29))), stroke=Stroke(colour, limb_width(1) * 0.8))
    return (limb, *icon(choice.icon, 15, 2, 22, colour, 2.2))


def term(entry: Listed, look: Look) -> Picture:
    """The sign of a channel, device or department."""
    return sign_disc(entry, look, 26, 16, 28, look.theme.persona.line, look.theme.card, entry.icon)


def moment_of_truth(look: Look) -> Picture:
    # The star is drawn about the corner of a card.
    return (Group(truth_star(Box(0, 0, 6, 0), look), 26, 15, 0.85),)


def feeling(value: int, theme: Theme) -> Picture:
    return face(26, 16, 27, value, theme)


def person(persona: Persona, look: Look, *, travels: bool) -> Picture:
    """What tells a persona from the others: the letters, and the thread of one who travels."""
    thread = Stroke(colour_of(persona, look.theme), 4, dash_of(persona))
    line = (Path(polyline(((3, 16), (49, 16))), stroke=thread),) if travels else ()
    return (*line, Group(tag(persona, 0, 0, look), 14 if travels else WIDTH / 2, HEIGHT / 2, 1.4))


def _arrow(link: Link, course: Course, way: Cubic, look: Look) -> Picture:
    return draw_line(link, Route((way,)), course, look)


def transition(course: Course, look: Look, *, observed: bool = False) -> Picture:
    """An arrow of this course."""
    link = Transition(id="", map_id="", source_id="", target_id="", observed=observed)
    return _arrow(link, course, _WAYS.get(course, _STRAIGHT), look)


def influence(key: str, look: Look) -> Picture:
    """An influence of this sort, with its own sign."""
    link = Influence(id="", map_id="", source_id="", target_id="", influence=key)
    return _arrow(link, Course.ADVANCE, _STRAIGHT, look)


def shares(look: Look) -> Picture:
    """A thin arrow above a thick one."""
    thin = Path(polyline(((4, 8), (48, 8))), stroke=Stroke(look.theme.link, 2))
    return (thin, Path(polyline(((4, 22), (48, 22))), stroke=Stroke(look.theme.link, 6.5)))


def evidence(shape: Shape, sign: str, look: Look, *, is_hollow: bool = False) -> Picture:
    """A badge of this shape, without its number."""
    badge = Badge(shape, sign, "", is_hollow)
    return (Group(draw_badges((badge,), 0, 0, look), 26 - badge.width * 0.65, 4, 1.3),)


def incognita(look: Look) -> Picture:
    """A card with hachures around it."""
    box = Box(13, 10, 39, 22)
    card = Path(rounded(box, 4), look.theme.card, Stroke(look.theme.card_line, 1.6))
    return (*engraved_card(box, look), card)


def objection(look: Look) -> Picture:
    tint = look.theme.lost
    return (
        *transition(Course.ADVANCE, look),
        Path(rounded(Box(11, 3, 37, 29), 7), tint.fill, Stroke(tint.line, 2)),
        *icon("octagon-x", 15, 7, 18, tint.ink, 2.4),
    )
