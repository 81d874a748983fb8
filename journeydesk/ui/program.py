"""The program as a whole: which project is open in which window, and how one takes the place of another."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from journeydesk import language, templates
from journeydesk.language import Problem, message, say
from journeydesk.storage.leftovers import Recovery
from journeydesk.storage.working_copy import WorkingCopy
from journeydesk.ui import background, rescue, settings, style
from journeydesk.ui.dialogs.messages import Answer, Dialogs
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.recents import Recents
from journeydesk.ui.session import Session


class Program(QObject):
    """Opens, saves and closes projects; one is open at a time."""

    def __init__(self, application: QApplication, dialogs: Dialogs) -> None:
        super().__init__(application)
        self.settings = settings.load()
        self.dialogs = dialogs
        self.session: Session | None = None
        self.window: MainWindow | None = None
        self._application = application
        self._is_over = False
        self._recents = Recents(self.settings, self)
        self._follow_settings()
        QApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    # Windows

    def show(self) -> MainWindow:
        """Opens the window, on the project that is open or the welcome page."""
        window = self.window = MainWindow(self)
        window.resize(self.settings.width, self.settings.height)
        if self.session is not None:
            window.show_session(self.session)
        if self.settings.maximised:
            window.showMaximized()
        else:
            window.show()
        return window

    def dress(self, appearance: str) -> None:
        """Gives the window another appearance: "light", "dark" or "system"."""
        self.settings.appearance = appearance
        settings.store(self.settings)
        self._renew()

    def speak(self, chosen: str) -> None:
        """Makes the program speak another language, given by its code."""
        self.settings.language = chosen
        settings.store(self.settings)
        self._renew()

    def leave(self) -> bool:
        """Makes the program ready for its end; False where somebody wants to stay."""
        if not self._let_go():
            return False
        if self.window is not None:
            self.window.remember(self.settings)
            self.window = None
        settings.store(self.settings)
        self._is_over = True
        return True

    def quit(self) -> None:
        """Closes the window, and with it the program."""
        if self.window is not None:
            self.window.close()

    # Projects

    def new(self, template: str = "blank") -> None:
        """Starts a new project from a template."""
        try:
            copy = WorkingCopy.create(templates.make(template, language.program().language))
        except Problem as problem:
            self.dialogs.tell_problem(problem)
        else:
            self._take(copy)

    def open(self, path: Path) -> None:
        """Opens the project of a file, read beside the window."""
        if self.session is not None and self.session.path == path.resolve():
            return
        self._start(partial(WorkingCopy.open, path), path)

    def recover(self, directory: Path) -> None:
        """Goes on with a working copy that is in no file yet."""
        self._start(partial(WorkingCopy.recover, directory))

    def discard(self, recovery: Recovery) -> bool:
        """Throws a working copy away, where somebody is sure; tells whether it is gone."""
        question = message("Discard the changes to “{title}”?", title=recovery.title or say("Untitled"))
        if not self.dialogs.ask_sure(question, message("They cannot be brought back."), say("Discard")):
            return False
        return rescue.throw_away(recovery)

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
        self._recents.remember(self.session)
        return True

    def close(self) -> bool:
        """Closes the project and shows the welcome page; False where somebody wants to stay."""
        if not self._let_go():
            return False
        if self.window is not None:
            self.window.show_session(None)
        return True

    # Within

    def _take(self, copy: WorkingCopy) -> None:
        # Somebody may have left while the file was being read.
        if self._is_over or not self._let_go():
            copy.close()
            return
        self.session = Session(copy.document, copy, self)
        self.session.saving.refused.connect(self.dialogs.tell_problem)
        self._recents.remember(self.session)
        if self.window is not None:
            self.window.show_session(self.session, copy.notices)

    def _start(self, work: Callable[[], WorkingCopy], path: Path | None = None) -> None:
        background.start(work, done=self._take, failed=partial(self._refuse, path), owner=self)

    def _refuse(self, path: Path | None, error: Exception) -> None:
        if not isinstance(error, Problem):
            raise error
        backup = rescue.newest_backup(error, path)
        if backup is None:
            self.dialogs.tell_problem(error)
        elif rescue.is_wanted(error, backup, self.dialogs):
            self._start(partial(rescue.open_backup, backup))

    def _let_go(self) -> bool:
        """Closes the project that is open; False where somebody wants to keep it open."""
        session = self.session
        if session is None or session.copy is None:
            return True
        session.finishing.emit()
        discard = False
        if session.path is None and session.saving.is_modified:
            answer = self.dialogs.ask_unsaved(session.title)
            if answer is Answer.CANCEL or (answer is Answer.SAVE and not self.save_as()):
                return False
            discard = answer is Answer.DISCARD
        try:
            session.copy.close(discard=discard)
        except Problem as problem:
            return self._close_unwritten(session, problem)
        self._forget(session)
        return True

    def _close_unwritten(self, session: Session, problem: Problem) -> bool:
        """Lets go of a project whose file cannot be written; its working copy waits for the next start."""
        answer = self.dialogs.ask_unwritten(problem)
        if answer is Answer.SAVE and self.save_as():
            return self._let_go()
        if answer is not Answer.KEEP:
            return False
        self._forget(session)
        return True

    def _forget(self, session: Session) -> None:
        self._recents.keep_picture(session)
        self.session = None
        session.close()
        session.deleteLater()

    def _renew(self) -> None:
        """Makes the window anew, in the language and the appearance that were chosen."""
        old = self.window
        if old is not None:
            old.remember(self.settings)
            if self.session is not None:
                self.session.finishing.emit()
        self._follow_settings()
        if old is not None:
            self.show()
            old.hide()
            old.deleteLater()

    def _follow_settings(self) -> None:
        chosen = self.settings.language or language.system_language()
        language.use(chosen)
        style.speak(self._application, chosen)
        style.dress(self._application, self.settings.appearance)

    def _follow_system(self) -> None:
        if self.settings.appearance == "system":
            style.dress(self._application, "system")
