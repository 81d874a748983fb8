"""Views on pages: each as large as there is room, under its title."""

from collections.abc import Iterator

from journeydesk.language import Problem, message
from journeydesk.model.document import Document
from journeydesk.model.records import JourneyMap
from journeydesk.picture.marks import Box, Group, Path, Picture
from journeydesk.picture.shapes import rectangle
from journeydesk.picture.text import Type
from journeydesk.picture.theme import Theme
from journeydesk.render.heading import clipped, credit
from journeydesk.render.pages import PageSize
from journeydesk.render.poster import compose
from journeydesk.render.sheet import Sheet
from journeydesk.views.catalogue import LAYOUTS
from journeydesk.views.view import Brief, Layout, Subject, View, brief

MAP = "map"  # the name of the layout that is the map itself
NAMES = (MAP, *(layout.name for layout in LAYOUTS))
A4_DIAGONAL = 363.7
# Millimetres on A4.
MARGIN = 11.0
RULE = 0.9
TITLE = 5.2
OVER = 2.7
GAP = 4.0
CREDIT = 1.9
LARGEST_SCALE = 0.3  # of a board unit


def sheets(
    document: Document,
    name: str,
    map_id: str,
    *,
    page: PageSize,
    theme: Theme | None = None,
    language: str = "",
    persona_ids: tuple[str, ...] = (),
) -> Iterator[Sheet]:
    """The pages of a layout, "map" for the map itself; themes and language as in `compose`.

    Raises Problem where there is no such map, and where there is nothing to print.
    """
    if name == MAP:
        yield compose(document, map_id, page=page, theme=theme, language=language)
        return
    layout = next(row for row in LAYOUTS if row.name == name)
    drawn = document.find(JourneyMap, map_id)
    if drawn is None:
        raise Problem(message("This map is not in the project any more."))
    aspect = page.width_mm / page.height_mm
    asked = brief(
        document, map_id, theme=theme, language=language, persona_ids=persona_ids,
        aspect=max(aspect, 1 / aspect) if page.turnable else aspect,
    )  # fmt: skip
    empty = True
    for view in layout.draw(document, asked):
        empty = False
        yield _printed(document, drawn, layout, view, asked, page)
    if empty:
        raise Problem(message(layout.empty))


def _printed(
    document: Document, drawn: JourneyMap, layout: Layout, view: View, asked: Brief, page: PageSize
) -> Sheet:
    if page.turnable:
        page = page.landscape() if view.width >= view.height else page.portrait()
    look = asked.look
    unit = min(page.diagonal / A4_DIAGONAL, min(page.width_mm, page.height_mm) / 140)
    margin = MARGIN * unit
    area = Box(margin, margin, page.width_mm - margin, page.height_mm - margin * 1.2)
    name, is_map = look.say(layout.title), layout.subject is Subject.MAP and bool(drawn.title)
    shown = view.title or (drawn.title if is_map else name)
    over = (document.project.organisation, document.project.title, name if shown != name else "")
    head, top = _head(shown, tuple(part for part in over if part and part != shown), asked, area, unit)
    room = Box(area.left, top + GAP * unit, area.right, area.bottom)
    scale = min(
        LARGEST_SCALE * unit, room.width / max(view.width, 1.0), max(room.height, 1.0) / max(view.height, 1.0)
    )
    left = room.left + (room.width - view.width * scale) / 2
    foot = credit(document, drawn, look, area, area.bottom + margin * 0.6 - CREDIT * unit / 2, unit)
    body = Group(view.picture, left, room.top, scale, name=layout.name, title=name)
    return Sheet(
        page.width_mm,
        page.height_mm,
        look.theme.ground,
        (Group(head, name="heading"), body, *foot),
        f"{shown} – {name}" if shown != name else name,
        document.project.author or document.project.organisation,
        look.say.language,
    )


def _head(title: str, over: tuple[str, ...], asked: Brief, area: Box, unit: float) -> tuple[Picture, float]:
    """A rule, what the page belongs to, and its title; and where they end."""
    theme = asked.look.theme
    rule = Path(rectangle(Box(area.left, area.top, area.right, area.top + RULE * unit)), theme.ink)
    y = area.top + 2.6 * unit
    words: Picture = ()
    if over:
        block = clipped("  ·  ".join(over), Type(OVER * unit, "semibold"), area.width, 1)
        words += block.placed(area.left, y, theme.muted)
        y += block.height + 0.4 * unit
    block = clipped(title, Type(TITLE * unit, "bold", 1.14), area.width, 2)
    words += block.placed(area.left, y, theme.ink)
    return (rule, *words), y + block.height
