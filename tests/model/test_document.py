"""Whatever is done to a document, its history leads back and forth, and nothing hangs in the air."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from journeydesk.kinds.note import Note
from journeydesk.kinds.persona import PersonaCard
from journeydesk.language import message
from journeydesk.model.change import Change, Entry
from journeydesk.model.document import Document, Step
from journeydesk.model.records import Comment, JourneyMap, Link, Node, Persona, Project, Record
from tests.finding import only
from tests.operations import steps
from tests.operations.steps import LABEL, PROGRAMS, STEPS, beginning, same_ids, take

State = dict[str, Record]


def state(document: Document) -> State:
    return {record.id: record for record in document}


def owners(record: Record) -> set[str]:
    match record:
        case Node():
            return {record.map_id, record.parent_id} - {""}
        case Link():
            return {record.map_id, record.source_id, record.target_id}
        case Comment():
            return {record.about_id}
    return set()


def assert_indices_are_true(document: Document) -> None:
    records = state(document)
    below: dict[str, set[str]] = {}
    for record in records.values():
        for owner in owners(record):
            below.setdefault(owner, set()).add(record.id)
    for key in records.keys() | below.keys():
        found = [record.id for record in document.below(key)]
        assert len(found) == len(set(found))
        assert set(found) == below.get(key, set())
    for record_class in {Record, Node, Link, *map(type, records.values())}:
        known = document.all(record_class)
        assert {record.id for record in known} == {
            key for key, record in records.items() if isinstance(record, record_class)
        }
        assert all(records[record.id] is record for record in known)
    assert len(document) == len(records)
    assert all(document.get(key) is record for key, record in records.items())


def assert_nothing_dangles(document: Document) -> None:
    for node in document.all(Node):
        assert document.find(JourneyMap, node.map_id) is not None
        if node.parent_id:
            parent = only(document, Node, node.parent_id)
            assert parent.map_id == node.map_id
        if isinstance(node, PersonaCard) and node.persona_id:
            assert document.find(Persona, node.persona_id) is not None
        seen: set[str] = set()
        climbing: Node | None = node
        while climbing is not None:
            assert climbing.id not in seen, "hangs on itself"
            seen.add(climbing.id)
            climbing = document.find(Node, climbing.parent_id)
    for link in document.all(Link):
        for end in (link.source_id, link.target_id):
            found = only(document, Node, end)
            assert found.map_id == link.map_id
        assert all(document.find(Persona, key) for key in link.persona_ids)
    for drawn in document.all(JourneyMap):
        assert all(document.find(Persona, key) for key in drawn.persona_ids)
    assert len(document.all(Project)) == 1


class AnyWork(RuleBasedStateMachine):
    """A person works on a project; every state that the history leads to is remembered beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.ids = same_ids()
        self.ids.__enter__()
        self.document = beginning()
        self.mirror = state(self.document)
        self.states = [state(self.document)]
        self.document.watch(self.mirrored)
        self.document.watch_history(self.remembered)

    def teardown(self) -> None:
        self.ids.__exit__(None, None, None)

    def mirrored(self, change: Change) -> None:
        for key, (before, after) in change.items():
            assert self.mirror.get(key) == before
            if after is None:
                del self.mirror[key]
            else:
                self.mirror[key] = after

    def remembered(self, step: Step, entry: Entry) -> None:
        position = self.document.history[1]
        if step in (Step.COMMITTED, Step.AMENDED):
            del self.states[position:]
            self.states.append(state(self.document))
        assert entry in self.document.history[0]

    @rule(step=STEPS)
    def work(self, step: steps.Step) -> None:
        take(self.document, step)

    @rule(step=STEPS, part=st.integers(0, 3))
    def work_that_fails(self, step: steps.Step, part: int) -> None:
        """An exception in the middle of an edit takes all of it back."""
        before, history = state(self.document), self.document.history
        nodes = self.document.all(Node)
        with pytest.raises(ZeroDivisionError), self.document.edit(LABEL) as edit:
            edit.put(Note(id="fresh", map_id="m0"))
            edit.remove(*(node.id for node in nodes[:part]))
            _ = 1 // 0
        assert state(self.document) == before
        assert self.document.history == history

    @rule()
    def undo_all(self) -> None:
        while self.document.undo():
            pass

    @rule()
    def redo_all(self) -> None:
        while self.document.redo():
            pass

    @invariant()
    def the_history_leads_to_what_was(self) -> None:
        entries, position = self.document.history
        assert len(self.states) == len(entries) + 1
        assert state(self.document) == self.states[position] == self.mirror

    @invariant()
    def all_is_in_order(self) -> None:
        assert self.document.open_edit is None
        assert_indices_are_true(self.document)
        assert_nothing_dangles(self.document)


AnyWork.TestCase.settings = settings(max_examples=40, stateful_step_count=20, deadline=None)
TestAnyWork = AnyWork.TestCase


