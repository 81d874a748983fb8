"""Arranging by the menu: in line, in frames that carry what lies in them, locked, and grown with the keys."""

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.frame import Frame
from journeydesk.kinds.note import Note
from journeydesk.kinds.outcome import Outcome
from journeydesk.kinds.stage import Stage
from journeydesk.model import queries
from journeydesk.model.records import Influence, Link, Record
from journeydesk.operations import branches, nodes
from journeydesk.ui.editor import nudging
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.session import Session
from journeydesk.ui.workspace import Workspace
from tests.finding import only
from tests.ui.ground import do, place, records, steps


@pytest.fixture
def contents() -> tuple[Record, ...]:
    return (
        *records(),
        Frame(id="outer", map_id="first", x=1500, y=0, width=900, height=600, order=1.0),
        Frame(id="inner", map_id="first", x=1300, y=0, width=400, height=300, order=2.0),
        Stage(id="inside", map_id="first", title="Inside", x=1300, y=30),
        Note(id="note", map_id="first", title="Note", x=1700, y=200),
    )


def test_a_frame_carries_what_lies_in_it_when_it_is_aligned(window: MainWindow, session: Session) -> None:
    session.select(("one", "outer", "inside"))
    do(window, "align_top")
    # The stage lies highest but for the frame, whose contents come along.
    assert steps(session) == 1
    top = place(session, "outer")[1] - 300
    assert place(session, "one")[1] < 0
    assert place(session, "inside")[1] - place(session, "inner")[1] == 30
    assert top == -300


def test_a_frame_is_copied_with_what_lies_in_it(window: MainWindow, session: Session) -> None:
    session.select(("outer",))
    do(window, "duplicate")
    (copy,) = session.selection
    assert len(session.document.all(Frame)) == 4
    assert len(session.document.all(Note)) == 2
    assert place(session, copy) == (1540, 40)
    assert steps(session) == 1


def test_a_frame_is_deleted_with_what_lies_in_it_but_for_what_is_locked(
    window: MainWindow, session: Session
) -> None:
    session.select(("note",))
    do(window, "lock")
    session.select(("outer",))
    do(window, "remove")
    gone = {key for key in ("outer", "inner", "inside", "note") if session.document.get(key) is None}
    assert gone == {"outer", "inner", "inside"}
    assert steps(session) == 2


def test_what_is_locked_is_not_deleted_and_stays_selected(window: MainWindow, session: Session) -> None:
    told: list[str] = []
    session.hint_changed.connect(told.append)
    session.select(("one",))
    do(window, "lock")
    do(window, "remove")
    assert session.selection == ("one",)
    assert any("locked" in hint for hint in told)


def test_a_group_is_a_frame_with_its_title_open_and_ungrouping_selects_what_lay_in_it(
    window: MainWindow, workspace: Workspace, session: Session
) -> None:
    session.select(("one", "two", "need"))
    do(window, "group")
    (frame,) = session.selection
    box = workspace.view.board.placed[frame].box
    for key in ("one", "two", "card", "deep"):
        inner = workspace.view.board.placed[key].box
        assert box.left < inner.left and inner.right < box.right
        assert box.top < inner.top - 40 and inner.bottom < box.bottom
    written = workspace.view.viewport().findChildren(QPlainTextEdit)
    assert any(box.isVisible() for box in written)
    session.finishing.emit()
    do(window, "ungroup")
    assert session.document.get(frame) is None
    assert set(session.selection) == {"one", "two", "card"}


def test_a_frame_within_frames_is_grouped_over_the_outer_one(
    window: MainWindow, workspace: Workspace, session: Session
) -> None:
    session.select(("inner", "note"))
    do(window, "group")
    (made,) = session.selection
    orders = [getattr(session.document.get(key), "order", 0.0) for key in ("outer", made, "inner")]
    assert orders == sorted(orders)


def test_ungrouping_what_lies_in_frames_takes_the_smallest_one(window: MainWindow, session: Session) -> None:
    session.select(("inside",))
    do(window, "ungroup")
    assert [frame.id for frame in session.document.all(Frame)] == ["outer"]


def test_a_frame_is_fitted_to_what_lies_in_it(
    window: MainWindow, workspace: Workspace, session: Session
) -> None:
    session.select(("inner",))
    do(window, "fit_frame")
    frame, stage = (workspace.view.board.placed[key].box for key in ("inner", "inside"))
    assert stage.left - frame.left == frame.right - stage.right == frame.bottom - stage.bottom
    assert steps(session) == 1


