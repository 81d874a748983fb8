"""What is on the slides of a deck: a map, each of its personas, each of its stages; notes for the speaker."""

from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass

from journeydesk.analysis.columns import Column, columns
from journeydesk.analysis.facts import cited
from journeydesk.exporters.deck.canvas import SlideCanvas
from journeydesk.exporters.deck.drawing import add_drawing, box_of
from journeydesk.exporters.deck.pages import Pages
from journeydesk.exporters.deck.people import add_person
from journeydesk.exporters.deck.place import Place, fitted
from journeydesk.language import N_, Problem, labelled, message
from journeydesk.model.document import Document
from journeydesk.model.queries import links, nodes
from journeydesk.model.records import Evidence, JourneyMap, Link, Node, Persona, Record
from journeydesk.picture.marks import Box, paint
from journeydesk.render.board import Board
from journeydesk.render.heading import personas_of
from journeydesk.render.piece import whole_piece
from journeydesk.render.sheet import Sheet
from journeydesk.views.printing import Order

LARGEST = 0.4  # millimetres to a board unit, on a slide of the usual size
Told = Node | Link | Persona


@dataclass(frozen=True, slots=True)
class Slide:
    """What is on a slide: nodes of a map with these ids, or a persona; `notes` are for whoever speaks."""

    title: str
    notes: list[str]
    keys: Set[str] = frozenset()
    persona: Persona | None = None


def board_of(document: Document, map_id: str, order: Order) -> Board:
    """The board of a map, as it is ordered. Raises Problem where there is no such map."""
    if document.find(JourneyMap, map_id) is None:
        raise Problem(message("This map is not in the project any more."))
    board = Board(document, map_id, theme=order.theme, language=order.language)
    board.refine()
    return board


def planned(board: Board, order: Order) -> Iterator[Slide]:
    """The slides of a map: itself, its personas, its stages; or what is chosen of it alone."""
    document, say = board.document, board.look.say
    drawn = document.find(JourneyMap, board.map_id)
    assert drawn is not None
    title = drawn.title or document.project.title or say(N_("Untitled"))
    if order.ids:
        chosen = set(whole_piece(board, order.ids))
        records = [record for record in document.below(drawn.id) if record.id in chosen]
        yield Slide(title, _notes(document, records, board), chosen)
        return
    everything: list[Told] = [*nodes(document, drawn.id), *links(document, drawn.id)]
    told = [*filter(None, (drawn.scenario, drawn.notes)), *_sources(document, everything, board)]
    yield Slide(title, told, set(board.placed))
    for persona in personas_of(document, drawn):
        if not order.persona_ids or persona.id in order.persona_ids:
            yield Slide(persona.name, _notes(document, [persona], board), persona=persona)
    for column in columns(document, drawn.id):
        title = f"{column.number}. {column.stage.title}" if column.stage.title else str(column.number)
        keys = {node.id for node in (*column.nodes, *column.branches)}
        yield Slide(title, _notes(document, _with_arrows(document, column), board), keys)


def add_map(
    pages: Pages, document: Document, map_id: str, order: Order, report: Callable[[float], None]
) -> None:
    """Adds the slides of a map. Raises Problem where there is none. Reports which share of them is made."""
    board = board_of(document, map_id, order)
    made = list(planned(board, order))
    for number, slide in enumerate(made):
        report(number / len(made))
        shapes = pages.add(slide.title, board.look.theme, slide.notes)
        if slide.persona is not None:
            add_person(shapes, pages, document, slide.persona, board.look)
        elif (box := box_of(board, slide.keys)) is not None:
            add_drawing(shapes, board, slide.keys, place_of(box, pages))


def place_of(box: Box, pages: Pages) -> Place:
    """Where a box of a board lies on a slide."""
    return fitted(box, pages.room, LARGEST * pages.unit)


def add_sheet(pages: Pages, sheet: Sheet) -> None:
    """Adds a page of any layout, as shapes."""
    paint(sheet.picture, SlideCanvas(pages.add_blank(sheet.ground), Place()))


def _with_arrows(document: Document, column: Column) -> list[Told]:
    keys = {node.id for node in column.nodes}
    arrows = (link for link in links(document, column.stage.map_id) if link.source_id in keys)
    return [*column.nodes, *column.branches, *arrows]


def _notes(document: Document, records: Iterable[Record], board: Board) -> list[str]:
    """What is noted of each record, then the sources of all."""
    found = []
    told = [record for record in records if isinstance(record, Told)]
    for record in told:
        if record.notes:
            name = record.name if isinstance(record, Persona) else record.title
            told_of = labelled(" ".join(name.split()), record.notes)
            found.append(board.look.say(told_of) if name else record.notes)
    return found + _sources(document, told, board)


def _sources(document: Document, records: list[Told], board: Board) -> list[str]:
    keys = dict.fromkeys(key for record in records for key in record.evidence_ids)
    found = (document.find(Evidence, key) for key in keys)
    lines = [f"– {cited(source, board.look.say)}" for source in found if source is not None]
    return [board.look.say(N_("Sources")), *lines] if lines else []
