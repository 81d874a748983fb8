"""A window and the project that is open in it: how that is saved, closed, and followed by another one."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from journeydesk.language import Message, Problem, message, say
from journeydesk.storage.leftovers import Recovery
from journeydesk.storage.working_copy import WorkingCopy
from journeydesk.ui import rescue
from journeydesk.ui.action import Projects, Windows
from journeydesk.ui.dialogs.messages import Answer
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.session import Session
from journeydesk.ui.workspace import Workspace

GRASP = QPoint(80, 12)  # from the corner of a window to where one takes it by its title


class House(Windows, Protocol):
    """What a seat asks of the program: `near` is the seat from which it is asked."""

    def new(self, template: str = "blank", near: Projects | None = None) -> "Seat | None": ...
    def open(self, path: Path, near: Projects | None = None) -> None: ...
    def recover(self, directory: Path, near: Projects | None = None) -> None: ...
    def depart(self, seat: "Seat") -> None: ...


class Seat(QObject):
    """One window. It shows one project, or the welcome page."""

    def __init__(self, house: House, parent: QObject) -> None:
        super().__init__(parent)
        self.program = house
        self.settings, self.dialogs = house.settings, house.dialogs
        self.session: Session | None = None
        self.window: MainWindow | None = None
        self._is_left = False
        self._discards = False

    # The window

    @property
    def title(self) -> Message | str:
        """What tells this window from the others."""
        if self.session is None:
            return say("Welcome")
        if self.session.path is None:
            return self.session.title
        return message("{title} ({folder})", title=self.session.title, folder=self.session.path.name)

    def show(self) -> MainWindow:
        """Opens the window, on its project or on the welcome page."""
        window = self.window = MainWindow(self)
        room = window.room
        window.setMinimumSize(window.minimumSize().boundedTo(room))
        window.resize(QSize(self.settings.width, self.settings.height).boundedTo(room))
        if len(self.program.seats) == 1 and _is_on_a_screen(self.settings.place):
            window.move(*self.settings.place)
        if self.session is not None:
            window.show_session(self.session)
        if self.settings.maximised:
            window.showMaximized()
        else:
            window.show()
        return window

    def renew(self) -> None:
        """Makes the window anew where it stands, after the language or the appearance has changed."""
        old = self.window
        if old is None:
            return
        old.remember(self.settings)
        if self.session is not None:
            self.session.finishing.emit()
        place = old.saveGeometry()
        self.show().restoreGeometry(place)
        old.hide()
        old.deleteLater()

    def come_forward(self) -> None:
        """Brings the window before all others."""
        if self.window is not None:
            self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
            self.window.show()
            self.window.raise_()
            self.window.activateWindow()

    # Coming

    @property
    def is_free(self) -> bool:
        """Whether another project can be opened here: nobody has begun to work on one."""
        session = self.session
        if session is None:
            return True
        session.finishing.emit()
        return session.path is None and not session.saving.is_modified

    def take(self, copy: WorkingCopy) -> None:
        """Shows a project in place of an untouched one or of the welcome page."""
        self._let_go()
        self.session = Session(copy.document, copy, self)
        self.session.saving.refused.connect(self.dialogs.tell_problem)
        self._discards = False
        if copy.path is not None and (seen := self.settings.known(copy.path).map_id):
            self.session.show_map(seen)  # the one that was in view when the project was closed
        self.program.recents.remember(self.session)
        if self.window is not None:
            self.window.show_session(self.session, copy.notices)

    def new(self, template: str = "blank") -> Workspace | None:
        """Starts a new project from a template, here or in another window; gives where it is seen."""
        seat = self.program.new(template, self)
        return seat.window.workspace if seat is not None and seat.window is not None else None

    def open(self, path: Path) -> None:
        """Opens the project of a file, here or in another window."""
        self.program.open(path, self)

    def recover(self, directory: Path) -> None:
        """Goes on with a working copy that is in no file yet, here or in another window."""
        self.program.recover(directory, self)

    def discard(self, recovery: Recovery) -> bool:
        """Throws a working copy away, where somebody is sure; tells whether it is gone."""
        question = message("Discard the changes to “{title}”?", title=recovery.title or say("Untitled"))
        if not self.dialogs.ask_sure(question, message("They cannot be brought back."), say("Discard")):
            return False
        return rescue.throw_away(recovery)

    # Saving

    def save(self) -> bool:
        """Writes the project's file, asking for its name where it has none; False if cancelled."""
        if self.session is None or self.session.path is None:
            return self.save_as()
        self.session.save()
        return True

    def save_as(self) -> bool:
        """Writes the project to a file that somebody chooses; False where that did not come about."""
        if self.session is None:
            return False
        path = self.dialogs.ask_save(self.settings.folder, self.session.title)
        if path is None:
            return False
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self.session.save_as(path)
        except Problem as problem:
            QApplication.restoreOverrideCursor()
            self.dialogs.tell_problem(problem)
            return False
        QApplication.restoreOverrideCursor()
        self.program.recents.remember(self.session)
        return True

    # Going

    def ask(self) -> bool:
        """Asks what becomes of a project that has no file yet; False where somebody wants to stay."""
        session = self.session
        if session is None or session.copy is None:
            return True
        session.finishing.emit()
        if session.path is not None or not session.saving.is_modified:
            return True
        self.come_forward()
        answer = self.dialogs.ask_unsaved(session.title)
        self._discards = answer is Answer.DISCARD
        return answer is not Answer.CANCEL and (answer is not Answer.SAVE or self.save_as())

    def close(self) -> bool:
        """Closes the project, and the window too unless it is the only one; False if somebody stays."""
        if len(self.program.seats) > 1 and self.window is not None:
            return self.window.close()
        if not (self.ask() and self._let_go()):
            return False
        if self.window is not None:
            self.window.show_session(None)
        return True

    def leave(self, *, asked: bool = False) -> bool:
        """Closes the project before the window goes; False where somebody wants to stay."""
        if self._is_left:
            return True
        if not ((asked or self.ask()) and self._let_go()):
            return False
        if self.window is not None:
            self.window.remember(self.settings)
        self._is_left = True
        self.program.depart(self)
        return True

    # Within

    def _let_go(self) -> bool:
        """Closes the project that is open; False where somebody wants to keep it open."""
        session = self.session
        if session is None or session.copy is None:
            return True
        try:
            session.copy.close(discard=self._discards)
        except Problem as problem:
            return self._close_unwritten(session, problem)
        self._forget(session)
        return True

    def _close_unwritten(self, session: Session, problem: Problem) -> bool:
        """Lets go of a project whose file cannot be written; its working copy waits for the next start."""
        self.come_forward()
        answer = self.dialogs.ask_unwritten(problem)
        if answer is Answer.SAVE and self.save_as():
            return self._let_go()
        if answer is not Answer.KEEP:
            return False
        self._forget(session)
        return True

    def _forget(self, session: Session) -> None:
        self.session = None
        self.program.recents.keep_picture(session)
        session.close()
        session.deleteLater()


def _is_on_a_screen(place: tuple[int, ...]) -> bool:
    """Whether a window whose upper left corner is there can be seen and taken by its title."""
    if len(place) != 2:
        return False
    title = QPoint(*place) + GRASP
    return any(screen.availableGeometry().contains(title) for screen in QGuiApplication.screens())
