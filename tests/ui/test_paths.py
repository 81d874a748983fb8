"""One persona is followed over the map: the rest is pale, and what is drawn or told meanwhile is theirs."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeydesk import templates
from journeydesk.kinds.people import colour_of
from journeydesk.kinds.persona import PersonaCard
from journeydesk.kinds.stage import Stage
from journeydesk.model.queries import maps
from journeydesk.model.records import Link, Persona, Record, Transition
from journeydesk.operations import fields, personas
from journeydesk.ui import actions_path
from journeydesk.ui.filter_bar import LastingMenu
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.session import Session
from journeydesk.ui.workspace import Workspace


@pytest.fixture
def contents() -> tuple[Record, ...]:
    return templates.make("dog", "en")


def people(session: Session) -> list[str]:
    drawn = maps(session.document)[0]
    return list(drawn.persona_ids)


def arrow_of(session: Session, persona_id: str) -> Transition:
    link = session.document.all(Transition)[0]
    fields.set_field(session.document, (link.id,), "persona_ids", (persona_id,))
    found = session.document.find(Transition, link.id)
    assert found is not None
    return found


def trigger(window: MainWindow, name: str) -> None:
    window.refresh()
    window.deeds.deed(name).trigger()
    QApplication.processEvents()


def test_the_path_of_a_persona_stays_and_the_rest_becomes_pale(
    window: MainWindow, workspace: Workspace, session: Session
) -> None:
    first = people(session)[0]
    arrow = arrow_of(session, first)
    trigger(window, "follow_persona")
    assert session.spotlight.persona_id == first
    assert workspace.path_bar.isVisible()
    kept = {arrow.id, arrow.source_id, arrow.target_id}
    assert not session.faded & kept and session.faded
    trigger(window, "follow_persona")
    assert session.spotlight.persona_id == "" and not session.faded
    assert not workspace.path_bar.isVisible()


def test_on_an_arrow_that_several_travel_the_threads_of_others_are_pale(
    workspace: Workspace, session: Session, qtbot: QtBot
) -> None:
    shared = next(link for link in session.document.all(Transition) if len(link.persona_ids) == 4)
    view, (first, second) = workspace.view, shared.persona_ids[:2]
    view.board.refine()
    place = view.board.wiring.strands[shared.id].route.along(0.6)
    view.camera.look_at(*place, 4.0)

    def shows(persona_id: str) -> bool:
        persona = session.document.find(Persona, persona_id)
        assert persona is not None
        wanted = QColor(colour_of(persona, view.board.look.theme)).rgb()
        at = view.camera.view_point(place).toPoint() - QPoint(60, 60)
        image = view.viewport().grab(QRect(at, QSize(120, 120))).toImage()
        return any(
            image.pixel(column, row) == wanted
            for row in range(image.height())
            for column in range(image.width())
        )

    qtbot.waitUntil(lambda: shows(first) and shows(second))
    session.spotlight.follow(second)
    qtbot.waitUntil(lambda: shows(second) and not shows(first))
    session.spotlight.follow("")
    qtbot.waitUntil(lambda: shows(first) and shows(second))


def test_escape_shows_everybody_again_after_the_selection_is_left(
    window: MainWindow, workspace: Workspace, session: Session
) -> None:
    trigger(window, "follow_persona")
    session.select((session.document.all(Stage)[0].id,))
    QTest.keyClick(workspace.view, Qt.Key.Key_Escape)
    assert session.selection == () and session.spotlight.persona_id
    QTest.keyClick(workspace.view, Qt.Key.Key_Escape)
    assert session.spotlight.persona_id == ""


def test_whoever_is_marked_or_selected_is_followed(window: MainWindow, session: Session) -> None:
    card = session.document.all(PersonaCard)[2]
    session.select((card.id,))
    trigger(window, "follow_persona")
    assert session.spotlight.persona_id == card.persona_id
    other = next(key for key in people(session) if key != card.persona_id)
    arrow = arrow_of(session, other)
    session.select((arrow.id,))
    window.refresh()
    persona = session.document.find(Persona, other)
    assert persona is not None and persona.name in window.deeds.deed("follow_persona").text()
    trigger(window, "follow_persona")
    assert session.spotlight.persona_id == other


def test_all_are_followed_in_turn(window: MainWindow, session: Session) -> None:
    seen = []
    for _ in range(len(people(session)) + 1):
        trigger(window, "follow_next")
        seen.append(session.spotlight.persona_id)
    assert seen == [*people(session), ""]


def test_what_is_drawn_and_told_meanwhile_is_theirs(
    window: MainWindow, workspace: Workspace, session: Session
) -> None:
    first = people(session)[0]
    one, other = session.document.all(Stage)[:2]
    session.spotlight.follow(first)
    session.select((one.id, other.id))
    trigger(window, "connect")
    (made,) = session.selection
    link = session.document.find(Link, made)
    assert link is not None and link.persona_ids == (first,)
    session.select((one.id,))
    trigger(window, "feel_7")
    stage = session.document.find(Stage, one.id)
    assert stage is not None and dict(stage.feelings)[first] == 3 and stage.sentiment == one.sentiment
    assert window.deeds.deed("feel_7").isChecked()
    session.spotlight.follow("")
    trigger(window, "feel_1")
    stage = session.document.find(Stage, one.id)
    assert stage is not None and stage.sentiment == -3 and dict(stage.feelings)[first] == 3


def test_arrows_are_given_to_personas_by_ticking_them(window: MainWindow, session: Session) -> None:
    one, other = session.document.all(Transition)[:2]
    for link in (one, other):
        fields.set_field(session.document, (link.id,), "persona_ids", ())
    session.select((one.id, other.id))
    window.refresh()
    assert window.deeds.deed("traveller_2").isEnabled()
    trigger(window, "traveller_2")
    second = people(session)[1]
    told = [getattr(session.document.get(link.id), "persona_ids", None) for link in (one, other)]
    assert told == [(second,)] * 2
    window.refresh()
    assert window.deeds.deed("traveller_2").isChecked()
    assert not window.deeds.deed("traveller_9").isVisible()
    trigger(window, "traveller_2")
    told = [getattr(session.document.get(link.id), "persona_ids", None) for link in (one, other)]
    assert told == [()] * 2


def test_the_list_of_travellers_stays_open_while_several_are_ticked(
    window: MainWindow, workspace: Workspace, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[LastingMenu] = []
    monkeypatch.setattr(LastingMenu, "popup", lambda menu, _: shown.append(menu))
    link = session.document.all(Transition)[0]
    fields.set_field(session.document, (link.id,), "persona_ids", ())
    session.select((link.id,))
    actions_path.ask_travellers(window)
    (menu,) = shown
    for row in menu.actions()[:3]:
        row.trigger()
    assert getattr(session.document.get(link.id), "persona_ids", None) == tuple(people(session)[:3])


def test_nobody_is_followed_once_they_are_gone(
    workspace: Workspace, session: Session, window: MainWindow
) -> None:
    first = people(session)[0]
    session.spotlight.follow(first)
    personas.remove_persona(session.document, first)
    assert session.spotlight.persona_id == "" and not session.faded
    session.spotlight.follow("nobody")
    assert session.spotlight.persona_id == ""


def test_a_filter_and_a_path_make_pale_what_either_does(workspace: Workspace, session: Session) -> None:
    first = people(session)[0]
    session.fade(frozenset(("a", "b")))
    session.fade(frozenset(("b", "c")), "path")
    assert session.faded == {"a", "b", "c"}
    session.fade(frozenset())
    assert session.faded == {"b", "c"}
    session.spotlight.follow(first)
    session.spotlight.follow("")
    assert session.faded == frozenset()


def test_views_of_a_persona_show_who_is_followed(
    window: MainWindow, workspace: Workspace, session: Session
) -> None:
    second = people(session)[1]
    session.spotlight.follow(second)
    workspace.path_bar.seen.emit()
    QApplication.processEvents()
    pane = workspace.showing.pane
    assert workspace.showing.name == "path" and pane.people.currentData() == second
    trigger(window, "view_curve")
    persona = session.document.find(Persona, second)
    assert pane.canvas.view is not None and persona is not None
    told = [spot.label for spot in pane.canvas.view.spots]
    assert any(label.startswith(persona.name) for label in told)
    assert not any(label.startswith("Camille") for label in told)
    session.spotlight.follow("")
    QApplication.processEvents()
    assert any(spot.label.startswith("Camille") for spot in pane.canvas.view.spots)
