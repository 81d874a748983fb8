"""Personas come onto maps, and go without taking a branch along."""

import pytest

from journeydesk.kinds.persona import PersonaCard
from journeydesk.model.queries import children, personas
from journeydesk.model.records import JourneyMap, Link, Persona
from journeydesk.operations import personas as verbs
from journeydesk.operations.fields import rate, set_field
from tests.finding import only
from tests.operations.steps import beginning, one_step


def test_a_new_persona_comes_last() -> None:
    document = beginning()
    with one_step(document):
        made = verbs.add_persona(document, "Ann")
    assert [persona.name for persona in personas(document)] == ["Lucy", "Ann"]
    assert document.get(made.id) == made


def test_a_placed_persona_belongs_to_the_map_once() -> None:
    document = beginning()
    with one_step(document):
        card = verbs.place_persona(document, "m0", "lucy", 10, 20)
    verbs.place_persona(document, "m0", "lucy", 30, 20)
    assert document.get(card.id) == card and (card.x, card.y, card.persona_id) == (10, 20, "lucy")
    drawn = only(document, JourneyMap, "m0")
    assert drawn.persona_ids == ("lucy",)


def test_a_persona_and_its_card_come_in_one_step() -> None:
    document = beginning()
    with one_step(document):
        card = verbs.add_persona_card(document, "m0", "Ann", 0, 0)
    persona = document.find(Persona, card.persona_id)
    drawn = document.find(JourneyMap, "m0")
    assert persona is not None and persona.name == "Ann"
    assert drawn is not None and drawn.persona_ids == (persona.id,)


def test_a_removed_persona_is_named_nowhere_and_its_branches_stay() -> None:
    document = beginning()
    other = verbs.add_persona(document, "Ann").id
    set_field(document, ["m0", "t0"], "persona_ids", ("lucy", other))
    rate(document, ["s0"], "feelings", "lucy", -2)
    rate(document, ["s0"], "feelings", other, 1)
    with one_step(document):
        verbs.remove_persona(document, "lucy")
    card, drawn, link = (
        document.find(PersonaCard, "c0"),
        document.find(JourneyMap, "m0"),
        document.find(Link, "t0"),
    )
    assert document.get("lucy") is None
    assert card is not None and card.persona_id == ""
    assert drawn is not None and drawn.persona_ids == (other,)
    assert link is not None and link.persona_ids == (other,)
    assert getattr(document.get("s0"), "feelings", None) == ((other, 1),)
    assert [child.id for child in children(document, "c0")] == ["b0"]


def test_the_face_is_placed_in_one_step_and_never_out_of_the_photo() -> None:
    document = beginning()
    with one_step(document):
        verbs.place_face(document, "lucy", 7.0, -2.0, 0.1)
    lucy = document.find(Persona, "lucy")
    assert lucy is not None and (lucy.face_x, lucy.face_y, lucy.face_zoom) == (1.0, 0.0, 1.0)
    verbs.place_face(document, "nobody", 0.5, 0.5, 1.0)
    assert document.history[1] == 1


@pytest.mark.parametrize("key", ["nobody"])
def test_removing_nobody_is_no_step(key: str) -> None:
    document = beginning()
    with one_step(document, 0):
        verbs.remove_persona(document, key)
