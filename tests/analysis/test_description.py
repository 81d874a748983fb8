"""A map in words tells what the drawing shows, in the language that is asked for."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk import templates
from journeydesk.analysis.description import description, descriptions
from journeydesk.analysis.gist import gist
from journeydesk.kinds.branch import Branch
from journeydesk.kinds.decision import DecisionPoint
from journeydesk.kinds.note import Note
from journeydesk.kinds.outcome import Outcome
from journeydesk.kinds.persona import PersonaCard
from journeydesk.kinds.stage import Stage
from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.language import catalogue
from journeydesk.model.document import Document
from journeydesk.model.freshness import Freshness
from journeydesk.model.queries import links, maps, nodes
from journeydesk.model.records import (
    Evidence,
    Influence,
    JourneyMap,
    Persona,
    Project,
    Record,
    Transition,
)

TODAY = Freshness(24, date(2026, 11, 25))
GROUND: tuple[Record, ...] = (
    Project(id="p"),
    Persona(id="ann", name="Ann", profession="Vet"),
    Evidence(id="talks", title="Talks", date="2026-10-01"),
    JourneyMap(id="m", title="A dog", state="as-is", persona_ids=("ann",), scenario="Who comes home?"),
    Stage(id="s1", map_id="m", x=0, title="Look", sentiment=2, evidence_ids=("talks",)),
    Stage(id="s2", map_id="m", x=600, title="Buy?", feelings=(("ann", -3),), sentiment=-1),
    Touchpoint(id="t", map_id="m", x=0, y=300, title="Shop", channel="store", votes=2),
    DecisionPoint(id="d", map_id="m", x=600, y=300, title="This one?"),
    Outcome(id="o", map_id="m", x=900, y=300, title="No dog", fate="lost"),
    Branch(id="q", map_id="m", parent_id="t", title="Is it warm?", topic="quote"),
    Note(id="n", map_id="m", x=3000, title="Ask again"),
    PersonaCard(id="c", map_id="m", x=-900, persona_id="ann"),
    Transition(id="a", map_id="m", source_id="s1", target_id="t"),
    Transition(id="b", map_id="m", source_id="s1", target_id="s2", persona_ids=("ann",)),
    Transition(id="e", map_id="m", source_id="s2", target_id="d"),
    Transition(id="f", map_id="m", source_id="d", target_id="o", share=62.5, title="Too dear"),
    Transition(id="g", map_id="m", source_id="d", target_id="s1", share=37.5, objection="Later"),
    Influence(id="i", map_id="m", source_id="c", target_id="d", influence="blocks"),
)

ENGLISH = """\
A dog (As-is): 2 stages, 1 touchpoint, 1 decision point, 1 outcome, 1 branch, 6 arrows.
Who comes home?
Personas: Ann (Vet).
The stages in their order: 1. Look; 2. Buy?
It leads back once: This one? → Look.
Decision “This one?”: Too dear → No dog, 62.5%; Look, 37.5%.
It ends with: No dog (Lost).
People feel best at “Look”: Pleased.
People feel worst at “Buy?”: Uneasy.
There are 15 claims. Borne out by fresh evidence: 1; by stale evidence alone: 0; by none: 14.

Stage 1: Look
  Phase: Discover
  Sentiment: Pleased (+2)
  Evidence: Talks
  Leads to: Shop
  Leads to: Buy?, travelled by Ann
  Touchpoint: Shop
    Channel: Store; 2 votes
    Quote: Is it warm?

Stage 2: Buy?
  Phase: Discover
  Sentiment: Uneasy (-1)
  Sentiment of Ann: Furious (-3)
  Leads to: This one?
  Decision point: This one?
    Leads out to: No dog, Too dear, 62.5%
    Leads back to: Look, 37.5%, objection: Later
  Outcome: No dog
    Fate: Lost

Also on the map
  Note: Ask again
  Persona: Ann

Influences
  Ann blocks This one?"""


def test_all_of_a_small_map_is_told() -> None:
    assert description(Document(GROUND), "m", catalogue("en"), TODAY) == ENGLISH


def test_it_speaks_french_as_french_is_set() -> None:
    told = description(Document(GROUND), "m", catalogue("fr"), TODAY)
    assert (
        "Décision «\u202fThis one?\u202f»\u00a0: Too dear → No dog, 62,5\u00a0%\u202f; Look, 37,5\u00a0%."
        in told
    )
    assert "Étape 1\u00a0: Look" in told
    assert "Ressenti de Ann\u00a0: Furieux (-3)" in told


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", templates.NAMES)
def test_every_title_of_every_template_is_told(name: str, language: str) -> None:
    document = Document(templates.make(name, language))
    told = descriptions(document, catalogue(language), freshness=TODAY)
    for drawn in maps(document):
        for record in (*nodes(document, drawn.id), *links(document, drawn.id)):
            assert " ".join(record.title.split()) in told


def test_an_empty_map_and_none_have_little_to_tell() -> None:
    document = Document((Project(id="p"), JourneyMap(id="m", title="Nothing")))
    assert description(document, "m", catalogue("en")) == "Nothing: this map is still empty."
    assert description(document, "gone", catalogue("en")) == ""
    assert descriptions(Document((Project(id="p"),)), catalogue("en")) == "This project has no map."


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=20), st.data())
def test_whatever_hangs_and_leads_anywhere_is_told_once(
    ends: list[tuple[int, int]], data: st.DataObject
) -> None:
    kinds = data.draw(
        st.lists(st.sampled_from((Stage, Touchpoint, Outcome, Note, Branch)), min_size=8, max_size=8)
    )
    places = data.draw(st.lists(st.integers(-500, 500), min_size=8, max_size=8))
    parents = data.draw(st.lists(st.integers(-1, 7), min_size=8, max_size=8))
    made = [
        kind(
            id=f"n{i}", map_id="m", x=float(x), title=f"<{i}>",
            parent_id=f"n{parent}" if kind is Branch and -1 < parent < i else "",
        )
        for i, (kind, x, parent) in enumerate(zip(kinds, places, parents, strict=True))
    ]  # fmt: skip
    arrows = [
        Transition(id=f"a{i}", map_id="m", source_id=f"n{a}", target_id=f"n{b}")
        for i, (a, b) in enumerate(ends)
    ]
    document = Document((Project(id="p"), JourneyMap(id="m"), *made, *arrows))
    lines = description(document, "m", catalogue("en"), TODAY).split("\n\n", 1)[1].splitlines()
    own = [line for line in lines if not line.strip().startswith("Leads")]
    assert all(sum(f"<{i}>" in line for line in own) == 1 for i in range(8))
    assert len(lines) - len(own) == len(arrows)


def test_a_map_of_thousands_of_loops_is_told() -> None:
    stages = [Stage(id=f"s{i}", map_id="m", x=i * 300.0, title=f"S{i}") for i in range(1200)]
    back = [Transition(id=f"b{i}", map_id="m", source_id=f"s{i + 1}", target_id=f"s{i}") for i in range(1199)]
    document = Document((Project(id="p"), JourneyMap(id="m"), *stages, *back))
    assert "It leads back 1,199 times" in gist(document, "m", catalogue("en"), TODAY)
    assert description(document, "m", catalogue("en"), TODAY).count("Leads back to: ") == 1199
