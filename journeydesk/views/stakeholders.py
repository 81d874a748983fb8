"""The stakeholder map: who counts how much in the decision, and how much it means to them."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from journeydesk.kinds.pieces import CAPTION, CAPTION_STRONG, STRONG, shortened
from journeydesk.kinds.portrait import portrait
from journeydesk.language import N_, message
from journeydesk.layout.overlaps import moved_apart
from journeydesk.model.document import Document
from journeydesk.model.queries import personas_of
from journeydesk.model.records import Persona
from journeydesk.model.vocabulary import ROLES
from journeydesk.operations.personas import place_stakeholder
from journeydesk.picture.icons import icon
from journeydesk.picture.marks import Box, Path, Stroke
from journeydesk.picture.shapes import Point, circle, polygon, polyline
from journeydesk.picture.text import measure
from journeydesk.picture.theme import readable
from journeydesk.render.heading import clipped
from journeydesk.views.easel import Easel
from journeydesk.views.people import tint_for
from journeydesk.views.scales import number_text
from journeydesk.views.view import Brief, Layout, Subject, View

SIDE, HIGH = 860.0, 620.0  # of the plane
LEFT, TOP = 52.0, 62.0
UNDER = 20.0  # for what stands below a disc
EDGE = 46.0  # between the plane and its frame, for discs at its edge
DISC = 54.0
NAME_LINE = 15.0  # what a name of two lines needs more
ROOM = 120.0  # for a name
TRAY = 210.0
# The quarters of the plane, from the top left.
QUARTERS = (
    N_("Keep satisfied"),
    N_("Work with closely"),
    N_("Keep an eye on"),
    N_("Keep informed"),
)


def draw(document: Document, asked: Brief) -> Iterator[View]:
    people = personas_of(document, asked.map_id)
    if not people:
        return
    easel = Easel(asked.look)
    frame = Box(LEFT, TOP, LEFT + SIDE, TOP + HIGH)
    plane = Box(
        frame.left + EDGE, frame.top + EDGE, frame.right - EDGE, frame.bottom - EDGE - UNDER - NAME_LINE
    )
    placed = [persona for persona in people if _is_placed(persona)]
    waiting = [persona for persona in people if not _is_placed(persona)]
    points, shifts, taken = _places(placed, plane)
    _ground(easel, plane, frame)
    _titles(easel, plane, frame, taken)
    _people(easel, asked, placed, plane, points, shifts)
    right, bottom = frame.right + 28, frame.bottom + 56
    if waiting:
        bottom = max(bottom, _tray(easel, asked, waiting, plane, Box(right, TOP, right + TRAY, TOP)))
        right += TRAY + 24
    yield View(right, bottom, easel.picture, tuple(easel.spots))


def _is_placed(persona: Persona) -> bool:
    return persona.influence is not None and persona.interest is not None


def _ground(easel: Easel, plane: Box, frame: Box) -> None:
    """The quarters, and the axes along the frame."""
    theme, say = easel.look.theme, easel.look.say
    easel.area(frame, theme.card, theme.card_line)
    if not theme.patterned:
        easel.area(Box(plane.x, frame.top + 1, frame.right - 1, plane.y), theme.frame.fill)
    dash = Stroke(theme.muted, 1, (4, 5))
    easel.marks.append(Path(polyline(((plane.x, frame.top), (plane.x, frame.bottom))), stroke=dash))
    easel.marks.append(Path(polyline(((frame.left, plane.y), (frame.right, plane.y))), stroke=dash))
    axis = Stroke(theme.ink, 2)
    up, on = (frame.left, frame.top - 14), (frame.right + 14, frame.bottom)
    for x, y in (up, on):
        easel.marks.append(Path(polyline(((frame.left, frame.bottom), (x, y))), stroke=axis))
    easel.marks.append(Path(polygon((up, (up[0] - 5, up[1] + 10), (up[0] + 5, up[1] + 10))), theme.ink))
    easel.marks.append(Path(polygon((on, (on[0] - 10, on[1] - 5), (on[0] - 10, on[1] + 5))), theme.ink))
    for value in range(0, 11, 2):
        x, y = plane.left + plane.width * value / 10, plane.bottom - plane.height * value / 10
        easel.text(str(value), CAPTION, x - 12, frame.bottom + 5, 24, theme.muted, 0.5)
        easel.text(str(value), CAPTION, frame.left - 34, y - 8, 26, theme.muted, 1.0)
    across, upward = say(N_("Interest in the decision")), say(N_("Influence on the decision"))
    easel.text(across, STRONG, frame.left, frame.bottom + 26, frame.width, theme.ink, 1.0)
    easel.text(upward, STRONG, 14, 16, 500, theme.ink)


def _titles(easel: Easel, plane: Box, frame: Box, taken: Iterable[Box]) -> None:
    """The quarters' titles, each in a corner of its quarter where nobody stands, where there is one."""
    people = tuple(taken)
    for place, title in enumerate(QUARTERS):
        left, right = ((frame.left, plane.x), (plane.x, frame.right))[place % 2]
        top, bottom = ((frame.top, plane.y), (plane.y, frame.bottom))[place // 2]
        text = clipped(easel.look.say(title), STRONG, right - left - 28, 1)
        corners = [
            Box(x, y, x + text.width, y + text.height)
            for y in (top + 10, bottom - 10 - text.height)
            for x in (left + 14, right - 14 - text.width)
        ]
        free = (corner for corner in corners if not any(corner.meets(box) for box in people))
        at = next(free, corners[0])
        easel.marks += text.placed(at.left, at.top, easel.look.theme.muted)


def _places(people: list[Persona], plane: Box) -> tuple[dict[str, Point], dict[str, Point], list[Box]]:
    """Where each persona belongs, how far they are moved so that no discs overlap, and what they cover."""
    points = {
        persona.id: (
            plane.left + plane.width * (persona.interest or 0.0) / 10,
            plane.bottom - plane.height * (persona.influence or 0.0) / 10,
        )
        for persona in people
    }
    wide = {
        persona.id: max(DISC + 8, min(ROOM, measure(persona.name, CAPTION_STRONG)) + 6) for persona in people
    }
    boxes = {key: Box.around(x, y + 10, wide[key], DISC + 34) for key, (x, y) in points.items()}
    wanted = moved_apart(boxes, gap=2.0)
    shifts = _held(wanted, points, plane)
    if stuck := [key for key, shift in wanted.items() if shift != shifts[key]]:
        # Where the plane ends, the others make way.
        shifts = _held(moved_apart(boxes, stuck, gap=2.0), points, plane)
    covered = [box.moved(*shifts.get(key, (0.0, 0.0))) for key, box in boxes.items()]
    return points, shifts, covered


def _people(
    easel: Easel,
    asked: Brief,
    people: list[Persona],
    plane: Box,
    points: Mapping[str, Point],
    shifts: Mapping[str, Point],
) -> None:
    """The personas at their places; where discs would lie over one another, beside them with a thread."""
    for persona in people:
        x, y = points[persona.id]
        dx, dy = shifts.get(persona.id, (0.0, 0.0))
        if dx or dy:
            line = Stroke(easel.look.theme.muted, 1.2)
            easel.marks.append(Path(polyline(((x, y), (x + dx, y + dy))), stroke=line))
            easel.marks.append(Path(circle(x, y, 3.5), easel.look.theme.ink))
    for persona in people:
        (x, y), (dx, dy) = points[persona.id], shifts.get(persona.id, (0.0, 0.0))
        told = message(
            "{name}: influence {influence}, interest {interest}",
            name=persona.name,
            influence=number_text(persona.influence, asked),
            interest=number_text(persona.interest, asked),
        )
        _disc(easel, asked, persona, x + dx, y + dy, plane, asked.look.say(told))


def _held(shifts: Mapping[str, Point], points: Mapping[str, Point], plane: Box) -> dict[str, Point]:
    """The shifts, none of which leads out of the plane."""
    return {
        key: (
            _within(points[key][0], dx, plane.left, plane.right),
            _within(points[key][1], dy, plane.top, plane.bottom),
        )
        for key, (dx, dy) in shifts.items()
    }


def _within(start: float, shift: float, least: float, most: float) -> float:
    """The shift that does not lead out of a range."""
    return min(max(start + shift, least), most) - start


def _disc(easel: Easel, asked: Brief, persona: Persona, x: float, y: float, plane: Box, told: str) -> None:
    """A persona's portrait with their name and the signs of their roles below."""
    look = asked.look
    tint = tint_for(persona, asked)
    easel.marks += portrait(persona, look, x, y, DISC, tint.line)
    name, top = clipped(persona.name, CAPTION_STRONG, ROOM, 2), y + DISC / 2 + 3
    signs = [choice.icon for choice in ROLES if choice.key in persona.roles]
    under = Box.around(x, top + name.height / 2 + 8, max(name.width, 16.0 * len(signs)) + 6, name.height + 18)
    if under.left < plane.x < under.right or under.top < plane.y < under.bottom:  # a line would cross it
        easel.area(under, look.theme.ground + "d0", radius=5)
    easel.marks += name.placed(x - ROOM / 2, top, look.theme.ink, align=0.5, width=ROOM)
    left = x - len(signs) * 8
    for place, sign in enumerate(signs):
        easel.marks += icon(sign, left + place * 16 + 1, top + name.height + 2, 13, look.theme.muted)
    easel.spot(
        Box(x - DISC / 2 - 3, y - DISC / 2 - 3, x + DISC / 2 + 3, y + DISC / 2 + 18),
        record_id=persona.id,
        label=told,
        plane=plane,
        drag=partial(_place, persona_id=persona.id),
        steps=(0.05, 0.05),
        remove=partial(place_stakeholder, persona_id=persona.id, interest=None, influence=None),
    )


def _place(document: Document, x: float, y: float, persona_id: str) -> None:
    place_stakeholder(document, persona_id, interest=round(20 * x) / 2, influence=round(20 * (1 - y)) / 2)


def _tray(easel: Easel, asked: Brief, waiting: list[Persona], plane: Box, box: Box) -> float:
    """Those who have no place yet; gives where the list ends."""
    look = asked.look
    y = box.top + easel.heading(
        look.say(N_("Without a place")), box.left, box.top, box.width,
        look.say(N_("Drag them onto the map")) if asked.inviting else "",
    ) + 10  # fmt: skip
    for persona in waiting:
        tint = tint_for(persona, asked)
        easel.marks += portrait(persona, look, box.left + 18, y + 18, 34, tint.line)
        name = shortened(persona.name, CAPTION_STRONG, box.width - 48)
        easel.text(
            name,
            CAPTION_STRONG,
            box.left + 44,
            y + 10,
            box.width - 44,
            readable(tint.line, look.theme.ground),
        )
        easel.spot(
            Box(box.left, y, box.left + 36, y + 36),
            record_id=persona.id,
            label=look.say(message("{name}: without a place", name=persona.name)),
            plane=plane,
            drag=partial(_place, persona_id=persona.id),
            steps=(0.05, 0.05),
        )
        y += 42
    return y


STAKEHOLDERS = Layout(
    "stakeholders",
    N_("Stakeholder Map"),
    "chart-scatter",
    Subject.MAP,
    draw,
    N_("There is no persona yet. Add those who have a say in the decision."),
    N_("Influence on the decision by interest in it"),
)
