"""What is on the slides of a deck: a map, each of its personas, each of its stages; notes for the speaker."""

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
from journeydesk.model.records import Evidence, JourneyMap, Link, Node, Persona
from journeydesk.picture.marks import paint
from journeydesk.render.board import Board
from journeydesk.render.heading import personas_of
from journeydesk.render.sheet import Sheet
from journeydesk.views.printing import Order

LARGEST = 0.4  # millimetres to a board unit, on a slide of the usual size
Told = Node | Link | Persona


def add_map(pages: Pages, document: Document, map_id: str, order: Order) -> None:
    """Adds the slides of a map: itself, its personas, its stages. Raises Problem where there is none."""
    drawn = document.find(JourneyMap, map_id)
    if drawn is None:
        raise Problem(message("This map is not in the project any more."))
    board = Board(document, map_id, theme=order.theme, language=order.language)
    board.refine()
    title = drawn.title or document.project.title or board.look.say(N_("Untitled"))
    everything: list[Told] = [*nodes(document, map_id), *links(document, map_id)]
    notes = [*filter(None, (drawn.scenario, drawn.notes)), *_sources(document, everything, board)]
    _add_board(pages, title, board, list(board.placed), notes)
    for persona in personas_of(document, drawn):
        if not order.persona_ids or persona.id in order.persona_ids:
            shapes = pages.add(persona.name, board.look.theme, _notes(document, [persona], board))
            add_person(shapes, pages, document, persona, board.look)
    for column in columns(document, map_id):
        title = f"{column.number}. {column.stage.title}" if column.stage.title else str(column.number)
        keys = [node.id for node in (*column.nodes, *column.branches)]
        _add_board(pages, title, board, keys, _notes(document, _with_arrows(document, column), board))


def add_sheet(pages: Pages, sheet: Sheet) -> None:
    """Adds a page of any layout, as shapes."""
    paint(sheet.picture, SlideCanvas(pages.add_blank(sheet.ground), Place()))


def _with_arrows(document: Document, column: Column) -> list[Told]:
    keys = {node.id for node in column.nodes}
    arrows = (link for link in links(document, column.stage.map_id) if link.source_id in keys)
    return [*column.nodes, *column.branches, *arrows]


def _add_board(pages: Pages, title: str, board: Board, keys: list[str], notes: list[str]) -> None:
    shapes = pages.add(title, board.look.theme, notes)
    box = box_of(board, set(keys))
    if box is not None:
        add_drawing(shapes, board, set(keys), fitted(box, pages.room, LARGEST * pages.unit))


def _notes(document: Document, records: list[Told], board: Board) -> list[str]:
    """What is noted of each record, then the sources of all."""
    found = []
    for record in records:
        if record.notes:
            name = record.name if isinstance(record, Persona) else record.title
            found.append(f"{' '.join(name.split())}: {record.notes}" if name else record.notes)
    return found + _sources(document, records, board)


def _sources(document: Document, records: list[Told], board: Board) -> list[str]:
    keys = dict.fromkeys(key for record in records for key in record.evidence_ids)
    found = (document.find(Evidence, key) for key in keys)
    lines = [f"– {cited(source, board.look.say)}" for source in found if source is not None]
    return [board.look.say(N_("Sources")), *lines] if lines else []
