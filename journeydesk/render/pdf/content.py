"""A stream of PDF operators, of a page or of a form: places in points, and what ink and line are set to."""

from functools import lru_cache
from typing import Any

from reportlab.lib.colors import PCMYKColorSep

from journeydesk.picture.marks import Command, Stroke

POINTS_PER_MM = 72 / 25.4
BLACK = "#000000"
# An ink for every plate of the press.
_ALL_PLATES = PCMYKColorSep(100, 100, 100, 100, spotName="All")


@lru_cache(maxsize=1000)
def _ink(colour: str) -> tuple[str, float]:
    """The three parts of a colour as a PDF operand, and its opacity."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return " ".join(f"{part:.4g}" for part in parts), int(colour[7:9] or "ff", 16) / 255


class Content:
    """Adds operators to what the library is writing. Units become points by `scale`, from `x`, `y`.

    On the plates (`for_plates`) black is drawn in every ink of the press.
    """

    def __init__(self, canvas: Any, scale: float, x: float, y: float) -> None:
        self.canvas, self.scale, self.x, self.y = canvas, scale, x, y
        self.outer: list[tuple[float, float, float]] = []
        self.typed = ""
        self.for_plates = False
        self._fill = self._stroke = ""
        self._dash: tuple[float, ...] = ()
        self._width = -1.0
        self._fill_alpha = self._stroke_alpha = 1.0
        self.add = canvas._code.append
        self.add("1 J 1 j")

    @property
    def stroke_alpha(self) -> float:
        """The opacity of lines."""
        return self._stroke_alpha

    def outlined(self, commands: tuple[Command, ...]) -> str:
        """The operators that make an outline."""
        scale, ox, oy = self.scale, self.x, self.y
        parts: list[str] = []
        for command in commands:
            name = command[0]
            if name == "C":
                _, a, b, c, d, x, y = command  # type: ignore[misc]  # the name tells how many
                parts.append(
                    f"{ox + a * scale:.2f} {oy - b * scale:.2f} {ox + c * scale:.2f} {oy - d * scale:.2f}"
                    f" {ox + x * scale:.2f} {oy - y * scale:.2f} c"
                )
            elif name == "Z":
                parts.append("h")
            else:
                _, x, y = command  # type: ignore[misc]  # as above
                parts.append(f"{ox + x * scale:.2f} {oy - y * scale:.2f} {'m' if name == 'M' else 'l'}")
        return " ".join(parts)

    def set_fill(self, colour: str) -> bool:
        """Fills with this colour from now on; gives whether anything of it can be seen."""
        ink, alpha = _ink(colour)
        if alpha > 0:
            if ink != self._fill:
                self._fill = ink
                if self.for_plates and colour == BLACK:
                    self.canvas.setFillColor(_ALL_PLATES)
                else:
                    self.add(f"{ink} rg")
            self.set_fill_alpha(alpha)
        return alpha > 0

    def set_fill_alpha(self, alpha: float) -> None:
        """Fills this opaquely from now on, 0 to 1."""
        if alpha != self._fill_alpha:
            self._fill_alpha = alpha
            self.canvas.setFillAlpha(round(alpha, 4))

    def set_stroke(self, stroke: Stroke) -> bool:
        """Draws lines so from now on; gives whether anything of them can be seen."""
        ink, alpha = _ink(stroke.colour)
        if alpha <= 0 or stroke.width <= 0:
            return False
        if ink != self._stroke:
            self._stroke = ink
            if self.for_plates and stroke.colour == BLACK:
                self.canvas.setStrokeColor(_ALL_PLATES)
            else:
                self.add(f"{ink} RG")
        self.set_stroke_alpha(alpha)
        width = stroke.width * self.scale
        if width != self._width:
            self._width = width
            self.add(f"{width:.3f} w")
        dash = tuple(length * self.scale for length in stroke.dash)
        if dash != self._dash:
            self._dash = dash
            self.add(f"[{' '.join(f'{length:.3f}' for length in dash)}] 0 d")
        return True

    def set_stroke_alpha(self, alpha: float) -> None:
        """Draws lines this opaquely from now on, 0 to 1."""
        if alpha != self._stroke_alpha:
            self._stroke_alpha = alpha
            self.canvas.setStrokeAlpha(round(alpha, 4))

    def begin_plates(self) -> None:
        """From here on black is drawn on every plate."""
        self.for_plates, self._fill, self._stroke = True, "", ""

    def end_plates(self) -> None:
        """From here on black is a colour as all others."""
        self.for_plates, self._fill, self._stroke = False, "", ""
