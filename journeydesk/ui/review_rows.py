"""When a comment was written, as people of the program's language write it."""

from datetime import datetime

from babel.dates import format_datetime

from journeydesk.language import program

LOCALES = {"en": "en_GB"}  # as in British English, like all other texts


def told_time(written: str) -> str:
    """A time in UTC as the clock of this computer showed it; anything else as it stands."""
    try:
        moment = datetime.fromisoformat(written).astimezone()
    except ValueError:
        return written
    text: str = format_datetime(moment, "short", locale=LOCALES.get(program().language, program().language))
    return text
