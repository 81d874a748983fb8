"""The stakeholder map: nobody stands on the title of a quarter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.language import catalogue
from journeydesk.model.document import Document
from journeydesk.model.records import JourneyMap, Persona, Project
from journeydesk.picture.marks import Box, Text, bounds
from journeydesk.views.stakeholders import DISC, QUARTERS, STAKEHOLDERS
from journeydesk.views.view import brief

NAMES = ("Anne", "Béat")
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


@pytest.mark.parametrize(("interest", "influence"), [(0, 10), (10, 10), (0, 0), (10, 0), (5, 5)])
def test_a_long_name_beside_an_edge_lies_over_no_other(interest: float, influence: float) -> None:
    beside = interest + (1 if interest < 10 else -1)
    long = Persona(id="l", name="Béatrice de la Tour-Maubourg", interest=beside, influence=influence)
    people = [Persona(id="a", name="Anne", interest=interest, influence=influence), long]
    document = Document([Project(id="p"), JourneyMap(id="m"), *people])
    (page,) = STAKEHOLDERS.draw(document, brief(document, "m"))
    names = [bounds((mark,)) for mark in page.picture if isinstance(mark, Text) and mark.text[:4] in NAMES]
    first, second = (box for box in names if box is not None)
    assert not first.grown(4).meets(second)
