"""The actions that arrange what is selected: in line, in size, over one another, in frames, and locked."""

from collections.abc import Callable
from functools import partial
from typing import Any

from journeydesk.language import N_, say
from journeydesk.operations import arrange
from journeydesk.operations.arrange import Edge, Level
from journeydesk.render.board import Board
from journeydesk.ui import arranging
from journeydesk.ui.action import Action, Context, Where
from journeydesk.ui.actions_edit import with_nodes
from journeydesk.ui.editor.growing import grow
from journeydesk.ui.editor.walking import Direction
from journeydesk.ui.session import Session


def _with_board(context: Context, do: Callable[..., Any], **more: Any) -> None:
    """Calls a function with the session and the board of the map in view."""
    if context.session is not None and context.workspace is not None:
        do(context.session, context.workspace.view.board, **more)


def _align(session: Session, board: Board, edge: Edge) -> None:
    arrange.align(session.document, arranging.blocks(session, board), edge)


def _distribute(session: Session, board: Board, upright: bool) -> None:
    arrange.distribute(session.document, arranging.blocks(session, board), upright=upright)


def _same_size(session: Session, board: Board, width: bool, height: bool) -> None:
    arrange.same_size(session.document, arranging.blocks(session, board), width=width, height=height)


def several(context: Context) -> bool:
    return arranging.has_loose(context.session, 2)


def three(context: Context) -> bool:
    return arranging.has_loose(context.session, 3)


def any_loose(context: Context) -> bool:
    return arranging.has_loose(context.session, 1)


def free_size(context: Context) -> None:
    if context.session is not None:
        arrange.free_size(context.session.document, context.session.selection)


def has_own_size(context: Context) -> bool:
    return any(arrange.has_own_size(node) for node in arranging.chosen(context.session))


def group(context: Context) -> None:
    """Puts a frame round what is selected and begins its title."""
    session, workspace = context.session, context.workspace
    if (
        session is not None
        and workspace is not None
        and (key := arranging.group(session, workspace.view.board))
    ):
        session.select((key,))
        workspace.edit_text(key)


def can_ungroup(context: Context) -> bool:
    session, workspace = context.session, context.workspace
    if session is None or workspace is None:
        return False
    return arranging.has_frames(session, workspace.view.surface.shown)


def is_locked(context: Context) -> bool:
    return with_nodes(context) and all(node.locked for node in arranging.chosen(context.session))


def lock(context: Context) -> None:
    """Locks what is selected, or unlocks it where all of it is locked."""
    if context.session is not None:
        arrange.set_locked(context.session.document, context.session.selection, not is_locked(context))


def grow_to(context: Context, direction: Direction) -> None:
    """Grows a connected node and begins its text; says why where none grows."""
    session, workspace = context.session, context.workspace
    if session is None or workspace is None or not with_nodes(context):
        return
    if key := grow(session, workspace.view.board, direction):
        session.select((key,))
        workspace.view.edit_text(key)
    else:
        session.hint_changed.emit(say("Nothing grows from this in that direction."))


def _row(
    name: str, text: str, icon: str, run: Callable[[Context], None], keys: tuple[str, ...], enabled: Any
) -> Action:
    return Action(name, text, icon, run, keys, enabled, Where.MAP)


# Some desktops take Alt and Shift with an arrow for themselves; letters do the same there.
_EDGES = (
    (Edge.LEFT, N_("Align Left"), "align-start-vertical", ("Left", "L")),
    (Edge.CENTRE, N_("Align Centres"), "align-center-vertical", ("N",)),
    (Edge.RIGHT, N_("Align Right"), "align-end-vertical", ("Right", "R")),
    (Edge.TOP, N_("Align Top"), "align-start-horizontal", ("Up", "U")),
    (Edge.MIDDLE, N_("Align Middles"), "align-center-horizontal", ("M",)),
    (Edge.BOTTOM, N_("Align Bottom"), "align-end-horizontal", ("Down", "D")),
)
_SIZES = (
    ("same_width", N_("Same Width"), "move-horizontal", "W", (True, False)),
    ("same_height", N_("Same Height"), "move-vertical", "H", (False, True)),
    ("same_size", N_("Same Size"), "scaling", "S", (True, True)),
)
_LEVELS = (
    (Level.FRONT, N_("Bring to Front"), "bring-to-front", "Home"),
    (Level.FORWARD, N_("Bring Forward"), "layers-arrow-up", "PgUp"),
    (Level.BACKWARD, N_("Send Backward"), "layers-arrow-down", "PgDown"),
    (Level.BACK, N_("Send to Back"), "send-to-back", "End"),
)
_DIRECTIONS: tuple[tuple[str, str, Direction], ...] = (
    ("right", N_("Grow to the Right"), (1, 0)),
    ("left", N_("Grow to the Left"), (-1, 0)),
    ("up", N_("Grow Upwards"), (0, -1)),
    ("down", N_("Grow Downwards"), (0, 1)),
)

ALIGN_ROWS = tuple(
    _row(
        f"align_{edge.value}", text, icon, partial(_with_board, do=_align, edge=edge),
        tuple(f"Alt+Shift+{key}" for key in keys), several,
    )
    for edge, text, icon, keys in _EDGES
)  # fmt: skip
DISTRIBUTE_ROWS = (
    _row(
        "distribute_across", N_("Distribute Horizontally"), "align-horizontal-space-between",
        partial(_with_board, do=_distribute, upright=False), ("Alt+Shift+X",), three,
    ),
    _row(
        "distribute_down", N_("Distribute Vertically"), "align-vertical-space-between",
        partial(_with_board, do=_distribute, upright=True), ("Alt+Shift+Y",), three,
    ),
)  # fmt: skip
SIZE_ROWS = (
    *(
        _row(
            name, text, icon, partial(_with_board, do=_same_size, width=sides[0], height=sides[1]),
            (f"Alt+Shift+{key}",), several,
        )
        for name, text, icon, key, sides in _SIZES
    ),
    _row("free_size", N_("Automatic Size"), "shrink", free_size, ("Alt+Shift+A",), has_own_size),
)  # fmt: skip
LEVEL_ROWS = tuple(
    _row(
        f"stack_{level.value}", text, icon, partial(_with_board, do=arranging.stack, level=level),
        (f"Ctrl+Shift+{key}",), any_loose,
    )
    for level, text, icon, key in _LEVELS
)  # fmt: skip
FRAME_ROWS = (
    _row("group", N_("Group in a Frame"), "group", group, ("Ctrl+G",), with_nodes),
    _row(
        "ungroup", N_("Ungroup"), "ungroup", partial(_with_board, do=arranging.ungroup),
        ("Ctrl+Shift+G",), can_ungroup,
    ),
    _row(
        "fit_frame", N_("Fit Frame to Contents"), "minimize", partial(_with_board, do=arranging.fit),
        ("Alt+Shift+F",), can_ungroup,
    ),
)  # fmt: skip
GROW_ROWS = tuple(
    _row(
        f"grow_{name}", text, f"arrow-{name}-from-line", partial(grow_to, direction=direction),
        (f"Ctrl+Shift+{name.capitalize()}",), with_nodes,
    )
    for name, text, direction in _DIRECTIONS
)  # fmt: skip
LOCK = Action(
    "lock", N_("Locked in Place"), "lock", lock, ("Ctrl+Shift+K",), with_nodes, Where.MAP, is_locked
)

ARRANGE = (*ALIGN_ROWS, *DISTRIBUTE_ROWS, *SIZE_ROWS, *LEVEL_ROWS, *FRAME_ROWS, LOCK, *GROW_ROWS)
