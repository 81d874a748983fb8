"""The nodes of a map as a tree for Qt: people, stages in order, the rest; branches under their parents."""

from collections import defaultdict
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.catalogue import kind_of
from journeydesk.kinds.kind import Part
from journeydesk.kinds.persona import PersonaCard
from journeydesk.language import message, say
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
class _Row:
    """A node in the tree; `place` is its row among its siblings, `above` its parent's number or -1."""

    key: str
    above: int
    place: int
    number: int = 0
    below: list[int] = field(default_factory=list)


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
    return (rank, node.x, node.y, node.order) if rank == 1 else (rank, node.order, node.x, node.y)


class OutlineModel(QAbstractItemModel):
    """Knows ids and their order only; what a row says is read from the document when it is shown."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._rows: list[_Row] = []
        self._roots: list[int] = []
        self._numbers: dict[str, int] = {}

    def read(self, map_id: str) -> None:
        """Reads the whole tree of a map anew."""
        self.beginResetModel()
        nodes = queries.nodes(self._document, map_id) if map_id else ()
        known = {node.id for node in nodes}
        children: dict[str, list[Node]] = defaultdict(list)
        for node in nodes:
            children[node.parent_id if node.parent_id in known else ""].append(node)
        self._rows, self._numbers = [], {}
        self._roots = self._read_level(sorted(children.pop("", ()), key=_rank), -1)
        stage = 0
        for number in self._roots:
            root = self._document.find(Node, self._rows[number].key)
            if root is not None and kind_of(root).part is Part.STAGE:
                stage += 1
                self._rows[number].number = stage
        waiting = list(self._roots)
        while waiting:
            number = waiting.pop()
            level = sorted(children.pop(self._rows[number].key, ()), key=lambda node: (node.order, node.id))
            self._rows[number].below = self._read_level(level, number)
            waiting.extend(self._rows[number].below)
        self.endResetModel()

    def _read_level(self, nodes: list[Node], above: int) -> list[int]:
        made = []
        for place, node in enumerate(nodes):
            self._numbers[node.id] = len(self._rows)
            made.append(len(self._rows))
            self._rows.append(_Row(node.id, above, place))
        return made

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
            if not after.parent_id and _rank(before) != _rank(after):
                return True
            index = self.index_of(key)
            if index.isValid():
                self.dataChanged.emit(index, index)
        return False

    def key_of(self, index: Index) -> str:
        """The id of the node in a row, or ""."""
        return self._rows[index.internalId()].key if index.isValid() else ""

    def index_of(self, key: str) -> QModelIndex:
        """The row of a node; an invalid index where it is not in the tree."""
        number = self._numbers.get(key)
        return QModelIndex() if number is None else self._index(number)

    def parents(self) -> list[QModelIndex]:
        """The rows that have others below them."""
        return [self._index(number) for number, row in enumerate(self._rows) if row.below]

    def _index(self, number: int) -> QModelIndex:
        return self.createIndex(self._rows[number].place, 0, number)

    # Qt's own questions

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        level = self._rows[parent.internalId()].below if parent.isValid() else self._roots
        return self._index(level[row]) if 0 <= row < len(level) and column == 0 else QModelIndex()

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        above = self._rows[index.internalId()].above if index.isValid() else -1
        return self._index(above) if above >= 0 else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._rows[parent.internalId()].below if parent.isValid() else self._roots)

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
                number = self._rows[index.internalId()].number
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