@settings(deadline=None)
@given(PROGRAMS)
@same_ids()
def test_undoing_all_leads_to_the_start_and_redoing_all_to_the_end(program: list[steps.Step]) -> None:
    document = beginning()
    start = state(document)
    for step in program:
        take(document, step)
    end = state(document)
    undone = document.history[1]
    for _ in range(undone):
        assert document.undo() is not None
    assert document.undo() is None
    assert state(document) == start
    for _ in range(undone):
        assert document.redo() is not None
    assert state(document) == end


@settings(deadline=None)
@given(PROGRAMS)
@same_ids()
def test_all_entries_in_one_change_lead_from_the_start_to_the_end(program: list[steps.Step]) -> None:
    document = beginning()
    start = state(document)
    for step in program:
        take(document, step)
    entries, position = document.history
    whole = Change()
    for entry in entries[:position]:
        whole = whole.then(entry.change)
    assert {key: pair[0] for key, pair in whole.items()} == {key: start.get(key) for key in whole}
    assert state(document) == {
        key: record
        for key in start.keys() | whole.keys()
        if (record := whole[key][1] if key in whole else start[key]) is not None
    }


@settings(deadline=None)
@given(PROGRAMS, PROGRAMS)
@same_ids()
def test_a_cancelled_edit_leaves_no_trace(program: list[steps.Step], other: list[steps.Step]) -> None:
    document = beginning()
    for step in program:
        take(document, step)
    before, history = state(document), document.history
    elsewhere = Document(document)
    for step in other:
        take(elsewhere, step)
    edit = document.begin(LABEL)
    edit.remove(*(key for key in before if elsewhere.get(key) is None))
    edit.put(*(record for record in elsewhere if document.get(record.id) != record))
    assert state(document) == state(elsewhere)
    edit.cancel()
    assert state(document) == before
    assert document.history == history
    assert_indices_are_true(document)


def note(title: str = "", **more: str) -> Note:
    return Note(id="n", map_id="m0", title=title, **more)


def type_letters(document: Document, *titles: str) -> Entry | None:
    entry = None
    for title in titles:
        edit = document.begin(message("Type {what}", what=title))
        edit.put(note(title))
        entry = edit.commit(entry)
    return entry


def test_amended_edits_are_one_step_that_keeps_the_first_label() -> None:
    document = beginning()
    before = state(document)
    entry = type_letters(document, "a", "ab", "abc")
    assert document.history == ((entry,), 1)
    assert entry is not None and entry.label == message("Type {what}", what="a")
    document.undo()
    assert state(document) == before
    document.redo()
    assert document.get("n") == note("abc")


def test_an_edit_is_not_joined_to_an_entry_that_is_not_the_last() -> None:
    document = beginning()
    first = type_letters(document, "a")
    type_letters(document, "ab")
    edit = document.begin(LABEL)
    edit.put(note("abc"))
    edit.commit(first)
    assert document.history[1] == 3
    document.undo()
    edit = document.begin(LABEL)
    edit.put(note("x"))
    edit.commit(document.history[0][1])
    assert document.history[1] == 3, "what could be redone ends an entry"


def test_an_edit_that_changes_nothing_is_not_entered() -> None:
    document = beginning()
    type_letters(document, "a")
    document.undo()
    assert len(document.history[0]) == 1
    with document.edit(LABEL) as edit:
        edit.put(document.project)
        edit.remove("nobody")
    assert document.history[1] == 0 and len(document.history[0]) == 1, "redo is still there"


def test_an_edit_clears_what_could_be_redone() -> None:
    document = beginning()
    type_letters(document, "a")
    document.undo()
    type_letters(document, "b")
    assert len(document.history[0]) == 1
    assert document.redo() is None


def test_undo_ends_the_edit_that_is_under_way() -> None:
    document = beginning()
    type_letters(document, "a")
    edit = document.begin(LABEL)
    edit.put(note("half"))
    document.undo()
    assert document.get("n") is None
    with pytest.raises(RuntimeError):
        edit.put(note("late"))


def test_a_second_edit_is_refused_while_one_is_open() -> None:
    document = beginning()
    edit = document.begin(LABEL)
    with pytest.raises(RuntimeError):
        document.begin(LABEL)
    edit.cancel()
    with pytest.raises(RuntimeError):
        edit.commit()


def test_a_record_keeps_its_class() -> None:
    document = beginning()
    with pytest.raises(TypeError), document.edit(LABEL) as edit:
        edit.put(Note(id="s0", map_id="m0"))


def test_those_who_no_longer_watch_are_not_told() -> None:
    document, told = beginning(), []
    watchers: list[Callable[..., None]] = [lambda *_: told.append("change"), lambda *_: told.append("step")]
    document.watch(watchers[0])
    document.watch_history(watchers[1])
    type_letters(document, "a")
    assert told == ["change", "step"]
    for watcher in watchers:
        document.unwatch(watcher)
    type_letters(document, "b")
    assert told == ["change", "step"]


def test_a_record_is_kept_under_the_id_that_it_has_when_it_is_clean() -> None:
    document = Document((Project(id="p"), JourneyMap(id=" m0 ")))
    with document.edit(LABEL) as edit:
        edit.put(Note(id="n\x00\n", map_id="m0"))
    assert all(document.get(record.id) is record for record in document)
    assert_indices_are_true(document)
    assert_nothing_dangles(document)
