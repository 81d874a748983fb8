"""A board that followed any work is the same as one made afresh, and its pictures stay where it says."""

import math
from collections.abc import Callable
from itertools import combinations
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeydesk.kinds.frame import Frame
from journeydesk.kinds.note import Note
from journeydesk.kinds.stage import Stage
from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.language import message
from journeydesk.layout.flow import Course
from journeydesk.model.change import Change
from journeydesk.model.document import Document
from journeydesk.model.records import JourneyMap, Persona, Project, Record, Term, Transition
from journeydesk.operations.fields import rate, set_field
from journeydesk.operations.folding import set_folded
from journeydesk.operations.maps import add_map, remove_map
from journeydesk.operations.nodes import add_node, move, remove
from journeydesk.picture.marks import Box, Group, Text, bounds, union
from journeydesk.picture.theme import THEMES
from journeydesk.render import backlog, wiring
from journeydesk.render.afar import Thread
from journeydesk.render.backlog import Backlog
from journeydesk.render.board import Board, draw_map
from journeydesk.render.entry import Layer
from journeydesk.render.pointing import pointed_at
from journeydesk.render.touched import is_general
from tests.finding import marks_of
from tests.operations.steps import LABEL, LIVELY_STEPS, ROUGH_STEPS, Step, beginning, crowded, same_ids, take

TERM = Term(id="channel phone", vocabulary="channel", key="phone", title="The hotline for everybody")
VIEW = Box(-100, -100, 200, 200)


def told(board: Board) -> dict[str, object]:
    """All that a board shows, without the order in which it was found out."""
    shown: dict[str, object] = {}
    for key, entry in board.entries.items():
        shown[key] = (entry.record_id, entry.layer, entry.order, entry.bounds, board.cells.boxes[key])
    for key, placed in board.placed.items():
        shown["placed " + key] = placed
    for key, strand in board.wiring.strands.items():
        shown["strand " + key] = (strand.link, strand.course, strand.route, strand.label_at, strand.block_at)
    return shown


def assert_is_as_afresh(board: Board, within: str = "") -> None:
    fresh = Board(
        board.document,
        board.map_id,
        within=within,
        incognita=board.look.incognita,
        remarks=board.look.remarks is not None,
    )
    fresh.refine()
    assert fresh.is_refined
    known, wanted = told(board), told(fresh)
    assert known.keys() == wanted.keys()
    different = {key: (known[key], wanted[key]) for key in known if known[key] != wanted[key]}
    assert not different
    assert set(board.cells.boxes) == set(board.entries)
    assert board.look.theme == fresh.look.theme and board.look.say is fresh.look.say
    for key, entry in board.entries.items():
        assert entry.picture == fresh.entries[key].picture, key


Seen = dict[str, tuple[tuple[int, float, str], Box, Group]]


def seen(board: Board) -> Seen:
    return {key: (entry.rank, entry.bounds, entry.picture) for key, entry in board.entries.items()}


def assert_is_told(before: Seen, after: Seen, stale: list[Box]) -> None:
    """Whatever looks different lies in a region that was told to be stale."""
    for key in before.keys() | after.keys():
        if before.get(key) != after.get(key):
            for _, box, _ in (found for found in (before.get(key), after.get(key)) if found):
                assert box in stale, key


class Follower:
    """A board that follows a document, and checks each time that it tells what became different."""

    def __init__(self, document: Document, *, draft: bool, within: str = "") -> None:
        self.board = Board(
            document, "m0", within=within, incognita=True, remarks=True
        )  # so that all is drawn
        self.draft, self.within = draft, within
        document.watch(self.follow)

    def follow(self, change: Change) -> None:
        before = seen(self.board)
        stale = self.board.refresh(change, draft=self.draft)
        assert_is_told(before, seen(self.board), stale)

    def rest(self, *, refined: bool) -> None:
        before = seen(self.board)
        stale = self.board.settle()
        if refined:
            stale += self.board.refine()
        assert_is_told(before, seen(self.board), stale)


