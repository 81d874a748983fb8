"""The program as a whole: its windows, which project is open in which, and how all of them look and speak."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication

from journeydesk import language, templates
from journeydesk.language import Problem
from journeydesk.storage.working_copy import WorkingCopy
from journeydesk.ui import background, rescue, settings, style
from journeydesk.ui.action import Projects
from journeydesk.ui.dialogs.messages import Dialogs
from journeydesk.ui.doorbell import Doorbells
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.recents import Recents
from journeydesk.ui.seat import Seat
from journeydesk.ui.session import Session
from journeydesk.ui.spelling import spelling


class Program(QObject):
    """Any number of windows, each with a project of its own; at first there is one, not yet shown."""

    def __init__(self, application: QApplication, dialogs: Dialogs) -> None:
        super().__init__(application)
        self.settings = settings.load()
        self.dialogs = dialogs
        self.recents = Recents(self.settings, self)
        self._doorbells = Doorbells(self)
        self._application = application
        self._seats = [Seat(self, self)]
        self._front = self._seats[0]
        self._opening: set[Path] = set()
        self.recents.changed.connect(self._hang_doorbells)
        self._doorbells.rung.connect(self._answer_door)
        self._follow_settings()
        QApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        application.focusWindowChanged.connect(self._follow_focus)

    # Windows

    @property
    def seats(self) -> tuple[Seat, ...]:
        """The windows, in the order in which they were opened; () when the program is over."""
        return tuple(self._seats)

    @property
    def window(self) -> MainWindow | None:
        """The window that was used last."""
        return self._front.window if self._seats else None

    @property
    def session(self) -> Session | None:
        """The project in the window that was used last."""
        return self._front.session if self._seats else None

    def show(self) -> MainWindow:
        """Opens the first window."""
        return self._front.show()

    def add_window(self) -> None:
        """Opens another window on the welcome page."""
        self._add_seat()

    def depart(self, seat: Seat) -> None:
        """Counts a window no more that somebody has left; the program is over with the last one."""
        self._seats.remove(seat)
        settings.store(self.settings)
        if self._seats:
            self._front = self._seats[-1] if seat is self._front else self._front
            seat.deleteLater()

    def dress(self, appearance: str = "", text_size: int = 0) -> None:
        """Gives the windows another appearance, "light", "dark" or "system", or text of so many per cent."""
        self.settings.appearance = appearance or self.settings.appearance
        self.settings.text_size = text_size or self.settings.text_size
        self._renew()

    def speak(self, chosen: str) -> None:
        """Makes the program speak another language, given by its code."""
        self.settings.language = chosen
        self._renew()

    def give_keys(self, keys: dict[str, list[str]]) -> None:
        """Gives actions other keys than the program's own, by their ids, in all windows and from now on."""
        self.settings.keys = keys
        settings.store(self.settings)
        for seat in self._seats:
            if seat.window is not None:
                seat.window.deeds.take_keys()

    def leave(self) -> bool:
        """Closes every project, once all is asked that must be asked; False where somebody wants to stay."""
        return all(seat.ask() for seat in self.seats) and all(seat.leave(asked=True) for seat in self.seats)

    def quit(self) -> None:
        """Closes all windows, and with them the program."""
        windows = [seat.window for seat in self._seats]
        if self.leave():
            for window in windows:
                if window is not None:
                    window.close()

    # Projects

    def new(self, template: str = "blank", near: Projects | None = None) -> Seat | None:
        """Starts a new project from a template; `near` is the window from which it is asked.

        Gives the window in which it is open; None where it could not be made.
        """
        try:
            copy = WorkingCopy.create(templates.make(template, language.program().language))
        except Problem as problem:
            self.dialogs.tell_problem(problem)
            return None
        return self._take(near, None, copy)

    def open(self, path: Path, near: Projects | None = None) -> None:
        """Opens the project of a file, read beside the window; one that is open already comes forward."""
        place = path.resolve()
        known = self._seat_of(place)
        if known is not None:
            known.come_forward()
        elif place not in self._opening:
            self._opening.add(place)
            self._start(partial(WorkingCopy.open, path), near, path)

    def recover(self, directory: Path, near: Projects | None = None) -> None:
        """Goes on with a working copy that is in no file yet."""
        self._start(partial(WorkingCopy.recover, directory), near)

    def close(self) -> bool:
        """Closes the project in the window that was used last; False where somebody wants to stay."""
        return not self._seats or self._front.close()

    # Within

    def _start(
        self, work: Callable[[], WorkingCopy], near: Projects | None, path: Path | None = None
    ) -> None:
        taken, refused = partial(self._take, near, path), partial(self._refuse, near, path)
        background.start(work, done=taken, failed=refused, owner=self)

    def _take(self, near: Projects | None, path: Path | None, copy: WorkingCopy) -> Seat | None:
        self._arrived(path)
        if not self._seats:  # somebody has left while the file was being read
            copy.close()
            return None
        seat = next((known for known in self._seats if known is near), self._front)
        if not seat.is_free:
            seat = self._add_seat()
        seat.take(copy)
        return seat

    def _refuse(self, near: Projects | None, path: Path | None, error: Exception) -> None:
        self._arrived(path)
        if not isinstance(error, Problem):
            raise error
        backup = rescue.newest_backup(error, path)
        if backup is None:
            self.dialogs.tell_problem(error)
        elif rescue.is_wanted(error, backup, self.dialogs):
            self._start(partial(rescue.open_backup, backup), near)

    def _arrived(self, path: Path | None) -> None:
        if path is not None:
            self._opening.discard(path.resolve())

    def _seat_of(self, place: Path) -> Seat | None:
        return next((seat for seat in self._seats if seat.session and seat.session.path == place), None)

    def _hang_doorbells(self) -> None:
        sessions = (seat.session for seat in self._seats)
        self._doorbells.follow(session.path for session in sessions if session and session.path)

    def _answer_door(self, place: Path) -> None:
        if (seat := self._seat_of(place)) is not None:
            seat.come_forward()

    def _add_seat(self) -> Seat:
        seat = Seat(self, self)
        self._seats.append(seat)
        self._front = seat
        seat.show()
        return seat

    def _follow_focus(self, focused: QWindow | None) -> None:
        for seat in self._seats:
            if focused is not None and seat.window is not None and seat.window.windowHandle() == focused:
                self._front = seat

    def _renew(self) -> None:
        """Makes all windows anew, in the language and the appearance that were chosen."""
        settings.store(self.settings)
        self._follow_settings()
        for seat in self.seats:
            seat.renew()
        if self._seats:
            self._front.come_forward()

    def _follow_settings(self) -> None:
        chosen = self.settings.language or language.system_language()
        language.use(chosen)
        style.speak(self._application, chosen)
        style.dress(self._application, self.settings.appearance, self.settings.text_size)
        spelling().wanted = self.settings.checks_spelling

    def _follow_system(self) -> None:
        if self.settings.appearance == "system":
            style.dress(self._application, "system", self.settings.text_size)
