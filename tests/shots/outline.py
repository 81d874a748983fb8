"""The outline while somebody works in it: arrows among the branches, a row that is written."""

from PySide6.QtTest import QTest

from journeydesk.kinds.decision import DecisionPoint
from journeydesk.model.queries import links_at
from journeydesk.ui.program import Program
from tests.shots.studio import Scene, Studio, found, parts


def take_outline(studio: Studio, program: Program, look: str) -> None:
    window = parts(program)
    assert window.workspace is not None and program.session is not None
    session, outline = program.session, window.workspace.outline
    window.workspace.go_to("outline")
    arrow = links_at(session.document, found(program, DecisionPoint)[0])[-1]
    session.select((arrow.id,))
    QTest.qWait(50)
    outline.tree.scrollTo(outline.tree.currentIndex(), outline.tree.ScrollHint.PositionAtCenter)
    studio.take(window, f"outline-arrow-{look}")
    window.deeds.deed("edit_text").trigger()
    studio.take(window, f"outline-writing-{look}")
    session.finishing.emit()


SCENES = (Scene("outline", take_outline),)
