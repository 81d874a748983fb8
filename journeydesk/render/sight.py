"""What of a map can be seen: what lies in folded frames cannot."""

from collections.abc import Iterable

from journeydesk.kinds.frame import Frame
from journeydesk.model.change import Change
from journeydesk.model.document import Document
from journeydesk.model.queries import descendants, nodes
from journeydesk.model.records import Node


class Sight:
    """Follows the folded frames of one map. What hangs on a hidden node is hidden with it."""

    def __init__(self, document: Document, map_id: str) -> None:
        self._document, self._map_id = document, map_id
        self._contents: dict[str, tuple[str, ...]] = {}
        self._holders: dict[str, dict[str, None]] = {}
        for node in nodes(document, map_id):
            if isinstance(node, Frame):
                self._take(node.id, self._hidden_by(node))

    def hides(self, root_id: str) -> bool:
        """Whether what hangs from nothing lies in a folded frame."""
        return bool(self._holders.get(root_id))

    def holder(self, root_id: str) -> str:
        """The id of the folded frame that hides a node, the topmost where there are several; "" for none."""
        frames = (frame for key in self._holders.get(root_id, ()) if (frame := self._frame(key)) is not None)
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
        for root_id in flipped:
            frames.update(self._holders.get(root_id, {}))
        return flipped | frames

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
