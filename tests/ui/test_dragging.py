"""What drags on the map do: moving with guides, copying, sizes, the rubber band, and keys held meanwhile."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from journeydesk.kinds.frame import Frame
from journeydesk.kinds.stage import Stage
from journeydesk.model.records import Link, Node, Record
from journeydesk.operations.summaries import summarise
from journeydesk.picture.marks import Box
from journeydesk.ui.editor import carrying, tiles
from journeydesk.ui.editor.view import MapView
from journeydesk.ui.session import Session
from tests.finding import only
from tests.ui.ground import place, records
from tests.ui.mouse import ALT, CTRL, PLAIN, SHIFT, Hand


@pytest.fixture
def contents() -> tuple[Record, ...]:
    return (
        *records(),
        Frame(id="frame", map_id="first", title="All", x=1200, y=0, width=500, height=300),
        Stage(id="inside", map_id="first", title="Inside", x=1200, y=30),
    )


@pytest.fixture
def view(view: MapView) -> MapView:
    view.camera.look_at(300, 100, 1.0)
    return view


def test_a_card_snaps_into_line_and_shows_why(view: MapView, session: Session, hand: Hand) -> None:
    hand.press(300, 0)
    hand.move(250, 150)
    hand.move(3, 150)
    assert place(session, "two") == (0, 150)
    assert view.overlay.guides
    hand.release(3, 150)
    assert not view.overlay.guides
    assert session.document.history[1] == 1


def test_alt_and_space_suspend_snapping_at_once(view: MapView, session: Session, hand: Hand) -> None:
    hand.press(300, 0)
    hand.move(250, 150)
    hand.move(3, 150)
    QTest.keyPress(view, Qt.Key.Key_Space)
    assert place(session, "two") == (3, 150)
    QTest.keyRelease(view, Qt.Key.Key_Space)
    assert place(session, "two") == (0, 150)
    QTest.keyPress(view, Qt.Key.Key_Alt, ALT)
    assert place(session, "two") == (3, 150)
    assert not view.overlay.guides
    QTest.keyRelease(view, Qt.Key.Key_Alt)
    hand.release(3, 150)
    assert place(session, "two") == (0, 150)


def test_without_the_switch_nothing_snaps(view: MapView, session: Session, hand: Hand) -> None:
    view.snapper.wanted = False
    hand.drag((300, 0), (3, 150))
    assert place(session, "two") == (3, 150)


def test_shift_keeps_to_one_direction(session: Session, hand: Hand) -> None:
    hand.press(300, 200)
    hand.modifiers = SHIFT
    hand.move(350, 230)
    hand.move(420, 260)
    hand.release(420, 260)
    assert place(session, "shop") == (420, 200)


@pytest.mark.parametrize("key", [ALT, CTRL])
def test_a_drag_with_alt_or_ctrl_leaves_a_copy(
    session: Session, hand: Hand, key: Qt.KeyboardModifier
) -> None:
    session.select(("two",))
    hand.modifiers = key
    hand.drag((300, 0), (303, 400))
    assert place(session, "two") == (300, 0)
    (copy,) = session.selection
    assert copy != "two"
    assert place(session, copy) == (300, 400)
    assert session.document.history[1] == 1
    session.undo()
    assert session.document.get(copy) is None


def test_escape_leaves_no_trace_of_a_copy(view: MapView, session: Session, hand: Hand) -> None:
    before = set(session.document)
    hand.modifiers = ALT
    hand.press(300, 0)
    hand.move(300, 100)
    hand.move(300, 400)
    assert set(session.document) != before
    QTest.keyClick(view, Qt.Key.Key_Escape)
    hand.release(300, 400)
    assert set(session.document) == before
    assert session.selection == ("two",)
    assert session.document.history[1] == 0


def test_a_frame_takes_along_what_lies_in_it_and_so_does_its_copy(session: Session, hand: Hand) -> None:
    hand.drag((1000, -140), (1100, -240))
    assert place(session, "inside") == (1300, -70)
    hand.modifiers = ALT
    hand.drag((1100, -240), (1100, 360))
    frames = [node for node in session.document.all(Frame) if node.id != "frame"]
    stages = [node for node in session.document.all(Stage) if node.title == "Inside" and node.id != "inside"]
    assert [(node.x, node.y) for node in (*frames, *stages)] == [(1300, 500), (1300, 530)]
    assert session.selection == (frames[0].id,)


def test_a_click_chooses_one_of_several_and_ctrl_lets_go_of_it(session: Session, hand: Hand) -> None:
    session.select(("one", "two"))
    hand.modifiers = CTRL
    hand.press(300, 0)
    assert session.selection == ("one", "two")  # it might become a drag
    hand.release(300, 0)
    assert session.selection == ("one",)
    hand.press(300, 0)
    hand.release(300, 0)
    assert session.selection == ("one", "two")
    hand.modifiers = PLAIN
    hand.press(0, 0)
    hand.release(0, 0)
    assert session.selection == ("one",)


@pytest.mark.parametrize(
    ("key", "chosen"), [(PLAIN, {"two", "arrow"}), (SHIFT, {"one", "two"}), (CTRL, {"one"})]
)
def test_the_rubber_band_adds_with_shift_and_lets_go_with_ctrl(
    session: Session, hand: Hand, key: Qt.KeyboardModifier, chosen: set[str]
) -> None:
    session.select(("one", "two") if key == CTRL else ("one",))
    hand.modifiers = key
    hand.drag((250, 90), (480, 5))
    assert set(session.selection) - {"arrow"} == chosen - {"arrow"}


def test_a_band_can_begin_within_a_frame(session: Session, hand: Hand) -> None:
    hand.view.camera.look_at(1200, 0, 1.0)
    hand.drag((1000, 120), (1300, 40))
    assert session.selection == ("inside",)


def test_a_selected_frame_is_dragged_by_its_inside_too_and_a_click_there_lets_go_of_it(
    session: Session, hand: Hand
) -> None:
    hand.view.camera.look_at(1200, 0, 1.0)
    session.select(("frame",))
    hand.modifiers = SHIFT
    hand.drag((1000, 120), (1300, 40))
    assert set(session.selection) == {"frame", "inside"}  # with Shift it is a band all the same
    hand.modifiers = PLAIN
    session.select(("frame",))
    hand.drag((1000, 120), (1100, 220))
    assert (place(session, "frame"), session.selection) == ((1300, 100), ("frame",))
    hand.press(1100, 220)
    hand.release(1100, 220)
    assert session.selection == ()


def test_what_is_dragged_to_the_edge_of_the_view_moves_the_map(
    view: MapView, session: Session, hand: Hand, qtbot: Any
) -> None:
    before = view.camera.visible.right
    hand.press(300, 0)
    hand.move(600, 0)
    hand.move(view.camera.visible.right - 3, 0)
    qtbot.waitUntil(lambda: view.camera.visible.right > before + 60)
    assert place(session, "two")[0] > before - 3 + 40
    hand.release(600, 0)


def corner(view: MapView, key: str, across: int, down: int) -> tuple[float, float]:
    box = view.board.placed[key].box.grown(4)
    x = {-1: box.left, 0: box.x + 60, 1: box.right}[across]
    return x, {-1: box.top, 0: box.y + 14, 1: box.bottom}[down]


def test_an_edge_is_dragged_and_the_opposite_one_stays(view: MapView, session: Session, hand: Hand) -> None:
    session.select(("shop",))
    before = view.board.placed["shop"].box
    x, y = corner(view, "shop", 1, 0)
    view.snapper.wanted = False
    hand.drag((x, y), (before.right + 50, y))
    after = view.board.placed["shop"].box
    assert (after.left, after.right, after.top) == (before.left, before.right + 50, before.top)
    node = only(session.document, Node, "shop")
    assert node.height is None


def test_a_size_stops_where_the_content_needs_it(view: MapView, session: Session, hand: Hand) -> None:
    session.select(("shop",))
    before = view.board.placed["shop"].box
    hand.drag(corner(view, "shop", -1, -1), (before.right - 2, before.bottom - 2))
    after = view.board.placed["shop"].box
    assert (after.right, after.bottom) == (before.right, before.bottom)
    assert after.width > 50 and after.height > 20


def test_shift_keeps_the_proportions(view: MapView, session: Session, hand: Hand) -> None:
    session.select(("frame",))
    view.camera.look_at(1200, 0, 1.0)
    hand.modifiers = SHIFT
    hand.drag(corner(view, "frame", 1, 1), (1700, 160))
    box = view.board.placed["frame"].box
    assert box.width / box.height == pytest.approx(500 / 300, abs=0.01)
    assert box.width > 700


@pytest.fixture
def much(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two nodes are very many."""
    monkeypatch.setattr(carrying, "MANY", 1)


