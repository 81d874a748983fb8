"""Opportunities answer the pain points near which they hang, or to which an arrow joins them."""

from hypothesis import given

from journeydesk.analysis.opportunities import PAINS, chances
from journeydesk.kinds.branch import Branch
from journeydesk.kinds.stage import Stage
from journeydesk.model.document import Document
from journeydesk.model.records import Influence, JourneyMap, Project, Record
from tests.operations.steps import PROGRAMS, Step, beginning, same_ids, take

GROUND: tuple[Record, ...] = (
    Project(id="p"),
    JourneyMap(id="m"),
    Stage(id="s", map_id="m", title="Look"),
    Branch(id="pain", map_id="m", parent_id="s", order=1, title="Slow", topic="pain"),
    Branch(id="below", map_id="m", parent_id="pain", order=1, title="Faster", topic="opportunity"),
    Branch(id="alone", map_id="m", parent_id="s", order=2, title="Else", topic="opportunity"),
    Branch(id="worry", map_id="m", parent_id="s", order=3, title="Safe?", topic="concern"),
)


def test_what_hangs_under_a_pain_point_answers_it() -> None:
    found = chances(Document(GROUND), "m")
    assert [(one.branch.id, one.number, one.stage) for one in found.opportunities] == [
        ("below", 1, 1),
        ("alone", 2, 1),
    ]
    assert [[pain.id for pain in one.pains] for one in found.opportunities] == [["pain"], []]
    assert [pain.id for pain in found.unanswered] == ["worry"]


def test_an_arrow_answers_as_well() -> None:
    joined = Influence(id="i", map_id="m", source_id="alone", target_id="worry")
    found = chances(Document((*GROUND, joined)), "m")
    assert not found.unanswered
    assert [pain.id for pain in found.opportunities[1].pains] == ["worry"]


@given(PROGRAMS)
def test_every_pain_point_is_answered_or_waits_for_an_answer(program: list[Step]) -> None:
    document = beginning()
    with same_ids():
        for step in program:
            take(document, step)
    for drawn in document.all(JourneyMap):
        found = chances(document, drawn.id)
        answered = {pain.id for one in found.opportunities for pain in one.pains}
        waiting = {pain.id for pain in found.unanswered}
        pains = {
            branch.id
            for branch in document.all(Branch)
            if branch.map_id == drawn.id and branch.topic in PAINS
        }
        assert not answered & waiting
        assert waiting <= pains <= answered | waiting
        assert [one.number for one in found.opportunities] == list(range(1, len(found.opportunities) + 1))
