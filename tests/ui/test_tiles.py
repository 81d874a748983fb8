"""What a worker paints while the map rests comes as fast as it can."""

import time
from typing import Any

import pytest

from journeydesk import templates
from journeydesk.model.records import Record
from journeydesk.ui.editor.view import MapView


@pytest.fixture
def contents() -> tuple[Record, ...]:
    return templates.make("services", "en")


@pytest.fixture
def size() -> tuple[int, int]:
    return 1600, 1000


def test_the_worker_does_not_rest_for_frames_that_it_brought_itself(view: MapView, qtbot: Any) -> None:
    view.viewport().repaint()
    qtbot.waitUntil(lambda: view.surface.tiles.is_sharp and view.board.is_refined)
    tiles, brought = view.surface.tiles, []
    tiles.arrived.connect(lambda: brought.append(time.monotonic()))
    x, y, scale = view.camera.place
    view.camera.look_at(x, y, scale * 1.37)
    view.viewport().repaint()
    qtbot.waitUntil(lambda: tiles.is_sharp)
    assert len(brought) > 1
    assert time.monotonic() - tiles.seconds_at_rest < brought[-1]
