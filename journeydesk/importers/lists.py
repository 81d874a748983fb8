"""Indented text as branches: tabs or spaces, bullets, numbers, Markdown's headings and task lists."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from journeydesk.kinds.branch import Branch
from journeydesk.language import Problem, message
from journeydesk.model.clean import clean_url
from journeydesk.model.records import Node, new_id
from journeydesk.operations.excerpt import Excerpt

MOST = 5_000  # lines
DEEPEST = 100
TAB = 4  # columns
DONE = "✓ "
PLAIN, HEADING, NUMBER, TASK = "", "#", "1", "[]"

_BULLET = re.compile(r"([-*+•‣◦▪●○■□·–—§]|o(?=\t)|\d{1,3}[.)])(?:\s+|$)")
_TASK = re.compile(r"\[([ xX])\]\s+")
_HEADING = re.compile(r"(#{1,6})\s+(.*?)[\s#]*$")
_LINK = re.compile(r"!?\[([^\]]*)\]\((\S+?)(?:\s+\"[^\"]*\")?\)")
_RULE = re.compile(r"\s*[-*_=]{3,}\s*")
_STRONG = re.compile(r"(\*\*|__|``?)(?=\S)(.+?)(?<=\S)\1")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a list: how far it is indented, by what it is marked, what it says and where it leads."""

    indent: float
    mark: str
    text: str
    url: str = ""


def lines_of(text: str) -> list[Line]:
    """The lines of a text that say something. Raises Problem where there are too many."""
    found = []
    for raw in text.splitlines():
        if raw.strip() and not _RULE.fullmatch(raw):
            found.append(_line(raw))
            if len(found) > MOST:
                raise Problem(
                    message("The text has too many lines: at most {n} can be pasted at once.", n=MOST)
                )
    return found


def _line(raw: str) -> Line:
    words = raw.strip()
    indent = _width(raw[: len(raw) - len(raw.lstrip())])
    if indent == 0 and (heading := _HEADING.match(words)) and heading.group(2):
        return _linked(len(heading.group(1)) - 10.0, HEADING, heading.group(2))
    mark = PLAIN
    if (bullet := _BULLET.match(words)) and words[bullet.end() :]:
        mark = NUMBER if bullet.group(1)[0].isdigit() else bullet.group(1)
        words = words[bullet.end() :]
    if task := _TASK.match(words):
        mark, words = mark or TASK, (DONE if task.group(1) in "xX" else "") + words[task.end() :]
    return _linked(indent, mark, words)


def has_bullet_and_tab(raw: str) -> bool:
    """Whether a tab parts a line's bullet from its words, as text processors write lists."""
    bullet = _BULLET.match(raw.strip())
    return bullet is not None and bullet.group().endswith("\t")


def _width(space: str) -> float:
    width = 0
    for letter in space:
        width += TAB - width % TAB if letter == "\t" else 1
    return float(width)


def _linked(indent: float, mark: str, words: str) -> Line:
    """The line with Markdown's links and emphasis read; one that is a link and nothing else gets a name."""
    bare = words.strip("<>") if words.startswith("<") else words
    if " " not in bare and (url := clean_url(bare)) and not url.startswith("#"):
        return Line(indent, mark, name_of_link(url), url)
    urls = [url for link in _LINK.finditer(words) if (url := clean_url(link.group(2)))]
    words = _LINK.sub(r"\1", words) if urls else words
    return Line(indent, mark, _STRONG.sub(r"\2", words).strip(), urls[0] if urls else "")


def name_of_link(url: str) -> str:
    """A link as people read it, without what every link has."""
    parts = urlsplit(url)
    if parts.scheme == "mailto":
        return parts.path
    return f"{parts.netloc.removeprefix('www.')}{parts.path.rstrip('/')}"


def branches(lines: Iterable[Line], topic: str = "idea") -> Excerpt:
    """The branches that a list describes.

    A line hangs on the last one that is indented less. At the same indent, lines with another bullet hang on
    the line above, as "- this" does under "That:".
    """
    made: list[Node] = []
    way: list[tuple[Line, str]] = []  # the lines on which the next one may hang, and their ids
    counts: dict[str, int] = {}
    for line in lines:
        del way[_place(way, line) :]
        above = way[min(len(way), DEEPEST) - 1][1] if way else ""
        counts[above] = counts.get(above, 0) + 1
        node = Branch(
            id=new_id(),
            parent_id=above,
            order=float(counts[above]),
            title=line.text,
            url=line.url,
            topic=topic,
        )
        made.append(node)
        way.append((line, node.id))
    return Excerpt(tuple(made), tuple(node.id for node in made if not node.parent_id))


def _place(way: Sequence[tuple[Line, str]], line: Line) -> int:
    """How many of the lines above keep their place over a line."""
    kept = len(way)
    while kept and way[kept - 1][0].indent > line.indent:
        kept -= 1
    first = kept
    while first and way[first - 1][0].indent == line.indent:
        first -= 1
    same = [place for place in range(first, kept) if way[place][0].mark == line.mark]
    if same:
        return same[0]
    return first if line.mark == PLAIN else kept
