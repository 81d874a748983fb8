"""A window's ground: a small project, dialogs that answer by themselves, and no work left under way."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from journeydesk.model.document import Document
from journeydesk.ui import style
from journeydesk.ui.dialogs.messages import Answer
from journeydesk.ui.program import Program
from journeydesk.ui.session import Session
from tests.ui.ground import FakeDialogs, records, settle


@pytest.fixture
def document() -> Document:
    return Document(records())


@pytest.fixture
def session(qapp: QApplication, document: Document) -> Iterator[Session]:
    made = Session(document)
    yield made
    made.close()


@pytest.fixture
def dialogs() -> FakeDialogs:
    return FakeDialogs()


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> None:
    style.load_fonts(qapp)


@pytest.fixture
def program(
    qapp: QApplication, fonts: None, dialogs: FakeDialogs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Program]:
    """The program without a window and with settings of its own; what it opens is closed at the end."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    made = Program(qapp, dialogs)
    yield made
    dialogs.answer = Answer.DISCARD
    made.quit()
    settle(qapp)
    made.deleteLater()
