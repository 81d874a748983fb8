"""A tour shows the whole map, then every stage with all that belongs to it; or the stops in their order."""

from journeydesk import templates
from journeydesk.analysis.tours import by_stages, by_stops
from journeydesk.kinds.stage import Stage
from journeydesk.model.document import Document
from journeydesk.model.queries import maps
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
