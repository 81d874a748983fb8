"""The sentiment along the journey: a line for people in general, for each persona, for what was expected."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby, pairwise

from journeydesk.analysis.sentiment import Curve, Series, Sort, Step, curve_of, moments, runs, turns
from journeydesk.kinds.feeling import WORDS, face
from journeydesk.kinds.kind import Look
from journeydesk.kinds.people import colour_of, dash_of, marker, tag, tag_width
from journeydesk.kinds.pieces import CAPTION, CAPTION_STRONG, height_of, pill, shortened
from journeydesk.kinds.stage import phase_tint
from journeydesk.language import N_, message
from journeydesk.model.document import Document
from journeydesk.model.fields import label_of
from journeydesk.model.vocabulary import STATES
from journeydesk.operations.fields import rate, set_field
from journeydesk.picture.marks import Box, Command, Group, Path, Picture, Stroke
from journeydesk.picture.shapes import Point, circle, curve, polyline, rectangle, star
from journeydesk.render.heading import clipped
from journeydesk.views.easel import Easel
from journeydesk.views.view import Brief, Layout, Subject, View

NAMES = 236.0  # the width of the column of lines' names
STEP = 96.0  # from one step of the journey to the next
HEAD = 60.0
BRIDGE = "a0"  # how strong a line is over steps of which nothing is known
LEVEL, TALL = 30.0, 220.0  # from one sentiment to the next, at least and on a page that has room for more
EDGE = 36.0  # over the highest sentiment and under the lowest
ROW = 32.0
FACE, SMALL, MARK = 24.0, 18.0, 11.0
BESIDE, APART = 17.0, 9.0  # from a face to the first mark of a persona beside it, and on to the next
MOST_STEPS = 300  # of a longer journey only what is known has a place in the rows
# What is pressed for one of the seven sentiments, also on a French keyboard.
KEYS = {key: value for keys in ("1234567", "&é\"'(-è") for value, key in enumerate(keys, -3)}


@dataclass(frozen=True, slots=True)
class _Chart:
    """Where the curve is drawn: its levels, and the steps from left to right."""

    easel: Easel
    curve: Curve
    top: float
    level: float
    faces: dict[tuple[int, float], Picture] = field(default_factory=dict)
    words: dict[int | None, str] = field(default_factory=dict)

    @property
    def look(self) -> Look:
        return self.easel.look

    @property
    def plane(self) -> Box:
        """From the highest sentiment to the lowest, over all steps."""
        top = self.top + EDGE
        return Box(NAMES, top, NAMES + STEP * len(self.curve.steps), top + 6 * self.level)

    def x(self, place: int) -> float:
        return NAMES + STEP * (place + 0.5)

    def y(self, value: int) -> float:
        return self.plane.top + self.level * (3 - value)


def draw(document: Document, asked: Brief) -> Iterator[View]:
    found = curve_of(document, asked.map_id, asked.persona_ids)
    if not found.steps:
        return
    easel = Easel(asked.look)
    chart = _Chart(easel, found, HEAD, _level(found, asked))
    chart.words.update({value: asked.look.say(word) for value, word in WORDS.items()})
    chart.words[None] = asked.look.say(N_("Nothing known"))
    _ground(chart)
    _heads(chart)
    shown = [series for series in found.series if series.is_known or series.sort is Sort.FELT]
    people = [series for series in shown if series.sort is Sort.PERSONA]
    shifts = dict(zip(map(id, people), _shifts(len(people)), strict=True))
    for series in sorted(shown, key=_depth):
        _line(chart, series, shifts.get(id(series), 0.0))
    _turning_points(chart, people)
    _points(chart, found.series[0])
    for series in people:
        _marks(chart, series, shifts[id(series)])
    y = _names(chart, chart.plane.bottom + EDGE)
    for series in found.series:
        invites = asked.inviting and series.sort is not Sort.OTHER and len(found.steps) <= MOST_STEPS
        if series.is_known or invites:
            _row(chart, series, y, invites)
            y += ROW
    yield View(
        chart.plane.right + BESIDE + 44, y + 4, easel.picture, tuple(easel.spots), left=NAMES, top=HEAD
    )


def _level(found: Curve, asked: Brief) -> float:
    """How far the sentiments lie apart: on paper as far as there is room."""
    if asked.inviting:
        return LEVEL
    rows = sum(series.is_known for series in found.series)
    high = (NAMES + STEP * len(found.steps)) / asked.aspect - HEAD - 2 * EDGE - 60 - ROW * rows
    return min(TALL, max(LEVEL, high / 6))


def _shifts(count: int) -> list[float]:
    """How far beside its step each persona's mark stands, so that neither marks nor faces are hidden."""
    left = count // 2
    right = [BESIDE + APART * place for place in range(count - left)]
    return [*(-shift for shift in reversed(right[:left])), *right]


