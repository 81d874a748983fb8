"""Input methods on the map: what is composed begins the text of what is selected.

Changing the focus would end a composition, so the map keeps the keyboard until the first one is done, and
hands every event on to the editor over the node.
"""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QInputMethodQueryEvent
from PySide6.QtWidgets import QWidget

from journeydesk.ui.editor.writing import Scribe
from journeydesk.ui.session import Session


class Composing(QObject):
    """Watches a map for what input methods send, dead keys among it."""

    def __init__(self, view: QWidget, session: Session, scribe: Scribe) -> None:
        super().__init__(view)
        self._view, self._session, self._scribe = view, session, scribe
        self._waiting = False
        view.installEventFilter(self)
        session.selection_changed.connect(self._listen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            # The view would listen for an item of its scene only.
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User))
        elif event.type() == QEvent.Type.InputMethodQuery and isinstance(event, QInputMethodQueryEvent):
            return self._answer(event)
        elif event.type() == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self._take(event)
            return True
        elif event.type() == QEvent.Type.KeyPress and self._waiting:
            self._hand_over()
            if self._scribe.writer is not None:
                QCoreApplication.sendEvent(self._scribe.writer, event)
            return True
        return False

    def customEvent(self, event: QEvent) -> None:
        self._listen()

    def _listen(self) -> None:
        if self._waiting:
            self._waiting = False
            self._scribe.finish()
        self._view.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, self._can_write)
        if self._view.hasFocus():
            QGuiApplication.inputMethod().update(Qt.InputMethodQuery.ImEnabled)

    @property
    def _can_write(self) -> bool:
        return len(self._session.selection) == 1

    def _answer(self, event: QInputMethodQueryEvent) -> bool:
        writer = self._scribe.writer
        if writer is not None and self._waiting:
            QCoreApplication.sendEvent(writer, event)
            if event.queries() & Qt.InputMethodQuery.ImCursorRectangle:
                place = QRectF(event.value(Qt.InputMethodQuery.ImCursorRectangle))
                within = QRectF(writer.mapTo(self._view, place.topLeft().toPoint()), place.size())
                event.setValue(Qt.InputMethodQuery.ImCursorRectangle, within)
            return True
        if event.queries() & Qt.InputMethodQuery.ImEnabled:
            event.setValue(Qt.InputMethodQuery.ImEnabled, self._can_write)
        event.accept()
        return True

    def _take(self, event: QInputMethodEvent) -> None:
        composing = bool(event.preeditString())
        if self._waiting:
            self._pass_on(event)
            if not composing:
                self._hand_over()
        elif self._can_write and (composing or event.commitString()):
            self._scribe.begin(self._session.selection[0], composing=True)
            self._waiting = composing and self._scribe.writer is not None
            self._pass_on(event)
            if not composing:
                self._hand_over()

    def _pass_on(self, event: QInputMethodEvent) -> None:
        if self._scribe.writer is not None:
            QCoreApplication.sendEvent(self._scribe.writer, event)

    def _hand_over(self) -> None:
        """The editor takes the keyboard."""
        self._waiting = False
        if self._scribe.writer is not None:
            self._scribe.writer.setFocus(Qt.FocusReason.OtherFocusReason)
