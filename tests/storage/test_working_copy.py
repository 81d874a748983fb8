"""Working copies: nothing that was done is lost, and nothing of others is overwritten."""

import hashlib
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from journeydesk.language import Problem, message, say
from journeydesk.model.document import Document
from journeydesk.model.records import Asset, Project, Term
from journeydesk.storage import leftovers
from journeydesk.storage.connection import open_working
from journeydesk.storage.folders import state_folder
from journeydesk.storage.leftovers import pending_recoveries
from journeydesk.storage.problems import AlreadyOpen, Conflict, Damaged
from journeydesk.storage.project_file import read_project, write_project
from journeydesk.storage.schema import FORMAT
from journeydesk.storage.work_database import NAME, WorkDatabase
from journeydesk.storage.working_copy import State, WorkingCopy
from tests.storage.samples import beginning, by_class, one_of_everything, take_step

ROOT = Path(__file__).resolve().parents[2]
PROJECTS = ROOT / "tests/projects"
WAIT = 20.0


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every test has a state folder of its own, and leaves no thread behind."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    yield
    assert [thread.name for thread in threading.enumerate() if thread.name == "working copy"] == []


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a project file may be."""
    return tmp_path / "Clinic.journey"


@pytest.fixture
def copy(path: Path) -> Iterator[WorkingCopy]:
    """A published project that is open."""
    copy = WorkingCopy.create(one_of_everything(), path)
    yield copy
    if (copy.directory / leftovers.LOCK).exists():
        copy.close(discard=True)


def rename(copy: WorkingCopy, title: str) -> None:
    with copy.document.edit(message("Rename")) as edit:
        edit.put(replace(copy.document.project, title=title))


def stop(copy: WorkingCopy) -> Path:
    """Ends a copy as a power cut would: what was stored is there, nothing else is done."""
    assert copy.flush(WAIT)
    copy._publisher.close()
    copy.document.unwatch(copy._store)
    copy._writer.close()
    copy._database.close()
    copy._held.lock.release()
    if copy._lock is not None:
        copy._lock.release()
    return copy.directory


def title_in(path: Path) -> str:
    return next(record for record in read_project(path).records if isinstance(record, Project)).title


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


# Publishing


def test_states_follow_the_work(path: Path) -> None:
    copy = WorkingCopy.create(beginning())
    assert (copy.state, copy.is_modified, copy.path) == (State.UNPUBLISHED, False, None)
    seen: list[State] = []
    copy.watch(seen.append)
    rename(copy, "A")
    assert copy.is_modified
    assert copy.flush(WAIT)
    assert copy.state is State.UNPUBLISHED
    copy.publish_as(path)
    assert (copy.state, copy.is_modified, copy.path) == (State.SAVED, False, path)
    assert seen[0] is State.WRITING
    assert seen[-1] is State.SAVED
    assert State.FAILED not in seen
    copy.close()


def test_a_new_project_that_was_not_touched_leaves_nothing() -> None:
    copy = WorkingCopy.create(beginning())
    copy.close()
    assert list(state_folder("work").iterdir()) == []


def test_what_was_imported_counts_as_unsaved() -> None:
    copy = WorkingCopy.create(beginning(), unsaved=True)
    assert copy.is_modified
    copy.close()
    (recovery,) = pending_recoveries()
    assert (recovery.title, recovery.path, recovery.changes) == ("Work", None, 1)


def test_publishing_writes_what_is_there(copy: WorkingCopy, path: Path) -> None:
    rename(copy, "A")
    copy.publish()
    assert by_class(read_project(path).records) == by_class(copy.document)
    rename(copy, "B")
    later = copy.publish_later()
    assert later is not None
    rename(copy, "C")
    later.result(WAIT)
    assert title_in(path) == "B"
    assert copy.is_modified


def test_publishing_without_changes_leaves_the_file(copy: WorkingCopy, path: Path) -> None:
    before = path.stat()
    copy.publish()
    assert path.stat() == before
    path.unlink()
    copy.publish()
    assert path.exists()


def test_a_gesture_under_way_is_not_published(copy: WorkingCopy, path: Path) -> None:
    rename(copy, "A")
    edit = copy.document.begin(message("Drag"))
    edit.put(replace(copy.document.project, title="half"), Asset(id="new"))
    copy.publish()
    assert title_in(path) == "A"
    assert "new" not in {record.id for record in read_project(path).records}
    edit.commit()
    copy.publish()
    assert title_in(path) == "half"


def test_a_project_without_a_file_cannot_be_published() -> None:
    copy = WorkingCopy.create(beginning())
    with pytest.raises(Problem, match="no file yet"):
        copy.publish()
    copy.close()


def test_save_as_leaves_the_original(copy: WorkingCopy, path: Path, tmp_path: Path) -> None:
    original, before = read_project(path), digest(path)
    rename(copy, "Variant")
    other = tmp_path / "Variant.journey"
    copy.publish_as(other)
    assert digest(path) == before
    assert read_project(other).document_uuid != original.document_uuid
    assert (copy.path, copy.is_modified) == (other, False)
    rename(copy, "More")
    copy.close()
    assert digest(path) == before
    assert title_in(other) == "More"
    first, second = WorkingCopy.open(path), WorkingCopy.open(other)
    assert len(first.document.history[0]) == 0
    assert len(second.document.history[0]) == 2
    first.close()
    second.close()


def test_save_as_that_fails_changes_nothing(copy: WorkingCopy, path: Path, tmp_path: Path) -> None:
    rename(copy, "A")
    with pytest.raises(Problem, match="does not exist any more"):
        copy.publish_as(tmp_path / "gone" / "x.journey")
    assert (copy.path, copy.is_modified, copy.state) == (path, True, State.FAILED)
    copy.publish()
    assert copy.state is State.SAVED
    assert title_in(path) == "A"


def test_a_folder_that_vanished_keeps_the_project_open(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    copy = WorkingCopy.create(beginning(), folder / "x.journey")
    rename(copy, "A")
    (folder / "x.journey").unlink()
    folder.rmdir()
    with pytest.raises(Problem, match="does not exist any more"):
        copy.close()
    assert copy.state is State.FAILED
    copy.publish_as(tmp_path / "y.journey")
    copy.close()
    assert title_in(tmp_path / "y.journey") == "A"


# Coming back


def test_undo_outlives_a_restart(path: Path) -> None:
    copy = WorkingCopy.create(beginning(), path)
    for number in range(30):
        take_step(copy.document, number)
    entries, position = copy.document.history
    copy.close()
    again = WorkingCopy.open(path)
    assert again.document.history == (entries, position)
    assert (again.is_modified, again.state) == (False, State.SAVED)
    while again.document.undo():
        continue
    assert by_class(again.document) == by_class(Document(beginning()))
    again.close()
    assert by_class(read_project(path).records) == by_class(Document(beginning()))


def test_changes_that_were_not_published_are_there_again(copy: WorkingCopy, path: Path) -> None:
    rename(copy, "A")
    rename(copy, "B")
    stop(copy)
    assert title_in(path) == "Clinic"
    (recovery,) = pending_recoveries()
    assert (recovery.title, recovery.path, recovery.changes) == ("B", path, 2)
    again = WorkingCopy.open(path)
    assert again.document.project.title == "B"
    assert again.is_modified
    assert [say(notice) for notice in again.notices] == ["2 changes that were not in the file are back."]
    assert pending_recoveries() == ()
    again.document.undo()
    again.close()
    assert title_in(path) == "A"
    assert pending_recoveries() == ()


def test_a_project_that_never_had_a_file_is_recovered(tmp_path: Path) -> None:
    copy = WorkingCopy.create(beginning())
    rename(copy, "A")
    directory = stop(copy)
    (recovery,) = pending_recoveries()
    assert (recovery.directory, recovery.path, recovery.changes) == (directory, None, 1)
    again = WorkingCopy.recover(directory)
    assert again.document.project.title == "A"
    again.publish_as(tmp_path / "x.journey")
    again.close()
    assert pending_recoveries() == ()


def test_recovered_work_can_be_discarded() -> None:
    copy = WorkingCopy.create(beginning(), unsaved=True)
    WorkingCopy.recover(stop(copy)).close(discard=True)
    assert pending_recoveries() == ()
    with pytest.raises(Problem, match="removed"):
        WorkingCopy.recover(copy.directory)


def test_a_stop_just_after_replacing_the_file_is_no_conflict(
    copy: WorkingCopy, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename(copy, "A")
    with monkeypatch.context() as patch:
        patch.setattr("journeydesk.storage.publisher.published", lambda *_: lambda _, facts: facts)
        copy.publish()
    stop(copy)
    again = WorkingCopy.open(path)
    assert (again.is_modified, again.notices, len(again.document.history[0])) == (False, (), 1)
    rename(again, "B")
    again.publish()
    assert title_in(path) == "B"
    again.close()


def test_a_copy_whose_file_was_replaced_gives_way(path: Path) -> None:
    copy = WorkingCopy.create(one_of_everything(), path)
    rename(copy, "A")
    copy.close()
    write_project(path, beginning(), document_uuid="theirs")
    again = WorkingCopy.open(path)
    assert again.document.project.title == "Work"
    assert (again.notices, again.document.history) == ((), ((), 0))
    again.close()
    assert len(list(state_folder("work").iterdir())) == 1


def test_both_versions_are_kept_when_the_file_was_replaced(
    copy: WorkingCopy, path: Path, tmp_path: Path
) -> None:
    rename(copy, "Mine")
    directory = stop(copy)
    write_project(path, beginning(), document_uuid="theirs")
    theirs = WorkingCopy.open(path)
    assert theirs.document.project.title == "Work"
    assert len(theirs.notices) == 1
    (recovery,) = pending_recoveries()
    assert recovery.directory == directory
    mine = WorkingCopy.recover(directory)
    assert (mine.document.project.title, mine.path, len(mine.notices)) == ("Mine", None, 1)
    mine.publish_as(tmp_path / "Mine.journey")
    mine.close()
    theirs.close()
    assert (title_in(path), title_in(tmp_path / "Mine.journey")) == ("Work", "Mine")


def test_a_damaged_file_is_stood_in_for_by_the_copy(copy: WorkingCopy, path: Path) -> None:
    rename(copy, "A")
    copy.close()
    path.write_bytes(path.read_bytes()[:-1000])
    with pytest.raises(Damaged):
        read_project(path)
    again = WorkingCopy.open(path)
    assert again.document.project.title == "A"
    assert (len(again.notices), again.is_modified) == (1, True)
    again.publish()
    again.close()
    assert title_in(path) == "A"


def test_a_damaged_file_without_a_copy_is_refused(path: Path) -> None:
    write_project(path, beginning(), document_uuid="d")
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(Damaged):
        WorkingCopy.open(path)
    write_project(path, beginning(), document_uuid="d")
    WorkingCopy.open(path).close()


def test_a_damaged_working_copy_gives_way_to_the_file(copy: WorkingCopy, path: Path) -> None:
    copy.close()
    (copy.directory / "work.db").write_bytes(b"x" * 5000)
    again = WorkingCopy.open(path)
    assert by_class(again.document) == by_class(one_of_everything())
    again.close()
    assert pending_recoveries() == ()


def test_the_newest_copies_of_published_projects_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leftovers, "KEPT", 3)
    unsaved = stop(WorkingCopy.create(beginning(), unsaved=True))
    for number in range(6):
        WorkingCopy.create(beginning(), tmp_path / f"{number}.journey").close()
    left = list(state_folder("work").iterdir())
    assert unsaved in left
    assert len(left) == 4


def test_a_long_history_is_cut_when_a_project_is_closed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journeydesk.storage.working_copy.ENTRIES_KEPT", 5)
    copy = WorkingCopy.create(beginning(), path)
    for number in range(9):
        rename(copy, str(number))
    copy.document.undo()
    copy.close()
    again = WorkingCopy.open(path)
    entries, position = again.document.history
    assert (len(entries), position) == (6, 5)
    again.document.redo()
    assert again.document.project.title == "8"
    while again.document.undo():
        continue
    assert again.document.project.title == "2"
    rename(again, "new")
    again.close()
    once_more = WorkingCopy.open(path)
    assert (once_more.document.project.title, once_more.document.history[1]) == ("new", 1)
    once_more.close()


# Of an older format


def made_older(directory: Path) -> None:
    """Turns a working copy into one that the version before this one left."""
    engine = open_working(directory / NAME)
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE term")
        connection.exec_driver_sql("PRAGMA user_version=1")
    engine.dispose()


def test_what_an_older_version_had_not_published_is_back_with_its_history(path: Path) -> None:
    shutil.copy(PROJECTS / "format_1.journey", path)
    copy = WorkingCopy.open(path)
    rename(copy, "A")
    rename(copy, "B")
    copy.document.undo()
    directory, before = stop(copy), digest(path)
    made_older(directory)
    (recovery,) = pending_recoveries()
    assert (recovery.path, recovery.title) == (path, "A")
    again = WorkingCopy.open(path)
    assert digest(path) == before
    assert again.document.project.title == "A"
    assert [say(notice) for notice in again.notices] == ["3 changes that were not in the file are back."]
    with again.document.edit(message("Add")) as edit:
        edit.put(Term(id="channel own", vocabulary="channel", key="own", title="Counter"))
    again.document.undo()
    again.document.undo()
    assert again.document.project.title == "Clinic"
    again.document.travel(2)
    again.close()
    contents = read_project(path)
    assert contents.format == FORMAT
    assert "Counter" in {record.title for record in contents.records if isinstance(record, Term)}


def test_a_copy_that_the_first_version_left_is_recovered(tmp_path: Path) -> None:
    directory = state_folder("work", "left")
    shutil.copy(PROJECTS / "format_1.db", directory / NAME)
    (recovery,) = pending_recoveries()
    assert (recovery.directory, recovery.title, recovery.path) == (directory, "Clinic, rewritten", None)
    again = WorkingCopy.recover(directory)
    assert again.document.history[1] == 1
    again.document.redo()
    assert getattr(again.document.get("n1"), "channel", "") == "phone"
    again.publish_as(tmp_path / "x.journey")
    again.close()
    assert title_in(tmp_path / "x.journey") == "Clinic, rewritten"


def test_a_copy_that_a_newer_version_left_stays_as_it_is(copy: WorkingCopy) -> None:
    rename(copy, "A")
    directory = stop(copy)
    engine = open_working(directory / NAME)
    with engine.begin() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version={FORMAT + 1}")
    engine.dispose()
    before = digest(directory / NAME)
    assert pending_recoveries() == ()
    leftovers.prune()
    assert digest(directory / NAME) == before


# Others


def test_a_file_is_open_once_in_a_process(copy: WorkingCopy, path: Path, tmp_path: Path) -> None:
    with pytest.raises(AlreadyOpen):
        WorkingCopy.open(path)
    link = tmp_path / "link.journey"
    link.symlink_to(path)
    with pytest.raises(AlreadyOpen):
        WorkingCopy.open(link)
    other = WorkingCopy.create(beginning())
    with pytest.raises(AlreadyOpen):
        other.publish_as(path)
    with pytest.raises(Problem, match="open in another window"):
        WorkingCopy.recover(copy.directory)
    other.close()
    copy.close()
    WorkingCopy.open(path).close()


HOLD = """
import sys
from pathlib import Path
from journeydesk.storage.working_copy import WorkingCopy
copy = WorkingCopy.open(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
"""


def test_a_file_is_open_once_on_a_computer(copy: WorkingCopy, path: Path) -> None:
    copy.close()
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"open\n"
        with pytest.raises(AlreadyOpen):
            WorkingCopy.open(path)
        other.kill()
    WorkingCopy.open(path).close()


def test_a_version_of_somebody_else_is_not_overwritten(copy: WorkingCopy, path: Path, tmp_path: Path) -> None:
    rename(copy, "Mine")
    write_project(path, beginning(), document_uuid="theirs")
    with pytest.raises(Conflict):
        copy.publish()
    assert copy.state is State.FAILED
    with pytest.raises(Conflict):
        copy.close()
    assert title_in(path) == "Work"
    copy.publish_as(tmp_path / "Mine.journey")
    assert copy.state is State.SAVED
    copy.close()
    assert (title_in(path), title_in(tmp_path / "Mine.journey")) == ("Work", "Mine")


def test_a_version_of_somebody_else_is_replaced_when_that_is_wanted(copy: WorkingCopy, path: Path) -> None:
    uuid = read_project(path).document_uuid
    rename(copy, "Mine")
    write_project(path, beginning(), document_uuid="theirs")
    copy.publish_as(path)
    assert (title_in(path), read_project(path).document_uuid) == ("Mine", uuid)


# Disks


class FailingDisk:
    """Takes the place of the database's own `perform`, and fails as often as it is told."""

    def __init__(self, perform: Callable[..., None]) -> None:
        self.perform = perform
        self.failures = 0
        self.attempts = 0

    def __call__(self, database: WorkDatabase, jobs: object) -> None:
        self.attempts += 1
        if self.failures:
            self.failures -= 1
            raise OSError("database or disk is full")
        self.perform(database, jobs)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> FailingDisk:
    """The disk of the working copies."""
    disk = FailingDisk(WorkDatabase.perform)
    monkeypatch.setattr(WorkDatabase, "perform", lambda database, jobs: disk(database, jobs))
    return disk


def test_a_full_disk_is_told_and_nothing_is_forgotten(disk: FailingDisk, path: Path) -> None:
    copy = WorkingCopy.create(beginning(), path)
    disk.failures = 1_000
    rename(copy, "A")
    assert not copy.flush(WAIT)
    rename(copy, "B")
    assert not copy.flush(WAIT)
    assert copy.state is State.FAILED
    assert copy.trouble is not None
    assert ("reason", "database or disk is full") in copy.trouble.values
    disk.failures = 0
    assert copy.flush(WAIT)
    assert copy.state is State.UNPUBLISHED
    stop(copy)
    again = WorkingCopy.open(path)
    assert (again.document.project.title, len(again.document.history[0])) == ("B", 2)
    again.close()


def test_a_full_disk_does_not_keep_from_publishing(disk: FailingDisk, path: Path) -> None:
    copy = WorkingCopy.create(beginning(), path)
    disk.failures = 1_000
    rename(copy, "A")
    copy.publish()
    assert title_in(path) == "A"
    assert copy.state is State.FAILED
    disk.failures = 0
    assert copy.flush(WAIT)
    assert copy.state is State.SAVED
    copy.close()


def test_a_full_disk_keeps_a_project_without_a_file_open(disk: FailingDisk) -> None:
    copy = WorkingCopy.create(beginning())
    disk.failures = 1_000
    rename(copy, "A")
    with pytest.raises(Problem, match="could not be kept"):
        copy.close()
    disk.failures = 0
    copy.close()
    (recovery,) = pending_recoveries()
    assert recovery.title == "A"


def test_a_copy_that_fell_behind_its_file_is_not_kept(disk: FailingDisk, path: Path) -> None:
    copy = WorkingCopy.create(beginning(), path)
    disk.failures = 1_000
    rename(copy, "A")
    copy.close()
    assert title_in(path) == "A"
    assert list(state_folder("work").iterdir()) == []


def test_no_room_for_a_working_copy_is_a_problem(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_project(path, beginning(), document_uuid="d")

    def fail(*_: object) -> None:
        raise OSError("database or disk is full")

    with monkeypatch.context() as patch:
        patch.setattr("journeydesk.storage.work_database.make_tables", fail)
        with pytest.raises(Problem, match="could not be kept"):
            WorkingCopy.open(path)
    assert list(state_folder("work").iterdir()) == []
    WorkingCopy.open(path).close()


def test_a_state_folder_that_cannot_be_is_a_problem(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_project(path, beginning(), document_uuid="d")
    monkeypatch.setenv("XDG_STATE_HOME", str(path))
    with pytest.raises(Problem, match="cannot keep its working copies"):
        WorkingCopy.open(path)
    with pytest.raises(Problem, match="cannot keep its working copies"):
        WorkingCopy.create(beginning())


FULL = """
import resource, sys
from pathlib import Path
from journeydesk.storage.working_copy import State, WorkingCopy
from tests.storage.test_working_copy import rename
copy = WorkingCopy.open(Path(sys.argv[1]))
rename(copy, "kept")
assert copy.flush()
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))
rename(copy, "x" * 400)
assert not copy.flush()
assert copy.state is State.FAILED
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
assert copy.flush()
assert copy.state is State.UNPUBLISHED
rename(copy, "after")
assert copy.flush()
print("stored", flush=True)
import os, signal
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_disk_that_was_full_goes_on_when_there_is_room(copy: WorkingCopy, path: Path) -> None:
    copy.close()
    run = subprocess.run(
        [sys.executable, "-c", FULL, str(path)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.stdout == "stored\n", run.stderr
    again = WorkingCopy.open(path)
    assert again.document.project.title == "after"
    assert len(again.document.history[0]) == 3
    again.close()