def _depth(series: Series) -> int:
    """What is drawn under what: comparisons under personas, people in general over them."""
    return (Sort.OTHER, Sort.EXPECTED, Sort.PERSONA, Sort.FELT).index(series.sort)


def _place_face(chart: _Chart, x: float, y: float, size: float, value: int) -> None:
    """A face with its middle at x, y: the same marks wherever it stands, for there may be thousands."""
    drawn = chart.faces.get((value, size))
    if drawn is None:
        drawn = chart.faces[value, size] = face(0, 0, size, value, chart.look.theme)
    chart.easel.marks.append(Group(drawn, x, y))


# The ground


def _ground(chart: _Chart) -> None:
    """The levels, with a face at each."""
    theme, plane, marks = chart.look.theme, chart.plane, chart.easel.marks
    for value, word in WORDS.items():
        y = chart.y(value)
        line = Stroke(theme.muted if not value else theme.hair, 1.0, () if not value else (2, 5))
        marks.append(Path(polyline(((NAMES, y), (plane.right, y))), stroke=line))
        _place_face(chart, NAMES - 18, y, SMALL, value)
        chart.easel.text(
            chart.look.say(word), CAPTION, 0, y - CAPTION.size * 0.65, NAMES - 34, theme.muted, 1.0
        )


def _heads(chart: _Chart) -> None:
    """The stages over the steps that belong to them, and lines between them."""
    theme, easel = chart.look.theme, chart.easel
    hair = Stroke(theme.hair, 1.0)
    places = groupby(range(len(chart.curve.steps)), lambda place: chart.curve.steps[place].column.number)
    for number, group in places:
        within = list(group)
        stage = chart.curve.steps[within[0]].column.stage
        left, right = chart.x(within[0]) - STEP / 2, chart.x(within[-1]) + STEP / 2
        tint = phase_tint(stage, theme)
        box = Box(left + 2, 4, right - 2, HEAD - 8)
        easel.area(box, tint.fill, tint.line, 7.0, 1.4)
        room = box.width - 14
        name = clipped(f"{number}  {stage.title}", CAPTION_STRONG, room, 3)
        easel.marks += name.placed(left + 9, box.y - name.height / 2, tint.ink)
        for x in (left, right):
            easel.marks.append(Path(polyline(((x, HEAD), (x, chart.plane.bottom + EDGE))), stroke=hair))
    for place in moments(chart.curve.steps):
        x = chart.x(place)
        line = Stroke(theme.star, 1.6, (1, 5))
        easel.marks.append(Path(polyline(((x, HEAD), (x, chart.plane.bottom + EDGE))), stroke=line))
        easel.marks.append(Path(star(x, HEAD + 8, 8), theme.star, Stroke(theme.ink, 0.8)))


# The lines


def _line(chart: _Chart, series: Series, shift: float) -> None:
    """The line of a series; it is a thread where nothing is known in between."""
    stroke = _stroke(series, chart.look)
    lines = [
        [(chart.x(place) + shift, chart.y(series.values[place] or 0)) for place in run]
        for run in runs(series.values)
    ]
    for before, after in pairwise(lines):
        thread = Stroke(stroke.colour + BRIDGE, 1.2, stroke.dash)
        chart.easel.marks.append(Path(_joined([before[-1], after[0]]), stroke=thread))
    for points in lines:
        if len(points) > 1:
            chart.easel.marks.append(Path(_joined(points), stroke=stroke))
        if series.sort in (Sort.EXPECTED, Sort.OTHER):
            chart.easel.marks += [_hollow(series.sort, x, y, chart.look) for x, y in points]


