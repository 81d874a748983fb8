"""Finds words that no dictionary knows, and what may have been meant.

A dictionary takes a second to be read, and its suggestions several: whoever asks does so beside the window.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from threading import Lock
from typing import Any, NamedTuple

from journeydesk import resources

# The dictionaries, by the languages of projects.
DICTIONARIES = {"en": "en", "fr": "fr"}
MOST_SUGGESTIONS = 6
# Addresses, tags, and whatever holds a digit or an underscore are no words of a language.
_PASSED = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+|[#@]\w+|\b\w+\.(?:com|fr|org|net|io)\b|\w*[\d_][\w’'\-]*"
)
_LETTERS = "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_WORD = re.compile(f"(?<!\\w)[{_LETTERS}]+(?:[’'\\-][{_LETTERS}]+)*(?!\\w)")
_ELIDED = re.compile(r"(?:[ldjmtsnc]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu)['’]", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
_reading = Lock()


class Word(NamedTuple):
    """A word and where it begins in its text."""

    start: int
    text: str


def words(text: str) -> Iterator[Word]:
    """The words that a dictionary can judge: no addresses, no abbreviations, nothing with digits."""
    seen = _PASSED.sub(lambda passed: "\0" * len(passed.group()), text)
    for found in _WORD.finditer(seen):
        word = found.group()
        if len(word) > 1 and not _is_abbreviation(word):
            yield Word(found.start(), word)


def _is_abbreviation(word: str) -> bool:
    """Whether it is written in capitals, or has one within, as names of products do."""
    parts = re.split("[’'-]", _ELIDED.sub("", word))
    return any(part.isupper() and len(part) > 1 for part in parts) or any(
        letter.isupper() for part in parts for letter in part[1:]
    )


@cache
def _read(name: str) -> Any:
    from spylls.hunspell import Dictionary  # noqa: PLC0415  (a second of work, and off by default)

    return Dictionary.from_files(str(resources.path("dictionaries", name)))


def _dictionary(language: str) -> Any:
    with _reading:
        return _read(DICTIONARIES[language])


def is_known(word: str, language: str) -> bool:
    """Whether the language has this word: as it stands, after an elision, or part by part."""
    if language not in DICTIONARIES:
        return True
    dictionary = _dictionary(language)
    word = word.replace("’", "'")
    if dictionary.lookup(word):
        return True
    bare = _ELIDED.sub("", word, count=1) if language == "fr" else _POSSESSIVE.sub("", word)
    if bare != word and bare and dictionary.lookup(bare):
        return True
    parts = bare.split("-")
    return len(parts) > 1 and all(len(part) < 2 or dictionary.lookup(part) for part in parts)


def suggestions(word: str, language: str) -> tuple[str, ...]:
    """What may have been meant, the likeliest first. What is elided before the word is kept."""
    if language not in DICTIONARIES:
        return ()
    apostrophe = "’" if "’" in word else "'"
    plain = word.replace("’", "'")
    elided = _ELIDED.match(plain) if language == "fr" else None
    head = elided.group() if elided else ""
    found = (head + guess for guess in _dictionary(language).suggest(plain[len(head) :]))
    return tuple(guess.replace("'", apostrophe) for guess in islice(found, MOST_SUGGESTIONS))
