"""A finished page, whatever composed it: what exporters write and printers print."""

from collections.abc import Callable
from dataclasses import dataclass

from journeydesk.picture.marks import Box, Path, Picture
from journeydesk.picture.shapes import rectangle
from journeydesk.render.meanings import Palette


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of a document's table of contents. `place` names a group on the sheet; "" is the sheet."""

    title: str
    place: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A finished page: its size in millimetres, and its marks in millimetres from its top left corner.

    Named groups of its picture can be led to: by its bookmarks, and by groups whose url is "#" and a name.
    Where the paper is larger than what is left of it, `trim` tells where it is cut and `bleed` how far the
    drawing goes on. `palettes` tells which of its colours carry a meaning,
    and `description`, when it is asked, all that it says, for those who do not see it.
    """

    width_mm: float
    height_mm: float
    ground: str
    picture: Picture
    title: str = ""
    author: str = ""
    language: str = "en"
    subject: str = ""
    bookmarks: tuple[Bookmark, ...] = ()
    trim: Box | None = None
    bleed: Box | None = None
    palettes: tuple[Palette, ...] = ()
    description: Callable[[], str] = str

    @property
    def marks(self) -> Picture:
        """The ground and all that is on it."""
        return (Path(rectangle(Box(0, 0, self.width_mm, self.height_mm)), self.ground), *self.picture)
