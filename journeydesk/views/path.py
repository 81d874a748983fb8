"""One persona's path as a view of its own: what they pass, in their order, with loops and feelings beside."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from journeydesk.analysis.paths import Stop, path_of
from journeydesk.kinds.catalogue import kind_of
from journeydesk.kinds.feeling import WORDS, face
from journeydesk.kinds.kind import Look
from journeydesk.kinds.people import colour_of, dash_of, tag, tag_width
from journeydesk.kinds.pieces import BODY, CAPTION, CAPTION_STRONG, on, share_text, shortened
from journeydesk.kinds.stage import Stage, phase_tint
from journeydesk.language import N_, counted, message
from journeydesk.model.document import Document
from journeydesk.model.queries import personas, personas_of
from journeydesk.model.records import Persona, Transition
from journeydesk.model.terms import chosen
from journeydesk.operations.fields import rate, set_field
from journeydesk.picture.icons import icon
from journeydesk.picture.marks import Box, Path, Stroke
from journeydesk.picture.shapes import Cubic, circle, curve, polygon, polyline
from journeydesk.picture.text import lay
from journeydesk.views.curve import pressed
from journeydesk.views.easel import Easel, slip_height
from journeydesk.views.view import Brief, Layout, Subject, View

HEAD = 62.0
LINE = 132.0  # where the line runs, from the left
LANE, LANES = 17.0, 5  # between the arcs beside it
CARD, ROOM = 172.0, 330.0
FELT = 540.0
GOES_ON, WIDE = 650.0, 350.0
GAP = 18.0
STATION, FACE, MORE = 24.0, 26.0, 20.0


@dataclass(frozen=True, slots=True)
class _Row:
    """A stop with its place on the line."""

    place: int
    stop: Stop
    box: Box  # of its card

    @property
    def y(self) -> float:
        return self.box.y


@dataclass(frozen=True, slots=True)
class _Ride:
    """What is drawn of a persona: the easel, who it is, and all rows by the ids of their nodes."""

    easel: Easel
    persona: Persona
    rows: dict[str, _Row]

    @property
    def look(self) -> Look:
        return self.easel.look

    @property
    def colour(self) -> str:
        return colour_of(self.persona, self.look.theme)


def draw(document: Document, asked: Brief) -> Iterator[View]:
    people = personas_of(document, asked.map_id)
    if asked.persona_ids:
        people = tuple(persona for persona in personas(document) if persona.id in asked.persona_ids)
    for persona in people:
        if path := path_of(document, asked.map_id, persona.id):
            yield _page(persona, path, asked)


def _page(persona: Persona, path: tuple[Stop, ...], asked: Brief) -> View:
    easel = Easel(asked.look)
    ride = _Ride(easel, persona, {})
    y = HEAD
    for place, stop in enumerate(path):
        high = slip_height(_title(stop, asked.look), ROOM, "x")
        room = max(high, 40.0, MORE * (len(stop.onward) + len(stop.back)) + 4)
        card = Box(CARD, y + (room - high) / 2, CARD + ROOM, y + (room + high) / 2)
        ride.rows[stop.node.id] = _Row(place, stop, card)
        y += room + GAP
    rows = list(ride.rows.values())
    _head(ride, path)
    _line(ride, rows)
    _arcs(ride, rows)
    for row in rows:
        _station(ride, row)
        _card(ride, row)
        _feeling(ride, row, asked.inviting)
        _goes_on(ride, row, rows)
    return View(GOES_ON + WIDE, y, easel.picture, tuple(easel.spots), title=persona.name, top=HEAD - 8)


def _title(stop: Stop, look: Look) -> str:
    return stop.node.title or look.say(kind_of(stop.node).title)


def _head(ride: _Ride, path: tuple[Stop, ...]) -> None:
    """Who it is, and how long the way is."""
    easel, theme, say = ride.easel, ride.look.theme, ride.look.say
    persona = ride.persona
    width = tag_width(persona)
    easel.marks += tag(persona, CARD + width / 2, 16, ride.look)
    easel.text(persona.name, CAPTION_STRONG, CARD + width + 8, 8, ROOM, theme.ink)
    loops = sum(len(stop.back) for stop in path)
    told = [say(counted("{n} stop", "{n} stops", len(path)))]
    if loops:
        told.append(say(counted("{n} loop", "{n} loops", loops)))
    easel.text(", ".join(told), CAPTION, CARD, 30, ROOM, theme.muted)
    for text, left in ((N_("Sentiment"), FELT - FACE / 2), (N_("Goes on"), GOES_ON)):
        easel.text(say(text), CAPTION_STRONG, left, 30, WIDE, theme.muted)


# The line


def _line(ride: _Ride, rows: list[_Row]) -> None:
    """The line from stop to stop: the persona's own where they go on directly, else a thin one."""
    for here, there in pairwise(rows):
        direct = any(link.target_id == there.stop.node.id for link in here.stop.onward)
        stroke = Stroke(ride.colour, 5.0, _wide(dash_of(ride.persona)))
        if not direct:
            stroke = Stroke(ride.look.theme.hair, 1.5, (3, 5))
        ride.easel.marks.append(Path(polyline(((LINE, here.y), (LINE, there.y))), stroke=stroke))


