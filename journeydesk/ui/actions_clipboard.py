"""The actions between the map and the clipboard."""

from journeydesk.language import N_
from journeydesk.model.records import JourneyMap
from journeydesk.ui.action import Action, Context, Where
from journeydesk.ui.actions_edit import with_nodes
from journeydesk.ui.actions_map import with_map
from journeydesk.ui.plain_text import text_widget


def copy(context: Context) -> None:
    if context.workspace is not None:
        context.workspace.copier.copy(context.workspace.view.board)


def cut(context: Context) -> None:
    if context.workspace is not None:
        context.workspace.copier.cut(context.workspace.view.board)


def paste(context: Context) -> None:
    if context.workspace is not None:
        context.workspace.intake.paste(context.workspace.pointed)


def paste_branches(context: Context) -> None:
    if context.workspace is not None:
        context.workspace.intake.paste(context.workspace.pointed, as_branches=True)


def copy_picture(context: Context) -> None:
    session = context.session
    if session is not None and context.workspace is not None:
        drawn = session.document.find(JourneyMap, session.map_id)
        context.workspace.copier.copy_picture(
            context.workspace.view.board, drawn.title if drawn is not None else ""
        )


def can_copy(context: Context) -> bool:
    return with_nodes(context) or text_widget() is not None


CLIPBOARD = (
    Action("cut", N_("Cut"), "scissors", cut, ("Ctrl+X",), can_copy, Where.MAP, in_text="cut"),
    Action("copy", N_("Copy"), "clipboard-copy", copy, ("Ctrl+C",), can_copy, Where.MAP, in_text="copy"),
    Action("paste", N_("Paste"), "clipboard-paste", paste, ("Ctrl+V",), with_map, Where.MAP, in_text="paste"),
    Action(
        "paste_branches",
        N_("Paste as Branches"),
        "list-tree",
        paste_branches,
        ("Ctrl+Shift+V",),
        with_map,
        Where.MAP,
        in_text="paste",
        hint=N_("Each line or cell as a branch of what is selected"),
    ),
    Action(
        "copy_picture",
        N_("Copy as Picture"),
        "camera",
        copy_picture,
        ("Ctrl+Shift+C",),
        with_map,
        Where.MAP,
        hint=N_("What is selected as PNG and SVG for other programs; the whole map where nothing is"),
    ),
)
