"""The history is listed, and a click goes to any step of it at once."""

import time
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest

from journeydesk.language import message, say
from journeydesk.model.change import Change, Entry
from journeydesk.model.document import Document
from journeydesk.model.records import Node
from journeydesk.operations import fields, links, nodes
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.panels.history import HistoryModel, sign_of
from journeydesk.ui.program import Program
from journeydesk.ui.session import Session
from journeydesk.ui.workspace import Workspace
from tests.finding import only


def work(document: Document) -> None:
    """Five steps."""
    fields.set_field(document, ("one",), "title", "Look")
    nodes.move(document, ("one", "two"), 10, 20)
    links.connect(document, "two", "shop")
    fields.set_field(document, ("one",), "phase", "buy")
    nodes.remove(document, ("shop",))


def shown(model: HistoryModel) -> list[str]:
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def pale(model: HistoryModel) -> list[bool]:
    return [
        model.index(row).data(Qt.ItemDataRole.ForegroundRole) is not None for row in range(model.rowCount())
    ]


def test_every_step_is_a_row_after_the_beginning(session: Session, document: Document) -> None:
    model = HistoryModel(session)
    work(document)
    model.read()
    labels = [say(entry.label) for entry in document.history[0]]
    assert shown(model) == [say("The beginning"), *labels]
    document.undo()
    document.undo()
    model.read()
    assert pale(model) == [False] * 4 + [True] * 2
    fields.set_field(document, ("one",), "title", "Other")
    model.read()
    assert len(shown(model)) == 5
    assert not any(pale(model))


def test_signs_tell_what_happened(document: Document) -> None:
    work(document)
    signs = [sign_of(entry) for entry in document.history[0]]
    assert signs == ["text-cursor-input", "move", "spline", "sliders-horizontal", "trash-2"]


@pytest.mark.parametrize("position", [0, 2, 5])
def test_any_step_is_reached_by_one_change(position: int, session: Session, document: Document) -> None:
    states = [{record.id: record for record in document}]
    for number in range(5):
        fields.set_field(document, ("one", "two")[number % 2 : number % 2 + 1], "title", str(number))
        states.append({record.id: record for record in document})
    for start in (5, 3):
        session.travel(start)
        changes: list[Change] = []
        steps: list[bool] = []
        session.changed.connect(changes.append)
        session.history_changed.connect(lambda steps=steps: steps.append(True))
        session.travel(position)
        session.changed.disconnect(changes.append)
        assert {record.id: record for record in document} == states[position]
        assert document.history[1] == position
        assert len(changes) <= 1 and len(steps) == int(position != start)


def test_what_a_step_did_is_selected_and_its_map_shown(session: Session, document: Document) -> None:
    fields.set_field(document, ("far",), "title", "Near")
    fields.set_field(document, ("two",), "title", "Sell")
    session.travel(1)
    assert (session.map_id, session.selection) == ("first", ("two",))
    session.travel(0)
    assert (session.map_id, session.selection) == ("second", ("far",))
    session.travel(2)
    assert (session.map_id, session.selection) == ("first", ("two",))


def test_a_key_shows_the_history_and_a_click_goes_to_a_step(
    window: MainWindow, session: Session, workspace: Workspace, qtbot: Any
) -> None:
    work(session.document)
    window.activateWindow()
    window.deeds.deed("show_history").trigger()
    panel = workspace.history
    qtbot.waitUntil(panel.list.hasFocus)
    assert panel.list.currentIndex().row() == 5
    place = panel.list.visualRect(panel.model.index(1)).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert session.document.history[1] == 1
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert session.document.history[1] == 2
    session.undo()
    assert panel.list.currentIndex().row() == 1
    window.deeds.deed("show_history").trigger()
    assert not workspace.history_shown and not panel.list.hasFocus()


def test_whether_it_is_shown_is_remembered(
    window: MainWindow, workspace: Workspace, program: Program, qtbot: Any
) -> None:
    window.deeds.deed("show_history").trigger()
    window.deeds.deed("show_right").trigger()
    program.speak("en")
    renewed = program.window
    assert renewed is not None and renewed.workspace is not None and renewed is not window
    assert renewed.workspace.history_shown and not renewed.workspace.right_shown


def test_many_steps_are_listed_and_crossed_quickly(
    session: Session, workspace: Workspace, window: MainWindow
) -> None:
    node = only(session.document, Node, "one")
    entries = []
    for number in range(5000):
        later = replace(node, title=str(number))
        entries.append(Entry(message("Edit text"), Change({"one": (node, later)})))
        node = later
    with session.document.edit(message("Edit text")) as edit:
        edit.put(node)
    session.document.restore_history(entries, len(entries))
    began = time.monotonic()
    workspace.show_history(True)
    session.travel(0)
    session.travel(4000)
    window.repaint()
    assert time.monotonic() - began < 2.0
    model = workspace.history.list.selectionModel()
    assert isinstance(model, QItemSelectionModel) and model.currentIndex().row() == 4000
    assert getattr(session.document.get("one"), "title", "") == "3999"
