"""The rows of a form for the page: a size by its name or in millimetres, and how it lies."""

from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QFormLayout

from journeydesk.language import N_, message, say
from journeydesk.render.pages import LARGEST, NAMED, ROLLS, SMALLEST, PageSize, page_size
from journeydesk.ui.text_size import scaled

TURNS = (("auto", N_("As suits the map")), ("landscape", N_("Lying")), ("portrait", N_("Standing")))
OWN = "own"


class PaperRows(QObject):
    """Boxes and numbers for the page. `changed` tells that another page is wanted."""

    changed = Signal()

    def __init__(self, form: QFormLayout) -> None:
        super().__init__(form)
        self._form = form
        rolls = [(f"roll-{width:g}mm", say(message("Roll, {n} mm wide", n=f"{width:g}"))) for width in ROLLS]
        self.paper = choice([*((name, name) for name in NAMED), *rolls, (OWN, say("Another size"))])
        self.paper.setCurrentText("A3")
        self.wide, self.high = _length(900), _length(600)
        self.turn = choice([(key, say(text)) for key, text in TURNS])
        for text, editor in (
            (say("Paper"), self.paper),
            (say("Width"), self.wide),
            (say("Height"), self.high),
            (say("Orientation"), self.turn),
        ):
            form.addRow(text, editor)
        for box in (self.paper, self.turn):
            box.currentIndexChanged.connect(self._tell)
        for number in (self.wide, self.high):
            number.valueChanged.connect(self._tell)

    def show(self, wanted: bool) -> None:
        """Shows the rows that mean something, or none."""
        key = self.paper.currentData()
        own = wanted and key == OWN
        for editor, seen in (
            (self.paper, wanted),
            (self.wide, own),
            (self.high, own),
            (self.turn, wanted and key in NAMED),
        ):
            self._form.setRowVisible(editor, seen)

    @property
    def page(self) -> PageSize:
        """The chosen page."""
        key, turn = self.paper.currentData(), self.turn.currentData()
        if key == OWN:
            return PageSize(self.wide.value(), self.high.value())
        page = page_size(key)
        if turn == "auto" or page.roll:
            return page
        return page.landscape() if turn == "landscape" else page.portrait()

    @property
    def values(self) -> dict[str, Any]:
        """What is chosen, as plain values."""
        chosen = {"paper": self.paper.currentData(), "turn": self.turn.currentData()}
        return {**chosen, "wide": self.wide.value(), "high": self.high.value()}

    def choose(self, values: dict[str, Any]) -> None:
        """Chooses these values; what does not fit is passed over."""
        for name, box in (("paper", self.paper), ("turn", self.turn)):
            choose(box, values.get(name))
        for name, number in (("wide", self.wide), ("high", self.high)):
            value = values.get(name)
            if isinstance(value, float | int) and not isinstance(value, bool):
                number.setValue(value)

    def _tell(self, _value: object) -> None:
        self.changed.emit()


def choice(rows: list[tuple[str, str]]) -> QComboBox:
    """A box that offers these texts, each with its key."""
    box = QComboBox()
    box.setMinimumWidth(scaled(200))
    for key, text in rows:
        box.addItem(text, key)
    return box


def choose(box: QComboBox, key: object) -> None:
    """Chooses what has this key, where there is such."""
    place = box.findData(key)
    if key is not None and place >= 0:
        box.setCurrentIndex(place)


def _length(value: float) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setRange(SMALLEST, LARGEST)
    box.setDecimals(1)
    box.setSuffix(" mm")
    box.setAccessibleDescription("mm")
    box.setValue(value)
    box.lineEdit().setTextMargins(4, 0, 4, 0)
    return box
