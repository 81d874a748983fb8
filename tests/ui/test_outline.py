"""The outline shows the map as a tree, follows it, and is an editor by itself."""

from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from journeydesk.kinds.branch import Branch
from journeydesk.language import message
from journeydesk.model.document import Document
from journeydesk.model.records import Node, Persona
from journeydesk.operations import branches, fields, nodes
from journeydesk.ui.panels.outline import OutlinePanel
from journeydesk.ui.panels.outline_model import OutlineModel
from journeydesk.ui.session import Session

MANY = 10_000


@pytest.fixture
def panel(session: Session, qtbot: Any) -> OutlinePanel:
    made = OutlinePanel(session)
    qtbot.addWidget(made)
    made.show()
    return made


def tree(model: OutlineModel, parent: QModelIndex | None = None, depth: int = 0) -> list[str]:
    """Every row, indented by two spaces a level."""
    above = parent if parent is not None else QModelIndex()
    lines = []
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        lines.append("  " * depth + str(index.data()))
        lines += tree(model, index, depth + 1)
    return lines


START = ["Lucy", "  A need", "    Deeper", "1. Search", "2. Buy", "Shop"]


def test_people_come_first_then_stages_with_their_numbers_then_the_rest(panel: OutlinePanel) -> None:
    assert tree(panel.model) == START


def test_it_keeps_the_rules_of_a_model(panel: OutlinePanel, document: Document) -> None:
    tester = QAbstractItemModelTester(panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    branches.add_child(document, "need", "More")
    panel.refresh()
    nodes.remove(document, ("need",))
    panel.refresh()
    assert tester.model() is panel.model


def test_a_new_branch_appears_and_undo_takes_it_away(
    panel: OutlinePanel, document: Document, qtbot: Any
) -> None:
    branches.add_child(document, "need", "More")
    qtbot.waitUntil(lambda: "    More" in tree(panel.model))
    document.undo()
    qtbot.waitUntil(lambda: tree(panel.model) == START)


def test_a_new_title_shows_at_once(panel: OutlinePanel, document: Document) -> None:
    fields.set_field(document, ("one",), "title", "Find")
    assert "1. Find" in tree(panel.model)


def test_stages_are_numbered_anew_when_one_is_moved_before_another(
    panel: OutlinePanel, document: Document, qtbot: Any
) -> None:
    nodes.move(document, ("two",), -900, 0)
    qtbot.waitUntil(lambda: tree(panel.model)[3:5] == ["1. Buy", "2. Search"])


def test_another_map_shows_its_own_tree(panel: OutlinePanel, session: Session) -> None:
    session.show_map("second")
    assert tree(panel.model) == ["1. Elsewhere"]


def test_selecting_on_the_map_selects_in_the_outline(panel: OutlinePanel, session: Session) -> None:
    session.select(("deep", "two", "arrow"))
    chosen = {panel.model.key_of(index) for index in panel.tree.selectedIndexes()}
    assert chosen == {"deep", "two"}
    assert session.selection == ("deep", "two", "arrow")


def test_selecting_in_the_outline_selects_on_the_map(panel: OutlinePanel, session: Session) -> None:
    panel.tree.setCurrentIndex(panel.model.index_of("two"))
    assert session.selection == ("two",)


def test_the_arrow_keys_walk_through_it(panel: OutlinePanel, session: Session) -> None:
    panel.tree.setCurrentIndex(panel.model.index_of("one"))
    QTest.keyClick(panel.tree, Qt.Key.Key_Down)
    assert session.selection == ("two",)


def test_what_was_closed_stays_closed(panel: OutlinePanel, document: Document) -> None:
    panel.tree.setExpanded(panel.model.index_of("need"), False)
    branches.add_child(document, "card", "More")
    panel.refresh()
    assert not panel.tree.isExpanded(panel.model.index_of("need"))
    assert panel.tree.isExpanded(panel.model.index_of("card"))


@pytest.mark.parametrize("key", ["need", "one", "shop"])
def test_a_row_is_renamed(key: str, panel: OutlinePanel, document: Document) -> None:
    assert panel.model.setData(panel.model.index_of(key), "Other")
    found = document.find(Node, key)
    assert found is not None
    assert found.title == "Other"
    document.undo()
    assert tree(panel.model) == START


def test_renaming_a_personas_card_renames_the_persona(panel: OutlinePanel, document: Document) -> None:
    panel.model.setData(panel.model.index_of("card"), "Luce")
    found = document.find(Persona, "lucy")
    assert found is not None
    assert found.name == "Luce"


def test_a_branch_that_was_just_added_can_be_typed_at_once(panel: OutlinePanel, document: Document) -> None:
    made = branches.add_child(document, "need")
    assert panel.edit_node(made.id)
    assert panel.model.key_of(panel.tree.currentIndex()) == made.id


def test_ten_thousand_nodes_are_shown(panel: OutlinePanel, document: Document) -> None:
    with document.edit(message("Many")) as edit:
        edit.put(
            *(
                Branch(id=f"b{n}", map_id="first", parent_id=f"b{n // 8}" if n else "card", order=float(n))
                for n in range(MANY)
            )
        )
    panel.refresh()
    assert len(tree(panel.model)) == MANY + len(START)
