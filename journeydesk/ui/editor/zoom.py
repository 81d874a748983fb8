"""How large the map is shown, as people ask for it."""

from collections.abc import Callable
from math import dist

from PySide6.QtCore import QPointF

from journeydesk.model.change import Entry
from journeydesk.picture.marks import union
from journeydesk.render.board import Board
from journeydesk.ui.editor.camera import STEP, Camera
from journeydesk.ui.session import Place, Session

READABLE, NEAR = 0.45, 0.8  # the scale below which texts are hard to read; the one from which they are read


class Zoom:
    """Zooms a camera. `jump` is called before something else comes into view, `moved` after any change."""

    def __init__(
        self,
        session: Session,
        board: Callable[[], Board],
        camera: Camera,
        jump: Callable[[], None],
        moved: Callable[[], None],
    ) -> None:
        self._session, self._board, self._camera = session, board, camera
        self._jump, self._moved = jump, moved
        self._whole: tuple[Place, Entry | None] | None = (
            None  # where it was shown, and what had been done last
        )

    def closer(self) -> None:
        """Shows the middle larger."""
        self._by(STEP)

    def farther(self) -> None:
        """Shows more around the middle."""
        self._by(1 / STEP)

    def actual(self) -> None:
        """Shows the map at 100 %."""
        self._by(1 / self._camera.scale)

    def to_fit(self) -> None:
        """Goes to the whole map."""
        self._jump()
        self.show_whole()

    def show_whole(self) -> None:
        """Shows the whole map at first, from where nobody wants to come back."""
        if (box := self._board().bounds) is not None:
            self._camera.fit(box)
        else:
            self._camera.look_at(0, 0, 1)
        self._whole = self._camera.place, self._last
        self._moved()

    def keep(self, place: Place) -> None:
        """Shows in a viewport of another size what the old one showed: the whole map, or the same middle."""
        if self._is_whole(place):
            self.show_whole()
        else:
            self._camera.look_at(*place)
            self._moved()

    def to_selection(self) -> None:
        """Goes to all that is selected."""
        board = self._board()
        box = union(found for key in self._session.selection if (found := board.box_of(key)) is not None)
        if box is not None:
            self._jump()
            self._camera.fit(box.grown(40), 1.6)
            self._moved()

    def to_read(self, record_id: str) -> None:
        """Comes near enough to read what was found, where it is shown too small for that."""
        box = self._board().box_of(record_id)
        if box is not None and self._camera.scale < READABLE:
            self._jump()
            self._camera.look_at(box.x, box.y, NEAR)
            self._moved()

    @property
    def _last(self) -> Entry | None:
        entries, position = self._session.document.history
        return entries[position - 1] if position else None

    def _is_whole(self, place: Place) -> bool:
        if self._whole is None:
            return False
        shown, last = self._whole
        is_near = dist(place[:2], shown[:2]) * place[2] < 1 and place[2] == shown[2]
        return is_near and last is self._last

    def _by(self, factor: float) -> None:
        area = self._camera.view.viewport().rect()
        self._camera.zoom_at(QPointF(area.width() / 2, area.height() / 2), factor)
        self._moved()
