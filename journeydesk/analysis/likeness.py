"""Which texts say about the same: compared by how their words begin, in whatever language."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from journeydesk.analysis.words import plain

STEM = 5  # letters of a word that count
ENOUGH = 0.5  # of the words of the shorter text
_WORD = re.compile(r"\w+")
# What stands in any sentence, in English and in French, without accents.
_IN_ANY_SENTENCE = """
    a an and are as at be been but by can could do does for from had has have he her his how i if in into is
    it its me my no not of on one or our out she should so than that the their them then there they this to
    too up us was we were what when where which who will with would you your
    ai au aux avec avoir ce ces cela cet cette chaque comme d dans de des donc du elle elles en est et etre
    eux fait faire il ils j je l la le les leur leurs lui ma mais meme memes mes moi mon n ne ni nos notre
    nous ont ou par pas plus pour qu quand que qui s sa sans se ses si son sont sur ta tes toi ton tous tout
    toute toutes tu un une vos votre vous y
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
    shared = len(a & b)
    return bool(a) and (a == b or (shared >= 2 and shared >= ENOUGH * min(len(a), len(b))))


def partners(ones: Sequence[str], others: Sequence[str]) -> Iterable[tuple[int, int]]:
    """The places of all pairs of texts, one of each, that say about the same, in order."""
    holders: dict[str, list[int]] = {}
    for at, text in enumerate(others):
        for stem in stems(text):
            holders.setdefault(stem, []).append(at)
    for here, text in enumerate(ones):
        found = {at for stem in stems(text) for at in holders.get(stem, ())}
        for at in sorted(found):
            if alike(text, others[at]):
                yield here, at


def groups(texts: Sequence[str]) -> tuple[tuple[int, ...], ...]:
    """The places of texts that say about the same, each in one group; in the order of their first ones.

    A text belongs to the group of the first one that it is like.
    """
    leaders: dict[str, list[int]] = {}
    found: list[list[int]] = []
    known: dict[frozenset[str], int] = {}
    for at, text in enumerate(texts):
        mine = stems(text)
        group = known.get(mine)
        if group is None:
            candidates = sorted({place for stem in mine for place in leaders.get(stem, ())})
            group = next((place for place in candidates if alike(text, texts[found[place][0]])), None)
        if group is None:
            group = len(found)
            found.append([])
            for stem in mine:
                leaders.setdefault(stem, []).append(group)
        known.setdefault(mine, group)
        found[group].append(at)
    return tuple(map(tuple, found))
