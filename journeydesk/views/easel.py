"""What views are put together from: marks and spots that are gathered from the top to the bottom."""

from dataclasses import replace
from typing import Any

from journeydesk.kinds.kind import Look
from journeydesk.kinds.pieces import BODY, CAPTION, CAPTION_STRONG, height_of, shortened
from journeydesk.kinds.signs import sign as term_sign
from journeydesk.language import Message
from journeydesk.model.terms import Listed
from journeydesk.picture.icons import icon
from journeydesk.picture.marks import Box, Mark, Path, Picture, Stroke
from journeydesk.picture.shapes import rectangle, rounded
from journeydesk.picture.text import Block, Type, lay
from journeydesk.picture.theme import readable
from journeydesk.render.heading import clipped
from journeydesk.views.view import Spot

ICON = 15.0
PAD = 8.0

Sign = str | Listed  # the name of an icon, or an entry of a vocabulary


class Easel:
    """Gathers the marks of a view, and its spots in the order in which they are read."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.marks: list[Mark] = []
        self.spots: list[Spot] = []

    @property
    def picture(self) -> Picture:
        """All marks so far."""
        return tuple(self.marks)

    def spot(self, box: Box, *, label: Message | str = "", **told: Any) -> None:
        """Adds a place that can be touched."""
        self.spots.append(Spot(box, label=self.look.say(label), **told))

    def text(
        self, text: str, type_: Type, x: float, y: float, room: float, colour: str, align: float = 0.0
    ) -> float:
        """Writes a text broken to `room` with its top left at x, y; gives its height."""
        block = lay(text, type_, max(room, 1.0))
        self._put(block, x, y, room, colour, align)
        return block.height if text else 0.0

    def _put(self, block: Block, x: float, y: float, room: float, colour: str, align: float) -> None:
        """Puts a text into its room; a single line begins at its left, whichever way it is read."""
        width = block.width if not align and len(block.lines) == 1 else room
        self.marks += block.placed(x, y, colour, align=align, width=width)

    def short(
        self, text: str, type_: Type, x: float, y: float, room: float, colour: str, align: float = 0.0
    ) -> None:
        """Writes a text on one line, cut with dots where there is no room for it."""
        self.text(shortened(text, type_, room), type_, x, y, room, colour, align)

    def few(
        self, text: str, type_: Type, x: float, y: float, room: float, colour: str, align: float = 0.0,
        lines: int = 2,
    ) -> float:  # fmt: skip
        """Writes a text on a few lines, cut with dots where there is no room for it; gives its height."""
        block = clipped(text, type_, max(room, 1.0), lines)
        self._put(block, x, y, room, colour, align)
        return block.height if text else 0.0

    def area(self, box: Box, fill: str, line: str = "", radius: float = 0.0, width: float = 1.0) -> None:
        """Fills a box, with a line around it where one is given."""
        shape = rounded(box, radius) if radius else rectangle(box)
        self.marks.append(Path(shape, fill, Stroke(line, width) if line else None))

    def slip(
        self, box: Box, text: str, sign: Sign, tint: str, type_: Type = BODY, *, strong: bool = False
    ) -> None:
        """A card with a sign and a text; `tint` is the colour of the sign and of the card's edge."""
        theme = self.look.theme
        self.area(box, theme.card, theme.card_line if not strong else tint, 6.0, 1.6 if strong else 1.0)
        if not theme.patterned:
            self.area(Box(box.left, box.top + 5, box.left + 3, box.bottom - 5), tint)
        top = box.top + PAD
        left = box.left + PAD + 4
        if sign:
            self.sign(sign, left, top + (type_.size * type_.leading - ICON) / 2, ICON, tint, theme.card)
            left += ICON + 6
        self.text(text, type_, left, top, box.right - PAD - left, theme.ink)

    def sign(self, sign: Sign, x: float, y: float, size: float, ink: str, ground: str) -> None:
        """An icon, or the sign of an entry of a vocabulary, with its top left at x, y."""
        ink = readable(ink, ground)
        if isinstance(sign, str):
            self.marks += icon(sign, x, y, size, ink)
        else:
            self.marks += term_sign(sign, self.look, x, y, size, ink, ground)

    def invitation(self, box: Box, text: str, **told: Any) -> None:
        """A place where something can be added, on the screen only."""
        theme = self.look.theme
        self.marks += icon("plus", box.left + 6, box.y - 6, 12, theme.muted)
        self.text(text, CAPTION, box.left + 22, box.y - CAPTION.size * 0.65, box.width - 26, theme.muted)
        self.spot(box, inviting=True, **{"label": text, **told})

    def heading(self, text: str, x: float, y: float, room: float, about: str = "") -> float:
        """A small heading with what it is about; gives its height."""
        height = self.text(text, CAPTION_STRONG, x, y, room, self.look.theme.ink)
        return height + (
            self.text(about, CAPTION, x, y + height, room, self.look.theme.muted) if about else 0
        )


def slip_height(text: str, width: float, sign: Sign, type_: Type = BODY) -> float:
    """How high a slip of this width must be for its text."""
    room = width - 2 * PAD - 4 - (ICON + 6 if sign else 0)
    return max(height_of(text, type_, room), type_.size * type_.leading) + 2 * PAD


def moved(spot: Spot, dx: float, dy: float) -> Spot:
    """The spot elsewhere, with the plane in which it can be dragged."""
    plane = spot.plane.moved(dx, dy) if spot.plane is not None else None
    return replace(spot, box=spot.box.moved(dx, dy), plane=plane)
