"""What is worth looking into, check by check; each row leads to its place."""

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any

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

WIDTH, TALL = 1080.0, 1480.0  # the width; how high a page is before the next one begins
PLACE = 420.0
PAD, GAP = 12.0, 22.0
ROOM = WIDTH - 32 - PLACE - PAD  # for what is told of a place
LEAST = 90.0  # what a check needs at least under what stands above it
MOST, MOST_PRINTED = 60, 2000  # of each check
ICONS = {Severity.WARNING: "triangle-alert", Severity.NOTE: "info"}


def draw(document: Document, asked: Brief) -> Iterator[View]:
    """All that was found, on paper on as many pages as it takes; nothing where there is nothing."""
    found = findings(document, asked.look.freshness)
    if not found:
        return
    tall, most = (math.inf, MOST) if asked.inviting else (TALL, MOST_PRINTED)
    easel, y = Easel(asked.look), 4.0
    for check, group in groupby(found, key=attrgetter("check")):
        rows = tuple(group)
        if y + LEAST > tall:
            yield View(WIDTH, y, easel.picture, tuple(easel.spots))
            easel, y = Easel(asked.look), 4.0
        y = _heading(easel, check, len(rows), y)
        for number, (place, row) in enumerate(_told(document, rows[:most], asked)):
            height = max(height_of(place, BODY, PLACE), height_of(row["text"], CAPTION, ROOM)) + 8
            if y + height > tall:
                yield View(WIDTH, y, easel.picture, tuple(easel.spots))
                easel = Easel(asked.look)
                y = _heading(easel, check, len(rows), 4.0)
            _row(easel, place, row, Box(26, y, WIDTH, y + height), is_tinted=number % 2 == 0)
            y += height
        if len(rows) > most:
            more = asked.look.say(message("and {n} more", n=len(rows) - most))
            y += easel.text(more, CAPTION, 32, y + 4, WIDTH, asked.look.theme.muted) + 6
        y += GAP
    yield View(WIDTH, y, easel.picture, tuple(easel.spots))


def _heading(easel: Easel, check: Check, count: int, y: float) -> float:
    """What was looked for, and how often it was found; gives where that ends."""
    look, theme = easel.look, easel.look.theme
    tint = theme.lost.line if check.severity is Severity.WARNING else theme.muted
    easel.marks += icon(ICONS[check.severity], 0, y + 2, 22, tint)
    words = look.say(
        message(
            "{title} ({severity}, {n})",
            title=look.say(check.title), severity=look.say(SEVERITIES[check.severity]), n=count,
        )
    )  # fmt: skip
    return y + easel.text(words, HEADING, 32, y, WIDTH - 32, theme.ink) + 8


def _told(
    document: Document, found: Sequence[Finding], asked: Brief
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Each finding with its place, which names its map where there are several."""
    several = len(maps(document)) > 1
    for row in plain(document, found, asked.look.say):
        place = row["place"]
        if several and row["map"]:
            place = asked.look.say(message("{place} – {map}", place=place, map=row["map"]))
        yield place, row


def _row(easel: Easel, place: str, row: Mapping[str, Any], box: Box, *, is_tinted: bool) -> None:
    look, theme = easel.look, easel.look.theme
    if is_tinted:
        easel.area(box, theme.hair + "55", radius=6)
    easel.text(place, BODY, 32, box.top + 4, PLACE, theme.ink)
    easel.text(row["text"], CAPTION, 32 + PLACE + PAD, box.top + 6, ROOM, theme.ink)
    label = look.say(message("{place}: {told}", place=place, told=row["text"]))
    easel.spot(box, record_id=row["place_id"], label=label)


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
