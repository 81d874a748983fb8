"""Project files: publishing and opening."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.case import Case, Row, seconds
from benchmarks.work import MAP_ID, document
from journeydesk.model.document import Document
from journeydesk.model.records import new_id
from journeydesk.render.board import Board
from journeydesk.storage.project_file import read_project, write_project


def run(count: int) -> Iterator[Row]:
    made = document(count)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "work.journey"
        key = new_id()
        publish = seconds(lambda: write_project(path, made, document_uuid=key), times=3)
        yield Row("publish", publish, target=0.5 * count / 10_000)
        yield Row("read", seconds(lambda: read_project(path), times=3))

        def open_map() -> None:
            Board(Document(read_project(path).records), MAP_ID)

        yield Row("read, lay out", seconds(open_map), target=1.5 * count / 10_000)
        yield Row("size of the file", path.stat().st_size / 1e6, "MB")


FILES = Case("files", run)
