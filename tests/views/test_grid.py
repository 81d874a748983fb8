"""The grid is the map seen as stages and lanes: what is changed there changes the map."""

import pytest

from journeydesk import templates
from journeydesk.analysis.columns import columns
from journeydesk.kinds.branch import Branch
from journeydesk.kinds.stage import Stage
from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.language import message
from journeydesk.model.document import Document
from journeydesk.model.queries import maps, nodes
from journeydesk.model.records import Evidence, JourneyMap, Project, Record, Transition
from journeydesk.operations.maps import duplicate_map
from journeydesk.views.catalogue import layout_named
from journeydesk.views.view import Spot, View, brief


def small() -> Document:
    """Two stages; a touchpoint after the first, a pain under the second."""
    found: tuple[Record, ...] = (
        Project(id="p"),
        JourneyMap(id="m", title="Way"),
        Stage(id="s1", map_id="m", x=0, y=0, title="Look", sentiment=1),
        Stage(id="s2", map_id="m", x=400, y=0, title="Buy"),
        Touchpoint(id="t", map_id="m", x=500, y=300, title="Website", channel="website"),
        Transition(id="a", map_id="m", source_id="s1", target_id="t"),
        Branch(id="b", map_id="m", parent_id="s2", title="Too dear", topic="pain"),
    )
    return Document(found)


def drawn(document: Document) -> View:
    (page,) = layout_named("grid").draw(document, brief(document, maps(document)[0].id, inviting=True))
    return page


def spot(document: Document, label: str, place: int = 0) -> Spot:
    return [found for found in drawn(document).spots if found.label == label][place]


def test_a_step_belongs_to_the_stage_that_leads_to_it_wherever_it_lies() -> None:
    first, second = columns(small(), "m")
    assert [node.id for node in first.steps] == ["t"] and second.steps == ()
    assert [branch.id for branch in second.branches] == ["b"]


def home(document: Document, key: str) -> str:
    """The stage in whose column a step stands."""
    return next(
        column.stage.id for column in columns(document, "m") if key in {node.id for node in column.steps}
    )


@pytest.mark.parametrize(
    ("x", "y", "stage"), [(500, 300, "s2"), (230, 90, "s1"), (120, 640, "s3"), (260, 700, "s3")]
)
def test_a_step_to_which_nothing_leads_belongs_to_the_nearest_stage(x: float, y: float, stage: str) -> None:
    document = small()
    with document.edit(message("Cut")) as edit:
        edit.remove("a")
        edit.put(Stage(id="s3", map_id="m", x=200, y=600), Touchpoint(id="t", map_id="m", x=x, y=y))
    assert home(document, "t") == stage


def test_a_touchpoint_that_is_dragged_to_another_column_belongs_there_on_the_map_as_well() -> None:
    document = small()
    dragged = spot(document, "Touchpoint: Website")
    assert dragged.drag is not None
    before = tuple(document)
    dragged.drag(document, 0.1, 0.5)
    assert tuple(document) == before, "it stands there already"
    dragged.drag(document, 0.7, 0.5)
    moved, arrow = document.find(Touchpoint, "t"), document.find(Transition, "a")
    assert home(document, "t") == "s2" and moved is not None and moved.x == 400 and moved.y > 0
    assert arrow is not None and (arrow.source_id, arrow.target_id) == ("s1", "t")
    copy = duplicate_map(document, "m", "Copy")
    other = {node.title: node for node in nodes(document, copy.id)}
    assert other["Website"].stage_id == other["Buy"].id
    document.undo()
    document.undo()
    assert home(document, "t") == "s1" and tuple(document) == before


def test_what_is_written_in_a_cell_is_written_on_the_map() -> None:
    document = small()
    told = spot(document, "Pain point: Too dear")
    assert told.write is not None
    told.write(document, "Much too dear")
    branch = document.find(Branch, "b")
    assert branch is not None and branch.title == "Much too dear"


def test_what_is_added_in_a_cell_hangs_on_its_stage() -> None:
    document = small()
    for label in ("Add a pain point", "Add a touchpoint", "Add a source"):
        adding = spot(document, label, 0)
        assert adding.inviting and adding.write is not None
        adding.write(document, f"{label}: new")
    pain = next(branch for branch in document.all(Branch) if branch.id != "b")
    point = next(point for point in document.all(Touchpoint) if point.id != "t")
    source = document.all(Evidence)[0]
    stage = document.find(Stage, "s1")
    assert (pain.parent_id, pain.topic) == ("s1", "pain")
    assert any((arrow.source_id, arrow.target_id) == ("s1", point.id) for arrow in document.all(Transition))
    assert stage is not None and stage.evidence_ids == (source.id,)
    assert spot(document, "Touchpoint: Add a touchpoint: new").record_id == point.id


def test_nothing_is_added_where_nothing_was_typed() -> None:
    document = small()
    before = tuple(document)
    for found in drawn(document).spots:
        if found.inviting and found.write is not None:
            found.write(document, "  ")
    assert tuple(document) == before


def test_a_pain_that_is_dragged_to_another_column_hangs_on_that_stage() -> None:
    document = small()
    dragged = spot(document, "Pain point: Too dear")
    assert dragged.drag is not None
    dragged.drag(document, 0.2, 0.5)
    branch = document.find(Branch, "b")
    assert branch is not None and branch.parent_id == "s1"


def test_the_curve_is_dragged_to_another_sentiment() -> None:
    document = small()
    dragged = spot(document, "Sentiment at “Buy”: Nothing known")
    assert dragged.drag is not None
    dragged.drag(document, 0.5, 0.0)
    stage = document.find(Stage, "s2")
    assert stage is not None and stage.sentiment == 3


def test_the_same_source_is_cited_and_not_made_twice() -> None:
    document = small()
    for place in (0, 1):
        adding = spot(document, "Add a source", place)
        assert adding.write is not None
        adding.write(document, "Twelve interviews" if place else " twelve interviews ")
    assert len(document.all(Evidence)) == 1


def test_every_card_of_a_template_stands_in_one_column() -> None:
    document = Document(templates.make("appliance", "en"))
    found = columns(document, maps(document)[0].id)
    steps = [node.id for column in found for node in column.steps]
    assert (
        len(steps)
        == len(set(steps))
        == len(document.all(Touchpoint))
        + sum(type(node).__name__ in ("DecisionPoint", "Outcome") for node in document)
    )


def test_on_paper_few_stages_take_the_width_that_there_is() -> None:
    document = Document(templates.make("appliance", "en"))
    (screen,) = layout_named("grid").draw(document, brief(document, maps(document)[0].id, inviting=True))
    (page,) = layout_named("grid").draw(document, brief(document, maps(document)[0].id, aspect=1.4))
    assert page.width > screen.width * 1.4 and page.height < screen.height
