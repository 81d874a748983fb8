"""Personas who travel one map together, one of them followed, and how they feel on the way."""

from journeydesk.kinds.decision import DecisionPoint
from journeydesk.model.records import Transition
from journeydesk.ui.program import Program
from tests.shots.order import sharp
from tests.shots.studio import Scene, Studio, found, parts


def take_paths(studio: Studio, program: Program, look: str) -> None:
    window = parts(program)
    workspace, session = window.workspace, program.session
    assert workspace is not None and session is not None
    sharp(program)
    studio.take(window, f"paths-threads-{look}")
    session.select(found(program, DecisionPoint)[:1])
    workspace.view.zoom.to_selection()
    sharp(program)
    studio.take(window, f"paths-feelings-{look}")
    session.select(())
    workspace.view.zoom.to_fit()
    window.deeds.deed("follow_persona").trigger()
    sharp(program)
    studio.take(window, f"paths-followed-{look}")
    window.deeds.deed("view_curve").trigger()
    workspace.showing.pane.touch.step(3)
    sharp(program)
    studio.take(window, f"paths-curve-followed-{look}")
    session.spotlight.follow("")
    sharp(program)
    studio.take(window, f"paths-curve-{look}")
    window.deeds.deed("view_path").trigger()
    workspace.showing.pane.touch.step(2)
    studio.take(window, f"paths-view-{look}")
    workspace.showing.show_map()
    arrow = next(link for link in session.document.all(Transition) if len(link.persona_ids) > 1)
    session.select((arrow.id,))
    workspace.view.zoom.to_selection()
    sharp(program)
    studio.take(window, f"paths-arrow-{look}")


SCENES = (Scene("paths", take_paths, "dog"),)
