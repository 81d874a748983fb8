"""The outline shows the map as a tree, follows it, and is an editor by itself."""

import time
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.image import ImageNode
from journeydesk.kinds.stage import Stage
from journeydesk.language import message, say
from journeydesk.model.document import Document
from journeydesk.model.records import Asset, Influence, Node, Persona, Transition
from journeydesk.operations import branches, fields, links, nodes
from journeydesk.ui.panels.outline import OutlinePanel
from journeydesk.ui.panels.outline_model import OutlineModel
from journeydesk.ui.session import Session
from tests.finding import only

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


START = ["Lucy", "  A need", "    Deeper", "1. Search", "  → Buy", "2. Buy", "Shop"]


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


def test_a_picture_without_a_title_is_called_like_its_file(panel: OutlinePanel, document: Document) -> None:
    with document.edit(message("Add")) as edit:
        edit.put(Asset(id="photo", name="shop.png", media_type="image/png", data=b"-"))
        edit.put(
            ImageNode(id="image", map_id="first", asset_id="photo"), ImageNode(id="none", map_id="first")
        )
    panel.refresh()
    assert {"shop.png", "Image"} <= set(tree(panel.model))


def test_stages_are_numbered_anew_when_one_is_moved_before_another(
    panel: OutlinePanel, document: Document, qtbot: Any
) -> None:
    nodes.move(document, ("two",), -900, 0)
    qtbot.waitUntil(lambda: [row for row in tree(panel.model) if row[0].isdigit()] == ["1. Buy", "2. Search"])


def test_another_map_shows_its_own_tree(panel: OutlinePanel, session: Session) -> None:
    session.show_map("second")
    assert tree(panel.model) == ["1. Elsewhere"]


def test_selecting_on_the_map_selects_in_the_outline(panel: OutlinePanel, session: Session) -> None:
    session.select(("deep", "two", "arrow"))
    chosen = {panel.model.key_of(index) for index in panel.tree.selectedIndexes()}
    assert chosen == {"deep", "two", "arrow"}
    assert session.selection == ("deep", "two", "arrow")


def test_selecting_in_the_outline_selects_on_the_map(panel: OutlinePanel, session: Session) -> None:
    panel.tree.setCurrentIndex(panel.model.index_of("two"))
    assert session.selection == ("two",)


def test_the_arrow_keys_walk_through_it(panel: OutlinePanel, session: Session) -> None:
    panel.tree.setCurrentIndex(panel.model.index_of("one"))
    QTest.keyClick(panel.tree, Qt.Key.Key_Down)
    assert session.selection == ("arrow",)
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
    found = only(document, Node, key)
    assert found.title == "Other"
    document.undo()
    assert tree(panel.model) == START


def test_renaming_a_personas_card_renames_the_persona(panel: OutlinePanel, document: Document) -> None:
    panel.model.setData(panel.model.index_of("card"), "Luce")
    found = only(document, Persona, "lucy")
    assert found.name == "Luce"


def test_a_branch_that_was_just_added_can_be_typed_at_once(panel: OutlinePanel, document: Document) -> None:
    made = branches.add_child(document, "need")
    assert panel.edit_node(made.id)
    assert panel.model.key_of(panel.tree.currentIndex()) == made.id


def rows(panel: OutlinePanel, qtbot: Any, expected: list[str]) -> None:
    qtbot.waitUntil(lambda: tree(panel.model) == expected)


def test_arrows_stand_under_what_they_leave_and_say_where_they_lead(
    panel: OutlinePanel, document: Document, qtbot: Any
) -> None:
    fields.set_field(document, ("arrow",), "share", 40.0)
    assert "  → Buy, 40%" in tree(panel.model)
    assert panel.model.setData(panel.model.index_of("arrow"), "Yes")
    assert "  → Buy, 40%, Yes" in tree(panel.model)
    fields.set_field(document, ("two",), "title", "Pay")
    assert "  → Pay, 40%, Yes" in tree(panel.model)
    links.connect(document, "card", "one", Influence)
    qtbot.waitUntil(lambda: "  → Search, informs" in tree(panel.model))
    nodes.remove(document, ("arrow",))
    qtbot.waitUntil(lambda: "  → Pay, 40%, Yes" not in tree(panel.model))


def test_a_screen_reader_hears_all_that_one_sees(panel: OutlinePanel, document: Document) -> None:
    def spoken(key: str) -> object:
        return panel.model.index_of(key).data(Qt.ItemDataRole.AccessibleTextRole)

    fields.set_field(document, ("two",), "sentiment", 1)
    fields.set_field(document, ("two",), "locked", True)
    branches.add_child(document, "two")
    assert spoken("two") == "Stage 2, Buy, sentiment +1, 1 branch, Locked in place"
    assert spoken("need") == "Idea, A need, 1 branch"
    assert spoken("card") == "Persona, Lucy, 1 branch"
    assert spoken("arrow") == "Arrow to Buy"
    fields.set_field(document, ("arrow",), "persona_ids", ("lucy", "lost"))
    assert spoken("arrow") == "Arrow to Buy, travelled by Lucy"
    fields.rate(document, ("one",), "feelings", "lucy", -2)
    assert spoken("one") == "Stage 1, Search, Lucy: sentiment -2"
    fields.set_field(document, ("two",), "notes", "They hesitate")
    index = panel.model.index_of("two")
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "They hesitate"


