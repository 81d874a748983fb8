"""What a field names can be found, and given other ids, however the field holds it."""

from hypothesis import given
from hypothesis import strategies as st

from journeydesk.model.clean import clean_value
from journeydesk.model.fields import Choice, Editor, Field, mentioned, remapped

KEYS = st.sampled_from(["a", "b", "c", "d"])
CHOICES = (Choice("user", "User"), Choice("buyer", "Buyer"))
VALUES = {
    Editor.RECORD: st.one_of(st.just(""), KEYS),
    Editor.RECORDS: st.lists(KEYS).map(tuple),
    Editor.RATINGS: st.lists(st.tuples(KEYS, st.integers(-3, 3))).map(tuple),
    Editor.PARTS: st.lists(st.tuples(KEYS, st.sampled_from(["user", "buyer"]))).map(tuple),
}


def told(editor: Editor) -> Field:
    return Field("it", "It", editor, CHOICES, -3, 3, whole=True, refers="Persona")


@given(st.data(), st.sampled_from(list(VALUES)), st.dictionaries(KEYS, st.one_of(st.just(""), KEYS)))
def test_new_ids_stand_where_the_old_ones_stood(
    data: st.DataObject, editor: Editor, names: dict[str, str]
) -> None:
    field, empty = told(editor), "" if editor is Editor.RECORD else ()
    value = clean_value(data.draw(VALUES[editor]), field, empty)
    renamed = remapped(field, value, lambda key: names.get(key, key))
    assert clean_value(renamed, field, empty) == renamed
    wanted = [new for key in mentioned(field, value) if (new := names.get(key, key))]
    assert list(dict.fromkeys(mentioned(field, renamed))) == list(dict.fromkeys(wanted))
    assert remapped(field, value, lambda key: key) == value


def test_somebody_may_play_several_parts_but_has_one_rating() -> None:
    parts = [("a", "user"), ["a", "buyer"], ("a", "user"), ("", "user"), ("b", ""), 3]
    assert clean_value(parts, told(Editor.PARTS), ()) == (("a", "user"), ("a", "buyer"))
    assert remapped(told(Editor.RATINGS), (("a", 1), ("b", 2)), lambda _: "c") == (("c", 1),)


def test_a_field_that_names_no_records_is_left_alone() -> None:
    assert mentioned(Field("notes"), "a") == ()
    assert remapped(Field("notes"), "a", lambda _: "") == "a"
