"""A map is printed as it is exported: on the paper that was chosen, as vectors."""

from pathlib import Path

import pypdf
import pytest
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter

from journeydesk.language import Problem
from journeydesk.picture.marks import Box
from journeydesk.picture.marks import Path as Outline
from journeydesk.picture.shapes import rectangle
from journeydesk.render.sheet import Sheet
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.printing import paper_of, print_map, print_sheets


def to_file(path: Path, paper: QPageSize.PageSizeId = QPageSize.PageSizeId.A4) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setPageSize(QPageSize(paper))
    return printer


def sheet(width: float, height: float) -> Sheet:
    return Sheet(width, height, "#eeeeee", (Outline(rectangle(Box(10, 10, 20, 20)), "#ff0000"),), "Red")


def test_each_sheet_is_a_page(qapp: object, tmp_path: Path) -> None:
    print_sheets(to_file(tmp_path / "a.pdf"), (sheet(210, 297), sheet(100, 100), sheet(841, 1189)))
    pages = pypdf.PdfReader(tmp_path / "a.pdf").pages
    assert len(pages) == 3
    assert {tuple(round(float(side)) for side in page.mediabox[2:]) for page in pages} == {(595, 842)}
    assert all("/XObject" not in page["/Resources"] or not page["/Resources"]["/XObject"] for page in pages)


def test_the_paper_is_as_it_was_turned(qapp: object, tmp_path: Path) -> None:
    printer = to_file(tmp_path / "a.pdf", QPageSize.PageSizeId.A3)
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    paper = paper_of(printer)
    assert (round(paper.width_mm), round(paper.height_mm)) == (420, 297)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_answer_is_told(qapp: object, tmp_path: Path) -> None:
    with pytest.raises(Problem):
        print_sheets(to_file(tmp_path / "no" / "a.pdf"), (sheet(100, 100),))


def test_the_map_in_view_is_printed_on_the_paper_that_is_chosen(window: MainWindow, tmp_path: Path) -> None:
    asked: list[QPageLayout.Orientation] = []

    def answer(printer: QPrinter) -> bool:
        asked.append(printer.pageLayout().orientation())
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "a.pdf"))
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A3))
        return True

    print_map(window, answer)
    (page,) = pypdf.PdfReader(tmp_path / "a.pdf").pages
    assert asked == [QPageLayout.Orientation.Landscape]
    assert [round(float(side)) for side in page.mediabox[2:]] == [1191, 842]
    content = page.get_contents()
    assert content is not None
    assert content.get_data().count(b" c\n") > 200  # letters are outlines, at the printer's resolution
    assert not page["/Resources"].get("/XObject")


def test_nothing_is_printed_when_it_is_called_off(window: MainWindow, tmp_path: Path) -> None:
    print_map(window, lambda printer: False)
    assert list(tmp_path.glob("*.pdf")) == []
