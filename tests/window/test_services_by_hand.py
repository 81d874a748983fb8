"""A person draws the whole journey "Buying professional services" from nothing, and takes all of it back."""

from itertools import groupby
from pathlib import Path

import pytest

from journeydesk.kinds.catalogue import KINDS
from journeydesk.model.records import Influence, Link, Node
from tests.window.person import Person, wait_for, xdotool
from tests.window.services import arrows, cards, missing, plan, texts
from tests.window.test_by_hand import drawn
from tests.window.test_kill_and_recover import command

pytestmark = [pytest.mark.xwindow, pytest.mark.timeout(900)]


class Author(Person):
    """Types fast, and finds by the name what was drawn before."""

    def write(self, text: str) -> None:
        for known, letters in groupby(text, str.isascii):
            if known:
                xdotool("type", "--delay", 5, "".join(letters))
            else:  # what the keyboard does not have is put on it for a moment: the program must be listening
                self.settle()
                xdotool("type", "--delay", 300, "".join(letters))
                self.settle()

    def press(self, *keys: str) -> None:
        xdotool("key", "--delay", 12, *keys)

    def add(self, kind: str, title: str, branches: list[str]) -> None:
        """A card with its branches."""
        number = [known.name for known in KINDS].index(kind) + 1
        self.press(f"ctrl+alt+{number}")
        self.write(title)
        self.press("Return")
        for key, text in zip(["Tab", *["Return"] * len(branches)], branches, strict=False):
            self.press(key)
            self.write(text)
            self.press("Return")

    def connect(self, key: str, source: str, target: str, title: str, share: float | None) -> None:
        """An arrow between two cards, wherever they lie, with what stands on it and its share."""
        for end, enter in ((source, "Return"), (target, "shift+Return")):
            self.press("ctrl+shift+p")
            self.write(f"@{end}")
            self.press(enter)
        self.press(key)
        if title:
            self.press("F2")
            self.write(title)
            self.press("Return")
        if share is not None:
            self.press("shift+F4")
            self.write(f"{share:g}")
            self.press("Escape")

    def export(self, poster: Path) -> None:
        self.press("ctrl+e")
        self.wait_for_window("Export")
        self.press("Return")
        self.wait_for_window("Export As")
        self.write(str(poster))
        self.press("Return")
        wait_for(poster.exists, "the poster")
        self.press("Escape")


def test_a_whole_journey_is_drawn_with_the_keys_alone_exported_and_taken_back(tmp_path: Path) -> None:
    file, poster, wanted = tmp_path / "all.journey", tmp_path / "all.pdf", plan(tmp_path)
    command("new", file, "--template", "blank", "--language", "en")
    with Author(file, tmp_path) as person:
        for card in cards(wanted):
            person.add(*card)
        for kind, *arrow in arrows(wanted):
            person.connect("ctrl+shift+l" if kind == Influence.__name__ else "ctrl+l", *arrow)
        person.press("ctrl+s")
        person.export(poster)
        person.wait_for_window("all – ")
        done = drawn(file)
        for _ in range(9):
            person.press(*["ctrl+z"] * 20)
        person.press("ctrl+s")
        person.leave()
    assert cards(done) == cards(wanted)
    assert arrows(done) == arrows(wanted)
    assert not missing(poster, texts(wanted))
    assert not drawn(file).all(Node) and not drawn(file).all(Link)
