"""The actions on arrows: where they lead, how they run, of which kind they are, and how one comes to them."""

from functools import partial

from journeydesk.language import N_, Message, message, say
from journeydesk.model import queries
from journeydesk.model.records import Influence, Link, Node, Transition
from journeydesk.operations import links
from journeydesk.ui.action import Action, Context, Where
from journeydesk.ui.actions_edit import selected_nodes

SLIDE = 0.05  # of an arrow's length


def selected_arrows(context: Context) -> tuple[Link, ...]:
    """The selected arrows, without the nodes."""
    if context.session is None:
        return ()
    return tuple(record for record in context.session.chosen if isinstance(record, Link))


def with_arrows(context: Context) -> bool:
    return bool(selected_arrows(context))


def with_arrow(context: Context) -> bool:
    return len(selected_arrows(context)) == 1


def with_bends(context: Context) -> bool:
    return any(link.waypoints for link in selected_arrows(context))


def with_put_label(context: Context) -> bool:
    return any(link.label_at is not None for link in selected_arrows(context))


def with_arrow_and_card(context: Context) -> bool:
    return with_arrow(context) and len(selected_nodes(context)) == 1


def reverse(context: Context) -> None:
    if context.session is not None:
        links.reverse(context.session.document, context.session.selection)


def straighten(context: Context) -> None:
    if context.session is not None:
        links.straighten(context.session.document, context.session.selection)


def free_label(context: Context) -> None:
    if context.session is not None:
        links.free_labels(context.session.document, context.session.selection)


def slide_label(context: Context, by: float) -> None:
    """Moves the labels of the selected arrows a little along them."""
    if context.workspace is not None:
        context.workspace.view.nudges.slide(by)


def with_label(context: Context) -> bool:
    strands = context.workspace.view.surface.shown.wiring.strands if context.workspace is not None else {}
    found = (strands.get(link.id) for link in selected_arrows(context))
    return any(strand is not None and strand.label_at is not None for strand in found)


def add_bend(context: Context) -> None:
    """Puts a bend into the longest piece of the arrow; the keys that move nodes move it then."""
    if context.session is None or context.workspace is None:
        return
    (link,) = selected_arrows(context)
    strand = context.workspace.view.board.wiring.strands.get(link.id)
    if strand is not None:
        lengths = [piece.length for piece in strand.pieces]
        place = lengths.index(max(lengths))
        x, y = strand.pieces[place].along(0.5)
        links.add_bend(context.session.document, link.id, place, (round(x), round(y)))


def lead_to(context: Context) -> None:
    if context.session is not None:
        (link,), (node,) = selected_arrows(context), selected_nodes(context)
        links.attach(context.session.document, link.id, target_id=node.id)


def start_from(context: Context) -> None:
    if context.session is not None:
        (link,), (node,) = selected_arrows(context), selected_nodes(context)
        links.attach(context.session.document, link.id, source_id=node.id)


def _other_class(context: Context) -> type[Link]:
    """What the selected arrows can be turned into: influences, or where all are that, transitions."""
    found = selected_arrows(context)
    return Transition if found and all(isinstance(link, Influence) for link in found) else Influence


def turn(context: Context) -> None:
    session = context.session
    if session is not None:
        made = links.turn_into(session.document, session.selection, _other_class(context))
        session.select(made)


def turn_text(context: Context) -> Message | str:
    kind = Message(links.TITLES[_other_class(context)])
    return message("Turn into {kind}", kind=say(kind))


def next_arrow(context: Context) -> None:
    """From a card to its first arrow, and on from arrow to arrow of the card from which one came."""
    session, workspace = context.session, context.workspace
    if session is None or workspace is None or not session.selection:
        return
    document, here = session.document, session.selection[-1]
    card, link = here, document.find(Link, here)
    if link is not None:
        ends = (link.source_id, link.target_id)
        card = session.last_node if session.last_node in ends else link.source_id
    shown = workspace.view.board.wiring.strands
    found = [arrow for arrow in queries.links_at(document, card) if arrow.id in shown]
    found.sort(key=lambda arrow: (arrow.source_id != card, arrow.order, arrow.id))
    keys = [arrow.id for arrow in found]
    if keys:
        session.select((keys[(keys.index(here) + 1) % len(keys)] if here in keys else keys[0],))


def has_arrows(context: Context) -> bool:
    session = context.session
    if session is None or not session.selection:
        return False
    record = session.document.get(session.selection[-1])
    return isinstance(record, Link) or (
        isinstance(record, Node) and bool(queries.links_at(session.document, record.id))
    )


ARROW = (
    Action(
        "next_arrow",
        N_("Select Next Arrow"),
        "step-forward",
        next_arrow,
        ("Ctrl+Alt+L",),
        has_arrows,
        Where.MAP,
        hint=N_("From a node to its arrows; the arrow keys lead on to the nodes at their ends"),
    ),
    Action(
        "reverse_arrow",
        N_("Reverse Arrow"),
        "arrow-left-right",
        reverse,
        ("Ctrl+Alt+R",),
        with_arrows,
        Where.MAP,
    ),
    Action(
        "lead_to",
        N_("Lead to Selected Node"),
        "arrow-right-to-line",
        lead_to,
        (),
        with_arrow_and_card,
        Where.MAP,
        hint=N_("Select an arrow and a node"),
    ),
    Action(
        "start_from",
        N_("Start from Selected Node"),
        "arrow-right-from-line",
        start_from,
        (),
        with_arrow_and_card,
        Where.MAP,
        hint=N_("Select an arrow and a node"),
    ),
    Action(
        "add_bend",
        N_("Add Bend"),
        "waypoints",
        add_bend,
        ("Ctrl+Alt+B",),
        with_arrow,
        Where.MAP,
        hint=N_("The keys that move nodes move the bends of a selected arrow"),
    ),
    Action("straighten", N_("Straighten"), "slash", straighten, ("Ctrl+R",), with_bends, Where.MAP),
    Action(
        "label_back",
        N_("Label towards the Beginning"),
        "chevron-left",
        partial(slide_label, by=-SLIDE),
        ("Ctrl+Alt+Home",),
        with_label,
        Where.MAP,
    ),
    Action(
        "label_on",
        N_("Label towards the End"),
        "chevron-right",
        partial(slide_label, by=SLIDE),
        ("Ctrl+Alt+End",),
        with_label,
        Where.MAP,
    ),
    Action(
        "free_label",
        N_("Label Back to Its Own Place"),
        "tag",
        free_label,
        (),
        with_put_label,
        Where.MAP,
    ),
    Action(
        "turn_arrow",
        N_("Turn into Influence"),
        "refresh-cw",
        turn,
        (),
        with_arrows,
        Where.MAP,
        told=turn_text,
    ),
)
