"""What stands in a text field, letter for letter."""

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

ENDS = str.maketrans({"\u2029": "\n", "\u2028": "\n"})


def text_in(box: QPlainTextEdit) -> str:
    """The text of a field with its lines parted by "\\n".

    `toPlainText` would turn every no-break space into a common one, and French is full of them.
    """
    return box.document().toRawText().translate(ENDS)


def text_widget() -> QLineEdit | QPlainTextEdit | QTextEdit | None:
    """The text field that has the keyboard, or None."""
    found = QApplication.focusWidget()
    return found if isinstance(found, QLineEdit | QPlainTextEdit | QTextEdit) else None
