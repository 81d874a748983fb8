"""Which keys actions have, once people chose their own."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from journeydesk.ui.actions import ACTIONS, action
from journeydesk.ui.keymap import Keymap, is_needed_elsewhere, portable

IDS = st.sampled_from([row.id for row in ACTIONS] + ["an_action_of_another_version"])
USED = sorted({key for row in ACTIONS for key in row.shortcuts})
KEYS = st.lists(st.one_of(st.sampled_from(USED), st.sampled_from(["F5", "Ctrl+J", "Ctrl+Foo", "", "x, y"])))
OWN = st.dictionaries(IDS, KEYS, max_size=6)


def test_without_own_keys_everything_has_its_usual_ones() -> None:
    assert all(Keymap({}).keys(row.id) == row.shortcuts for row in ACTIONS)
    assert not any(Keymap({}).is_own(row.id) for row in ACTIONS)


@given(OWN)
def test_no_key_ever_means_two_things(own: dict[str, list[str]]) -> None:
    keymap = Keymap(own)
    held = [key for row in ACTIONS for key in keymap.keys(row.id)]
    assert len(held) == len(set(held))
    assert all(portable(key) == key for key in held)


@given(OWN, st.sampled_from([row.id for row in ACTIONS]), KEYS)
def test_an_action_gets_exactly_the_keys_that_it_is_given(
    own: dict[str, list[str]], name: str, keys: list[str]
) -> None:
    wanted = tuple(dict.fromkeys(portable(key) for key in keys if portable(key)))
    keymap = Keymap(own).with_keys(name, keys)
    assert keymap.keys(name) == wanted
    again = Keymap(keymap.own)
    assert all(again.keys(row.id) == keymap.keys(row.id) for row in ACTIONS)


@given(OWN)
def test_the_usual_keys_come_back(own: dict[str, list[str]]) -> None:
    keymap = Keymap(own)
    for row in ACTIONS:
        if keymap.is_own(row.id):
            keymap = keymap.with_keys(row.id, row.shortcuts)
    assert keymap.own == {}


def test_what_is_not_understood_is_passed_over(qapp: QApplication) -> None:
    keymap = Keymap({"nothing": ["Ctrl+J"], "duplicate": ["Ctrl+Foo", "Ctrl+J", "", "Ctrl+K, Ctrl+X"]})
    assert keymap.keys("duplicate") == ("Ctrl+J",)
    assert keymap.own == {"duplicate": ["Ctrl+J"]}


def test_a_key_is_taken_away_from_the_action_that_had_it() -> None:
    keymap = Keymap({}).with_keys("select_all", ("Ctrl+A", "Ctrl+D"))
    assert keymap.keys("duplicate") == ()
    user = keymap.user_of("Ctrl+D")
    assert user is not None and user.id == "select_all"


def test_what_fields_and_lists_need_is_left_to_them() -> None:
    save, fold = action("save"), action("fold")
    assert all(is_needed_elsewhere(key, save) for key in ("D", "Tab", "Space", "Left", "Shift+Return", "?"))
    assert not any(is_needed_elsewhere(key, save) for key in ("F5", "Ctrl+D", "Alt+Left", "Shift+F5"))
    assert not any(is_needed_elsewhere(key, fold) for key in ("D", "Tab", "Space"))
