"""What of a map can be seen: not what lies in folded frames, nor what lies outside of the node in view."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from journeydesk.kinds.frame import Frame, open_box
from journeydesk.kinds.summary import covered
from journeydesk.model.change import Change
from journeydesk.model.document import Document
from journeydesk.model.queries import descendants, nodes, root
from journeydesk.model.records import Node
from journeydesk.render.arrange import Placed
from journeydesk.render.scope import belongs

Family = dict[str, Placed]


class Sight:
    """Follows the folded frames of one map. What hangs on a hidden node is hidden with it.

    Where there is a node to be `within`, only that is seen, its branches, and what lies in it.
    """

    def __init__(self, document: Document, map_id: str, within: str = "") -> None:
        self._document, self._map_id, self._within = document, map_id, within
        self._contents: dict[str, tuple[str, ...]] = {}
        self._holders: dict[str, dict[str, None]] = {}
        for node in nodes(document, map_id):
            if isinstance(node, Frame):
                self._take(node.id, self._hidden_by(node))

    def hides(self, root_id: str) -> bool:
        """Whether what hangs from nothing lies in a folded frame; a summary with all that it spans."""
        return bool(self._holding(root_id))

    def _holding(self, root_id: str) -> dict[str, None]:
        """The folded frames in which something lies."""
        if found := self._holders.get(root_id):
            return found
        spanned = covered(self._document, self._document.find(Node, root_id))
        held = [self._holders.get(root(self._document, node).id, {}) for node in spanned]
        return held[0] if held and all(held) else {}

    def parted(self, root_id: str, family: Family) -> tuple[Family, Family]:
        """What is seen of a tree, and what is not."""
        if self.hides(root_id):
            return {}, family
        if not self._within:
            return family, {}
        seen = {key: item for key, item in family.items() if belongs(self._document, self._within, item.node)}
        if (focus := seen.get(self._within)) is not None:
            seen[self._within] = replace(focus, limb=None)  # what it hangs on is out of view
        return seen, {key: item for key, item in family.items() if key not in seen}

    def holder(self, root_id: str) -> str:
        """The id of the folded frame that hides a node, the topmost where there are several; "" for none."""
        frames = (frame for key in self._holding(root_id) if (frame := self._frame(key)) is not None)
        return max(((frame.order, frame.id) for frame in frames), default=(0.0, ""))[1]

    def count(self, frame_id: str) -> int:
        """How many nodes a folded frame hides; none for any other node."""
        hidden = (node for key in self._contents.get(frame_id, ()) if (node := self._root(key)) is not None)
        return sum(1 + sum(1 for _ in descendants(self._document, node.id)) for node in hidden)

    def follow(self, change: Change, roots: Iterable[str]) -> dict[str, None]:
        """Follows a change that touches these roots; gives those whose drawing depends on it besides."""
        flipped: dict[str, None] = {}
        frames: dict[str, None] = {}
        for root_id in roots:
            frames.update(self._holders.get(root_id, {}))
        for key, (before, after) in change.items():
            if isinstance(after or before, Frame):
                known = self._contents.get(key, ())
                found = self._hidden_by(after)
                if known != found:
                    flipped.update(dict.fromkeys((*known, *found)))
                    frames.update((holder, None) for root_id in known for holder in self._holders[root_id])
                    self._take(key, found)
        flipped.update(self._crossing(change))
        for root_id in flipped:
            frames.update(self._holders.get(root_id, {}))
        return flipped | frames

    def _crossing(self, change: Change) -> Iterator[tuple[str, None]]:
        """What may come into view or go out of it because the node to be within is another one now."""
        before, after = change.get(self._within, (None, None))
        if before is None and after is None:
            return
        if isinstance(before, Frame) and isinstance(after, Frame) and open_box(before) == open_box(after):
            return
        for node in nodes(self._document, self._map_id):
            if not node.parent_id or self._root(node.id) is not None:
                yield node.id, None

    def _hidden_by(self, record: object) -> tuple[str, ...]:
        if isinstance(record, Frame) and record.folded and record.map_id == self._map_id:
            return tuple(key for key in record.contents if key != record.id)
        return ()

    def _take(self, frame_id: str, contents: tuple[str, ...]) -> None:
        for key in self._contents.pop(frame_id, ()):
            self._holders[key].pop(frame_id)
            if not self._holders[key]:
                del self._holders[key]
        if contents:
            self._contents[frame_id] = contents
            for key in contents:
                self._holders.setdefault(key, {})[frame_id] = None

    def _frame(self, key: str) -> Frame | None:
        return self._document.find(Frame, key)

    def _root(self, key: str) -> Node | None:
        """A node of the map that hangs from nothing there."""
        node = self._document.find(Node, key)
        if node is None or node.map_id != self._map_id:
            return None
        parent = self._document.find(Node, node.parent_id)
        return node if parent is None or parent.map_id != node.map_id else None
