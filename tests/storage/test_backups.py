"""Earlier versions are kept, and thinned out."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from journeydesk.language import message
from journeydesk.model.records import Asset
from journeydesk.storage.backups import Backup, backups, backups_of, keep, superfluous
from journeydesk.storage.project_file import read_project, write_project
from journeydesk.storage.working_copy import WorkingCopy
from tests.storage.samples import beginning

NOW = datetime(2026, 11, 22, 12, 0, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def made(*ages: timedelta, size: int = 1) -> tuple[Backup, ...]:
    """Backups of these ages, newest first."""
    return tuple(Backup(Path(str(number)), NOW - age, size) for number, age in enumerate(sorted(ages)))


def left(found: tuple[Backup, ...]) -> list[Backup]:
    gone = superfluous(found)
    return [backup for backup in found if backup not in gone]


def test_a_session_keeps_the_file_as_it_found_it(tmp_path: Path) -> None:
    path = tmp_path / "Clinic.journey"
    uuid = "0" * 32
    write_project(path, beginning(), document_uuid=uuid)
    before = path.read_bytes()
    copy = WorkingCopy.open(path)
    assert backups(uuid) == ()
    for key in ("a", "b"):
        with copy.document.edit(message("Add")) as edit:
            edit.put(Asset(id=key))
        copy.publish()
    copy.close()
    (backup,) = backups(uuid)
    assert backup.path.read_bytes() == before
    assert backup.size == len(before)
    assert read_project(backup.path).document_uuid == uuid
    assert backups_of(path) == (backup,)
    assert backups_of(tmp_path / "Other.journey") == ()


def test_the_newest_stay() -> None:
    found = made(*(timedelta(minutes=number) for number in range(10)))
    assert left(found) == list(found)


def test_older_ones_thin_out_by_day_and_week() -> None:
    found = made(*(timedelta(hours=6 * number) for number in range(400)))
    kept = left(found)
    assert kept[:10] == list(found[:10])
    assert len(kept) == 10 + 7 + 4
    days = {backup.kept.date() for backup in kept[10:17]}
    assert len(days) == 7
    assert len({backup.kept.isocalendar()[:2] for backup in kept[17:]}) == 4


def test_thinning_again_changes_nothing() -> None:
    kept = left(made(*(timedelta(hours=5 * number) for number in range(300))))
    assert left(tuple(kept)) == kept


def test_large_files_keep_fewer_but_always_one() -> None:
    assert len(left(made(*(timedelta(hours=number) for number in range(5)), size=200_000_000))) == 2
    assert len(left(made(timedelta(0), timedelta(1), size=900_000_000))) == 1


def test_keeping_thins_out(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 245 + ".journey")
    path.write_bytes(b"x")
    for number in range(14):
        assert keep(path, "d", NOW + timedelta(minutes=number)) is not None
    assert len(backups("d")) == 11
    assert len(backups_of(path)) == 11


def test_a_backup_that_fails_does_not_keep_from_saving(tmp_path: Path) -> None:
    assert keep(tmp_path / "gone.journey", "d") is None
    assert backups("d") == ()
    assert backups("../d") == ()
