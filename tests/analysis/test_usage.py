"""Where sources are used."""

from hypothesis import given, settings

from journeydesk.analysis.usage import Use, uses, uses_of
from journeydesk.kinds.stage import Stage
from journeydesk.model.document import Document
from journeydesk.model.records import Evidence, JourneyMap, Persona, Project, Transition
from tests.operations.steps import PROGRAMS, Step, beginning, take


def test_uses_are_told_map_by_map_in_the_order_of_reading() -> None:
    document = Document(
        [
            Project(id="p"),
            JourneyMap(id="later", order=2.0),
            JourneyMap(id="first", order=1.0),
            Evidence(id="e"),
            Evidence(id="unused"),
            Persona(id="lucy", evidence_ids=("e",)),
            Stage(id="right", map_id="first", x=400.0, evidence_ids=("e",)),
            Stage(id="left", map_id="first", evidence_ids=("e", "gone")),
            Stage(id="far", map_id="later", evidence_ids=("e",)),
            Transition(
                id="arrow", map_id="first", source_id="left", target_id="right",
                evidence_ids=("e",), share_evidence_ids=("e",),
            ),
        ]
    )  # fmt: skip
    assert uses(document) == {"e": uses_of(document, "e"), "unused": ()}
    assert uses_of(document, "e") == (
        Use("left", "first"),
        Use("arrow", "first"),
        Use("arrow", "first", is_share=True),
        Use("right", "first"),
        Use("far", "later"),
        Use("lucy"),
    )


@settings(max_examples=30, deadline=None)
@given(PROGRAMS)
def test_one_source_is_used_where_all_of_them_say(steps: list[Step]) -> None:
    document = beginning()
    for step in steps:
        take(document, step)
    assert all(uses_of(document, key) == found for key, found in uses(document).items())
