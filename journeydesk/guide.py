"""The guide: pages that tell how to work with the program, written in Markdown in each language.

A page is `resources/guide/LANGUAGE/NAME.md`, its pictures lie in the folder `pictures` beside it. What is
told of the program's own commands is filled in, so that no page can be wrong about them:

    {key:undo}      the keys of an action, as they are at present
    {name:undo}     its name in the menus
    {menu:undo}     the menu and the name
"""

import html
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from journeydesk import resources
from journeydesk.language import N_, Catalogue

PLACE = re.compile(r"\{(key|name|menu):([a-z0-9_-]+)\}")
LINK = re.compile(r'(href=")([a-z]+)\.md(")')
TAGS = re.compile(r"<[^>]+>")
STYLE = """
body { font: 17px/1.55 system-ui, sans-serif; color: #1f2937; max-width: 46rem; margin: 2rem auto; padding: 0 1rem }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem; border-bottom: 1px solid #cbd5e1; padding-bottom: 1rem }
a { color: #1d4ed8 } img { max-width: 100%; border: 1px solid #cbd5e1 } h1 { line-height: 1.2 }
table { border-collapse: collapse; width: 100% } td, th { text-align: left; vertical-align: top; padding: .4rem .8rem .4rem 0;
border-bottom: 1px solid #e2e8f0 } kbd, code { background: #eef2f7; border-radius: 4px; padding: .1em .4em; font: inherit }
pre { background: #eef2f7; padding: 1rem; overflow-x: auto; font-size: .85em } pre code { font-family: monospace; padding: 0 }
@media (prefers-color-scheme: dark) { body { color: #e2e8f0; background: #111827 } a { color: #93c5fd }
kbd, code, pre { background: #1f2937 } td, th, nav { border-color: #374151 } }
"""  # noqa: E501  # a style sheet


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the guide: the name of its file, and its title in the list of contents."""

    name: str
    title: str


PAGES: tuple[Page, ...] = (
    Page("first", N_("First steps")),
    Page("draw", N_("Draw a journey")),
    Page("branches", N_("Branches and the outline")),
    Page("people", N_("Personas and their paths")),
    Page("evidence", N_("Evidence, and where the map is guessing")),
    Page("views", N_("The same journey, seen otherwise")),
    Page("order", N_("Find your way on a large map")),
    Page("room", N_("In the room")),
    Page("paper", N_("Posters, pictures, slides")),
    Page("files", N_("Files and safety")),
    Page("keys", N_("The most useful keys")),
)

Tell = Callable[[str, str], str]  # ("key", "name" or "menu", the id of an action) -> what is filled in


def folder(language: str) -> Path:
    """Where the pages of a language lie; those in English where there are none in that language."""
    found = resources.path("guide", language)
    return found if found.is_dir() else resources.path("guide", "en")


def source(name: str, language: str) -> str:
    """The Markdown of a page. Raises OSError where it is missing."""
    return (folder(language) / f"{name}.md").read_text(encoding="utf-8")


def mentioned(text: str) -> Iterator[str]:
    """The ids of the actions that a page tells about."""
    return (action_id for _, action_id in PLACE.findall(text))


def body(name: str, language: str, tell: Tell) -> str:
    """A page as HTML, without a head. Keys are marked as `kbd`."""
    from markdown_it import MarkdownIt

    marked = MarkdownIt("commonmark", {"html": False}).enable("table").render(source(name, language))

    def fill(found: re.Match[str]) -> str:
        told = html.escape(tell(found[1], found[2]))
        return f"<kbd>{told}</kbd>" if found[1] == "key" else f"<b>{told}</b>"

    filled = PLACE.sub(fill, marked)
    return re.sub(r"(?<!<pre>)<code>(.*?)</code>", r"<kbd>\1</kbd>", filled)


def words(name: str, language: str, tell: Tell) -> str:
    """What can be read on a page, without its marks: what a search looks through."""
    return html.unescape(TAGS.sub(" ", body(name, language, tell)))


def write_pages(out: Path, catalogue: Catalogue, tell: Tell) -> list[Path]:
    """Writes the whole guide of a language into a folder, to be read in a browser; gives the pages."""
    language = catalogue.language
    out.mkdir(parents=True, exist_ok=True)
    pictures = folder(language) / "pictures"
    if pictures.is_dir():
        shutil.copytree(pictures, out / "pictures", dirs_exist_ok=True)
    links = "\n".join(
        f'<a href="{page.name}.html">{html.escape(catalogue(page.title))}</a>' for page in PAGES
    )
    written = []
    for page in PAGES:
        text = LINK.sub(r"\1\2.html\3", body(page.name, language, tell)).replace('src="', 'src="pictures/')
        target = out / f"{page.name}.html"
        title = html.escape(catalogue(page.title))
        target.write_text(
            f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta name="viewport" content="width=device-width">\n<title>{title} – JourneyDesk</title>\n'
            f"<style>{STYLE}</style>\n</head>\n<body>\n<nav>\n{links}\n</nav>\n"
            f"{text}</body>\n</html>\n",
            encoding="utf-8",
        )
        written.append(target)
    return written
