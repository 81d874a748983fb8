"""The parts of the window between which the keyboard goes, from the left to the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from journeydesk.ui.kind_bar import KindBar
from journeydesk.ui.panels.inspector import Inspector
from journeydesk.ui.panels.outline import OutlinePanel
from journeydesk.ui.panels.shelf import Shelf
from journeydesk.ui.workspace import Workspace


def panes(workspace: Workspace) -> tuple[QWidget, ...]:
    """The parts that can be seen now. Another one is a name here."""
    found = (
        *workspace.column.shelves,
        workspace.outline,
        workspace.place.palette_bar,
        workspace.tabs.row,
        workspace.find_bar,
        workspace.filter_bar,
        workspace.view,
        workspace.showing.pane.canvas,
        workspace.inspector,
    )
    return tuple(pane for pane in found if pane.isVisible())


def step(workspace: Workspace, by: int) -> None:
    """Gives the keyboard to the next part, or to the one before; where nothing has it, from the map on."""
    found = panes(workspace)
    main = found.index(workspace.showing.main) if workspace.showing.main in found else 0
    here = next((place for place, pane in enumerate(found) if _has_keyboard(pane)), main)
    if found:  # none can be seen while the window goes
        _take_keyboard(found[(here + by) % len(found)])


def _has_keyboard(pane: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and (focused is pane or pane.isAncestorOf(focused))


def _take_keyboard(pane: QWidget) -> None:
    taker: QWidget = pane
    match pane:
        case OutlinePanel() | Inspector():
            pane.take_keyboard()
            return
        case Shelf():
            buttons = pane.findChildren(QToolButton)
            taker = pane.list if pane.list.isVisible() else buttons[-1]  # an empty one can be begun
        case KindBar():
            buttons = pane.findChildren(QToolButton)
            taker = next((button for button in buttons if button.isChecked()), buttons[0])
    taker.setFocus(Qt.FocusReason.ShortcutFocusReason)
