"""What every test stands on: an environment of its own, no dialog that waits, no window left behind."""

import atexit
import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest
from hypothesis import settings

FOLDERS = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")
FAILED: pytest.StashKey[bool] = pytest.StashKey()


def isolate_environment() -> None:
    """Point everything that a program may read or write about its user to a folder of this process.

    Runs when this module is imported, so before Qt and before the program look at the environment.
    """
    ground = Path(tempfile.mkdtemp(prefix="journeydesk-tests-"))
    atexit.register(shutil.rmtree, ground, ignore_errors=True)
    for name in FOLDERS:
        folder = ground / name.lower()
        folder.mkdir(mode=0o700)
        os.environ[name] = str(folder)
    for name in ("LANG", "LANGUAGE", "LC_ALL"):
        os.environ[name] = "C.UTF-8"
    for name in ("QT_SCALE_FACTOR", "QT_FONT_DPI", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME"):
        os.environ.pop(name, None)
    os.environ["JOURNEYDESK_LANGUAGE"] = "en"
    os.environ["PYTHONFAULTHANDLER"] = "1"
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


isolate_environment()
# How long an example takes tells of what else the machine does.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Any:
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


@pytest.fixture(scope="session", autouse=True)
def _clipboard_is_empty_at_the_end() -> Iterator[None]:
    """Without a screen, Qt crashes at exit while the clipboard still holds data of ours."""
    yield
    gui = sys.modules.get("PySide6.QtGui")
    if gui is not None and gui.QGuiApplication.instance() is not None:
        gui.QGuiApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def _no_dialog_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialog that waits for a person would stop the run: showing one so is an error in a test."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None:
        return
    waiting = {
        widgets.QDialog: ("exec",),
        widgets.QMenu: ("exec",),
        widgets.QMessageBox: ("about", "critical", "information", "question", "warning"),
        widgets.QFileDialog: (
            "getExistingDirectory",
            "getOpenFileName",
            "getOpenFileNames",
            "getSaveFileName",
        ),
        widgets.QInputDialog: ("getDouble", "getInt", "getItem", "getMultiLineText", "getText"),
        widgets.QColorDialog: ("getColor",),
    }
    for owner, names in waiting.items():
        for name in names:
            monkeypatch.setattr(owner, name, refusal(f"{owner.__name__}.{name}"))


def refusal(name: str) -> Any:
    """Give a function that takes the place of `name` and fails the test that calls it."""

    def refuse(*_arguments: object, **_options: object) -> NoReturn:
        raise AssertionError(f"{name} waits for a person; a test must answer it in another way")

    return refuse


@pytest.fixture(autouse=True)
def _no_window_is_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """After a test, no top-level widget may live that did not live before it."""
    before = {id(widget) for widget in top_level_widgets()}
    yield
    # Looking for garbage takes a third of a second once the caches are full.
    if not top_level_widgets():
        return
    deliver_deletions()
    left = [widget for widget in top_level_widgets() if id(widget) not in before]
    if not left:
        return
    names = ", ".join(f"{type(widget).__name__} {widget.objectName()!r}" for widget in left)
    for widget in left:
        widget.close()
        widget.deleteLater()
    del widget
    left.clear()
    deliver_deletions()
    if not request.node.stash.get(FAILED, False):
        pytest.fail(f"left behind: {names}")


def top_level_widgets() -> list[Any]:
    """Give the windows without an owner, but not the tool tip, which Qt keeps for itself."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return []
    return [
        widget
        for widget in widgets.QApplication.topLevelWidgets()
        if widget.parentWidget() is None and widget.metaObject().className() != "QTipLabel"
    ]


def deliver_deletions() -> None:
    """Let Qt delete what waits for it; without a running event loop it would not."""
    core = sys.modules.get("PySide6.QtCore")
    application = core.QCoreApplication.instance() if core is not None else None
    if core is None or application is None:
        return
    gc.collect()
    application.sendPostedEvents(None, core.QEvent.Type.DeferredDelete.value)
    application.processEvents()
    gc.collect()
