"""Finds a way between cards: straight pieces with few bends, the cheapest of all (A* over a sparse grid).

The grid's lines run along the cards' edges at a clearance, so its size depends on how many cards are near,
not on how far the way is. A state is a crossing of two lines and the direction in which the way arrived.
"""

import heapq
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from journeydesk.picture.marks import Box
from journeydesk.picture.shapes import Point

BEND = 70.0  # what a bend costs, in board units of detour
STEPS = ((1, 0), (0, 1), (-1, 0), (0, -1))
MOST_STATES = 4_000


class Grid:
    """The lines along which a way may run, and where cards close them. Crossings are numbered row by row."""

    def __init__(self, boxes: Sequence[Box], clearance: float, ends: Sequence[Point]) -> None:
        xs = {x for box in boxes for x in (box.left - clearance, box.right + clearance)}
        ys = {y for box in boxes for y in (box.top - clearance, box.bottom + clearance)}
        self.xs = sorted(xs | {x for x, _ in ends})
        self.ys = sorted(ys | {y for _, y in ends})
        self.wide, self.high = len(self.xs), len(self.ys)
        self.across = bytearray(self.wide * self.high)  # from this crossing to the next in its row is closed
        self.down = bytearray(self.wide * self.high)  # from this crossing to the next in its column is closed
        for row in range(self.high):
            self.across[row * self.wide + self.wide - 1] = 1
        self.down[(self.high - 1) * self.wide :] = b"\x01" * self.wide
        for box in boxes:
            self._close(box.grown(clearance - 0.5))

    def _close(self, box: Box) -> None:
        left, right = bisect_right(self.xs, box.left), bisect_left(self.xs, box.right)
        top, bottom = bisect_right(self.ys, box.top), bisect_left(self.ys, box.bottom)
        first_column, first_row = max(0, left - 1), max(0, top - 1)
        for row in range(top, bottom):
            start = row * self.wide
            self.across[start + first_column : start + right] = b"\x01" * (right - first_column)
        for row in range(first_row, bottom):
            start = row * self.wide
            self.down[start + left : start + right] = b"\x01" * (right - left)

    def at(self, point: Point) -> int:
        """The crossing at an end of the way."""
        return bisect_left(self.ys, point[1]) * self.wide + bisect_left(self.xs, point[0])

    def place(self, crossing: int) -> Point:
        return self.xs[crossing % self.wide], self.ys[crossing // self.wide]


def way(
    boxes: Sequence[Box],
    start: Point,
    leaving: int,
    end: Point,
    arriving: int,
    clearance: float,
    most: int = MOST_STATES,
) -> list[Point] | None:
    """The corners of the cheapest way from start to end, or None where there is none.

    `leaving` and `arriving` are indices into `STEPS`: the directions in which the way begins and enters the
    card after its end.
    """
    grid = Grid(boxes, clearance, (start, end))
    came = _search(grid, grid.at(start) * 4 + leaving, grid.at(end), arriving, most)
    return _corners(came, grid) if came else None


def _search(grid: Grid, first: int, goal: int, arriving: int, most: int) -> list[int] | None:
    """The states of the cheapest way, from the last to the first (A*, Hart, Nilsson and Raphael 1968)."""
    xs, ys, wide = grid.xs, grid.ys, grid.wide
    goal_x, goal_y = grid.place(goal)
    best = {first: 0.0}
    came: dict[int, int] = {}
    done: set[int] = set()
    waiting = [(0.0, first)]
    while waiting and len(done) < most:
        _, state = heapq.heappop(waiting)
        if state in done:
            continue
        done.add(state)
        crossing, heading = state >> 2, state & 3
        if crossing == goal and (heading - arriving) & 3 != 2:
            return _back(state, came)
        cost = best[state]
        for reached, length, following in _open_ways(grid, crossing):
            turn = (following - heading) & 3
            if turn == 2:
                continue
            total = cost + length + (BEND if turn else 0.0)
            key = reached * 4 + following
            if total < best.get(key, 1e18):
                best[key] = total
                came[key] = state
                dx, dy = goal_x - xs[reached % wide], goal_y - ys[reached // wide]
                heapq.heappush(
                    waiting, (total + abs(dx) + abs(dy) + _bends(dx, dy, following, arriving), key)
                )
    return None


def _open_ways(grid: Grid, crossing: int) -> list[tuple[int, float, int]]:
    """The crossings next to one that are open from there: each with its distance and direction."""
    wide = grid.wide
    row, column = divmod(crossing, wide)
    found = []
    if not grid.across[crossing]:
        found.append((crossing + 1, grid.xs[column + 1] - grid.xs[column], 0))
    if not grid.down[crossing]:
        found.append((crossing + wide, grid.ys[row + 1] - grid.ys[row], 1))
    if column and not grid.across[crossing - 1]:
        found.append((crossing - 1, grid.xs[column] - grid.xs[column - 1], 2))
    if row and not grid.down[crossing - wide]:
        found.append((crossing - wide, grid.ys[row] - grid.ys[row - 1], 3))
    return found


def _back(state: int, came: dict[int, int]) -> list[int]:
    found = [state]
    while (state := came.get(state, -1)) >= 0:
        found.append(state)
    return found


def _bends(dx: float, dy: float, heading: int, arriving: int) -> float:
    """What the bends cost that are still needed at least."""
    ahead = (dx, dy, -dx, -dy)[heading]
    aside = dy if heading in (0, 2) else dx
    if not aside and ahead >= 0:
        return 0.0 if heading == arriving else BEND
    if ahead < 0:
        return 2 * BEND
    return BEND if (heading - arriving) & 1 else 2 * BEND


def _corners(states: list[int], grid: Grid) -> list[Point]:
    points = [grid.place(state >> 2) for state in reversed(states)]
    corners = [points[0]]
    for last, here, following in zip(points, points[1:], points[2:], strict=False):
        straight = (last[0] == here[0] == following[0]) or (last[1] == here[1] == following[1])
        if not straight and here != corners[-1]:
            corners.append(here)
    corners.append(points[-1])
    return corners
