"""The stops as cards that are put in order, told, and shown as each of them wants the map to be seen."""

from journeydesk import templates
from journeydesk.model.document import Document
from journeydesk.model.queries import maps, nodes
from journeydesk.model.records import JourneyMap
from journeydesk.model.stops import TourStop
from journeydesk.operations.tours import add_stop
from journeydesk.views.stops import STOPS
from journeydesk.views.view import Spot, View, brief
from tests.finding import only
from tests.operations.steps import one_step
from tests.views.test_layouts import texts


def ground(*stops: TourStop) -> Document:
    document = Document(templates.make("services", "en"))
    for stop in stops:
        add_stop(document, maps(document)[0].id, stop)
    return document


def stops(document: Document) -> tuple[TourStop, ...]:
    return only(document, JourneyMap, maps(document)[0].id).stops


def drawn(document: Document, *, inviting: bool = True) -> tuple[View, ...]:
    return tuple(STOPS.draw(document, brief(document, maps(document)[0].id, inviting=inviting)))


def spot(document: Document, label: str) -> Spot:
    return next(found for found in drawn(document)[0].spots if found.label == label)


def test_notes_are_written_on_the_card() -> None:
    document = ground(TourStop("A"), TourStop("B", "Say it.", 50))
    assert spot(document, "Notes of stop 1").inviting and not spot(document, "Notes of stop 2").inviting
    write = spot(document, "Notes of stop 1").write
    assert write is not None
    with one_step(document):
        write(document, "Wait.\nThen go on.")
    assert [stop.notes for stop in stops(document)] == ["Wait.\nThen go on.", "Say it."]
    remove = spot(document, "Notes of stop 2").remove
    assert remove is not None
    remove(document)
    assert stops(document)[1].notes == ""


def test_a_card_is_known_again_wherever_it_stands() -> None:
    document = ground(TourStop("A", x=1), TourStop("B", x=2), TourStop("C", x=3))
    first = spot(document, "Stop 1: A")
    assert first.drag is not None
    first.drag(document, 0.99, 0.99)
    assert [stop.title for stop in stops(document)] == ["B", "C", "A"]
    assert spot(document, "Stop 3: A").part == first.part


def test_whatever_is_offered_is_one_step_or_so_already() -> None:
    document = ground(TourStop("A", conditions=(("text", "x"),), folded=()))
    offers = spot(document, "How the map is seen at stop 1").offers
    assert offers is not None
    for offer in offers():
        before, steps = tuple(document), document.history[1]
        offer.do(document)
        done = document.history[1] - steps
        assert done == 1 or (done == 0 and offer.is_on), offer.label
        if done:
            document.undo()
        assert set(document) == set(before)
    reveal, chart, *_ = offers()
    reveal.do(document)
    chart.do(document)
    assert stops(document)[0].reveals and stops(document)[0].incognita


def test_a_page_shows_the_map_folded_as_the_stop_wants_it() -> None:
    document = Document(templates.make("services", "en"))
    map_id = maps(document)[0].id
    branch = next(node for node in nodes(document, map_id) if node.parent_id)
    everything = TourStop("Open", "", 0, 0, 9000, 9000, folded=())
    add_stop(document, map_id, everything)
    add_stop(document, map_id, everything._replace(title="Folded", folded=(branch.parent_id,)))
    shown, hidden = drawn(document, inviting=False)
    told = " ".join(branch.title.split())
    assert told in " ".join(texts(shown.picture)) and told not in " ".join(texts(hidden.picture))
    before = tuple(document)
    assert drawn(document) and tuple(document) == before
