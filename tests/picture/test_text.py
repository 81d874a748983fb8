"""Text is measured once and truly: widths add up, lines fit, and nothing is lost between them."""

import math
import re
import time
from itertools import pairwise

import pytest
import regex
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from journeydesk.model.clean import clean_text
from journeydesk.picture.bidi import turns
from journeydesk.picture.faces import FACES, covering_face, graphemes, is_involved
from journeydesk.picture.marks import Run
from journeydesk.picture.text import Block, Type, lay, line_width, measure, shape

BODY = Type(15)
TYPES = st.builds(
    Type, st.sampled_from([12.0, 15.0, 20.0]), st.sampled_from(["regular", "semibold", "bold", "italic"])
)
# Kerned pairs, hyphens, dashes, spaces of every sort, marks that combine, and what only fallbacks have.
PIECES = (
    *("AV", "To", "W.", "Y,", "a", "é", "e\u0301", "l'eau", "office", "word", "1/2", "«", "»", "!", "%", "→"),
    *(" ", "  ", "\t", "\n", "\u00a0", "\u202f", "\u200d", "-", "–", "—", "\u2010", "-To", "A-V"),
    *(
        "漢",
        "字。",
        "「か",
        "😀",
        "👩‍💻",
        "👍🏽",
        "🇫🇷",
        "אב",
        "نص",
        "عميل",
        "(",
        ")",
        "12,5",
        "ग्राहक",
        "ที่",
        "x̂",
    ),
)


def standing(text: str) -> str:
    """The text without marks and joiners that have nothing to stand on but a space."""
    return regex.sub(r"(^|\s)[\p{M}\u200c\u200d]+", r"\1", clean_text(text))


PHRASES = st.lists(st.sampled_from(PIECES), max_size=24).map("".join).map(standing)
TEXTS = st.one_of(PHRASES, st.text(max_size=20).map(standing))
ROOMS = st.sampled_from([1.0, 30.0, 60.0, 88.0, 144.0, 300.0, 1e6])


def text_of(line: tuple[Run, ...]) -> str:
    return "".join(run.text for run in line)


def lines_of(block: Block) -> list[str]:
    return [text_of(line) for line in block.lines]


@given(TEXTS.map(lambda text: text.replace("\n", "")), TYPES)
def test_a_line_shows_all_of_its_text_and_its_widths_add_up(text: str, type_: Type) -> None:
    runs = shape(text, type_)
    assert text_of(runs) == text.replace("\t", " ")
    for run in runs:
        assert run.width >= 0 and len(run.glyphs) == len(run.starts)
        if not run.parts:
            assert len(run.glyphs) == len(run.text)
        assert sorted(part.text for part in run.clusters()) == sorted(
            run.text[a:b]
            for a, b in pairwise([*sorted(set(run.parts or range(len(run.text)))), len(run.text)])
        )
    width = line_width(runs)
    assert width == pytest.approx(sum(run.width for run in runs)) == pytest.approx(measure(text, type_))
    assert measure(text, Type(type_.size * 2, type_.face)) == pytest.approx(2 * measure(text, type_))


@given(PHRASES, PHRASES, TYPES)
def test_words_add_up(one: str, other: str, type_: Type) -> None:
    """Nothing is kerned across a space: lines are put together of words that were measured once."""
    # What runs to the left parts its neighbours' pairs; such lines are measured once more as a whole.
    assume(not turns(one + other))
    # Nor does a mark that has nothing to stand on: it goes with the space.
    assume(graphemes(f" {other}")[0] == " ")
    # Scripts and marks that are shaped by rules of their own are shaped as a whole.
    assume(not is_involved(one + other))
    both = measure(f"{one} {other}", type_)
    assert both == pytest.approx(measure(one + " ", type_) + measure(other, type_))


@settings(max_examples=150, deadline=None)
@given(TEXTS, TYPES, ROOMS)
def test_no_line_is_wider_than_its_room(text: str, type_: Type, room: float) -> None:
    block = lay(text, type_, room)
    for line in block.lines:
        assert line_width(line) <= room + 0.01 or len(graphemes(text_of(line))) == 1
    assert block.width == max(line_width(line) for line in block.lines)
    assert block.height == pytest.approx(len(block.lines) * type_.size * type_.leading)


