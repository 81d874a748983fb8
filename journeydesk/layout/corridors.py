"""Finds a way between cards: straight pieces with few bends, the cheapest of all (A* over a sparse grid).

The grid's lines run along the cards' edges at a clearance, so its size depends on how many cards are near, not on
how far the way is.
"""

import heapq
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from journeydesk.picture.marks import Box
from journeydesk.picture.shapes import Point

BEND = 70.0  # what a bend costs, in board units of detour
STEPS = ((1, 0), (0, 1), (-1, 0), (0, -1))
MOST_STATES = 6_000


class Grid:
    """The lines along which a way may run, and where cards close them."""

    def __init__(self, boxes: Sequence[Box], clearance: float, ends: Sequence[Point]) -> None:
        self.xs = sorted(
            {x for box in boxes for x in (box.left - clearance, box.right + clearance)} | {x for x, _ in ends}
        )
        self.ys = sorted(
            {y for box in boxes for y in (box.top - clearance, box.bottom + clearance)} | {y for _, y in ends}
        )
        wide, high = len(self.xs), len(self.ys)
        self.across = [
            bytearray(wide) for _ in range(high)
        ]  # [row][column]: from this column to the next is closed
        self.down = [
            bytearray(wide) for _ in range(high)
        ]  # [row][column]: from this row to the next is closed
        edge = clearance - 0.5
        for box in boxes:
            self._close(box.grown(edge))

    def _close(self, box: Box) -> None:
        left, right = bisect_right(self.xs, box.left), bisect_left(self.xs, box.right)
        top, bottom = bisect_right(self.ys, box.top), bisect_left(self.ys, box.bottom)
        first_column, first_row = max(0, left - 1), max(0, top - 1)
        ones = b"\x01"
        for row in range(top, bottom):
            self.across[row][first_column:right] = ones * (right - first_column)
        for row in range(first_row, bottom):
            self.down[row][left:right] = ones * (right - left)

    def at(self, point: Point) -> tuple[int, int]:
        return bisect_left(self.xs, point[0]), bisect_left(self.ys, point[1])

    def is_open(self, column: int, row: int, step: tuple[int, int]) -> bool:
        dx, dy = step
        if dx:
            first = column if dx > 0 else column - 1
            return 0 <= first < len(self.xs) - 1 and not self.across[row][first]
        first = row if dy > 0 else row - 1
        return 0 <= first < len(self.ys) - 1 and not self.down[first][column]


def way(
    boxes: Sequence[Box], start: Point, leaving: int, end: Point, arriving: int, clearance: float
) -> list[Point] | None:
    """The corners of the cheapest way from start to end, or None where there is none.

    `leaving` and `arriving` are indices into `STEPS`: the directions in which the way begins and enters the card after its end.
    """
    grid = Grid(boxes, clearance, (start, end))
    goal = grid.at(end)
    first = (*grid.at(start), leaving)
    best: dict[tuple[int, int, int], float] = {first: 0.0}
    came: dict[tuple[int, int, int], tuple[int, int, int]] = {}
    waiting = [(0.0, first)]
    done: set[tuple[int, int, int]] = set()
    while waiting and len(done) < MOST_STATES:
        _, state = heapq.heappop(waiting)
        if state in done:
            continue
        done.add(state)
        column, row, heading = state
        if (column, row) == goal and (heading - arriving) % 4 != 2:
            return _corners(state, came, grid)
        for turn in (0, 1, 3):
            following = (heading + turn) % 4
            dx, dy = STEPS[following]
            if not grid.is_open(column, row, (dx, dy)):
                continue
            reached = (column + dx, row + dy, following)
            length = abs(grid.xs[reached[0]] - grid.xs[column]) + abs(grid.ys[reached[1]] - grid.ys[row])
            _offer(
                waiting, best, came, state, reached, best[state] + length + (BEND if turn else 0), grid, end
            )
    return None


State = tuple[int, int, int]


def _offer(
    waiting: list[tuple[float, State]], best: dict[State, float], came: dict[State, State], state: State, reached: State,
    cost: float, grid: Grid, end: Point,
) -> None:  # fmt: skip
    if cost < best.get(reached, float("inf")):
        best[reached] = cost
        came[reached] = state
        rest = abs(grid.xs[reached[0]] - end[0]) + abs(grid.ys[reached[1]] - end[1])
        heapq.heappush(waiting, (cost + rest, reached))


def _corners(state: State, came: dict[State, State], grid: Grid) -> list[Point]:
    states = [state]
    while (before := came.get(states[-1])) is not None:
        states.append(before)
    states.reverse()
    points = [(grid.xs[column], grid.ys[row]) for column, row, _ in states]
    corners = [points[0]]
    for last, here, following in zip(points, points[1:], points[2:], strict=False):
        straight = (last[0] == here[0] == following[0]) or (last[1] == here[1] == following[1])
        if not straight and here != corners[-1]:
            corners.append(here)
    corners.append(points[-1])
    return corners
