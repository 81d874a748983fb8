"""What an action is: a row of what it is called, by which keys, when it can be done, and what it does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Protocol

from journeydesk.language import Message
from journeydesk.storage.leftovers import Recovery
from journeydesk.ui.dialogs.messages import Dialogs
from journeydesk.ui.recents import Recents
from journeydesk.ui.session import Session
from journeydesk.ui.settings import Settings
from journeydesk.ui.workspace import Workspace


class Projects(Protocol):
    """What an action may ask about the project in its window, or for others in its place or beside it."""

    settings: Settings
    dialogs: Dialogs

    @property
    def program(self) -> "Windows": ...
    @property
    def title(self) -> Message | str: ...

    def come_forward(self) -> None: ...
    def new(self, template: str = "blank") -> Workspace | None: ...
    def open(self, path: Path) -> None: ...
    def save(self) -> bool: ...
    def save_as(self) -> bool: ...
    def close(self) -> bool: ...
    def recover(self, directory: Path) -> None: ...
    def discard(self, recovery: Recovery) -> bool: ...
    def leave(self) -> bool: ...


class Windows(Protocol):
    """What an action may ask of the program as a whole."""

    settings: Settings
    dialogs: Dialogs
    recents: Recents

    @property
    def seats(self) -> Sequence[Projects]: ...

    def add_window(self) -> None: ...
    def dress(self, appearance: str = "", text_size: int = 0) -> None: ...
    def speak(self, language: str) -> None: ...
    def give_keys(self, keys: dict[str, list[str]]) -> None: ...
    def quit(self) -> None: ...


class Context(Protocol):
    """What an action works on. `session` and `workspace` are None while no project is open."""

    @property
    def projects(self) -> Projects: ...
    @property
    def session(self) -> Session | None: ...
    @property
    def workspace(self) -> Workspace | None: ...

    def switch_full_screen(self) -> None: ...
    def is_full_screen(self) -> bool: ...
    def show_dialog(self, name: str) -> None: ...


class Where(Enum):
    """Where an action's keys are heard."""

    WINDOW = "window"
    MAP = "map"  # only while the map or the outline has the keyboard: never while a text is edited
    DRAWING = "drawing"  # only while the map has the keyboard; the outline walks over its own rows


Run = Callable[[Context], None]
Ask = Callable[[Context], bool]
Told = Callable[[Context], Message | str]


def always(_: Context) -> bool:
    return True


def with_project(context: Context) -> bool:
    return context.session is not None


def with_selection(context: Context) -> bool:
    return context.session is not None and bool(context.session.selection)


@dataclass(frozen=True, slots=True)
class Action:
    """A row of `ACTIONS`. `text` is English and marked for translation; `told` replaces it where it changes.

    `shortcuts` are in Qt's portable spelling; the first is shown in menus. `checked` makes it a switch. A
    `passing` one is not shown while it cannot be done. `in_text` names what a text field does in its place
    while it has the keyboard and the menu is used.
    """

    id: str
    text: str
    icon: str
    run: Run
    shortcuts: tuple[str, ...] = ()
    enabled: Ask = with_project
    where: Where = Where.WINDOW
    checked: Ask | None = None
    told: Told | None = None
    hint: str = ""
    interrupts: bool = True
    passing: bool = False
    in_text: str = ""
