"""Opportunities by impact and effort, with the pain points that they answer."""

from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from journeydesk.analysis.opportunities import Opportunity, chances
from journeydesk.kinds.branch import Branch
from journeydesk.kinds.pieces import BODY, CAPTION, CAPTION_STRONG, HEADING, STRONG, height_of, on
from journeydesk.language import N_, Message, labelled, message
from journeydesk.model.document import Document
from journeydesk.model.fields import label_of
from journeydesk.model.vocabulary import TOPICS
from journeydesk.operations import nodes
from journeydesk.operations.fields import set_field
from journeydesk.operations.lanes import answer, weigh
from journeydesk.picture.icons import icon
from journeydesk.picture.marks import Box, Path, Stroke
from journeydesk.picture.shapes import circle, polyline
from journeydesk.views.easel import Easel
from journeydesk.views.view import Brief, Layout, Subject, View

MOST = 10  # of impact and of effort
PLOT = Box(44, 56, 684, 616)
TRAY = 84.0  # the height of the place for what nobody has weighed yet
ROOM = 420.0  # the width of the list
BESIDE = 1.15
DISC = 30.0
QUARTERS = (
    (N_("Quick wins"), 0.02, 0.015),
    (N_("Large projects"), 0.52, 0.015),
    (N_("On the side"), 0.02, 0.515),
    (N_("Not now"), 0.52, 0.515),
)


def draw(document: Document, asked: Brief) -> Iterator[View]:
    found = chances(document, asked.map_id)
    if not found.opportunities and not found.unanswered:
        return
    easel = Easel(asked.look)
    _plot(easel)
    _discs(easel, found.opportunities)
    foot = PLOT.bottom + 40 + TRAY
    # Beside the field, or under it where there is little room.
    beside = asked.aspect > BESIDE
    rows = (
        Box(PLOT.right + 56, 24, PLOT.right + 56 + ROOM, 0) if beside else Box(PLOT.left, foot, PLOT.right, 0)
    )
    bottom = _listed(easel, found.opportunities, rows)
    bottom = _unanswered(easel, found.unanswered, rows, bottom, asked.inviting)
    yield View(rows.right + 12, max(bottom, foot), easel.picture, tuple(easel.spots))


def _plot(easel: Easel) -> None:
    """Two axes and four quarters."""
    theme, say = easel.look.theme, easel.look.say
    easel.area(PLOT, theme.card, theme.card_line, 8)
    best = Box(PLOT.left, PLOT.top, PLOT.x, PLOT.y)
    easel.area(best.grown(-4), theme.gained.fill, "", 6)
    line = Stroke(theme.card_line, 1.2, (6, 5))
    for start, end in (
        ((PLOT.x, PLOT.top), (PLOT.x, PLOT.bottom)),
        ((PLOT.left, PLOT.y), (PLOT.right, PLOT.y)),
    ):
        easel.marks.append(Path(polyline((start, end)), stroke=line))
    for title, x, y in QUARTERS:
        left, top = PLOT.left + 10 + x * PLOT.width, PLOT.top + 8 + y * PLOT.height
        easel.text(say(title), CAPTION_STRONG, left, top, 280, theme.muted)
    easel.text(say(N_("Impact")) + " ↑", STRONG, PLOT.left, PLOT.top - 28, 300, theme.ink)
    easel.text(say(N_("Effort")) + " →", STRONG, PLOT.right - 300, PLOT.bottom + 8, 300, theme.ink, 1.0)


