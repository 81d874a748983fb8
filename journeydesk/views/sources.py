"""The sources of a project: a numbered list of what its claims rest on, and where each is used."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from babel.dates import format_date
from babel.numbers import format_decimal

from journeydesk.analysis.naming import named
from journeydesk.analysis.usage import Use, uses
from journeydesk.kinds.badges import HEIGHT, age_text, draw_badges, evidence_badges
from journeydesk.kinds.pieces import BODY, CAPTION, CAPTION_STRONG, STRONG, height_of
from journeydesk.language import N_, message
from journeydesk.model.document import Document
from journeydesk.model.fields import label_of
from journeydesk.model.queries import maps, sources_in_order
from journeydesk.model.records import Asset, Evidence, JourneyMap
from journeydesk.model.vocabulary import SOURCES
from journeydesk.picture.icons import icon
from journeydesk.picture.marks import Box, Path, Stroke
from journeydesk.picture.shapes import circle
from journeydesk.picture.text import Type, measure
from journeydesk.views.easel import Easel
from journeydesk.views.view import Brief, Layout, Subject, View

WIDTH = 1080.0
NUMBER, SIGN, FACTS, USED = 40.0, 30.0, 520.0, 420.0
GAP = 14.0
QUOTE = Type(BODY.size, "italic", BODY.leading)
EACH_PAGE = 18
ON_SCREEN = 360  # sources that are shown at once; all are printed
MOST_USES = 8  # of one source that are named
DOT = 9.0
STRONGEST = 5


def draw(document: Document, asked: Brief) -> Iterator[View]:
    found = sources_in_order(document)
    used = uses(document)
    left = len(found) - ON_SCREEN if asked.inviting else 0
    shown = found[:ON_SCREEN] if asked.inviting else found
    several = len(maps(document)) > 1
    for first in range(0, len(shown), EACH_PAGE):
        easel = Easel(asked.look)
        y = 0.0
        rows = islice(enumerate(shown, 1), first, first + EACH_PAGE)
        for number, source in rows:
            y = _source(easel, document, source, number, used[source.id], y, several)
        if left > 0 and first + EACH_PAGE >= len(shown):
            more = asked.look.say(message("and {n} more", n=left))
            y += easel.text(more, BODY, NUMBER, y, WIDTH, asked.look.theme.muted) + GAP
        yield View(WIDTH, y, easel.picture, tuple(easel.spots))


def _source(
    easel: Easel,
    document: Document,
    source: Evidence,
    number: int,
    used: Sequence[Use],
    y: float,
    several: bool,
) -> float:
    """One source with all that is known of it; gives where it ends."""
    look, theme = easel.look, easel.look.theme
    left = NUMBER + SIGN
    title = " ".join(source.title.split()) or look.say(label_of(SOURCES, source.source))
    top = y + 10
    easel.text(str(number), STRONG, 0, top, NUMBER - 12, theme.muted, 1.0)
    sign = next((choice.icon for choice in SOURCES if choice.key == source.source), "paperclip")
    easel.marks += icon(sign, NUMBER, top + 1, 18, theme.ink)
    below = top + easel.text(title, STRONG, left, top, FACTS, theme.ink) + 1
    below += easel.text(_facts(source, easel), CAPTION, left, below, FACTS, theme.muted) + 4
    below = _marks(easel, source, left, below)
    if source.quote:
        quote = look.say(message("“{quote}”", quote=" ".join(source.quote.split())))
        below += easel.text(quote, QUOTE, left, below, FACTS, theme.ink) + 2
    for line in _places(document, source):
        below += easel.text(line, CAPTION, left, below, FACTS, theme.muted)
    easel.spot(
        Box(0, y + 4, left + FACTS, below + 6),
        record_id=source.id,
        label=look.say(message("{n}. {title}", n=number, title=f"{title}, {_facts(source, easel)}")),
    )
    end = max(below, _used(easel, document, used, left + FACTS + 40, top, several))
    easel.marks.append(Path((("M", 0, end + GAP), ("L", WIDTH, end + GAP)), stroke=Stroke(theme.hair, 1.0)))
    return end + GAP


def _facts(source: Evidence, easel: Easel) -> str:
    look = easel.look
    say = look.say
    parts = [say(label_of(SOURCES, source.source))]
    if source.date:
        parts.append(format_date(date.fromisoformat(source.date), "long", locale=say.language))
    else:
        parts.append(say(N_("no date")))
    if source.sample_size is not None:
        number = format_decimal(source.sample_size, locale=say.language)
        parts.append(say(message("sample: {n}", n=number)))
    age = look.freshness.age(source)
    if age is not None and look.freshness.is_stale(source):
        parts.append(say(message("out of date: {age}", age=age_text(age))))
    return " · ".join(parts)


def _marks(easel: Easel, source: Evidence, x: float, y: float) -> float:
    """Its badge as on the maps, and its strength as dots; gives where they end."""
    look, theme = easel.look, easel.look.theme
    badges = evidence_badges((source.id,), look)
    easel.marks += draw_badges(badges, x, y, look)
    if source.strength is not None:
        words = look.say(N_("Strength"))
        at = x + sum(badge.width + 4 for badge in badges) + 14
        easel.text(words, CAPTION_STRONG, at, y + 1, 120, theme.ink)
        at += measure(words, CAPTION_STRONG) + 14
        for place in range(STRONGEST):
            fill = theme.ink if place < source.strength else theme.card
            dot = circle(at + place * (DOT + 4), y + HEIGHT / 2, DOT / 2)
            easel.marks.append(Path(dot, fill, Stroke(theme.ink, 1.0)))
    return y + HEIGHT + 7


def _places(document: Document, source: Evidence) -> Iterator[str]:
    """Where it can be read: its file and its link."""
    asset = document.find(Asset, source.asset_id)
    if asset is not None:
        yield asset.name
    if source.url:
        yield source.url


def _used(easel: Easel, document: Document, used: Sequence[Use], x: float, y: float, several: bool) -> float:
    """What rests on it; gives where that ends."""
    look, theme = easel.look, easel.look.theme
    if not used:
        return y + easel.text(look.say(N_("Not used yet")), CAPTION, x, y, USED, theme.muted)
    y += easel.text(look.say(N_("Used for")), CAPTION_STRONG, x, y, USED, theme.ink) + 2
    for use in used[:MOST_USES]:
        record = document.get(use.record_id)
        assert record is not None
        text = named(document, record, look.say, is_share=use.is_share)
        drawn = document.find(JourneyMap, use.map_id)
        if several and drawn is not None:
            text = look.say(message("{place} – {map}", place=text, map=drawn.title))
        height = height_of(text, CAPTION, USED) + 3
        easel.text(text, CAPTION, x, y, USED, theme.ink)
        easel.spot(Box(x, y, x + USED, y + height), record_id=use.record_id, label=text)
        y += height
    if len(used) > MOST_USES:
        more = look.say(message("and {n} more", n=len(used) - MOST_USES))
        y += easel.text(more, CAPTION, x, y, USED, theme.muted)
    return y


SOURCES_LAYOUT = Layout(
    "sources",
    N_("Sources"),
    "library",
    Subject.PROJECT,
    draw,
    N_("There are no sources yet. Add the first one with Ctrl+Alt+S."),
    hint=N_("What the claims of all maps rest on, and where each source is used"),
)
