"""What the program remembers about this person's window, in one JSON file of their own."""

import contextlib
import json
import os
import tempfile
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import platformdirs

RECENT_LIMIT = 12


def config_folder() -> Path:
    """Where settings are kept."""
    return Path(platformdirs.user_config_dir("journeydesk", appauthor=False))


def cache_folder() -> Path:
    """Where pictures are kept that can be made again."""
    return Path(platformdirs.user_cache_dir("journeydesk", appauthor=False))


@dataclass(frozen=True, slots=True)
class Recent:
    """A project that was open before. `opened` is an ISO time in UTC, `thumbnail` a picture's path or "".

    `map_id` is the map that was seen last.
    """

    path: str
    title: str = ""
    opened: str = ""
    thumbnail: str = ""
    map_id: str = ""


@dataclass(slots=True)
class Settings:
    """The values that are remembered. Sizes are logical pixels; "" as language means the system's."""

    language: str = ""
    appearance: str = "system"
    width: int = 1280
    height: int = 800
    place: tuple[int, ...] = ()  # of the window's upper left corner on the screens; empty where unknown
    maximised: bool = False
    left_shown: bool = True
    right_shown: bool = True
    history_shown: bool = False
    history_height: int = 0
    author: str = ""
    snaps: bool = True
    checks_spelling: bool = False
    overview_shown: bool = False
    reduces_motion: bool = False
    text_size: int = 100  # per cent of the usual one
    reveals_branches: bool = False  # before an audience, one after the other
    hides_names: bool = False  # of personas, from an audience
    projector: str = ""  # the name of the screen for presentations; "" for any other than the window's
    columns: tuple[int, ...] = ()
    folder: str = ""
    recents: tuple[Recent, ...] = field(default_factory=tuple)
    keys: dict[str, list[str]] = field(default_factory=dict)  # chosen for actions, by their ids
    presets: dict[str, dict[str, Any]] = field(default_factory=dict)  # what to export, by the names given
    used: tuple[str, ...] = ()  # ids of actions that were found by their name, the last one first

    def known(self, path: Path) -> Recent:
        """What is remembered of a project."""
        return next((recent for recent in self.recents if recent.path == str(path)), Recent(str(path)))

    def remember(self, path: Path, title: str, thumbnail: str = "", map_id: str = "") -> None:
        """Puts a project first among the recent ones; what is empty leaves what is known of it."""
        known = self.known(path)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        picture, seen = thumbnail or known.thumbnail, map_id or known.map_id
        first = replace(known, title=title, opened=now, thumbnail=picture, map_id=seen)
        others = tuple(recent for recent in self.recents if recent.path != str(path))
        self.recents = (first, *others)[:RECENT_LIMIT]

    def keep_thumbnail(self, path: Path, thumbnail: str) -> None:
        """Gives a recent project its picture, in the place that it has in the list."""
        self.recents = tuple(
            replace(recent, thumbnail=thumbnail) if recent.path == str(path) and thumbnail else recent
            for recent in self.recents
        )

    def forget(self, path: str) -> None:
        """Takes a project off the list of recent ones."""
        self.recents = tuple(recent for recent in self.recents if recent.path != path)


def _file() -> Path:
    return config_folder() / "settings.json"


def _as_recent(value: Any) -> Recent | None:
    if not isinstance(value, dict) or not isinstance(value.get("path"), str) or not value["path"]:
        return None
    known = {item.name: str(value.get(item.name) or "") for item in fields(Recent)}
    return Recent(**known)


def _texts(value: Any) -> list[str] | None:
    return value if isinstance(value, list) and all(isinstance(part, str) for part in value) else None


def from_plain(values: Any) -> Settings:
    """The settings that these values describe; what is missing or of the wrong type stays at its default."""
    settings = Settings()
    for name, value in (values if isinstance(values, dict) else {}).items():
        if name == "recents" and isinstance(value, list):
            found = (_as_recent(item) for item in value)
            settings.recents = tuple(recent for recent in found if recent is not None)
        elif name == "keys" and isinstance(value, dict):
            settings.keys = {
                key: texts for key, listed in value.items() if (texts := _texts(listed)) is not None
            }
        elif name == "presets" and isinstance(value, dict):
            settings.presets = {key: kept for key, kept in value.items() if isinstance(kept, dict)}
        elif name == "used":
            settings.used = tuple(_texts(value) or ())
        elif name in ("columns", "place") and isinstance(value, list):
            setattr(settings, name, tuple(part for part in value if type(part) is int))
        elif name in Settings.__slots__ and type(value) is type(getattr(settings, name)):
            setattr(settings, name, value)
    return settings


def load() -> Settings:
    """The settings of the last time; defaults where there is no file or it cannot be read."""
    try:
        return from_plain(json.loads(_file().read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return Settings()


def store(settings: Settings) -> None:
    """Writes the settings as a whole. A disk that refuses them is no reason to disturb anybody."""
    with contextlib.suppress(OSError):
        folder = config_folder()
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder, prefix=".settings-", suffix=".json")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(asdict(settings), file, ensure_ascii=False, indent=1)
        os.replace(name, _file())
