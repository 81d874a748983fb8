"""What is on the slides of a deck: a map, each of its personas, each of its stages; notes for the speaker."""

from collections.abc import Callable, Iterable
from functools import partial

from journeydesk.analysis.columns import Column, columns
from journeydesk.analysis.facts import cited
from journeydesk.exporters.deck.canvas import SlideCanvas
from journeydesk.exporters.deck.drawing import add_drawing, box_of
from journeydesk.exporters.deck.pages import Pages
from journeydesk.exporters.deck.people import add_person
from journeydesk.exporters.deck.place import Place, fitted
from journeydesk.language import N_, Problem, message
from journeydesk.model.document import Document
from journeydesk.model.queries import links, nodes
from journeydesk.model.records import Evidence, JourneyMap, Link, Node, Persona, Record
from journeydesk.picture.marks import paint
from journeydesk.render.board import Board
from journeydesk.render.heading import personas_of
from journeydesk.render.piece import whole_piece
from journeydesk.render.sheet import Sheet
from journeydesk.views.printing import Order

LARGEST = 0.4  # millimetres to a board unit, on a slide of the usual size
Told = Node | Link | Persona


def add_map(
    pages: Pages, document: Document, map_id: str, order: Order, report: Callable[[float], None]
) -> None:
    """Adds the slides of a map: itself, its personas, its stages; or of what is chosen of it alone.

    Raises Problem where there is none. Reports which share of the slides is made.
    """
    drawn = document.find(JourneyMap, map_id)
    if drawn is None:
        raise Problem(message("This map is not in the project any more."))
    board = Board(document, map_id, theme=order.theme, language=order.language)
    board.refine()
    if order.ids:
        chosen = set(whole_piece(board, order.ids))
        records = [record for record in document.below(map_id) if record.id in chosen]
        _add_board(pages, _title(document, drawn, board), board, chosen, _notes(document, records, board))
        return
    made = _slides(pages, document, drawn, board, order)
    for number, make in enumerate(made):
        report(number / len(made))
        make()


def _title(document: Document, drawn: JourneyMap, board: Board) -> str:
    return drawn.title or document.project.title or board.look.say(N_("Untitled"))


def _slides(
    pages: Pages, document: Document, drawn: JourneyMap, board: Board, order: Order
) -> list[Callable[[], None]]:
    """What makes each slide of a map."""
    people = [
        persona
        for persona in personas_of(document, drawn)
        if not order.persona_ids or persona.id in order.persona_ids
    ]
    return [
        partial(_add_whole, pages, document, drawn, board),
        *(partial(_add_persona, pages, document, persona, board) for persona in people),
        *(partial(_add_stage, pages, document, column, board) for column in columns(document, drawn.id)),
    ]


def _add_whole(pages: Pages, document: Document, drawn: JourneyMap, board: Board) -> None:
    everything: list[Told] = [*nodes(document, drawn.id), *links(document, drawn.id)]
    notes = [*filter(None, (drawn.scenario, drawn.notes)), *_sources(document, everything, board)]
    _add_board(pages, _title(document, drawn, board), board, set(board.placed), notes)


def _add_persona(pages: Pages, document: Document, persona: Persona, board: Board) -> None:
    shapes = pages.add(persona.name, board.look.theme, _notes(document, [persona], board))
    add_person(shapes, pages, document, persona, board.look)


def _add_stage(pages: Pages, document: Document, column: Column, board: Board) -> None:
    title = f"{column.number}. {column.stage.title}" if column.stage.title else str(column.number)
    keys = {node.id for node in (*column.nodes, *column.branches)}
    _add_board(pages, title, board, keys, _notes(document, _with_arrows(document, column), board))


def add_sheet(pages: Pages, sheet: Sheet) -> None:
    """Adds a page of any layout, as shapes."""
    paint(sheet.picture, SlideCanvas(pages.add_blank(sheet.ground), Place()))


def _with_arrows(document: Document, column: Column) -> list[Told]:
    keys = {node.id for node in column.nodes}
    arrows = (link for link in links(document, column.stage.map_id) if link.source_id in keys)
    return [*column.nodes, *column.branches, *arrows]


def _add_board(pages: Pages, title: str, board: Board, keys: set[str], notes: list[str]) -> None:
    shapes = pages.add(title, board.look.theme, notes)
    box = box_of(board, keys)
    if box is not None:
        add_drawing(shapes, board, keys, fitted(box, pages.room, LARGEST * pages.unit))


def _notes(document: Document, records: Iterable[Record], board: Board) -> list[str]:
    """What is noted of each record, then the sources of all."""
    found = []
    told = [record for record in records if isinstance(record, Told)]
    for record in told:
        if record.notes:
            name = record.name if isinstance(record, Persona) else record.title
            found.append(f"{' '.join(name.split())}: {record.notes}" if name else record.notes)
    return found + _sources(document, told, board)


def _sources(document: Document, records: list[Told], board: Board) -> list[str]:
    keys = dict.fromkeys(key for record in records for key in record.evidence_ids)
    found = (document.find(Evidence, key) for key in keys)
    lines = [f"– {cited(source, board.look.say)}" for source in found if source is not None]
    return [board.look.say(N_("Sources")), *lines] if lines else []
