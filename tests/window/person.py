"""A person at the screen: starts the real program in a real X window and works with keys and mouse alone."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from PIL import Image, ImageGrab

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0
BEAT = 0.02
GLANCES = 4  # so often in a row the program must be seen idle


def wait_for(what: Callable[[], object], told: str, *, every: float = BEAT) -> None:
    """Returns once `what` holds, asked again and again after so many seconds; fails after a while."""
    deadline = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < deadline, f"waited in vain for {told}"
        time.sleep(every)


def xdotool(*arguments: object) -> str:
    done = subprocess.run(
        ["xdotool", *(str(argument) for argument in arguments)],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    return done.stdout.strip()


class Person:
    """The program with a file open, its window at the top left of the screen.

    After every key and every move of the mouse it waits until the program has nothing left to do, however
    fast the machine is; `rest` is how long a person pauses besides.
    """

    place, size = (40, 40), (1400, 860)
    rest = 0.05  # seconds after a key or after the pointer has moved; twice that after a button

    def __init__(self, file: Path, home: Path) -> None:
        places = {
            f"XDG_{name}_HOME": str(home / name.lower()) for name in ("STATE", "CONFIG", "CACHE", "DATA")
        }
        self._environment = {
            **os.environ,
            **places,
            "HOME": str(home),
            "QT_QPA_PLATFORM": "xcb",
            "JOURNEYDESK_LANGUAGE": "en",
        }
        self._file = file
        self._process: subprocess.Popen[bytes] | None = None
        self._wanted = self._window = ""

    def __enter__(self) -> "Person":
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()

    def start(self, *, with_file: bool = True) -> None:
        """Starts the program and waits for the window of the file."""
        self._process = subprocess.Popen(
            [sys.executable, str(ROOT / "main.py"), *([str(self._file)] if with_file else [])],
            env=self._environment,
            stderr=subprocess.PIPE,
        )
        self.turn_to(self._file.stem)

    def start_again(self, file: Path) -> str:
        """Starts the program a second time beside the first, with a file; gives what it says when it ends."""
        done = subprocess.run(
            [sys.executable, str(ROOT / "main.py"), str(file)],
            env=self._environment, capture_output=True, text=True, timeout=PATIENCE, check=True,
        )  # fmt: skip
        return done.stdout

    def turn_to(self, project: str) -> None:
        """Waits for the window of a project, and goes on there."""
        self._wanted = project
        wait_for(self._find_window, f"the window of {project}")
        xdotool("windowsize", "--sync", self._window, *self.size)
        xdotool("windowmove", self._window, *self.place)
        xdotool("windowactivate", "--sync", self._window)
        wait_for(self._is_active, "the window to be active")
        self.settle(0.3)

    def _find_window(self) -> bool:
        assert self._process is not None and self._process.poll() is None, "the program has ended"
        # The title names the project once it is open.
        found = xdotool(
            "search", "--all", "--onlyvisible", "--pid", self._process.pid, "--name", f"^{self._wanted} – "
        ).split()
        self._window = found[-1] if found else ""
        return bool(found)

    def _is_active(self) -> bool:
        return xdotool("getactivewindow") == self._window

    def settle(self, pause: float | None = None) -> None:
        """Pauses, and waits until the program has done and painted what it was told."""
        time.sleep(self.rest if pause is None else pause)
        wait_for(self._is_idle, "the program to have nothing left to do")

    def _is_idle(self) -> bool:
        """Whether no thread of the program works or waits for a processor, seen several times."""
        for glance in range(GLANCES):
            time.sleep(BEAT / 2 if glance else 0)
            if self._process is not None and "R" in _states(self._process.pid):
                return False
        return True

    def kill(self) -> None:
        """kill -9."""
        if self._process is not None:
            self._process.send_signal(signal.SIGKILL)
            self._process.communicate()
            self._process = None

    def leave(self) -> None:
        """Closes the program by its key and waits until it has ended well."""
        assert self._process is not None
        self.press("ctrl+q")
        _, told = self._process.communicate(timeout=PATIENCE)
        assert self._process.returncode == 0, told
        self._process = None

    def press(self, *keys: str) -> None:
        for key in keys:
            xdotool("key", key)
            self.settle()

    def write(self, text: str) -> None:
        xdotool("type", "--delay", 15, text)
        self.settle()

    def hold(self, key: str) -> None:
        """Presses a key and keeps it down."""
        xdotool("keydown", key)
        self.settle()

    def let_go_of(self, key: str) -> None:
        xdotool("keyup", key)
        self.settle()

    def click(self, x: int, y: int, times: int = 1) -> None:
        """Clicks at a place of the window."""
        self.point(x, y)
        xdotool("click", "--repeat", times, "--delay", 60, 1)
        self.settle(2 * self.rest)

    def point(self, x: int, y: int) -> None:
        xdotool("mousemove", "--window", self._window, x, y)
        self.settle()

    def drag(self, start: tuple[int, int], end: tuple[int, int], *, letting_go: bool = True) -> None:
        """Presses, moves in steps and releases, unless it is `let_go` that will."""
        self.point(*start)
        xdotool("mousedown", 1)
        self.settle()
        for step in range(1, 6):
            self.point(*(round(a + (b - a) * step / 5) for a, b in zip(start, end, strict=True)))
        if letting_go:
            self.let_go()

    def let_go(self) -> None:
        """Releases what is dragged."""
        xdotool("mouseup", 1)
        self.settle(2 * self.rest)

    def look(self) -> Image.Image:
        """What the window shows."""
        (left, top), (wide, high) = self.place, self.size
        return ImageGrab.grab((left, top, left + wide, top + high), xdisplay=os.environ["DISPLAY"])

    def wait_for_window(self, title: str) -> None:
        """Waits until a window whose title begins like this is the active one."""

        def is_there() -> bool:
            return xdotool("getactivewindow", "getwindowname").startswith(title)

        wait_for(is_there, f"the window {title}")
        self.settle(0.2)


def _states(process: int) -> set[str]:
    """What each thread of a process does: R works or waits for a processor, S sleeps."""
    found = set()
    for told in Path(f"/proc/{process}/task").glob("*/stat"):
        with suppress(OSError):  # a thread that has just ended
            found.add(told.read_text().rpartition(")")[2].split()[0])
    return found