@same_ids()
def work(follower: Follower, program: list[tuple[Step, int]]) -> None:
    for step, rest in program:
        take(follower.board.document, step)
        if rest:
            follower.rest(refined=rest == 2)
    follower.rest(refined=True)
    assert_is_as_afresh(follower.board, follower.within)


@settings(max_examples=120, deadline=None)
@given(st.lists(st.tuples(ROUGH_STEPS, st.integers(0, 2)), max_size=20), st.booleans())
def test_a_board_that_followed_any_work_is_as_one_made_afresh(
    program: list[tuple[Step, int]], draft: bool
) -> None:
    work(Follower(beginning(), draft=draft), program)


@settings(max_examples=120, deadline=None)
@given(st.lists(st.tuples(LIVELY_STEPS, st.integers(0, 2)), max_size=6), st.booleans())
def test_arrows_that_followed_any_work_lie_as_if_drawn_afresh(
    program: list[tuple[Step, int]], draft: bool
) -> None:
    work(Follower(crowded(), draft=draft), program)


@settings(max_examples=120, deadline=None)
@given(st.lists(st.tuples(LIVELY_STEPS, st.integers(0, 2)), max_size=6), st.booleans())
def test_arrows_that_were_carried_along_lie_as_if_drawn_afresh_in_the_end(
    program: list[tuple[Step, int]], draft: bool
) -> None:
    """As where so much moves at once that there is no time to lead every arrow."""
    with patch.object(wiring, "MANY", 1):
        work(Follower(crowded(), draft=draft), program)


class Latecomer(Follower):
    """A board that follows every change tree by tree, and what is out of view when it is time for it."""

    def __init__(self, document: Document, parts: list[int]) -> None:
        super().__init__(document, draft=True)
        self.parts, self.backlog = parts, Backlog(self.board, Change(), VIEW)

    def follow(self, change: Change) -> None:
        self.catch_up()
        before = seen(self.board)
        if is_general(change, "m0"):
            stale = self.board.refresh(change)
        else:
            self.backlog, stale = Backlog(self.board, change, VIEW), []
            for _ in range(self.parts.pop() if self.parts else 0):
                stale += self.backlog.follow(0.0)
        assert_is_told(before, seen(self.board), stale)

    def catch_up(self) -> None:
        before = seen(self.board)
        stale = self.backlog.follow()
        assert self.backlog.is_done
        assert_is_told(before, seen(self.board), stale)

    def rest(self, *, refined: bool) -> None:
        self.catch_up()
        super().rest(refined=refined)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(st.one_of(ROUGH_STEPS, LIVELY_STEPS), st.integers(0, 2)), max_size=12),
    st.lists(st.integers(0, 4), max_size=30),
    st.booleans(),
)
def test_a_board_that_followed_any_work_in_parts_is_as_one_made_afresh(
    program: list[tuple[Step, int]], parts: list[int], is_crowded: bool
) -> None:
    with patch.object(backlog, "PART", 1):
        work(Latecomer(crowded() if is_crowded else beginning(), parts), program)


def test_of_a_large_change_what_is_in_view_is_followed_first() -> None:
    document = crowded()
    board = Board(document, "m0")
    changes: list[Change] = []
    document.watch(changes.append)
    here, there = (board.placed[key].box for key in ("s0", "s3"))
    move(document, ["s0", "s1", "s2", "s3"], 0, 90)
    with patch.object(backlog, "PART", 1):
        late = Backlog(board, changes[0], here)
        late.follow(0.0)
        assert board.placed["s0"].box == here.moved(0, 90)
        assert board.placed["s3"].box == there and not late.is_done
        late.follow()
    assert board.placed["s3"].box == there.moved(0, 90) and late.is_done


def framed() -> Document:
    """The crowded journey with a frame around some of it."""
    document = crowded()
    add_node(document, Frame(id="f", map_id="m0", x=300, y=100, width=1000, height=700))
    return document


