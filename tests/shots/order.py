"""Keeping a map clear: folded frames, what is found, what is filtered."""

from PySide6.QtTest import QTest

from journeydesk.kinds.frame import Frame
from journeydesk.kinds.stage import Stage
from journeydesk.model.records import Node
from journeydesk.operations import nodes
from journeydesk.ui.program import Program
from tests.finding import only
from tests.shots.studio import Scene, Studio, found, parts


def sharp(program: Program, times: int = 60) -> None:
    """Waits until the map is painted as it is now."""
    workspace = parts(program).workspace
    assert workspace is not None
    for _ in range(times):
        workspace.view.viewport().grab()
        QTest.qWait(50)
        if workspace.view.surface.tiles.is_sharp:
            return


def take_finding(studio: Studio, program: Program, look: str) -> None:
    workspace = parts(program).workspace
    assert workspace is not None
    workspace.find_bar.open()
    QTest.keyClicks(workspace.find_bar.words, "client")
    workspace.find_bar.next()
    sharp(program)
    studio.take(parts(program), f"finding-{look}")
    workspace.find_bar.words.clear()
    QTest.keyClicks(workspace.find_bar.words, "zebra")
    sharp(program)
    studio.take(workspace.place, f"finding-nothing-{look}")


def take_filtering(studio: Studio, program: Program, look: str) -> None:
    workspace = parts(program).workspace
    assert workspace is not None
    strip = workspace.filter_bar
    strip.open()
    strip.buttons[0].choose(frozenset(("stage", "decision")))
    sharp(program)
    studio.take(parts(program), f"filtering-{look}")
    menu = strip.buttons[3].menu()
    strip.buttons[3].fill()
    menu.ensurePolished()
    menu.adjustSize()
    sharp(program)
    studio.take(menu, f"filtering-menu-{look}")
    parts(program).resize(1024, 640)
    sharp(program)
    studio.take(parts(program), f"filtering-small-{look}")
    program.session.select(found(program, Stage)[:1])


def take_folding(studio: Studio, program: Program, look: str) -> None:
    window, session = parts(program), program.session
    workspace = window.workspace
    assert session is not None and workspace is not None
    first = only(session.document, Node, found(program, Stage)[0])
    frame = nodes.add_node(
        session.document,
        Frame(
            id="frame",
            map_id=session.map_id,
            x=first.x + 60,
            y=first.y,
            width=900,
            height=700,
            title="Before",
        ),
    )
    session.select(found(program, Stage)[1:2])
    box = workspace.view.board.placed[session.selection[0]].box
    workspace.view.camera.look_at(box.x, box.y, 1.0)
    workspace.view.overlay.hovered = session.selection[0]
    sharp(program)
    studio.take(window, f"folding-disc-{look}")
    session.select((frame.id,))
    workspace.view.overlay.hovered = frame.id
    sharp(program)
    studio.take(window, f"folding-open-{look}")
    window.refresh()
    window.deeds.deed("fold").trigger()
    workspace.view.overlay.hovered = ""
    window.deeds.deed("zoom_to_fit").trigger()
    sharp(program)
    studio.take(window, f"folding-frame-{look}")
    session.select(())
    window.refresh()
    window.deeds.deed("unfold_all").trigger()
    workspace.view.camera.look_at(first.x + 650, first.y + 100, 0.45)
    window.deeds.deed("fold_all").trigger()
    sharp(program)
    studio.take(window, f"folding-all-{look}")


def take_overview(studio: Studio, program: Program, look: str) -> None:
    window, session = parts(program), program.session
    assert window.workspace is not None and session is not None
    window.workspace.overview.show_wanted(True)
    box = window.workspace.view.board.placed[found(program, Stage)[1]].box
    window.workspace.view.look_at((box.x, box.y, 0.8))
    for _ in range(40):
        QTest.qWait(50)
        if window.workspace.view.surface.tiles.whole.image is not None:
            break
    sharp(program)
    studio.take(window, f"overview-{look}")


def take_stepping(studio: Studio, program: Program, look: str) -> None:
    window, session = parts(program), program.session
    assert session is not None
    session.select(found(program, Stage)[1:2])
    window.refresh()
    window.deeds.deed("step_in").trigger()
    sharp(program)
    studio.take(window, f"stepping-{look}")


SCENES = (
    Scene("stepping", take_stepping),
    Scene("overview", take_overview),
    Scene("finding", take_finding),
    Scene("filtering", take_filtering),
    Scene("folding", take_folding),
)