def _joined(points: list[Point]) -> tuple[Command, ...]:
    """A curve from point to point, level at each."""
    return curve(
        [
            ((x1, y1), ((x1 + x2) / 2, y1), ((x1 + x2) / 2, y2), (x2, y2))
            for (x1, y1), (x2, y2) in pairwise(points)
        ]
    )


def _stroke(series: Series, look: Look) -> Stroke:
    theme = look.theme
    match series.sort:
        case Sort.PERSONA:
            assert series.persona is not None
            return Stroke(colour_of(series.persona, theme), 2.2, dash_of(series.persona))
        case Sort.EXPECTED:
            return Stroke(theme.muted, 2.0, (0.1, 5.0))
        case Sort.OTHER:
            return Stroke(theme.muted, 1.4, (12.0, 4.0))
    return Stroke(theme.ink, 3.2)


def _hollow(sort: Sort, x: float, y: float, look: Look) -> Path:
    """The mark of a comparison: a ring for what was expected, a box for another map."""
    shape = circle(x, y, 4.5) if sort is Sort.EXPECTED else rectangle(Box.around(x, y, 8, 8))
    return Path(shape, look.theme.ground, Stroke(look.theme.muted, 1.5))


def _turning_points(chart: _Chart, people: list[Series]) -> None:
    """Peaks and valleys of people in general, else of the only persona, named by the curve."""
    theme, say = chart.look.theme, chart.look.say
    felt = chart.curve.series[0]
    series = felt if felt.is_known or len(people) != 1 else people[0]
    for places, word, side in zip(turns(series.values), (N_("Peak"), N_("Valley")), (-1, 1), strict=True):
        for place in places:
            text = say(word)
            y = chart.y(series.values[place] or 0) + side * (FACE / 2 + 11)
            _, width = pill(text, 0, 0, theme.ground, theme.ink)
            marks, _ = pill(text, chart.x(place) - width / 2, y - 10, theme.ground, theme.ink, theme.muted)
            chart.easel.marks += marks


def _points(chart: _Chart, series: Series) -> None:
    """The faces of people in general, which can be dragged up and down; hollow where nothing is known."""
    easel, theme = chart.easel, chart.look.theme
    for place, (step, value) in enumerate(zip(chart.curve.steps, series.values, strict=True)):
        x, y = chart.x(place), chart.y(value or 0)
        if value is not None:
            _place_face(chart, x, y, FACE, value)
        else:
            easel.marks.append(Path(circle(x, y, 5), theme.ground, Stroke(theme.muted, 1.2, (2, 3))))
        _touch(chart, series, step, value, Box.around(x, y, FACE, FACE), drags=True)


def _marks(chart: _Chart, series: Series, shift: float) -> None:
    """The points of one persona, and the letters beside the last one."""
    persona = series.persona
    assert persona is not None
    last = None
    sign = (marker(persona, 0, 0, MARK, chart.look),)
    for place, (step, value) in enumerate(zip(chart.curve.steps, series.values, strict=True)):
        if value is not None:
            x, y = chart.x(place) + shift, chart.y(value)
            chart.easel.marks.append(Group(sign, x, y))
            _touch(chart, series, step, value, Box.around(x, y, MARK + 3, MARK + 3), drags=True)
            last = place
    if last is not None:
        beside = MARK + tag_width(persona) / 2
        x = chart.x(last) + shift + (beside if shift >= 0 else -beside)
        chart.easel.marks += tag(persona, x, chart.y(series.values[last] or 0), chart.look)


# The rows below


def _names(chart: _Chart, top: float) -> float:
    """What each step is called; gives where the names end."""
    easel, theme = chart.easel, chart.look.theme
    room = STEP - 10
    high = max(min(height_of(step.node.title, CAPTION, room), 4 * 15.6) for step in chart.curve.steps)
    for place, step in enumerate(chart.curve.steps):
        title = step.node.title.replace("\n", " ")
        easel.few(title, CAPTION, chart.x(place) - room / 2, top, room, theme.ink, 0.5, lines=4)
    return top + high + 8


