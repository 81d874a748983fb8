"""Where branches lie: a tidy tree on both sides of its root, or a list under it. Linear in their number."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from journeydesk.picture.marks import Box
from journeydesk.picture.shapes import Cubic

COLUMN = 44.0  # from a parent's end to its children's start
FIRST_COLUMN = 64.0
ROW = 10.0  # between siblings
MAIN_ROW = 22.0  # between main branches
DROP = 16.0  # from a card to the first branch of its list
TRUNK = 18.0  # from a card's left edge to the trunk of its list
INDENT = 20.0  # from the trunk to the branches

Reach = tuple[float, float]  # above a twig's line, and below it


@dataclass(slots=True)
class Twig:
    """A branch to be placed: its size, and what hangs on it. `side` is -1 left, 1 right."""

    key: str
    width: float
    height: float
    children: list["Twig"] = field(default_factory=list)
    side: int = 1


@dataclass(frozen=True, slots=True)
class Leaf:
    """Where a branch came to lie, and the limb that leads to it from its parent."""

    box: Box
    limb: Cubic
    depth: int
    side: int


def _walk(twigs: Sequence[Twig]) -> list[Twig]:
    """All twigs, parents before their children."""
    found = list(twigs)
    for twig in found:
        found.extend(twig.children)
    return found


def _row(depth: int) -> float:
    return MAIN_ROW if depth == 0 else ROW


def _reaches(twigs: Sequence[Twig]) -> dict[str, Reach]:
    """How far each twig, together with all that hangs on it, reaches above and below its line.

    What hangs on a twig is centred on its line, which runs under its text.
    """
    reaches: dict[str, Reach] = {}
    for twig in reversed(_walk(twigs)):
        half = _height(twig.children, reaches, ROW) / 2
        reaches[twig.key] = max(twig.height, half), half
    return reaches


def _height(twigs: Sequence[Twig], reaches: Mapping[str, Reach], gap: float) -> float:
    """The height of a column of twigs with all that hangs on them."""
    return sum(sum(reaches[twig.key]) for twig in twigs) + gap * max(0, len(twigs) - 1)


def balance(heights: Sequence[float]) -> int:
    """How many of the first blocks go to the right so that both sides are about as high."""
    whole, right = sum(heights), 0.0
    best, found = abs(whole), 0
    for count, height in enumerate(heights, 1):
        right += height
        if abs(whole - 2 * right) < best:
            best, found = abs(whole - 2 * right), count
    return found


def _grow(
    twigs: Sequence[Twig], reaches: Mapping[str, Reach], start: tuple[float, float], x: float, side: int,
    depth: int, leaves: dict[str, Leaf],
) -> None:  # fmt: skip
    """Places a column of twigs, centred on the y of `start`, from x outwards; then what hangs on each."""
    waiting = [(list(twigs), start, x, depth)]
    while waiting:
        column, (from_x, from_y), left, level = waiting.pop()
        gap = _row(level)
        y = from_y - _height(column, reaches, gap) / 2
        for twig in column:
            above, below = reaches[twig.key]
            edge = left if side > 0 else left - twig.width
            box = Box(edge, y + above - twig.height, edge + twig.width, y + above)
            end = (left, box.bottom)
            bend = (end[0] - from_x) * 0.55
            limb = ((from_x, from_y), (from_x + bend, from_y), (end[0] - bend, end[1]), end)
            leaves[twig.key] = Leaf(box, limb, level + 1, side)
            far = box.right if side > 0 else box.left
            if twig.children:
                waiting.append((twig.children, (far, box.bottom), far + side * COLUMN, level + 1))
            y += above + below + gap


def beside(root: Box, twigs: Sequence[Twig]) -> dict[str, Leaf]:
    """Both sides of the root; each main branch grows to its own side."""
    leaves: dict[str, Leaf] = {}
    reaches = _reaches(twigs)
    for side in (1, -1):
        mains = [twig for twig in twigs if twig.side == side]
        edge = root.right if side > 0 else root.left
        _grow(mains, reaches, (edge, root.y), edge + side * FIRST_COLUMN, side, 0, leaves)
    return leaves


def under(root: Box, twigs: Sequence[Twig], inset: float = TRUNK) -> dict[str, Leaf]:
    """A list under the root, on a trunk `inset` from its left; what hangs on entries grows to the right."""
    leaves: dict[str, Leaf] = {}
    reaches = _reaches(twigs)
    y = root.bottom + DROP
    trunk = root.left + inset
    for twig in twigs:
        above, below = reaches[twig.key]
        left = trunk + INDENT
        box = Box(left, y + above - twig.height, left + twig.width, y + above)
        end = (left, box.bottom)
        reach = min(28.0, end[1] - root.bottom)
        limb = ((trunk, root.bottom), (trunk, end[1] - reach * 0.4), (trunk + 4, end[1]), end)
        leaves[twig.key] = Leaf(box, limb, 1, 1)
        if twig.children:
            _grow(twig.children, reaches, (box.right, box.bottom), box.right + COLUMN, 1, 1, leaves)
        y += above + below + ROW
    return leaves
