"""A map from records to marks."""

from collections.abc import Iterator

from benchmarks.case import Case, Row, seconds
from benchmarks.work import MAP_ID, records
from journeydesk.model.document import Document
from journeydesk.render.board import Board


def run(count: int) -> Iterator[Row]:
    made = records(count)
    yield Row("records into a document", seconds(lambda: Document(made)))
    document = Document(made)
    yield Row("layout and routes", seconds(lambda: Board(document, MAP_ID)), target=1.0 * count / 10_000)
    board = Board(document, MAP_ID)

    def draw() -> None:
        assert all(entry.picture.marks is not None for entry in board.entries.values())

    yield Row("all pictures", seconds(draw))


BOARD = Case("board", run)