@settings(max_examples=120, deadline=None)
@given(
    st.lists(st.tuples(LIVELY_STEPS | ROUGH_STEPS, st.integers(0, 2)), max_size=8),
    st.booleans(),
    st.sampled_from(["f", "s1", "b3", "b1", "o"]),
)
def test_a_board_of_what_is_within_a_node_follows_as_well(
    program: list[tuple[Step, int]], draft: bool, within: str
) -> None:
    work(Follower(framed(), draft=draft, within=within), program)


def test_within_a_node_only_its_branches_are_seen_and_within_a_frame_what_lies_in_it() -> None:
    document = framed()
    branch = Board(document, "m0", within="b3")
    assert branch.placed.keys() == {"b3", "b4"} and "limb b4" in branch.entries
    assert "limb b3" not in branch.entries, "what it hangs on is out of view"
    frame = Board(document, "m0", within="f")
    assert {"f", "s0", "s1", "s2", "b3", "b4"} <= frame.placed.keys()
    assert not {"s3", "d"} & frame.placed.keys()
    assert "t0" in frame.entries and "t2" not in frame.entries, "arrows among them alone"
    whole = Board(document, "m0")
    for key in ("s0", "s1", "s2"):
        assert frame.placed[key] == whole.placed[key], "numbers and places stay"


# What a board shows


def board_of(document: Document, *, incognita: bool = False) -> Board:
    """A board that follows a document as the window does."""
    board = Board(document, "m0", incognita=incognita, remarks=incognita)
    document.watch(lambda change: board.refresh(change, draft=True))
    return board


def end_cards(board: Board, link_id: str) -> tuple[str, str]:
    """The cards on whose edges an arrow begins and ends."""
    points = board.wiring.strands[link_id].route.cubics
    found = []
    for x, y in (points[0][0], points[-1][3]):
        near = [key for key, item in board.placed.items() if item.box.grown(6.5).holds(x, y)]
        found.append(min(near, key=lambda key: board.placed[key].box.width))
    return found[0], found[1]


@settings(max_examples=60, deadline=None)
@given(st.lists(ROUGH_STEPS, max_size=12), st.sampled_from([beginning, crowded]))
def test_pictures_stay_within_the_bounds_of_their_entries(
    program: list[Step], start: Callable[[], Document]
) -> None:
    document = start()
    board = board_of(document, incognita=True)
    for step in program:
        take(document, step)
    board.settle()
    for key, entry in board.entries.items():
        box = bounds((entry.picture,))
        assert box is None or entry.bounds.grown(0.001).joined(box) == entry.bounds.grown(0.001), key
        assert board.box_of(key) is not None
    if board.entries:
        assert board.bounds == union(entry.bounds for entry in board.entries.values())


@settings(max_examples=60, deadline=None)
@given(st.lists(LIVELY_STEPS, max_size=6))
@same_ids()
def test_what_is_shown_follows_from_the_records_and_not_from_their_order(program: list[Step]) -> None:
    document = crowded()
    for step in program:
        take(document, step)
    board, other = Board(document, "m0"), Board(Document(reversed(list(document))), "m0")
    for each in (board, other):
        each.refine()
    assert told(board) == told(other)


def test_arrows_end_at_what_their_ends_are_folded_into() -> None:
    document = crowded()
    board = board_of(document)
    assert end_cards(board, "t7") == ("b0", "s3")
    set_folded(document, ["s1"], True)
    assert end_cards(board, "t7") == ("s1", "s3") and end_cards(board, "t8") == ("s1", "s0")
    assert "t11" not in board.wiring.strands, "both its ends are in one card"
    move(document, ["s1"], 0, 500)
    assert end_cards(board, "t7") == ("s1", "s3")
    set_folded(document, ["s1", "b0"], False)
    board.settle()
    assert end_cards(board, "t7") == ("b2", "s3") and end_cards(board, "t11") == ("b1", "b4")


