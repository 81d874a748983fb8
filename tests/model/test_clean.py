"""What comes in is clean: every text, number, link, date and colour, in every class of record."""

import math
import unicodedata
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeydesk.kinds.catalogue import RECORDS
from journeydesk.kinds.note import Note
from journeydesk.kinds.stage import Stage
from journeydesk.model.clean import (
    BAD,
    LINE_LIMIT,
    TEXT_LIMIT,
    clean_colour,
    clean_date,
    clean_key,
    clean_number,
    clean_record,
    clean_text,
    clean_url,
    defaults,
)
from journeydesk.model.fields import Editor, Field, described
from journeydesk.model.plain import from_plain, to_plain
from journeydesk.model.records import FARTHEST, Evidence, Persona, Record, Transition

ANY_CHARACTER = st.characters(exclude_categories=())
ANY_TEXT = st.one_of(
    st.text(ANY_CHARACTER, max_size=30),
    st.text(
        st.sampled_from("ab \t\n\r\x0b\x85\u2028\u0301\u1100\u1161\ud800\ufdd0\U0001ffff\u202e\x00"),
        max_size=12,
    ),
)


def is_carried_by_every_format(text: str) -> bool:
    """Whether XML 1.0, JSON, UTF-8 and SQLite all keep this text."""
    return all(
        character in "\t\n"
        or (
            unicodedata.category(character) not in ("Cc", "Cs")
            and not 0xFDD0 <= ord(character) <= 0xFDEF
            and ord(character) & 0xFFFE != 0xFFFE
        )
        for character in text
    )


# Text


@given(ANY_TEXT)
def test_any_text_becomes_one_that_every_format_carries(text: str) -> None:
    for lines in (True, False):
        clean = clean_text(text, lines=lines)
        assert is_carried_by_every_format(clean)
        assert unicodedata.is_normalized("NFC", clean)
        assert (clean.encode() and True) or not clean
        assert clean_text(clean, lines=lines) == clean
        assert lines or not {"\n", "\t"} & set(clean)


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("a\r\nb\rc\u2028d\u2029e\x85f", "a\nb\nc\nd\ne\nf"),
        ("a\x00b\x08c\x1bd\x7fe\x9ff", f"a{BAD}b{BAD}c{BAD}d{BAD}e{BAD}f"),
        ("\ud83d\ude00 \udfff", f"{BAD}{BAD} {BAD}"),
        ("\ufdd0\ufffe\uffff\U0010ffff", BAD * 4),
        ("e\u0301", "é"),
        ("\u212b", "Å"),
        ("tab\there", "tab\there"),
        ("5\u00a0%\u202f»", "5\u00a0%\u202f»"),
        ("\u202egpj.exe", "\u202egpj.exe"),
        ("😀 漢字", "😀 漢字"),
        (None, ""),
        (12, "12"),
    ],
)
def test_texts_are_cleaned_character_by_character(dirty: object, clean: str) -> None:
    assert clean_text(dirty) == clean


def test_a_line_has_no_breaks() -> None:
    assert clean_text("a\nb\tc\r\nd", lines=False) == "a b c d"


@pytest.mark.parametrize("letter", ["a", "é"])
def test_texts_end_at_their_limit(letter: str) -> None:
    text = letter * (TEXT_LIMIT + 5)
    assert len(clean_text(text)) == TEXT_LIMIT
    assert len(clean_text(text, lines=False)) == LINE_LIMIT
    assert len(clean_text(text, limit=7)) == 7
    assert len(clean_key(text)) == 200


# Numbers


@given(st.one_of(st.floats(), st.integers(), st.sampled_from([10**400, -(10**400), 2**63, -0.0, 5e-324])))
def test_a_number_is_finite_and_in_reach_or_refused(value: float) -> None:
    if not abs(value) <= FARTHEST:
        with pytest.raises(ValueError, match="usable"):
            clean_number(value)
        return
    clean = clean_number(value)
    assert type(clean) is float
    assert clean == value
    assert math.copysign(1, clean) > 0 or clean < 0


@given(st.floats(-1e6, 1e6), st.floats(-100, 100), st.floats(0, 100))
def test_a_number_is_drawn_into_its_range(value: float, low: float, width: float) -> None:
    clean = clean_number(value, minimum=low, maximum=low + width)
    assert low <= clean <= low + width
    assert clean == value or not low <= value <= low + width


@pytest.mark.parametrize(
    "value", [True, False, "1", None, math.nan, math.inf, -math.inf, 1e308, 1e8, 1 + 2j, [1]]
)
def test_what_is_no_number_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="number"):
        clean_number(value)


def test_a_larger_range_reaches_farther() -> None:
    assert clean_number(1e9, minimum=0, maximum=1e9) == 1e9
    with pytest.raises(ValueError, match="usable"):
        clean_number(1.1e9, minimum=0, maximum=1e9)


