"""What a review has brought: open comments by their places, and nodes by their votes."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from babel.dates import format_date

from journeydesk.analysis.naming import named
from journeydesk.analysis.review import Thread, ranking, threads
from journeydesk.kinds.pieces import BODY, CAPTION, CAPTION_STRONG, HEADING, STRONG, height_of
from journeydesk.language import N_, counted, message
from journeydesk.model.document import Document
from journeydesk.model.queries import maps
from journeydesk.model.records import Comment, JourneyMap, Node
from journeydesk.operations.comments import remove_comments
from journeydesk.operations.fields import set_field
from journeydesk.picture.marks import Box
from journeydesk.views.easel import Easel
from journeydesk.views.view import Brief, Layout, Subject, View

WIDTH = 1080.0
VOTES = 400.0
GUTTER = 56.0
ROW = 30.0
MOST_NODES, MOST_THREADS = 40, 120


def draw(document: Document, asked: Brief) -> Iterator[View]:
    voted, told = ranking(document), threads(document)
    if not voted and not told:
        return
    easel = Easel(asked.look)
    several = len(maps(document)) > 1
    left = _votes(easel, document, voted, several) if voted else 0.0
    x = VOTES + GUTTER if voted else 0.0
    right = _threads(easel, document, told, x, several) if told else 0.0
    yield View(WIDTH, max(left, right) + 8, easel.picture, tuple(easel.spots))


def _place(easel: Easel, document: Document, key: str, map_id: str, several: bool) -> str:
    record, drawn = document.get(key), document.find(JourneyMap, map_id)
    assert record is not None
    text = named(document, record, easel.look.say)
    if several and drawn is not None and drawn.id != key:
        return easel.look.say(message("{place} – {map}", place=text, map=drawn.title))
    return text


def _votes(easel: Easel, document: Document, voted: tuple[Node, ...], several: bool) -> float:
    """The nodes with the most votes, each with a bar; gives where they end."""
    look, theme = easel.look, easel.look.theme
    y = 4 + easel.text(look.say(N_("Votes")), HEADING, 0, 4, VOTES, theme.ink) + 10
    most = voted[0].votes
    for node in voted[:MOST_NODES]:
        name = _place(easel, document, node.id, node.map_id, several)
        height = height_of(name, BODY, VOTES) + 18
        easel.text(name, BODY, 0, y, VOTES, theme.ink)
        bar = Box(0, y + height - 16, max(6.0, (VOTES - 48) * node.votes / most), y + height - 6)
        easel.area(bar, theme.persona.line, theme.ink, 2.0)
        easel.text(str(node.votes), STRONG, bar.right + 8, bar.top - 5, 40, theme.ink)
        spoken = look.say(counted("{place}: {n} vote", "{place}: {n} votes", node.votes, place=name))
        easel.spot(Box(0, y - 2, VOTES, y + height), record_id=node.id, label=spoken)
        y += height + 8
    if len(voted) > MOST_NODES:
        more = look.say(message("and {n} more", n=len(voted) - MOST_NODES))
        y += easel.text(more, CAPTION, 0, y, VOTES, theme.muted)
    return y


def _threads(easel: Easel, document: Document, told: tuple[Thread, ...], x: float, several: bool) -> float:
    """The open comments under the names of their places; gives where they end."""
    look, theme, room = easel.look, easel.look.theme, WIDTH - x
    y = 4 + easel.text(look.say(N_("Open comments")), HEADING, x, 4, room, theme.ink) + 10
    for thread in told[:MOST_THREADS]:
        place = _place(easel, document, thread.about_id, thread.map_id, several)
        height = easel.text(place, STRONG, x, y, room, theme.ink)
        easel.spot(Box(x, y, x + room, y + height), record_id=thread.about_id, label=place)
        y += height + 4
        for comment in thread.comments:
            y = _comment(easel, thread, comment, Box(x + 14, y, x + room, y), place)
        y += 10
    if len(told) > MOST_THREADS:
        more = look.say(message("and {n} more", n=len(told) - MOST_THREADS))
        y += easel.text(more, CAPTION, x, y, room, theme.muted)
    return y


def _comment(easel: Easel, thread: Thread, comment: Comment, box: Box, place: str) -> float:
    """One comment with who wrote it and when; gives where it ends."""
    look, theme = easel.look, easel.look.theme
    who = comment.author or look.say(N_("Somebody"))
    when = _day(comment.written, look.say.language)
    y = box.top + easel.text(f"{who} · {when}", CAPTION_STRONG, box.left, box.top, box.width, theme.muted)
    y += easel.text(comment.text, BODY, box.left, y, box.width, theme.ink)
    easel.area(Box(box.left - 10, box.top + 2, box.left - 7, y), theme.persona.line)
    easel.spot(
        Box(box.left - 10, box.top, box.right, y),
        record_id=thread.about_id,
        label=look.say(message("{who} on {place}: {said}", who=who, place=place, said=comment.text)),
        text=comment.text,
        write=partial(_rewrite, key=comment.id),
        remove=partial(_remove, key=comment.id),
    )
    return y + 8


def _rewrite(document: Document, text: str, key: str) -> None:
    set_field(document, (key,), "text", text)


def _remove(document: Document, key: str) -> None:
    remove_comments(document, (key,))


def _day(written: str, language: str) -> str:
    try:
        text: str = format_date(datetime.fromisoformat(written).date(), "medium", locale=language)
    except ValueError:
        return written
    return text


REVIEW = Layout(
    "review",
    N_("Review"),
    "messages-square",
    Subject.PROJECT,
    draw,
    N_("There are no open comments and no votes. Select a node and write one with Ctrl+Alt+N."),
    hint=N_("Open comments by their places, and nodes by their votes"),
)
