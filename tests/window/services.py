"""The journey "Buying professional services", as a plan for a person who draws it, and what came of it."""

import subprocess
from collections.abc import Iterable
from pathlib import Path

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.catalogue import kind_of
from journeydesk.model.document import Document
from journeydesk.model.queries import children
from journeydesk.model.records import Link, Node, Persona, Transition
from tests.window.test_by_hand import drawn
from tests.window.test_kill_and_recover import command


def plan(folder: Path) -> Document:
    """The journey as its template has it."""
    file = folder / "plan.journey"
    command("new", file, "--template", "services", "--language", "en")
    return drawn(file)


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


def arrows(document: Document) -> list[tuple[str, str, str, str, float | None]]:
    """Every arrow: what it is, whence, whither, what stands on it, and its share."""
    return sorted(
        (
            (
                type(link).__name__,
                name(document, link.source_id),
                name(document, link.target_id),
                link.title,
                link.share if isinstance(link, Transition) else None,
            )
            for link in document.all(Link)
        ),
        key=str,
    )


def texts(document: Document) -> list[str]:
    """All that must be read on a poster."""
    shares = [f"{share:g}%" for *_, share in arrows(document) if share is not None]
    written = [name(document, node.id) for node in document.all(Node)]
    return [*written, *(link.title for link in document.all(Link) if link.title), *shares]


def missing(poster: Path, wanted: Iterable[str]) -> list[str]:
    """Which of these texts nobody finds in a PDF who looks for them."""
    done = subprocess.run(["pdftotext", "-raw", poster, "-"], capture_output=True, text=True, check=True)
    told = " ".join(done.stdout.split())
    return [text for text in wanted if " ".join(text.split()) not in told]
