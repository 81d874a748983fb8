"""The actions between the map and the clipboard."""

from journeydesk.language import N_, message
from journeydesk.model.records import JourneyMap
from journeydesk.operations.styles import Style, apply, style_of
from journeydesk.ui.action import Action, Context, Where, with_selection
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


class _Kept:
    """The style that was copied last: every window of the program can give it to others."""

    style: Style | None = None


def copy_style(context: Context) -> None:
    session = context.session
    if session is not None and session.selection:
        _Kept.style = style_of(session.document, session.selection[-1])


def paste_style(context: Context) -> None:
    session = context.session
    if session is None or context.workspace is None or _Kept.style is None:
        return
    if not apply(session.document, session.selection, _Kept.style):
        context.workspace.notices.tell(
            message("The style of a node suits nodes, and that of an arrow suits arrows of its kind.")
        )


def can_paste_style(context: Context) -> bool:
    return _Kept.style is not None and with_selection(context)


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
    Action(
        "copy_style",
        N_("Copy Style"),
        "pipette",
        copy_style,
        ("Ctrl+Alt+C", "Alt+Shift+C"),
        with_selection,
        Where.MAP,
        hint=N_("Colour, size, and what tells the kind: phase, topic, fate, observed or not, influence"),
    ),
    Action(
        "paste_style",
        N_("Paste Style"),
        "paint-roller",
        paste_style,
        ("Ctrl+Alt+V", "Alt+Shift+V"),
        can_paste_style,
        Where.MAP,
        hint=N_("To all that is selected: the colour to every node, the rest to those of the same kind"),
    ),
)