@settings(max_examples=150, deadline=None)
@given(TEXTS, TYPES, ROOMS)
def test_the_lines_give_the_text_back(text: str, type_: Type, room: float) -> None:
    """But for the spaces at which lines were broken."""
    rest = text.replace("\t", " ")
    for line in lines_of(lay(text, type_, room)):
        assert rest.startswith(line) or rest.lstrip(" ").startswith(line)
        rest = rest[rest.index(line) + len(line) :]
        if rest.startswith("\n"):
            rest = rest[1:]
        elif (gap := re.match(r" *\n?", rest)) is not None and (rest.startswith(" ")):
            rest = rest[gap.end() :]
    assert rest.strip(" ") == ""


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Prix", "50", "à", "«", "5\u00a0%", "«\u202foui\u202f»", "quoi\u202f?", "M.\u00a0Roux"]
        ),
        max_size=12,
    )
)
def test_a_line_never_ends_at_a_no_break_space(words: list[str]) -> None:
    text = " ".join(words)
    for room in (90.0, 120.0, 200.0):
        lines = lines_of(lay(text, BODY, room))
        assert " ".join(line for line in lines if line) == text
        for line in lines:
            assert not line.startswith(("\u00a0", "\u202f", "%", "»", "?"))
            assert not line.endswith(("\u00a0", "\u202f"))


@settings(max_examples=80, deadline=None)
@given(TEXTS, TYPES, ROOMS)
def test_a_line_is_broken_only_where_the_next_word_does_not_fit(text: str, type_: Type, room: float) -> None:
    words = text.replace("\n", " ").split()
    text = " ".join(
        word
        for word in words
        if measure(word, type_) <= room and not re.search("[-–—\u2010\u2e80-\U000fffff]", word)
    )
    lines = lines_of(lay(text, type_, room))
    assert " ".join(lines) == text
    for line, after in pairwise(lines):
        assert measure(line + " " + after.split(" ")[0], type_) > room - 0.5


@given(TEXTS, TYPES, ROOMS)
def test_a_text_laid_in_its_own_width_is_broken_the_same(text: str, type_: Type, room: float) -> None:
    # Where something runs to the left, a line is measured as a whole, and may gain or lose a kerned pair.
    assume(not turns(text))
    text = "\n".join(line.rstrip(" \t") for line in text.split("\n"))
    block = lay(text, type_, room)
    assert lines_of(lay(text, type_, block.width + 0.01)) == lines_of(block) or block.width > room


def test_an_empty_text_has_one_empty_line() -> None:
    block = lay("", BODY, 100)
    assert lines_of(block) == [""] and block.width == 0
    assert block.height == pytest.approx(15 * 1.3)
    assert block.placed(0, 0, "#000000") == ()


@pytest.mark.parametrize(
    ("text", "count"), [("a\nb", 2), ("\n", 2), ("a\n\nb\n", 4), ("   ", 1), (" \n ", 2)]
)
def test_every_break_makes_a_line(text: str, count: int) -> None:
    block = lay(text, BODY, 100)
    assert len(block.lines) == count


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("self-service desk", ["self-", "service", "desk"]),
        ("at a drive-in", ["at a", "drive-in"]),
        ("   self-service", ["   self-", "service"]),
        ("2020–2024", ["2020–", "2024"]),
        ("a - b", ["a - b"]),
        ("one two", ["one two"]),
        ("- one two three", ["- one two", "three"]),
        ("https://example.org/some/where", ["https://e", "xample.or", "g/some/", "where"]),
    ],
)  # fmt: skip
def test_lines_end_after_spaces_and_hyphens(text: str, lines: list[str]) -> None:
    found = lines_of(lay(text, BODY, 70))
    assert found == lines or (text.startswith("https") and "".join(found) == text)


