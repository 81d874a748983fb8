"""Editors of chosen values: a switch, one or several of a list, a colour, another record, a picture."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
)

from journeydesk.analysis.columns import stages_in_order
from journeydesk.kinds.catalogue import RECORDS
from journeydesk.language import Problem, say
from journeydesk.model.document import Document
from journeydesk.model.fields import Editor, Field
from journeydesk.model.records import Asset, Node, Persona, Record
from journeydesk.operations import images
from journeydesk.ui.icons import icon, pixmap
from journeydesk.ui.panels.calm_combo import CalmCombo
from journeydesk.ui.panels.colours import ColourEditor, ColoursEditor
from journeydesk.ui.panels.editors import (
    DateEditor,
    FieldEditor,
    Ground,
    LineEditor,
    NumberEditor,
    PairsEditor,
    TextEditor,
)
from journeydesk.ui.panels.faces import FacesEditor, RatingsEditor
from journeydesk.ui.panels.file_editor import FileEditor, LinkEditor
from journeydesk.ui.panels.parts import PartsEditor
from journeydesk.ui.panels.sources_editor import SourcesEditor
from journeydesk.ui.panels.term_editor import TermEditor

_CLASSES: Mapping[str, type[Record]] = {record.__name__: record for record in RECORDS.values()}
PHOTO = 72  # pixels
FACE = "photo_id"  # the field of which the middle alone is seen


def name_of_record(record: Record) -> str:
    """What people call a record."""
    if isinstance(record, Persona):
        return record.name or say("Untitled")
    return str(getattr(record, "title", "") or getattr(record, "name", "")) or say("Untitled")


def _options(told: Field, document: Document) -> list[tuple[str, str, str]]:
    """Key, label and icon of everything that can be chosen."""
    if told.refers:
        return [(record.id, name_of_record(record), "") for record in document.all(_CLASSES[told.refers])]
    return [(choice.key, say(choice.label), choice.icon) for choice in told.choices]


class SwitchEditor(FieldEditor):
    """Yes or no; its label stands beside the box."""

    def __init__(self, told: Field, ground: Ground) -> None:
        super().__init__(told, ground)
        self.box = QCheckBox(say(told.label))
        self.box.clicked.connect(self._commit)
        self.row.addWidget(self.box)
        self.setFocusProxy(self.box)

    def show_value(self, value: Any, several: bool) -> None:
        self.box.setTristate(several)
        state = Qt.CheckState.Checked if value else Qt.CheckState.Unchecked
        self.box.setCheckState(Qt.CheckState.PartiallyChecked if several else state)

    def _commit(self) -> None:
        self.box.setTristate(False)
        self.committed.emit(self.box.checkState() is not Qt.CheckState.Unchecked)


class ChoiceEditor(FieldEditor):
    """One of a vocabulary, or one record of a class."""

    def __init__(self, told: Field, ground: Ground) -> None:
        super().__init__(told, ground)
        self.box = CalmCombo()
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(8)
        self.box.setIconSize(QSize(16, 16))
        self.box.activated.connect(self._commit)
        self.row.addWidget(self.box)
        self.setFocusProxy(self.box)
        self._options: list[tuple[str, str, str]] = []

    def show_value(self, value: Any, several: bool) -> None:
        options = self.options()
        if not several and all(key != value for key, _, _ in options):
            options.append((value, value, ""))
        with QSignalBlocker(self.box):
            if options != self._options:
                self._options = options
                self.box.clear()
                for key, label, sign in options:
                    self.box.addItem(icon(sign), label, key)
            self.box.setPlaceholderText(say("Several values"))
            self.box.setCurrentIndex(-1 if several else self.box.findData(value))

    def options(self) -> list[tuple[str, str, str]]:
        """Key, label and icon of everything that can be chosen, what stands for nothing first."""
        options = _options(self.told, self.ground.document)
        if all(key for key, _, _ in options):
            options.insert(0, ("", say("None") if self.told.refers else "–", ""))
        return options

    def _commit(self) -> None:
        self.committed.emit(self.box.currentData())


class StageEditor(ChoiceEditor):
    """One of the stages of the map in the order of the journey, or none: as it is drawn."""

    def show_value(self, value: Any, several: bool) -> None:
        known = {key for key, _, _ in self.options()}
        super().show_value(value if value in known else "", several)

    def options(self) -> list[tuple[str, str, str]]:
        map_ids = dict.fromkeys(record.map_id for record in self.records if isinstance(record, Node))
        stages = (stage for key in map_ids for stage in stages_in_order(self.ground.document, key))
        return [
            ("", say("As drawn"), ""),
            *((stage.id, " ".join(name_of_record(stage).split()), "") for stage in stages),
        ]


class ShortCheck(QCheckBox):
    """A check box whose text ends in dots where there is no room for it."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._whole = text
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - (56 if not self.icon().isNull() else 32)
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room))


