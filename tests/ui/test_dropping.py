"""Pictures, files and text that are dropped on the map or pasted become part of it where they are let go."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
)
from PySide6.QtWidgets import QApplication

from journeydesk.kinds.image import ImageNode
from journeydesk.language import message
from journeydesk.model import queries
from journeydesk.model.records import Asset, Node, Persona
from journeydesk.storage.working_copy import WorkingCopy
from journeydesk.ui.clipboard import PNG
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.session import Session
from journeydesk.ui.workspace import Workspace
from tests.finding import only
from tests.ui.ground import records

COPY = Qt.DropAction.CopyAction


def picture(path: Path, width: int = 300, height: int = 200) -> Path:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    assert image.save(str(path))
    return path


def files(paths: Iterable[Path]) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def words(text: str) -> QMimeData:
    mime = QMimeData()
    mime.setText(text)
    return mime


class Carrier:
    """Drags something over the map, and lets it go."""

    def __init__(self, workspace: Workspace, mime: QMimeData) -> None:
        self.view, self.mime = workspace.view, mime
        self.hints: list[str] = []
        workspace.session.hint_changed.connect(self.hints.append)

    def over(self, key: str = "") -> QPointF:
        """Drags over a node, or over empty paper."""
        box = self.view.board.placed[key].box if key else None
        at = self.view.camera.view_point((box.x, box.y)) if box else QPointF(12, 12)
        buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(at.toPoint(), COPY, self.mime, buttons, keys)
        move = QDragMoveEvent(at.toPoint(), COPY, self.mime, buttons, keys)
        for event in (enter, move):
            QApplication.sendEvent(self.view.viewport(), event)
        self.accepted = move.isAccepted()
        return at

    def drop(self, key: str = "") -> None:
        at = self.over(key)
        event = QDropEvent(at, COPY, self.mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self.view.viewport(), event)


def test_pictures_are_dropped_side_by_side_in_one_step(
    workspace: Workspace, session: Session, tmp_path: Path, qtbot: Any
) -> None:
    paths = [picture(tmp_path / name) for name in ("a.png", "b.JPG")]
    Carrier(workspace, files(paths)).drop()
    qtbot.waitUntil(lambda: len(session.document.all(ImageNode)) == 2)
    one, two = session.document.all(ImageNode)
    assert session.selection == (one.id, two.id)
    assert one.y == two.y and one.x + 240 < two.x
    session.undo()
    assert session.document.all(ImageNode) == () and session.document.all(Asset) == ()


def test_a_picture_on_a_persona_is_their_photo(
    workspace: Workspace, session: Session, tmp_path: Path, qtbot: Any
) -> None:
    carrier = Carrier(workspace, files([picture(tmp_path / "lucy.png")]))
    carrier.over("card")
    assert workspace.view.overlay.target == "card"
    assert carrier.hints[-1] == "Release to make this the photo"
    carrier.drop("card")
    assert workspace.view.overlay.target == ""
    qtbot.waitUntil(lambda: only(session.document, Persona, "lucy").photo_id != "")
    assert session.document.all(ImageNode) == ()


def test_dropped_text_hangs_where_it_is_let_go(workspace: Workspace, session: Session) -> None:
    carrier = Carrier(workspace, words("Time\n\tLess of it"))
    carrier.over("one")
    assert workspace.view.overlay.target == "one"
    carrier.drop("one")
    (branch,) = queries.children(session.document, "one")
    assert (branch.title, session.selection) == ("Time", (branch.id,))
    Carrier(workspace, words("https://example.org/shop")).drop()
    (link,) = (session.document.find(Node, key) for key in session.selection)
    assert link is not None and (link.parent_id, link.url) == ("", "https://example.org/shop")


def test_a_text_file_becomes_branches(
    workspace: Workspace, session: Session, tmp_path: Path, qtbot: Any
) -> None:
    path = tmp_path / "notes.md"
    path.write_bytes("\ufeff# Été\n- chaud\n".encode())
    Carrier(workspace, files([path])).drop("two")
    qtbot.waitUntil(lambda: bool(queries.children(session.document, "two")))
    (branch,) = queries.children(session.document, "two")
    assert branch.title == "Été"


def test_a_journey_is_opened_where_somebody_is_sure(
    window: MainWindow, workspace: Workspace, tmp_path: Path, qtbot: Any
) -> None:
    path = tmp_path / "Other.journey"
    WorkingCopy.create(records(), path).close()
    carrier = Carrier(workspace, files([path]))
    with qtbot.waitSignal(workspace.intake.project_wanted) as wanted:
        carrier.drop()
    assert wanted.args == [path]


def test_what_is_no_picture_is_told_in_one_sentence(
    workspace: Workspace, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> None:
    broken, strange = tmp_path / "broken.png", tmp_path / "run.exe"
    broken.write_bytes(b"no picture")
    strange.write_bytes(b"MZ")
    told: list[Any] = []
    monkeypatch.setattr(workspace.notices, "tell", told.append)
    Carrier(workspace, files([broken, strange, tmp_path / "gone.txt"])).drop()
    qtbot.waitUntil(lambda: len(told) == 3)
    assert session.document.history[1] == 0


def test_a_picture_of_the_clipboard_becomes_an_image(
    workspace: Workspace, session: Session, tmp_path: Path, qtbot: Any
) -> None:
    mime = QMimeData()
    mime.setData(PNG, QByteArray(picture(tmp_path / "a.png").read_bytes()))
    mime.setHtml("<img src='https://example.org/a.png'>")
    QGuiApplication.clipboard().setMimeData(mime)
    workspace.intake.paste()
    qtbot.waitUntil(lambda: len(session.document.all(ImageNode)) == 1)
    shot = QMimeData()
    shot.setImageData(QImage(str(tmp_path / "a.png")))
    QGuiApplication.clipboard().setMimeData(shot)
    workspace.intake.paste()
    qtbot.waitUntil(lambda: len(session.document.all(ImageNode)) == 2)
    one, two = session.document.all(ImageNode)
    assert (one.x, one.y) != (two.x, two.y)


def test_a_pasted_picture_fills_an_empty_image(
    workspace: Workspace, session: Session, tmp_path: Path, qtbot: Any
) -> None:
    with session.document.edit(message("Try")) as edit:
        edit.put(ImageNode(id="empty", map_id="first", x=900))
    session.select(("empty",))
    QGuiApplication.clipboard().setMimeData(files([picture(tmp_path / "a.png")]))
    workspace.intake.paste()
    qtbot.waitUntil(lambda: len(session.document.all(Asset)) == 1)
    (image,) = session.document.all(ImageNode)
    assert image.asset_id == session.document.all(Asset)[0].id


def test_what_is_read_waits_for_the_end_of_a_gesture(
    workspace: Workspace, session: Session, tmp_path: Path, qtbot: Any
) -> None:
    edit = session.document.begin(message("Try"))
    Carrier(workspace, files([picture(tmp_path / "a.png")])).drop()
    qtbot.wait(50)
    assert session.document.open_edit is edit
    edit.cancel()
    qtbot.waitUntil(lambda: len(session.document.all(ImageNode)) == 1)


def test_a_drag_that_goes_away_leaves_no_trace(workspace: Workspace) -> None:
    carrier = Carrier(workspace, words("a"))
    carrier.over("one")
    assert carrier.accepted
    QApplication.sendEvent(workspace.view.viewport(), QDragLeaveEvent())
    assert workspace.view.overlay.target == "" and carrier.hints[-1] == ""
    mime = QMimeData()
    mime.setData("application/x-something", QByteArray(b"1"))
    other = Carrier(workspace, mime)
    other.over()
    assert other.hints == []