def test_what_no_line_holds_is_cut() -> None:
    lines = lines_of(lay("x" * 100 + " end", BODY, 100))
    assert "".join(lines[:-1]) + lines[-1].replace(" ", "") == "x" * 100 + "end"
    assert len({len(line) for line in lines[:-1]}) == 1
    assert lines_of(lay("abc", BODY, 0.5)) == ["a", "b", "c"]
    assert lines_of(lay("abc", BODY, -40)) == ["a", "b", "c"]


@pytest.mark.parametrize(
    "word", ["x" * 100_000, "é" * 100_000, "漢字" * 50_000, "a-" * 50_000, "a " * 50_000, "\n" * 100_000]
)
def test_a_very_long_text_is_laid_in_a_time_that_grows_with_it(word: str) -> None:
    start = time.process_time()
    block = lay(word, BODY, 200)
    assert time.process_time() - start < 8
    assert "".join(lines_of(block)).replace(" ", "") == word.replace(" ", "").replace("\n", "")
    assert all(line_width(line) <= 200.01 for line in block.lines)


# Typefaces


@pytest.mark.parametrize(
    ("character", "face"),
    [
        ("a", "bold"),
        ("é", "bold"),
        ("→", "bold"),
        ("\u202f", "bold"),
        ("ж", "bold"),
        ("א", "hebrew"),
        ("ع", "arabic"),
        ("漢", "cjk"),
        ("고", "cjk"),
        ("😀", "emoji"),
        ("☕", "emoji"),
        ("★", "bold"),
        ("𓀀", "bold"),
    ],
)
def test_a_character_comes_from_the_first_typeface_that_has_it(character: str, face: str) -> None:
    assert covering_face(character, "bold") == face


def test_a_line_changes_its_typeface_where_it_must_and_nowhere_else() -> None:
    runs = shape("ab漢→ 字c", BODY)
    assert [run.face for run in runs] == ["regular", "cjk", "regular", "cjk", "regular"]
    assert [run.text for run in runs] == ["ab", "漢", "→ ", "字", "c"]


def test_glyphs_match_characters_without_ligatures() -> None:
    for word in ("office", "fflfi", "AVATAR", "->=="):
        (run,) = shape(word, BODY)
        assert len(run.glyphs) == len(word)
        for letter, glyph in zip(word, run.glyphs, strict=True):
            assert shape(letter, BODY)[0].glyphs == (glyph,)


@pytest.mark.parametrize("face", FACES)
def test_kerning_draws_letters_together(face: str) -> None:
    type_ = Type(15, face)
    assert measure("AV", type_) <= measure("A", type_) + measure("V", type_)
    assert measure("AV", BODY) < measure("A", BODY) + measure("V", BODY)


# Scripts


@settings(max_examples=150, deadline=None)
@given(TEXTS, TYPES, ROOMS)
def test_no_line_ends_within_what_people_take_for_one_character(text: str, type_: Type, room: float) -> None:
    # A mark with nothing to stand on may come with the space before it, or after the break there.
    whole = [part.strip(" \n") for part in graphemes(text.replace("\t", " "))]
    shown = [part.strip(" ") for line in lines_of(lay(text, type_, room)) for part in graphemes(line)]
    assert [part for part in shown if part] == [part for part in whole if part]


LOOSE = st.sampled_from(
    ["\u0301", "\u20e3", "\ufe0f", "\u200d", "\u200c", "\u0651", "\u093f", "\u0e34", "\u05b8"]
)
UNSUPPORTED = st.lists(st.one_of(LOOSE, st.sampled_from([" ", "\n", "a", "字", "ب", "👩"])), max_size=12).map(
    "".join
)


@settings(max_examples=200, deadline=None)
@given(UNSUPPORTED, TYPES, ROOMS)
def test_marks_and_joiners_that_stand_on_nothing_are_kept(text: str, type_: Type, room: float) -> None:
    whole = clean_text(text)
    block = lay(whole, type_, room)
    assert [letter for line in lines_of(block) for letter in line if not letter.isspace()] == [
        letter for letter in whole if not letter.isspace()
    ]
    assert all(math.isfinite(line_width(line)) for line in block.lines)
    assert len(block.placed(0, 0, "#000000", width=room)) >= len([line for line in block.lines if line])


