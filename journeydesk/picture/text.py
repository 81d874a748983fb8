"""Text: shaped once, measured once, broken into lines once, for every canvas.

Sizes are board units; nobody else measures text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from journeydesk.picture.bidi import first_level, in_order, levels_of, turns
from journeydesk.picture.faces import graphemes, is_involved
from journeydesk.picture.marks import Run, Text
from journeydesk.picture.shaping import line_spans, run_of, span_width

_HYPHENS, _DASHES = ("-", "\u2010"), ("\u2013", "\u2014")
LONG_WORD = 40  # characters; of longer ones only what may fit is measured
# A line may end after a space (never a no-break one) and after a dash between letters; after a hyphen only in
# a word that no line holds: who reads a file takes a hyphen at a line's end for one that is not in the word.
_PIECES = re.compile(
    r"[^ \t\-\u2010\u2013\u2014]*(?:[\-\u2010\u2013\u2014]+(?=\w)|[\-\u2010\u2013\u2014]|[ \t]+|$)"
)
# Between ideographs, kana and emoji too, but not before what closes or lengthens, nor after what opens.
_WIDE = (
    "\u2e80-\u2fdf\u3001-\u30ff\u31c0-\u9fff\uf900-\ufaff\uff01-\uff9f\u231a\u231b\u2b50"
    "\U0001f1e6-\U0001faff\U00020000-\U0003ffff"
)
_CLOSES = (
    "、。，．・：；？！」』）】〕〗〙〟〉》｝］｠々〻ーゝゞヽヾぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"
    "!%),.:;?\\]}»’”…‥、～〜\u00a0\u202f\u2060\u200d\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff"
)
_OPENS = "「『（【〔〖〘〝〈《｛［｟(\\[{«‘“\u00a0\u202f\u2060\u200d"
_BREAKS = re.compile(
    f"(?<=[{_WIDE}])(?<![{_OPENS}])(?![{_CLOSES}])|(?<![{_OPENS} \t])(?=[{_WIDE}])(?![{_CLOSES}])"
)
_HAS_WIDE = re.compile(f"[{_WIDE}]")


@dataclass(frozen=True, slots=True)
class Type:
    """A typeface at a size. `leading` is the distance of baselines as a multiple of the size."""

    size: float
    face: str = "regular"
    leading: float = 1.3


@dataclass(frozen=True, slots=True)
class Block:
    """A text broken into lines, with its size. `turned` tells which lines begin at the right."""

    lines: tuple[tuple[Run, ...], ...]
    type: Type
    width: float
    height: float
    turned: frozenset[int] = frozenset()

    def placed(
        self, x: float, y: float, colour: str, *, align: float = 0.0, width: float | None = None
    ) -> tuple[Text, ...]:
        """The lines with the block's top left at x, y. `align` in `width` is 0 left, 0.5 middle, 1 right;
        what is written to the left lies the other way round."""
        room = self.width if width is None else width
        step = self.type.size * self.type.leading
        first = y + (step - self.type.size * 1.21) / 2 + self.type.size * 0.97
        return tuple(
            Text(
                x + (1 - align if number in self.turned else align) * (room - line_width(line)),
                first + number * step,
                line,
                self.type.size,
                colour,
            )
            for number, line in enumerate(self.lines)
            if line
        )


def shape(text: str, type_: Type, levels: Sequence[int] | None = None) -> tuple[Run, ...]:
    """One line of text as runs, in the order of reading. Tabs count as spaces.

    `levels` are those of its characters where it is a line of a paragraph that runs to the left.
    """
    spans = line_spans(text.replace("\t", " "), type_.face, levels)
    size = type_.size
    runs: list[Run] = []
    pen = 0.0
    if not any(span.level for span in spans):
        for span in spans:
            runs.append(run_of(span, pen, size))
            pen += runs[-1].width
        return tuple(runs)
    placed: dict[int, Run] = {}
    for at in in_order(range(len(spans)), [span.level for span in spans]):
        placed[at] = run_of(spans[at], pen, size)
        pen += placed[at].width
    return tuple(placed[at] for at in range(len(spans)))


def line_width(line: tuple[Run, ...]) -> float:
    """The width of a shaped line."""
    return sum(run.width for run in line)


@lru_cache(maxsize=50_000)
def _word_width(word: str, face: str) -> float:
    """The width of a word, in ems."""
    return sum(span_width(span) for span in line_spans(word, face))


@lru_cache(maxsize=50_000)
def measure(text: str, type_: Type) -> float:
    """The width of a text on one line. No pair is kerned across a space, so plain words add up."""
    text = text.replace("\t", " ")
    if is_involved(text):
        return sum(span_width(span) for span in line_spans(text, type_.face)) * type_.size
    words = text.split(" ")
    width = (len(words) - 1) * _word_width(" ", type_.face)
    return (width + sum(_word_width(word, type_.face) for word in words if word)) * type_.size


def _fitting(piece: str, type_: Type, room: float) -> int:
    """How many characters of a word with what follows it fit; at least one. Only what may fit is measured."""
    word = len(piece.rstrip(" \t"))
    if word <= LONG_WORD and measure(piece[:word], type_) <= room:
        return len(piece)
    high = 16
    while high < word and measure(piece[:high], type_) <= room:
        high *= 2
    if high >= word and measure(piece[:word], type_) <= room:
        return len(piece)
    low, high = 1, min(high, word)
    while low < high - 1:
        middle = (low + high) // 2
        low, high = (middle, high) if measure(piece[:middle], type_) <= room else (low, middle)
    if not is_involved(piece[: low + 16]):
        return low
    ends = list(accumulate(map(len, graphemes(piece[: low + 16]))))
    return next((end for end in reversed(ends) if end <= low), ends[0])


def _breakable(paragraph: str) -> Iterator[str]:
    """What may stand at a line's start, however long: words with what follows them, ideographs alone."""
    if paragraph.isascii() or not (_HAS_WIDE.search(paragraph) or is_involved(paragraph)):
        yield from (match.group() for match in _PIECES.finditer(paragraph) if match.group())
        return
    breaks = {match.end() for match in _PIECES.finditer(paragraph)}
    breaks.update(match.start() for match in _BREAKS.finditer(paragraph))
    start = 0
    for end in accumulate(map(len, graphemes(paragraph))):
        if end in breaks:
            yield paragraph[start:end]
            start = end
    if start < len(paragraph):
        yield paragraph[start:]


