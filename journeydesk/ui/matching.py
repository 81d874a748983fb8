"""How well what somebody types fits a name: accents and cases do not count, words come in any order."""

import unicodedata
from functools import lru_cache

AT_START, WITHIN, SCATTERED = 3.0, 1.5, 0.5  # what a word is worth by how it is found


@lru_cache(maxsize=65536)
def bare(text: str) -> str:
    """The text in small letters and without accents."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def score(words: list[str], name: str, beside: str = "", scattered: bool = True) -> float:
    """How well bare words fit a bare name; what stands `beside` it counts less. 0 where one is missing.

    Unless `scattered` is False, letters with others between them are enough: "dupm" for "duplicate map".
    """
    total = 0.0
    for word in words:
        worth = _worth(word, name, scattered) or _worth(word, beside, False) / 4
        if not worth:
            return 0.0
        total += worth
    if words and name.startswith(" ".join(words)):
        total += AT_START
    return total + 1.0 / (10 + len(name))


def _worth(word: str, name: str, scattered: bool) -> float:
    at = name.find(word)
    if at >= 0:
        begins = at == 0 or not name[at - 1].isalnum() or f" {word}" in name
        return AT_START if begins else WITHIN
    return SCATTERED if scattered and len(word) > 1 and _is_scattered(word, name) else 0.0


def _is_scattered(word: str, name: str) -> bool:
    """Whether the letters of a word come in this order, the first of them at the start of a word."""
    at = 0 if name.startswith(word[0]) else name.find(f" {word[0]}") + 1
    if name[at : at + 1] != word[0]:
        return False
    for letter in word:
        at = name.find(letter, at) + 1
        if not at:
            return False
    return True
