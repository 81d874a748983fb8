"""Project files: what is written is read, and whatever is in the way is told in a sentence."""

import errno
import os
import resource
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from journeydesk.language import Message, Problem, say
from journeydesk.storage import project_file
from journeydesk.storage.problems import Conflict, Newer, NotAProject
from journeydesk.storage.project_file import FileMark, read_project, write_project
from journeydesk.storage.schema import APPLICATION_ID, FORMAT
from tests.storage.samples import by_class, documents, one_of_everything

ROOT = Path(__file__).resolve().parents[2]
RECORDS = one_of_everything()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project file."""
    path = tmp_path / "Clinic.journey"
    write_project(path, RECORDS, document_uuid="d")
    return path


def told(error: pytest.ExceptionInfo[Problem]) -> str:
    """The sentence that people see."""
    assert isinstance(error.value.told, Message)
    return say(error.value.told)


def left_in(folder: Path) -> list[str]:
    return sorted(name.name for name in folder.iterdir())


# What is written is read


def test_what_is_written_is_read(path: Path) -> None:
    contents = read_project(path)
    assert by_class(contents.records) == by_class(RECORDS)
    assert (contents.document_uuid, contents.format, contents.notices) == ("d", FORMAT, ())
    assert left_in(path.parent) == [path.name]


@settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
@given(document=documents())
def test_every_document_is_read_as_it_was_written(tmp_path: Path, document) -> None:
    path = tmp_path / "x.journey"
    write_project(path, document, document_uuid="d")
    contents = read_project(path)
    assert by_class(contents.records) == by_class(document)
    assert contents.notices == ()


def test_the_file_is_a_plain_database_without_side_files(path: Path) -> None:
    data = path.read_bytes()
    assert data[18:20] == b"\x01\x01"
    assert data[68:72] == APPLICATION_ID.to_bytes(4, "big")
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("SELECT count(*) FROM node").fetchone()[0] > 5
    connection.close()


def test_a_file_that_another_tool_switched_to_a_log_is_read(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.close()
    assert path.read_bytes()[18:20] == b"\x02\x02"
    assert by_class(read_project(path).records) == by_class(RECORDS)
    assert left_in(path.parent) == [path.name]


@pytest.mark.parametrize(
    "name",
    [
        "a?b#c%20.journey",
        "é e\u0301 \U0001f600.journey",
        "'; --.journey",
        "new\nline",
        "n" * 247 + ".journey",
        "-x",
    ],
)
def test_odd_names_are_no_trouble(tmp_path: Path, name: str) -> None:
    write_project(tmp_path / name, RECORDS, document_uuid="d")
    assert read_project(tmp_path / name).document_uuid == "d"
    assert left_in(tmp_path) == [name]


def test_long_paths_are_no_trouble(tmp_path: Path) -> None:
    folder = tmp_path.joinpath(*["f" * 100] * 8)
    folder.mkdir(parents=True)
    write_project(folder / "x.journey", RECORDS, document_uuid="d")
    assert read_project(folder / "x.journey").document_uuid == "d"


def test_a_link_stays_a_link_and_the_mode_stays(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.journey"
    link.symlink_to(path)
    path.chmod(0o640)
    write_project(link, RECORDS[:3], document_uuid="e")
    assert link.is_symlink()
    assert read_project(path).document_uuid == "e"
    assert path.stat().st_mode & 0o777 == 0o640


# What cannot be read


def test_what_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(Problem) as error:
        read_project(tmp_path / "x.journey")
    assert told(error) == "x.journey does not exist. It may have been moved or renamed."
    with pytest.raises(Problem, match="does not exist"):
        read_project(tmp_path / "nowhere" / "x.journey")


def test_a_folder_and_what_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="is a folder"):
        read_project(tmp_path)
    os.mkfifo(tmp_path / "pipe.journey")
    with pytest.raises(NotAProject):
        read_project(tmp_path / "pipe.journey")


def test_a_file_that_may_not_be_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(Problem, match="not allowed to read"):
        read_project(path)


def test_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "x.journey").touch()
    with pytest.raises(Problem, match="is empty"):
        read_project(tmp_path / "x.journey")


@pytest.mark.parametrize("data", [b"x", b"Once upon a time" * 100, b"PK\x03\x04" + bytes(200), b"%PDF-1.7\n"])
def test_files_of_other_programs(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.journey").write_bytes(data)
    with pytest.raises(NotAProject):
        read_project(tmp_path / "x.journey")


def test_databases_of_other_programs(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "x.journey") as connection:
        connection.execute("CREATE TABLE node (id)")
    connection.close()
    with pytest.raises(NotAProject):
        read_project(tmp_path / "x.journey")


def test_a_file_of_a_newer_version(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version=99")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(Newer) as error:
        read_project(path)
    assert "newer version" in told(error)
    assert path.read_bytes() == before


# What cannot be written


def test_a_folder_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(Problem) as error:
        write_project(tmp_path / "gone" / "x.journey", RECORDS, document_uuid="d")
    assert "does not exist any more" in told(error)


def test_a_path_through_a_file_or_onto_a_folder(path: Path) -> None:
    with pytest.raises(Problem, match="does not exist any more"):
        write_project(path / "x.journey", RECORDS, document_uuid="d")
    with pytest.raises(Problem, match="is a folder"):
        write_project(path.parent, RECORDS, document_uuid="d")


def test_a_file_that_is_write_protected(path: Path) -> None:
    before = path.read_bytes()
    path.chmod(0o444)
    with pytest.raises(Problem, match="write-protected"):
        write_project(path, RECORDS[:3], document_uuid="d")
    assert path.read_bytes() == before
    assert left_in(path.parent) == [path.name]


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="too long"):
        write_project(tmp_path / ("n" * 300 + ".journey"), RECORDS, document_uuid="d")
    assert left_in(tmp_path) == []


@pytest.mark.parametrize("step", ["open", "write", "fsync", "chmod", "replace"])
@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "no room"),
        (errno.EFBIG, "no room"),
        (errno.EACCES, "not allowed to write"),
        (errno.EROFS, "not allowed to write"),
        (errno.EIO, "could not be saved"),
    ],
)
def test_whatever_fails_leaves_the_old_file(
    path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, sentence: str
) -> None:
    before = path.read_bytes()

    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        if step == "write":
            patch.setattr(project_file, "open", lambda *_: FullDisk(number), raising=False)
        else:
            patch.setattr(os, step, fail)
        with pytest.raises(Problem, match=sentence):
            write_project(path, RECORDS[:3], document_uuid="d")
    assert path.read_bytes() == before
    assert left_in(path.parent) == [path.name]


class FullDisk:
    """A file that takes nothing."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __enter__(self) -> "FullDisk":
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def write(self, data: bytes) -> int:
        raise OSError(self.number, os.strerror(self.number))


