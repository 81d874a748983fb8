"""Records become rows and records again."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeydesk.kinds.catalogue import KINDS, RECORDS, name_of
from journeydesk.language import Message, counted, message
from journeydesk.model.change import Change, Entry
from journeydesk.model.clean import clean_record
from journeydesk.model.records import Asset, JourneyMap, Node, Project, Record, Term, Transition
from journeydesk.storage.mending import mended
from journeydesk.storage.rows import (
    UnknownKindError,
    content_hash,
    entry_from_row,
    entry_to_row,
    from_json,
    from_rows,
    media_fit,
    media_of,
    shelf_of,
    to_json,
    to_rows,
)
from tests.storage.samples import by_class, documents, one_of_everything, records_of_class

ORDINARY = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def test_every_record_class_has_a_name_and_a_shelf() -> None:
    assert {name_of(record_class): record_class for record_class in RECORDS.values()} == dict(RECORDS)
    assert all(issubclass(kind.record, shelf_of(kind.record).record) for kind in KINDS)


def test_one_of_everything_comes_back() -> None:
    assert by_class(from_rows(to_rows(one_of_everything()))) == by_class(one_of_everything())


@ORDINARY
@given(documents())
def test_whatever_a_document_holds_comes_back(document) -> None:
    records = from_rows(to_rows(document))
    assert by_class(records) == by_class(document)
    assert mended(records) == (records, ())


@ORDINARY
@given(st.data())
def test_an_entry_of_the_history_comes_back(data) -> None:
    record_class = data.draw(st.sampled_from(sorted(RECORDS.values(), key=name_of)))
    pairs: dict[str, tuple[Record | None, Record | None]] = {}
    for key in "abc":
        before, after = (
            data.draw(st.none() | records_of_class(record_class, id=key).map(clean_record)) for _ in "12"
        )
        pairs[key] = (before, after)
    label = counted("{n} node", "{n} nodes", 3, inner=message("a {b}", b=1.5), name="é{")
    entry = Entry(label, Change(pairs))
    held = media_of(record for pair in pairs.values() for record in pair if record is not None)
    assert entry_from_row(entry_to_row(entry), held) == entry


def test_a_label_may_hold_any_value() -> None:
    row = entry_to_row(Entry(message("Set {what}", what=(1, 2)), Change()))
    assert entry_from_row(row, {}).label == Message("Set {what}", values=(("what", "(1, 2)"),))


def test_the_hash_sees_every_value_and_the_order() -> None:
    records = one_of_everything()
    seen = {
        content_hash(to_rows(records), {"save_id": "1"}),
        content_hash(to_rows(records), {"save_id": "2"}),
    }
    for place, record in enumerate(records):
        changed = replace(record, id=record.id + "x")
        seen.add(content_hash(to_rows((*records[:place], changed, *records[place + 1 :])), {"save_id": "1"}))
    seen.add(content_hash(to_rows(records[::-1]), {"save_id": "1"}))
    assert len(seen) == len(records) + 3


def test_bytes_that_do_not_fit_their_name_are_seen() -> None:
    rows = to_rows(one_of_everything())
    assert media_fit(rows)
    rows["media"][0]["data"] += b"!"
    assert not media_fit(rows)


def test_equal_bytes_are_kept_once() -> None:
    assert len(to_rows(one_of_everything())["media"]) == 1


@pytest.mark.parametrize("text", ["NaN", "[Infinity]", "[" * 100_000, '{"a"', "9" * 10_000])
def test_json_that_was_never_written_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        from_json(text)


def test_json_knows_finite_numbers_only() -> None:
    with pytest.raises(ValueError):
        to_json(float("nan"))


def test_a_kind_of_the_future_is_not_dropped_silently() -> None:
    rows = to_rows(one_of_everything())
    rows["node"][0]["kind"] = "hologram"
    with pytest.raises(UnknownKindError):
        from_rows(rows)


# Mending


def flawed(*more: Record) -> tuple[Record, ...]:
    return Project(id="p"), JourneyMap(id="m"), *more


def mend(*more: Record) -> tuple[dict[str, Record], int]:
    records, notices = mended(flawed(*more))
    return {record.id: record for record in records}, len(notices)


NOTE = RECORDS["note"]
assert issubclass(NOTE, Node)


def note(key: str, **values: object) -> Node:
    made = NOTE(id=key, **{"map_id": "m", **values})
    assert isinstance(made, Node)
    return made


def test_nodes_whose_map_is_missing_come_onto_a_new_one_together() -> None:
    found, notices = mend(
        note("a", map_id="gone"),
        note("b", map_id="gone", parent_id="a"),
        note("c", map_id="p"),
        Transition(id="t", map_id="gone", source_id="a", target_id="b"),
    )
    assert isinstance(found["gone"], JourneyMap)
    assert found["b"] == note("b", map_id="gone", parent_id="a")
    assert isinstance(found[found["c"].map_id], JourneyMap)
    assert "t" in found
    assert notices == 1


def test_cycles_of_parents_are_cut_once() -> None:
    found, notices = mend(
        note("a", parent_id="c"),
        note("b", parent_id="a"),
        note("c", parent_id="b"),
        note("d", parent_id="d"),
        note("e", parent_id="c"),
    )
    assert sum(found[key].parent_id == "" for key in "abc") == 1
    assert found["d"].parent_id == ""
    assert found["e"].parent_id == "c"
    assert notices == 1


def test_parents_that_are_missing_or_elsewhere_are_let_go() -> None:
    found, _ = mend(
        JourneyMap(id="m2"),
        note("a", parent_id="gone"),
        note("b", parent_id="p"),
        note("c", map_id="m2", parent_id="a"),
    )
    assert [found[key].parent_id for key in "abc"] == ["", "", ""]


def test_links_into_nothing_are_left_out() -> None:
    found, notices = mend(
        note("a"),
        Transition(id="t", map_id="m", source_id="a", target_id="gone"),
        Transition(id="u", map_id="elsewhere", source_id="a", target_id="a"),
    )
    assert "t" not in found
    assert found["u"].map_id == "m"
    assert notices == 1


def test_ids_that_come_twice_and_other_projects_are_left_out() -> None:
    found, notices = mend(note("a"), Asset(id="a"), Project(id="q"), note(""))
    assert set(found) == {"p", "m", "a"}
    assert notices == 1


def test_terms_are_kept_under_what_they_stand_for() -> None:
    told = {"vocabulary": "channel", "title": "Counter"}
    found, _ = mend(
        Term(id="x", key="own", **told),
        Term(id="y", key="own", vocabulary="channel", title="Twice"),
        Term(id="device own", key="", **told),
    )
    terms = [record for record in found.values() if isinstance(record, Term)]
    assert terms == [Term(id="channel own", key="own", **told)]


def test_a_project_that_is_missing_is_made() -> None:
    records, notices = mended([JourneyMap(id="m")])
    assert isinstance(records[0], Project)
    assert len(notices) == 1


def test_a_long_chain_of_branches_is_no_trouble() -> None:
    chain = [note(f"{place}", parent_id=f"{place + 1}") for place in range(50_000)]
    found, _ = mend(*chain)
    assert found["49999"].parent_id == ""
