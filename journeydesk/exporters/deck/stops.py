"""A slide for each stop of a presentation: what it shows as shapes, and its notes for the speaker."""

from journeydesk.exporters.deck.drawing import add_drawing
from journeydesk.exporters.deck.pages import Pages
from journeydesk.exporters.deck.place import fitted
from journeydesk.language import Problem, message
from journeydesk.model.document import Document
from journeydesk.model.queries import maps
from journeydesk.model.records import JourneyMap
from journeydesk.model.stops import TourStop
from journeydesk.model.veil import Veil
from journeydesk.operations.guises import guise
from journeydesk.render.board import Board
from journeydesk.views.printing import Order
from journeydesk.views.stops import STOPS, region

LARGEST = 1.0  # millimetres to a board unit


def add_stops(pages: Pages, document: Document, order: Order) -> None:
    """Adds the slides of the stops of all maps that are asked for. Raises Problem where there are none."""
    count = 0
    for key in order.map_ids or tuple(drawn.id for drawn in maps(document)):
        drawn = document.find(JourneyMap, key)
        if drawn is None:
            raise Problem(message("This map is not in the project any more."))
        boards: dict[tuple[frozenset[str] | None, bool], Board] = {}
        for number, stop in enumerate(drawn.stops, 1):
            folded = None if stop.folded is None else frozenset(stop.folded)
            if (folded, stop.incognita) not in boards:
                boards[folded, stop.incognita] = _board(document, key, order, stop)
            _add_stop(pages, stop, number, boards[folded, stop.incognita])
            count += 1
    if not count:
        raise Problem(message(STOPS.empty))


def _board(document: Document, map_id: str, order: Order, stop: TourStop) -> Board:
    """The map as it is seen at a stop."""
    if (worn := guise(document, map_id, stop.folded, nameless=False)) is not None:
        document = Veil(document, worn).document
    board = Board(document, map_id, theme=order.theme, language=order.language, incognita=stop.incognita)
    board.refine()
    return board


def _add_stop(pages: Pages, stop: TourStop, number: int, board: Board) -> None:
    title = stop.title or board.look.say(message("Stop {n}", n=number))
    shapes = pages.add(title, board.look.theme, (stop.notes,) if stop.notes else ())
    box = region(stop)
    keys = {key for key, item in board.placed.items() if box.holds(item.box.x, item.box.y)}
    add_drawing(shapes, board, keys, fitted(box, pages.room, LARGEST * pages.unit))
