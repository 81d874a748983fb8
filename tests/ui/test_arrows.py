"""What people do with arrows: leading them elsewhere, bending them, moving their labels, walking to them."""

from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.stage import Stage
from journeydesk.kinds.summary import Summary
from journeydesk.model.records import Influence, JourneyMap, Link, Project, Record, Transition
from journeydesk.operations.fields import set_field
from journeydesk.ui.actions import action
from journeydesk.ui.editor.arrow_handles import between_places, end_places
from journeydesk.ui.editor.view import MapView
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.program import Program
from journeydesk.ui.session import Session
from tests.finding import only
from tests.ui.ground import names, offered, steps
from tests.ui.mouse import ALT, LEFT, Hand

Spot = tuple[float, float]


@pytest.fixture
def contents() -> tuple[Record, ...]:
    return (
        Project(id="project"),
        JourneyMap(id="first", order=1.0),
        Stage(id="one", map_id="first", title="Search", x=0),
        Stage(id="two", map_id="first", title="Buy", x=700),
        Stage(id="three", map_id="first", title="Use", x=700, y=300),
        Branch(id="why", map_id="first", parent_id="three", title="Why"),
        Transition(id="arrow", map_id="first", source_id="one", target_id="two", share=60.0, order=1.0),
        Transition(id="back", map_id="first", source_id="three", target_id="one", order=2.0),
    )


@pytest.fixture
def size() -> tuple[int, int]:
    return 1300, 800


@pytest.fixture
def view(view: MapView) -> MapView:
    view.camera.look_at(350, 100, 1.0)
    return view


def arrow(session: Session) -> Link:
    return only(session.document, Link, "arrow")


def ends(view: MapView) -> tuple[Spot, Spot]:
    return end_places(view.board.wiring.strands["arrow"])


def test_an_arrow_is_selected_by_a_click_near_its_line_or_on_its_label(
    view: MapView, session: Session, hand: Hand
) -> None:
    x, y = view.board.wiring.strands["arrow"].route.along(0.2)
    hand.click(x, y + 6)
    assert session.selection == ("arrow",)
    hand.click(x, y + 16)
    assert session.selection == ()
    label = view.board.wiring.strands["arrow"].label_at
    assert label is not None
    hand.click(label[0] + 8, label[1] - 6)
    assert session.selection == ("arrow",)


@pytest.mark.parametrize(("which", "kept"), [(0, ("three", "two")), (1, ("one", "three"))])
def test_an_end_is_led_to_another_node(
    view: MapView, session: Session, hand: Hand, which: int, kept: tuple[str, str]
) -> None:
    session.select(("arrow",))
    before = steps(session)
    hand.press(*ends(view)[which])
    hand.move(450, 200)
    assert arrow(session).target_id == "two" and view.overlay.limb is not None
    hand.move(700, 290)
    assert (arrow(session).source_id, arrow(session).target_id) == kept
    assert view.overlay.target == "three" and view.overlay.limb is None
    hand.release(700, 290)
    assert (arrow(session).source_id, arrow(session).target_id) == kept
    assert session.selection == ("arrow",) and steps(session) == before + 1
    assert not view.overlay.target and view.overlay.handles
    session.undo()
    assert (arrow(session).source_id, arrow(session).target_id) == ("one", "two")


@pytest.mark.parametrize("spot", [(450.0, 200.0), (700.0, 10.0)])
def test_an_end_that_is_let_go_on_paper_or_at_its_own_node_stays(
    view: MapView, session: Session, hand: Hand, spot: Spot
) -> None:
    session.select(("arrow",))
    before, was = steps(session), arrow(session)
    hand.press(*ends(view)[1])
    hand.move(700, 290)
    hand.move(*spot)
    hand.release(*spot)
    assert arrow(session) == was and steps(session) == before


def test_escape_leaves_an_arrow_where_it_was(view: MapView, session: Session, hand: Hand) -> None:
    session.select(("arrow",))
    was = arrow(session)
    for start, spot in ((ends(view)[1], (700.0, 290.0)), ((400.0, 0.0), (400.0, 120.0))):
        hand.press(*start)
        hand.move((start[0] + spot[0]) / 2, (start[1] + spot[1]) / 2)
        hand.move(*spot)
        assert arrow(session) != was
        assert view.pointer.cancel()
        hand.release(*spot)
        assert arrow(session) == was and session.document.open_edit is None


def test_an_arrow_may_return_to_the_node_that_it_leaves(view: MapView, session: Session, hand: Hand) -> None:
    session.select(("arrow",))
    start = ends(view)[1]
    hand.press(*start)
    hand.move(350, 100)
    hand.move(0, 0)
    hand.release(0, 0)
    assert (arrow(session).source_id, arrow(session).target_id) == ("one", "one")


