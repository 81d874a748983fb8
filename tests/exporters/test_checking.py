"""What was written is read again; a file that is not whole is not kept."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from journeydesk import templates
from journeydesk.exporters import catalogue as exporters
from journeydesk.exporters.catalogue import EXPORTERS, deliver
from journeydesk.exporters.exporter import Exporter, ExportOptions
from journeydesk.language import Problem
from journeydesk.model.document import Document
from journeydesk.render.pages import page_size
from journeydesk.render.sheet import Sheet
from journeydesk.views.printing import Order, sheets

ORDER = Order(page=page_size("A4").landscape())
OPTIONS = ExportOptions(dpi=50)


@pytest.fixture(scope="module")
def document() -> Document:
    return Document(templates.make("appliance", "fr"))


def broken(exporter: Exporter, harm: Callable[[bytes], bytes]) -> Exporter:
    """An exporter whose files are harmed after they were written."""

    def write(pages: Sequence[Sheet], path: Path, options: ExportOptions) -> None:
        assert exporter.write is not None
        exporter.write(pages, path, options)
        path.write_bytes(harm(path.read_bytes()))

    def draw(document: Document, order: Order, path: Path, options: ExportOptions) -> None:
        assert exporter.draw is not None
        exporter.draw(document, order, path, options)
        path.write_bytes(harm(path.read_bytes()))

    return replace(exporter, write=write if exporter.write else None, draw=draw if exporter.draw else None)


HARMS = {
    "empty": lambda _: b"",
    "cut": lambda content: content[: len(content) * 2 // 3],
    "another": lambda _: b"something else " * 99,
}


@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS)
@pytest.mark.parametrize("exporter", EXPORTERS, ids=[exporter.name for exporter in EXPORTERS])
def test_a_file_that_is_not_whole_is_not_kept(
    exporter: Exporter,
    harm: Callable[[bytes], bytes],
    document: Document,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(exporters, "EXPORTERS", (broken(exporter, harm),))
    out = tmp_path / f"out{exporter.suffixes[0]}"
    out.write_bytes(b"before")
    with pytest.raises(Problem):
        deliver(document, out, ORDER, OPTIONS)
    assert [path.name for path in tmp_path.iterdir()] == [out.name]
    assert out.read_bytes() == b"before"


@pytest.mark.parametrize("name", ["png", "jpeg", "webp"])
def test_an_image_of_another_size_is_not_kept(name: str, document: Document, tmp_path: Path) -> None:
    (exporter,) = (exporter for exporter in EXPORTERS if exporter.name == name)
    assert exporter.write is not None and exporter.check is not None
    pages, out = tuple(sheets(document, ORDER)), tmp_path / "out"
    exporter.write(pages, out, OPTIONS)
    exporter.check(out, pages, 50)
    with pytest.raises(Exception, match="another size"):
        exporter.check(out, pages, 51)
