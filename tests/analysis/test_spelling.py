"""Words are told from what is none, and judged as people write them in their language."""

import pytest

from journeydesk.analysis.spelling import is_known, suggestions, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The custmer, again.", ["The", "custmer", "again"]),
        ("L’idée d'accord", ["L’idée", "d'accord"]),
        ("see https://example.org/pathh or a.b@example.org", ["see", "or"]),
        ("CRM, B2B, Q3 and v2beta", ["and"]),
        ("iPhone McKinsey SaaS d’IBM", []),
        ("rendez-vous « œuvre » a 5", ["rendez-vous", "œuvre"]),
        ("客户 wrongg שלום", ["wrongg"]),
        ("", []),
    ],
)
def test_words_are_found(text: str, found: list[str]) -> None:
    assert [word.text for word in words(text)] == found
    for word in words(text):
        assert text[word.start :].startswith(word.text)


@pytest.mark.parametrize(
    "word",
    ["l’idée", "L'idée", "d'accord", "aujourd’hui", "Œuvre", "qu’il", "jusqu’à", "rendez-vous", "client"],
)
def test_french_words_are_known_with_what_is_elided(word: str) -> None:
    assert is_known(word, "fr")


@pytest.mark.parametrize("word", ["customer", "don’t", "don't", "client’s", "decision-maker", "Journey"])
def test_english_words_are_known(word: str) -> None:
    assert is_known(word, "en")


@pytest.mark.parametrize(("word", "language"), [("l’idéee", "fr"), ("parcour", "fr"), ("custmer", "en")])
def test_what_is_wrong_is_not_known(word: str, language: str) -> None:
    assert not is_known(word, language)


def test_suggestions_keep_the_apostrophe_and_what_stands_before_it() -> None:
    assert "receive" in suggestions("recieve", "en")
    assert "l’idée" in suggestions("l’idéee", "fr")


def test_a_language_without_a_dictionary_has_no_wrong_words() -> None:
    assert is_known("Kundenreise", "de") and suggestions("Kundenreise", "de") == ()
