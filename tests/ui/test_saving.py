"""The window says truly where the work is, and writes the file by itself when people pause."""

from pathlib import Path
from typing import Any

import pytest

from journeydesk.language import Problem, say
from journeydesk.operations import fields
from journeydesk.storage.working_copy import WorkingCopy
from journeydesk.ui import saving as saving_module
from journeydesk.ui.saving import LONGEST, SHORTEST, Safety, pause_after
from journeydesk.ui.session import Session
from tests.ui.ground import records


@pytest.mark.parametrize(("took", "pause"), [(0.0, SHORTEST), (0.36, 36.0), (9.0, LONGEST)])
def test_the_pause_grows_with_the_time_that_writing_takes(took: float, pause: float) -> None:
    assert pause_after(took) == pytest.approx(pause)


@pytest.fixture
def opened(tmp_path: Path, qapp: Any) -> Any:
    copy = WorkingCopy.create(records(), tmp_path / "Clinic.journey")
    session = Session(copy.document, copy)
    yield session
    session.close()
    copy.close(discard=True)


def test_a_file_that_is_up_to_date_is_called_saved(opened: Session) -> None:
    assert opened.saving.safety is Safety.SAVED
    assert "Clinic.journey" in say(opened.saving.told)


def test_a_change_is_safe_before_it_is_in_the_file(opened: Session, qtbot: Any) -> None:
    fields.set_field(opened.document, ("one",), "title", "Changed")
    qtbot.waitUntil(lambda: opened.saving.safety is Safety.SAFE)
    opened.save()
    qtbot.waitUntil(lambda: opened.saving.safety is Safety.SAVED)


def test_it_writes_by_itself_after_a_rest(
    opened: Session, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("IDLE", "SHORTEST", "PATIENCE"):
        monkeypatch.setattr(saving_module, name, 0.0)
    fields.set_field(opened.document, ("one",), "title", "Changed")
    qtbot.waitUntil(lambda: opened.saving.safety is Safety.SAVED and not opened.saving.is_modified)


def test_a_file_that_somebody_else_changed_is_not_overwritten(opened: Session, qtbot: Any) -> None:
    assert opened.path is not None
    fields.set_field(opened.document, ("one",), "title", "Mine")
    opened.path.write_bytes(b"theirs")
    with qtbot.waitSignal(opened.saving.refused) as told:
        opened.save()
    assert isinstance(told.args[0], Problem)
    assert opened.path.read_bytes() == b"theirs"
    qtbot.waitUntil(lambda: opened.saving.safety is Safety.FAILED)
    assert opened.saving.trouble is not None


def test_a_project_without_a_file_says_so(qapp: Any) -> None:
    copy = WorkingCopy.create(records())
    session = Session(copy.document, copy)
    assert session.saving.safety is Safety.SAFE
    with pytest.raises(Problem):
        session.save()
    session.close()
    copy.close(discard=True)


def test_saving_under_another_name_goes_on_there(opened: Session, tmp_path: Path) -> None:
    fields.set_field(opened.document, ("one",), "title", "Changed")
    first = tmp_path / "Clinic.journey"
    before = first.read_bytes()
    opened.save_as(tmp_path / "Other.journey")
    assert opened.path == (tmp_path / "Other.journey").resolve()
    assert first.read_bytes() == before
