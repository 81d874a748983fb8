"""What a screen reader is told: the accessibility tree as Qt gives it, and what is announced."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QWidget,
)

Role, Text = QAccessible.Role, QAccessible.Text


@dataclass(frozen=True)
class Heard:
    """An element as it is spoken: what it is, its name, its value and what else is said of it."""

    role: Role
    name: str
    value: str
    about: str


def hear(interface: QAccessibleInterface) -> Heard:
    """What is said of an element."""
    told = (interface.text(kind) for kind in (Text.Name, Text.Value, Text.Description))
    return Heard(interface.role(), *told)


def heard(widget: QWidget) -> Heard:
    """What is said of a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None and interface.isValid()
    return hear(interface)


def focused() -> Heard:
    """What is said of what has the keyboard: the row of a list, where one is current."""
    widget = QApplication.focusWidget()
    assert widget is not None
    interface = QAccessible.queryAccessibleInterface(widget)
    inner = interface.focusChild()
    return hear(inner if inner is not None and inner.isValid() else interface)


def tree(interface: QAccessibleInterface, depth: int = 0) -> Iterator[tuple[int, QAccessibleInterface]]:
    """An element and all below it, with how deep they lie."""
    yield depth, interface
    for place in range(interface.childCount()):
        child = interface.child(place)
        if child is not None and child.isValid():
            yield from tree(child, depth + 1)


def stops(window: QWidget) -> list[QWidget]:
    """The widgets in a window at which Tab halts."""
    found = [widget for widget in window.findChildren(QWidget) if widget.window() is window]
    return [
        widget
        for widget in found
        if widget.isVisibleTo(window)
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    ]


def nameless(window: QWidget) -> list[str]:
    """The widgets at which Tab halts and of which nobody would know what they are."""
    wrong = []
    for widget in stops(window):
        told = heard(widget)
        where = f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        # Qt has no role for what scrolls or is painted by hand; such a thing must say how it is used.
        is_plain = told.role in (Role.NoRole, Role.Client)
        is_unknown = is_plain and not (isinstance(widget, QAbstractScrollArea) or told.about)
        if not told.name.strip() or is_unknown:
            wrong.append(f"{where}: {told}")
        if (shown := _shown(widget)) is not None and told.value != shown:
            wrong.append(f"{where}: {told.value!r} is told, {shown!r} is shown")
    return wrong


def _shown(widget: QWidget) -> str | None:
    """The value that is seen in a widget, where it has one."""
    if isinstance(widget, QLineEdit):
        return widget.displayText()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QAbstractSpinBox):
        return widget.cleanText()
    return None
