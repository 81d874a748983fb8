"""Takes pictures of the window and of posters, to be looked at.

./dev shots                all of them, into ./shots
./dev shots lucy-light     those whose name begins like this
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable

from PySide6.QtWidgets import QApplication

from journeydesk.ui import background, style
from tests.shots import arranging, arrows, clipboard, commands, maps, order, outline, texts, tidy, views, work
from tests.shots.posters import take_posters
from tests.shots.studio import (
    FOLDER,
    LARGE_TYPE,
    Scene,
    Studio,
    take_scenes,
)
from tests.shots.windows import take_inspectors, take_windows

# A new scene is a row of SCENES in the module of its subject.
SCENES: tuple[Scene, ...] = (
    *work.SCENES,
    *arranging.SCENES,
    *arrows.SCENES,
    *clipboard.SCENES,
    *commands.SCENES,
    *maps.SCENES,
    *order.SCENES,
    *outline.SCENES,
    *texts.SCENES,
    *tidy.SCENES,
    *views.SCENES,
)


def take_large(asked: Iterable[str]) -> int:
    """The same windows on a screen of finer grain, in a process of their own."""
    wanted = tuple(asked) or ("welcome-light-en-1280", "services-dark-fr-1024", "export-light", "keys-dark")
    environment = {**os.environ, "QT_SCALE_FACTOR": LARGE_TYPE}
    return subprocess.run(
        [sys.executable, "-m", "tests.shots", "--large", *wanted], env=environment, check=False
    ).returncode


def main(arguments: list[str]) -> int:
    large, asked = "--large" in arguments, tuple(name for name in arguments if not name.startswith("--"))
    with tempfile.TemporaryDirectory() as home:
        for place in ("CONFIG", "STATE", "CACHE", "DATA"):
            os.environ[f"XDG_{place}_HOME"] = home
        application = QApplication(sys.argv[:1])
        style.load_fonts(application)
        FOLDER.mkdir(exist_ok=True)
        studio = Studio(application, asked, "-large" if large else "")
        take_windows(studio)
        take_scenes(studio, SCENES)
        if not large:
            take_inspectors(studio)
            take_posters(studio)
        background.finish()
        application.clipboard().clear()
    return 0 if large or asked else take_large(())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
