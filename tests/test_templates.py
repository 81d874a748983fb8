"""The journeys that a project can start from are whole, consistent, and rich enough to try everything on."""

from collections import defaultdict
from typing import Any

import pytest

from journeydesk import templates
from journeydesk.analysis.paths import travelled
from journeydesk.kinds.branch import Branch
from journeydesk.kinds.decision import DecisionPoint
from journeydesk.kinds.frame import Frame
from journeydesk.kinds.note import Note
from journeydesk.kinds.outcome import Outcome
from journeydesk.kinds.persona import PersonaCard
from journeydesk.kinds.stage import Stage
from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.language import LANGUAGES, Problem, catalogue
from journeydesk.layout.flow import Course
from journeydesk.model.clean import clean_record
from journeydesk.model.document import Document
from journeydesk.model.fields import Editor, described, mentioned
from journeydesk.model.queries import maps
from journeydesk.model.records import (
    Asset,
    Comment,
    Evidence,
    Influence,
    JourneyMap,
    Link,
    Node,
    Persona,
    Project,
    Record,
    Transition,
)
from journeydesk.model.terms import chosen
from journeydesk.model.vocabulary import SOURCES
from journeydesk.picture.marks import Box
from journeydesk.render.board import Board

DRAWN = tuple(name for name in templates.NAMES if name != "blank")
NAMES_OF_PEOPLE_AND_PLACES = {"Lucy Bennett", "Helen Ashworth", "Marc Delorme", "Camille", "Lille"}
SAME_IN_BOTH = {"Installation", "Sources"}


@pytest.fixture(params=DRAWN)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def document(name: str, language: str = "en") -> Document:
    return Document(templates.make(name, language))


def words(record: Record) -> list[str]:
    """Every text that a record shows to people."""
    found: list[str] = []
    for told in described(type(record)):
        value = getattr(record, told.name)
        if told.editor in (Editor.LINE, Editor.TEXT):
            found.append(value)
        elif told.editor is Editor.LINES:
            found.extend(value)
        elif told.editor is Editor.PAIRS:
            found.extend(text for pair in value for text in pair)
    return [text for text in found if text]


def holds(box: Box, point: tuple[float, float]) -> bool:
    return box.left <= point[0] <= box.right and box.top <= point[1] <= box.bottom


def outflow(drawn: Document) -> dict[str, list[Transition]]:
    leaving = defaultdict(list)
    for transition in drawn.all(Transition):
        leaving[transition.source_id].append(transition)
    return leaving


def test_every_template_has_a_title_and_a_line_about_it() -> None:
    assert templates.NAMES == ("lucy", "services", "dog", "appliance", "blank")
    assert all(row.title and row.description for row in templates.TITLES)


def test_an_unknown_name_is_a_problem_that_names_the_others() -> None:
    with pytest.raises(Problem) as caught:
        templates.make("cat", "en")
    assert dict(caught.value.told.values)["names"] == "lucy, services, dog, appliance, blank"


def test_the_blank_template_is_one_empty_map(language: str) -> None:
    made = templates.make("blank", language)
    assert [type(record) for record in made] == [Project, JourneyMap]
    assert isinstance(made[0], Project) and made[0].language == language


def test_records_are_clean_and_have_ids_of_their_own(name: str, language: str) -> None:
    made = templates.make(name, language)
    assert all(clean_record(record) == record for record in made)
    assert len({record.id for record in made}) == len(made)
    assert not {record.id for record in made} & {record.id for record in templates.make(name, language)}


def test_the_project_speaks_the_language_that_was_asked_for(name: str, language: str) -> None:
    assert document(name, language).project.language == language


def test_whatever_is_referred_to_exists(name: str) -> None:
    drawn = document(name)
    classes = {"Persona": Persona, "Evidence": Evidence, "Asset": Asset}
    for record in drawn:
        if isinstance(record, Node):
            assert drawn.find(JourneyMap, record.map_id)
            assert not record.parent_id or drawn.find(Node, record.parent_id)
        if isinstance(record, Link):
            ends = drawn.find(Node, record.source_id), drawn.find(Node, record.target_id)
            assert all(end is not None and end.map_id == record.map_id for end in ends)
        for told in described(type(record)):
            if told.refers in classes:
                keys = mentioned(told, getattr(record, told.name))
                assert all(drawn.find(classes[told.refers], key) for key in keys)


