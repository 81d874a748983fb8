"""Tells screen readers what happened."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from journeydesk.language import Message, say


def announce(widget: QWidget, told: Message | str) -> None:
    """Lets a screen reader say something, on behalf of a widget."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, say(told)))
