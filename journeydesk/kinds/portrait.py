"""The round picture of a persona: the part of the photo where the face is, else initials, else a sign."""

from journeydesk.kinds.kind import Look
from journeydesk.kinds.pieces import on
from journeydesk.model.records import Asset, Persona
from journeydesk.picture.faces import characters
from journeydesk.picture.icons import icon
from journeydesk.picture.marks import Box, Image, Path, Picture, Stroke
from journeydesk.picture.shapes import circle
from journeydesk.picture.text import Type, lay


def initials(name: str) -> str:
    """Up to two initials of a name."""
    words = [word for word in name.replace("-", " ").split() if word[0].isalnum()]
    firsts = (characters(word)[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words))
    return "".join(firsts).upper()


def seen_part(persona: Persona, photo: Asset) -> Box:
    """The square of a photo that is seen, in shares of its width and height; it never leaves the photo."""
    wide = min(1.0, photo.height / photo.width) / persona.face_zoom
    high = min(1.0, photo.width / photo.height) / persona.face_zoom
    x = min(max(persona.face_x, wide / 2), 1 - wide / 2)
    y = min(max(persona.face_y, high / 2), 1 - high / 2)
    return Box.around(x, y, wide, high)


def portrait(
    persona: Persona, look: Look, x: float, y: float, size: float, line: str, name: str = ""
) -> Picture:
    """The round picture with its middle at x, y, in a ring of this colour; `name` stands for their own."""
    radius, width = size / 2, size / 28
    photo = look.find(persona.photo_id)
    if isinstance(photo, Asset) and photo.data and photo.width and photo.height:
        seen = Image(x - radius, y - radius, size, size, photo.data, radius, seen_part(persona, photo))
        return (seen, Path(circle(x, y, radius), stroke=Stroke(line, width)))
    ground = Path(circle(x, y, radius), line, Stroke(line, width))
    letters = initials(name or persona.name)
    if not letters:
        side = size * 11 / 21
        return (ground, *icon("user", x - side / 2, y - side / 2, side, on(line)))
    block = lay(letters, Type(size * 5 / 14, "semibold", 1.2), size)
    return (ground, *block.placed(x - radius, y - block.height / 2, on(line), align=0.5, width=size))
