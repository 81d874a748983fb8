"""A map that takes another theme takes it everywhere, also where nothing is drawn."""

from PySide6.QtWidgets import QApplication

from journeydesk.model.document import Document
from journeydesk.operations.fields import set_field
from journeydesk.picture.theme import CHALK, PAPER
from journeydesk.ui.editor.view import MapView
from journeydesk.ui.session import Session
from tests.ui.ground import records


def grounds(view: MapView) -> set[str]:
    """The colours of the map's paper, along its left and upper edge."""
    image = view.viewport().grab().toImage()
    edge = [(x, 1) for x in range(0, image.width(), 3)] + [(1, y) for y in range(0, image.height(), 3)]
    return {image.pixelColor(x, y).name() for x, y in edge}


def test_the_paper_follows_the_theme(qapp: QApplication, fonts: None) -> None:
    session = Session(Document(records()))
    view = MapView(session)
    view.resize(1300, 900)
    view.show()
    qapp.processEvents()
    assert grounds(view) == {PAPER.ground}
    set_field(session.document, (session.map_id,), "theme", "chalk")
    qapp.processEvents()
    assert grounds(view) == {CHALK.ground}
    view.close()
    view.surface.tiles.close()
    view.deleteLater()
    session.close()
