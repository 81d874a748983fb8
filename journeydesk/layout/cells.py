"""Finds what lies in a region: a grid of square cells, each with the keys of the boxes that touch it."""

from collections.abc import Iterable, Iterator

from journeydesk.picture.marks import Box

SIZE = 400.0
MOST_CELLS = 4_000  # a box that would touch more is kept apart


class Cells:
    """Boxes by key, found by region. All operations cost as much as there are cells or boxes near."""

    def __init__(self) -> None:
        self.boxes: dict[str, Box] = {}
        self._cells: dict[tuple[int, int], dict[str, None]] = {}
        self._vast: dict[str, None] = {}

    def put(self, key: str, box: Box) -> None:
        """Adds a box, or moves the one with this key."""
        columns, rows = _span(box)
        if (before := self.boxes.get(key)) is not None:
            if _span(before) == (columns, rows):
                self.boxes[key] = box
                return
            self.remove(key)
        self.boxes[key] = box
        if len(columns) * len(rows) > MOST_CELLS:
            self._vast[key] = None
            return
        for i in columns:
            for j in rows:
                self._cells.setdefault((i, j), {})[key] = None

    def remove(self, key: str) -> None:
        """Takes a box out; an unknown key is passed over."""
        box = self.boxes.pop(key, None)
        if box is None:
            return
        if key in self._vast:
            del self._vast[key]
            return
        columns, rows = _span(box)
        for i in columns:
            for j in rows:
                cell = self._cells.get((i, j))
                if cell is not None:
                    cell.pop(key, None)
                    if not cell:
                        del self._cells[i, j]

    def meeting(self, region: Box) -> Iterator[str]:
        """The keys of the boxes that meet a region, each once."""
        seen: set[str] = set()
        columns, rows = _span(region)
        if len(columns) * len(rows) > len(self._cells):
            candidates = iter(self.boxes)
        else:
            found = (self._cells.get((i, j), ()) for i in columns for j in rows)
            candidates = (key for keys in (*found, self._vast) for key in keys)
        for key in candidates:
            if key not in seen and self.boxes[key].meets(region):
                seen.add(key)
                yield key

    def around(self, regions: Iterable[Box]) -> set[str]:
        """The keys of the boxes in the cells that regions touch: those that meet one, and some besides."""
        cells = {(i, j) for box in regions for columns, rows in (_span(box),) for i in columns for j in rows}
        return set().union(self._vast, *(self._cells.get(cell, ()) for cell in cells))


def _span(box: Box) -> tuple[range, range]:
    return (
        range(int(box.left // SIZE), int(box.right // SIZE) + 1),
        range(int(box.top // SIZE), int(box.bottom // SIZE) + 1),
    )
