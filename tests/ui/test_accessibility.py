"""Everything that the keyboard reaches says what it is, and what happens is said aloud."""

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from journeydesk.kinds.catalogue import KINDS
from journeydesk.model.queries import nodes
from journeydesk.model.records import Evidence, Transition
from journeydesk.ui.dialogs.catalogue import DIALOGS
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.program import Program
from journeydesk.views.catalogue import LAYOUTS
from tests.ui.ground import do, settle
from tests.ui.hearing import heard, nameless


@pytest.fixture
def full(blank_window: MainWindow, program: Program, qtbot) -> MainWindow:
    program.new("lucy")
    qtbot.waitUntil(lambda: blank_window.session is not None)
    blank_window.resize(1600, 1000)
    return blank_window


def test_the_welcome_page_says_what_is_what(blank_window: MainWindow) -> None:
    assert nameless(blank_window) == []


@pytest.mark.parametrize("name", [*(kind.name for kind in KINDS), "transition", "several", "map", "evidence"])
def test_the_window_says_what_is_what(full: MainWindow, name: str, qapp: QApplication) -> None:
    session, workspace = full.session, full.workspace
    assert session is not None and workspace is not None
    for deed in ("show_history", "find", "filter"):
        do(full, deed)
    if name == "transition":
        session.select([link.id for link in session.document.all(Transition)][:1])
    elif name == "several":
        session.select([node.id for node in nodes(session.document, session.map_id)][:2])
    elif name == "evidence":
        workspace.inspector.show_record(session.document.all(Evidence)[0].id)
    elif name != "map":
        kinds = {kind.name: kind.record for kind in KINDS}
        session.select([n.id for n in nodes(session.document, session.map_id) if type(n) is kinds[name]][:1])
    settle(qapp)
    assert nameless(full) == []


@pytest.mark.parametrize("name", [name for name in DIALOGS if name != "tour"])
def test_every_dialog_says_what_is_what(full: MainWindow, name: str, qapp: QApplication, qtbot) -> None:
    session = full.session
    assert session is not None
    if "share" in name or "detach" in name:
        session.select([link.id for link in session.document.all(Transition)][:1])
    else:
        session.select([node.id for node in nodes(session.document, session.map_id)][:1])
    full.show_dialog(name)
    shown = next(dialog for dialog in full.findChildren(QDialog) if dialog.isVisible())
    assert heard(shown).name or shown.windowTitle()
    assert nameless(shown) == []
    shown.close()
    settle(qapp)


@pytest.mark.parametrize("layout", [layout.name for layout in LAYOUTS])
def test_every_view_says_what_is_what(full: MainWindow, layout: str, qapp: QApplication) -> None:
    assert full.workspace is not None
    full.workspace.showing.show_layout(layout)
    settle(qapp)
    assert nameless(full) == []
