"""Which way text runs: the embedding levels of a paragraph and the order of a line's pieces.

Unicode Standard Annex #9. Even levels run to the right, odd ones to the left.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TypeVar

T = TypeVar("T")

DEEPEST = 125
# What can turn a text at all: letters and digits written to the left, and the marks that embed or override.
_TURNING = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_EMBEDS = {"RLE": (1, ""), "LRE": (0, ""), "RLO": (1, "R"), "LRO": (0, "L")}
_ISOLATES = ("LRI", "RLI", "FSI")
_NEUTRAL = {"B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"}
_GONE = {"RLE", "LRE", "RLO", "LRO", "PDF", "BN"}
_OPEN, _CLOSED = (
    "([{༺༼᚛⁅⁽₍⌈⌊〈⟦⟨⟪⟬⟮〈《「『【〔〖〘〚（［｛｟｢",
    ")]}༻༽᚜⁆⁾₎⌉⌋〉⟧⟩⟫⟭⟯〉》」』】〕〗〙〛）］｝｠｣",
)
_MIRRORED = str.maketrans(_OPEN + _CLOSED + "<>«»‹›≤≥", _CLOSED + _OPEN + "><»«›‹≥≤")


def turns(text: str) -> bool:
    """Whether any of the text may run to the left."""
    return not text.isascii() and _TURNING.search(text) is not None


def as_seen(text: str) -> str:
    """What brackets and their like look like where the text runs to the left."""
    return text.translate(_MIRRORED)


def first_level(text: str) -> int:
    """1 where the first strong letter runs to the left, else 0; what is isolated does not count."""
    return _first_strong([unicodedata.bidirectional(letter) for letter in text], 0)


def in_order(pieces: Sequence[T], levels: Sequence[int]) -> list[T]:
    """The pieces of a line, as they are read, in the order in which they are seen from left to right."""
    shown = list(range(len(pieces)))
    odd = [level for level in levels if level % 2]
    for level in range(max(levels, default=0), min(odd, default=1) - 1, -1):
        start = 0
        while start < len(shown):
            end = start
            while end < len(shown) and levels[shown[end]] >= level:
                end += 1
            shown[start:end] = shown[start:end][::-1]
            start = end + 1
    return [pieces[at] for at in shown]


@lru_cache(maxsize=2000)
def levels_of(text: str) -> tuple[int, ...]:
    """The level of each character of a paragraph."""
    sorts = [unicodedata.bidirectional(letter) or "L" for letter in text]
    base = _first_strong(sorts, 0)
    levels, given = _embedded(sorts, base)
    for sequence in _sequences(sorts, levels, base):
        _resolve_weak(given, sequence)
        _resolve_brackets(text, given, sequence)
        _resolve_neutral(given, sequence)
    for at, sort in enumerate(given):
        if sorts[at] not in _GONE:
            levels[at] += _raised(levels[at], sort)
    _reset_spaces(sorts, levels, base)
    return tuple(levels)


def _raised(level: int, sort: str) -> int:
    if level % 2:
        return 0 if sort == "R" else 1
    return {"R": 1, "AN": 2, "EN": 2}.get(sort, 0)


def _first_strong(sorts: Sequence[str], start: int) -> int:
    depth = 0
    for sort in sorts[start:]:
        if sort in _ISOLATES:
            depth += 1
        elif sort == "PDI":
            if depth == 0 and start:
                return 0
            depth = max(0, depth - 1)
        elif depth == 0 and sort in ("L", "R", "AL"):
            return int(sort != "L")
    return 0


@dataclass(frozen=True, slots=True)
class _Entered:
    level: int
    override: str = ""
    isolate: bool = False


def _embedded(sorts: list[str], base: int) -> tuple[list[int], list[str]]:
    """Rules X1 to X8: the levels that the text asks for, and the sorts after overrides."""
    stack = [_Entered(base)]
    levels, given = [base] * len(sorts), list(sorts)
    lost_isolates = lost_embeddings = 0
    for at, sort in enumerate(sorts):
        levels[at] = stack[-1].level
        if sort in _ISOLATES:
            given[at] = stack[-1].override or sort
            odd = _first_strong(sorts, at + 1) if sort == "FSI" else int(sort == "RLI")
            level = _next(stack[-1].level, odd)
            if level <= DEEPEST and not lost_isolates and not lost_embeddings:
                stack.append(_Entered(level, isolate=True))
            else:
                lost_isolates += 1
        elif sort in _EMBEDS:
            odd, override = _EMBEDS[sort]
            level = _next(stack[-1].level, odd)
            if level <= DEEPEST and not lost_isolates and not lost_embeddings:
                stack.append(_Entered(level, override))
            elif not lost_isolates:
                lost_embeddings += 1
        elif sort == "PDI":
            if lost_isolates:
                lost_isolates -= 1
            elif any(entered.isolate for entered in stack):
                lost_embeddings = 0
                while not stack[-1].isolate:
                    stack.pop()
                stack.pop()
            levels[at] = stack[-1].level
            given[at] = stack[-1].override or sort
        elif sort == "PDF":
            if not lost_isolates and lost_embeddings:
                lost_embeddings -= 1
            elif not lost_isolates and not stack[-1].isolate and len(stack) > 1:
                stack.pop()
        elif sort != "BN" and stack[-1].override:
            given[at] = stack[-1].override
    return levels, given


def _next(level: int, odd: int) -> int:
    return level + 1 if (level + 1) % 2 == odd else level + 2


@dataclass(slots=True)
class _Sequence:
    """Places of one level that belong together, and what they lie between."""

    places: list[int]
    level: int
    before: str
    after: str

    @property
    def direction(self) -> str:
        return _direction(self.level)


def _direction(level: int) -> str:
    return "R" if level % 2 else "L"


def _sequences(sorts: list[str], levels: list[int], base: int) -> Iterable[_Sequence]:
    """Rules X9 and X10: runs of one level, each joined to the one that goes on after its isolate."""
    places = [at for at, sort in enumerate(sorts) if sort not in _GONE]
    runs: list[list[int]] = []
    for at in places:
        if runs and levels[runs[-1][-1]] == levels[at]:
            runs[-1].append(at)
        else:
            runs.append([at])
    rank = {at: number for number, at in enumerate(places)}
    waiting: list[list[int]] = []
    joined: list[list[int]] = []
    for run in runs:
        goes_on = sorts[run[0]] == "PDI" and waiting and levels[waiting[-1][-1]] == levels[run[0]]
        whole = waiting.pop() if goes_on else []
        if not goes_on:
            joined.append(whole)
        whole.extend(run)
        if sorts[run[-1]] in _ISOLATES:
            waiting.append(whole)
    for whole in joined:
        level = levels[whole[0]]
        first, last = rank[whole[0]], rank[whole[-1]]
        before = levels[places[first - 1]] if first else base
        ends = last + 1 == len(places) or sorts[whole[-1]] in _ISOLATES
        after = base if ends else levels[places[last + 1]]
        yield _Sequence(whole, level, _direction(max(level, before)), _direction(max(level, after)))


def _resolve_weak(sorts: list[str], sequence: _Sequence) -> None:
    """Rules W1 to W7."""
    last, strong = sequence.before, sequence.before
    for at in sequence.places:
        if sorts[at] == "NSM":
            sorts[at] = "ON" if last in (*_ISOLATES, "PDI") else last
        last = sorts[at]
        if last in ("L", "R", "AL"):
            strong = last
        elif last == "EN" and strong == "AL":
            sorts[at] = "AN"
    places = sequence.places
    for at in places:
        if sorts[at] == "AL":
            sorts[at] = "R"
    for before, at, after in zip(places, places[1:], places[2:], strict=False):
        same = sorts[before] == sorts[after]
        if same and ((sorts[at] == "ES" and sorts[before] == "EN") or sorts[at] == "CS"):
            sorts[at] = sorts[before] if sorts[before] in ("EN", "AN") else sorts[at]
    _spread_terminators(sorts, places)
    strong = sequence.before
    for at in places:
        if sorts[at] in ("ES", "ET", "CS"):
            sorts[at] = "ON"
        elif sorts[at] in ("L", "R"):
            strong = sorts[at]
        elif sorts[at] == "EN" and strong == "L":
            sorts[at] = "L"


def _spread_terminators(sorts: list[str], places: list[int]) -> None:
    for order in (places, places[::-1]):
        near = False
        for at in order:
            near = sorts[at] == "EN" or (near and sorts[at] == "ET")
            if near:
                sorts[at] = "EN"


@cache
def _brackets() -> dict[str, tuple[int, bool]]:
    pairs = {letter: (number, True) for number, letter in enumerate(_OPEN)}
    pairs |= {letter: (number, False) for number, letter in enumerate(_CLOSED)}
    # 〈 〉 exist twice, and mean the same.
    pairs["\u2329"], pairs["\u232a"] = pairs["\u3008"], pairs["\u3009"]
    return pairs


def _strong(sort: str) -> str:
    return "R" if sort in ("EN", "AN", "R") else "L" if sort == "L" else ""


def _pairs(text: str, sorts: list[str], places: list[int]) -> list[tuple[int, int]]:
    known, found = _brackets(), []
    waiting: list[tuple[int, int]] = []
    for order, at in enumerate(places):
        if sorts[at] != "ON" or text[at] not in known:
            continue
        number, opens = known[text[at]]
        if opens:
            if len(waiting) == 63:
                break
            waiting.append((number, order))
            continue
        for depth in range(len(waiting) - 1, -1, -1):
            if waiting[depth][0] == number:
                found.append((waiting[depth][1], order))
                del waiting[depth:]
                break
    return sorted(found)


def _resolve_brackets(text: str, sorts: list[str], sequence: _Sequence) -> None:
    """Rule N0: both brackets of a pair run the same way."""
    places = sequence.places
    for first, last in _pairs(text, sorts, places):
        inside = {_strong(sorts[at]) for at in places[first + 1 : last]}
        if sequence.direction in inside:
            way = sequence.direction
        elif inside & {"L", "R"}:
            earlier = (_strong(sorts[at]) for at in reversed(places[:first]))
            before = next((sort for sort in earlier if sort), sequence.before)
            way = before if before != sequence.direction else sequence.direction
        else:
            continue
        for order in (first, last):
            sorts[places[order]] = way
            for at in places[order + 1 :]:
                if unicodedata.bidirectional(text[at]) != "NSM":
                    break
                sorts[at] = way


def _resolve_neutral(sorts: list[str], sequence: _Sequence) -> None:
    """Rules N1 and N2."""
    places, start = sequence.places, 0
    while start < len(places):
        end = start
        while end < len(places) and sorts[places[end]] in _NEUTRAL:
            end += 1
        if end > start:
            before = _strong(sorts[places[start - 1]]) if start else sequence.before
            after = _strong(sorts[places[end]]) if end < len(places) else sequence.after
            for at in places[start:end]:
                sorts[at] = before if before == after else sequence.direction
        start = end + 1


def _reset_spaces(sorts: list[str], levels: list[int], base: int) -> None:
    """Rule L1, and a level for the marks that are not seen."""
    level = base
    for at, sort in enumerate(sorts):
        if sort in _GONE:
            levels[at] = level
        level = levels[at]
    trailing = True
    for at in range(len(sorts) - 1, -1, -1):
        if sorts[at] in ("S", "B"):
            trailing = True
        elif sorts[at] not in ("WS", *_ISOLATES, "PDI", *_GONE):
            trailing = False
        if trailing:
            levels[at] = base