def _discs(easel: Easel, found: tuple[Opportunity, ...]) -> None:
    """Each opportunity at its place; what nobody has weighed yet waits under the plot."""
    say, theme = easel.look.say, easel.look.theme
    inner = PLOT.grown(-DISC / 2 - 2)
    taken: defaultdict[tuple[int, int], int] = defaultdict(int)
    waiting = 0
    for one in found:
        branch = one.branch
        if branch.impact is None or branch.effort is None:
            x = PLOT.left + DISC / 2 + (waiting % 16) * (DISC + 9)
            y = PLOT.bottom + 66 + (waiting // 16) * (DISC + 6)
            waiting += 1
            about = say(N_("not weighed yet"))
        else:
            place = (branch.effort, branch.impact)
            x = inner.left + inner.width * branch.effort / MOST + taken[place] * DISC * 0.55
            y = inner.bottom - inner.height * branch.impact / MOST
            taken[place] += 1
            x = min(x, inner.right)
            about = say(
                message("impact {impact}, effort {effort}", impact=branch.impact, effort=branch.effort)
            )
        _disc(easel, one, x, y, labelled(f"{one.number}. {branch.title}", about), inner)
    if waiting:
        told = say(N_("Not weighed yet"))
        easel.text(told, CAPTION, PLOT.left, PLOT.bottom + 32, PLOT.width - 310, theme.muted)


def _disc(easel: Easel, one: Opportunity, x: float, y: float, label: Message, plane: Box) -> None:
    colour = easel.look.theme.branches[5 % len(easel.look.theme.branches)]
    edge = Stroke(easel.look.theme.ground, 2)
    easel.marks.append(Path(circle(x, y, DISC / 2), colour, edge))
    easel.text(str(one.number), STRONG, x - DISC / 2, y - STRONG.size * 0.65, DISC, on(colour), 0.5)
    easel.spot(
        Box.around(x, y, DISC, DISC),
        record_id=one.branch.id,
        label=label,
        text=one.branch.title,
        write=partial(_write, key=one.branch.id),
        remove=partial(nodes.remove, ids=(one.branch.id,)),
        plane=plane,
        drag=partial(_weigh, key=one.branch.id),
        steps=(1 / MOST, 1 / MOST),
    )


def _write(document: Document, text: str, key: str) -> None:
    set_field(document, (key,), "title", text)


def _weigh(document: Document, x: float, y: float, key: str) -> None:
    weigh(document, key, impact=round(MOST * (1 - y)), effort=round(MOST * x))


def _listed(easel: Easel, found: tuple[Opportunity, ...], rows: Box) -> float:
    """The opportunities by their numbers, with stage and pain points; gives where they end."""
    say, theme, left, room = easel.look.say, easel.look.theme, rows.left, rows.width
    y = rows.top
    if found:
        y += easel.text(say(N_("Opportunities")), HEADING, left, y, room, theme.ink) + 10
    for one in found:
        top = y
        easel.text(f"{one.number}.", STRONG, left, y, 30, theme.ink)
        y += max(20.0, easel.text(one.branch.title, STRONG, left + 34, y, room - 34, theme.ink))
        told = [say(message("Stage {n}", n=one.stage))] if one.stage else []
        told += [say(message("answers “{pain}”", pain=pain.title)) for pain in one.pains]
        if told:
            y += easel.text(" · ".join(told), CAPTION, left + 34, y, room - 34, theme.muted)
        easel.spot(
            Box(left - 4, top - 3, left + room, y + 3),
            record_id=one.branch.id,
            label=f"{one.number}. {one.branch.title}",
            text=one.branch.title,
            write=partial(_write, key=one.branch.id),
            remove=partial(nodes.remove, ids=(one.branch.id,)),
        )
        y += 12
    return y


def _unanswered(easel: Easel, pains: tuple[Branch, ...], rows: Box, y: float, inviting: bool) -> float:
    """What hurts and has no answer yet."""
    say, theme, left, room = easel.look.say, easel.look.theme, rows.left, rows.width
    if not pains:
        return y
    y += 14
    y += easel.text(say(N_("Without an answer yet")), HEADING, left, y, room, theme.ink) + 10
    for pain in pains:
        sign = next((choice.icon for choice in TOPICS if choice.key == pain.topic), "zap-off")
        easel.marks += icon(sign, left, y + 2, 16, theme.cold if not theme.patterned else theme.ink)
        height = max(20.0, height_of(pain.title, BODY, room - 34))
        easel.text(pain.title, BODY, left + 34, y, room - 34, theme.ink)
        easel.spot(
            Box(left - 4, y - 3, left + room, y + height + 1),
            record_id=pain.id,
            label=labelled(say(label_of(TOPICS, pain.topic)), pain.title),
            text=pain.title,
            write=partial(_write, key=pain.id),
            remove=partial(nodes.remove, ids=(pain.id,)),
        )
        y += height
        if inviting:
            box = Box(left + 28, y + 2, left + room, y + 24)
            easel.invitation(
                box, say(N_("Answer it with an opportunity")), write=partial(_answer, key=pain.id)
            )
            y += 24
        y += 10
    return y


def _answer(document: Document, text: str, key: str) -> None:
    answer(document, key, text)


OPPORTUNITIES = Layout(
    "opportunities",
    N_("Opportunities"),
    "sparkles",
    Subject.MAP,
    draw,
    N_("There are no pain points and no opportunities yet. Give branches one of these topics."),
    N_("What could be done, by impact and effort"),
)
