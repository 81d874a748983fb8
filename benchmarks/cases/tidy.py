"""Tidying: so many cards in layers, with a fifth more arrows."""

import random
from collections.abc import Iterator

from benchmarks.case import Case, Row, seconds
from benchmarks.work import CELL_HEIGHT, CELL_WIDTH
from journeydesk.layout.overlaps import moved_apart
from journeydesk.layout.pieces import Arrow, Block, Role
from journeydesk.layout.tidying import tidied
from journeydesk.picture.marks import Box


def work(count: int) -> tuple[list[Block], list[Arrow]]:
    """Cards on a grid, one in four a stage, with lists below them; most arrows are short."""
    chance = random.Random(count)
    columns = max(1, round(count**0.5))
    blocks = []
    for number in range(count):
        card = Box.around(number % columns * CELL_WIDTH, number // columns * CELL_HEIGHT, 230, 80)
        role, rank = (Role.STAGE, float(number % 7)) if number % 4 == 0 else (Role.STEP, -1.0)
        whole = Box(card.left, card.top, card.right + 20, card.bottom + chance.random() * 150)
        blocks.append(Block(f"{number:06}", role, card, whole, rank))
    arrows = []
    for _ in range(count * 6 // 5):
        source = chance.randrange(count)
        target = source + chance.choice((1, 1, 1, columns, -1, -columns, 2))
        if chance.random() < 0.07:
            target = chance.randrange(count)
        target = min(max(0, target), count - 1)
        arrows.append(Arrow(f"{source:06}", f"{target:06}", 1 + chance.random(), chance.choice((0.0, 60.0))))
    return blocks, arrows


def run(count: int) -> Iterator[Row]:
    blocks, arrows = work(count)
    target = 0.5 if count <= 1000 else 2.0 * count / 10_000
    yield Row("layout in layers", seconds(lambda: tidied(blocks, arrows)), target=target)
    boxes = {block.key: block.whole.grown(150) for block in blocks}
    yield Row("moving apart what overlaps", seconds(lambda: moved_apart(boxes)))


TIDY = Case("tidy", run)
