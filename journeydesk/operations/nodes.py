"""Adding, removing, moving and copying nodes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.catalogue import kind_of
from journeydesk.kinds.frame import Frame
from journeydesk.kinds.summary import Summary, covered
from journeydesk.language import Message, counted, message
from journeydesk.model.change import Entry
from journeydesk.model.document import Document, Edit
from journeydesk.model.queries import children, closure, links, nodes, root
from journeydesk.model.records import JourneyMap, Link, Node, Record, new_id
from journeydesk.model.terms import Listed
from journeydesk.operations.summaries import take_away

Ranked = TypeVar("Ranked", Node, JourneyMap, Listed)
STEP = 40.0  # how far a copy lies from its original, in board units
NARROWEST = 1e-6  # between the orders of siblings; where less is left they are numbered anew


def on_top(document: Document, map_id: str) -> float:
    """An order that paints a new node over all others of its map."""
    return max((node.order for node in nodes(document, map_id)), default=0.0) + 1.0


def add_node(document: Document, node: Node) -> Node:
    """Puts a node on its map, over the others; gives it as it was kept."""
    placed = replace(node, order=node.order or on_top(document, node.map_id))
    with document.edit(message("Add {kind}", kind=Message(kind_of(node).title))) as edit:
        edit.put(placed)
    found = document.find(Node, placed.id)
    assert found is not None
    return found


def _told(records: Iterable[Record]) -> Message:
    """What was meant: "2 nodes", or "1 link" where no node is among them."""
    found = tuple(records)
    count = sum(isinstance(record, Node) for record in found)
    if count:
        return counted("1 node", "{n} nodes", count)
    return counted("1 link", "{n} links", len(found))


def unlocked(document: Document, ids: Iterable[str]) -> list[Record]:
    """The records with these ids that may be removed, each once."""
    found = {key: record for key in ids if (record := document.get(key)) is not None}
    return [record for record in found.values() if not (isinstance(record, Node) and record.locked)]


def remove(document: Document, ids: Iterable[str]) -> None:
    """Removes nodes and links, with the branches that hang on them and the links that end there.

    Locked nodes stay, but what hangs on a node goes with it.
    """
    chosen = unlocked(document, ids)
    if not chosen:
        return
    with document.edit(message("Delete {what}", what=_told(chosen))) as edit:
        take_away(document, edit, (record.id for record in chosen))


def orders_among(siblings: Sequence[Ranked], at: int, count: int = 1) -> tuple[list[float], list[Ranked]]:
    """Orders for newcomers at a place among siblings (from 0), and the siblings that must make room."""
    if not siblings:
        return [place + 1.0 for place in range(count)], []
    if at <= 0:
        return [siblings[0].order - count + place for place in range(count)], []
    if at >= len(siblings):
        return [siblings[-1].order + 1.0 + place for place in range(count)], []
    last = siblings[at - 1].order
    gap = (siblings[at].order - last) / (count + 1)
    if gap > NARROWEST:
        return [last + gap * place for place in range(1, count + 1)], []
    moved = [
        replace(sibling, order=place + (count if place > at else 0.0))
        for place, sibling in enumerate(siblings, 1)
    ]
    return [at + place + 1.0 for place in range(count)], moved


def remove_keeping_children(document: Document, ids: Iterable[str]) -> None:
    """Removes nodes; what hung on them hangs from where they hung, in their place. Locked nodes stay."""
    chosen = unlocked(document, ids)
    if chosen:
        with document.edit(message("Delete {what}", what=_told(chosen))) as edit:
            take_out(document, edit, [record.id for record in chosen])


def take_out(document: Document, edit: Edit, ids: Iterable[str]) -> None:
    """Removes records and passes on what hangs on them."""
    for key in ids:
        # Asked for again: it may have been passed on from another one that was removed.
        if (node := document.find(Node, key)) is not None:
            _pass_on(document, edit, node)
        take_away(document, edit, (key,))


def _pass_on(document: Document, edit: Edit, node: Node) -> None:
    """Hangs what hangs on a node where the node itself hangs."""
    heirs = children(document, node.id)
    if not node.parent_id:
        for place, heir in enumerate(heirs, 1):
            edit.put(replace(heir, parent_id="", x=node.x, y=node.y + 50 * place))
        return
    siblings = children(document, node.parent_id)
    orders, moved = orders_among(siblings, siblings.index(node) + 1, len(heirs))
    edit.put(*moved)
    for heir, order in zip(heirs, orders, strict=True):
        passed = replace(heir, parent_id=node.parent_id, order=order)
        if isinstance(passed, Branch) and isinstance(node, Branch):
            passed = replace(passed, side=node.side)
        edit.put(passed)


def moving(document: Document, ids: Iterable[str]) -> tuple[Node, ...]:
    """The nodes that a move of these takes along: those that hang from nothing and are not locked.

    A folded frame takes along what it hides. A summary lies where what it spans lies.
    """
    found: dict[str, Node] = {}
    for key in _with_hidden(document, ids):
        node = document.find(Node, key)
        if node is not None:
            top = root(document, node)
            if not top.locked and top.id == node.id and not covered(document, node):
                found[top.id] = top
    return tuple(found.values())


def _with_hidden(document: Document, ids: Iterable[str]) -> dict[str, None]:
    found: dict[str, None] = {}
    waiting = list(ids)[::-1]
    while waiting:
        key = waiting.pop()
        if key not in found:
            found[key] = None
            frame = document.find(Frame, key)
            if frame is not None and frame.folded and not frame.locked:
                waiting += frame.contents
    return found


def family(document: Document, ids: Iterable[str]) -> dict[str, Node | Link]:
    """Nodes with what they take along: what folded frames hide, what hangs on them, and the links there."""
    found = closure(document, _with_hidden(document, ids))
    return {key: record for key, record in found.items() if isinstance(record, Node | Link)}


def carried(document: Document, moved: Sequence[Node]) -> tuple[Link, ...]:
    """The arrows between nodes that move, or what hangs on them, whose bend points move along."""
    tops = {node.id for node in moved}

    def goes(key: str) -> bool:
        node = document.find(Node, key)
        return node is not None and root(document, node).id in tops

    bent = (link for link in links(document, moved[0].map_id) if link.waypoints) if moved else ()
    return tuple(link for link in bent if goes(link.source_id) and goes(link.target_id))


def shift(edit: Edit, starts: Iterable[Node | Link], dx: float, dy: float) -> None:
    """Puts nodes, and the bend points of arrows, as far as this from where they started."""
    edit.put(*(_shifted(record, dx, dy) for record in starts))


def _shifted(record: Node | Link, dx: float, dy: float) -> Node | Link:
    if isinstance(record, Link):
        return replace(record, waypoints=tuple((x + dx, y + dy) for x, y in record.waypoints))
    return replace(record, x=record.x + dx, y=record.y + dy)


def move_label(count: int) -> Message:
    """What a move is called in the history."""
    return message("Move {what}", what=counted("1 node", "{n} nodes", count))


def move(
    document: Document, ids: Iterable[str], dx: float, dy: float, amend: Entry | None = None
) -> Entry | None:
    """Moves nodes, and the bends of arrows, by so many board units, in one step of the history.

    Gives that step, if anything moved. Where `amend` is the last step the two become one, e.g. while a key is
    held.
    """
    chosen = tuple(ids)
    starts = moving(document, chosen)
    bent = [link for key in chosen if (link := document.find(Link, key)) is not None and link.waypoints]
    moved: dict[str, Node | Link] = {node.id: node for node in starts}
    moved.update((link.id, link) for link in (*carried(document, starts), *bent))
    if not moved:
        return None
    edit = document.begin(move_label(len(starts)) if starts else message("Move {what}", what=_told(bent)))
    shift(edit, moved.values(), dx, dy)
    return edit.commit(amend)


def resize(edit: Edit, node: Node, width: float | None, height: float | None, x: float, y: float) -> None:
    """Gives a node a size of its own, None for what follows from its content, and its middle at x, y."""
    edit.put(replace(node, width=width, height=height, x=x, y=y))


def copied(records: Mapping[str, Record], dx: float, dy: float) -> tuple[Node | Link, ...]:
    """Copies of nodes and links under new ids, moved by so much; without links that end outside of them."""
    fresh = {key: new_id() for key in records}
    found: list[Node | Link] = []
    for key, record in records.items():
        if isinstance(record, Link):
            if record.source_id in fresh and record.target_id in fresh:
                source, target = fresh[record.source_id], fresh[record.target_id]
                led = replace(record, id=fresh[key], source_id=source, target_id=target)
                found.append(_shifted(led, dx, dy))
        elif isinstance(record, Node):
            parent = fresh.get(record.parent_id, record.parent_id)
            moved = replace(record, id=fresh[key], parent_id=parent, x=record.x + dx, y=record.y + dy)
            found.append(hiding(moved, fresh))
    return tuple(found)


def hiding(copy: Node, names: Mapping[str, str]) -> Node:
    """The copy of a node: a folded frame hides the copies of what it hid, and is open where there are none.

    A summary spans the copies of what it spanned, and a step belongs to the copy of its stage.

    `names` are the copies' ids by the originals'.
    """
    if copy.stage_id in names:
        copy = replace(copy, stage_id=names[copy.stage_id])
    if isinstance(copy, Summary):
        return replace(copy, covers=tuple(names[key] for key in copy.covers if key in names))
    if not isinstance(copy, Frame):
        return copy
    inside = tuple(names[key] for key in copy.contents if key in names)
    return replace(copy, contents=inside, folded=copy.folded and bool(inside))


def duplicate_label(document: Document, ids: Iterable[str]) -> Message:
    """What copying these is called in the history."""
    return message("Duplicate {what}", what=_told(record for key in ids if (record := document.get(key))))


def duplicate(document: Document, ids: Iterable[str], carried: Iterable[str] = ()) -> tuple[str, ...]:
    """Copies nodes with their branches and the links among them; gives the ids of the copies.

    A folded frame is copied with what it hides. What is `carried`, such as what lies in a frame, is copied as
    well, but its copies' ids are not given.
    """
    chosen = [key for key in ids if document.find(Node, key) is not None]
    if not chosen:
        return ()
    with document.edit(duplicate_label(document, chosen)) as edit:
        copies = put_copies(document, edit, (*chosen, *carried), STEP, STEP)
    return tuple(copies[key] for key in chosen)


def put_copies(document: Document, edit: Edit, ids: Iterable[str], dx: float, dy: float) -> dict[str, str]:
    """Copies nodes with their branches and the links among them; gives the copies' ids by the originals'.

    A copy of a branch follows its original; copies of other nodes lie on top, moved by so much. Copies are
    not locked.
    """
    records = family(document, ids)
    originals = [record for record in records.values() if isinstance(record, Node)]
    copies = copied(records, dx, dy)
    made = (replace(copy, locked=False) for copy in copies if isinstance(copy, Node))
    copy_of = {original.id: copy for original, copy in zip(originals, made, strict=True)}
    top = max((on_top(document, map_id) for map_id in {node.map_id for node in originals}), default=0.0)
    placed: dict[str, Node] = {}
    families: dict[str, dict[str, Node]] = {}
    for place, original in enumerate(sorted(originals, key=lambda node: node.order)):
        copy = placed[original.id] = copy_of[original.id]
        if not copy.parent_id:
            placed[original.id] = replace(copy, order=top + place)
        elif copy.parent_id == original.parent_id:
            families.setdefault(copy.parent_id, {})[original.id] = copy
    rows = [_doubled(children(document, key), family) for key, family in families.items()]
    # Each is put once, with all that it becomes: every put is shown at once.
    put = {copy.id: copy for copy in (*placed.values(), *(node for row in rows for node in row))}
    edit.put(*put.values(), *(copy for copy in copies if isinstance(copy, Link)))
    return {key: copy.id for key, copy in copy_of.items()}


def _doubled(siblings: Sequence[Node], copies: Mapping[str, Node]) -> list[Node]:
    """Copies right after their originals among the siblings, and the siblings that must make room."""
    found: list[Node] = []
    for place, sibling in enumerate(siblings, 1):
        if (copy := copies.get(sibling.id)) is not None:
            (order,), moved = orders_among(siblings, place)
            if moved:
                pairs = (each for node in siblings for each in (node, copies.get(node.id)))
                row = (each for each in pairs if each is not None)
                return [replace(each, order=float(number)) for number, each in enumerate(row, 1)]
            found.append(replace(copy, order=order))
    return found
