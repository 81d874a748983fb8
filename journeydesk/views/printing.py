"""Views on pages: each as large as there is room, under its title."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from journeydesk.analysis.description import description
from journeydesk.language import Problem, catalogue, message
from journeydesk.model.document import Document
from journeydesk.model.queries import maps
from journeydesk.model.records import JourneyMap
from journeydesk.picture.marks import Box, Group, Path, Picture
from journeydesk.picture.shapes import rectangle
from journeydesk.picture.text import Type
from journeydesk.picture.theme import Theme
from journeydesk.render.board import look_of
from journeydesk.render.extras import NONE, Extras
from journeydesk.render.heading import clipped, credit
from journeydesk.render.logo import logo
from journeydesk.render.meanings import palettes
from journeydesk.render.pages import PageSize, page_size
from journeydesk.render.poster import compose
from journeydesk.render.sheet import Sheet
from journeydesk.views.asides import asides
from journeydesk.views.catalogue import LAYOUTS, layout_named
from journeydesk.views.view import Brief, Layout, Subject, View, brief

DEFAULT_PAGE = "A3"
MAP = "map"  # the name of the layout that is the map itself
NAMES = (MAP, *(layout.name for layout in LAYOUTS))
A4_DIAGONAL = 363.7
# Millimetres on A4.
MARGIN = 11.0
RULE = 0.9
HEAD = 2.6
LOGO = 0.7  # of its size on a poster
TITLE = 5.2
OVER = 2.7
GAP = 4.0
CREDIT = 1.9
LARGEST_SCALE = 0.3  # of a board unit


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be printed: a layout of these maps, or of all where none is named.

    What shows the project or a persona comes once, in the looks of the first of the maps. `persona_ids` are
    those of whom there is to be a page, all for none. Without a page it is A3, or what is usual in
    the format. Theme, language and, where the layout is the map, `ids` and `extras` are as in `compose`.
    """

    layout: str = MAP
    map_ids: tuple[str, ...] = ()
    persona_ids: tuple[str, ...] = ()
    page: PageSize | None = None
    theme: Theme | None = None
    language: str = ""
    ids: tuple[str, ...] = ()
    extras: Extras = NONE


def sheets(document: Document, order: Order) -> Iterator[Sheet]:
    """The pages that are asked for.

    Raises Problem where there is no such layout or map, and where there is nothing to print.
    """
    if order.layout not in NAMES:
        told = message("There is no layout “{name}”. The layouts are: {names}.",
                       name=order.layout, names=", ".join(NAMES))  # fmt: skip
        raise Problem(told)
    keys = order.map_ids or tuple(drawn.id for drawn in maps(document))
    layout = None if order.layout == MAP else layout_named(order.layout)
    if layout is not None and layout.subject is not Subject.MAP:
        keys = keys[:1]
    count = 0
    for key in keys:
        if document.find(JourneyMap, key) is None:
            raise Problem(message("This map is not in the project any more."))
        for sheet in _pages(document, layout, key, order):
            count += 1
            yield sheet
    if not count:
        raise Problem(message(layout.empty) if layout else message("This project has no map."))


def _pages(document: Document, layout: Layout | None, map_id: str, order: Order) -> Iterator[Sheet]:
    page = order.page or page_size(DEFAULT_PAGE)
    drawn = document.find(JourneyMap, map_id)
    assert drawn is not None
    if layout is None:
        look = look_of(document, map_id, order.theme, order.language)
        poster = compose(
            document,
            map_id,
            page=page,
            theme=order.theme,
            language=order.language,
            ids=order.ids,
            extras=order.extras,
            asides=asides(document, drawn, order.extras, look),
        )
        told = str if order.ids else partial(description, document, map_id, catalogue(poster.language))
        yield replace(poster, description=told)
        return
    aspect = page.width_mm / page.height_mm
    asked = brief(
        document, map_id, theme=order.theme, language=order.language, persona_ids=order.persona_ids,
        aspect=max(aspect, 1 / aspect) if page.turnable else aspect,
    )  # fmt: skip
    for view in layout.draw(document, asked):
        yield _printed(document, drawn, layout, view, asked, page)


def _printed(
    document: Document, drawn: JourneyMap, layout: Layout, view: View, asked: Brief, page: PageSize
) -> Sheet:
    page = page.suited(view.width, view.height)
    look = asked.look
    unit = min(page.diagonal / A4_DIAGONAL, min(page.width_mm, page.height_mm) / 140)
    margin = MARGIN * unit
    area = Box(margin, margin, page.width_mm - margin, page.height_mm - margin * 1.2)
    name, is_map = look.say(layout.title), layout.subject is Subject.MAP and bool(drawn.title)
    shown = view.title or (drawn.title if is_map else name)
    over = (document.project.organisation, document.project.title, name if shown != name else "")
    sign, wide, high = logo(document, look.theme, area.right, area.top + HEAD * unit, unit * LOGO)
    lines = tuple(part for part in over if part and part != shown)
    head, top = _head(shown, lines, asked, area, wide + GAP * unit if wide else 0.0, unit)
    head, top = (*head, *sign), max(top, area.top + HEAD * unit + high)
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
        palettes=palettes(document, drawn.id, look),
    )


def _head(
    title: str, over: tuple[str, ...], asked: Brief, area: Box, taken: float, unit: float
) -> tuple[Picture, float]:
    """A rule, what the page belongs to, and its title, left of what is taken; and where they end."""
    theme, room = asked.look.theme, area.width - taken
    rule = Path(rectangle(Box(area.left, area.top, area.right, area.top + RULE * unit)), theme.ink)
    y = area.top + HEAD * unit
    words: Picture = ()
    if over:
        block = clipped("  ·  ".join(over), Type(OVER * unit, "semibold"), room, 1)
        words += block.placed(area.left, y, theme.muted)
        y += block.height + 0.4 * unit
    block = clipped(title, Type(TITLE * unit, "bold", 1.14), room, 2)
    words += block.placed(area.left, y, theme.ink)
    return (rule, *words), y + block.height
