"""What is told of a source in a row: to eyes, and to ears."""

from datetime import date

from babel.dates import format_date

from journeydesk.kinds.badges import age_text
from journeydesk.language import counted, message, program, say
from journeydesk.model.fields import label_of
from journeydesk.model.freshness import Freshness
from journeydesk.model.records import Evidence
from journeydesk.model.vocabulary import SOURCES

ICONS = {source.key: source.icon for source in SOURCES}


def title_of(source: Evidence) -> str:
    """What a source is called; what it is where it has no title."""
    return " ".join(source.title.split()) or say(label_of(SOURCES, source.source))


def sign_of(source: Evidence) -> str:
    """The name of the icon of a source."""
    return ICONS.get(source.source, "paperclip")


def facts_of(source: Evidence, freshness: Freshness) -> str:
    """What sort of source it is, from when, of how many; and its age where it is out of date."""
    parts = [say(label_of(SOURCES, source.source))]
    if source.date:
        parts.append(_month(source.date))
    if source.sample_size is not None:
        parts.append(say(counted("{n} person or case", "{n} persons or cases", source.sample_size)))
    if freshness.is_stale(source):
        parts.append(say(message("out of date: {age}", age=age_text(freshness.age(source) or 0))))
    return " · ".join(parts)


def _month(written: str) -> str:
    text: str = format_date(date.fromisoformat(written), "MMM y", locale=program().language)
    return text