def test_a_disk_that_stores_something_else_is_found_out(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = path.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", lambda _: b"\x00")
        with pytest.raises(Problem, match="could not be saved"):
            write_project(path, RECORDS, document_uuid="d")
    assert path.read_bytes() == before


FULL = """
import resource, sys
from pathlib import Path
from journeydesk.language import Problem, say
from journeydesk.storage.project_file import write_project
from tests.storage.samples import one_of_everything
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
try:
    write_project(Path(sys.argv[1]), one_of_everything(), document_uuid="new")
except Problem as problem:
    print(say(problem.told))
"""


def test_a_full_disk(path: Path) -> None:
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY
    run = subprocess.run(
        [sys.executable, "-c", FULL, str(path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout.startswith("There is no room to save Clinic.journey.")
    assert read_project(path).document_uuid == "d"
    assert left_in(path.parent) == [path.name]


class InUseError(PermissionError):
    """As Windows tells it; elsewhere there is no such error."""

    errno = errno.EACCES
    winerror = 32


def test_a_file_that_a_scanner_holds_is_waited_for(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []
    replace = os.replace

    def held(source: Path, target: Path) -> None:
        if len(pauses) < 9:
            raise InUseError
        replace(source, target)

    monkeypatch.setattr(os, "replace", held)
    monkeypatch.setattr(project_file.time, "sleep", pauses.append)
    write_project(path, RECORDS[:3], document_uuid="new")
    assert read_project(path).document_uuid == "new"
    assert len(pauses) == 9


def test_a_file_that_stays_held_is_given_up(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []

    def held(source: Path, target: Path) -> None:
        raise InUseError

    monkeypatch.setattr(os, "replace", held)
    monkeypatch.setattr(project_file.time, "sleep", pauses.append)
    with pytest.raises(Problem, match="not allowed to write"):
        write_project(path, RECORDS[:3], document_uuid="new")
    assert 4 < sum(pauses) < 7
    assert left_in(path.parent) == [path.name]


# Somebody else


def test_a_file_that_somebody_else_wrote_is_not_overwritten(path: Path) -> None:
    mine = read_project(path).mark
    theirs = write_project(path, RECORDS[:4], document_uuid="theirs")
    with pytest.raises(Conflict) as error:
        write_project(path, RECORDS, document_uuid="d", expected=mine)
    assert "Nothing was overwritten" in told(error)
    assert read_project(path).document_uuid == "theirs"
    write_project(path, RECORDS, document_uuid="d", expected=theirs)
    assert read_project(path).document_uuid == "d"
    assert left_in(path.parent) == [path.name]


def test_a_file_that_was_only_touched_is_the_same(path: Path) -> None:
    mine = read_project(path).mark
    os.utime(path, (1, 1))
    write_project(path, RECORDS[:4], document_uuid="d", expected=mine)
    assert len(read_project(path).records) == 4


def test_a_file_that_was_removed_is_written_again(path: Path) -> None:
    mine = read_project(path).mark
    path.unlink()
    assert isinstance(write_project(path, RECORDS, document_uuid="d", expected=mine), FileMark)
    assert path.exists()
