"""A small project, dialogs that answer by themselves, what people press, and an end to what is under way."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.persona import PersonaCard
from journeydesk.kinds.stage import Stage
from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.language import Message, Problem
from journeydesk.model.records import JourneyMap, Node, Persona, Project, Record, Transition
from journeydesk.ui import background
from journeydesk.ui.dialogs.messages import Answer, Dialogs
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.session import Session
from journeydesk.ui.workspace import Workspace
from tests.finding import only


@dataclass
class FakeDialogs(Dialogs):
    """Gives the answers that a test has put here, and keeps what was told."""

    path: Path | None = None
    answer: Answer = Answer.KEEP
    colour: str = "#123456"
    told: list[Any] = field(default_factory=list)

    def ask_open(self, folder: str) -> Path | None:
        return self.path

    def ask_save(self, folder: str, name: str) -> Path | None:
        return self.path

    def ask_export(self, folder: str, name: str, suffix: str, kind: str) -> Path | None:
        return self.path

    def ask_picture(self) -> Path | None:
        return self.path

    def ask_file(self) -> Path | None:
        return self.path

    def ask_style(self) -> Path | None:
        return self.path

    def ask_copy(self, name: str) -> Path | None:
        return self.path

    def ask_colour(self, colour: str) -> str:
        return self.colour

    def ask_unsaved(self, title: str) -> Answer:
        return self.answer

    def ask_unwritten(self, problem: Problem) -> Answer:
        self.told.append(problem)
        return self.answer

    def ask_sure(self, question: Message | str, details: Message | str, yes: str) -> bool:
        return True

    def tell_problem(self, problem: Problem | Message | str, details: str = "") -> None:
        self.told.append(problem)


def records() -> tuple[Record, ...]:
    """Two maps; on the first a persona with branches, two stages, a touchpoint and an arrow."""
    return (
        Project(id="project", title="Clinic"),
        Persona(id="lucy", name="Lucy"),
        JourneyMap(id="first", title="First", order=1.0, persona_ids=("lucy",)),
        JourneyMap(id="second", title="Second", order=2.0),
        PersonaCard(id="card", map_id="first", persona_id="lucy", x=-400),
        Branch(id="need", map_id="first", parent_id="card", title="A need", order=1.0),
        Branch(id="deep", map_id="first", parent_id="need", title="Deeper", order=1.0),
        Stage(id="one", map_id="first", title="Search", x=0),
        Stage(id="two", map_id="first", title="Buy", x=300),
        Touchpoint(id="shop", map_id="first", title="Shop", x=300, y=200),
        Transition(id="arrow", map_id="first", source_id="one", target_id="two"),
        Stage(id="far", map_id="second", title="Elsewhere"),
    )


def settle(application: QApplication) -> None:
    """Lets everything end that is under way, and deletes what waits for it."""
    background.finish()
    application.processEvents()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    application.processEvents()


def do(window: MainWindow, name: str) -> None:
    """Does an action, once the actions know what is selected."""
    window.refresh()
    window.deeds.deed(name).trigger()


def press(
    window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Presses a key on the map, once the actions know what is selected."""
    assert window.workspace is not None
    window.refresh()
    QTest.keyClick(window.workspace.view, key, modifiers)


def place(session: Session, key: str) -> tuple[float, float]:
    """Where a node lies, as it is stored."""
    node = only(session.document, Node, key)
    return node.x, node.y


def steps(session: Session) -> int:
    """How many steps of the history are in force."""
    return session.document.history[1]


def offered(workspace: Workspace, position: QPoint) -> QMenu:
    """What a right click on the map offers."""
    workspace.view.customContextMenuRequested.emit(position)
    here = Qt.FindChildOption.FindDirectChildrenOnly
    return workspace.view.findChildren(QMenu, options=here)[-1]


def names(menu: QMenu) -> list[str]:
    """The ids of the actions in a menu, without those of its submenus."""
    return [deed.objectName() for deed in menu.actions() if deed.objectName()]
