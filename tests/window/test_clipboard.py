"""A person copies, pastes from another program, takes it back, and finds everything in other programs."""

import subprocess
import sys
from pathlib import Path

import pytest

from journeydesk.kinds.branch import Branch
from journeydesk.model.records import Node
from tests.window.person import Person, wait_for
from tests.window.test_by_hand import MIDDLE, below, drawn
from tests.window.test_kill_and_recover import command

pytestmark = [pytest.mark.xwindow, pytest.mark.timeout(900)]

# Another program: offers a text until somebody ends it, or tells what is on the clipboard.
OFFER = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
QGuiApplication.clipboard().setText(sys.argv[1])
print("offered", flush=True)
application.exec()
"""
ASK = """
import json
from PySide6.QtGui import QGuiApplication, QImage
application = QGuiApplication([])
mime = QGuiApplication.clipboard().mimeData()
image = QImage.fromData(mime.data("image/png"))
drawing = bytes(mime.data("image/svg+xml").data()).decode()
told = [sorted(mime.formats()), mime.text(), image.width(), drawing[:5]]
print(json.dumps(told), flush=True)
"""


def ask_elsewhere() -> str:
    return subprocess.run([sys.executable, "-c", ASK], capture_output=True, text=True, timeout=60).stdout


def test_nodes_lists_and_pictures_go_between_programs(tmp_path: Path) -> None:
    file = tmp_path / "copies.journey"
    command("new", file, "--template", "blank")
    with Person(file, tmp_path) as person:
        person.point(*MIDDLE)
        person.press("ctrl+alt+1")
        person.write("Look")
        person.press("Return")
        for key, text in (("Tab", "One"), ("Tab", "Deep")):
            person.press(key)
            person.write(text)
            person.press("Return")
        person.press("Left", "ctrl+c")  # One, with Deep
        wait_for(lambda: "image/svg+xml" in ask_elsewhere(), "the pictures on the clipboard")
        told = ask_elsewhere()
        assert '"One\\n\\tDeep"' in told and "application/x-journeydesk+json;v=1" in told and "<?xml" in told
        person.press("Left", "ctrl+v")  # once more under Look
        person.press("Left", "ctrl+v", "ctrl+z")
        other = subprocess.Popen(
            [sys.executable, "-c", OFFER, "Two\n\tthings\nThree"], stdout=subprocess.PIPE, text=True
        )
        assert other.stdout is not None and other.stdout.readline() == "offered\n"
        person.press("Escape", "Left", "ctrl+v")
        other.kill()
        other.communicate()
        person.press("ctrl+s")
        person.leave()
    document = drawn(file)
    names = sorted(node.title for node in document.all(Node))
    assert names == ["Deep", "Deep", "Look", "One", "One", "Three", "Two", "things"], names
    assert below(document, "Two") == ["things"]
    assert all(branch.parent_id for branch in document.all(Branch))
