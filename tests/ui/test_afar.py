"""A map so large that it is seen from afar: one small picture shows it, and follows what is changed."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtGui import QImage

from journeydesk.kinds.stage import Stage
from journeydesk.model.records import JourneyMap, Project, Record, Transition
from journeydesk.operations import nodes
from journeydesk.ui.editor.view import MapView

SPREAD = 20_000.0


@pytest.fixture
def contents() -> tuple[Record, ...]:
    corners = [(x, y) for x in (0.0, SPREAD / 2, SPREAD) for y in (0.0, SPREAD / 2, SPREAD)]
    stages = [
        Stage(id=f"s{place}", map_id="map", title=f"Stage {place}", x=x, y=y, width=900.0, height=700.0)
        for place, (x, y) in enumerate(corners)
    ]
    arrow = Transition(id="arrow", map_id="map", source_id="s0", target_id="s8")
    return (Project(id="project"), JourneyMap(id="map", title="Vast"), *stages, arrow)


@pytest.fixture
def size() -> tuple[int, int]:
    return 900, 700


def seen(view: MapView) -> QImage:
    view.session.select(())
    return view.viewport().grab().toImage()


def ink_at(view: MapView, image: QImage, x: float, y: float) -> str:
    place = view.camera.view_point((x, y)).toPoint()
    return image.pixelColor(place).name()


def test_the_first_frame_shows_every_card(view: MapView) -> None:
    image = seen(view)
    ground = view.board.look.theme.ground
    assert view.surface.tiles.is_sharp
    for node in view.session.document.all(Stage):
        assert ink_at(view, image, node.x, node.y) != ground
    assert ink_at(view, image, SPREAD / 4, SPREAD * 0.6) == ground


def test_a_card_that_is_moved_is_seen_where_it_lies_at_once(view: MapView) -> None:
    seen(view)
    nodes.move(view.session.document, ("s4",), 3000.0, 2000.0)
    image = seen(view)
    ground = view.board.look.theme.ground
    assert ink_at(view, image, SPREAD / 2 + 3000, SPREAD / 2 + 2000) != ground
    view.session.undo()
    image = seen(view)
    assert ink_at(view, image, SPREAD / 2 + 3000, SPREAD / 2 + 2000) == ground


def test_what_is_lifted_leaves_the_picture_at_rest_and_comes_back(view: MapView, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: view.board.is_refined)
    before = seen(view)
    whole = view.surface.tiles
    whole.lift(frozenset(("s4", "arrow")))
    view.overlay.lifted = frozenset()
    assert ink_at(view, seen(view), SPREAD / 2, SPREAD / 2) == view.board.look.theme.ground
    whole.lift(frozenset())
    after = seen(view)
    places = [(x, y) for x in range(after.width()) for y in range(after.height())]
    assert all(
        abs(after.pixelColor(*at).lightness() - before.pixelColor(*at).lightness()) < 3 for at in places
    )


def test_a_card_beyond_the_picture_is_shown_too(view: MapView, qtbot: Any) -> None:
    far = replace(view.session.document.all(Stage)[0], id="far", x=SPREAD * 1.5, order=99.0)
    nodes.add_node(view.session.document, far)
    view.zoom.to_fit()
    ground = view.board.look.theme.ground
    qtbot.waitUntil(lambda: ink_at(view, seen(view), far.x, far.y) != ground)


def test_near_by_the_cards_are_drawn_in_full(view: MapView, qtbot: Any) -> None:
    view.camera.look_at(0, 0, 1.0)
    view.viewport().repaint()
    qtbot.waitUntil(lambda: view.surface.tiles.is_sharp)
    inks = {ink_at(view, seen(view), x, 0.0) for x in range(-440, 0, 2)}
    assert len(inks) > 3, "the title is written on the card"
