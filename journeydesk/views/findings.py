"""What is worth looking into, check by check; each row leads to its place."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from journeydesk.analysis.findings import SEVERITIES, Check, Finding, Severity, findings
from journeydesk.analysis.reporting import plain
from journeydesk.kinds.pieces import BODY, CAPTION, HEADING, height_of
from journeydesk.language import N_, message
from journeydesk.model.document import Document
from journeydesk.model.queries import maps
from journeydesk.picture.icons import icon
from journeydesk.picture.marks import Box
from journeydesk.views.easel import Easel
from journeydesk.views.view import Brief, Layout, Subject, View

WIDTH = 1080.0
PLACE = 420.0
PAD = 12.0
MOST = 60  # of each check
ICONS = {Severity.WARNING: "triangle-alert", Severity.NOTE: "info"}


def draw(document: Document, asked: Brief) -> Iterator[View]:
    """A page of all that was found; none where there is nothing."""
    found = findings(document, asked.look.freshness)
    if not found:
        return
    easel = Easel(asked.look)
    y = 4.0
    for check, group in groupby(found, key=attrgetter("check")):
        y = _check(easel, document, check, tuple(group), y) + 22
    yield View(WIDTH, y, easel.picture, tuple(easel.spots))


def _check(easel: Easel, document: Document, check: Check, found: Sequence[Finding], y: float) -> float:
    """One check with what it found; gives where that ends."""
    look, theme = easel.look, easel.look.theme
    tint = theme.lost.line if check.severity is Severity.WARNING else theme.muted
    easel.marks += icon(ICONS[check.severity], 0, y + 2, 22, tint)
    words = look.say(
        message(
            "{title} ({severity}, {n})",
            title=look.say(check.title), severity=look.say(SEVERITIES[check.severity]), n=len(found),
        )
    )  # fmt: skip
    y += easel.text(words, HEADING, 32, y, WIDTH - 32, theme.ink) + 8
    several = len(maps(document)) > 1
    for number, row in enumerate(plain(document, found[:MOST], look.say)):
        place = row["place"]
        if several and row["map"]:
            place = look.say(message("{place} – {map}", place=place, map=row["map"]))
        room = WIDTH - 32 - PLACE - PAD
        height = max(height_of(place, BODY, PLACE), height_of(row["text"], CAPTION, room)) + 8
        if number % 2 == 0:
            easel.area(Box(26, y, WIDTH, y + height), theme.hair + "55", radius=6)
        easel.text(place, BODY, 32, y + 4, PLACE, theme.ink)
        easel.text(row["text"], CAPTION, 32 + PLACE + PAD, y + 6, room, theme.ink)
        label = look.say(message("{place}: {told}", place=place, told=row["text"]))
        easel.spot(Box(26, y, WIDTH, y + height), record_id=row["place_id"], label=label)
        y += height
    if len(found) > MOST:
        more = look.say(message("and {n} more", n=len(found) - MOST))
        y += easel.text(more, CAPTION, 32, y + 4, WIDTH, theme.muted) + 6
    return y


FINDINGS = Layout(
    "findings",
    N_("Findings"),
    "clipboard-check",
    Subject.PROJECT,
    draw,
    N_("Nothing is left open: everything is borne out, and every stage and persona has its path."),
    hint=N_(
        "What is worth looking into: missing evidence, stages without touchpoints, personas without path"
    ),
)
