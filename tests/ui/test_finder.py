"""Finding a command, a map or a node by its name."""

import time
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from journeydesk import language
from journeydesk.kinds.stage import Stage
from journeydesk.model.document import Document
from journeydesk.model.records import Influence, JourneyMap, Link, Project, Transition
from journeydesk.ui.actions import ACTIONS
from journeydesk.ui.finder.finder import Finder
from journeydesk.ui.finder.offer import nearest, ranked
from journeydesk.ui.finder.offers import commands, places
from journeydesk.ui.finder.target import TargetFinder
from journeydesk.ui.keymap import Keymap
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.program import Program
from journeydesk.ui.session import Session
from tests.ui.ground import settle


@pytest.fixture
def finder(window: MainWindow, session: Session, qapp: Any) -> Iterator[Finder]:
    session.select(("one",))
    window.refresh()
    yield opened(window)
    settle(qapp)


def opened(window: MainWindow) -> Finder:
    window.deeds.deed("find_command").trigger()
    return next(found for found in window.findChildren(Finder) if found.isVisible())


def names(finder: Finder) -> list[str]:
    return [offer.key for offer in finder.model.offers]


def test_every_action_can_be_found_by_its_name(window: MainWindow) -> None:
    found = commands(window, Keymap({}))
    assert {offer.key for offer in found} | {row.id for row in ACTIONS if row.passing} == {
        row.id for row in ACTIONS
    }
    for offer in found:
        best = [other.name for other in ranked(found, offer.name) if other.enabled is offer.enabled]
        assert offer.name in best[:3]


def test_enter_does_what_is_chosen_and_the_keyboard_goes_back(
    finder: Finder, window: MainWindow, session: Session
) -> None:
    QTest.keyClicks(finder.field, "dupl")
    assert names(finder)[:2] == ["duplicate", "duplicate_map"]
    QTest.keyClick(finder.field, Qt.Key.Key_Return)
    assert len(session.document.all(Stage)) == 4
    assert finder.isHidden()
    assert window.workspace is not None and window.focusWidget() is window.workspace.view


def test_it_lies_within_a_low_window(window: MainWindow, finder: Finder) -> None:
    window.setMinimumSize(1, 1)
    window.resize(700, 330)
    QTest.keyClicks(finder.field, "a")
    assert window.rect().contains(finder.geometry())
    assert finder.list.isVisible()


def test_it_says_what_the_keys_do(finder: Finder) -> None:
    def told() -> list[str]:
        return [label.text() for label in finder.findChildren(QLabel) if "Enter" in label.text()]

    assert told() == ["Enter does it, Escape leads back"]
    QTest.keyClicks(finder.field, "@Buy")
    assert told() == ["Enter goes there, Shift+Enter selects it beside what is selected"]


def test_escape_gives_the_keyboard_back(finder: Finder, window: MainWindow, session: Session) -> None:
    QTest.keyClick(finder.field, Qt.Key.Key_Escape)
    assert finder.isHidden()
    assert window.workspace is not None and window.focusWidget() is window.workspace.view
    assert session.selection == ("one",)


def test_arrows_choose(finder: Finder, session: Session) -> None:
    QTest.keyClicks(finder.field, "zoom")
    first = finder.list.currentIndex().row()
    QTest.keyClick(finder.field, Qt.Key.Key_Down)
    assert finder.list.currentIndex().row() == first + 1
    QTest.keyClick(finder.field, Qt.Key.Key_Up)
    QTest.keyClick(finder.field, Qt.Key.Key_Up)
    assert finder.list.currentIndex().row() == max(
        row for row, offer in enumerate(finder.model.offers) if offer.enabled
    )


def test_what_cannot_be_done_comes_last_and_does_nothing(finder: Finder, session: Session) -> None:
    assert "undo" not in names(finder)
    QTest.keyClicks(finder.field, "undo")
    offers = [offer for offer in finder.model.offers if offer.is_action]
    assert [offer.key for offer in offers if not offer.enabled][:1] == ["undo"]
    finder._take(finder.model.index(names(finder).index("undo")))
    assert finder.isVisible()
    finder.reject()