def test_very_much_is_carried_and_put_down_at_once(
    view: MapView, session: Session, hand: Hand, much: None
) -> None:
    document = session.document
    before = {node.id: node for node in document.all(Node)}
    session.select(("one", "two", "shop"))
    hand.press(0, 0)
    hand.move(30, 40)
    hand.move(83, 117)
    assert document.find(Stage, "one") == before["one"], "nothing is written yet"
    ground = view.board.look.theme.ground
    image = view.viewport().grab().toImage()
    assert image.pixelColor(hand.at(83 - 110, 117 + 20)).name() != ground, "it is seen where it would lie"
    hand.release(83, 117)
    moved = [document.find(Node, key) for key in ("one", "two", "shop")]
    shifts = {(node.x - before[node.id].x, node.y - before[node.id].y) for node in moved if node is not None}
    assert len(shifts) == 1 and shifts != {(0, 0)}
    assert len(document.history[0]) == 1
    session.undo()
    assert {node.id: node for node in document.all(Node)} == before


def test_escape_puts_back_what_is_carried(view: MapView, session: Session, hand: Hand, much: None) -> None:
    before = set(session.document)
    session.select(("one", "two"))
    hand.press(0, 0)
    hand.move(50, 60)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    hand.release(50, 60)
    assert set(session.document) == before and session.document.history[0] == ()
    assert view.overlay.carried is None


