"""A map that would be tidied, with the bar that asks."""

from PySide6.QtTest import QTest

from journeydesk.kinds.decision import DecisionPoint
from journeydesk.kinds.stage import Stage
from journeydesk.ui.program import Program
from tests.shots.studio import Scene, Studio, found, parts


def take_tidying(studio: Studio, program: Program, look: str) -> None:
    window = parts(program)
    assert window.workspace is not None and program.session is not None
    tidying = window.workspace.tidying
    for name, chosen in (
        ("map", ()),
        ("selection", [*found(program, Stage)[:3], *found(program, DecisionPoint)]),
    ):
        program.session.select(chosen)
        window.refresh()
        window.deeds.deed("tidy_selection" if chosen else "tidy_map").trigger()
        while tidying.is_busy and not window.workspace.view.overlay.moves:
            QTest.qWait(20)
        QTest.qWait(200)
        studio.take(window, f"tidy-{name}-{look}")
        tidying.refuse()


SCENES = (Scene("tidy", take_tidying),)
