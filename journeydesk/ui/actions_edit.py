"""The actions that change what is there: history, selection, text, removal."""

from journeydesk.language import N_, Message, message, say
from journeydesk.model import queries
from journeydesk.model.document import Document
from journeydesk.model.records import Node
from journeydesk.operations import folding, nodes
from journeydesk.render.enclosing import with_contents
from journeydesk.ui import arranging
from journeydesk.ui.action import Action, Context, Where, with_project, with_selection


def undo(context: Context) -> None:
    if context.session is not None:
        context.session.undo()


def redo(context: Context) -> None:
    if context.session is not None:
        context.session.redo()


def tidies(context: Context) -> bool:
    """Whether a tidy map is shown that is not kept yet: undo refuses it, and takes no step back."""
    return context.workspace is not None and context.workspace.tidying.is_busy


def can_undo(context: Context) -> bool:
    return tidies(context) or (context.session is not None and context.session.document.history[1] > 0)


def can_redo(context: Context) -> bool:
    if context.session is None:
        return False
    entries, position = context.session.document.history
    return position < len(entries)


def undo_text(context: Context) -> Message | str:
    if context.session is None or not can_undo(context):
        return say("Undo")
    if tidies(context):
        return message("Undo “{step}”", step=message("Tidy"))
    entries, position = context.session.document.history
    return message("Undo “{step}”", step=entries[position - 1].label)


def redo_text(context: Context) -> Message | str:
    if context.session is None or not can_redo(context):
        return say("Redo")
    entries, position = context.session.document.history
    return message("Redo “{step}”", step=entries[position].label)


def duplicate(context: Context) -> None:
    session = context.session
    if session is not None and context.workspace is not None:
        whole = with_contents(context.workspace.view.board, session.selection)
        session.select(nodes.duplicate(session.document, session.selection, whole))


def remove(context: Context) -> None:
    session = context.session
    if session is not None and context.workspace is not None:
        heir = _heir(session.document, session.selection)
        told = arranging.remove(session, context.workspace.view.board)
        session.select((heir,) if heir else session.selection)
        session.hint_changed.emit(say(told))


def _heir(document: Document, ids: tuple[str, ...]) -> str:
    """What is selected once these are gone: for a branch the sibling after it or before it, or its parent."""
    node = document.find(Node, ids[-1]) if ids else None
    if node is None or not node.parent_id:
        return ""
    family = [child.id for child in queries.children(document, node.parent_id)]
    place = family.index(node.id)
    found = (*family[place + 1 :], *reversed(family[:place]), node.parent_id)
    return next(key for key in found if key not in ids or key == node.parent_id)


def remove_keeping_children(context: Context) -> None:
    session = context.session
    if session is not None:
        document, gone = session.document, session.selection
        heirs = [child.id for key in gone for child in queries.children(document, key)]
        nodes.remove_keeping_children(document, gone)
        session.select((*session.selection, *heirs))


def select_all(context: Context) -> None:
    session = context.session
    if session is not None:
        found = (
            *queries.nodes(session.document, session.map_id),
            *queries.links(session.document, session.map_id),
        )
        session.select(record.id for record in found if session.drill.shows(record.id))


def select_nothing(context: Context) -> None:
    if context.session is not None:
        context.session.select(())


def edit_text(context: Context) -> None:
    if context.session is not None and context.workspace is not None:
        context.workspace.edit_text(context.session.selection[-1])


def selected_nodes(context: Context) -> tuple[Node, ...]:
    """The selected nodes, without the links."""
    if context.session is None:
        return ()
    return tuple(record for record in context.session.chosen if isinstance(record, Node))


def with_nodes(context: Context) -> bool:
    return arranging.has_node(context.session)


def can_fold(context: Context) -> bool:
    session = context.session
    return session is not None and any(
        folding.is_foldable(session.document, node) for node in selected_nodes(context)
    )


def with_branches(context: Context) -> bool:
    session = context.session
    return session is not None and any(
        queries.children(session.document, node.id) for node in selected_nodes(context)
    )


def is_folded(context: Context) -> bool:
    return any(node.folded for node in selected_nodes(context))


def fold(context: Context) -> None:
    if context.session is not None:
        folding.toggle_folded(context.session.document, context.session.selection)


EDIT = (
    Action("undo", N_("Undo"), "undo-2", undo, ("Ctrl+Z",), can_undo, told=undo_text),
    Action("redo", N_("Redo"), "redo-2", redo, ("Ctrl+Shift+Z", "Ctrl+Y"), can_redo, told=redo_text),
    Action("duplicate", N_("Duplicate"), "copy", duplicate, ("Ctrl+D",), with_nodes, Where.MAP),
    Action("remove", N_("Delete"), "trash-2", remove, ("Del", "Backspace"), with_selection, Where.MAP),
    Action(
        "remove_keeping_children",
        N_("Delete and Keep Its Branches"),
        "ungroup",
        remove_keeping_children,
        ("Shift+Del",),
        with_branches,
        Where.MAP,
    ),
    Action("select_all", N_("Select All"), "box-select", select_all, ("Ctrl+A",), with_project, Where.MAP),
    Action(
        "select_nothing",
        N_("Select Nothing"),
        "square-dashed",
        select_nothing,
        ("Ctrl+Shift+A",),
        with_selection,
        Where.MAP,
    ),
    Action("edit_text", N_("Edit Text"), "text-cursor-input", edit_text, ("F2",), with_selection, Where.MAP),
    Action("fold", N_("Fold"), "fold-vertical", fold, ("Space",), can_fold, Where.MAP, is_folded),
)
