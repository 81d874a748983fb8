"""Channels, devices and departments are changed in their dialog, and chosen or written in the inspector."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.language import program
from journeydesk.model.document import Document
from journeydesk.model.records import Asset
from journeydesk.model.terms import VOCABULARIES, Listed, entries, listed
from journeydesk.operations import fields, terms
from journeydesk.picture.icons import has_icon
from journeydesk.ui.dialogs.icon_choice import IconChoice, words_of
from journeydesk.ui.dialogs.icon_words import WORDS
from journeydesk.ui.dialogs.term_list import NAME, USES, TermList
from journeydesk.ui.dialogs.terms import TermsDialog
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.panels.term_editor import TermEditor
from journeydesk.ui.session import Session
from tests.finding import only
from tests.ui.ground import FakeDialogs, do, steps

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def dialog(session: Session, dialogs: FakeDialogs, qtbot: Any, fonts: None) -> TermsDialog:
    fields.set_field(session.document, ("shop",), "channel", "store")
    made = TermsDialog(session, dialogs, "channel", "store")
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def entry(document: Document, key: str, vocabulary: str = "channel") -> Listed:
    return listed(document.get, vocabulary, key)


def rows(shown: TermList) -> list[str]:
    return [shown.topLevelItem(row).text(NAME) for row in range(shown.topLevelItemCount())]


def channel(document: Document) -> str:
    return only(document, Touchpoint, "shop").channel


def type_over(line: QLineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)


def pictured() -> QMimeData:
    mime, image = QMimeData(), QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    mime.setImageData(image)
    return mime


# The dialog


def test_lists_show_names_uses_and_what_is_marked(dialog: TermsDialog, document: Document) -> None:
    shown = dialog.columns["channel"].list
    assert rows(shown) == [one.named(program()) for one in entries(document, "channel")]
    assert shown.current_key == "store"
    assert shown.currentItem().text(USES) == "1"
    assert dialog.panel.name.text() == "Store"
    assert dialog.panel.uses.text() == "1 touchpoint"


def test_an_entry_is_added_renamed_and_removed_by_keys(
    dialog: TermsDialog, document: Document, qtbot: Any
) -> None:
    column = dialog.columns["channel"]
    type_over(column.line, "Chatbot")
    QTest.keyClick(column.line, Qt.Key.Key_Return)
    assert (rows(column.list)[-1], dialog.panel.name.text()) == ("Chatbot", "Chatbot")
    assert column.line.text() == ""
    assert dialog.isVisible()
    column.list.setFocus()
    QTest.keyClick(column.list, Qt.Key.Key_F2)
    editor = column.list.findChildren(QLineEdit)[-1]
    type_over(editor, "Nora")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rows(column.list)[-1] == "Nora")
    assert dialog.panel.name.text() == "Nora"
    QTest.keyClick(column.list, Qt.Key.Key_Delete)
    assert "Nora" not in rows(column.list)
    document.undo()
    assert rows(column.list)[-1] == "Nora"


def test_an_empty_name_in_the_list_changes_nothing(dialog: TermsDialog, document: Document) -> None:
    key = terms.add_term(document, "channel", "Chatbot")
    shown = dialog.columns["channel"].list
    shown.mark(key)
    shown.currentItem().setText(NAME, "  ")
    assert rows(shown)[-1] == "Chatbot"


def test_the_name_of_another_entry_merges_and_says_so(dialog: TermsDialog, document: Document) -> None:
    type_over(dialog.panel.name, "e-mail")
    QTest.keyClick(dialog.panel.name, Qt.Key.Key_Return)
    assert channel(document) == "email"
    assert dialog.columns["channel"].list.current_key == "email"
    assert dialog.notices.isVisible()
    document.undo()
    assert (channel(document), entry(document, "store").hidden) == ("store", False)


def test_what_is_used_or_built_in_is_not_removed(
    dialog: TermsDialog, document: Document, session: Session
) -> None:
    before = steps(session)
    QTest.keyClick(dialog.columns["channel"].list, Qt.Key.Key_Delete)
    assert dialog.notices.isVisible()
    assert steps(session) == before
    assert not dialog.panel.deeds["remove"].isEnabled()


def test_entries_move_by_keys_and_by_dragging(
    dialog: TermsDialog, document: Document, session: Session
) -> None:
    shown, before = dialog.columns["channel"].list, steps(session)
    name, place = "Store", rows(dialog.columns["channel"].list).index("Store")
    QTest.keyClick(shown, Qt.Key.Key_Up, ALT)
    assert rows(shown).index(name) == place - 1
    QTest.keyClick(shown, Qt.Key.Key_Down, ALT)
    assert rows(shown).index(name) == place
    shown.moved.emit("store", 0)
    assert rows(shown)[0] == name
    QTest.keyClick(shown, Qt.Key.Key_Up, ALT)
    assert steps(session) == before + 3
    assert shown.current_key == "store"


def test_colour_icon_picture_and_hiding(
    dialog: TermsDialog, document: Document, qtbot: Any, tmp_path: Path, dialogs: FakeDialogs
) -> None:
    panel = dialog.panel
    panel.colour.committed.emit("#0b7a75")
    assert entry(document, "store").colour == "#0b7a75"
    panel.deeds["icon"].trigger()
    choice = dialog.findChildren(IconChoice)[-1]
    choice.wanted.setText("satellite")
    QTest.keyClick(choice.wanted, Qt.Key.Key_Return)
    assert entry(document, "store").icon == "satellite-dish"
    QApplication.clipboard().setMimeData(pictured())
    panel.deeds["paste"].trigger()
    qtbot.waitUntil(lambda: bool(entry(document, "store").picture_id))
    pasted = entry(document, "store").picture_id
    dialogs.path = tmp_path / "logo.png"
    QImage(8, 8, QImage.Format.Format_RGB32).save(str(dialogs.path))
    panel.deeds["picture"].trigger()
    qtbot.waitUntil(lambda: entry(document, "store").picture_id != pasted)
    assert only(document, Asset, entry(document, "store").picture_id).width == 8
    panel.deeds["hide"].trigger()
    assert entry(document, "store").hidden
    panel.deeds["hide"].trigger()
    panel.deeds["restore"].trigger()
    assert entry(document, "store") == entry(Document(), "store")


def test_the_clipboard_without_a_picture_is_told(dialog: TermsDialog, session: Session) -> None:
    before = steps(session)
    QApplication.clipboard().setText("no picture")
    dialog.panel.deeds["paste"].trigger()
    assert dialog.notices.isVisible()
    assert steps(session) == before


def test_merging_from_the_menu_takes_uses_along(dialog: TermsDialog, document: Document) -> None:
    dialog.panel.merging.aboutToShow.emit()
    offered = [row.text() for row in dialog.panel.merging.actions()]
    assert "Store" not in offered
    dialog.panel.merging.actions()[offered.index("E-mail")].trigger()
    assert channel(document) == "email"
    assert dialog.columns["channel"].list.current_key == "email"


def test_a_name_being_written_is_kept_when_the_dialog_closes(dialog: TermsDialog, document: Document) -> None:
    type_over(dialog.panel.name, "Flagship")
    dialog.reject()
    assert entry(document, "store").title == "Flagship"


def test_every_icon_is_there_and_found_by_what_it_stands_for() -> None:
    assert all(has_icon(name) for name in WORDS)
    assert {choice.icon for choices in VOCABULARIES.values() for choice in choices} <= WORDS.keys()
    for word, name in (
        ("magasin", "store"),
        ("robot", "bot"),
        ("velo", "bike"),
        ("alarm clock", "alarm-clock"),
    ):
        assert word in words_of()[name]


def test_the_action_goes_to_what_the_selected_touchpoint_has(window: MainWindow, session: Session) -> None:
    fields.set_field(session.document, ("shop",), "device", "kiosk")
    session.select(("shop",))
    do(window, "edit_terms")
    opened = window.findChildren(TermsDialog)[-1]
    assert opened.columns["device"].list.current_key == "kiosk"
    opened.close()


# The inspector


@pytest.fixture
def editor(window: MainWindow, session: Session) -> TermEditor:
    session.select(("shop",))
    found = [part for part in window.findChildren(TermEditor) if part.told.name == "channel"]
    return found[-1]


def write(editor: TermEditor, text: str) -> None:
    """Types over what stands there; the list has the keyboard, not its line."""
    editor.setFocus()
    editor.line.selectAll()
    QTest.keyClicks(editor.box, text)


def offered(editor: TermEditor) -> list[str]:
    return [editor.offers.item(row).text() for row in range(editor.offers.count())]


def test_a_name_that_is_new_is_offered_and_added(
    editor: TermEditor, document: Document, session: Session
) -> None:
    before = steps(session)
    write(editor, "Fax")
    assert offered(editor) == ["Add “Fax”"]
    QTest.keyClick(editor.box, Qt.Key.Key_Return)
    assert steps(session) == before + 1
    assert entry(session.document, channel(session.document)).title == "Fax"
    assert editor.line.text() == "Fax"
    session.document.undo()
    assert (channel(session.document), editor.line.text()) == ("", "–")


def test_what_is_written_finds_entries_first(editor: TermEditor, session: Session) -> None:
    write(editor, "te")
    assert offered(editor)[:2] == ["Text message", "Television"]
    assert offered(editor)[-1] == "Add “te”"
    QTest.keyClick(editor.box, Qt.Key.Key_Down)
    QTest.keyClick(editor.box, Qt.Key.Key_Return)
    assert channel(session.document) == "television"
    write(editor, "PHONE")
    assert offered(editor) == ["Phone"]


def test_escape_leaves_the_value_as_it_was(editor: TermEditor, session: Session) -> None:
    before = steps(session)
    write(editor, "Fax")
    QTest.keyClick(editor.box, Qt.Key.Key_Escape)
    assert not editor.offers.isVisible()
    assert (editor.line.text(), steps(session)) == ("–", before)


def test_leaving_takes_a_whole_name_and_drops_another_one(editor: TermEditor, session: Session) -> None:
    write(editor, "phone")
    editor.flush()
    assert channel(session.document) == "phone"
    write(editor, "Fa")
    editor.flush()
    assert (channel(session.document), editor.line.text()) == ("phone", "Phone")


def test_the_list_follows_the_project(editor: TermEditor, session: Session) -> None:
    key = terms.add_term(session.document, "channel", "Chatbot")
    assert editor.box.findData(key) > 0
    terms.hide_term(session.document, "channel", "radio")
    assert editor.box.findData("radio") == -1
    fields.set_field(session.document, ("shop",), "channel", "radio")
    assert editor.box.currentData() == "radio"
    editor.box.setCurrentIndex(editor.box.findData(key))
    editor.box.activated.emit(editor.box.currentIndex())
    assert channel(session.document) == key
