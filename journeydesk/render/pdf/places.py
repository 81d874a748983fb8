"""Where the links and bookmarks of a document lead."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from journeydesk.picture.marks import Group, Picture
from journeydesk.render.pdf.objects import Raw, page_name, reference, string
from journeydesk.render.sheet import Bookmark, Sheet

WEB = ("https://", "http://", "mailto:")


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a page in points, from its bottom left corner."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def told(self) -> str:
        """Its sides as operands."""
        return f"{self.left:.2f} {self.bottom:.2f} {self.right:.2f} {self.top:.2f}"


class Places:
    """The groups of some sheets that something leads to. A key names one of them, or a whole page."""

    def __init__(self, sheets: Sequence[Sheet] = ()) -> None:
        self._views: dict[str, tuple[int, Area]] = {}
        self._pages: dict[str, list[int]] = {}
        self.groups: list[int] = []  # how many there are on each sheet
        wanted = {mark.place for sheet in sheets for mark in sheet.bookmarks if mark.place}
        named: list[dict[str, None]] = []
        for sheet in sheets:
            names: dict[str, None] = {}
            self.groups.append(_gather(sheet.picture, names, wanted))
            named.append(names)
        for page, names in enumerate(named):
            for name in names:
                if name in wanted:
                    self._pages.setdefault(name, []).append(page)

    def key(self, name: str, page: int) -> str:
        """What a name leads to from a page: that group there, or where it first is; else ""."""
        if not name:
            return f"page {page}"
        found = self._pages.get(name, ())
        return f"{page if page in found else found[0]} {name}" if found else ""

    def is_led_to(self, name: str, page: int) -> bool:
        """Whether something leads to the group of this name on a page."""
        return page in self._pages.get(name, ())

    def see(self, key: str, page: int, area: Area) -> None:
        """Who is led to this key sees this part of a page."""
        self._views.setdefault(key, (page, area))

    def view(self, key: str, doc: Any) -> str:
        """What is to be seen there, as the file tells it."""
        page, area = self._views[key]
        return f"[{reference(doc, page_name(page))} /FitR {area.told}]"

    def link(self, url: str, page: int, area: Area) -> Raw | None:
        """What leads from a part of a page to the web or to another part; None where it leads nowhere."""
        if url.startswith("#"):
            return self._inner(key, area) if (key := self.key(url[1:], page)) else None
        return _outer(url, area) if url.startswith(WEB) else None

    def _inner(self, key: str, area: Area) -> Raw:
        return Raw(lambda doc: _annotation(area, f"/Dest {self.view(key, doc)}"))

    def contents(self, sheets: Sequence[Sheet]) -> Iterator[tuple[str, Callable[[Any], str], int]]:
        """The lines of the table of contents: title, view and level, at most one below the level before."""
        deepest, known = 0, set[str]()
        for page, sheet in enumerate(sheets):
            for mark in sheet.bookmarks or _its_own(sheet, len(sheets)):
                key = self.key(mark.place, page)
                if key and key not in known:
                    known.add(key)
                    level = min(mark.level, deepest)
                    deepest = level + 1
                    yield " ".join(mark.title.split()), partial(self.view, key), level


def _its_own(sheet: Sheet, count: int) -> tuple[Bookmark, ...]:
    """The bookmark of a sheet that has none, where there are other sheets."""
    return (Bookmark(sheet.title),) if count > 1 and sheet.title else ()


def _outer(url: str, area: Area) -> Raw:
    return Raw(lambda doc: _annotation(area, f"/A<</S/URI/URI {string(doc, url)}>>"))


def _annotation(area: Area, leads: str) -> str:
    return f"<</Type/Annot/Subtype/Link/Border[0 0 0]/Rect[{area.told}]{leads}>>"


def _gather(picture: Picture, names: dict[str, None], wanted: set[str]) -> int:
    """Collects the names of groups, and those to which others lead; gives how many groups there are."""
    count = 0
    for mark in picture:
        if isinstance(mark, Group):
            count += 1
            if mark.name:
                names[mark.name] = None
            if mark.url.startswith("#"):
                wanted.add(mark.url[1:])
            count += _gather(mark.marks, names, wanted)
    return count
