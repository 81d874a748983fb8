"""The signs of channels, devices and departments: an icon in its colour, or a picture of their own."""

from journeydesk.kinds.kind import Look
from journeydesk.kinds.pieces import disc, on
from journeydesk.model.records import Asset
from journeydesk.model.terms import SIGNS, Listed
from journeydesk.picture.icons import has_icon, icon
from journeydesk.picture.marks import Image, Path, Picture, Stroke
from journeydesk.picture.shapes import circle
from journeydesk.picture.theme import readable, tint_of

SQUARE = 1.25  # up to this ratio of its sides a photo fills a disc
INSIDE = 0.66  # of a disc, what a picture takes that does not fill it


def sign(entry: Listed, look: Look, x: float, y: float, size: float, ink: str, ground: str) -> Picture:
    """A small sign with its top left at x, y: in the colour of the entry where it has one, else in `ink`."""
    picture = _picture(entry, look)
    if picture is not None:
        return (_within(picture, x + size / 2, y + size / 2, size, size / 8),)
    colour = readable(tint_of(entry.colour, look.theme).line, ground) if entry.colour else ink
    return icon(sign_name(entry), x, y, size, colour)


def sign_disc(
    entry: Listed | None, look: Look, x: float, y: float, size: float, fill: str, ink: str, icon_name: str
) -> Picture:
    """A sign on a disc with its middle at x, y; without an entry, the icon of this name.

    `fill` and `ink` are the colours where the entry has none of its own.
    """
    if entry is None:
        return disc(x, y, size, icon_name, fill, ink)
    if entry.colour:
        fill = tint_of(entry.colour, look.theme).line
        ink = on(fill)
    picture = _picture(entry, look)
    if picture is None:
        return disc(x, y, size, sign_name(entry), fill, ink)
    ring = Path(circle(x, y, size / 2), stroke=Stroke(fill, size / 18))
    longer, shorter = max(picture.width, picture.height), min(picture.width, picture.height)
    if picture.media_type == "image/jpeg" and longer <= shorter * SQUARE:
        return (Image(x - size / 2, y - size / 2, size, size, picture.data, size / 2), ring)
    ground = Path(circle(x, y, size / 2), "#ffffff")
    return (ground, _within(picture, x, y, size * INSIDE, size / 24), ring)


def sign_name(entry: Listed) -> str:
    """The name of the icon of an entry; one that is not there is stood in for."""
    return entry.icon if has_icon(entry.icon) else SIGNS[entry.vocabulary]


def _picture(entry: Listed, look: Look) -> Asset | None:
    found = look.find(entry.picture_id) if entry.picture_id else None
    return found if isinstance(found, Asset) and found.data and found.width and found.height else None


def _within(picture: Asset, x: float, y: float, size: float, radius: float) -> Image:
    """All of a picture, as large as a square with its middle at x, y lets it be."""
    scale = size / max(picture.width, picture.height)
    width, height = picture.width * scale, picture.height * scale
    return Image(
        x - width / 2, y - height / 2, width, height, picture.data, min(radius, height / 2, width / 2)
    )
