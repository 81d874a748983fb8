"""Editors of what can be opened: a file that is kept inside the project, and a link."""

from pathlib import Path
from typing import Any

from babel.numbers import format_decimal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout

from journeydesk.language import Problem, message, program, say
from journeydesk.model.fields import Field
from journeydesk.model.records import Asset
from journeydesk.operations import evidence
from journeydesk.ui.icons import icon
from journeydesk.ui.opening import is_harmless, open_asset, open_link, write_copy
from journeydesk.ui.panels.editors import FieldEditor, Ground, LineEditor


def size_text(size: int) -> str:
    """A number of bytes as people read it."""
    for unit, worth in ((message("{n} MB"), 1e6), (message("{n} kB"), 1e3)):
        if size >= worth:
            shown = format_decimal(round(size / worth, 1), locale=program().language)
            return say(message(unit.text, n=shown))
    return say(message("{n} bytes", n=size))


class FileEditor(FieldEditor):
    """A file of any kind: chosen, opened, copied to the disk, or taken out."""

    def __init__(self, told: Field, ground: Ground) -> None:
        super().__init__(told, ground)
        self.name = QLabel()
        self.name.setWordWrap(True)
        self.choose = self._button(say("Choose File…"), "paperclip", self._choose)
        self.open = self._button(say("Open"), "external-link", self._open)
        self.copy = self._button(say("Save a Copy…"), "save", self._save_copy)
        self.remove = self._button(say("Remove"), "trash-2", self._remove)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self.name)
        for pair in ((self.choose, self.open), (self.copy, self.remove)):
            line = QHBoxLayout()
            line.setSpacing(4)
            for button in pair:
                line.addWidget(button)
            line.addStretch(1)
            column.addLayout(line)
        self.row.addLayout(column)
        self.setFocusProxy(self.choose)
        self._asset: Asset | None = None

    def _button(self, text: str, sign: str, clicked: Any) -> QPushButton:
        button = QPushButton(text)
        button.setIcon(icon(sign))
        button.clicked.connect(clicked)
        return button

    def show_value(self, value: Any, several: bool) -> None:
        self._asset = None if several else self.ground.document.find(Asset, value)
        asset = self._asset
        if several:
            self.name.setText(say("Several values"))
        elif asset is not None:
            self.name.setText(
                say(message("{name} ({size})", name=asset.name, size=size_text(len(asset.data))))
            )
        self.name.setVisible(several or asset is not None)
        for button in (self.open, self.copy, self.remove):
            button.setVisible(asset is not None or (several and button is self.remove))
        self.open.setEnabled(asset is not None and is_harmless(asset.name))

    def _choose(self) -> None:
        path = self.ground.dialogs.ask_file()
        if path is not None:
            self._try(self._keep, path)

    def _keep(self, path: Path) -> None:
        for key in self.ids[:1]:
            evidence.add_file(self.ground.document, key, path)

    def _open(self) -> None:
        if self._asset is not None:
            self._try(open_asset, self._asset)

    def _save_copy(self) -> None:
        if self._asset is not None and (path := self.ground.dialogs.ask_copy(self._asset.name)) is not None:
            self._try(write_copy, self._asset, path)

    def _remove(self) -> None:
        self.committed.emit("")

    def _try(self, deed: Any, *arguments: Any) -> None:
        try:
            deed(*arguments)
        except Problem as problem:
            self.ground.dialogs.tell_problem(problem)


class LinkEditor(LineEditor):
    """A link, with a button that opens it."""

    def __init__(self, told: Field, ground: Ground) -> None:
        super().__init__(told, ground)
        self.open = QToolButton()
        self.open.setIcon(icon("external-link"))
        self.open.setToolTip(say("Open the link"))
        self.open.setAccessibleName(say("Open the link"))
        self.open.clicked.connect(self._open)
        self.row.addWidget(self.open)

    def show_value(self, value: Any, several: bool) -> None:
        super().show_value(value, several)
        self._url = "" if several else str(value)
        self.open.setEnabled(bool(self._url) and not self._url.startswith("#"))

    def _open(self) -> None:
        self.flush()
        try:
            open_link(self._url)
        except Problem as problem:
            self.ground.dialogs.tell_problem(problem)
