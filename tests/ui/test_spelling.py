"""Spelling is off until asked for; then wrong words are marked, and mended from a menu."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from journeydesk.language import message
from journeydesk.model.document import Document
from journeydesk.model.records import Project
from journeydesk.ui.panels.editors import TextBox
from journeydesk.ui.plain_text import text_in
from journeydesk.ui.spelling import Spelling, spelling
from tests.ui.ground import settle


@pytest.fixture(autouse=True)
def checker(qapp: QApplication, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Spelling]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    made = Spelling(qapp)
    monkeypatch.setattr("journeydesk.ui.spelling.spelling", lambda: made)
    yield made
    settle(qapp)
    made.deleteLater()


@pytest.fixture
def box(document: Document, fonts: None, qtbot: Any) -> TextBox:
    with document.edit(message("Language")) as edit:
        edit.put(replace(next(r for r in document if isinstance(r, Project)), language="en"))
    made = TextBox(document)
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show()
    return made


def marked(box: TextBox) -> list[str]:
    wavy = QTextCharFormat.UnderlineStyle.SpellCheckUnderline
    block = box.document().firstBlock()
    raw = block.text().encode("utf-16-le")
    return [
        raw[2 * part.start : 2 * (part.start + part.length)].decode("utf-16-le")
        for part in block.layout().formats()
        if part.format.underlineStyle() == wavy
    ]


def menu_on(box: TextBox, place: int) -> QMenu:
    cursor = box.textCursor()
    cursor.setPosition(place)
    box.setTextCursor(cursor)
    box.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(2, 2), QPoint(2, 2)))
    return box.findChildren(QMenu)[-1]


def titles(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions()]


def test_nothing_is_marked_until_it_is_asked_for(box: TextBox) -> None:
    box.setPlainText("The custmer waits")
    assert marked(box) == []


def test_wrong_words_are_marked_also_after_an_emoji(checker: Spelling, box: TextBox, qtbot: Any) -> None:
    checker.wanted = True
    box.setPlainText("👩‍💻 The custmer and CRM wait")
    qtbot.waitUntil(lambda: marked(box) == ["custmer"], timeout=20_000)
    checker.wanted = False
    assert marked(box) == []
    assert text_in(box) == "👩‍💻 The custmer and CRM wait"


def test_a_suggestion_takes_the_place_of_a_word(checker: Spelling, box: TextBox, qtbot: Any) -> None:
    checker.wanted = True
    box.setPlainText("👍 We recieve it")
    qtbot.waitUntil(lambda: marked(box) == ["recieve"], timeout=20_000)
    menu = menu_on(box, 9)
    assert "Ignore" in titles(menu)
    qtbot.waitUntil(lambda: "receive" in titles(menu), timeout=20_000)
    next(action for action in menu.actions() if action.text() == "receive").trigger()
    assert text_in(box) == "👍 We receive it"
    box.undo()
    assert text_in(box) == "👍 We recieve it"
    menu.close()


def test_words_are_learned_and_passed_over(checker: Spelling, box: TextBox, qtbot: Any, qapp: Any) -> None:
    checker.wanted = True
    box.setPlainText("Journeydesk custmer")
    qtbot.waitUntil(lambda: marked(box) == ["Journeydesk", "custmer"], timeout=20_000)
    menu = menu_on(box, 3)
    next(action for action in menu.actions() if action.text() == "Add to Dictionary").trigger()
    menu.close()
    assert marked(box) == ["custmer"]
    checker.ignore("custmer")
    assert marked(box) == []
    again = Spelling(qapp)
    again.wanted = True
    assert not again.is_wrong("Journeydesk", "en")
    again.deleteLater()


def test_the_menu_of_a_right_word_is_the_common_one(checker: Spelling, box: TextBox) -> None:
    checker.wanted = True
    box.setPlainText("The customer")
    menu = menu_on(box, 5)
    assert "Add to Dictionary" not in titles(menu) and menu.actions()
    menu.close()
    QTest.qWait(0)


def test_all_fields_share_one_checker() -> None:
    assert spelling() is not None
