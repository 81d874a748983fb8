"""Dates as people write them."""

from datetime import date

from babel.dates import format_date

LOCALES = {"en": "en_GB"}  # dates as in British English, like all other texts


def told_date(written: str, language: str) -> str:
    """An ISO date as people write it in a language; anything else as it stands."""
    try:
        text: str = format_date(date.fromisoformat(written), "long", locale=LOCALES.get(language, language))
    except ValueError:
        return written
    return text
