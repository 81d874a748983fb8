"""The scenes of a story come in the order of the journey, each with the picture nearest to it."""

from hypothesis import given
from hypothesis import strategies as st

from journeydesk.analysis.story import NEAR, story
from journeydesk.kinds.branch import Branch
from journeydesk.kinds.image import ImageNode
from journeydesk.kinds.stage import Stage
from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.model.document import Document
from journeydesk.model.records import JourneyMap, Project, Record, Transition

GROUND: tuple[Record, ...] = (
    Project(id="p"),
    JourneyMap(id="m"),
    Stage(id="s1", map_id="m", x=0, y=0, title="Look"),
    Stage(id="s2", map_id="m", x=600, y=0, title="Buy"),
    Touchpoint(id="t", map_id="m", x=0, y=300, title="Shop"),
    Transition(id="a", map_id="m", source_id="s1", target_id="t"),
    Branch(id="q", map_id="m", parent_id="t", title="Is it warm?", topic="quote"),
)


def test_stages_and_touchpoints_are_numbered_as_they_are_passed() -> None:
    found = story(Document(GROUND), "m")
    assert [(scene.number, scene.node.id) for scene in found] == [("1", "s1"), ("1.1", "t"), ("2", "s2")]
    assert [scene.quote.id if scene.quote else "" for scene in found] == ["", "q", ""]


def test_a_picture_shows_what_is_nearest_to_it() -> None:
    image = ImageNode(id="i", map_id="m", x=150, y=290, asset_id="x")
    found = story(Document((*GROUND, image)), "m")
    assert [scene.image.id if scene.image else "" for scene in found] == ["", "i", ""]


def test_a_picture_far_from_everything_shows_nothing() -> None:
    image = ImageNode(id="i", map_id="m", x=5000, y=5000, asset_id="x")
    assert not any(scene.image for scene in story(Document((*GROUND, image)), "m"))


@given(st.lists(st.tuples(st.floats(-2000, 2000), st.floats(-2000, 2000)), max_size=8))
def test_no_picture_is_shown_twice_and_none_from_afar(places: list[tuple[float, float]]) -> None:
    images = [
        ImageNode(id=f"i{number}", map_id="m", x=x, y=y, asset_id="x") for number, (x, y) in enumerate(places)
    ]
    shown = [scene for scene in story(Document((*GROUND, *images)), "m") if scene.image is not None]
    ids = [scene.image.id for scene in shown if scene.image is not None]
    assert len(ids) == len(set(ids))
    for scene in shown:
        assert scene.image is not None
        assert abs(scene.node.x - scene.image.x) <= NEAR and abs(scene.node.y - scene.image.y) <= NEAR