def _wide(dash: tuple[float, ...]) -> tuple[float, ...]:
    """The dash for a line of this width, whose round ends would fill the gaps."""
    return tuple(length if place % 2 == 0 else length + 4.0 for place, length in enumerate(dash))


def _arcs(ride: _Ride, rows: list[_Row]) -> None:
    """What leads further than to the next stop, as arcs beside the line: loops back, and jumps ahead."""
    spans: list[tuple[int, int, Transition]] = []
    for row in rows:
        for link in (*row.stop.onward, *row.stop.back):
            target = ride.rows[link.target_id].place
            if target != row.place + 1:
                spans.append((row.place, target, link))
    spans.sort(key=lambda span: (abs(span[1] - span[0]), span[:2], span[2].id))
    taken: list[list[tuple[float, float]]] = []
    for source, target, _ in spans:
        low, high = min(source, target) - 0.4, max(source, target) + 0.4
        lane = next(
            (
                place
                for place, others in enumerate(taken)
                if all(high <= first or last <= low for first, last in others)
            ),
            len(taken),
        )
        if lane == len(taken):
            taken.append([])
        taken[lane].append((low, high))
        _arc(ride, rows[source], rows[target], min(lane, LANES - 1))


def _arc(ride: _Ride, source: _Row, target: _Row, lane: int) -> None:
    start, end, reach = source.y + 5, target.y - 5, LINE - STATION / 2 - 16 - LANE * lane
    if source is target:
        start, end = source.y + 8, source.y - 8
    if target.place > source.place:
        end = target.y - 7
    edge = LINE - STATION / 2 - 2
    sweep = min(18.0, abs(end - start) / 2)
    way = 1 if end > start else -1
    cubics: list[Cubic] = [
        ((edge, start), (reach + 4, start), (reach, start), (reach, start + way * sweep)),
        (
            (reach, start + way * sweep),
            (reach, start + way * sweep),
            (reach, end - way * sweep),
            (reach, end - way * sweep),
        ),
        ((reach, end - way * sweep), (reach, end), (reach + 4, end), (edge - 8, end)),
    ]
    ink = ride.look.theme.link_back if target.place <= source.place else ride.colour
    ride.easel.marks.append(Path(curve(cubics), stroke=Stroke(ink, 2.0)))
    ride.easel.marks.append(Path(polygon(((edge, end), (edge - 9, end - 4.5), (edge - 9, end + 4.5))), ink))


def _station(ride: _Ride, row: _Row) -> None:
    """A stop on the line with its number; one at a stage is filled."""
    is_stage = isinstance(row.stop.node, Stage)
    fill = ride.colour if is_stage else ride.look.theme.ground
    ride.easel.marks.append(Path(circle(LINE, row.y, STATION / 2), fill, Stroke(ride.colour, 3.0)))
    block = lay(str(row.place + 1), CAPTION_STRONG, 1e4)
    ink = on(ride.colour) if is_stage else ride.look.theme.ink
    ride.easel.marks += block.placed(
        LINE - STATION / 2, row.y - block.height / 2, ink, align=0.5, width=STATION
    )


# Beside it


