"""A style goes to whatever it fits, in one step; what a node says stays its own."""

from dataclasses import replace

import pytest

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.persona import PersonaCard
from journeydesk.kinds.stage import Stage
from journeydesk.model.document import Document
from journeydesk.model.records import Influence, Persona, Transition
from journeydesk.operations.styles import apply, style_of
from tests.finding import only
from tests.operations.steps import LABEL, beginning, one_step


@pytest.fixture
def document() -> Document:
    made = beginning()
    lucy, stage = made.find(Persona, "lucy"), made.find(Stage, "s0")
    branch, arrow = made.find(Branch, "b0"), made.find(Transition, "t0")
    assert lucy is not None and stage is not None and branch is not None and arrow is not None
    with made.edit(LABEL) as edit:
        edit.put(
            replace(lucy, colour="#112233"),
            replace(stage, colour="#c24a36", phase="buy", width=400.0, sentiment=2),
            replace(branch, topic="need"),
            replace(arrow, observed=True),
            Transition(id="t1", map_id="m0", source_id="s1", target_id="s0", share=20.0),
            Influence(id="i0", map_id="m0", source_id="c0", target_id="s0"),
        )
    return made


def test_nodes_of_a_kind_come_to_look_alike(document: Document) -> None:
    style = style_of(document, "s0")
    assert style is not None
    with one_step(document):
        assert apply(document, ["s1", "b0", "t0"], style) == 2
    stage, branch = document.find(Stage, "s1"), document.find(Branch, "b0")
    assert stage is not None and branch is not None
    assert (stage.title, stage.colour, stage.phase, stage.width) == ("Buy", "#c24a36", "buy", 400.0)
    assert stage.sentiment is None
    assert (branch.colour, branch.topic, branch.width) == ("#c24a36", "need", None)


def test_a_branch_gives_its_topic(document: Document) -> None:
    style = style_of(document, "b0")
    assert style is not None
    apply(document, ["b1"], style)
    branch = only(document, Branch, "b1")
    assert branch.topic == "need"


def test_arrows_give_their_line_to_arrows_of_their_kind(document: Document) -> None:
    style = style_of(document, "t0")
    assert style is not None
    with one_step(document):
        assert apply(document, ["t1", "i0", "s0"], style) == 1
    arrow = only(document, Transition, "t1")
    assert (arrow.observed, arrow.share) == (True, 20.0)
    with one_step(document, 0):
        assert apply(document, ["t1"], style) == 1
        assert apply(document, ["s0", "gone"], style) == 0


def test_a_card_gives_the_colour_of_its_persona(document: Document) -> None:
    card = only(document, PersonaCard, "c0")
    assert card.colour == ""
    style = style_of(document, "c0")
    assert style is not None and style.values["colour"] == "#112233"
    assert style_of(document, "lucy") is None