@pytest.mark.parametrize("text", ["👩‍💻", "👍🏽", "🇫🇷", "1️⃣", "❤️", "क्षि", "x̂", "שָׁ", "𝕏"])
def test_what_belongs_together_is_one_cluster_of_one_typeface(text: str) -> None:
    (run,) = shape(text, BODY)
    assert [part.text for part in run.clusters()] == [text]
    assert 0 not in run.glyphs
    assert lines_of(lay(text, BODY, 0.5)) == [text]


def test_letters_that_join_change_their_shape() -> None:
    alone = {letter: shape(letter, BODY)[0].glyphs for letter in "عميل"}
    (run,) = shape("عميل", BODY)
    assert run.left and "".join(part.text for part in run.clusters()) == "ليمع"
    together = {part.text: tuple(glyph for glyph, _, _ in part.glyphs) for part in run.clusters()}
    assert all(together[letter] != alone[letter] for letter in "عمي")


def seen(text: str) -> str:
    """The letters of a line from left to right."""
    runs = sorted(shape(text, BODY), key=lambda run: min(run.starts))
    return "".join(part.text for run in runs for part in run.clusters())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("abc אבג def", "abc גבא def"),
        ("אבג def", "def גבא"),
        ("אבג 12 דה", "הד 12 גבא"),
        ("אבג (def) דה", "הד )def( גבא"),
        ("Prix : 12 אבג!", "Prix : 12 גבא!"),
        ("עולם!", "!םלוע"),
    ],
)
def test_what_runs_to_the_left_lies_so(text: str, shown: str) -> None:
    assert seen(text) == shown


def test_a_paragraph_to_the_left_begins_at_the_right_on_each_of_its_lines() -> None:
    block = lay("left\nאבג דהו זחט יכל מנס", BODY, 70)
    assert lines_of(block)[0] == "left" and len(block.lines) > 2
    assert block.turned == frozenset(range(1, len(block.lines)))
    marks = block.placed(10, 0, "#000000", width=200)
    assert marks[0].x == 10
    assert all(mark.x + mark.width == pytest.approx(210) for mark in marks[1:])


def test_a_line_follows_the_direction_of_its_paragraph() -> None:
    """Also where the line alone would be read the other way."""
    block = lay("אבגדהוזחט first, second", BODY, 100)
    last = block.lines[-1]
    assert text_of(last).endswith("first, second") or len(block.lines) > 2
    assert all(number in block.turned for number in range(len(block.lines)))


def test_ideographs_are_parted_but_not_from_their_punctuation() -> None:
    text = "客户在网上、「测试」了产品。然后等待回答！"
    for room in (31.0, 46.0, 61.0, 91.0):
        lines = lines_of(lay(text, BODY, room))
        assert "".join(lines) == text and len(lines) > 2
        assert not any(line.startswith(tuple("、」。！")) for line in lines)
        assert not any(line.endswith("「") for line in lines)


def test_a_latin_text_takes_the_short_way() -> None:
    assert not is_involved("« L’été » à 5\u202f% — œuvre → ✓ ★ ž ω ж 漢字 😀")
    assert is_involved("x̂") and is_involved("אב") and is_involved("👍🏽")


# Places


def test_lines_stand_where_they_are_placed() -> None:
    block = lay("one\n\nlonger line", BODY, 200)
    left = block.placed(10, 20, "#123456")
    assert [mark.text for mark in left] == ["one", "longer line"]
    assert [mark.x for mark in left] == [10, 10]
    assert left[1].y - left[0].y == pytest.approx(2 * 15 * 1.3)
    assert 20 < left[0].y < 20 + 15 * 1.3
    assert left[1].y < 20 + block.height
    right = block.placed(10, 20, "#123456", align=1.0, width=200)
    assert all(mark.x + mark.width == pytest.approx(210) for mark in right)
    middle = block.placed(10, 20, "#123456", align=0.5)
    assert all(mark.x + mark.width / 2 == pytest.approx(10 + block.width / 2) for mark in middle)
