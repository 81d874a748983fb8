"""A tour shows the whole map, then every stage with all that belongs to it; or the stops in their order."""

from journeydesk import templates
from journeydesk.analysis.filtering import Filter
from journeydesk.analysis.tours import by_stages, by_stops, revealed
from journeydesk.kinds.branch import Branch
from journeydesk.kinds.stage import Stage
from journeydesk.model.document import Document
from journeydesk.model.queries import maps
from journeydesk.model.records import JourneyMap, Node, Project
from journeydesk.model.stops import TourStop
from journeydesk.operations.tours import add_stop


def test_stage_by_stage_shows_the_whole_and_then_each_stage_in_order() -> None:
    document = Document(templates.make("services", "en"))
    drawn = maps(document)[0]
    first, *rest = by_stages(document, drawn.id)
    assert first.title == drawn.title and not first.ids and first.region is None
    assert [halt.title.split(". ")[0] for halt in rest] == ["1", "2", "3", "4"]
    stages = {stage.id for stage in document.all(Stage)}
    assert [len(stages & set(halt.ids)) for halt in rest] == [1, 1, 1, 1]
    assert all(document.get(key) is not None for halt in rest for key in halt.ids)


def test_stops_are_regions() -> None:
    document = Document(templates.make("services", "en"))
    drawn = maps(document)[0]
    assert by_stops(document, drawn.id) == ()
    add_stop(document, drawn.id, TourStop("Here", "Wait", 100, 50, 200, 100))
    (halt,) = by_stops(document, drawn.id)
    assert halt.region is not None and (halt.region.left, halt.region.bottom) == (0, 100)
    assert (halt.title, halt.notes) == ("Here", "Wait")


def test_of_no_map_nothing_is_shown() -> None:
    document = Document(templates.make("blank", "en"))
    assert by_stages(document, "nowhere") == () == by_stops(document, "nowhere")


def test_branches_are_revealed_as_people_read_each_with_all_that_hangs_on_it() -> None:
    document = Document(
        (
            Project(id="p"),
            JourneyMap(id="m"),
            Stage(id="late", map_id="m", x=900.0),
            Stage(id="early", map_id="m", x=100.0),
            *(
                Branch(id=key, map_id="m", parent_id=parent, order=order)
                for key, parent, order in (
                    ("b", "early", 2.0), ("a", "early", 1.0), ("deep", "a", 1.0), ("c", "late", 1.0),
                )
            ),
        )
    )  # fmt: skip
    every = [record.id for record in document.all(Node)]
    assert revealed(document, every) == (("a", "deep"), ("b",), ("c",))
    # What hangs on a card that is out of view comes one by one as well.
    assert revealed(document, ("deep", "c", "nothing")) == (("a", "deep"), ("c",))
    assert revealed(document, ("early",)) == ()


def test_a_filter_that_names_somebody_who_is_gone_shows_everything() -> None:
    conditions = (("personas", "gone"), ("evidence", "gone"), ("evidence", "with"), ("nonsense", "x"))
    stop = TourStop("A", conditions=conditions, folded=())
    document = Document((Project(id="p"), JourneyMap(id="m", stops=(stop,))))
    (halt,) = by_stops(document, "m")
    assert halt.wanted == Filter(evidence=frozenset({"with"}))
    assert (halt.persona_id, halt.incognita, halt.folded) == ("", False, ())
    (older,) = by_stops(Document((Project(id="p"), JourneyMap(id="m", stops=(TourStop("B"),)))), "m")
    assert (older.persona_id, older.incognita, older.folded) == (None, None, None)
