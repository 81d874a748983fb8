"""The contract of every action, and of the menus that hold them."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from journeydesk import resources
from journeydesk.kinds.catalogue import KINDS
from journeydesk.ui.action import Action
from journeydesk.ui.actions import ACTIONS, action
from journeydesk.ui.actions_insert import TOOLS
from journeydesk.ui.menus import MENUS, Menu


def ids_in(menu: Menu) -> Iterator[str]:
    for row in menu.rows:
        if isinstance(row, Menu):
            yield from ids_in(row)
        elif row is not None:
            yield row


@pytest.mark.parametrize("row", ACTIONS, ids=lambda row: row.id)
def test_it_has_a_text_an_icon_and_keys_that_exist(row: Action, qapp: QApplication) -> None:
    assert row.text.strip()
    assert resources.path("icons", f"{row.icon}.svg").is_file()
    for key in row.shortcuts:
        sequence = QKeySequence(key, QKeySequence.SequenceFormat.PortableText)
        assert sequence.count() == 1
        assert sequence.toString(QKeySequence.SequenceFormat.PortableText) == key


def test_ids_are_unique() -> None:
    assert [name for name, count in Counter(row.id for row in ACTIONS).items() if count > 1] == []


def test_no_key_means_two_things(qapp: QApplication) -> None:
    keys = Counter(QKeySequence(key).toString() for row in ACTIONS for key in row.shortcuts)
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_action_is_in_a_menu_or_in_the_palette() -> None:
    shown = {name for menu in MENUS for name in ids_in(menu)} | {row.id for row in TOOLS}
    assert {row.id for row in ACTIONS} == shown


def test_no_action_is_in_the_menus_twice() -> None:
    shown = Counter(name for menu in MENUS for name in ids_in(menu))
    assert [name for name, count in shown.items() if count > 1] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_kind_can_be_placed_by_the_pointer_and_inserted_by_a_key(kind: object) -> None:
    name = getattr(kind, "name", "")
    assert action(f"place_{name}").checked is not None
    assert action(f"insert_{name}").shortcuts