def _pieces(paragraph: str, type_: Type, room: float) -> Iterator[str]:
    """What may stand at a line's start, long words cut to fit."""
    for piece in _breakable(paragraph):
        start = 0
        while start < len(piece):
            end = start + _fitting(piece[start:], type_, room)
            yield piece[start:end]
            start = end


def _goes_on(line: str, tail: str, piece: str, type_: Type, room: float) -> bool:
    """Whether the end of a line goes to the next one, with the piece that this line does not hold.

    The `tail` is the line's last word, from the last dash after which it may be broken.
    """
    if not tail.endswith(_HYPHENS) or not line[: -len(tail)].strip():
        return False
    return measure((tail + piece).rstrip(" \t"), type_) <= room


def _lines(paragraph: str, type_: Type, room: float) -> list[str]:
    """Greedy: a line takes pieces as long as they fit; a word with hyphens goes to the next line whole."""
    if measure(paragraph, type_) <= room:
        return [paragraph]
    lines: list[str] = []
    line, word, tail = "", "", ""
    width = 0.0  # of the line without its last word
    for piece in _pieces(paragraph, type_, room):
        if line and width + measure((word + piece).rstrip(" \t"), type_) > room:
            kept = tail if _goes_on(line, tail, piece, type_, room) else ""
            lines.append(line[: len(line) - len(kept)].rstrip(" \t"))
            line, word, tail, width = kept, kept, kept, 0.0
        line += piece
        word += piece
        tail = "" if piece[-1] in _DASHES else tail + piece
        if piece[-1] in " \t" or _HAS_WIDE.match(piece[-1]):
            width += measure(word, type_)
            word = tail = ""
    lines.append(line.rstrip(" \t"))
    return lines


def _turned_lines(paragraph: str, type_: Type, room: float) -> list[tuple[Run, ...]]:
    """The lines of a paragraph that runs to the left somewhere: where they lie changes what is kerned."""
    levels = levels_of(paragraph)
    tried = room
    for _ in range(6):
        found: list[tuple[Run, ...]] = []
        at = 0
        for line in _lines(paragraph, type_, tried):
            at = paragraph.index(line, at)
            found.append(shape(line, type_, levels[at : at + len(line)]))
            at += len(line)
        excess = max(line_width(line) for line in found) - room
        if excess <= 0 or tried <= excess:
            break
        tried -= excess + 0.01
    return found


def _shaped_lines(paragraph: str, type_: Type, room: float) -> list[tuple[Run, ...]]:
    if turns(paragraph):
        return _turned_lines(paragraph, type_, room)
    return [shape(line, type_) for line in _lines(paragraph, type_, room)]


@lru_cache(maxsize=50_000)
def extent(text: str, type_: Type, room: float) -> tuple[float, float]:
    """Width and height of the text broken into lines no wider than `room`: those of `lay`, for less work."""
    if turns(text):
        block = lay(text, type_, room)
        return block.width, block.height
    lines = [line for paragraph in text.split("\n") for line in _lines(paragraph, type_, room)]
    width = max(measure(line.replace("\t", " "), type_) for line in lines)
    return width, len(lines) * type_.size * type_.leading


@lru_cache(maxsize=20_000)
def lay(text: str, type_: Type, room: float) -> Block:
    """The text broken into lines no wider than `room`. An empty text has one empty line."""
    lines: list[tuple[Run, ...]] = []
    turned: list[int] = []
    for paragraph in text.split("\n"):
        found = _shaped_lines(paragraph, type_, room)
        if turns(paragraph) and first_level(paragraph):
            turned.extend(range(len(lines), len(lines) + len(found)))
        lines.extend(found)
    width = max(line_width(line) for line in lines)
    height = len(lines) * type_.size * type_.leading
    return Block(tuple(lines), type_, width, height, frozenset(turned))