# Links


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org",
        "https://example.org/a?b=c&d=%20#e",
        "HTTPS://EXAMPLE.ORG/É",
        "https://user@example.org:8080/",
        "https://[::1]/",
        "https://münchen.example/",
        "mailto:ann@example.org?subject=Hi",
        "#n12",
    ],
)
def test_safe_links_stay_as_they_are(url: str) -> None:
    assert clean_url(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "java\r\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "java\x00script:alert(1)",
        "javascript&#58;alert(1)",
        "javascript\uff1aalert(1)",
        "jаvascript:alert(1)",
        "javascript://%0aalert(1)",
        "javascript:https://example.org",
        "\u2028javascript:alert(1)",
        "\u00a0javascript:alert(1)",
        "vbscript:x",
        "data:text/html,<script>",
        "data:text/html;base64,PHNjcmlwdD4=",
        "DATA:image/svg+xml,<svg>",
        "file:///etc/passwd",
        "file://server/share",
        "FILE:C:/x",
        "\\\\server\\share",
        "//example.org/x",
        "/etc/passwd",
        "C:\\x.exe",
        "ftp://example.org/",
        "smb://server/share",
        "ldap://example.org",
        "jar:http://example.org!/",
        "blob:https://x/y",
        "about:blank",
        "chrome://settings",
        "ms-msdt:/id",
        "ms-word:ofe|u|http://example.org",
        "search-ms:query=x",
        "vscode://file/x",
        "view-source:https://example.org",
        "tel:+331",
        "ssh://host",
        "steam://run/1",
        "intent://x#Intent",
        "http:",
        "http://",
        "https:///path",
        "http:/example.org",
        "http://[::1",
        "https:example.org",
        "://example.org",
        "mailto:",
        "mailto:nobody",
        "",
        "example.org",
        "nonsense",
        "ht tp://",
        "\ud800",
    ],
)
def test_other_links_are_dropped(url: str) -> None:
    assert clean_url(url) == ""


@given(
    st.one_of(ANY_TEXT, ANY_TEXT.map(lambda text: "https://example.org/" + text), ANY_TEXT.map("#".__add__))
)
def test_a_clean_link_is_safe_and_stays(url: str) -> None:
    clean = clean_url(url)
    assert clean_url(clean) == clean
    assert clean == "" or clean.lower().startswith(("http://", "https://", "mailto:", "#"))
    assert not any(character.isspace() for character in clean)


def test_a_long_link_is_kept() -> None:
    url = "https://example.org/" + "a" * 1500
    assert clean_url(url) == url


# Dates, colours, keys


@given(st.dates())
def test_every_date_is_kept(day: date) -> None:
    assert clean_date(day.isoformat()) == day.isoformat()
    assert clean_date(day) == day.isoformat()


@pytest.mark.parametrize(
    "text", ["", None, "yesterday", "2026-02-30", "2026-13-01", "22/11/2026", "0000-00-00", "٢٠٢٦-١١-٢٢"]
)
def test_what_is_no_date_is_dropped(text: object) -> None:
    assert clean_date(text) == ""


def test_the_time_of_day_is_dropped() -> None:
    assert clean_date("2026-11-22T10:00:00+01:00") == "2026-11-22"


@given(st.one_of(ANY_TEXT, st.from_regex(r"#[0-9a-fA-F]{5,7}")))
def test_a_colour_has_six_digits_or_is_none(text: str) -> None:
    clean = clean_colour(text)
    assert clean == "" or (len(clean) == 7 and clean == text.lower() and int(clean[1:], 16) >= 0)


@pytest.mark.parametrize(
    "text", ["red", "#fff", "#12345g", "#1234567", "#12345６", "url(#a)", None, "#123456\n"]
)
def test_what_is_no_colour_is_dropped(text: object) -> None:
    assert clean_colour(text) == ""


# Records

HOSTILE_TEXTS = st.one_of(
    ANY_TEXT,
    st.sampled_from(["x" * 600, "é" * 2100, "javascript:alert(1)", "https://example.org", "#AABBCC"]),
)
HOSTILE_NUMBERS = st.one_of(
    st.floats(), st.integers(), st.sampled_from([1e308, -0.0, 10**400, 2**63, True, math.nan, math.inf])
)
HOSTILE = st.one_of(
    st.none(),
    st.booleans(),
    HOSTILE_TEXTS,
    HOSTILE_NUMBERS,
    st.binary(max_size=8).map(bytearray),
    st.lists(st.one_of(HOSTILE_TEXTS, HOSTILE_NUMBERS), max_size=3),
    st.lists(
        st.one_of(
            st.tuples(HOSTILE_NUMBERS, HOSTILE_NUMBERS),
            st.tuples(HOSTILE_TEXTS, HOSTILE_TEXTS),
            st.tuples(HOSTILE_TEXTS, HOSTILE_NUMBERS),
        ),
        max_size=3,
    ).map(tuple),
)


