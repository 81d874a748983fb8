"""Takes pictures of the window and of posters, to be looked at.

./dev shots                all of them, into ./shots
./dev shots lucy-light     those whose name begins like this
./dev shots --at=1.25 NAME on a screen of finer grain
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable

from PySide6.QtWidgets import QApplication

from journeydesk.ui import background, style
from tests.shots import (
    arranging,
    arrows,
    clipboard,
    commands,
    evidence,
    hands,
    maps,
    order,
    outline,
    paths,
    people,
    presenting,
    review,
    terms,
    texts,
    tidy,
    views,
    windows,
    work,
)
from tests.shots import (
    help as helping,
)
from tests.shots.posters import take_posters
from tests.shots.studio import (
    FOLDER,
    SCALES,
    Scene,
    Studio,
    take_scenes,
)
from tests.shots.windows import take_inspectors, take_windows

# A new scene is a row of SCENES in the module of its subject.
SCENES: tuple[Scene, ...] = (
    *windows.SCENES,
    *work.SCENES,
    *arranging.SCENES,
    *arrows.SCENES,
    *clipboard.SCENES,
    *commands.SCENES,
    *evidence.SCENES,
    *hands.SCENES,
    *helping.SCENES,
    *maps.SCENES,
    *order.SCENES,
    *outline.SCENES,
    *people.SCENES,
    *presenting.SCENES,
    *paths.SCENES,
    *review.SCENES,
    *terms.SCENES,
    *texts.SCENES,
    *tidy.SCENES,
    *views.SCENES,
)


FINE = (
    "welcome-light-en-1280",
    "recents",
    "services-dark-fr-1024",
    "services-light-en-1280",
    "finder-places",
    "finding",
    "filtering",
    "tidy",
    "menu",
    "export",
    "keys",
    "shortcuts-conflict",
)


def take_fine(scale: str, asked: Iterable[str]) -> int:
    """The same windows on a screen of finer grain, in a process of their own."""
    environment = {**os.environ, "QT_SCALE_FACTOR": scale}
    return subprocess.run(
        [sys.executable, "-m", "tests.shots", f"--at={scale}", *asked], env=environment, check=False
    ).returncode


def main(arguments: list[str]) -> int:
    asked = tuple(name for name in arguments if not name.startswith("--"))
    scale = next((name.removeprefix("--at=") for name in arguments if name.startswith("--at=")), "")
    if scale and os.environ.get("QT_SCALE_FACTOR") != scale:
        return take_fine(scale, asked)
    with tempfile.TemporaryDirectory() as home:
        for place in ("CONFIG", "STATE", "CACHE", "DATA"):
            os.environ[f"XDG_{place}_HOME"] = home
        application = QApplication(sys.argv[:1])
        style.load_fonts(application)
        FOLDER.mkdir(exist_ok=True)
        studio = Studio(application, asked, f"-at-{scale}" if scale else "")
        take_windows(studio)
        take_scenes(studio, SCENES)
        if not scale:
            take_inspectors(studio)
            take_posters(studio)
        background.finish()
        application.clipboard().clear()
    if not (scale or asked):
        return max(take_fine(finer, FINE) for finer in SCALES)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