def test_an_arrow_to_what_is_removed_goes() -> None:
    document = crowded()
    board = board_of(document)
    remove(document, ["s2"])
    assert not {"t1", "t1 label", "t6", "t9"} & board.entries.keys()
    document.undo()
    assert_is_as_afresh_after_rest(board)
    assert {"t1", "t1 label", "t6", "t9"} <= board.entries.keys()


def assert_is_as_afresh_after_rest(board: Board) -> None:
    board.settle()
    board.refine()
    assert_is_as_afresh(board)


def test_a_map_that_is_deleted_leaves_an_empty_board_that_comes_back() -> None:
    document = crowded()
    board = board_of(document)
    add_map(document, "Other")
    remove_map(document, "m0")
    assert not board.entries and not board.placed and board.bounds is None
    document.undo()
    assert_is_as_afresh_after_rest(board)


def test_another_map_is_another_matter() -> None:
    document = crowded()
    board = Board(document, "m0")
    stale: list[Box] = []
    document.watch(lambda change: stale.extend(board.refresh(change)))
    other = add_map(document, "Other")
    add_node(document, Stage(id="far", map_id=other.id))
    set_field(document, [other.id], "theme", "chalk")
    assert not stale and "far" not in board.placed


def test_a_persona_is_renamed_on_their_card_and_the_branches_make_room() -> None:
    document = beginning()
    board = board_of(document)
    before, branch = board.entries["c0"].picture, board.placed["b0"].box
    set_field(document, ["lucy"], "name", "Lucy Bennett of a long and noble line " * 4)
    set_field(document, ["lucy"], "roles", ("user", "decider", "buyer", "initiator"))
    assert board.entries["c0"].picture != before
    assert board.placed["b0"].box == branch, "the card grows about its middle"
    assert_is_as_afresh_after_rest(board)


def test_a_card_shows_who_feels_what_and_has_room_for_all_of_them() -> None:
    document = beginning()
    board = board_of(document)
    plain = board.placed["s0"].box
    rate(document, ["s0"], "feelings", "lucy", -2)
    for at in range(20):
        with document.edit(message("Add")) as edit:
            edit.put(Persona(id=f"p{at}", name=f"Ann {at}", order=1.0 + at))
        rate(document, ["s0"], "feelings", f"p{at}", at % 3)
    assert board.placed["s0"].box.height > plain.height
    said = [mark.text for mark in marks_of(board.entries["s0"].picture.marks) if isinstance(mark, Text)]
    assert {"L", "A0"} <= set(said) and any(text.startswith("+") for text in said)
    set_field(document, ["lucy"], "name", "Zoe Quick")
    said = [mark.text for mark in marks_of(board.entries["s0"].picture.marks) if isinstance(mark, Text)]
    assert "ZQ" in said
    assert_is_as_afresh_after_rest(board)


def test_threads_follow_those_who_travel() -> None:
    document = beginning()
    set_field(document, ["t0"], "persona_ids", ("lucy",))
    board = board_of(document)
    before = board.entries["t0"].picture
    stale: list[Box] = []
    document.watch(lambda change: stale.extend(board.refresh(change)))
    set_field(document, ["lucy"], "colour", "#b03a78")
    assert board.entries["t0"].picture != before
    assert any(box.meets(board.entries["t0"].bounds) for box in stale)
    assert_is_as_afresh_after_rest(board)
    document.undo()
    assert board.entries["t0"].picture == before


def test_a_photo_that_comes_later_is_shown() -> None:
    document = beginning()
    remove(document, ["photo"])
    board = board_of(document)
    before = board.entries["c0"].picture
    document.undo()
    assert board.entries["c0"].picture != before


def test_a_change_of_theme_or_language_makes_all_anew() -> None:
    document = crowded()
    board = board_of(document)
    for keys, name, value in ((["m0"], "theme", "chalk"), (["p"], "language", "fr")):
        before = seen(board)
        set_field(document, keys, name, value)
        assert seen(board) != before
        assert_is_as_afresh_after_rest(board)
    assert board.look.theme.key == "chalk" and board.look.say.language == "fr"


