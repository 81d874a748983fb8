"""What the program says to people, in their language.

One mechanism serves every layer: a text is written in English where it is needed, marked with `N_`, `say` or
`message`, and looked up in the gettext catalogues of `resources/translations`. The program's language is set
once with `use`; a project's own language is another `Catalogue`, passed to whatever draws.
"""

import gettext
import locale
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from journeydesk import resources

LANGUAGES: Mapping[str, str] = {"en": "English", "fr": "Français"}


def N_(text: str) -> str:  # noqa: N802  # its name in every gettext program
    """Marks a text for translation without translating it yet."""
    return text


@dataclass(frozen=True, slots=True)
class Message:
    """A text that is translated when it is shown, with the values to fill in."""

    text: str
    plural: str = ""
    number: int = 0
    values: tuple[tuple[str, object], ...] = ()


def message(text: str, **values: object) -> Message:
    """A message with named values: `message("Cannot open {name}", name="x")`."""
    return Message(text, values=tuple(values.items()))


def counted(singular: str, plural: str, number: int, **values: object) -> Message:
    """A message whose form depends on a number; `{n}` stands for the number."""
    return Message(singular, plural, number, (("n", number), *values.items()))


class Catalogue:
    """The texts of one language. Call it with an English text or a `Message` to get the text to show."""

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else "en"
        folder = resources.path("translations")
        self._texts = gettext.translation("journeydesk", folder, [self.language], fallback=True)

    def __call__(self, text: str | Message) -> str:
        if isinstance(text, str):
            return self._texts.gettext(text) if text else ""
        if text.plural:
            found = self._texts.ngettext(text.text, text.plural, text.number)
        else:
            found = self._texts.gettext(text.text) if text.text else ""
        return found.format(**{name: self._filled(value) for name, value in text.values})

    def _filled(self, value: object) -> object:
        return self(value) if isinstance(value, Message) else value


@cache
def catalogue(language: str) -> Catalogue:
    """The catalogue of a language code; an unknown code gives English."""
    return Catalogue(language)


class Problem(Exception):  # noqa: N818  # people have problems, not errors
    """Something that could not be done, told in a sentence that a person understands."""

    def __init__(self, told: Message | str) -> None:
        super().__init__(told.text if isinstance(told, Message) else told)
        self.told = told


def system_language() -> str:
    """The code of the system's language where it is one of ours, else "en"."""
    asked = os.environ.get("JOURNEYDESK_LANGUAGE", "")
    names = [asked, *(os.environ.get(name, "") for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))]
    names.append(locale.getlocale()[0] or "")
    for name in names:
        if name and name.split(".")[0] not in ("C", "POSIX"):
            code = name.replace("-", "_").split(":")[0].split("_")[0].lower()
            return code if code in LANGUAGES else "en"
    return "en"


class _Program:
    say: Catalogue | None = None


def use(language: str) -> None:
    """Chooses the program's language."""
    _Program.say = catalogue(language)


def program() -> Catalogue:
    """The catalogue of the program's language; the system's language until `use` was called."""
    if _Program.say is None:
        use(system_language())
    assert _Program.say is not None
    return _Program.say


def say(text: str | Message) -> str:
    """The text in the program's language."""
    return program()(text)
