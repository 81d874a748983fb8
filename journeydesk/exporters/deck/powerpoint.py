"""Maps, and every other layout, as PowerPoint slides."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from journeydesk.exporters import checking
from journeydesk.exporters.exporter import Exporter, ExportOptions
from journeydesk.language import N_
from journeydesk.model.document import Document
from journeydesk.model.queries import maps
from journeydesk.render.pages import PageSize
from journeydesk.render.sheet import Sheet
from journeydesk.views.printing import MAP, Order, sheets
from journeydesk.views.stops import STOPS

WIDE = PageSize(338.667, 190.5)  # millimetres, as PowerPoint makes new slides


def draw(document: Document, order: Order, path: Path, options: ExportOptions) -> None:
    """Writes a deck: of each map itself, its personas and its stages; of another layout its pages."""
    # Its library takes a while to load, and most sessions never make slides.
    from journeydesk.exporters.deck.pages import Pages
    from journeydesk.exporters.deck.slides import add_map, add_sheet
    from journeydesk.exporters.deck.stops import add_stops

    order, keys = _lying(order), _maps(document, order)
    pages = Pages(order.page or WIDE, document)
    if order.layout == MAP:
        for number, key in enumerate(keys):
            add_map(pages, document, key, order, partial(_report, options, number, len(keys)))
    elif order.layout == STOPS.name:
        add_stops(pages, document, order)
    else:
        for sheet in sheets(document, order):
            add_sheet(pages, sheet)
    project = document.project
    pages.save(
        path,
        title=options.title or project.title,
        author=project.author or project.organisation,
        language=order.language or project.language,
    )


def show(document: Document, order: Order) -> Iterator[Sheet]:
    """The slides as pictures: what is on each, and where."""
    from journeydesk.exporters.deck.pages import Pages  # as above
    from journeydesk.exporters.deck.pictured import pictured

    order = _lying(order)
    if order.layout != MAP:
        yield from sheets(document, order)
        return
    pages = Pages(order.page or WIDE, document)
    for key in _maps(document, order):
        yield from pictured(pages, document, key, order)


def _lying(order: Order) -> Order:
    page = order.page or WIDE
    return replace(order, page=page.landscape() if page.turnable else page)


def _maps(document: Document, order: Order) -> tuple[str, ...]:
    return order.map_ids or tuple(drawn.id for drawn in maps(document))


def _report(options: ExportOptions, number: int, count: int, share: float) -> None:
    options.report((number + share) / count)


POWERPOINT = Exporter(
    "pptx",
    N_("PowerPoint slides"),
    (".pptx",),
    draw=draw,
    show=show,
    check=checking.pptx,
    about=N_(
        "Of the map, a slide for itself, for each persona and for each stage; of stops, one for each; "
        "of anything else, its pages. "
        "All of it is shapes that can be moved and written in, arrows hold on to what they connect, and "
        "notes and sources are there for whoever speaks. Above, the slides are in the map’s own typeface; "
        "PowerPoint sets them in Arial."
    ),
)
