"""The bare means against which drawing is measured: as many boxes, texts and curves as the work has."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.work import words


@dataclass(frozen=True, slots=True)
class Boxes:
    """Boxes as (x, y, text), and curves as eight numbers, on a sheet of 1189 by 841."""

    boxes: tuple[tuple[float, float, str], ...]
    curves: tuple[tuple[float, ...], ...]


def boxes(count: int) -> Boxes:
    """So many boxes, and a fifth more curves, most of them short."""
    chance = random.Random(count)
    columns = max(1, round((count * 1189 / 841) ** 0.5))
    width, height = 1189 / columns, 841 / max(1, count // columns)
    placed = tuple((i % columns * width, i // columns * height, words(chance)) for i in range(count))
    curves = []
    for _ in range(count * 6 // 5):
        x, y = chance.random() * 1150, chance.random() * 800
        dx, dy = chance.uniform(-40, 40), chance.uniform(-30, 30)
        curves.append((x, y, x + dx / 2, y, x + dx / 2, y + dy, x + dx, y + dy))
    return Boxes(placed, tuple(curves))


def each(work: Boxes, box: Callable[[float, float, str], None], curve: Callable[..., None]) -> None:
    """Draws all of them, one call for each."""
    for x, y, text in work.boxes:
        box(x, y, text)
    for points in work.curves:
        curve(*points)
