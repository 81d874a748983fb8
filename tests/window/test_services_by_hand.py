"""A person draws the whole journey "Buying professional services" from nothing, and takes all of it back."""

from pathlib import Path

import pypdf
import pytest

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.catalogue import KINDS, kind_of
from journeydesk.model.document import Document
from journeydesk.model.queries import children
from journeydesk.model.records import Influence, Link, Node, Persona, Transition
from tests.window.person import Person, wait_for, xdotool
from tests.window.test_by_hand import drawn
from tests.window.test_kill_and_recover import command

pytestmark = [pytest.mark.xwindow, pytest.mark.timeout(240)]


def name(document: Document, key: str) -> str:
    """What stands on a node: its title, or its persona's name."""
    node = document.find(Node, key)
    persona = document.find(Persona, getattr(node, "persona_id", ""))
    return persona.name if persona is not None else node.title if node is not None else ""


def cards(document: Document) -> list[tuple[str, str, list[str]]]:
    """Every card: its kind, its text and its branches in order."""
    found = [node for node in document.all(Node) if not isinstance(node, Branch)]
    return sorted(
        (kind_of(node).name, name(document, node.id), [below.title for below in children(document, node.id)])
        for node in found
    )


def arrows(document: Document) -> list[tuple[str, str, str, float | None]]:
    """Every arrow: what it is, whence, whither, and its share."""
    return sorted(
        (
            (
                type(link).__name__,
                name(document, link.source_id),
                name(document, link.target_id),
                link.share if isinstance(link, Transition) else None,
            )
            for link in document.all(Link)
        ),
        key=str,
    )


class Author(Person):
    """Types fast, and finds by the name what was drawn before."""

    def write(self, text: str) -> None:
        # Letters that the keyboard does not have are put on it for a moment: they need their time.
        xdotool("type", "--delay", 5 if text.isascii() else 60, text)

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

    def connect(self, source: str, target: str, share: float | None, key: str = "ctrl+l") -> None:
        """An arrow between two cards, wherever they lie, with its share."""
        for end, enter in ((source, "Return"), (target, "shift+Return")):
            self.press("ctrl+shift+p")
            self.write(f"@{end}")
            self.press(enter)
        self.press(key)
        if share is not None:
            self.press("shift+F4")
            self.write(f"{share:g}")
            self.press("Escape")

    def export(self, poster: Path) -> None:
        self.press("ctrl+e")
        self.wait_for_window("Export as Poster or Picture")
        self.press("Return")
        self.wait_for_window("Export As")
        self.write(str(poster))
        self.press("Return")
        wait_for(poster.exists, "the poster")
        self.press("Escape")


def test_a_whole_journey_is_drawn_with_the_keys_alone_exported_and_taken_back(tmp_path: Path) -> None:
    plan, file, poster = tmp_path / "plan.journey", tmp_path / "all.journey", tmp_path / "all.pdf"
    command("new", plan, "--template", "services", "--language", "en")
    command("new", file, "--template", "blank", "--language", "en")
    wanted = drawn(plan)
    with Author(file, tmp_path) as person:
        for card in cards(wanted):
            person.add(*card)
        for kind, source, target, share in arrows(wanted):
            person.connect(source, target, share, "ctrl+shift+l" if kind == Influence.__name__ else "ctrl+l")
        person.press("ctrl+s")
        person.export(poster)
        person.wait_for_window("all – ")
        done = drawn(file)
        for _ in range(8):
            person.press(*["ctrl+z"] * 20)
        person.press("ctrl+s")
        person.leave()
    assert cards(done) == cards(wanted)
    assert arrows(done) == arrows(wanted)
    told = " ".join(page.extract_text() for page in pypdf.PdfReader(poster).pages)
    told = " ".join(told.split())
    assert all(word in told for title in ("Before the purchase", "Drifts away") for word in title.split())
    assert not drawn(file).all(Node) and not drawn(file).all(Link)