def test_a_line_is_bent_where_it_is_taken(view: MapView, session: Session, hand: Hand) -> None:
    session.select(("arrow",))
    before = steps(session)
    (middle,) = between_places(view.board.wiring.strands["arrow"], 1.0).values()
    hand.drag(middle, (330, 120))
    assert arrow(session).waypoints == ((330.0, 120.0),) and steps(session) == before + 1
    assert len(view.board.wiring.strands["arrow"].route.cubics) == 2
    hand.drag((330, 120), (330, 160))
    assert arrow(session).waypoints == ((330.0, 160.0),)
    later = between_places(view.board.wiring.strands["arrow"], 1.0)[1]
    hand.drag(later, (500, 140))
    assert arrow(session).waypoints == ((330.0, 160.0), (500.0, 140.0))
    for _ in range(3):
        session.undo()
    assert arrow(session).waypoints == ()


def test_a_bend_is_drawn_into_line_but_not_with_alt(view: MapView, session: Session, hand: Hand) -> None:
    session.select(("arrow",))
    set_field(session.document, ["arrow"], "waypoints", ((300.0, 150.0), (420.0, 200.0)))
    hand.drag((420, 200), (420, 154))
    assert arrow(session).waypoints[1] == (420.0, 150.0)
    hand.press(420, 150)
    hand.modifiers = ALT
    hand.move(420, 170)
    hand.move(420, 154)
    hand.release(420, 154)
    assert arrow(session).waypoints[1] == (420.0, 154.0)


def test_a_bend_goes_on_the_straight_line_or_by_a_double_click(
    view: MapView, session: Session, hand: Hand
) -> None:
    session.select(("arrow",))
    set_field(session.document, ["arrow"], "waypoints", ((350.0, 150.0),))
    before = steps(session)
    hand.drag((350, 150), (350, 2))
    assert arrow(session).waypoints == () and steps(session) == before + 1
    session.undo()
    QTest.mouseDClick(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, hand.at(350, 150))
    hand.release(350, 150)
    assert arrow(session).waypoints == () and steps(session) == before + 1


def test_a_click_on_a_handle_changes_nothing(view: MapView, session: Session, hand: Hand) -> None:
    session.select(("arrow",))
    before = steps(session)
    for spot in (*ends(view), *between_places(view.board.wiring.strands["arrow"], 1.0).values()):
        hand.click(*spot)
    assert steps(session) == before and session.selection == ("arrow",)


@pytest.mark.parametrize("button", [LEFT, Qt.MouseButton.RightButton])
def test_the_map_stays_under_the_pointer_that_selects_a_long_arrow(
    view: MapView, session: Session, hand: Hand, button: Qt.MouseButton
) -> None:
    view.camera.look_at(350, 0, 5.0)  # neither end is in view
    place = view.camera.place
    at = QPointF(hand.at(340, 0))
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        pressed = QMouseEvent(kind, at, view.viewport().mapToGlobal(at), button, button, hand.modifiers)
        QApplication.sendEvent(view.viewport(), pressed)
    assert session.selection == ("arrow",)
    assert view.camera.place == place


def test_of_a_long_arrow_that_is_found_elsewhere_the_middle_is_shown(view: MapView, session: Session) -> None:
    view.camera.look_at(-3000, -3000, 5.0)
    session.select(("arrow",))
    assert view.camera.visible.holds(*view.board.wiring.strands["arrow"].route.along(0.5))


def test_an_arrow_that_is_bent_lies_as_it_was_seen_while_it_was_pulled(
    view: MapView, session: Session, hand: Hand
) -> None:
    session.select(("arrow",))
    hand.press(350, 0)
    for step in range(1, 9):
        hand.move(350 + step * 20, -step * 20)
    pulled = view.board.wiring.strands["arrow"].route
    hand.release(510, -160)
    released = view.board.wiring.strands["arrow"].route
    assert pulled.cubics[0][0] == pytest.approx(released.cubics[0][0], abs=1)
    assert pulled.cubics[-1][3] == pytest.approx(released.cubics[-1][3], abs=1)


def test_a_label_goes_along_its_arrow(view: MapView, session: Session, hand: Hand) -> None:
    label = view.board.wiring.strands["arrow"].label_at
    assert label is not None
    before = steps(session)
    hand.drag(label, (label[0] + 90, label[1] + 40))
    found = view.board.wiring.strands["arrow"].label_at
    assert (
        found is not None and found[1] == pytest.approx(0) and found[0] == pytest.approx(label[0] + 90, abs=3)
    )
    assert arrow(session).label_at is not None and steps(session) == before + 1
    hand.drag(found, (2000, 0))
    box = view.board.wiring.strands["arrow"].box("label")
    assert box is not None and box.right < ends(view)[1][0] - 10, "never under the head"
    action("free_label").run(Situation(session, view))
    assert view.board.wiring.strands["arrow"].label_at == label


