"""Keys: the sheet of all of them, other keys for an action, and finding a command by its name."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journeydesk.kinds.stage import Stage
from journeydesk.ui.dialogs.shortcuts import ShortcutsDialog
from journeydesk.ui.finder.finder import Finder
from journeydesk.ui.program import Program
from tests.shots.studio import Scene, Studio, found, parts, take_dialog


def take_keys(studio: Studio, program: Program, look: str) -> None:
    program.give_keys({"duplicate": ["Ctrl+J"]})
    take_dialog(studio, program, "show_keys", f"keys-{look}")
    program.give_keys({})


def take_shortcuts(studio: Studio, program: Program, look: str) -> None:
    program.give_keys({"undo": ["Ctrl+Z", "F5"]})
    parts(program).deeds.deed("show_shortcuts").trigger()
    dialog = parts(program).findChild(ShortcutsDialog)
    assert dialog is not None
    dialog.tree.setCurrentItem(dialog.rows["redo"])
    dialog.choice.catcher.click()
    studio.take(dialog, f"shortcuts-listening-{look}")
    QTest.keyClick(dialog.choice.catcher, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    studio.take(dialog, f"shortcuts-conflict-{look}")
    dialog.close()
    program.give_keys({})


def take_finder(studio: Studio, program: Program, look: str) -> None:
    window = parts(program)
    assert program.session is not None
    program.session.select(found(program, Stage)[:1])
    for name, typed in (("all", ""), ("typed", "map"), ("places", "@a"), ("none", "qqq")):
        window.deeds.deed("find_command").trigger()
        finder = next(shown for shown in window.findChildren(Finder) if shown.isVisible())
        QTest.keyClicks(finder.field, typed)
        studio.take(window, f"finder-{name}-{look}")
        finder.reject()


def take_focus(studio: Studio, program: Program, look: str) -> None:
    window = parts(program)
    assert window.workspace is not None
    window.activateWindow()
    window.workspace.view.setFocus()
    studio.take(window, f"focus-map-{look}")
    for name in ("inspector", "personas", "evidence", "outline", "tools", "tabs"):
        window.deeds.deed("next_pane").trigger()
        studio.take(window, f"focus-{name}-{look}")


SCENES = (
    Scene("focus", take_focus),
    Scene("finder", take_finder),
    Scene("keys", take_keys),
    Scene("shortcuts", take_shortcuts),
)
