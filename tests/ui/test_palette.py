"""What is dragged from the palette is placed where it is let go."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from journeydesk.kinds.decision import DecisionPoint
from journeydesk.model import queries
from journeydesk.model.records import Node
from journeydesk.ui.editor.writing import Writer
from journeydesk.ui.kind_bar import KindBar
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.program import Program


@pytest.fixture(autouse=True)
def _map_alone(program: Program) -> None:
    program.settings.left_shown = program.settings.right_shown = False


class Carrier:
    """The mouse, from a button of the palette to the map."""

    def __init__(self, window: MainWindow, kind: str) -> None:
        assert window.workspace is not None and window.session is not None
        self.view, self.session = window.workspace.view, window.session
        bar = window.workspace.place.findChild(KindBar)
        assert bar is not None
        self.button = next(
            button
            for button in bar.findChildren(QToolButton)
            if button.defaultAction().objectName() == f"place_{kind}"
        )
        self.start = QPoint(10, 10)
        QTest.mousePress(self.button, Qt.MouseButton.LeftButton, pos=self.start)
        QTest.mouseMove(self.button, self.start + QPoint(30, 0))

    def to(self, point: tuple[float, float]) -> QPoint:
        place = self.view.camera.view_point(point).toPoint()
        self.over(place)
        return place

    def over(self, place: QPoint) -> None:
        """Moves to a place of the map; the button that was pressed hears of it, as long as it is."""
        QTest.mouseMove(self.button, self.button.mapFromGlobal(self.view.viewport().mapToGlobal(place)))

    def let_go(self, place: QPoint) -> None:
        there = self.button.mapFromGlobal(self.view.viewport().mapToGlobal(place))
        QTest.mouseRelease(self.button, Qt.MouseButton.LeftButton, pos=there)

    @property
    def count(self) -> int:
        return len(queries.nodes(self.session.document, "first"))


def test_a_kind_is_placed_where_it_is_let_go_and_its_text_begins(window: MainWindow) -> None:
    carrier = Carrier(window, "decision")
    place = carrier.to((0, 200))
    assert carrier.view.overlay.place is not None
    assert carrier.count == 6
    carrier.let_go(place)
    added = carrier.session.document.find(Node, carrier.session.selection[0])
    assert isinstance(added, DecisionPoint)
    assert (added.x, added.y) == pytest.approx((0, 200), abs=4)
    assert carrier.view.overlay.place is None
    assert carrier.view.findChild(Writer) is not None
    assert carrier.view.pointer.tool == "select"
    assert not carrier.button.isDown()


def test_a_branch_is_hung_under_the_card_on_which_it_is_let_go(window: MainWindow) -> None:
    carrier = Carrier(window, "branch")
    place = carrier.to((0, 0))
    assert carrier.view.overlay.target == "one"
    carrier.let_go(place)
    assert [child.id for child in queries.children(carrier.session.document, "one")] == list(
        carrier.session.selection
    )
    assert len(carrier.session.document.history[0]) == 1


def test_escape_ends_it_without_effect(window: MainWindow) -> None:
    carrier = Carrier(window, "stage")
    place = carrier.to((0, 200))
    assert carrier.view.hasFocus()
    QTest.keyClick(carrier.view, Qt.Key.Key_Escape)
    assert carrier.view.overlay.place is None
    carrier.let_go(place)
    assert carrier.count == 6


def test_off_the_map_it_is_let_go_without_effect(window: MainWindow) -> None:
    carrier = Carrier(window, "stage")
    carrier.to((0, 200))
    carrier.over(QPoint(-20, 100))
    assert carrier.view.overlay.place is None
    carrier.let_go(QPoint(-20, 100))
    assert carrier.count == 6
    assert not carrier.view.pointer.is_busy


def test_a_click_picks_the_tool(window: MainWindow) -> None:
    carrier = Carrier(window, "stage")
    QTest.keyClick(carrier.view, Qt.Key.Key_Escape)
    carrier.let_go(QPoint(5, 5))
    QTest.mouseClick(carrier.button, Qt.MouseButton.LeftButton)
    assert carrier.view.pointer.tool == "stage"


@pytest.mark.parametrize(("height", "columns"), [(900, 1), (400, 2), (290, 3)])
def test_every_button_is_seen_however_low_the_window_is(
    height: int, columns: int, window: MainWindow
) -> None:
    window.setMinimumSize(1, 1)
    window.resize(900, height)
    assert window.workspace is not None
    bar = window.workspace.place.palette_bar
    buttons = bar.findChildren(QToolButton)
    assert len({button.x() for button in buttons}) == columns
    assert all(not button.visibleRegion().isEmpty() for button in buttons)
    assert len({button.pos().toTuple() for button in buttons}) == len(buttons)