def _card(ride: _Ride, row: _Row) -> None:
    look, node = ride.look, row.stop.node
    tint = phase_tint(node, look.theme).line if isinstance(node, Stage) else look.theme.persona.line
    title = _title(row.stop, look)
    sign = chosen(look.find, node, "channel") or kind_of(node).icon
    ride.easel.slip(row.box, title, sign, tint, BODY, strong=isinstance(node, Stage))
    ride.easel.spot(
        row.box,
        record_id=node.id,
        label=look.say(message("Stop {n}: {title}", n=row.place + 1, title=title)),
        text=node.title,
        write=partial(_write, key=node.id),
    )


def _write(document: Document, text: str, key: str) -> None:
    set_field(document, (key,), "title", text)


def _feeling(ride: _Ride, row: _Row, inviting: bool) -> None:
    """What the persona feels there."""
    easel, look, node = ride.easel, ride.look, row.stop.node
    if not hasattr(node, "feelings"):
        return
    value = dict(node.feelings).get(ride.persona.id)
    word = look.say(WORDS[value]) if value is not None else look.say(N_("Nothing known"))
    if value is not None:
        easel.marks += face(FELT, row.y, FACE, value, look.theme)
        left = FELT + FACE / 2 + 7
        easel.text(word, CAPTION, left, row.y - CAPTION.size * 0.65, GOES_ON - left - 8, look.theme.ink)
    elif inviting:
        easel.marks.append(
            Path(circle(FELT, row.y, 6), look.theme.ground, Stroke(look.theme.muted, 1, (2, 3)))
        )
    if value is None and not inviting:
        return
    told = {"name": ride.persona.name, "title": _title(row.stop, look), "word": word}
    feel = partial(_feel, key=node.id, persona_id=ride.persona.id)
    easel.spot(
        Box(FELT - FACE / 2 - 4, row.y - FACE / 2 - 2, GOES_ON - 12, row.y + FACE / 2 + 2),
        record_id=node.id,
        label=look.say(message("{name} at “{title}”: {word}", **told)),
        remove=partial(feel, value=None) if value is not None else None,
        press=partial(pressed, feel=feel),
        inviting=value is None,
        part="feeling",
    )


def _feel(document: Document, value: int | None, key: str, persona_id: str) -> None:
    rate(document, (key,), "feelings", persona_id, value)


def _goes_on(ride: _Ride, row: _Row, rows: list[_Row]) -> None:
    """Where the persona goes from there, and how many do."""
    links = (*row.stop.onward, *row.stop.back)
    y = row.y - MORE * len(links) / 2
    for link in links:
        _departure(ride, row, link, y, rows)
        y += MORE


def _departure(ride: _Ride, row: _Row, link: Transition, y: float, rows: list[_Row]) -> None:
    easel, look = ride.easel, ride.look
    target = ride.rows[link.target_id].place
    sign, text, ink = "arrow-right", look.say(message("on to {n}", n=target + 1)), look.theme.ink
    if target == row.place:
        sign, text, ink = "rotate-ccw", look.say(N_("once more")), look.theme.link_back
    elif target < row.place:
        sign, text, ink = "rotate-ccw", look.say(message("back to {n}", n=target + 1)), look.theme.link_back
    parts = [text]
    if link.share is not None:
        parts.append(share_text(link.share, look))
    if link.title:
        parts.append(link.title)
    told = ", ".join(parts)
    easel.marks += icon(sign, GOES_ON, y + 3, 13, ink)
    block = easel.text(shortened(told, CAPTION, WIDE - 30), CAPTION, GOES_ON + 19, y + 2, 1e4, look.theme.ink)
    title = _title(rows[target].stop, look)
    easel.spot(
        Box(GOES_ON - 3, y, GOES_ON + WIDE - 8, y + max(MORE - 1, block)),
        record_id=link.id,
        label=look.say(message("{way} (“{title}”)", way=told, title=title)),
    )


PATH = Layout(
    "path",
    N_("Path of a Persona"),
    "route",
    Subject.PERSONA,
    draw,
    N_("Nobody travels this map yet. Select arrows and tick the personas who travel them (Ctrl+Alt+G)."),
    N_("What a persona passes, in the order of their own arrows, with loops and feelings beside"),
)
