"""Which texts say about the same: compared by how their words begin, in whatever language."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from journeydesk.analysis.words import plain

STEM = 5  # letters of a word that count
ENOUGH = 0.5  # of the words of the shorter text
_WORD = re.compile(r"\w+")
# What stands in any sentence, in English and in French, without accents.
_IN_ANY_SENTENCE = """
    a an and are as at be been but by can could do does for from had has have he her his how i if in into is
    it its me my no not of on one or our out she should so than that the their them then there they this to
    too up us was we were what when where which who will with would you your may might must shall also cannot
    without want wants
    ai au aux avec avoir ce ces cela cet cette chaque comme d dans de des donc du elle elles en est et etre
    eux fait faire il ils j je l la le les leur leurs lui ma mais meme memes mes moi mon n ne ni nos notre
    nous ont ou par pas plus pour qu quand que qui s sa sans se ses si son sont sur ta tes toi ton tous tout
    toute toutes tu un une vos votre vous y peut peuvent doit doivent
    veut veulent va vont etait sera
"""
_FILLERS = frozenset(_IN_ANY_SENTENCE.split())


@lru_cache(maxsize=50_000)
def stems(text: str) -> frozenset[str]:
    """The beginnings of the words that carry the meaning; of all words where none does."""
    words = _WORD.findall(plain(text))
    telling = [word for word in words if word not in _FILLERS]
    return frozenset(word[:STEM] for word in telling or words)


def alike(one: str, other: str) -> bool:
    """Whether two texts say about the same: two words and half of the shorter one, or all words."""
    a, b = stems(one), stems(other)
    return _is_alike(len(a & b), len(a), len(b))


def _is_alike(shared: int, one: int, other: int) -> bool:
    """The same by numbers of words: those that two texts share, and those of each."""
    return shared > 0 and (shared == one == other or (shared >= 2 and shared >= ENOUGH * min(one, other)))


class _Index:
    """Texts by their words, to find those that share some with another without looking at all."""

    def __init__(self) -> None:
        self._sizes: list[int] = []
        self._holders: dict[str, list[int]] = {}

    def add(self, words: frozenset[str]) -> None:
        for word in words:
            self._holders.setdefault(word, []).append(len(self._sizes))
        self._sizes.append(len(words))

    def alike(self, words: frozenset[str]) -> list[int]:
        """The places of the texts that say about the same as these words, in order."""
        shared: Counter[int] = Counter()
        for word in words:
            shared.update(self._holders.get(word, ()))
        sizes, count = self._sizes, len(words)
        return sorted(place for place, same in shared.items() if _is_alike(same, count, sizes[place]))


def partners(ones: Sequence[str], others: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The places of all pairs of texts, one of each, that say about the same, in order."""
    index = _Index()
    for text in others:
        index.add(stems(text))
    for here, text in enumerate(ones):
        for there in index.alike(stems(text)):
            yield here, there


def groups(texts: Sequence[str]) -> tuple[tuple[int, ...], ...]:
    """The places of texts that say about the same, each in one group; in the order of their first ones.

    A text belongs to the first group whose first text it is like.
    """
    index, found = _Index(), list[list[int]]()
    known: dict[frozenset[str], int] = {}
    for place, text in enumerate(texts):
        words = stems(text)
        group = known.get(words)
        if group is None:
            group = next(iter(index.alike(words)), len(found))
            known[words] = group
        if group == len(found):
            found.append([])
            index.add(words)
        found[group].append(place)
    return tuple(map(tuple, found))
