"""Branches dragged to other places: several at once, to the other side, onto folded ones, and as copies."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.persona import PersonaCard
from journeydesk.kinds.stage import Stage
from journeydesk.language import message
from journeydesk.model.queries import children
from journeydesk.model.records import JourneyMap, Persona, Project, Record
from journeydesk.operations.arrange import set_locked
from journeydesk.operations.folding import set_folded
from journeydesk.ui.editor.view import MapView
from journeydesk.ui.session import Session
from tests.finding import only
from tests.ui.mouse import ALT, PLAIN, Hand


def branch(key: str, parent: str, order: float, side: str = "") -> Branch:
    return Branch(id=key, map_id="m", parent_id=parent, order=order, title=f"Branch {key}", side=side)


@pytest.fixture
def contents() -> tuple[Record, ...]:
    return (
        Project(id="p"),
        Persona(id="lucy", name="Lucy"),
        JourneyMap(id="m"),
        PersonaCard(id="card", map_id="m", persona_id="lucy"),
        *(branch(key, "card", place, "right") for place, key in enumerate("abc", 1)),
        branch("d", "card", 4.0, "left"),
        branch("a1", "a", 1.0),
        branch("a2", "a", 2.0),
        Stage(id="stage", map_id="m", title="Stage", x=700, y=400),
        branch("s1", "stage", 1.0),
        replace(branch("lone", "", 9.0), x=0.0, y=500.0),
    )


@pytest.fixture
def size() -> tuple[int, int]:
    return 1400, 1000


@pytest.fixture
def view(view: MapView) -> MapView:
    view.camera.look_at(200, 150, 1.0)
    return view


def middle(view: MapView, key: str) -> tuple[float, float]:
    box = view.board.placed[key].box
    return box.x, box.y


def below(session: Session, key: str) -> list[str]:
    return [child.id for child in children(session.document, key)]


def test_several_branches_go_together_and_keep_their_order(
    view: MapView, session: Session, hand: Hand
) -> None:
    session.select(("c", "a"))
    hand.drag(middle(view, "c"), middle(view, "s1"))
    assert below(session, "card") == ["b", "d"]
    assert below(session, "s1") == ["a", "c"]
    assert session.document.history[1] == 1
    assert view.overlay.ghost == () and view.overlay.slot is None


def test_a_branch_within_another_that_is_dragged_stays_with_it(
    view: MapView, session: Session, hand: Hand
) -> None:
    session.select(("a", "a2"))
    hand.drag(middle(view, "a2"), middle(view, "s1"))
    assert below(session, "s1") == ["a"]
    assert below(session, "a") == ["a1", "a2"]


def test_a_branch_goes_to_the_other_side_of_its_root(view: MapView, session: Session, hand: Hand) -> None:
    x, y = middle(view, "b")
    hand.drag((x, y), (-x, middle(view, "d")[1] + 40))
    moved = only(session.document, Branch, "b")
    assert (moved.parent_id, moved.side) == ("card", "left")
    assert view.board.placed["b"].box.right < 0


def test_the_other_side_is_found_where_nothing_hangs_yet(view: MapView, session: Session, hand: Hand) -> None:
    with session.document.edit(message("Make room")) as edit:
        edit.remove("d")
    x, y = middle(view, "b")
    hand.drag((x, y), (-x, 0))
    moved = only(session.document, Branch, "b")
    assert (moved.parent_id, moved.side) == ("card", "left")


def test_a_branch_dropped_on_a_folded_one_unfolds_it(view: MapView, session: Session, hand: Hand) -> None:
    set_folded(session.document, ["a"], True)
    hand.drag(middle(view, "b"), middle(view, "a"))
    assert below(session, "a") == ["a1", "a2", "b"]
    assert not getattr(session.document.get("a"), "folded", True)


def test_a_place_among_siblings_is_shown_and_taken(view: MapView, session: Session, hand: Hand) -> None:
    x, y = middle(view, "c")
    above = view.board.placed["a"].box
    hand.press(x, y)
    hand.move(x, y - 20)
    hand.move(above.x, above.top - 8)
    slot = view.overlay.slot
    assert slot is not None and slot[0][1] < above.top
    hand.release(above.x, above.top - 8)
    assert below(session, "card") == ["c", "a", "b", "d"]


def test_a_drag_with_alt_hangs_a_copy(view: MapView, session: Session, hand: Hand) -> None:
    hand.modifiers = ALT
    hand.drag(middle(view, "a"), middle(view, "s1"))
    assert below(session, "card") == ["a", "b", "c", "d"]
    (copy,) = below(session, "s1")
    assert [getattr(session.document.get(key), "title", "") for key in below(session, copy)] == [
        "Branch a1",
        "Branch a2",
    ]
    assert session.selection == (copy,)
    assert session.document.history[1] == 1


def test_branches_come_to_stand_by_themselves_and_escape_leaves_them(
    view: MapView, session: Session, hand: Hand
) -> None:
    session.select(("a", "b"))
    start = middle(view, "a")
    hand.press(*start)
    hand.move(start[0] + 100, start[1] + 500)
    hand.move(start[0] + 120, start[1] + 520)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    hand.release(*start)
    assert session.document.history[1] == 0
    before = {key: middle(view, key) for key in ("a", "b")}
    hand.drag(start, (start[0] + 120, start[1] + 520))
    assert session.document.history[1] == 1
    for key, (x, y) in before.items():
        assert middle(view, key) == pytest.approx((x + 120, y + 520))


def test_a_branch_that_stands_alone_hangs_where_it_is_dropped(
    view: MapView, session: Session, hand: Hand
) -> None:
    hand.press(*middle(view, "lone"))
    hand.move(300, 450)
    hand.move(*middle(view, "stage"))
    assert view.overlay.target == "stage"
    hand.release(*middle(view, "stage"))
    assert below(session, "stage") == ["s1", "lone"]
    assert session.document.history[1] == 1
    session.undo()
    assert getattr(session.document.get("lone"), "y", 0) == 500


def test_a_locked_branch_stays_where_it_hangs(view: MapView, session: Session, hand: Hand) -> None:
    set_locked(session.document, ["a"], True)
    hand.drag(middle(view, "a"), middle(view, "s1"))
    assert below(session, "s1") == []
    hand.modifiers = PLAIN
    assert session.document.history[1] == 1
