"""Everything that the program asks or tells in a box of its own; tests put a fake in its place."""

from enum import Enum
from pathlib import Path

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QColorDialog, QFileDialog, QMessageBox, QWidget

from journeydesk.language import Message, Problem, message, say
from journeydesk.operations import house_style
from journeydesk.ui.text_size import scaled

SUFFIX = ".journey"


class Answer(Enum):
    """What somebody wants done with work that has no file."""

    SAVE = "save"
    KEEP = "keep"
    DISCARD = "discard"
    CANCEL = "cancel"


class Dialogs:
    """Asks and tells over the window that is in front. None for an answer means that it was cancelled."""

    def ask_open(self, folder: str) -> Path | None:
        """The project that somebody wants to open."""
        kinds = say(message("Journeys ({pattern})", pattern=f"*{SUFFIX}"))
        name, _ = QFileDialog.getOpenFileName(_front(), say("Open a Project"), folder, kinds)
        return Path(name) if name else None

    def ask_save(self, folder: str, name: str) -> Path | None:
        """Where somebody wants the project to be written, with its suffix."""
        kinds = say(message("Journeys ({pattern})", pattern=f"*{SUFFIX}"))
        proposed = str(Path(folder) / f"{_as_file_name(name)}{SUFFIX}")
        chosen, _ = QFileDialog.getSaveFileName(_front(), say("Save the Project As"), proposed, kinds)
        return with_suffix(chosen, SUFFIX) if chosen else None

    def ask_export(self, folder: str, name: str, suffix: str, kind: str) -> Path | None:
        """Where somebody wants an exported file to be written."""
        proposed = str(Path(folder) / f"{_as_file_name(name)}{suffix}")
        chosen, _ = QFileDialog.getSaveFileName(_front(), say("Export As"), proposed, f"{kind} (*{suffix})")
        return with_suffix(chosen, suffix) if chosen else None

    def ask_picture(self) -> Path | None:
        """The picture that somebody wants to use."""
        kinds = say(message("Pictures ({pattern})", pattern="*.png *.jpg *.jpeg *.webp *.gif *.bmp"))
        name, _ = QFileDialog.getOpenFileName(_front(), say("Choose a Picture"), "", kinds)
        return Path(name) if name else None

    def ask_file(self) -> Path | None:
        """The file, of any kind, that somebody wants to keep inside the project."""
        name, _ = QFileDialog.getOpenFileName(_front(), say("Attach a File"), "")
        return Path(name) if name else None

    def ask_style(self) -> Path | None:
        """The house style that somebody wants to use."""
        kind = f"{say('House style')} (*{house_style.SUFFIX})"
        name, _ = QFileDialog.getOpenFileName(_front(), say("Use House Style"), "", kind)
        return Path(name) if name else None

    def ask_copy(self, name: str) -> Path | None:
        """Where somebody wants a copy of a file that is kept inside the project."""
        chosen, _ = QFileDialog.getSaveFileName(_front(), say("Save a Copy"), name)
        return Path(chosen) if chosen else None

    def ask_colour(self, colour: str) -> str:
        """The colour that somebody wants, as "#rrggbb", or "" for none."""
        chosen = QColorDialog.getColor(QColor(colour or "#2f6fb7"), _front(), say("Choose a Colour"))
        return chosen.name() if chosen.isValid() else ""

    def ask_unsaved(self, title: str) -> Answer:
        """What to do with a project that never had a file."""
        box = _box(QMessageBox.Icon.Question, say(message("“{title}” has no file yet.", title=title)))
        box.setInformativeText(say("It is safe on this computer, and would be listed on the welcome page."))
        save = box.addButton(say("Save As…"), QMessageBox.ButtonRole.AcceptRole)
        keep = box.addButton(say("Keep for Next Time"), QMessageBox.ButtonRole.AcceptRole)
        discard = box.addButton(say("Discard"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(keep)
        box.exec()
        answers = ((save, Answer.SAVE), (keep, Answer.KEEP), (discard, Answer.DISCARD))
        return next((answer for button, answer in answers if button is box.clickedButton()), Answer.CANCEL)

    def ask_unwritten(self, problem: Problem) -> Answer:
        """What to do with a project whose file cannot be written when it is to be closed."""
        box = _box(QMessageBox.Icon.Warning, say(problem.told))
        box.setInformativeText(say("Your changes are safe on this computer and come back at the next start."))
        save = box.addButton(say("Save As…"), QMessageBox.ButtonRole.AcceptRole)
        keep = box.addButton(say("Close Without Writing"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(save)
        box.exec()
        answers = ((save, Answer.SAVE), (keep, Answer.KEEP))
        return next((answer for button, answer in answers if button is box.clickedButton()), Answer.CANCEL)

    def ask_sure(self, question: Message | str, details: Message | str, yes: str) -> bool:
        """Whether somebody is sure; `yes` is the text of the button that says so."""
        box = _box(QMessageBox.Icon.Question, say(question))
        box.setInformativeText(say(details))
        agreed = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        return box.clickedButton() is agreed

    def tell_problem(self, problem: Problem | Message | str, details: str = "") -> None:
        """Says what could not be done. `details` are one click away."""
        box = _box(QMessageBox.Icon.Warning, say(problem.told if isinstance(problem, Problem) else problem))
        box.setStandardButtons(QMessageBox.StandardButton.Ok)
        if details:
            box.setDetailedText(details)
        box.exec()


def with_suffix(chosen: str, suffix: str) -> Path:
    """The chosen path with the suffix, where it has not got it already."""
    path = Path(chosen)
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)


def _as_file_name(title: str) -> str:
    kept = "".join(" " if letter in '\\/:*?"<>|' or not letter.isprintable() else letter for letter in title)
    return " ".join(kept.split())[:80].strip(". ") or say("Untitled")


def _front() -> QWidget | None:
    return QApplication.activeWindow()


def _box(sign: QMessageBox.Icon, text: str) -> QMessageBox:
    box = QMessageBox(sign, "JourneyDesk", text, QMessageBox.StandardButton.NoButton, _front())
    box.setMinimumWidth(scaled(420))
    return box