def test_what_was_used_lately_comes_first(finder: Finder, window: MainWindow, program: Program) -> None:
    QTest.keyClicks(finder.field, "whole map")
    QTest.keyClick(finder.field, Qt.Key.Key_Return)
    assert program.settings.used == ("zoom_to_fit",)
    again = opened(window)
    assert names(again)[0] == "zoom_to_fit"
    again.reject()


def test_the_english_name_and_the_menu_lead_there_in_every_language(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = language.program().language
    language.use("fr")
    try:
        found = commands(window, Keymap({}))
    finally:
        language.use(before)
    best = {
        typed: ranked(found, typed)[0].key for typed in ("tout selectionner", "select all", "aide propos")
    }
    assert best == {
        "tout selectionner": "select_all",
        "select all": "select_all",
        "aide propos": "show_about",
    }


def test_nodes_and_maps_are_found_on_every_map(finder: Finder, window: MainWindow, session: Session) -> None:
    QTest.keyClicks(finder.field, "@elsewh")
    assert names(finder) == ["far"]
    QTest.keyClick(finder.field, Qt.Key.Key_Return)
    assert (session.map_id, session.selection) == ("second", ("far",))


def test_nodes_follow_the_commands(finder: Finder) -> None:
    QTest.keyClicks(finder.field, "shop")
    assert "shop" in names(finder)
    finder.reject()


def test_a_text_that_fits_nothing_says_so(finder: Finder) -> None:
    QTest.keyClicks(finder.field, "qqqq")
    assert names(finder) == []
    assert finder.list.isHidden()
    QTest.keyClick(finder.field, Qt.Key.Key_Return)
    assert finder.isVisible()
    finder.reject()


def test_ten_thousand_nodes_are_searched_between_two_keys() -> None:
    many = [Stage(id=f"n{i}", map_id="map", title=f"Étape numéro {i} du parcours") for i in range(10_000)]
    document = Document((Project(id="p"), JourneyMap(id="map", title="Map"), *many))
    offers = places(document)
    start = time.perf_counter()
    found = nearest(offers, "parcours 9999")
    assert time.perf_counter() - start < 0.25
    assert found[0].key == "n9999"


def test_shift_and_enter_select_a_node_beside_what_is_selected(finder: Finder, session: Session) -> None:
    QTest.keyClicks(finder.field, "@Buy")
    QTest.keyClick(finder.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert session.selection == ("one", "two")


def target_finder(window: MainWindow) -> TargetFinder:
    window.deeds.deed("connect_to").trigger()
    return next(found for found in window.findChildren(TargetFinder) if found.isVisible())


def test_an_arrow_is_led_to_a_node_that_is_found_by_its_name(window: MainWindow, session: Session) -> None:
    session.select(("two", "far", "one"))
    window.refresh()
    finder = target_finder(window)
    assert names(finder)[0] == "shop" and not {"one", "two", "far", "first"} & set(names(finder))
    assert finder.field.placeholderText() == "Connect 2 nodes to…"
    assert [offer.path for offer in finder.model.offers[:2]] == ["Touchpoint", "Persona"]
    QTest.keyClicks(finder.field, "sho")
    QTest.keyClick(finder.field, Qt.Key.Key_Return)
    made = [session.document.get(key) for key in session.selection]
    assert [(type(link), link.source_id, link.target_id) for link in made if isinstance(link, Link)] == [
        (Transition, "two", "shop"),
        (Transition, "one", "shop"),
    ]
    session.undo()
    session.select(("one",))
    window.refresh()
    finder = target_finder(window)
    assert finder.field.placeholderText() == "Connect “Search” to…"
    QTest.keyClicks(finder.field, "lucy")
    QTest.keyClick(finder.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    (influence,) = session.document.all(Influence)
    assert (influence.source_id, influence.target_id) == ("one", "card")
    assert window.workspace is not None and window.focusWidget() is window.workspace.view