def test_very_much_that_is_copied_is_put_down_as_one_copy(
    view: MapView, session: Session, hand: Hand, much: None
) -> None:
    document = session.document
    before = set(document)
    view.snapper.wanted = False
    session.select(("one", "two"))
    hand.modifiers = ALT
    hand.press(0, 0)
    hand.move(30, 200)
    hand.move(20, 400)
    assert set(document) == before and session.selection == ("one", "two")
    image = view.viewport().grab().toImage()
    ground = view.board.look.theme.ground
    for y in (20, 420):
        assert image.pixelColor(hand.at(-80, y)).name() != ground, "both are seen: the original and the copy"
    hand.release(20, 400)
    assert [place(session, key) for key in session.selection] == [(20, 400), (320, 400)]
    assert [place(session, key) for key in ("one", "two")] == [(0, 0), (300, 0)]
    copies = set(session.selection)
    led = [link for link in document.all(Link) if {link.source_id, link.target_id} == copies]
    assert len(led) == 1 and len(document.history[0]) == 1
    session.undo()
    assert set(document) == before


def test_escape_leaves_no_trace_of_very_much_that_is_copied(
    view: MapView, session: Session, hand: Hand, much: None
) -> None:
    before = set(session.document)
    session.select(("one", "two"))
    hand.modifiers = ALT
    hand.press(0, 0)
    hand.move(30, 200)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    hand.release(30, 200)
    assert set(session.document) == before and session.document.history[0] == ()
    assert session.selection == ("one", "two")


def test_an_arrow_to_what_stays_is_a_thread_while_its_other_end_is_carried(
    view: MapView, session: Session, hand: Hand, much: None, qtbot: Any
) -> None:
    strand = view.board.wiring.strands["arrow"]
    assert (strand.link.source_id, strand.link.target_id) == ("one", "two")
    (x, y), (to_x, to_y) = strand.route.cubics[0][0], strand.route.cubics[-1][3]
    view.snapper.wanted = False
    session.select(("one", "shop"))
    hand.press(0, 0)
    hand.move(-20, 200)
    hand.move(-40, 300)
    qtbot.waitUntil(lambda: bool(view.viewport().grab()) and view.surface.tiles.is_sharp)
    image = view.viewport().grab().toImage()
    ground = view.board.look.theme.ground
    middle = hand.at((x - 40 + to_x) / 2, (y + 300 + to_y) / 2)
    near = [image.pixelColor(middle + QPoint(0, step)).name() for step in range(-4, 5)]
    assert set(near) - {ground}, "the thread leads from where the card is to where the arrow ends"
    middle = hand.at((x + to_x) / 2, (y + to_y) / 2)
    near = [image.pixelColor(middle + QPoint(0, step)).name() for step in range(-4, 5)]
    assert set(near) == {ground}, "nothing is left where the arrow was"


