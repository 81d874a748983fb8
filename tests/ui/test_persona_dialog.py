"""A persona is filled in while people watch: each change is a step, the picture follows every letter."""

from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journeydesk.model.document import Document
from journeydesk.model.records import Asset, Persona
from journeydesk.operations import fields, personas
from journeydesk.ui.dialogs.persona import PersonaDialog
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.panels.chips import ChipsEditor
from journeydesk.ui.panels.editors import LineEditor, NumberEditor, TextEditor
from journeydesk.ui.panels.photo import SIDE
from journeydesk.ui.program import Program
from journeydesk.ui.session import Session
from tests.ui.ground import FakeDialogs, settle


@pytest.fixture
def dialog(session: Session, dialogs: FakeDialogs, qtbot: Any, fonts: None) -> PersonaDialog:
    made = PersonaDialog(session, dialogs, "lucy")
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def lucy(document: Document) -> Persona:
    found = document.find(Persona, "lucy")
    assert found is not None
    return found


def drawn(dialog: PersonaDialog) -> Persona:
    dialog._draw()
    assert dialog._drawn is not None
    return dialog._drawn


def give_photo(dialog: PersonaDialog, qtbot: Any) -> None:
    """Drops a picture that is twice as wide as high on the frame."""
    mime = QMimeData()
    image = QImage(80, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    mime.setImageData(image)
    dialog.photo.take(mime)
    qtbot.waitUntil(lambda: bool(lucy(dialog._document).photo_id))


def test_the_picture_follows_every_letter_and_leaving_a_field_is_one_step(
    dialog: PersonaDialog, document: Document
) -> None:
    name = dialog.head.editors["name"]
    assert isinstance(name, LineEditor)
    name.line.selectAll()
    QTest.keyClicks(name.line, "Luise")
    assert drawn(dialog).name == "Luise" and document.history[1] == 0
    name.line.editingFinished.emit()
    assert lucy(document).name == "Luise" and document.history[1] == 1
    goals = dialog.form.editors["goals"]
    assert isinstance(goals, TextEditor)
    goals.box.setPlainText("One\n\n Two ")
    assert drawn(dialog).goals == ("One", "Two") and document.history[1] == 1
    dialog.close()
    assert lucy(document).goals == ("One", "Two") and document.history[1] == 2


def test_roles_are_chips_and_numbers_tell_their_range(dialog: PersonaDialog, document: Document) -> None:
    roles = dialog.head.editors["roles"]
    assert isinstance(roles, ChipsEditor)
    for key in ("decider", "user"):
        roles.buttons[key].click()
    assert lucy(document).roles == ("user", "decider") and document.history[1] == 2
    influence = dialog.form.editors["influence"]
    assert isinstance(influence, NumberEditor)
    assert "0" in dialog.form.label(influence.told) and "10" in dialog.form.label(influence.told)
    influence.box.lineEdit().setText("7,5" if influence.box.locale().decimalPoint() == "," else "7.5")
    influence.flush()
    assert lucy(document).influence == 7.5


def test_every_field_of_a_persona_is_in_the_editor_once(dialog: PersonaDialog) -> None:
    known = [*dialog.head.editors, *dialog.form.editors, "photo_id"]
    shown = [told.name for told in fields.described(Persona) if told.editor.value != "hidden"]
    assert sorted(known) == sorted(shown)


@pytest.mark.parametrize("sort", ["sheet", "card", "empathy"])
def test_a_persona_is_seen_in_three_ways(dialog: PersonaDialog, sort: str) -> None:
    place = ("sheet", "card", "empathy").index(sort)
    dialog.preview._sorts.button(place).click()
    assert dialog.preview.sort == sort and dialog.preview.picture.height() > 50


def test_a_dropped_picture_becomes_the_photo_and_the_face_is_moved_in_one_step_each(
    dialog: PersonaDialog, document: Document, qtbot: Any
) -> None:
    give_photo(dialog, qtbot)
    assert document.history[1] == 1 and len(document.all(Asset)) == 1
    frame = dialog.photo.frame
    QTest.mousePress(frame, Qt.MouseButton.LeftButton, pos=QPoint(80, 80))
    QTest.mouseMove(frame, QPoint(60, 80))
    QTest.mouseMove(frame, QPoint(80 - SIDE, 80))
    assert drawn(dialog).face_x == 0.75 and document.history[1] == 1
    QTest.mouseRelease(frame, Qt.MouseButton.LeftButton, pos=QPoint(80 - SIDE, 80))
    assert lucy(document).face_x == 0.75 and document.history[1] == 2
    frame.zoom_to(99)
    assert lucy(document).face_zoom == 8.0 and document.history[1] == 3
    document.undo()
    assert lucy(document).face_zoom == 1.0 and dialog.photo.zoom.value() == 0
    dialog.photo.remove.click()
    assert lucy(document).photo_id == "" and lucy(document).face_x == 0.5


def test_escape_while_the_face_is_moved_leaves_it_where_it_was(
    dialog: PersonaDialog, document: Document, qtbot: Any
) -> None:
    give_photo(dialog, qtbot)
    frame = dialog.photo.frame
    QTest.mousePress(frame, Qt.MouseButton.LeftButton, pos=QPoint(80, 80))
    QTest.mouseMove(frame, QPoint(30, 80))
    QTest.keyClick(frame, Qt.Key.Key_Escape)
    QTest.mouseRelease(frame, Qt.MouseButton.LeftButton, pos=QPoint(30, 80))
    assert dialog.isVisible() and document.history[1] == 1 and drawn(dialog).face_x == 0.5


def test_what_is_no_picture_is_said_in_words(dialog: PersonaDialog, document: Document) -> None:
    mime = QMimeData()
    mime.setText("no picture")
    dialog.photo.take(mime)
    assert dialog.notices.isVisible() and document.history[1] == 0


def test_undo_and_another_persona_are_at_hand(dialog: PersonaDialog, document: Document, qtbot: Any) -> None:
    dialog.new.click()
    made = dialog.persona
    assert made is not None and made.id != "lucy" and dialog.people.count() == 2
    dialog._session.undo()
    assert dialog.persona is not None and dialog.persona.id == "lucy"
    personas.remove_persona(document, "lucy")
    assert dialog.persona is None and not dialog.form.isEnabled()
    dialog._session.undo()
    assert dialog.persona is not None and dialog.form.ids == ("lucy",)


@pytest.fixture
def window(program: Program, qtbot: Any) -> MainWindow:
    shown = program.show()
    qtbot.waitExposed(shown)
    program.new("lucy")
    qtbot.waitUntil(lambda: program.session is not None)
    return shown


def open_dialog(window: MainWindow) -> PersonaDialog:
    QApplication.processEvents()
    window.deeds.deed("edit_persona").trigger()
    QApplication.processEvents()
    return window.findChildren(PersonaDialog)[-1]


def test_it_opens_for_the_card_that_is_selected_and_for_the_row_that_is_marked(window: MainWindow) -> None:
    session, workspace = window.session, window.workspace
    assert session is not None and workspace is not None
    window.refresh()
    assert window.deeds.deed("edit_persona").isEnabled()
    (known,) = session.document.all(Persona)
    other = personas.add_persona(session.document, "Tom")
    cards = [record.id for record in session.document if getattr(record, "persona_id", "") == known.id]
    session.select(cards)
    first = open_dialog(window)
    assert first.persona == known
    first.close()
    session.select(())
    workspace.column.personas.list.setCurrentRow(1)
    workspace.column.personas.list.setFocus()
    QApplication.processEvents()
    QTest.keyClick(workspace.column.personas.list, Qt.Key.Key_Return)
    QApplication.processEvents()
    second = window.findChildren(PersonaDialog)[-1]
    assert second.persona == other
    second.close()


def test_with_nobody_marked_it_opens_on_the_first_persona_and_makes_one_where_there_is_none(
    window: MainWindow,
) -> None:
    session = window.session
    assert session is not None
    (known,) = session.document.all(Persona)
    first = open_dialog(window)
    assert first.persona == known
    first.close()
    personas.remove_persona(session.document, known.id)
    steps = session.document.history[1]
    second = open_dialog(window)
    assert second.persona is not None and second.persona.name
    assert session.document.history[1] == steps + 1
    second.close()
    session.undo()
    assert not session.document.all(Persona)


def test_personas_are_copied_in_the_list_with_their_photo_and_sources(window: MainWindow) -> None:
    session, workspace = window.session, window.workspace
    assert session is not None and workspace is not None
    shelf = workspace.column.personas.list
    shelf.setCurrentRow(0)
    shelf.setFocus()
    QApplication.processEvents()
    QTest.keyClick(shelf, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "Lucy" in QApplication.clipboard().text()
    steps = session.document.history[1]
    QTest.keyClick(shelf, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert session.document.history[1] == steps + 1
    first, second = session.document.all(Persona)
    assert second.name == first.name and second.photo_id == first.photo_id and second.id != first.id
    assert shelf.current_id == second.id


def test_personas_that_were_copied_come_onto_the_map_as_cards(window: MainWindow) -> None:
    session, workspace = window.session, window.workspace
    assert session is not None and workspace is not None
    shelf = workspace.column.personas.list
    shelf.setCurrentRow(0)
    QApplication.processEvents()
    window.deeds.deed("copy_persona").trigger()
    steps = session.document.history[1]
    workspace.view.setFocus()
    window.deeds.deed("paste").trigger()
    settle(QApplication.instance())
    assert session.document.history[1] == steps + 1 and len(session.selection) == 1
    assert len(session.document.all(Persona)) == 1