def test_a_label_goes_along_its_arrow_by_its_keys_in_one_step(view: MapView, session: Session) -> None:
    here: Any = Situation(session, view)
    session.select(("arrow",))
    before, at = steps(session), view.board.wiring.strands["arrow"].label_at
    assert action("label_on").enabled(here) and at is not None
    for _ in range(3):
        action("label_on").run(here)
    found = view.board.wiring.strands["arrow"].label_at
    assert found is not None and found[0] > at[0] + 20 and steps(session) == before + 1
    for _ in range(30):
        action("label_back").run(here)
    assert arrow(session).label_at == 0.0 and steps(session) == before + 1
    session.undo()
    assert view.board.wiring.strands["arrow"].label_at == at


class Situation:
    """What actions ask for, as far as those on arrows do."""

    def __init__(self, session: Session, view: MapView) -> None:
        self.session, self.view = session, view
        self.outline = SimpleNamespace(has_keyboard=False)

    @property
    def workspace(self) -> "Situation":
        return self

    def edit_text(self, key: str) -> None:
        self.view.edit_text(key)

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(name)


def test_keys_walk_over_the_arrows_of_a_node_and_on_to_their_ends(view: MapView, session: Session) -> None:
    here: Any = Situation(session, view)
    session.select(("one",))
    walked = []
    for _ in range(3):
        action("next_arrow").run(here)
        walked += session.selection
    assert walked == ["arrow", "back", "arrow"]
    action("walk_right").run(here)
    assert session.selection == ("two",)
    session.select(("arrow",))
    action("walk_up").run(here)
    assert session.selection == ("one",)


def test_keys_bend_an_arrow_and_move_its_bends(view: MapView, session: Session) -> None:
    here: Any = Situation(session, view)
    session.select(("arrow",))
    assert not action("nudge_down").enabled(here)
    action("add_bend").run(here)
    (x, y) = arrow(session).waypoints[0]
    action("nudge_down").run(here)
    assert arrow(session).waypoints == ((x, y + 10),)
    action("straighten").run(here)
    assert arrow(session).waypoints == () and not action("straighten").enabled(here)


def test_an_arrow_and_a_node_are_brought_together(view: MapView, session: Session) -> None:
    here: Any = Situation(session, view)
    session.select(("arrow", "three"))
    action("lead_to").run(here)
    assert arrow(session).target_id == "three"
    action("start_from").run(here)
    assert (arrow(session).source_id, arrow(session).target_id) == ("three", "three")
    session.select(("arrow",))
    assert not action("lead_to").enabled(here)


def test_an_arrow_is_turned_into_an_influence_and_back(view: MapView, session: Session) -> None:
    here: Any = Situation(session, view)
    session.select(("arrow",))
    action("turn_arrow").run(here)
    (made,) = session.selection
    assert session.document.find(Influence, made) is not None
    action("turn_arrow").run(here)
    (made,) = session.selection
    assert session.document.find(Transition, made) is not None


def test_a_right_click_on_an_arrow_offers_what_can_be_done_with_it(program: Program, qtbot: Any) -> None:
    window = program.show()
    assert isinstance(window, MainWindow)
    program.new("services")
    qtbot.waitUntil(lambda: window.session is not None)
    session, workspace = window.session, window.workspace
    assert session is not None and workspace is not None
    key = next(link.id for link in session.document.all(Transition) if not link.waypoints)
    session.select((key,))
    menu = offered(workspace, QPoint(5, 5))
    assert {"edit_text", "reverse_arrow", "add_bend", "turn_arrow", "remove"} <= set(names(menu))
    assert "straighten" not in names(menu)
    menu.close()


def test_a_key_summarises_what_is_selected_and_its_text_is_written(view: MapView, session: Session) -> None:
    here: Any = Situation(session, view)
    session.select(("one", "two"))
    assert "Ctrl+]" in action("insert_summary").shortcuts
    action("insert_summary").run(here)
    (summary,) = session.document.all(Summary)
    assert summary.covers == ("one", "two") and session.selection == (summary.id,)
    assert view.board.placed[summary.id].setting.below
    assert view.viewport().findChildren(QPlainTextEdit)


def test_enter_writes_on_an_arrow(view: MapView, session: Session) -> None:
    session.select(("arrow",))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert view.viewport().findChildren(QPlainTextEdit)
