"""A damaged file is not the end: its newest backup is offered, and opens as a project of its own."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from journeydesk.model.records import JourneyMap
from journeydesk.operations.maps import add_map
from journeydesk.storage.folders import state_folder
from journeydesk.storage.working_copy import WorkingCopy
from journeydesk.ui.program import Program
from tests.ui.ground import FakeDialogs, records, settle


@pytest.fixture
def damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project file that was saved twice, so that a backup was kept, and is damaged now."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    path = tmp_path / "Clinic.journey"
    WorkingCopy.create(records(), path).close()
    copy = WorkingCopy.open(path)
    add_map(copy.document, "Third")
    copy.close()
    shutil.rmtree(state_folder("work"))
    path.write_bytes(path.read_bytes()[:9000])
    return path


def test_the_newest_backup_opens_as_a_project_without_a_file(
    damaged: Path, program: Program, qapp: QApplication
) -> None:
    broken = damaged.read_bytes()
    program.open(damaged)
    settle(qapp)
    settle(qapp)
    assert program.session is not None
    assert program.session.path is None
    assert program.session.saving.is_modified
    assert len(program.session.document.all(JourneyMap)) == 2
    assert damaged.read_bytes() == broken


def test_without_a_backup_it_says_so(
    damaged: Path, program: Program, dialogs: FakeDialogs, qapp: QApplication
) -> None:
    shutil.rmtree(state_folder("backups"))
    program.open(damaged)
    settle(qapp)
    assert program.session is None
    assert len(dialogs.told) == 1
