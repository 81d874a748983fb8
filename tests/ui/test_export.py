"""Exporting: what is chosen is shown page by page, looked over, written whole, and can be chosen again."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journeydesk import templates
from journeydesk.kinds.frame import Frame
from journeydesk.kinds.stage import Stage
from journeydesk.model.document import Document
from journeydesk.model.records import Persona
from journeydesk.render.extras import Extras
from journeydesk.ui import background
from journeydesk.ui.dialogs.export import Cancelled, ExportDialog, Progress
from journeydesk.ui.dialogs.export_form import ExportForm
from journeydesk.ui.session import Session
from journeydesk.ui.settings import Settings, load
from journeydesk.views.catalogue import LAYOUTS
from journeydesk.views.view import Subject
from tests.ui.ground import FakeDialogs


@pytest.fixture
def document() -> Document:
    return Document(templates.make("services", "en"))


@pytest.fixture
def dialog(
    session: Session, dialogs: FakeDialogs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> Iterator[ExportDialog]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    session.select(stage.id for stage in session.document.all(Stage)[:1])
    made = ExportDialog(session, Settings(), dialogs)
    made.show()
    yield made
    made.close()
    background.finish()
    QApplication.processEvents()


def shown(dialog: ExportDialog, qtbot: Any, count: int = 1) -> None:
    qtbot.waitUntil(lambda: len(dialog.preview._found.pages) == count, timeout=20_000)


def test_every_layout_is_shown_page_by_page(dialog: ExportDialog, qtbot: Any) -> None:
    for layout in LAYOUTS:
        if layout.subject is not Subject.PERSONA:
            dialog.form.choose({"layout": layout.name})
            assert dialog.form.order.layout == layout.name
    dialog.form.choose({"layout": "grid"})
    shown(dialog, qtbot)
    assert dialog.preview.where.text() == "1 page"


def test_what_is_selected_alone_can_be_exported(dialog: ExportDialog, session: Session) -> None:
    dialog.form.choose({"scope": "selection"})
    assert dialog.form.order.ids == session.selection
    dialog.form.choose({"scope": "map"})
    assert dialog.form.order.ids == ()


def test_small_letters_are_told_and_a_larger_page_is_one_click_away(dialog: ExportDialog, qtbot: Any) -> None:
    dialog.form.choose({"paper": "A4"})
    qtbot.waitUntil(lambda: dialog.preview.remarks.count() > 0, timeout=20_000)
    assert "hard to read" in dialog.preview.remarks.item(0).text()
    dialog.preview.mend.click()
    assert dialog.form.paper.paper.currentText() == dialog.preview.mend.property("page") != "A4"


def test_the_file_is_written_and_told_of(dialog: ExportDialog, tmp_path: Path, qtbot: Any) -> None:
    path = tmp_path / "out.pdf"
    dialog.start(path)
    qtbot.waitUntil(dialog.show_folder.isVisible, timeout=20_000)
    assert path.read_bytes().startswith(b"%PDF") and "out.pdf" in dialog.outcome.text()
    assert dialog.write.isEnabled() and not dialog.busy.isVisible()


def test_what_is_given_up_leaves_no_file(dialog: ExportDialog, tmp_path: Path, qtbot: Any) -> None:
    dialog.form.choose({"format": "png", "paper": "A0", "dpi": 300})
    path = tmp_path / "out.png"
    dialog.start(path)
    dialog.cancel.click()
    qtbot.waitUntil(dialog.write.isEnabled, timeout=60_000)
    assert dialog.outcome.text() == "Nothing was written."
    assert list(tmp_path.glob("out*")) == []


def test_a_failure_is_told_and_the_dialog_stays(
    dialog: ExportDialog, dialogs: FakeDialogs, tmp_path: Path, qtbot: Any
) -> None:
    dialog.start(tmp_path / "nowhere" / "out.pdf")
    qtbot.waitUntil(lambda: bool(dialogs.told), timeout=20_000)
    assert dialog.write.isEnabled()


def test_choices_are_kept_under_a_name_and_chosen_again(dialog: ExportDialog) -> None:
    dialog.form.choose({"layout": "grid", "format": "png", "paper": "A1", "turn": "portrait", "dpi": 300.0})
    dialog.presets.add("Wall", dialog.form.choices)
    dialog.form.choose({"layout": "map", "format": "pdf", "paper": "A4", "turn": "auto", "dpi": 72.0})
    dialog.presets.box.setCurrentIndex(dialog.presets.box.findData("Wall"))
    dialog.presets.box.activated.emit(dialog.presets.box.currentIndex())
    kept = dialog.form.choices
    assert (kept["layout"], kept["format"], kept["paper"], kept["turn"], kept["dpi"]) == (
        "grid", "png", "A1", "portrait", 300.0,
    )  # fmt: skip
    assert load().presets["Wall"] == kept
    dialog.presets.forget.click()
    assert load().presets == {}


def test_nonsense_in_a_preset_is_passed_over(dialog: ExportDialog) -> None:
    before = dialog.form.choices
    dialog.form.choose({"layout": "spiral", "paper": 7, "wide": "wide", "dpi": None, "quality": [1]})
    assert dialog.form.choices == before


def test_one_persona_alone_can_be_asked_for(dialog: ExportDialog, document: Document) -> None:
    named = [layout.name for layout in LAYOUTS if layout.subject is Subject.PERSONA]
    person = document.all(Persona)[1]
    for name in named:
        dialog.form.choose({"layout": name, "persona": person.id})
        assert dialog.form.order.persona_ids == (person.id,)
    dialog.form.choose({"layout": "map"})
    assert dialog.form.order.persona_ids == ()


def test_progress_ends_the_work_when_nobody_waits(qapp: QApplication) -> None:
    progress = Progress(qapp)
    progress.hear(0.5)
    progress.end()
    with pytest.raises(Cancelled):
        progress.hear(0.6)


def test_a_poster_for_the_press_is_larger_than_its_page(dialog: ExportDialog, qtbot: Any) -> None:
    dialog.form.choose({"paper": "A3", "turn": "landscape", "bleed_mm": 3.0, "crop_marks": True})
    qtbot.waitUntil(
        lambda: bool(dialog.preview._found.pages) and dialog.preview._found.pages[0].width_mm > 430,
        timeout=20_000,
    )
    assert dialog.form.export_options.press.bleed_mm == 3
    dialog.form.choose({"format": "png"})
    assert dialog.form.export_options.press.bleed_mm == 0


def test_a_poster_in_tiles_is_shown_tile_by_tile(dialog: ExportDialog, tmp_path: Path, qtbot: Any) -> None:
    dialog.form.choose({"paper": "A2", "tile": "A4", "overlap_mm": 8.0})
    qtbot.waitUntil(lambda: len(dialog.preview._found.pages) > 4, timeout=20_000)
    count = len(dialog.preview._found.pages)
    assert dialog.preview.where.text().startswith("The poster, to be cut")
    assert dialog.preview._found.cuts is not None
    dialog.preview.turn(1)
    assert dialog.preview.place == 1 and dialog.preview.where.text() == f"Page 1 of {count - 1}"
    kept = dialog.form.choices
    assert (kept["tile"], kept["overlap_mm"]) == ("A4", 8.0)


def test_a_cut_is_dragged_on_the_poster_as_far_as_tiles_reach(dialog: ExportDialog, qtbot: Any) -> None:
    dialog.form.choose({"paper": "A2", "turn": "landscape", "tile": "A4"})
    sheet = dialog.preview.sheet
    qtbot.waitUntil(lambda: bool(sheet._cuts.x), timeout=20_000)
    before = sheet._cuts
    room, scale = sheet._room()
    start = QPoint(round(room.left() + before.x[0] * scale), round(room.top() + 10))
    ends = []
    for by in (-400, 400):  # from one end of where it may be to the other
        QTest.mousePress(sheet, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(sheet, start + QPoint(by, 0))
        QTest.mouseRelease(sheet, Qt.MouseButton.LeftButton, pos=start + QPoint(by, 0))
        assert dialog.form.cuts is not None
        ends.append(dialog.form.cuts.x[0])
        start = QPoint(round(room.left() + ends[-1] * scale), start.y())
    assert ends[0] <= before.x[0] <= ends[1] and ends[0] < ends[1]
    qtbot.waitUntil(lambda: sheet._cuts == dialog.form.cuts, timeout=20_000)
    assert dialog.form.export_options.tiling is not None
    assert dialog.form.export_options.tiling.cuts == (dialog.form.cuts,)
    dialog.form.choose({"overlap_mm": 12.0})
    assert dialog.form.cuts is None


def test_what_stands_beside_the_map_is_chosen_and_kept(dialog: ExportDialog) -> None:
    dialog.form.choose({"sources": True, "comments": True})
    assert dialog.form.order.extras == Extras(sources=True, comments=True)
    kept = dialog.form.choices
    assert (kept["sources"], kept["notes"]) == (True, False)
    dialog.form.choose({"layout": "grid"})
    assert dialog.form.order.extras == Extras()


def test_a_frame_is_chosen_by_its_title_and_no_preset_keeps_it(qtbot: Any) -> None:
    framed = Document(templates.make("appliance", "en"))
    frame = next(frame for frame in framed.all(Frame) if frame.title == "At home")
    form = ExportForm(framed, frame.map_id, ())
    qtbot.addWidget(form)
    form.scope.setCurrentText("Frame “At home”")
    assert form.order.ids == (frame.id,)
    assert "scope" not in form.choices
