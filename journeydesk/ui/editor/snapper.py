"""What a box that is dragged snaps to on the map in view, and what is shown of it."""

from collections.abc import Callable, Container
from itertools import islice

from journeydesk.layout.snapping import Snap, snapped, snapped_edges
from journeydesk.picture.marks import Box
from journeydesk.render.board import Board
from journeydesk.ui.editor.camera import Camera
from journeydesk.ui.editor.overlay import Overlay

REACH = 6.0  # pixels
NEAR = 1000.0  # board units around the box in which anything counts
MOST = 800  # things that are looked at; where there are more, nobody sees lines among them


class Snapper:
    """`wanted` is what people chose in the menu; while `held`, a key keeps it from snapping."""

    def __init__(self, board: Callable[[], Board], camera: Camera, overlay: Overlay) -> None:
        self._board, self._camera, self._overlay = board, camera, overlay
        self.wanted, self.held = True, False

    @property
    def pixel(self) -> float:
        """A pixel of the screen in board units."""
        return 1 / self._camera.scale

    def fit(
        self,
        box: Box,
        passed_over: Container[str],
        *,
        off: bool = False,
        axes: tuple[bool, bool] = (True, True),
        sides: tuple[int, int] | None = None,
    ) -> Snap:
        """How far a box goes to fit; with `sides` only those edges of it do. Shows what it fits to."""
        self.clear()
        if off or self.held or not self.wanted:
            return Snap()
        others, reach = self._others(box, passed_over), REACH / self._camera.scale
        if sides is None:
            found = snapped(box, others, reach, axes)
        else:
            found = snapped_edges(box, *sides, others, reach)
        self._overlay.guides, self._overlay.gaps = found.guides, found.gaps
        return found

    def clear(self) -> None:
        """Shows nothing any more."""
        self._overlay.guides, self._overlay.gaps = (), ()

    def rest(self) -> None:
        """The gesture is over."""
        self.held = False
        self.clear()

    def _others(self, box: Box, passed_over: Container[str]) -> list[Box]:
        """The cards and frames near a box that can be seen; branches follow their cards and do not count."""
        board, seen, near = self._board(), self._camera.visible, box.grown(NEAR)
        region = Box(
            max(seen.left, near.left),
            max(seen.top, near.top),
            min(seen.right, near.right),
            min(seen.bottom, near.bottom),
        )
        if region.width <= 0 or region.height <= 0:
            return []
        keys = (key for key in islice(board.cells.meeting(region), MOST) if key not in passed_over)
        found = (placed for key in keys if (placed := board.placed.get(key)) is not None)
        return [placed.box for placed in found if placed.node.id == placed.root_id]
