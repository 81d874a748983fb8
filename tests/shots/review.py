"""A review: comments on the map and in their list, and terra incognita with them."""

from journeydesk.kinds.stage import Stage
from journeydesk.ui.program import Program
from tests.shots.order import sharp
from tests.shots.studio import Scene, Studio, found, parts


def take_review(studio: Studio, program: Program, look: str) -> None:
    window, session = parts(program), program.session
    assert window.workspace is not None and session is not None
    session.select(found(program, Stage)[2:3])
    window.refresh()
    window.deeds.deed("zoom_to_selection").trigger()
    window.deeds.deed("new_comment").trigger()
    window.deeds.deed("terra_incognita").trigger()
    sharp(program)
    studio.take(window, f"review-{look}")


SCENES = (Scene("review", take_review),)
