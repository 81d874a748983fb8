"""The nodes of a map as a tree for Qt: people, stages in order, the rest; branches under their parents."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.catalogue import kind_of
from journeydesk.kinds.kind import Part
from journeydesk.kinds.persona import PersonaCard
from journeydesk.language import message, say
from journeydesk.layout.flow import Stop, stage_order
from journeydesk.model import queries
from journeydesk.model.change import Change
from journeydesk.model.document import Document
from journeydesk.model.records import Node, Persona
from journeydesk.model.vocabulary import TOPICS
from journeydesk.operations import fields
from journeydesk.ui.icons import icon

Index = QModelIndex | QPersistentModelIndex

RANKS = {Part.PERSON: 0, Part.STAGE: 1, Part.STEP: 2, Part.END: 2, Part.BRANCH: 3, Part.ASIDE: 3}
TOPIC_ICONS = {topic.key: topic.icon for topic in TOPICS}


@dataclass(slots=True)
class _Tree:
    """The rows by number: whose they are, their place among their siblings, what is above and below."""

    keys: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    above: list[int] = field(default_factory=list)
    below: list[Sequence[int]] = field(default_factory=list)
    roots: Sequence[int] = ()
    numbers: dict[str, int] = field(default_factory=dict)

    def add(self, keys: list[str], above: int) -> range:
        """Adds a level of siblings below a row; gives their numbers."""
        first = len(self.keys)
        made = range(first, first + len(keys))
        self.keys += keys
        self.places += range(len(keys))
        self.above += [above] * len(keys)
        self.below += [()] * len(keys)
        self.numbers.update(zip(keys, made, strict=True))
        return made


def text_of(document: Document, node: Node) -> str:
    """What a node says, in one line, else the name of its kind."""
    title = " ".join(node.title.split())
    if not title and isinstance(node, PersonaCard):
        persona = document.find(Persona, node.persona_id)
        title = persona.name if persona is not None else ""
    return title


def sign_of(node: Node) -> str:
    """The name of a node's icon."""
    if isinstance(node, Branch):
        return TOPIC_ICONS.get(node.topic, "lightbulb")
    return kind_of(node).icon


def _rank(node: Node) -> tuple[int, float, float, float]:
    rank = RANKS[kind_of(node).part]
    return (rank, node.order, node.x, node.y)


def _stages(roots: list[Node]) -> dict[str, int]:
    """The number of every stage, as the map shows it."""
    stages = [node for node in roots if kind_of(node).part is Part.STAGE]
    order = stage_order(Stop(node.id, node.x, node.y, True, False) for node in stages)
    return {key: number for number, key in enumerate(order, 1)}


class OutlineModel(QAbstractItemModel):
    """Knows ids and their order only; what a row says is read from the document when it is shown."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._tree = _Tree()
        self._stages: dict[str, int] = {}

    def read(self, map_id: str) -> None:
        """Reads the whole tree of a map anew."""
        self.beginResetModel()
        nodes = {node.id: node for node in (queries.nodes(self._document, map_id) if map_id else ())}
        roots: list[Node] = []
        children: dict[str, list[tuple[float, str]]] = {}
        for key, node in nodes.items():
            parent = node.parent_id
            if parent and parent in nodes:
                children.setdefault(parent, []).append((node.order, key))
            else:
                roots.append(node)
        self._stages = _stages(roots)
        roots.sort(key=lambda node: (RANKS[kind_of(node).part], self._stages.get(node.id, 0), _rank(node)))
        tree = self._tree = _Tree()
        tree.roots = tree.add([node.id for node in roots], -1)
        waiting = list(tree.roots)
        while waiting:
            number = waiting.pop()
            level = children.get(tree.keys[number])
            if level:
                level.sort()
                tree.below[number] = below = tree.add([key for _, key in level], number)
                waiting += below
        self.endResetModel()

    def follow(self, change: Change, map_id: str) -> bool:
        """Refreshes the rows whose words changed; True where the tree changed and must be read anew."""
        for key, (before, after) in change.items():
            here = [node for node in (before, after) if isinstance(node, Node) and node.map_id == map_id]
            if not here:
                continue
            if not isinstance(before, Node) or not isinstance(after, Node) or len(here) < 2:
                return True
            if (before.parent_id, before.order) != (after.parent_id, after.order):
                return True
            if (
                not after.parent_id
                and kind_of(after).part is Part.STAGE
                and (before.x, before.y) != (after.x, after.y)
            ):
                return True
            index = self.index_of(key)
            if index.isValid():
                self.dataChanged.emit(index, index)
        return False

    def key_of(self, index: Index) -> str:
        """The id of the node in a row, or ""."""
        return self._tree.keys[index.internalId()] if index.isValid() else ""

    def index_of(self, key: str) -> QModelIndex:
        """The row of a node; an invalid index where it is not in the tree."""
        number = self._tree.numbers.get(key)
        return QModelIndex() if number is None else self._index(number)

    def levels(self) -> list[list[str]]:
        """The ids of the rows that have others below them, by their depth."""
        tree = self._tree
        found: list[list[str]] = []
        level = list(tree.roots)
        while level := [number for number in level if tree.below[number]]:
            found.append([tree.keys[number] for number in level])
            level = [below for number in level for below in tree.below[number]]
        return found

    def siblings(self, keys: Iterable[str]) -> list[tuple[QModelIndex, QModelIndex]]:
        """The rows of these nodes as stretches of siblings, each by its first and its last row."""
        tree = self._tree
        rows = sorted(
            (tree.above[number], tree.places[number], number)
            for key in keys
            if (number := tree.numbers.get(key)) is not None
        )
        found: list[tuple[int, int]] = []
        for above, place, number in rows:
            if found and (above, place - 1) == (tree.above[found[-1][1]], tree.places[found[-1][1]]):
                found[-1] = (found[-1][0], number)
            else:
                found.append((number, number))
        return [(self._index(first), self._index(last)) for first, last in found]

    def _index(self, number: int) -> QModelIndex:
        return self.createIndex(self._tree.places[number], 0, number)

    # Qt's own questions

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        level = self._tree.below[parent.internalId()] if parent.isValid() else self._tree.roots
        return self._index(level[row]) if 0 <= row < len(level) and column == 0 else QModelIndex()

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        above = self._tree.above[index.internalId()] if index.isValid() else -1
        return self._index(above) if above >= 0 else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._tree.below[parent.internalId()] if parent.isValid() else self._tree.roots)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        node = self._document.find(Node, self.key_of(index))
        if node is None:
            return None
        text = text_of(self._document, node)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                number = self._stages.get(node.id, 0)
                shown = text or say(kind_of(node).title)
                return say(message("{n}. {title}", n=number, title=shown)) if number else shown
            case Qt.ItemDataRole.EditRole:
                return text
            case Qt.ItemDataRole.DecorationRole:
                return icon(sign_of(node))
            case Qt.ItemDataRole.AccessibleTextRole:
                return say(message("{kind}: {title}", kind=say(kind_of(node).title), title=text))
            case Qt.ItemDataRole.ToolTipRole:
                return node.title
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        node = self._document.find(Node, self.key_of(index))
        if node is None or role != Qt.ItemDataRole.EditRole:
            return False
        text = str(value).strip()
        if isinstance(node, PersonaCard) and not node.title and node.persona_id:
            fields.set_field(self._document, (node.persona_id,), "name", text)
        elif text != text_of(self._document, node):
            fields.set_field(self._document, (node.id,), "title", text)
        return True
