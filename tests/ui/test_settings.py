"""What is remembered from one start to the next."""

import subprocess
import sys
from pathlib import Path

import pytest

from journeydesk.ui import settings
from journeydesk.ui.settings import RECENT_LIMIT, Recent, Settings

READ = "from journeydesk.ui import settings; s = settings.load(); print(repr(s))"


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))


def test_another_process_reads_the_same_values_of_the_same_types() -> None:
    kept = Settings(
        language="fr", maximised=True, left_shown=False, width=1111, place=(-5, 40), columns=(200, 600, 300)
    )
    kept.remember(Path("/tmp/Émilie & co.journey"), "Émilie", "/tmp/x.png")
    settings.store(kept)
    read = subprocess.run(
        [sys.executable, "-c", READ], capture_output=True, text=True, timeout=60, check=True
    )
    assert read.stdout.strip() == repr(kept)


def test_without_a_file_there_are_defaults() -> None:
    assert settings.load() == Settings()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '{"width": "wide", "recents": [1, {"path": 3}, {}], "columns": ["x", 4]}']
)
def test_a_file_that_says_nonsense_gives_what_can_be_used(text: str) -> None:
    folder = settings.config_folder()
    folder.mkdir(parents=True)
    (folder / "settings.json").write_text(text, encoding="utf-8")
    read = settings.load()
    assert (read.width, read.recents) == (Settings().width, ())


def test_a_project_is_listed_once_and_last_opened_first() -> None:
    kept = Settings()
    for number in range(RECENT_LIMIT + 3):
        kept.remember(Path(f"/p/{number}.journey"), f"P{number}")
    kept.remember(Path("/p/5.journey"), "Again")
    assert len(kept.recents) == RECENT_LIMIT
    assert kept.recents[0].title == "Again"
    assert len({recent.path for recent in kept.recents}) == RECENT_LIMIT


def test_a_new_title_keeps_the_known_thumbnail() -> None:
    kept = Settings(recents=(Recent("/p/x.journey", "Old", "", "/t.png"),))
    kept.remember(Path("/p/x.journey"), "New")
    assert (kept.recents[0].title, kept.recents[0].thumbnail) == ("New", "/t.png")


def test_a_folder_that_refuses_writing_disturbs_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "file"))
    settings.store(Settings())


def test_chosen_keys_are_kept_and_nonsense_is_passed_over() -> None:
    settings.store(Settings(keys={"save": ["F5"]}, used=("save",)))
    assert (settings.load().keys, settings.load().used) == ({"save": ["F5"]}, ("save",))
    read = settings.from_plain({"keys": {"save": ["F5"], "open": "F6", "new": [1]}, "used": [1]})
    assert (read.keys, read.used) == ({"save": ["F5"]}, ())
