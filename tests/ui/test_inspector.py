"""Every field of every kind can be edited in the inspector, as one step that undo takes back."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from journeydesk.kinds.catalogue import KINDS, RECORDS
from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.language import message
from journeydesk.model.document import Document
from journeydesk.model.fields import Editor, described
from journeydesk.model.records import (
    Asset,
    Evidence,
    Influence,
    JourneyMap,
    Node,
    Persona,
    Record,
    Transition,
)
from journeydesk.operations import evidence, fields, nodes
from journeydesk.operations.lanes import bring_step
from journeydesk.ui.panels import choosers, editors
from journeydesk.ui.panels.editors import FieldEditor, Ground
from journeydesk.ui.panels.faces import FacesEditor, RatingsEditor
from journeydesk.ui.panels.file_editor import FileEditor
from journeydesk.ui.panels.form import Form
from journeydesk.ui.panels.inspector import Inspector
from journeydesk.ui.panels.parts import PartsEditor
from journeydesk.ui.panels.sources_editor import SourcesEditor
from journeydesk.ui.panels.term_editor import TermEditor
from journeydesk.ui.session import Session
from tests.finding import only
from tests.ui.ground import FakeDialogs

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f64540"
    "0000000049454e44ae426082"
)


def type_line(editor: FieldEditor) -> object:
    assert isinstance(editor, editors.LineEditor)
    text = "https://example.org/x" if editor.told.editor is Editor.URL else "Typed & <b>kept</b> « é »"
    editor.line.setText(text)
    editor.line.editingFinished.emit()
    return text


def type_text(editor: FieldEditor) -> object:
    assert isinstance(editor, editors.TextEditor)
    editor.box.setPlainText("One\nTwo")
    editor.box.left.emit()
    return ("One", "Two") if editor.told.editor is Editor.LINES else "One\nTwo"


def type_pair(editor: FieldEditor) -> object:
    assert isinstance(editor, editors.PairsEditor)
    editor.table.item(0, 0).setText("Team")
    return (("Team", ""),)


def type_number(editor: FieldEditor) -> object:
    if isinstance(editor, FacesEditor):
        editor.buttons[2].click()
        return 2
    assert isinstance(editor, editors.NumberEditor)
    editor.box.lineEdit().setText("2")
    editor.flush()
    return 2


def type_date(editor: FieldEditor) -> object:
    assert isinstance(editor, editors.DateEditor)
    editor.line.setText("2026-03-02")
    editor.line.editingFinished.emit()
    return "2026-03-02"


def flip(editor: FieldEditor) -> object:
    assert isinstance(editor, choosers.SwitchEditor)
    editor.box.click()
    return editor.box.isChecked()


def choose(editor: FieldEditor) -> object:
    if isinstance(editor, choosers.PictureEditor | FileEditor):
        editor.committed.emit("asset")
        return "asset"
    assert isinstance(editor, choosers.ChoiceEditor | TermEditor)
    place = editor.box.count() - 1
    place = place - 1 if place == editor.box.currentIndex() else place
    editor.box.setCurrentIndex(place)
    editor.box.activated.emit(place)
    return editor.box.itemData(place)


def tick(editor: FieldEditor) -> object:
    if isinstance(editor, SourcesEditor):
        evidence.attach(editor.ground.document, editor.ids, "proof", editor.told.name)
        return ("proof",)
    assert isinstance(editor, choosers.ChoicesEditor)
    key, box = next((key, box) for key, box in editor.boxes.items() if not box.isChecked())
    box.click()
    return (key,)


def rate(editor: FieldEditor) -> object:
    assert isinstance(editor, RatingsEditor)
    key, (_, faces) = next(iter(editor.rows.items()))
    faces.buttons[2].click()
    return ((key, 2),)


def take_part(editor: FieldEditor) -> object:
    assert isinstance(editor, PartsEditor)
    key, (_, roles) = next(iter(editor.rows.items()))
    roles.buttons["decider"].click()
    return ((key, "decider"),)


def pick(editor: FieldEditor) -> object:
    assert isinstance(editor, choosers.ColourEditor)
    editor.buttons["#2f6fb7"].click()
    return "#2f6fb7"


def add_colour(editor: FieldEditor) -> object:
    assert isinstance(editor, choosers.ColoursEditor)
    editor.buttons[-1].click()
    return ("#123456",)


EDITS: dict[Editor, Callable[[FieldEditor], object]] = {
    Editor.LINE: type_line,
    Editor.URL: type_line,
    Editor.TEXT: type_text,
    Editor.LINES: type_text,
    Editor.PAIRS: type_pair,
    Editor.NUMBER: type_number,
    Editor.DATE: type_date,
    Editor.SWITCH: flip,
    Editor.CHOICE: choose,
    Editor.CHOICES: tick,
    Editor.RECORD: choose,
    Editor.RECORDS: tick,
    Editor.FILE: choose,
    Editor.COLOUR: pick,
    Editor.COLOURS: add_colour,
    Editor.RATINGS: rate,
    Editor.PARTS: take_part,
    Editor.STAGE: choose,
}


def sample(record_class: type[Record]) -> Record:
    known: dict[str, Any] = {"id": "sample"}
    names = {told.name for told in described(record_class)}
    known |= {name: value for name, value in (("map_id", "first"), ("about_id", "one")) if name in names}
    known |= {name: value for name, value in (("source_id", "one"), ("target_id", "two")) if name in names}
    return record_class(**known)


@pytest.mark.parametrize("record_class", RECORDS.values(), ids=RECORDS.keys())
def test_every_field_is_edited_in_one_step_that_undo_takes_back(
    record_class: type[Record], document: Document, dialogs: FakeDialogs, qtbot: Any
) -> None:
    with document.edit(message("Prepare")) as edit:
        edit.put(
            sample(record_class),
            Asset(id="asset", name="x.png", data=PIXEL),
            Evidence(id="proof", title="Talks"),
        )
    form = Form(record_class, Ground(document, dialogs))
    qtbot.addWidget(form)
    form.show_records(("sample",))
    unseen = (Editor.HIDDEN, Editor.STOPS)
    shown = [told.name for told in described(record_class) if told.editor not in unseen]
    assert sorted(form.editors) == sorted(shown)
    for name, editor in form.editors.items():
        before, steps = document.get("sample"), document.history[1]
        wanted = EDITS[editor.told.editor](editor)
        assert getattr(document.get("sample"), name) == wanted, name
        assert document.history[1] == steps + 1, name
        document.undo()
        assert document.get("sample") == before, name
        form.refresh()


@pytest.fixture
def inspector(session: Session, dialogs: FakeDialogs, qtbot: Any) -> Inspector:
    made = Inspector(session, dialogs)
    qtbot.addWidget(made)
    return made


def shown(inspector: Inspector) -> list[tuple[str, ...]]:
    return [form.ids for form in inspector.forms]


def test_with_nothing_selected_it_shows_the_map_and_the_project(inspector: Inspector) -> None:
    assert shown(inspector) == [("first",), ("project",)]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_it_shows_a_node_of_every_kind(
    kind: Any, inspector: Inspector, session: Session, document: Document
) -> None:
    node = nodes.add_node(document, kind.record(id="new", map_id="first"))
    session.select((node.id,))
    assert shown(inspector)[-1] == ("new",)


def test_a_personas_card_shows_the_persona_first(inspector: Inspector, session: Session) -> None:
    session.select(("card",))
    assert shown(inspector) == [("lucy",), ("card",)]


def test_several_of_a_class_are_changed_together(
    inspector: Inspector, session: Session, document: Document
) -> None:
    session.select(("one", "two"))
    editor = inspector.forms[0].editors["notes"]
    title = inspector.forms[0].editors["title"]
    assert isinstance(title, editors.TextEditor)
    assert title.box.toPlainText() == ""
    type_text(editor)
    found = [document.find(Node, key) for key in ("one", "two")]
    assert [node.notes for node in found if node is not None] == ["One\nTwo"] * 2
    assert [node.title for node in found if node is not None] == ["Search", "Buy"]
    document.undo()
    assert document.history[1] == 0


def test_a_mixed_selection_shows_its_number_only(inspector: Inspector, session: Session) -> None:
    session.select(("one", "shop"))
    assert shown(inspector) == []
    assert inspector.findChildren(type(inspector._count))[0].text()


def test_each_persona_of_the_map_has_a_row_of_faces_and_the_others_can_be_asked_for(
    inspector: Inspector, session: Session, document: Document
) -> None:
    with document.edit(message("Prepare")) as edit:
        edit.put(Persona(id="tom", name="Tom"), JourneyMap(id="first", title="Map", persona_ids=("lucy",)))
    session.select(("one", "two"))
    editor = inspector.forms[0].editors["feelings"]
    assert isinstance(editor, RatingsEditor) and list(editor.rows) == ["lucy"]
    editor._offer()
    editor._menu.actions()[0].trigger()
    editor.rows["tom"][1].buttons[-3].click()
    fields.rate(document, ("two",), "feelings", "lucy", 1)
    assert not any(button.isChecked() for button in editor.rows["lucy"][1].buttons.values())
    editor.rows["tom"][1].buttons[-3].click()
    assert [getattr(document.get(key), "feelings", None) for key in ("one", "two")] == [(), (("lucy", 1),)]
    fields.set_field(document, ("lucy",), "name", "Lou")
    assert editor.rows["lucy"][0].text() == "Lou"


def test_roles_at_a_stage_are_those_in_general_until_they_are_told(
    inspector: Inspector, session: Session, document: Document
) -> None:
    fields.set_field(document, ("lucy",), "roles", ("user", "buyer"))
    session.select(("one", "two"))
    editor = inspector.forms[0].editors["roles"]
    assert isinstance(editor, PartsEditor)
    row = editor.rows["lucy"][1]

    def shown_roles() -> list[str]:
        return [key for key, button in row.buttons.items() if button.isChecked()]

    assert shown_roles() == ["user", "buyer"] and row.back.isHidden()
    row.buttons["user"].click()
    row.buttons["buyer"].click()
    assert shown_roles() == [] and not row.back.isHidden()
    assert getattr(document.get("two"), "roles", None) == (("lucy", "absent"),)
    fields.set_field(document, ("lucy",), "roles", ("decider",))
    assert shown_roles() == []
    row.back.click()
    assert shown_roles() == ["decider"]
    assert getattr(document.get("two"), "roles", None) == ()


def test_the_stage_that_the_grid_gave_a_step_is_seen_and_can_be_taken_back(
    inspector: Inspector, session: Session, document: Document
) -> None:
    nodes.add_node(document, Touchpoint(id="step", map_id="first", title="Ask", x=0, y=400))
    bring_step(document, "step", "two")
    session.select(("step",))
    editor = inspector.forms[0].editors["stage_id"]
    assert isinstance(editor, choosers.StageEditor)
    assert [editor.box.itemText(row) for row in range(editor.box.count())] == ["As drawn", "Search", "Buy"]
    assert editor.box.currentText() == "Buy"
    fields.set_field(document, ("two",), "title", "Pay")
    assert editor.box.currentText() == "Pay"
    steps = document.history[1]
    editor.box.setCurrentIndex(0)
    editor.box.activated.emit(0)
    assert only(document, Touchpoint, "step").stage_id == "" and document.history[1] == steps + 1
    session.undo()
    assert editor.box.currentText() == "Pay"
    nodes.remove(document, ("two",))
    session.select(("step",))
    editor = inspector.forms[0].editors["stage_id"]
    assert isinstance(editor, choosers.StageEditor) and editor.box.currentText() == "As drawn"


def test_undo_shows_in_the_form(inspector: Inspector, session: Session, document: Document) -> None:
    session.select(("arrow",))
    fields.set_field(document, ("arrow",), "share", 40.0)
    editor = inspector.forms[0].editors["share"]
    assert isinstance(editor, editors.NumberEditor)
    assert editor.box.value() == 40
    session.undo()
    assert not editor.box.is_known


@pytest.mark.parametrize("leave", ["selection", "saving"])
def test_text_that_is_still_being_typed_is_kept(
    leave: str, inspector: Inspector, session: Session, document: Document
) -> None:
    session.select(("one",))
    editor = inspector.forms[0].editors["title"]
    assert isinstance(editor, editors.TextEditor)
    editor.box.setPlainText("Half typed")
    if leave == "selection":
        session.select(("two",))
        assert editor.box.toPlainText() == "Buy"
    else:
        session.finishing.emit()
    assert only(document, Node, "one").title == "Half typed"


def test_a_long_title_is_seen_from_its_beginning_once_it_is_left(inspector: Inspector, qtbot: Any) -> None:
    (line,) = [
        editor.line for editor in inspector.findChildren(editors.LineEditor) if editor.told.name == "author"
    ]
    line.setFocus()
    line.setText("Somebody with a name that is far longer than there is room in the inspector")
    assert line.cursorPosition() > 0
    line.editingFinished.emit()
    line.clearFocus()
    assert line.cursorPosition() == 0


def test_the_form_of_what_is_removed_goes_away(
    inspector: Inspector, session: Session, document: Document
) -> None:
    session.select(("one",))
    nodes.remove(document, ("one",))
    assert shown(inspector) == [("first",), ("project",)]


@pytest.mark.parametrize("link", [Transition, Influence])
def test_links_have_forms(link: type[Record], document: Document, dialogs: FakeDialogs, qtbot: Any) -> None:
    form = Form(link, Ground(document, dialogs))
    qtbot.addWidget(form)
    assert "persona_ids" in form.editors


def test_a_number_is_unknown_again_when_it_is_wiped_out(
    inspector: Inspector, session: Session, document: Document
) -> None:
    fields.set_field(document, ("arrow",), "share", 25.0)
    session.select(("arrow",))
    editor = inspector.forms[0].editors["share"]
    assert isinstance(editor, editors.NumberEditor)
    editor.box.lineEdit().clear()
    editor.flush()
    assert getattr(document.get("arrow"), "share", 0) is None


def test_a_wheel_that_turns_over_a_number_changes_nothing(
    inspector: Inspector, session: Session, document: Document, qtbot: Any
) -> None:
    session.select(("arrow",))
    editor = inspector.forms[0].editors["share"]
    assert isinstance(editor, editors.NumberEditor)
    QTest.keyClick(editor.box, Qt.Key.Key_Up)
    assert editor.box.value() == 0
    assert document.history[1] == 1


@pytest.mark.parametrize(
    ("typed", "kept"), [("2 Mar 2026", "2026-03-02"), ("2026-03-02", "2026-03-02"), ("soon", ""), ("", "")]
)
def test_days_are_read_as_people_write_them(
    typed: str, kept: str, inspector: Inspector, document: Document, session: Session
) -> None:
    editor = inspector.forms[0].editors["date"]
    assert isinstance(editor, editors.DateEditor)
    editor.line.setText(typed)
    editor.flush()
    assert getattr(document.get("first"), "date", None) == kept


def test_a_long_text_comes_to_rest_at_any_width(
    inspector: Inspector, session: Session, document: Document, qtbot: Any
) -> None:
    fields.set_field(document, ("first",), "scenario", "Lucy looks for one tool for the whole team. " * 9)
    inspector.show()
    for width in range(288, 330, 3):
        inspector.resize(width, 700)
        QTest.qWait(5)
        box = inspector.forms[0].editors["scenario"].findChildren(editors.TextBox)[0]
        heights = set()
        for _ in range(6):
            QTest.qWait(1)
            heights.add((box.height(), box.width()))
        assert len(heights) == 1, width
        assert not box.verticalScrollBar().maximum(), width


def test_looking_at_a_text_changes_nothing_in_it(
    inspector: Inspector, session: Session, document: Document
) -> None:
    odd = "« Lucy » : pourquoi ?\nParce que…\u2028Oui\u00a0!"
    for key, name in (("first", "scenario"), ("first", "title"), ("one", "title"), ("one", "notes")):
        fields.set_field(document, (key,), name, odd)
    fields.set_field(document, ("arrow",), "share", 100 / 3)
    steps = document.history[1]
    for chosen in ((), ("one",), ("arrow",), (), ("one", "two"), ()):
        session.select(chosen)
        inspector.flush()
    assert document.history[1] == steps


@pytest.mark.parametrize("key", ["one", "shop", "need", "card", "arrow"])
def test_at_no_size_its_bar_comes_and_goes_for_ever(
    inspector: Inspector, session: Session, key: str, qapp: QApplication
) -> None:
    """Where the forms are about as high as the inspector, the bar itself decides whether it is needed."""
    session.select((key,))
    inspector.show()
    for wide in range(288, 320, 5):
        for high in range(300, 1100, 23):
            inspector.resize(wide, high)
            qapp.processEvents()
        hidden = inspector.widget().height() - inspector.viewport().height()
        assert hidden <= 0 or inspector.verticalScrollBar().isVisible()


def test_long_titles_to_choose_from_do_not_make_the_inspector_wider(qtbot: Any) -> None:
    box = choosers.ShortCheck("Interviews with prospects who chose somebody else in the end " * 3)
    page = QWidget()
    qtbot.addWidget(page)
    QVBoxLayout(page).addWidget(box)
    assert page.minimumSizeHint().width() < 100
    page.resize(200, 40)
    page.show()
    assert box.text().endswith("…") and box.accessibleName().endswith("end ")
