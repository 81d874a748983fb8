"""A map as a tree for Qt: people, stages in order, the rest; branches and arrows under what they leave."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.catalogue import kind_of
from journeydesk.kinds.kind import Part
from journeydesk.kinds.persona import PersonaCard
from journeydesk.layout.flow import Stop, stage_order
from journeydesk.model import queries
from journeydesk.model.change import Change
from journeydesk.model.document import Document
from journeydesk.model.records import Link, Node
from journeydesk.operations import fields, outlining
from journeydesk.ui.icons import icon
from journeydesk.ui.panels.outline_rows import shown_of, sign_of, spoken_of, text_of

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()

RANKS = {Part.PERSON: 0, Part.STAGE: 1, Part.STEP: 2, Part.END: 2, Part.BRANCH: 3, Part.ASIDE: 3}
ROWS = "application/x-journeydesk-rows"


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

    def stretches(self, keys: Iterable[str]) -> list[tuple[int, int]]:
        """The rows of these as stretches of siblings, by number, each by its first and its last."""
        rows = sorted(
            (self.above[number], self.places[number], number)
            for key in keys
            if (number := self.numbers.get(key)) is not None
        )
        found: list[tuple[int, int]] = []
        for above, place, number in rows:
            if found and (above, place - 1) == (self.above[found[-1][1]], self.places[found[-1][1]]):
                found[-1] = (found[-1][0], number)
            else:
                found.append((number, number))
        return found


def _part_rank(node: Node) -> int:
    return RANKS[kind_of(node).part]


def _rank(node: Node) -> tuple[int, float, float, float]:
    return (_part_rank(node), node.order, node.x, node.y)


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
        arrows: dict[str, list[tuple[float, str]]] = {}
        for link in queries.links(self._document, map_id) if map_id else ():
            arrows.setdefault(link.source_id, []).append((link.order, link.id))
        self._stages = _stages(roots)
        roots.sort(key=lambda node: (_part_rank(node), self._stages.get(node.id, 0), _rank(node)))
        tree = self._tree = _Tree()
        tree.roots = tree.add([node.id for node in roots], -1)
        waiting = list(tree.roots)
        while waiting:
            number = waiting.pop()
            above = tree.keys[number]
            level = sorted(children.get(above, ())) + sorted(arrows.get(above, ()))
            if level:
                tree.below[number] = below = tree.add([key for _, key in level], number)
                waiting += below
        self.endResetModel()

    def follow(self, change: Change, map_id: str) -> bool:
        """Refreshes the rows whose words changed; True where the tree changed and must be read anew."""
        for key, (before, after) in change.items():
            here = [
                record
                for record in (before, after)
                if isinstance(record, Node | Link) and record.map_id == map_id
            ]
            if here and (len(here) < 2 or _hangs_by(here[0]) != _hangs_by(here[1])):
                return True
            for stale in (key, *(link.id for link in queries.links_at(self._document, key))) if here else ():
                if (index := self.index_of(stale)).isValid():
                    self.dataChanged.emit(index, index)
        return False

    def key_of(self, index: Index) -> str:
        """The id of the node or arrow in a row, or ""."""
        return self._tree.keys[index.internalId()] if index.isValid() else ""

    def index_of(self, key: str) -> QModelIndex:
        """The row of a node or arrow; an invalid index where it is not in the tree."""
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

    def beside(self, key: str, by: int) -> str:
        """The id in the row so many places further among the siblings of the same rank, or ""."""
        tree = self._tree
        number = tree.numbers.get(key)
        if number is None:
            return ""
        level = tree.below[tree.above[number]] if tree.above[number] >= 0 else tree.roots
        at = tree.places[number] + by
        other = self._document.get(tree.keys[level[at]]) if 0 <= at < len(level) else None
        node = self._document.find(Node, key)
        if node is None or not isinstance(other, Node) or _part_rank(node) != _part_rank(other):
            return ""
        return other.id

    def near(self, key: str) -> tuple[str, int]:
        """The id above a row, and the row's place there, for finding one's place when the row is gone."""
        number = self._tree.numbers.get(key)
        if number is None:
            return "", 0
        above = self._tree.above[number]
        return (self._tree.keys[above] if above >= 0 else ""), self._tree.places[number]

    def next_to(self, above: str, place: int) -> QModelIndex:
        """The row that is now at a place below another, else the last one there, else that other itself."""
        parent = self.index_of(above)
        count = self.rowCount(parent)
        return self.index(min(place, count - 1), 0, parent) if count else parent

    def siblings(self, keys: Iterable[str]) -> list[tuple[QModelIndex, QModelIndex]]:
        """The rows of these as stretches of siblings, each by its first and its last row."""
        return [(self._index(first), self._index(last)) for first, last in self._tree.stretches(keys)]

    def _index(self, number: int) -> QModelIndex:
        return self.createIndex(self._tree.places[number], 0, number)

    # Qt's own questions

    def index(self, row: int, column: int, parent: Index = ROOT) -> QModelIndex:
        level = self._tree.below[parent.internalId()] if parent.isValid() else self._tree.roots
        return self._index(level[row]) if 0 <= row < len(level) and column == 0 else QModelIndex()

    def parent(self, index: Index = ROOT) -> QModelIndex:  # type: ignore[override]  # Qt's has two forms
        above = self._tree.above[index.internalId()] if index.isValid() else -1
        return self._index(above) if above >= 0 else QModelIndex()

    def rowCount(self, parent: Index = ROOT) -> int:
        return len(self._tree.below[parent.internalId()] if parent.isValid() else self._tree.roots)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        record = self._document.get(self.key_of(index))
        if record is None:
            return Qt.ItemFlag.NoItemFlags
        flags = super().flags(index) | Qt.ItemFlag.ItemIsEditable
        if isinstance(record, Node):
            flags |= Qt.ItemFlag.ItemIsDropEnabled
        return flags | Qt.ItemFlag.ItemIsDragEnabled if isinstance(record, Branch) else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        record = self._document.get(self.key_of(index))
        if not isinstance(record, Node | Link):
            return None
        number = self._stages.get(record.id, 0)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return shown_of(self._document, record, number)
            case Qt.ItemDataRole.EditRole:
                return text_of(self._document, record)
            case Qt.ItemDataRole.DecorationRole:
                return icon(sign_of(record))
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken_of(self._document, record, number)
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return record.notes
            case Qt.ItemDataRole.ToolTipRole:
                return shown_of(self._document, record) if isinstance(record, Link) else record.title
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        record = self._document.get(self.key_of(index))
        if not isinstance(record, Node | Link) or role != Qt.ItemDataRole.EditRole:
            return False
        text = str(value).strip()
        if isinstance(record, PersonaCard) and not record.title and record.persona_id:
            fields.set_field(self._document, (record.persona_id,), "name", text)
        elif text != text_of(self._document, record):
            fields.set_field(self._document, (record.id,), "title", text)
        return True

    # Dragging

    def mimeTypes(self) -> list[str]:
        return [ROWS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(ROWS, " ".join(self.key_of(index) for index in indexes).encode())
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        return outlining.may_hang_all(self._document, _keys_in(data), self.key_of(parent))

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Hangs branches where they are dropped: on a row, or between two."""
        keys, above = _keys_in(data), self.key_of(parent)
        if not outlining.may_hang_all(self._document, keys, above):
            return False
        outlining.hang_all(self._document, keys, above, None if row < 0 else row)
        return True


def _keys_in(data: QMimeData) -> list[str]:
    return bytes(data.data(ROWS).data()).decode().split()


def _hangs_by(record: Node | Link) -> tuple[object, ...]:
    """What of a record decides where its row is."""
    if isinstance(record, Link):
        return record.source_id, record.order
    moves = not record.parent_id and kind_of(record).part is Part.STAGE
    return record.parent_id, record.order, *((record.x, record.y) if moves else ())
