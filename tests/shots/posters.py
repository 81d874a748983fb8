"""Posters: every journey, in every language and theme."""

from collections.abc import Iterator

from journeydesk import language, templates
from journeydesk.exporters.catalogue import export
from journeydesk.exporters.exporter import ExportOptions
from journeydesk.model.document import Document
from journeydesk.model.queries import maps
from journeydesk.model.records import THEMES
from journeydesk.picture.theme import theme_of
from tests.shots.studio import FOLDER, JOURNEYS, POSTER_DPI, Studio


def posters() -> Iterator[tuple[str, str, str, str]]:
    """Name, template, language and theme of every poster."""
    for journey in JOURNEYS:
        for code in language.LANGUAGES:
            for theme in THEMES:
                yield f"poster-{journey}-{theme.key}-{code}", journey, code, theme.key


def take_posters(studio: Studio) -> None:
    """Every journey as a poster, in every language and theme."""
    for name, journey, code, theme in posters():
        if studio.wants(name):
            document = Document(templates.make(journey, code))
            drawn = maps(document)[0].id
            path = FOLDER / f"{name}.png"
            export(document, path, map_id=drawn, theme=theme_of(theme), options=ExportOptions(POSTER_DPI))
            print(name, flush=True)
