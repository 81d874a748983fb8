"""Maps, and every other layout, as one HTML page: pictures, outlines, personas, what was found, sources."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from journeydesk.exporters import checking
from journeydesk.exporters.exporter import Exporter, ExportOptions
from journeydesk.exporters.web.markup import Html, el, paragraphs
from journeydesk.exporters.web.outline import Outline
from journeydesk.exporters.web.parts import Sources, findings, logo, opportunities, person
from journeydesk.exporters.web.remarks import remarks
from journeydesk.exporters.web.style import STYLE
from journeydesk.language import N_, catalogue
from journeydesk.model.dates import told_date
from journeydesk.model.document import Document
from journeydesk.model.queries import maps, personas
from journeydesk.model.records import JourneyMap, Persona
from journeydesk.picture.marks import paint
from journeydesk.render.board import Board, look_of
from journeydesk.render.heading import personas_of
from journeydesk.render.piece import whole_piece
from journeydesk.render.sheet import Sheet
from journeydesk.views.printing import Order, sheets


def draw(document: Document, order: Order, path: Path, options: ExportOptions) -> None:
    """Writes one page of all that is ordered."""
    say = catalogue(order.language or document.project.language)
    sources = Sources(document, say)
    shown = [drawn for drawn in maps(document) if not order.map_ids or drawn.id in order.map_ids]
    parts: list[Html] = []
    contents: list[tuple[str, str]] = []
    for number, drawn in enumerate(shown, 1):
        options.report((number - 1) / len(shown))
        title = drawn.title or say(N_("Untitled"))
        contents.append((f"m-{drawn.id}", title))
        parts.append(_map(document, drawn, title, replace(order, map_ids=(drawn.id,)), sources))
    people = _people(document, shown, order)
    if people:
        contents.append(("personas", say(N_("Personas"))))
        told = (person(document, persona, say, sources) for persona in people)
        parts.append(el("section", el("h2", say(N_("Personas"))), *told, id="personas"))
    found = findings(document, [drawn.id for drawn in shown], say) if not order.ids else Html()
    if found:
        contents.append(("findings", say(N_("Findings"))))
        parts.append(el("section", el("h2", say(N_("Findings"))), found, id="findings"))
    if cited := sources.told():
        contents.append(("sources", say(N_("Sources"))))
        parts.append(el("section", el("h2", say(N_("Sources"))), cited, id="sources"))
    title = (
        options.title or document.project.title or (shown[0].title if shown else "") or say(N_("Untitled"))
    )
    page = el(
        "html",
        _head(title, document),
        el(
            "body",
            _top(title, document, contents, say(N_("Contents"))),
            el("main", *parts),
            el("footer", el("p", say(N_("Drawn with JourneyDesk")))),
        ),
        lang=say.language,
    )
    path.write_text(f"<!DOCTYPE html>\n{page}\n", encoding="utf-8")


def _head(title: str, document: Document) -> Html:
    author = document.project.author or document.project.organisation
    return el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="generator", content="JourneyDesk"),
        el("meta", name="author", content=author) if author else Html(),
        el("title", title),
        Html(f"<style>{STYLE}</style>"),
    )


def _top(title: str, document: Document, contents: list[tuple[str, str]], label: str) -> Html:
    organisation = document.project.organisation
    items = (el("li", el("a", text, href=f"#{place}")) for place, text in contents)
    return el(
        "header",
        logo(document),
        el("p", organisation, class_="lead") if organisation else Html(),
        el("h1", title),
        paragraphs(document.project.notes),
        el("nav", el("ul", *items), aria_label=label),
    )


def _people(document: Document, shown: list[JourneyMap], order: Order) -> list[Persona]:
    """The personas of the maps, or those that are ordered."""
    keys = {persona.id for drawn in shown for persona in personas_of(document, drawn)}
    wanted = set(order.persona_ids) or keys
    return [persona for persona in personas(document) if persona.id in wanted and persona.name]


def _map(document: Document, drawn: JourneyMap, title: str, order: Order, sources: Sources) -> Html:
    look = look_of(document, drawn.id, order.theme, order.language)
    say = look.say
    version = f"{say(N_('Version'))} {drawn.version}" if drawn.version else ""
    dated = ", ".join(filter(None, (version, told_date(drawn.date, say.language))))
    only = set(whole_piece(Board(document, drawn.id), order.ids)) if order.ids else None
    outline = Outline(document, drawn.id, look, sources.cite, only).told()
    chances = opportunities(document, drawn.id, say, sources) if only is None else Html()
    return el(
        "section",
        el("h2", title),
        el("p", dated, class_="lead") if dated else Html(),
        paragraphs(drawn.scenario),
        *_pictures(document, drawn, order),
        paragraphs(drawn.notes),
        *((el("h3", say(N_("Outline"))), outline) if outline else ()),
        chances,
        remarks(document, drawn.id, say, only),
        id=f"m-{drawn.id}",
    )


def _pictures(document: Document, drawn: JourneyMap, order: Order) -> Iterator[Html]:
    """The pages of the layout as pictures."""
    for number, sheet in enumerate(sheets(document, order)):
        yield el("figure", _picture(sheet, f"{drawn.id[:8]}-{number}-"), el("figcaption", sheet.title))


def _picture(sheet: Sheet, prefix: str) -> Html:
    # Its library for typefaces takes a while to load.
    from journeydesk.render.svg import SvgCanvas

    canvas = SvgCanvas(
        sheet.width_mm,
        sheet.height_mm,
        title=sheet.title,
        about=sheet.description(),
        language=sheet.language,
        prefix=f"s-{prefix}",
    )
    paint(sheet.marks, canvas)
    return Html(canvas.element())


def show(document: Document, order: Order) -> Iterator[Sheet]:
    """The pictures on the page."""
    return sheets(document, order)


HTML = Exporter(
    "html",
    N_("Web page"),
    (".html", ".htm"),
    draw=draw,
    show=show,
    check=checking.html,
    about=N_(
        "One page with the picture, the outline, the personas, what was found and all sources. "
        "It opens in any browser without a network, and can be printed. Above are the pictures on it."
    ),
)