def _row(chart: _Chart, series: Series, top: float, inviting: bool) -> None:
    """What a series says at each step, as faces; at the left its name and how its line is drawn."""
    easel, look = chart.easel, chart.look
    y = top + ROW / 2
    hair = Stroke(look.theme.hair, 1.0)
    easel.marks.append(Path(polyline(((0, top), (chart.plane.right, top))), stroke=hair))
    easel.marks.append(Path(polyline(((6, y), (38, y))), stroke=_stroke(series, look)))
    if series.sort in (Sort.EXPECTED, Sort.OTHER):
        easel.marks.append(_hollow(series.sort, 22, y, look))
    left = 46.0
    if series.persona is not None:
        easel.marks.append(marker(series.persona, 22, y, MARK, look))
        width = tag_width(series.persona)
        easel.marks += tag(series.persona, left + width / 2, y, look)
        left += width + 6
    text = shortened(_name(series, look), CAPTION_STRONG, NAMES - left - 8)
    easel.text(text, CAPTION_STRONG, left, y - CAPTION.size * 0.65, NAMES - left - 6, look.theme.ink)
    for place, (step, value) in enumerate(zip(chart.curve.steps, series.values, strict=True)):
        x = chart.x(place)
        if value is not None:
            _place_face(chart, x, y, SMALL, value)
        elif inviting:
            ring = Stroke(look.theme.muted, 1.0, (2, 3))
            easel.marks.append(Path(circle(x, y, 4), look.theme.ground, ring))
        if series.sort is not Sort.OTHER and (value is not None or inviting):
            _touch(chart, series, step, value, Box.around(x, y, STEP - 8, ROW - 6))


def _name(series: Series, look: Look) -> str:
    """What a series is called."""
    if series.persona is not None:
        return series.persona.name or look.say(N_("Untitled"))
    if series.drawn is not None:
        state = look.say(label_of(STATES, series.drawn.state)) if series.drawn.state else ""
        return state or series.drawn.title or look.say(N_("Untitled"))
    return look.say(N_("Expected")) if series.sort is Sort.EXPECTED else look.say(N_("Sentiment"))


# What is done


def _touch(
    chart: _Chart, series: Series, step: Step, value: int | None, box: Box, *, drags: bool = False
) -> None:
    look = chart.look
    told = {"name": _name(series, look), "title": step.node.title, "word": chart.words[value]}
    feel = partial(_feel, series=series, key=step.node.id)
    plane = Box(box.left, chart.plane.top, box.right, chart.plane.bottom)
    chart.easel.spot(
        box,
        record_id=step.node.id,
        label=look.say(message("{name} at “{title}”: {word}", **told)),
        remove=partial(feel, value=None) if value is not None else None,
        plane=plane if drags else None,
        drag=partial(_drop, feel=feel) if drags else None,
        steps=(0.0, 1 / 6),
        press=partial(pressed, feel=feel),
        inviting=value is None and not drags,
        part=f"{series.persona.id if series.persona else series.sort.value} {'point' if drags else 'row'}",
    )


def _feel(document: Document, value: int | None, series: Series, key: str) -> None:
    if series.persona is not None:
        rate(document, (key,), "feelings", series.persona.id, value)
    else:
        set_field(document, (key,), "expected" if series.sort is Sort.EXPECTED else "sentiment", value)


def _drop(document: Document, _: float, y: float, feel: partial[None]) -> None:
    feel(document, value=max(-3, min(3, round(3 - 6 * y))))


def pressed(document: Document, key: str, feel: partial[None]) -> None:
    """Tells what is felt by a key from 1 to 7."""
    if key in KEYS:
        feel(document, value=KEYS[key])


CURVE = Layout(
    "curve",
    N_("Sentiment Curve"),
    "chart-line",
    Subject.MAP,
    draw,
    N_("There is no stage yet. Add stages on the map, then see here how people feel along the way."),
    N_("How people feel from stage to stage; drag the points, or press 1 to 7"),
    beside_map=True,
    follows=True,
)
