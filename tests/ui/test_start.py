"""The program starts and ends by itself in a process of its own, without a word of complaint."""

import subprocess
import sys
from pathlib import Path

import pytest

from journeydesk.storage.working_copy import WorkingCopy
from journeydesk.ui import start
from journeydesk.ui.start import Faults
from tests.ui.ground import FakeDialogs, records

RUN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

application = QApplication([])
QTimer.singleShot(1500, application.quit)
from journeydesk.ui.start import run

sys.exit(run(*(Path(name) for name in sys.argv[1:])))
"""


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", RUN, *arguments], capture_output=True, text=True, timeout=60, check=False
    )


def quiet(text: str) -> list[str]:
    """What was complained about, without what the platform of tests always says."""
    return [line for line in text.splitlines() if "propagateSizeHints" not in line]


def test_it_opens_the_welcome_page_and_ends() -> None:
    ended = run()
    assert (ended.returncode, quiet(ended.stderr)) == (0, [])


def test_it_opens_a_file_and_ends(tmp_path: Path) -> None:
    path = tmp_path / "Clinic.journey"
    WorkingCopy.create(records(), path).close()
    before = path.read_bytes()
    ended = run(str(path))
    assert (ended.returncode, quiet(ended.stderr)) == (0, [])
    assert path.read_bytes() == before


@pytest.mark.parametrize("times", [1, 5])
def test_a_fault_is_told_once_and_not_again_and_again(times: int, qapp: object) -> None:
    dialogs = FakeDialogs()
    assert isinstance(qapp, start.QApplication)
    faults = Faults(dialogs, qapp)
    for _ in range(times):
        faults.report(ValueError, ValueError("x"), None)
    assert len(dialogs.told) == 1