class ChoicesEditor(FieldEditor):
    """Several of a vocabulary, or several records of a class, in the order in which they stand here."""

    def __init__(self, told: Field, ground: Ground) -> None:
        super().__init__(told, ground)
        self.grid = QGridLayout()
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setSpacing(2)
        self.row.addLayout(self.grid)
        self.boxes: dict[str, QCheckBox] = {}
        self._options: list[tuple[str, str, str]] = []
        self._value: tuple[str, ...] = ()
        self._empty = QLabel(say("There are none yet."))
        self._empty.setObjectName("muted")
        self.grid.addWidget(self._empty, 0, 0)

    def show_value(self, value: Any, several: bool) -> None:
        self._value = () if several else value
        options = _options(self.told, self.ground.document)
        if options != self._options:
            self._options = options
            self._fill()
        for key, box in self.boxes.items():
            state = Qt.CheckState.Checked if key in self._value else Qt.CheckState.Unchecked
            box.setCheckState(Qt.CheckState.PartiallyChecked if several else state)

    def _fill(self) -> None:
        for box in self.boxes.values():
            box.deleteLater()
        self.boxes = {}
        for place, (key, label, sign) in enumerate(self._options):
            box = ShortCheck(label)
            box.setIcon(icon(sign))
            box.setIconSize(QSize(16, 16))
            box.clicked.connect(self._commit)
            self.grid.addWidget(box, place, 0)
            self.boxes[key] = box
        self._empty.setVisible(not self.boxes)

    def _commit(self) -> None:
        chosen = [key for key, box in self.boxes.items() if box.checkState() is Qt.CheckState.Checked]
        unknown = [key for key in self._value if key not in self.boxes]
        self.committed.emit((*chosen, *unknown))


class PictureEditor(FieldEditor):
    """A picture that is kept inside the project; one that is new to it is committed as it is."""

    def __init__(self, told: Field, ground: Ground) -> None:
        super().__init__(told, ground)
        self.preview = QLabel()
        self.preview.setFixedSize(PHOTO, PHOTO)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        choose = QPushButton(say("Choose Picture…"))
        choose.clicked.connect(self._choose)
        self.remove = QPushButton(say("Remove"))
        self.remove.setObjectName("quiet")
        self.remove.clicked.connect(self._remove)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(choose)
        column.addWidget(self.remove)
        self.row.addWidget(self.preview)
        self.row.addLayout(column, 1)
        self.setFocusProxy(choose)

    def show_value(self, value: Any, several: bool) -> None:
        asset = None if several else self.ground.document.find(Asset, value)
        image = QImage.fromData(asset.data) if asset is not None else QImage()
        self.remove.setEnabled(several or bool(value))
        if image.isNull():
            self.preview.setPixmap(pixmap("image", 24))
        else:
            seen = _middle(image) if self.told.name == FACE else image
            self.preview.setPixmap(_small(seen, self.devicePixelRatioF()))

    def _choose(self) -> None:
        path = self.ground.dialogs.ask_picture()
        if path is None:
            return
        try:
            asset = images.read_file(path)
        except Problem as problem:
            self.ground.dialogs.tell_problem(problem)
        else:
            self.committed.emit(asset)

    def _remove(self) -> None:
        self.committed.emit("")


def _middle(image: QImage) -> QImage:
    """The middle of a picture as a square."""
    side = min(image.width(), image.height())
    return image.copy((image.width() - side) // 2, (image.height() - side) // 2, side, side)


def _small(image: QImage, ratio: float) -> QPixmap:
    """A picture as large as there is room for it."""
    size = round(PHOTO * ratio)
    small = image.scaled(
        size, size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    made = QPixmap.fromImage(small)
    made.setDevicePixelRatio(ratio)
    return made


EDITORS: Mapping[Editor, type[FieldEditor]] = {
    Editor.FILE: FileEditor,
    Editor.LINE: LineEditor,
    Editor.TEXT: TextEditor,
    Editor.LINES: TextEditor,
    Editor.PAIRS: PairsEditor,
    Editor.NUMBER: NumberEditor,
    Editor.SWITCH: SwitchEditor,
    Editor.CHOICE: ChoiceEditor,
    Editor.CHOICES: ChoicesEditor,
    Editor.DATE: DateEditor,
    Editor.URL: LinkEditor,
    Editor.COLOUR: ColourEditor,
    Editor.COLOURS: ColoursEditor,
    Editor.RECORD: ChoiceEditor,
    Editor.RECORDS: ChoicesEditor,
    Editor.RATINGS: RatingsEditor,
    Editor.PARTS: PartsEditor,
    Editor.STAGE: StageEditor,
}


def editor_for(told: Field, ground: Ground) -> FieldEditor:
    """The editor that a field asks for."""
    if told.editor is Editor.RECORD and told.refers == "Asset":
        return PictureEditor(told, ground)
    if told.editor is Editor.RECORDS and told.refers == "Evidence":
        return SourcesEditor(told, ground)
    if told.vocabulary:
        return TermEditor(told, ground)
    if told.name in ("sentiment", "expected"):
        return FacesEditor(told, ground)
    return EDITORS[told.editor](told, ground)
