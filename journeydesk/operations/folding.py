"""Folding and unfolding: branch by branch, by levels, by frames, and what hides a node.

A folded node hides what hangs on it. A folded frame hides besides what lay in it when it was folded, which
it remembers, so that nothing vanishes into a frame that is only a bar.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from journeydesk.kinds.frame import Frame, surrounds
from journeydesk.kinds.summary import covered
from journeydesk.language import Message, counted, message
from journeydesk.model.change import Entry
from journeydesk.model.document import Document
from journeydesk.model.queries import children, descendants, nodes
from journeydesk.model.records import Link, Node


def is_foldable(document: Document, node: Node) -> bool:
    """Whether there is anything to fold: branches on a node, or a frame's inside."""
    return isinstance(node, Frame) or bool(children(document, node.id))


def set_folded(document: Document, ids: Iterable[str], folded: bool) -> None:
    """Folds or unfolds nodes; those on which nothing hangs are passed over, but for frames."""
    found = [node for key in ids if (node := document.find(Node, key)) is not None]
    changed = [
        made
        for node in found
        if node.folded != folded
        and is_foldable(document, node)
        and (made := turned(document, node, folded)) != node
    ]
    if not changed:
        return
    count = len(changed)
    if all(isinstance(node, Frame) for node in changed):
        told = counted("Fold frame", "Fold {n} frames", count)
        back = counted("Unfold frame", "Unfold {n} frames", count)
    else:
        told = counted("Fold branch", "Fold {n} branches", count)
        back = counted("Unfold branch", "Unfold {n} branches", count)
    _put(document, told if folded else back, changed)


def toggle_folded(document: Document, ids: Iterable[str]) -> None:
    """Unfolds nodes where any of them is folded, else folds them."""
    found = [node for key in ids if (node := document.find(Node, key)) is not None]
    foldable = [node for node in found if is_foldable(document, node)]
    set_folded(document, [node.id for node in foldable], not any(node.folded for node in foldable))


# Levels


def fold_level(document: Document, starts: Iterable[str]) -> None:
    """Shows one level less under these nodes: folds what carries the deepest branches that are seen."""
    levels = list(_levels(document, starts))
    carriers = levels[-2] if len(levels) > 1 else ()
    folded = [turned(document, node, True) for node in carriers if children(document, node.id)]
    _put(document, message("Show one level less"), [node for node in folded if node.folded])


def unfold_level(document: Document, starts: Iterable[str]) -> None:
    """Shows one level more under these nodes: unfolds the folded ones that are nearest to them."""
    for level in _levels(document, starts):
        found = [node for node in level if node.folded and is_foldable(document, node)]
        if found:
            below = [child for node in found for child in children(document, node.id)]
            shut = [
                turned(document, child, True)
                for child in below
                if not child.folded and children(document, child.id)
            ]
            opened = [turned(document, node, False) for node in found]
            _put(document, message("Show one level more"), [*opened, *shut])
            return


def fold_all(document: Document, starts: Iterable[str]) -> None:
    """Folds these nodes and everything under them."""
    found = [node for node in _below(document, starts) if not node.folded and children(document, node.id)]
    frames = [node for node in _nodes(document, starts) if isinstance(node, Frame) and not node.folded]
    every = {node.id: turned(document, node, True) for node in (*found, *frames)}
    _put(document, message("Fold all"), list(every.values()))


def unfold_all(document: Document, starts: Iterable[str]) -> None:
    """Unfolds these nodes, everything under them, and what their frames hide."""
    found: dict[str, Node] = {}
    waiting = list(starts)
    while waiting:
        for node in _below(document, waiting):
            if node.id not in found:
                found[node.id] = node
        hidden = [
            key for node in found.values() if isinstance(node, Frame) and node.folded for key in node.contents
        ]
        waiting = [key for key in hidden if key not in found and document.find(Node, key) is not None]
    changed = [turned(document, node, False) for node in found.values() if node.folded]
    _put(document, message("Unfold all"), changed)


def starts_on(document: Document, map_id: str) -> tuple[str, ...]:
    """What hangs from nothing on a map, without the frames: where its levels begin."""
    found = (node for node in nodes(document, map_id) if not isinstance(node, Frame))
    return tuple(node.id for node in found if not node.parent_id)


# What is hidden


def folded_over(document: Document, key: str) -> tuple[Node, ...]:
    """The folded nodes and frames that hide a node, or an end of an arrow; nothing where it can be seen."""
    record = document.get(key)
    ends = (record.source_id, record.target_id) if isinstance(record, Link) else (key,)
    found: dict[str, Node] = {}
    waiting = [node for end in ends if (node := document.find(Node, end)) is not None]
    seen: set[str] = set()
    while waiting:
        node = waiting.pop()
        if node.id in seen:
            continue
        seen.add(node.id)
        parent = document.find(Node, node.parent_id)
        above: Iterable[Node] = (parent,) if parent is not None else frames_over(document, node)
        for over in above:
            waiting.append(over)
            if over.folded:
                found[over.id] = over
    return tuple(found.values())


def frames_over(document: Document, node: Node) -> tuple[Frame, ...]:
    """The folded frames that hide what hangs from nothing."""
    return tuple(
        frame
        for frame in document.all(Frame)
        if frame.folded and frame.map_id == node.map_id and node.id in frame.contents
    )


def reveal(document: Document, key: str, amend: Entry | None = None) -> Entry | None:
    """Unfolds what hides a node or an arrow; gives the step of the history, which may go on from another."""
    hiding = folded_over(document, key)
    if not hiding:
        return amend
    edit = document.begin(message("Unfold what was found"))
    edit.put(*(turned(document, node, False) for node in hiding))
    return edit.commit(amend)


# What is folded


def turned(document: Document, node: Node, folded: bool) -> Node:
    """The node folded or unfolded; a frame takes note of what it hides."""
    if isinstance(node, Frame):
        return replace(node, folded=folded, contents=lying_in(document, node) if folded else ())
    return replace(node, folded=folded)


def lying_in(document: Document, frame: Frame) -> tuple[str, ...]:
    """The ids of what a folded frame hides, or of what would be hidden if it were folded.

    Summaries follow what they span.
    """
    if frame.folded:
        return frame.contents
    over = {each.id for each in folded_over(document, frame.id)}
    return tuple(
        node.id
        for node in nodes(document, frame.map_id)
        if not node.parent_id
        and node.id not in over
        and surrounds(frame, node)
        and not covered(document, node)
    )


# Within


def _put(document: Document, label: Message, changed: list[Node]) -> None:
    if changed:
        with document.edit(label) as edit:
            edit.put(*changed)


def _nodes(document: Document, ids: Iterable[str]) -> list[Node]:
    return [node for key in ids if (node := document.find(Node, key)) is not None]


def _below(document: Document, starts: Iterable[str]) -> list[Node]:
    """These nodes and all that hangs under them, each once."""
    found: dict[str, Node] = {}
    for start in _nodes(document, starts):
        if start.id not in found:
            found.update({node.id: node for node in (start, *descendants(document, start.id))})
    return list(found.values())


def _levels(document: Document, starts: Iterable[str]) -> Iterator[list[Node]]:
    """These nodes, what is seen of the branches on them, and so on."""
    level = _nodes(document, starts)
    seen = {node.id for node in level}
    while level:
        yield level
        below = [child for node in level if not node.folded for child in children(document, node.id)]
        level = [child for child in below if child.id not in seen]
        seen.update(child.id for child in level)
