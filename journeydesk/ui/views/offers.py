"""The menu of what can be chosen at a spot."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from journeydesk.model.document import Document
from journeydesk.ui.icons import icon
from journeydesk.ui.views.canvas import ViewCanvas
from journeydesk.views.view import Spot


class OfferMenu(QMenu):
    """Opens below a spot; what is chosen is done."""

    def __init__(self, document: Document, canvas: ViewCanvas, spot: Spot) -> None:
        super().__init__(canvas)
        self._document = document
        self._offers = spot.offers() if spot.offers is not None else ()
        self.setAccessibleName(spot.label)
        for offer in self._offers:
            row = self.addAction(icon(offer.icon), offer.label.replace("&", "&&"))
            row.setCheckable(True)
            row.setChecked(offer.is_on)
            row.setIconVisibleInMenu(not offer.is_on)
        self.triggered.connect(self._do)
        self.aboutToHide.connect(self.deleteLater)
        box = canvas.seen.box(spot.box)
        self.popup(canvas.viewport().mapToGlobal(QPoint(round(box.left), round(box.bottom) + 2)))

    def _do(self, row: QAction) -> None:
        self._offers[self.actions().index(row)].do(self._document)
