"""Evidence is attached by typing, by dragging and in the inspector, and leads to what rests on it."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest

from journeydesk.model.records import Asset, Evidence, Record
from journeydesk.operations import evidence, fields
from journeydesk.ui import opening
from journeydesk.ui.finder.sources import SourceFinder
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.panels.file_editor import FileEditor, LinkEditor
from journeydesk.ui.panels.records_list import carrying
from journeydesk.ui.panels.sources_editor import SourcesEditor
from journeydesk.ui.panels.uses_list import UsesList
from journeydesk.ui.session import Session
from journeydesk.ui.workspace import Workspace
from tests.ui.ground import FakeDialogs, records

SOURCES = (
    Evidence(id="talks", title="Interviews", source="interview", date="2026-02-10", sample_size=9),
    Evidence(id="count", title="Visits counted", source="analytics", date="2001-03-31", sample_size=21500),
)


@pytest.fixture
def contents() -> tuple[Record, ...]:
    return (*records(), *SOURCES)


def resting(session: Session, key: str, field: str = evidence.OWN) -> tuple[str, ...]:
    found: tuple[str, ...] = getattr(session.document.get(key), field)
    return found


def asked(window: MainWindow, deed: str) -> SourceFinder:
    window.refresh()
    window.deeds.deed(deed).trigger()
    (popup,) = [popup for popup in window.findChildren(SourceFinder) if popup.isVisible()]
    return popup


def test_a_source_is_found_by_typing_and_taken_off_the_same_way(window: MainWindow, session: Session) -> None:
    session.select(("one", "arrow"))
    popup = asked(window, "attach_evidence")
    QTest.keyClicks(popup.field, "visits")
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    assert resting(session, "one") == resting(session, "arrow") == ("count",)
    assert session.document.history[1] == 1
    popup = asked(window, "attach_evidence")
    QTest.keyClick(popup.field, Qt.Key.Key_Return)  # what is attached comes first
    assert resting(session, "one") == resting(session, "arrow") == ()


def test_what_is_typed_becomes_a_new_source_that_can_be_filled_in_at_once(
    window: MainWindow, workspace: Workspace, session: Session
) -> None:
    session.select(("one",))
    popup = asked(window, "attach_evidence")
    QTest.keyClicks(popup.field, "Diary of a week")
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    (key,) = resting(session, "one")
    assert getattr(session.document.get(key), "title", "") == "Diary of a week"
    assert session.document.history[1] == 1
    assert [form.ids for form in workspace.inspector.forms] == [(key,)]
    assert session.selection == ("one",)
    workspace.inspector.back.click()
    assert [form.ids for form in workspace.inspector.forms] == [("one",)]


def test_the_share_of_an_arrow_has_its_own(window: MainWindow, session: Session) -> None:
    session.select(("arrow",))
    window.refresh()
    assert not window.deeds.deed("attach_share_evidence").isEnabled()
    fields.set_field(session.document, ("arrow",), "share", 40.0)
    popup = asked(window, "attach_share_evidence")
    QTest.keyClicks(popup.field, "interviews")
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    assert resting(session, "arrow", evidence.SHARE) == ("talks",) and resting(session, "arrow") == ()


def test_only_what_is_attached_is_offered_to_be_taken_off(window: MainWindow, session: Session) -> None:
    evidence.attach(session.document, ["one"], "talks")
    session.select(("one", "two"))
    popup = asked(window, "detach_evidence")
    assert [offer.key for offer in popup.model.offers] == ["talks"]
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    assert resting(session, "one") == ()


def editor_of(workspace: Workspace, name: str) -> Any:
    return workspace.inspector.forms[0].editors[name]


def test_the_inspector_lists_sources_and_takes_them_off(workspace: Workspace, session: Session) -> None:
    evidence.attach(session.document, ["one"], "talks")
    evidence.attach(session.document, ["one"], "count")
    session.select(("one",))
    editor = editor_of(workspace, "evidence_ids")
    assert isinstance(editor, SourcesEditor)
    assert [row.button.toolTip().splitlines()[0] for row in editor.rows] == ["Interviews", "Visits counted"]
    assert "out of date" in editor.rows[1].button.toolTip()
    editor.rows[0].dropped.emit("talks")
    assert resting(session, "one") == ("count",)
    fields.set_field(session.document, ("count",), "title", "Visits")
    assert editor.rows[0].button.toolTip().startswith("Visits\n")
    editor.rows[0].button.click()
    assert [form.ids for form in workspace.inspector.forms] == [("count",)]


def test_a_source_tells_where_it_is_used_and_leads_there(workspace: Workspace, session: Session) -> None:
    evidence.attach(session.document, ["one", "far", "arrow"], "talks")
    workspace.inspector.show_record("talks")
    (uses,) = workspace.inspector.findChildren(UsesList)
    rows = [uses.list.item(row).text() for row in range(uses.list.count())]
    assert rows == ["Search – First", "Search → Buy – First", "Elsewhere – Second"]
    uses.list.itemClicked.emit(uses.list.item(2))
    assert session.map_id == "second" and session.selection == ("far",)
    assert [form.ids for form in workspace.inspector.forms] == [("far",)]


def drop(workspace: Workspace, key: str, point: tuple[float, float]) -> None:
    mime, copy = carrying(key), Qt.DropAction.CopyAction
    place = workspace.view.camera.view_point(point)
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    viewport = workspace.view.viewport()
    workspace.dropping.eventFilter(viewport, QDragEnterEvent(place.toPoint(), copy, mime, buttons, keys))
    workspace.dropping.eventFilter(viewport, QDropEvent(QPointF(place), copy, mime, buttons, keys))


def test_a_source_is_dragged_onto_a_node_and_onto_a_share(workspace: Workspace, session: Session) -> None:
    drop(workspace, "talks", (0, 0))
    assert resting(session, "one") == ("talks",)
    drop(workspace, "talks", (-1500, -900))
    assert session.document.history[1] == 1
    fields.set_field(session.document, ("arrow",), "share", 40.0)
    strand = workspace.view.board.wiring.strands["arrow"]
    assert strand is not None and strand.label_at is not None
    drop(workspace, "count", strand.label_at)
    assert resting(session, "arrow", evidence.SHARE) == ("count",)


def test_a_file_is_attached_opened_copied_and_taken_out(
    workspace: Workspace,
    session: Session,
    dialogs: FakeDialogs,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        opening.QDesktopServices,
        "openUrl",
        lambda url: opened.append(url.toLocalFile() or url.toString()) or True,
    )
    path = tmp_path / "answers.csv"
    path.write_text("a;b")
    dialogs.path = path
    workspace.inspector.show_record("talks")
    editor = editor_of(workspace, "asset_id")
    assert isinstance(editor, FileEditor)
    editor.choose.click()
    assert len(session.document.all(Asset)) == session.document.history[1] == 1
    assert "answers.csv" in editor.name.text()
    editor.open.click()
    assert Path(opened[0]).read_text() == "a;b"
    dialogs.path = tmp_path / "copy.csv"
    editor.copy.click()
    assert dialogs.path.read_text() == "a;b"
    editor.remove.click()
    assert getattr(session.document.get("talks"), "asset_id", None) == ""
    fields.set_field(session.document, ("talks",), "url", "https://example.org/")
    link = editor_of(workspace, "url")
    assert isinstance(link, LinkEditor)
    link.open.click()
    assert opened[1] == "https://example.org/"


def test_programs_are_never_opened(session: Session, dialogs: FakeDialogs) -> None:
    for name in ("run.exe", "x.desktop", "a.sh", "macro.xlsm", "page.html", "noending"):
        assert not opening.is_harmless(name)