def test_every_choice_is_a_key_of_its_vocabulary(name: str) -> None:
    for record in document(name):
        for told in described(type(record)):
            if told.editor in (Editor.CHOICE, Editor.CHOICES):
                value = getattr(record, told.name)
                keys = value if isinstance(value, tuple) else (value,)
                assert {key for key in keys if key} <= {choice.key for choice in told.choices}


def test_shares_add_up_to_a_hundred_wherever_a_path_splits(name: str) -> None:
    drawn = document(name)
    for source, leaving in outflow(drawn).items():
        if len(leaving) > 1 or isinstance(drawn.get(source), DecisionPoint):
            assert sum(transition.share or 0 for transition in leaving) == 100, drawn.get(source)


def test_every_decision_splits_and_every_path_comes_to_an_end(name: str) -> None:
    drawn = document(name)
    leaving = outflow(drawn)
    assert all(len(leaving[decision.id]) > 1 for decision in drawn.all(DecisionPoint))
    onward = {key: {each.target_id for each in links} for key, links in leaving.items()}
    ends = {outcome.id for outcome in drawn.all(Outcome)}
    for start in onward:
        reached, waiting = {start}, [start]
        while waiting:
            fresh = onward.get(waiting.pop(), set()) - reached
            reached |= fresh
            waiting.extend(fresh)
        assert reached & ends


def test_a_poster_of_it_is_full_but_calm(name: str) -> None:
    drawn = document(name)
    assert 35 <= len(drawn.all(Node)) <= 70
    assert drawn.all(Note) and any(node.moment_of_truth for node in drawn.all(DecisionPoint))


def test_no_node_lies_upon_another(name: str, language: str) -> None:
    drawn = document(name, language)
    board = Board(drawn, maps(drawn)[0].id)
    boxes = [
        (placed.node.title, placed.box)
        for placed in board.placed.values()
        if not isinstance(placed.node, Frame | Branch)
    ]
    for place, (title, box) in enumerate(boxes):
        for other_title, other in boxes[place + 1 :]:
            apart = max(
                box.left - other.right, other.left - box.right, box.top - other.bottom, other.top - box.bottom
            )
            assert apart >= 4, (title, other_title)


def test_no_arrow_runs_through_a_card_and_no_label_covers_anything(name: str, language: str) -> None:
    drawn = document(name, language)
    board = Board(drawn, maps(drawn)[0].id)
    cards = {key: placed.box for key, placed in board.placed.items() if not isinstance(placed.node, Frame)}
    labels = [box for strand in board.wiring.strands.values() if (box := strand.box("label"))]
    for strand in board.wiring.strands.values():
        points = strand.route.points(24)
        others = cards.keys() - {strand.link.source_id, strand.link.target_id}
        assert not [drawn.get(key) for key in others if any(holds(cards[key], point) for point in points)]
    for place, label in enumerate(labels):
        assert not any(label.meets(other) for other in [*labels[place + 1 :], *cards.values()])


def test_stages_are_numbered_in_the_order_of_the_story(name: str) -> None:
    drawn = document(name)
    told = [stage.id for stage in drawn.all(Stage)]
    board = Board(drawn, maps(drawn)[0].id)
    assert sorted(told, key=lambda key: board.placed[key].setting.number) == told


def test_every_text_is_french_in_french() -> None:
    for name in DRAWN:
        english, french = templates.make(name, "en"), templates.make(name, "fr")
        for record, translated in zip(english, french, strict=True):
            for before, after in zip(words(record), words(translated), strict=True):
                named = before in NAMES_OF_PEOPLE_AND_PLACES | SAME_IN_BOTH or not before.strip("0123456789")
                assert (before == after) == (named or isinstance(record, Asset)), before


def test_every_field_of_every_persona_is_filled_and_each_has_a_picture(name: str) -> None:
    drawn = document(name)
    for persona in drawn.all(Persona):
        empty = [told.name for told in described(Persona) if getattr(persona, told.name) in ("", (), None)]
        assert empty == [], persona.name
        photo = drawn.find(Asset, persona.photo_id)
        assert photo and photo.data.startswith(b"\x89PNG") and (photo.width, photo.height) == (512, 512)


def test_there_is_evidence_of_every_type_and_all_of_it_is_used(name: str) -> None:
    drawn = document(name)
    sources = drawn.all(Evidence)
    assert {source.source for source in sources} == {choice.key for choice in SOURCES}
    assert all(source.date and source.sample_size and source.strength and source.quote for source in sources)
    assert any(source.url for source in sources) and any(source.fresh_months for source in sources)
    used = {
        key
        for record in drawn
        if isinstance(record, Node | Link)
        for key in (*record.evidence_ids, *getattr(record, "share_evidence_ids", ()))
    }
    assert {source.id for source in sources} == used