@st.composite
def hostile_records(draw: st.DrawFn) -> Record:
    """A record of any class in which any field may hold anything."""
    record_class = draw(st.sampled_from(list(RECORDS.values())))
    names = [told.name for told in described(record_class) if told.name != "id"]
    chosen = draw(st.lists(st.sampled_from(names), max_size=8, unique=True))
    return record_class(
        id=draw(st.one_of(st.just("r"), ANY_TEXT)), **{name: draw(HOSTILE) for name in chosen}
    )


def assert_is_clean(value: object, told: Field, empty: object) -> None:
    if isinstance(empty, tuple):
        assert type(value) is tuple
        for row in value:
            for part in row if isinstance(row, tuple) else (row,):
                assert_is_plain(part)
        return
    assert_is_plain(value)
    if isinstance(value, float | int) and not isinstance(value, bool):
        assert told.minimum is None or value >= told.minimum
        assert told.maximum is None or value <= told.maximum
        assert type(value) is (int if told.whole else float)
    elif value is not None:
        assert type(value) is type(empty)
    if isinstance(value, str):
        assert "\n" not in value or told.editor is Editor.TEXT
        assert len(value) <= (told.limit or TEXT_LIMIT)


def assert_is_plain(value: object) -> None:
    if isinstance(value, str):
        assert is_carried_by_every_format(value)
    elif isinstance(value, float):
        assert math.isfinite(value) and abs(value) <= 1e9
        assert str(value) != "-0.0"
    else:
        assert value is None or type(value) in (int, bool, bytes)


@settings(max_examples=120, deadline=None)
@given(hostile_records())
def test_a_record_comes_out_clean(record: Record) -> None:
    clean = clean_record(record)
    for told in described(type(record)):
        assert_is_clean(getattr(clean, told.name), told, getattr(defaults(type(record)), told.name))
    assert repr(clean_record(clean)) == repr(clean)


@settings(max_examples=120, deadline=None)
@given(hostile_records())
def test_a_record_is_made_of_plain_values_and_comes_back(record: Record) -> None:
    clean = clean_record(record)
    plain = to_plain(clean)
    assert from_plain(type(clean), plain) == clean
    dirty = {told.name: getattr(record, told.name) for told in described(type(record))}
    assert from_plain(type(record), {**dirty, "unknown": object()}) == clean


@settings(max_examples=80, deadline=None)
@given(hostile_records(), hostile_records())
def test_what_a_record_shares_with_a_clean_one_is_clean(one: Record, other: Record) -> None:
    before = clean_record(one)
    names = [told.name for told in described(type(before)) if told.name != "id"]
    shared = {name: getattr(other, name) for name in names[::2] if hasattr(other, name)}
    changed = replace(before, **shared)
    assert repr(clean_record(changed, before)) == repr(clean_record(changed))


def test_defaults_take_no_room_in_plain_values() -> None:
    for record_class in RECORDS.values():
        assert to_plain(record_class(id="r")) == {"id": "r"}


@pytest.mark.parametrize(
    ("record", "name", "clean"),
    [
        (Stage(id="s", sentiment=7), "sentiment", 3),
        (Stage(id="s", sentiment=-2.4), "sentiment", -2),
        (Stage(id="s", sentiment=True), "sentiment", None),
        (
            Stage(
                id="s", feelings=[["a", 9], ("a", 1), ("", 2), ("b", None), ("c", -1.6), ("d", True), "ab"]
            ),
            "feelings",
            (("a", 3), ("c", -2)),
        ),
        (Stage(id="s", x=math.nan), "x", 0.0),
        (Stage(id="s", width=-5), "width", 0.0),
        (Stage(id="s", width=math.inf), "width", None),
        (Stage(id="s", folded=1), "folded", True),
        (Stage(id="s", title=None), "title", ""),
        (Note(id="n", title="x" * 3000), "title", "x" * 2000),
        (Transition(id="t", share=250), "share", 100.0),
        (
            Transition(id="t", waypoints=((1, 2), (math.nan, 0), "ab", (3,), [4, -0.0])),
            "waypoints",
            ((1.0, 2.0), (4.0, 0.0)),
        ),
        (Evidence(id="e", sample_size=2e9), "sample_size", None),
        (Persona(id="p", roles=("user", " user ", "", "buyer", "user")), "roles", ("user", "buyer")),
        (Persona(id="p", goals=["Sleep\nwell", " ", "Read"]), "goals", ("Sleep well", "Read")),
        (Persona(id="p", more=[("Pet", "cat", "dog"), ["Pet", "cat"], "ab"]), "more", (("Pet", "cat"),)),
        (Persona(id="p", roles="user"), "roles", ()),
    ],
)
def test_fields_take_the_nearest_value_that_they_can_hold(record: Any, name: str, clean: object) -> None:
    assert repr(getattr(clean_record(record), name)) == repr(clean)
