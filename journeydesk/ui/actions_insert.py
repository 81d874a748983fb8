"""The actions that add to a map: a node of every kind, branches, arrows."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise

from journeydesk.kinds.catalogue import KINDS, kind_of
from journeydesk.kinds.kind import Kind
from journeydesk.kinds.summary import SUMMARY
from journeydesk.language import N_
from journeydesk.model.records import Influence, Link, Node, Transition
from journeydesk.operations import branches, links, summaries
from journeydesk.ui.action import Action, Context, Where, with_project
from journeydesk.ui.actions_edit import selected_nodes, with_nodes

# What the keys 1 to 9 of a French keyboard give without Shift.
AZERTY_DIGITS = "&É\"'(-È_Ç"
# What is known by another key elsewhere as well.
MORE_KEYS = {"summary": ("Ctrl+]", "Ctrl+Alt+0", "Ctrl+Alt+À")}


def insert(context: Context, kind: str) -> None:
    """Places a node of this kind and starts its text; a summary spans what is selected."""
    session, chosen = context.session, [node.id for node in selected_nodes(context)]
    if session is None or context.workspace is None:
        return
    if kind == SUMMARY.name and summaries.coverable(session.document, chosen):
        made = summaries.summarise(session.document, chosen)
        session.select((made.id,))
        context.workspace.edit_text(made.id)
    else:
        context.workspace.insert(kind)


def place(context: Context, kind: str) -> None:
    """Lets the next click on the map place a node of this kind."""
    if context.workspace is not None:
        context.workspace.view.choose_tool(kind)


def _grow(context: Context, add: Callable[..., Node]) -> None:
    """Hangs a branch on or beside the node selected last, and starts its text."""
    session, chosen = context.session, selected_nodes(context)
    if session is not None and context.workspace is not None and chosen:
        node = add(session.document, chosen[-1].id)
        session.select((node.id,))
        context.workspace.edit_text(node.id)


def one_node(context: Context) -> bool:
    return context.session is not None and len(context.session.selection) == 1 and with_nodes(context)


def _add_beside(context: Context, before: bool) -> None:
    """A sibling of a branch; beside what hangs from nothing, another node of its kind."""
    node = selected_nodes(context)[-1]
    if node.parent_id:
        _grow(context, partial(branches.add_sibling, before=before))
    else:
        insert(context, kind_of(node).name)


def add_child(context: Context) -> None:
    _grow(context, branches.add_child)


def add_sibling(context: Context) -> None:
    _add_beside(context, before=False)


def add_sibling_before(context: Context) -> None:
    _add_beside(context, before=True)


def add_parent(context: Context) -> None:
    _grow(context, branches.add_parent)


def hangs(context: Context) -> bool:
    """Whether the node selected last hangs under another."""
    chosen = selected_nodes(context)
    return bool(chosen) and bool(chosen[-1].parent_id)


def connect(context: Context, record_class: type[Link] = Transition) -> None:
    """Links the selected nodes one after the other; with fewer than two, takes up the tool for it."""
    session, chosen = context.session, selected_nodes(context)
    if session is None or context.workspace is None:
        return
    if len(chosen) < 2:
        context.workspace.view.choose_tool("influence" if record_class is Influence else "connect")
        return
    made = [
        links.connect(session.document, one.id, other.id, record_class, session.spotlight.travellers)
        for one, other in pairwise(chosen)
    ]
    session.select(link.id for link in made)


def connect_to(context: Context) -> None:
    """Asks for the node to which arrows should lead from what is selected."""
    context.show_dialog("target")


def choose(context: Context, tool: str) -> None:
    if context.workspace is not None:
        context.workspace.view.choose_tool(tool)


def _is_tool(context: Context, tool: str) -> bool:
    return context.workspace is not None and context.workspace.tool == tool


def _insert_row(number: int, kind: Kind) -> Action:
    more = MORE_KEYS.get(kind.name, ())
    keys = more or (f"Ctrl+Alt+{number}", f"Ctrl+Alt+{AZERTY_DIGITS[number - 1]}")
    return Action(f"insert_{kind.name}", kind.title, kind.icon, partial(insert, kind=kind.name), keys)


def _place_row(kind: Kind) -> Action:
    return Action(
        f"place_{kind.name}",
        kind.title,
        kind.icon,
        partial(place, kind=kind.name),
        checked=partial(_is_tool, tool=kind.name),
        hint=N_("Click on the map to place one, or drag it there. Escape stops."),
    )


INSERT = (
    *(_insert_row(number, kind) for number, kind in enumerate(KINDS, 1)),
    Action(
        "add_child", N_("Child Branch"), "corner-down-right", add_child, ("Tab", "Ins"), one_node, Where.MAP
    ),
    Action(
        "add_sibling",
        N_("Next Sibling"),
        "list-plus",
        add_sibling,
        ("Return", "Enter"),
        with_nodes,
        Where.MAP,
    ),
    Action(
        "add_sibling_before",
        N_("Sibling Before"),
        "list-start",
        add_sibling_before,
        ("Shift+Return",),
        with_nodes,
        Where.MAP,
    ),
    Action("add_parent", N_("Parent Branch"), "corner-left-up", add_parent, ("Shift+Tab",), hangs, Where.MAP),
    Action("connect", N_("Connect with an Arrow"), "spline", connect, ("Ctrl+L",), with_project, Where.MAP),
    Action(
        "influence",
        N_("Connect as Influence"),
        "route",
        partial(connect, record_class=Influence),
        ("Ctrl+Shift+L",),
        with_project,
        Where.MAP,
    ),
    Action(
        "connect_to",
        N_("Connect To…"),
        "cable",
        connect_to,
        ("Ctrl+Alt+J",),
        with_nodes,
        Where.MAP,
        hint=N_("Finds the other node by its name; Shift+Enter draws an influence"),
    ),
)

TOOLS = (
    Action(
        "tool_select",
        N_("Select and Move"),
        "mouse-pointer-2",
        partial(choose, tool="select"),
        checked=partial(_is_tool, tool="select"),
        hint=N_("Escape comes back to this"),
    ),
    Action(
        "tool_connect",
        N_("Draw Arrows"),
        "spline",
        partial(choose, tool="connect"),
        checked=partial(_is_tool, tool="connect"),
        hint=N_("Drag from one node to another"),
    ),
    Action(
        "tool_influence",
        N_("Draw Influences"),
        "route",
        partial(choose, tool="influence"),
        checked=partial(_is_tool, tool="influence"),
        hint=N_("Drag from one persona to another"),
    ),
    *(_place_row(kind) for kind in KINDS),
)
