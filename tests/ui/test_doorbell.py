"""A second start of the program with a file that is open lets that window come forward, and ends."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from journeydesk.ui import doorbell
from journeydesk.ui.doorbell import Doorbells, ring
from journeydesk.ui.program import Program
from journeydesk.ui.start import run

RING = """
import sys
from pathlib import Path
from journeydesk.ui.doorbell import ring

print(ring(Path(sys.argv[1])))
"""


def rung(path: Path, qtbot: Any) -> str:
    """What another process hears that rings for a project."""
    with subprocess.Popen(
        [sys.executable, "-c", RING, str(path)], stdout=subprocess.PIPE, text=True
    ) as other:
        qtbot.waitUntil(lambda: other.poll() is not None, timeout=30_000)
        assert other.stdout is not None
        return other.stdout.read().strip()


@pytest.fixture
def bells(qapp: Any) -> Any:
    made = Doorbells(qapp)
    yield made
    made.follow(())
    made.deleteLater()


def test_who_rings_is_heard_as_long_as_the_project_is_open(
    bells: Doorbells, project: Path, qtbot: Any
) -> None:
    heard: list[Path] = []
    bells.rung.connect(heard.append)
    bells.follow((project,))
    assert rung(project.parent / "." / project.name, qtbot) == "True"
    assert heard == [project]
    assert rung(project.with_name("Other.journey"), qtbot) == "False"
    bells.follow(())
    assert rung(project, qtbot) == "False"


def test_what_a_stopped_program_left_is_in_nobody_s_way(bells: Doorbells, project: Path, qtbot: Any) -> None:
    left = Path(doorbell._name(project))
    left.write_bytes(b"")
    assert not ring(project)
    bells.follow((project,))
    assert rung(project, qtbot) == "True"


def test_one_that_does_not_answer_is_not_waited_for_long(
    bells: Doorbells, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doorbell, "PATIENCE", 50)
    bells.follow((project,))
    assert not ring(project)  # this thread cannot answer while it asks


@pytest.mark.usefixtures("window")
def test_the_window_with_the_file_answers(
    program: Program, project: Path, monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> None:
    forward: list[bool] = []
    monkeypatch.setattr(program.seats[0], "come_forward", lambda: forward.append(True))
    assert rung(project, qtbot) == "True"
    assert forward == [True]
    program.close()
    assert rung(project, qtbot) == "False"


def test_a_start_for_files_that_are_open_elsewhere_ends_at_once(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], qapp: Any
) -> None:
    monkeypatch.setattr("journeydesk.ui.start.ring", lambda _: True)
    assert run(project) == 0
    assert capsys.readouterr().out == "Clinic.journey is open already; its window has come to the front.\n"
