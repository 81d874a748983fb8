"""Input methods, dead keys and the clipboard begin and feed texts as keys do."""

from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QInputMethodQueryEvent, QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from journeydesk.model.records import Node
from journeydesk.ui.editor.view import MapView
from journeydesk.ui.editor.writing import Writer
from journeydesk.ui.panels.editors import TextBox
from journeydesk.ui.plain_text import text_in
from journeydesk.ui.session import Session
from tests.finding import only


@pytest.fixture(autouse=True)
def _one_is_selected(view: MapView, session: Session) -> None:
    node = next(record for record in session.document if isinstance(record, Node) and record.title)
    session.select((node.id,))
    QApplication.processEvents()


def compose(view: MapView, preedit: str = "", commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(view, event)


def title(session: Session) -> str:
    found = only(session.document, Node, session.selection[0])
    return found.title


def writer(view: MapView) -> Writer:
    assert view.scribe.writer is not None
    return view.scribe.writer


def test_what_is_composed_begins_the_text_of_what_is_selected(view: MapView, session: Session) -> None:
    steps = session.document.history[1]
    compose(view, "ni")
    compose(view, "nihao")
    assert text_in(writer(view)) == "" and not writer(view).hasFocus()
    compose(view, commit="你好")
    assert text_in(writer(view)) == "你好"
    QTest.keyClicks(writer(view), "!")
    writer(view).finish()
    assert title(session) == "你好!"
    assert session.document.history[1] == steps + 1


def test_a_dead_key_begins_a_text(view: MapView, session: Session) -> None:
    compose(view, commit="ê")
    QTest.keyClicks(writer(view), "tre")
    writer(view).finish()
    assert title(session) == "être"


def test_a_composition_that_is_given_up_leaves_the_text(view: MapView, session: Session) -> None:
    before, steps = title(session), session.document.history[1]
    compose(view, "ni")
    compose(view)
    assert text_in(writer(view)) == before
    writer(view).finish()
    assert title(session) == before
    assert session.document.history[1] == steps


def test_input_methods_are_asked_for_where_a_text_can_begin(view: MapView, session: Session) -> None:
    def enabled() -> bool:
        event = QInputMethodQueryEvent(Qt.InputMethodQuery.ImEnabled)
        QApplication.sendEvent(view, event)
        return bool(event.value(Qt.InputMethodQuery.ImEnabled))

    assert enabled() and view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    session.select(())
    assert not enabled() and not view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    compose(view, commit="x")
    assert view.scribe.writer is None


def test_selecting_something_else_ends_a_composition(view: MapView, session: Session) -> None:
    before = title(session)
    compose(view, "ni")
    session.select(())
    assert view.scribe.writer is None
    assert before in [record.title for record in session.document if isinstance(record, Node)]


def rich() -> QMimeData:
    data = QMimeData()
    data.setHtml("<h1>Big &amp; <b>bold</b></h1><img src='x.png'>")
    data.setText("Big & bold\u202f!")
    return data


def test_what_is_pasted_is_plain_text(view: MapView, session: Session) -> None:
    view.edit_text(session.selection[0])
    writer(view).insertFromMimeData(rich())
    assert text_in(writer(view)) == "Big & bold\u202f!"
    assert not writer(view).document().toHtml().count("<img")
    writer(view).finish()
    assert title(session) == "Big & bold\u202f!"


def test_fields_of_the_inspector_take_plain_text(session: Session, fonts: None, qtbot: Any) -> None:
    box = TextBox(session.document)
    qtbot.addWidget(box)
    box.insertFromMimeData(rich())
    assert text_in(box) == "Big & bold\u202f!"


@pytest.mark.parametrize("line", ["客户 고객 かな", "العميل", "לקוח", "👩‍💻 🇫🇷", "ग्राहक ลูกค้า"])
def test_fields_show_every_script_with_the_bundled_typefaces(line: str, fonts: None, qtbot: Any) -> None:
    field = QLineEdit(line)
    qtbot.addWidget(field)
    layout = QTextLayout(line, field.font())
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    bundled = {"Inter", "DejaVu Sans", "Droid Sans Fallback"}
    for run in layout.glyphRuns():
        assert run.rawFont().familyName() in bundled or run.rawFont().familyName().startswith("Noto ")
        assert 0 not in run.glyphIndexes()