def test_no_line_stays_around_the_place_from_which_much_is_carried(
    view: MapView, session: Session, hand: Hand, much: None
) -> None:
    session.select(("frame",))
    view.camera.look_at(1200, 0, 1.0)
    hand.press(1000, -140)
    hand.move(1000, 0)
    hand.move(1000, 500)
    assert view.overlay.carried is not None
    image = view.viewport().grab().toImage()
    ground = view.board.look.theme.ground
    line = [hand.at(x, y) for x in range(940, 1460, 9) for y in (-154, -153, -150, -147, -146)]
    assert {image.pixelColor(place).name() for place in line} == {ground}


def test_what_is_pale_is_carried_pale(view: MapView, session: Session, hand: Hand, much: None) -> None:
    def darkest() -> int:
        image = view.viewport().grab().toImage()
        row = [hand.at(x, 300) for x in range(-100, 100)]
        return min(image.pixelColor(place).lightness() for place in row)

    view.snapper.wanted = False
    session.select(("one", "two"))
    hand.press(0, 0)
    hand.move(0, 100)
    hand.move(0, 300)
    dark = darkest()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    hand.release(0, 300)
    session.fade(frozenset(("one", "two")))
    hand.press(0, 0)
    hand.move(0, 100)
    hand.move(0, 300)
    assert darkest() > dark + 60


def test_what_is_carried_is_painted_anew_only_when_a_zoom_has_come_to_rest(
    view: MapView, session: Session, hand: Hand, much: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.select(("one", "two"))
    hand.press(0, 0)
    hand.move(0, 100)
    hand.move(0, 200)
    view.viewport().grab()
    painted: list[float] = []
    paint = carrying.Carried._paint

    def noting(carried: carrying.Carried, region: Box, scale: float) -> None:
        painted.append(scale)
        paint(carried, region, scale)

    monkeypatch.setattr(carrying.Carried, "_paint", noting)
    for _ in range(6):
        view.camera.zoom_at(QPointF(300, 300), 1.05)
        view.viewport().grab()
    assert painted == []
    view.viewport().grab()
    assert painted == [pytest.approx(view.camera.scale)]


def test_what_is_taken_up_leaves_its_place_at_once_and_is_seen_at_once_where_it_is_put(
    view: MapView, session: Session, hand: Hand, much: None, monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> None:
    qtbot.waitUntil(lambda: bool(view.viewport().grab()) and view.surface.tiles.is_sharp)
    monkeypatch.setattr(tiles.Tiles, "_mend", lambda *_: False)  # no time for painting the map anew
    view.snapper.wanted = False
    session.select(("one", "two"))
    hand.press(0, 0)
    hand.move(0, 200)
    hand.move(0, 300)
    ground = view.board.look.theme.ground
    image = view.viewport().grab().toImage()
    assert image.pixelColor(hand.at(-80, 20)).name() == ground
    session.select(())
    hand.release(0, 300)
    image = view.viewport().grab().toImage()
    assert image.pixelColor(hand.at(-80, 20)).name() == ground
    assert image.pixelColor(hand.at(-80, 320)).name() != ground


def test_a_summary_goes_with_what_it_spans_and_is_dragged_with_it(
    view: MapView, session: Session, hand: Hand
) -> None:
    summary = summarise(session.document, ["one", "two"])
    before = view.board.placed[summary.id].box
    view.snapper.wanted = False
    hand.press(before.x, before.bottom - 6)
    hand.move(before.x + 20, before.bottom)
    hand.move(before.x + 30, before.bottom + 34)
    assert summary.id in view.overlay.lifted, "it is painted where it goes"
    hand.release(before.x + 30, before.bottom + 34)
    assert [place(session, key) for key in ("one", "two")] == [(30, 40), (330, 40)]
    assert view.board.placed[summary.id].box == before.moved(30, 40)
    alone = summarise(session.document, ["need"])
    steps, box = session.document.history[1], view.board.placed[alone.id].box
    hand.drag((box.x + 20, box.y), (box.x + 90, box.y + 50))
    assert session.document.history[1] == steps, "what it spans hangs, so there is nothing to move"
