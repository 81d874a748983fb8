"""The actions of the arrow keys and of Escape: walking over a map, moving what is selected, backing out."""

from functools import partial

from PySide6.QtCore import Qt

from journeydesk.language import N_, say
from journeydesk.ui.action import Action, Context, Where, with_project
from journeydesk.ui.actions_arrow import with_bends
from journeydesk.ui.actions_edit import with_nodes
from journeydesk.ui.actions_insert import hangs
from journeydesk.ui.editor import keys
from journeydesk.ui.editor.nudging import FAR, NEAR
from journeydesk.ui.editor.walking import Direction

LEFT, RIGHT, UP, DOWN = (-1, 0), (1, 0), (0, -1), (0, 1)


def walk(context: Context, direction: Direction, adding: bool = False) -> None:
    if context.session is not None and context.workspace is not None:
        keys.walk(context.session, context.workspace.view.board, direction, adding)


def can_nudge(context: Context) -> bool:
    return with_nodes(context) or with_bends(context)


def nudge(context: Context, direction: Direction, by: float = FAR) -> None:
    workspace = context.workspace
    if workspace is None:
        return
    if by == FAR and workspace.outline.has_keyboard and workspace.outline.move_rows(direction):
        return
    workspace.view.nudges.go(direction, by)


def back_out(context: Context) -> None:
    """Ends what is under way, selects nothing, or closes the search; else tells how to go on."""
    session, workspace = context.session, context.workspace
    if session is None or workspace is None or workspace.view.back_out():
        return
    if not workspace.find_bar.isHidden():
        workspace.find_bar.leave()
    else:
        session.hint_changed.emit(say("Nothing is selected. Tab goes on to the next part of the window."))
        session.selection_changed.connect(
            partial(session.hint_changed.emit, ""), Qt.ConnectionType.SingleShotConnection
        )


def _walk_row(name: str, text: str, key: str, direction: Direction, adding: bool = False) -> Action:
    return Action(
        name,
        text,
        "plus" if adding else f"arrow-{key.lower()}",
        partial(walk, direction=direction, adding=adding),
        (f"Shift+{key}" if adding else key,),
        with_project,
        Where.DRAWING,
    )


def _nudge_row(name: str, text: str, key: str, direction: Direction, by: float = FAR) -> Action:
    shortcut = (f"Ctrl+Alt+{key}" if by == NEAR else f"Ctrl+{key}",)
    run = partial(nudge, direction=direction, by=by)
    return Action(name, text, f"arrow-{key.lower()}", run, shortcut, can_nudge, Where.MAP)


WALK = (
    _walk_row("walk_left", N_("Select to the Left"), "Left", LEFT),
    _walk_row("walk_right", N_("Select to the Right"), "Right", RIGHT),
    _walk_row("walk_up", N_("Select Above"), "Up", UP),
    _walk_row("walk_down", N_("Select Below"), "Down", DOWN),
    _walk_row("add_left", N_("Select to the Left as Well"), "Left", LEFT, adding=True),
    _walk_row("add_right", N_("Select to the Right as Well"), "Right", RIGHT, adding=True),
    _walk_row("add_up", N_("Select Above as Well"), "Up", UP, adding=True),
    _walk_row("add_down", N_("Select Below as Well"), "Down", DOWN, adding=True),
)

NUDGE = (
    _nudge_row("nudge_left", N_("Move Left"), "Left", LEFT),
    _nudge_row("nudge_right", N_("Move Right"), "Right", RIGHT),
    _nudge_row("nudge_up", N_("Move Up"), "Up", UP),
    _nudge_row("nudge_down", N_("Move Down"), "Down", DOWN),
    _nudge_row("nudge_left_little", N_("Move Left a Little"), "Left", LEFT, NEAR),
    _nudge_row("nudge_right_little", N_("Move Right a Little"), "Right", RIGHT, NEAR),
    _nudge_row("nudge_up_little", N_("Move Up a Little"), "Up", UP, NEAR),
    _nudge_row("nudge_down_little", N_("Move Down a Little"), "Down", DOWN, NEAR),
)

MOVE = (
    *WALK,
    *NUDGE,
    Action(
        "step_up",
        N_("Move Up among Siblings"),
        "arrow-up",
        partial(nudge, direction=UP),
        ("Alt+Up",),
        hangs,
        Where.MAP,
    ),
    Action(
        "step_down",
        N_("Move Down among Siblings"),
        "arrow-down",
        partial(nudge, direction=DOWN),
        ("Alt+Down",),
        hangs,
        Where.MAP,
    ),
    Action(
        "back_out",
        N_("Cancel or Deselect"),
        "x",
        back_out,
        ("Esc",),
        with_project,
        Where.DRAWING,
        interrupts=False,
    ),
)
