"""A step to which no arrow leads belongs to the stage that lies nearest, rather at its left."""

import math

from hypothesis import given
from hypothesis import strategies as st

from journeydesk.analysis.columns import AHEAD, columns
from journeydesk.kinds.stage import Stage
from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.model.document import Document
from journeydesk.model.records import JourneyMap, Project

PLACES = st.tuples(st.integers(-9, 9).map(lambda n: n * 100.0), st.integers(-4, 4).map(lambda n: n * 100.0))


@given(st.lists(PLACES, min_size=1, max_size=12, unique=True), PLACES)
def test_the_nearest_stage_is_found_as_by_looking_at_each(
    places: list[tuple[float, float]], step: tuple[float, float]
) -> None:
    stages = [Stage(id=f"s{at}", map_id="m", x=x, y=y) for at, (x, y) in enumerate(places)]
    touch = Touchpoint(id="t", map_id="m", x=step[0], y=step[1])
    document = Document((Project(id="p"), JourneyMap(id="m"), *stages, touch))
    found = columns(document, "m")
    home = next(column.stage for column in found if touch in column.steps)

    def apart(stage: Stage) -> float:
        dx = step[0] - stage.x
        return math.hypot(dx if dx > 0 else dx * AHEAD, step[1] - stage.y)

    assert home is min((column.stage for column in found), key=apart)