def test_lucy_has_two_roles() -> None:
    (lucy,) = document("lucy").all(Persona)
    assert len(lucy.roles) == 2


def test_lucys_mind_map_says_all_that_drives_and_stops_her() -> None:
    drawn = document("lucy")
    (card,) = drawn.all(PersonaCard)
    mains = [branch for branch in drawn.all(Branch) if branch.parent_id == card.id]
    topics = {"need", "concern", "frustration", "objection", "requirement", "goal", "job", "quote"}
    assert topics <= {branch.topic for branch in mains}
    assert {branch.side for branch in mains} == {"left", "right"}
    assert any(transition.objection for transition in drawn.all(Transition))


def test_services_has_four_stages_some_without_evidence_and_referrals() -> None:
    drawn = document("services")
    stages = drawn.all(Stage)
    assert [bool(stage.evidence_ids) for stage in stages] == [True, True, False, False]
    assert any(node.votes for node in drawn.all(Node)) and len(drawn.all(Comment)) == 3
    shares = [
        sorted(transition.share or 0 for transition in outflow(drawn)[decision.id])
        for decision in drawn.all(DecisionPoint)
    ]
    assert shares[:3] == [[20, 30, 50], [40, 60], [50, 50]]
    (referral,) = drawn.all(Influence)
    assert referral.influence == "refers" and referral.target_id == stages[0].id


def test_the_dog_is_found_in_loops_jumps_and_company() -> None:
    drawn = document("dog")
    assert len(drawn.all(Persona)) == len(drawn.all(PersonaCard)) == 4
    assert {link.influence for link in drawn.all(Influence)} == {
        "informs",
        "confirms",
        "blocks",
        "controls",
        "refers",
    }
    shared = [transition for transition in drawn.all(Transition) if len(transition.persona_ids) == 4]
    assert shared and all(travelled(drawn, maps(drawn)[0].id, person.id) for person in drawn.all(Persona))
    board = Board(drawn, maps(drawn)[0].id)
    courses = [board.course_of(transition.id) for transition in drawn.all(Transition)]
    assert {Course.ADVANCE, Course.SKIP, Course.BACK, Course.SELF, Course.EXIT} <= set(courses)
    assert courses.count(Course.BACK) >= 4
    assert sum(transition.observed for transition in drawn.all(Transition)) >= 2


def test_the_appliance_is_bought_across_channels_devices_and_departments() -> None:
    drawn = document("appliance")
    touchpoints = drawn.all(Touchpoint)
    assert len({touchpoint.channel for touchpoint in touchpoints}) >= 5
    assert len({touchpoint.device for touchpoint in touchpoints} - {"none", "paper"}) >= 3
    assert len({touchpoint.department for touchpoint in touchpoints}) >= 3
    feelings = [touchpoint.sentiment for touchpoint in touchpoints if touchpoint.sentiment is not None]
    assert min(feelings) == -3 and max(feelings) == 3
    known = {touchpoint.id: touchpoint for touchpoint in touchpoints}
    steps = [
        (known[link.source_id], known[link.target_id])
        for link in drawn.all(Transition)
        if link.source_id in known and link.target_id in known
    ]
    for told in ("channel", "device", "department"):
        assert any(getattr(before, told) != getattr(after, told) for before, after in steps)


def test_a_template_may_have_channels_of_its_own() -> None:
    told: dict[str, Any] = {
        "project": {"title": "Phone"},
        "term": {
            "bot": {"vocabulary": "channel", "title": "Phone", "icon": "bot"},
            "store": {"vocabulary": "channel", "colour": "#0b7a75"},
        },
        "map": [
            {"touchpoint": {"a": {"at": [0, 0], "channel": "bot"}, "b": {"at": [0, 0], "channel": "store"}}}
        ],
    }
    drawn = Document(templates._Reading(catalogue("fr")).records(told))
    first, second = (chosen(drawn.get, node, "channel") for node in drawn.all(Touchpoint))
    assert first is not None and second is not None
    assert (first.is_own, first.title, first.icon) == (True, "Téléphone", "bot")
    assert (second.key, second.colour) == ("store", "#0b7a75")
