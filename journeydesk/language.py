"""What the program says to people, in their language.

One mechanism serves every layer: a text is written in English where it is needed, marked with `N_`, `say` or
`message`, and looked up in the gettext catalogues of `resources/translations`. The program's language is set
once with `use`; a project's own language is another `Catalogue`, passed to whatever draws.
"""

import gettext
import locale
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from journeydesk import resources

# What languages call themselves; another one that has a catalogue goes by its code.
NAMES: Mapping[str, str] = {
    "bg": "Български", "cs": "Čeština", "da": "Dansk", "de": "Deutsch", "el": "Ελληνικά", "en": "English",
    "es": "Español", "et": "Eesti", "fi": "Suomi", "fr": "Français", "ga": "Gaeilge", "hr": "Hrvatski",
    "hu": "Magyar", "it": "Italiano", "ja": "日本語", "ko": "한국어", "lt": "Lietuvių", "lv": "Latviešu",
    "mt": "Malti", "nl": "Nederlands", "no": "Norsk", "pl": "Polski", "pt": "Português", "ro": "Română",
    "ru": "Русский", "sk": "Slovenčina", "sl": "Slovenščina", "sv": "Svenska", "tr": "Türkçe",
    "uk": "Українська", "zh": "中文",
}  # fmt: skip


def name_of(language: str) -> str:
    """What a language calls itself."""
    return NAMES.get(language, language)


def _offered() -> Mapping[str, str]:
    """English, the language of the texts themselves, and every language that has a catalogue."""
    found = resources.path("translations").glob("*/LC_MESSAGES/journeydesk.mo")
    codes = ("en", *sorted(path.parts[-3] for path in found))
    return {code: name_of(code) for code in codes}


LANGUAGES: Mapping[str, str] = _offered()


def N_(text: str) -> str:  # noqa: N802  # its name in every gettext program
    """Marks a text for translation without translating it yet."""
    return text


@dataclass(frozen=True, slots=True)
class Message:
    """A text that is translated when it is shown, with the values to fill in.

    Numbers are written as in the language, and several values one after the other, with commas.
    """

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


def labelled(label: object, told: object) -> Message:
    """What something is called, and what is told of it: "Phase: Use", in French "Phase : Use"."""
    return message("{label}: {told}", label=label, told=told)


APART = N_("; ")  # between several things that are told one after the other


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

    def listed(self, parts: Iterable[str | Message]) -> str:
        """Several things in one line, with semicolons between them."""
        return self(APART).join(self(part) if isinstance(part, Message) else part for part in parts)

    def number(self, value: float) -> str:
        """A number as people write it: "1,234.5" in English, "1 234,5" in French."""
        # It takes a while to load, and a mistyped command is to be answered at once.
        from babel.numbers import format_decimal

        text: str = format_decimal(round(value, 6), locale=self.language, decimal_quantization=False)
        return text

    def _filled(self, value: object) -> object:
        if isinstance(value, Message):
            return self(value)
        if isinstance(value, tuple):
            return ", ".join(str(self._filled(part)) for part in value)
        return self.number(value) if isinstance(value, int | float) else value


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