def test_a_board_may_have_a_theme_and_a_language_of_its_own() -> None:
    document = crowded()
    board = Board(document, "m0", theme=THEMES["ink"], language="fr")
    set_field(document, ["m0"], "theme", "chalk")
    board.rebuild()
    assert board.look.theme.key == "ink" and board.look.say.language == "fr"


def test_stages_are_numbered_as_they_stand() -> None:
    document = crowded()
    board = board_of(document)
    numbers = {key: board.placed[key].setting.number for key in ("s0", "s1", "s2", "s3", "o", "b3")}
    assert numbers == {"s0": 1, "s1": 2, "s2": 3, "s3": 4, "o": 0, "b3": 0}
    move(document, ["s0"], 5000, 0)
    board.settle()
    assert [board.placed[f"s{i}"].setting.number for i in range(4)] == [4, 1, 2, 3]
    remove(document, ["s2"])
    board.settle()
    assert [board.placed[key].setting.number for key in ("s1", "s3", "s0")] == [1, 2, 3]


def test_courses_follow_when_the_order_of_stages_changes() -> None:
    document = crowded()
    board = board_of(document)
    assert board.course_of("t2") is Course.ADVANCE and board.course_of("t4") is Course.SKIP
    assert board.course_of("t3") is Course.BACK and board.course_of("t5") is Course.EXIT
    assert board.course_of("t6") is Course.SELF and board.course_of("nobody") is None
    move(document, ["s3"], -3000, 0)
    board.settle()
    assert board.course_of("t2") is Course.BACK and board.course_of("t3") is Course.SKIP


def test_things_are_painted_in_layers_and_by_their_order() -> None:
    document = crowded()
    add_node(document, Frame(id="f", map_id="m0", width=5000, height=5000))
    board = Board(document, "m0")
    painted = board.within(Box(-9000, -9000, 9000, 9000))
    assert painted[0].key == "f"
    assert [entry.layer for entry in painted] == sorted(entry.layer for entry in painted)
    nodes = [entry.order for entry in painted if entry.layer is Layer.NODE]
    assert nodes == sorted(nodes)
    assert len(painted) == len(board.entries)


def test_a_dense_map_is_drawn_at_once_and_led_in_idle_moments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wiring, "PATIENCE", -1.0)
    document = crowded()
    board = Board(document, "m0")
    assert not board.is_refined and len(board.wiring.pending) == len(board.wiring.strands)
    board.refine(0.0)
    while not board.is_refined:
        board.refine(0.001)
    monkeypatch.undo()
    assert_is_as_afresh(board)


def test_an_empty_map_has_no_size() -> None:
    document = beginning()
    drawing = draw_map(document, add_map(document, "Empty").id)
    assert drawing.picture == () and drawing.bounds == Box(0, 0, 0, 0)


def test_a_whole_map_is_drawn_within_its_bounds() -> None:
    drawing = draw_map(crowded(), "m0", theme=THEMES["vivid"], language="fr")
    assert bounds(drawing.picture) == drawing.bounds


# Pointing


@pytest.mark.parametrize(
    ("x", "y", "key"),
    [(0, 0, "s0"), (360, 140, "s1"), (-2000, 0, None), (700, 420, "o"), (-129, 0, "s0"), (-160, 0, None)],
)
def test_the_topmost_thing_is_pointed_at(x: float, y: float, key: str | None) -> None:
    found = pointed_at(Board(crowded(), "m0"), x, y)
    assert (found.id if found else None) == key


def test_arrows_are_pointed_at_along_their_line_and_on_their_label() -> None:
    board = Board(crowded(), "m0")
    for key, strand in board.wiring.strands.items():
        if strand.label_at is not None:
            assert pointed_at(board, *strand.label_at) in (board.document.get(key), *labels_near(board, key))
    x, y = board.wiring.strands["t4"].route.along(0.3)
    assert pointed_at(board, x, y) == board.document.get("t4")
    assert board.wiring.distance("t4", x, y) < 4
    assert board.wiring.distance("nobody", x, y) == math.inf


