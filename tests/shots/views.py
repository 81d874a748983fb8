"""The views of a project beside its maps."""

from journeydesk.kinds.stage import Stage
from journeydesk.ui.program import Program
from journeydesk.views.catalogue import LAYOUTS
from tests.shots.studio import Scene, Studio, found, parts


def take_views(studio: Studio, program: Program, look: str) -> None:
    """Every view, with its first spot chosen."""
    workspace = parts(program).workspace
    assert workspace is not None
    program.session.select(found(program, Stage)[:1])
    for layout in LAYOUTS:
        workspace.showing.show_layout(layout.name)
        workspace.showing.pane.touch.step(1)
        studio.take(parts(program), f"view-{layout.name}-{look}")
    workspace.showing.show_map()


SCENES = (Scene("view", take_views),)
