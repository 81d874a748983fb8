"""The stakeholder map: nobody stands on the title of a quarter."""

from hypothesis import given
from hypothesis import strategies as st

from journeydesk.language import catalogue
from journeydesk.model.document import Document
from journeydesk.model.records import JourneyMap, Persona, Project
from journeydesk.picture.marks import Box, Text, bounds
from journeydesk.views.stakeholders import DISC, QUARTERS, STAKEHOLDERS
from journeydesk.views.view import brief

LEVELS = st.integers(0, 20).map(lambda number: number / 2)


@given(LEVELS, LEVELS, st.sampled_from(["en", "fr"]))
def test_one_persona_covers_no_title(influence: float, interest: float, language: str) -> None:
    persona = Persona(id="q", name="Ann", influence=influence, interest=interest)
    document = Document([Project(id="p", language=language), JourneyMap(id="m"), persona])
    (page,) = STAKEHOLDERS.draw(document, brief(document, "m"))
    (spot,) = page.spots
    disc = Box(spot.box.left + 3, spot.box.top + 3, spot.box.left + 3 + DISC, spot.box.top + 3 + DISC)
    titles = {catalogue(language)(title) for title in QUARTERS}
    found = [mark for mark in page.picture if isinstance(mark, Text) and mark.text in titles]
    assert len(found) == len(titles)
    for mark in found:
        box = bounds((mark,))
        assert box is not None and not box.meets(disc)
