"""What is printed is shown first, and comes out as in an export: on the chosen paper, as vectors."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdf
import pytest
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter

from journeydesk.language import Problem
from journeydesk.picture.marks import Box
from journeydesk.picture.marks import Path as Outline
from journeydesk.picture.shapes import rectangle
from journeydesk.render.sheet import Sheet
from journeydesk.ui.dialogs import print_dialog
from journeydesk.ui.dialogs.print_dialog import PrintDialog
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.printing import Paper, print_sheets
from journeydesk.ui.session import Session
from journeydesk.ui.settings import Settings
from tests.ui.ground import FakeDialogs


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
    paper = Paper.of(printer)
    assert (round(paper.width_mm), round(paper.height_mm)) == (420, 297)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_answer_is_told(qapp: object, tmp_path: Path) -> None:
    with pytest.raises(Problem):
        print_sheets(to_file(tmp_path / "no" / "a.pdf"), (sheet(100, 100),))


def dialog_of(session: Session, dialogs: FakeDialogs, answer: Callable[[QPrinter], bool]) -> PrintDialog:
    made = PrintDialog(session, Settings(), dialogs, ask=answer)
    made.form.choose({"paper": "A4", "turn": "landscape"})
    return made


def printed(dialog: PrintDialog, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: bool(dialog.preview.pages), timeout=20_000)
    dialog.write.click()
    qtbot.waitUntil(dialog.write.isEnabled, timeout=20_000)


def test_any_layout_is_printed_with_the_pages_that_were_shown(
    session: Session, dialogs: FakeDialogs, tmp_path: Path, qtbot: Any
) -> None:
    asked: list[Paper] = []

    def answer(printer: QPrinter) -> bool:
        asked.append(Paper.of(printer))
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "a.pdf"))
        return True

    dialog = dialog_of(session, dialogs, answer)
    qtbot.addWidget(dialog)
    dialog.form.choose({"layout": "grid"})
    printed(dialog, qtbot)
    assert "1 page was printed." in dialog.outcome.text()
    assert round(asked[0].width_mm) == 297
    (page,) = pypdf.PdfReader(tmp_path / "a.pdf").pages
    assert [round(float(side)) for side in page.mediabox[2:]] == [842, 595]
    content = page.get_contents()
    assert content is not None
    assert content.get_data().count(b" c\n") > 20  # letters are outlines, at the printer's resolution
    assert not page["/Resources"].get("/XObject")


def test_another_paper_in_the_printer_is_filled(
    session: Session, dialogs: FakeDialogs, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(printer: QPrinter) -> bool:
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A3))
        return True

    made: list[Sheet] = []
    monkeypatch.setattr(print_dialog, "print_sheets", lambda _, sheets: made.extend(sheets))
    dialog = dialog_of(session, dialogs, answer)
    qtbot.addWidget(dialog)
    printed(dialog, qtbot)
    assert [(round(sheet.width_mm), round(sheet.height_mm)) for sheet in made] == [(420, 297)]


def test_nothing_is_printed_when_it_is_called_off(session: Session, dialogs: FakeDialogs, qtbot: Any) -> None:
    dialog = dialog_of(session, dialogs, lambda printer: False)
    qtbot.addWidget(dialog)
    printed(dialog, qtbot)
    assert dialog.outcome.text() == ""


def test_print_opens_the_dialog(window: MainWindow) -> None:
    window.show_dialog("print")
    (dialog,) = window.findChildren(PrintDialog)
    assert dialog.isVisible() and not dialog.form.format.isVisible()
    dialog.close()