def test_rows_go_in_out_up_and_down(
    panel: OutlinePanel, session: Session, document: Document, qtbot: Any
) -> None:
    made = branches.add_child(document, "card", "Second")
    session.select((made.id,))
    panel.move_rows((0, -1))
    rows(panel, qtbot, ["Lucy", "  Second", "  A need", "    Deeper", *START[3:]])
    panel.move_rows((0, 1))
    panel.move_rows((1, 0))
    rows(panel, qtbot, ["Lucy", "  A need", "    Deeper", "    Second", *START[3:]])
    panel.move_rows((-1, 0))
    rows(panel, qtbot, ["Lucy", "  A need", "    Deeper", "  Second", *START[3:]])
    session.select(("one",))
    panel.move_rows((0, 1))
    rows(panel, qtbot, [*START[:3], "  Second", "1. Buy", "2. Search", "  → Buy", "Shop"])
    assert session.selection == ("one",)
    panel.move_rows((0, 1))
    assert document.history[1] == 6


def test_one_keeps_ones_place_when_the_row_is_gone(
    panel: OutlinePanel, session: Session, document: Document, qtbot: Any
) -> None:
    panel.activateWindow()
    panel.tree.setFocus()
    qtbot.waitUntil(lambda: panel.has_keyboard)
    session.select(("arrow",))
    nodes.remove(document, ("arrow",))
    qtbot.waitUntil(lambda: session.selection == ("one",))
    nodes.remove(document, ("one",))
    qtbot.waitUntil(lambda: session.selection == ("two",))


def dropped(panel: OutlinePanel, keys: list[str], onto: str, row: int = -1) -> bool:
    data = panel.model.mimeData([panel.model.index_of(key) for key in keys])
    parent = panel.model.index_of(onto)
    action = Qt.DropAction.MoveAction
    allowed = panel.model.canDropMimeData(data, action, row, 0, parent)
    assert panel.model.dropMimeData(data, action, row, 0, parent) is allowed
    return allowed


def test_branches_are_dropped_on_rows_and_between_them(
    panel: OutlinePanel, document: Document, qtbot: Any
) -> None:
    assert dropped(panel, ["deep"], "one")
    rows(panel, qtbot, ["Lucy", "  A need", "1. Search", "  Deeper", *START[4:]])
    assert dropped(panel, ["need"], "one", 0)
    rows(panel, qtbot, ["Lucy", "1. Search", "  A need", "  Deeper", *START[4:]])
    assert not dropped(panel, ["two"], "one")
    assert not dropped(panel, ["need"], "")
    assert not dropped(panel, ["need"], "arrow")
    assert document.history[1] == 2


def test_only_branches_can_be_dragged(panel: OutlinePanel) -> None:
    for key, expected in (("need", True), ("one", False), ("arrow", False)):
        flags = panel.model.flags(panel.model.index_of(key))
        assert bool(flags & Qt.ItemFlag.ItemIsDragEnabled) is expected


def test_what_is_done_and_undone_is_said(
    panel: OutlinePanel, document: Document, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(
        "journeydesk.ui.panels.outline.announce", lambda widget, told: heard.append(say(told))
    )
    branches.add_child(document, "need")
    panel.activateWindow()
    panel.tree.setFocus()
    qtbot.waitUntil(lambda: panel.has_keyboard)
    heard.clear()
    branches.add_child(document, "need")
    document.undo()
    assert heard == ["Add branch", "Undone: Add branch"]


def test_a_title_among_ten_thousand_is_renamed_without_reading_all(
    panel: OutlinePanel, document: Document, qtbot: Any
) -> None:
    with document.edit(message("Many")) as edit:
        edit.put(*(Stage(id=f"s{n}", map_id="first", x=n * 300.0) for n in range(3_000)))
        edit.put(
            *(
                Transition(id=f"t{n}", map_id="first", source_id=f"s{n}", target_id=f"s{n + 1}", order=n)
                for n in range(2_999)
            )
        )
    panel.refresh()
    resets: list[int] = []
    panel.model.modelReset.connect(partial(resets.append, 1))
    start = time.perf_counter()
    fields.set_field(document, ("s7",), "title", "Seven")
    assert time.perf_counter() - start < 0.1
    assert not resets and not panel._pause.isActive()


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