def test_a_card_is_sent_behind_what_it_overlaps(window: MainWindow, session: Session) -> None:
    nodes.move(session.document, ("two",), -200, 0)
    session.select(("two",))
    do(window, "stack_backward")
    order = {key: getattr(session.document.get(key), "order", 0.0) for key in ("one", "two")}
    assert (order["two"], "two") < (order["one"], "one")


@pytest.mark.parametrize(
    ("name", "across", "down"), [("right", 1, 0), ("left", -1, 0), ("up", 0, -1), ("down", 0, 1)]
)
def test_a_connected_card_grows_on_a_free_place(
    window: MainWindow, workspace: Workspace, session: Session, name: str, across: int, down: int
) -> None:
    for _ in range(3):
        session.select(("two",))
        do(window, f"grow_{name}")
        session.finishing.emit()
    made = [link.target_id for link in session.document.all(Link) if link.source_id == "two"]
    assert len(made) == 3
    board = workspace.view.board
    for key in made:
        box = board.placed[key].box
        others = [placed.box for other, placed in board.placed.items() if other != key]
        assert not any(box.meets(other) for other in others if other.width < 400)
    first = board.placed[made[0]].box
    assert (first.x > 300) is (across > 0) or down
    assert steps(session) == 3


def test_what_grows_follows_the_kind(window: MainWindow, workspace: Workspace, session: Session) -> None:
    session.select(("card",))
    do(window, "grow_up")
    (link,) = session.document.all(Influence)
    assert link.source_id == "card"
    session.finishing.emit()
    session.select(("need",))
    side = workspace.view.board.placed["need"].setting.side
    do(window, "grow_right" if side > 0 else "grow_left")
    assert isinstance(session.document.get(session.selection[0]), Branch)
    assert getattr(session.document.get(session.selection[0]), "parent_id", "") == "need"
    session.finishing.emit()
    session.select(("need",))
    do(window, "grow_down")
    assert getattr(session.document.get(session.selection[0]), "parent_id", "") == "card"
    assert not session.document.all(Outcome)


def test_nothing_grows_from_a_note_and_that_is_said(window: MainWindow, session: Session) -> None:
    told: list[str] = []
    session.hint_changed.connect(told.append)
    session.select(("note",))
    before = steps(session)
    do(window, "grow_right")
    assert steps(session) == before and any(told)


def test_nudges_of_the_same_selection_within_a_moment_are_one_step(
    window: MainWindow, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr(nudging.time, "monotonic", lambda: now[0])
    session.select(("one", "inner"))
    for name in ("nudge_right", "nudge_right", "nudge_down_little"):
        do(window, name)
        now[0] += 0.5
    assert place(session, "one") == (20, 1)
    assert place(session, "inside") == (1320, 31)
    assert steps(session) == 1
    now[0] += 5
    do(window, "nudge_left")
    assert steps(session) == 2
    session.select(("one",))
    do(window, "nudge_left")
    assert steps(session) == 3
    session.undo()
    session.undo()
    session.undo()
    assert place(session, "one") == (0, 0)


def test_branches_change_their_level_and_side_by_the_keys_that_move(
    window: MainWindow, session: Session
) -> None:
    def home(key: str) -> tuple[str, str]:
        branch = only(session.document, Branch, key)
        return branch.parent_id, branch.side

    branches.hang(session.document, "need", "card", side="right")
    more = branches.add_child(session.document, "card", side="right").id
    last = branches.add_child(session.document, "card", side="right").id
    session.select((more, last))
    do(window, "nudge_right")
    assert home(more) == home(last) == ("need", "")
    do(window, "nudge_up")
    assert [node.id for node in queries.children(session.document, "need")] == [more, last, "deep"]
    do(window, "nudge_left")
    assert [node.id for node in queries.children(session.document, "card")] == ["need", more, last]
    do(window, "nudge_left")
    assert home(more) == home(last) == ("card", "left")
    before = steps(session)
    do(window, "nudge_up")  # on the left there is nothing else
    assert steps(session) == before
    do(window, "nudge_right")
    assert home(more) == home(last) == ("card", "right")
    session.select(("one",))
    do(window, "nudge_left")
    assert place(session, "one") == (-10, 0)


def test_a_step_back_between_two_nudges_keeps_them_apart(window: MainWindow, session: Session) -> None:
    session.select(("one",))
    do(window, "nudge_right")
    session.undo()
    do(window, "nudge_down")
    assert place(session, "one") == (0, 10)
    assert steps(session) == 1
    session.undo()
    assert place(session, "one") == (0, 0)
