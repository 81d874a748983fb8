"""A program that is stopped at any moment loses nothing that it called safe."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
KILLS = 45
SEED = 7


@pytest.mark.skipif(sys.platform == "win32", reason="forks")
def test_nothing_is_lost_when_the_program_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`python -m tests.storage.kills PROJECT KILLS SEED` repeats it, for as many kills as are wanted."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    (tmp_path / "projects").mkdir()
    command = [sys.executable, "-m", "tests.storage.kills", str(tmp_path / "projects" / "x.journey")]
    run = subprocess.run(
        [*command, str(KILLS), str(SEED)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert int(run.stdout.split()[0]) > KILLS
