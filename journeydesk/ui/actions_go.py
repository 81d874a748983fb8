"""The actions that lead the keyboard or the selection to another place."""

from functools import partial

from journeydesk.language import N_
from journeydesk.model import queries
from journeydesk.model.records import Transition
from journeydesk.ui import panes
from journeydesk.ui.action import Action, Context, Where, with_project
from journeydesk.ui.actions_arrow import selected_arrows
from journeydesk.ui.actions_edit import selected_nodes
from journeydesk.ui.editor.walking import first


def step_pane(context: Context, by: int) -> None:
    if context.workspace is not None:
        panes.step(context.workspace, by)


def go_to_root(context: Context) -> None:
    """Selects what the branch selected last grows from; with nothing selected, the map's first card."""
    session, workspace = context.session, context.workspace
    if session is None or workspace is None:
        return
    chosen = selected_nodes(context)
    root = queries.root(session.document, chosen[-1]).id if chosen else ""
    session.select((root if root and (root,) != session.selection else first(workspace.view.board),))


def go_to_notes(context: Context) -> None:
    if context.workspace is not None:
        context.workspace.show_right(True)
        context.workspace.inspector.take_keyboard("notes")


def with_share(context: Context) -> bool:
    return any(isinstance(link, Transition) for link in selected_arrows(context))


def go_to_share(context: Context) -> None:
    if context.workspace is not None:
        context.workspace.show_right(True)
        context.workspace.inspector.take_keyboard("share")


GO = (
    Action(
        "next_pane",
        N_("Next Part of the Window"),
        "chevron-right",
        partial(step_pane, by=1),
        ("Ctrl+Tab",),
        hint=N_("Tab does the same on a map where nothing is selected"),
    ),
    Action(
        "previous_pane",
        N_("Previous Part of the Window"),
        "chevron-left",
        partial(step_pane, by=-1),
        ("Ctrl+Shift+Tab",),
    ),
    Action("go_to_root", N_("Go to the Root"), "house", go_to_root, ("Ctrl+Home",), with_project, Where.MAP),
    Action("go_to_notes", N_("Go to the Notes"), "notebook-pen", go_to_notes, ("F4",)),
    Action(
        "go_to_share",
        N_("Go to the Share"),
        "spline",
        go_to_share,
        ("Shift+F4",),
        with_share,
        hint=N_("How many per cent take the selected arrow; Escape leads back to the map"),
    ),
)
