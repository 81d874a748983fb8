"""The actions that bring order into a map."""

from journeydesk.language import N_, counted, message
from journeydesk.layout.room import room_made
from journeydesk.operations.places import put_in_places
from journeydesk.render.tidying import blocks_of
from journeydesk.ui.action import Action, Context, Where
from journeydesk.ui.actions_edit import with_nodes


def tidy_map(context: Context) -> None:
    if context.workspace is not None:
        context.workspace.tidying.begin()


def tidy_selection(context: Context) -> None:
    if context.workspace is not None and context.session is not None:
        context.workspace.tidying.begin(context.session.selection)


def remove_overlaps(context: Context) -> None:
    """Moves families apart that lie over one another."""
    session, workspace = context.session, context.workspace
    if session is None or workspace is None:
        return
    boxes = room_made(blocks_of(workspace.view.board))
    if boxes:
        put_in_places(session.document, boxes, message("Remove overlaps"))
        workspace.notices.tell(counted("1 card made room.", "{n} cards made room.", len(boxes)))
    else:
        workspace.notices.tell(message("Nothing overlaps."))


def with_cards(context: Context) -> bool:
    """Whether there is anything on the map."""
    return context.workspace is not None and bool(context.workspace.view.surface.shown.placed)


TIDY = (
    Action(
        "tidy_map",
        N_("Tidy the Map"),
        "sparkles",
        tidy_map,
        ("Ctrl+T",),
        with_cards,
        hint=N_("Shows a neat layout, which you keep or refuse. What is locked stays."),
    ),
    Action(
        "tidy_selection",
        N_("Tidy the Selection"),
        "layout-grid",
        tidy_selection,
        ("Alt+Shift+T",),
        with_nodes,
        Where.MAP,
        hint=N_("Only what is selected moves"),
    ),
    Action(
        "remove_overlaps",
        N_("Remove Overlaps"),
        "expand",
        remove_overlaps,
        ("Alt+Shift+O",),
        with_cards,
        hint=N_("Moves what lies over something else, as little as can be"),
    ),
)
