"""The main window: the welcome page or the open project, the menus above and the status below."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from journeydesk.language import Message, message, say
from journeydesk.ui.action import Projects
from journeydesk.ui.actions import ACTIONS
from journeydesk.ui.deeds import Deeds
from journeydesk.ui.dialogs.catalogue import DIALOGS
from journeydesk.ui.session import Session
from journeydesk.ui.settings import Settings
from journeydesk.ui.status import StatusBar
from journeydesk.ui.welcome import Welcome
from journeydesk.ui.workspace import Workspace

SMALLEST = (760, 520)
FRAME = QSize(8, 40)  # about what a window manager puts round a window


class MainWindow(QMainWindow):
    """What actions work on: it knows the session that is open and the widgets that show it."""

    def __init__(self, projects: Projects) -> None:
        super().__init__()
        self.projects = projects
        self.session: Session | None = None
        self.workspace: Workspace | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(*SMALLEST)
        self.deeds = Deeds(self, self)
        self.deeds.fill(self.menuBar())
        self.pages = QStackedWidget()
        self.setCentralWidget(self.pages)
        self.status = StatusBar(self)
        self.setStatusBar(self.status)
        self.status.asked.connect(self._explain_safety)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.refresh)
        self.deeds.refresh()
        self.status.add_zoom(self.deeds)
        self.show_session(None)

    # What is open

    def show_session(self, session: Session | None, notices: Iterable[Message] = ()) -> None:
        """Shows an open project with what is worth knowing of it, or the welcome page for None."""
        self.remember(self.projects.settings)
        before: QWidget | None = self.pages.currentWidget()
        self.session, self.workspace = session, None
        page = self._page(session, notices) if session else Welcome(self.projects, self.deeds, self)
        self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        if before is not None:
            self.pages.removeWidget(before)
            before.deleteLater()
        self.status.setVisible(session is not None)
        self.refresh()
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _page(self, session: Session, notices: Iterable[Message]) -> QWidget:
        settings = self.projects.settings
        deeds = {row.id: self.deeds.deed(row.id) for row in ACTIONS}
        page = self.workspace = Workspace(session, deeds, self.projects.dialogs)
        for notice in notices:
            page.notices.tell(notice)
        page.restore(settings, self.width())
        page.view.snapper.wanted = settings.snaps
        self.deeds.attach(page)
        for signal in (
            session.changed,
            session.history_changed,
            session.selection_changed,
            session.map_changed,
            session.drill.changed,
            session.spotlight.changed,
        ):
            signal.connect(self._soon.start)
        page.intake.project_wanted.connect(self.projects.open)
        page.tool_changed.connect(self._soon.start)
        page.tidying.turned.connect(self._soon.start)
        page.record_marked.connect(self._soon.start)
        page.showing.changed.connect(self._soon.start)
        self.status.follow(session, page.showing)
        return page

    # What actions ask for

    def switch_full_screen(self) -> None:
        """Fills the screen, or goes back to a window."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def is_full_screen(self) -> bool:
        """Whether the window fills the screen."""
        return bool(self.windowState() & Qt.WindowState.WindowFullScreen)

    @property
    def room(self) -> QSize:
        """How large a window can be on this screen."""
        return self.screen().availableSize() - FRAME

    def show_dialog(self, name: str) -> None:
        """Opens the dialog with this name in `DIALOGS`."""
        if self.session is not None:
            self.session.finishing.emit()
        dialog = DIALOGS[name](self, self)
        dialog.resize(dialog.size().boundedTo(self.room))
        dialog.open()

    def refresh(self) -> None:
        """Brings title and actions up to date."""
        title = self.session.title if self.session is not None else ""
        self.setWindowTitle(
            say(message("{project} – JourneyDesk", project=title)) if title else "JourneyDesk"
        )
        self.deeds.refresh()

    # Within

    def remember(self, settings: Settings) -> None:
        """Writes the window's size and panels into the settings."""
        if not self.isVisible():
            return
        settings.maximised = self.isMaximized()
        if not self.isMaximized() and not self.is_full_screen():
            (settings.width, settings.height), settings.place = self.size().toTuple(), self.pos().toTuple()
        if self.workspace is not None:
            settings.snaps = self.workspace.view.snapper.wanted
            self.workspace.remember(settings)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.projects.leave():
            event.accept()
        else:
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.deeds.refresh_icons()

    def _explain_safety(self) -> None:
        if self.session is not None and (trouble := self.session.saving.trouble) is not None:
            self.projects.dialogs.tell_problem(trouble)
        else:
            self.projects.save()