def labels_near(board: Board, key: str) -> list[Record | None]:
    """The arrows whose labels lie over the label of another."""
    box = board.entries[f"{key} label"].bounds
    found = (
        entry for entry in board.entries.values() if entry.layer is Layer.LABEL and entry.bounds.meets(box)
    )
    return [board.document.get(entry.record_id) for entry in found]


def test_a_frame_is_pointed_at_by_its_rim_and_title_alone() -> None:
    document = crowded()
    add_node(document, Frame(id="f", map_id="m0", x=0, y=0, width=5000, height=5000))
    board = Board(document, "m0")
    assert pointed_at(board, 0, -2480) == document.get("f")
    assert pointed_at(board, -2498, 0) == document.get("f")
    assert pointed_at(board, -2000, 2000) is None
    assert pointed_at(board, 0, 0) == document.get("s0")


def crossing() -> Document:
    """Three arrows whose middles meet."""
    around = ((0, -300), (300, 0), (0, 300), (-300, 0), (300, 300), (-300, -300))
    stages = [Note(id=f"n{i}", map_id="m0", x=2 * x, y=2 * y) for i, (x, y) in enumerate(around)]
    ends = (("n0", "n2"), ("n1", "n3"), ("n4", "n5"))
    arrows = [
        Transition(id=f"t{i}", map_id="m0", source_id=one, target_id=other, title="What is said", order=i)
        for i, (one, other) in enumerate(ends, 1)
    ]
    return Document([Project(id="p"), JourneyMap(id="m0"), *stages, *arrows])


def test_no_label_lies_over_another_and_a_chosen_place_is_given_way_to() -> None:
    document = crossing()
    board = board_of(document)

    def labels() -> list[Box]:
        found = [board.wiring.strands[f"t{i}"].box("label") for i in (1, 2, 3)]
        return [box for box in found if box is not None]

    def assert_apart() -> None:
        assert not any(one.meets(other) for one, other in combinations(labels(), 2))

    assert len(labels()) == 3
    assert_apart()
    set_field(document, ["t3"], "label_at", 0.5)
    board.settle()
    x, y = board.wiring.strands["t3"].label_at or (0.0, 0.0)
    assert (x, y) == board.wiring.strands["t3"].route.along(0.5)
    assert_apart()
    remove(document, ["t3"])
    board.settle()
    afresh = Board(document, "m0")
    assert board.wiring.strands == afresh.wiring.strands


def test_from_afar_an_arrow_has_the_colour_of_who_travels_it_alone() -> None:
    document = beginning()
    board = board_of(document)
    plain = board.entries["t0"].afar()
    set_field(document, ["lucy"], "colour", "#b03a78")
    set_field(document, ["t0"], "persona_ids", ("lucy",))
    seen = board.entries["t0"].afar()
    assert isinstance(plain, Thread) and isinstance(seen, Thread)
    assert seen.colour == "#b03a78" != plain.colour


def test_a_channel_that_changes_is_seen_where_it_is_used_and_nowhere_else() -> None:
    document = Document(
        (
            Project(id="p"),
            JourneyMap(id="m"),
            Touchpoint(id="uses", map_id="m", channel="phone"),
            Touchpoint(id="other", map_id="m", x=900, channel="email"),
        )
    )
    board = Board(document, "m")
    stale: list[list[Box]] = []

    def follow(change: Change) -> None:
        stale.append(board.refresh(change))

    document.watch(follow)
    before = board.entries["other"].picture
    with document.edit(LABEL) as edit:
        edit.put(TERM)
    regions = stale.pop()
    assert regions and all(region.right < 400 for region in regions)
    assert board.entries["other"].picture is before
    assert told(board) == told(Board(document, "m"))
    seen = marks_of((board.entries["uses"].picture,))
    assert any("hotline" in mark.text for mark in seen if isinstance(mark, Text))
    document.undo()
    assert told(board) == told(Board(document, "m"))
