"""The touchpoints of a project by channel, device and department, and where each of these is used."""

from collections.abc import Iterator
from functools import partial

from journeydesk.analysis.naming import named
from journeydesk.kinds.pieces import BODY, CAPTION, HEADING, STRONG, height_of
from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.language import N_, message
from journeydesk.model.document import Document
from journeydesk.model.queries import maps
from journeydesk.model.records import JourneyMap
from journeydesk.model.terms import TITLES, VOCABULARIES, entries, listed
from journeydesk.operations.terms import rename_term
from journeydesk.picture.marks import Box
from journeydesk.views.easel import Easel
from journeydesk.views.view import Brief, Layout, Subject, View

COLUMN, GUTTER = 340.0, 30.0
WIDTH = 3 * COLUMN + 2 * GUTTER
MOST = 12  # touchpoints of one entry that are named
INSET = 28.0


def draw(document: Document, asked: Brief) -> Iterator[View]:
    if not document.all(Touchpoint):
        return
    easel = Easel(asked.look)
    bottoms = [
        _column(easel, document, vocabulary, place * (COLUMN + GUTTER))
        for place, vocabulary in enumerate(VOCABULARIES)
    ]
    yield View(WIDTH, max(bottoms) + 8, easel.picture, tuple(easel.spots))


def used(document: Document, vocabulary: str) -> list[tuple[str, list[Touchpoint]]]:
    """The entries that touchpoints have, the most used first, each with its touchpoints; "" for none last.

    Those of the project's own that no touchpoint has yet are among them.
    """
    own = (entry for entry in entries(document, vocabulary) if entry.is_own)
    found: dict[str, list[Touchpoint]] = {entry.key: [] for entry in own}
    for node in sorted(document.all(Touchpoint), key=lambda node: (node.map_id, node.x, node.y, node.id)):
        found.setdefault(getattr(node, vocabulary), []).append(node)
    return sorted(found.items(), key=lambda row: (not row[0], -len(row[1]), row[0]))


def _column(easel: Easel, document: Document, vocabulary: str, x: float) -> float:
    """One vocabulary; gives where it ends."""
    look, theme = easel.look, easel.look.theme
    rows = used(document, vocabulary)
    count = sum(bool(key) for key, _ in rows)
    heading = look.say(message("{title} ({n})", title=look.say(TITLES[vocabulary]), n=count))
    y = 4 + easel.text(heading, HEADING, x, 4, COLUMN, theme.ink) + 12
    for key, nodes in rows:
        y = _entry(easel, document, vocabulary, key, nodes, x, y) + 14
    return y


def _entry(
    easel: Easel, document: Document, vocabulary: str, key: str, nodes: list[Touchpoint], x: float, y: float
) -> float:
    """One entry with the touchpoints that have it; gives where it ends."""
    look, theme = easel.look, easel.look.theme
    entry, ink = listed(look.find, vocabulary, key), theme.ink if key else theme.muted
    name = entry.named(look.say) if key else look.say(N_("Not told"))
    easel.sign(entry, x, y, 19, ink, theme.ground)
    told = look.say(message("{name} ({n})", name=name, n=len(nodes)))
    height = easel.text(told, STRONG, x + INSET, y, COLUMN - INSET, ink)
    if key:
        easel.spot(
            Box(x, y, x + COLUMN, y + height),
            label=told,
            text=name,
            write=partial(_rename, vocabulary=vocabulary, key=key),
        )
    y += height + 2
    several = len(maps(document)) > 1
    for node in nodes[:MOST]:
        text, drawn = named(document, node, look.say), document.find(JourneyMap, node.map_id)
        if several and drawn is not None:
            text = look.say(message("{place} – {map}", place=text, map=drawn.title))
        lines = height_of(text, CAPTION, COLUMN - INSET) + 2
        easel.text(text, CAPTION, x + INSET, y, COLUMN - INSET, theme.ink)
        easel.spot(Box(x + INSET, y, x + COLUMN, y + lines), record_id=node.id, label=text)
        y += lines
    if len(nodes) > MOST:
        more = look.say(message("and {n} more", n=len(nodes) - MOST))
        y += easel.text(more, BODY, x + INSET, y, COLUMN - INSET, theme.muted)
    return y


def _rename(document: Document, text: str, vocabulary: str, key: str) -> None:
    rename_term(document, vocabulary, key, text)


INVENTORY = Layout(
    "inventory",
    N_("Touchpoint inventory"),
    "list-tree",
    Subject.PROJECT,
    draw,
    N_("There are no touchpoints yet."),
    hint=N_(
        "Touchpoints by channel, device and department; a name that is written anew is changed everywhere"
    ),
)
