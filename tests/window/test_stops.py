"""Stops that are folded and engraved are presented by keys; the map is as before afterwards."""

from pathlib import Path

import pytest

from journeydesk import templates
from journeydesk.model.document import Document
from journeydesk.model.queries import children, maps, nodes
from journeydesk.model.stops import TourStop
from journeydesk.operations.tours import add_stop
from journeydesk.storage.working_copy import WorkingCopy
from tests.window.person import Person, wait_for
from tests.window.test_by_hand import drawn
from tests.window.test_presenting import is_seen, still

pytestmark = [pytest.mark.xwindow, pytest.mark.timeout(900)]


def test_stops_show_the_map_as_they_want_it_and_leave_it_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "Buying professional services.journey"
    document = Document(templates.make("services", "en"))
    map_id = maps(document)[0].id
    folded = tuple(node.id for node in nodes(document, map_id) if children(document, node.id))
    place = TourStop("Open", "", 600, 150, 1600, 900, folded=())
    for stop in (
        place,
        place._replace(title="Folded", folded=folded),
        place._replace(title="What we know", x=1500, folded=folded, incognita=True),
    ):
        add_stop(document, map_id, stop)
    WorkingCopy.create(tuple(document), file).close()
    kept = list(drawn(file))
    with Person(file, tmp_path) as person:
        before = still(person)
        person.press("F5")
        person.wait_for_window("Presentation")
        seen = [still(person, unlike=before)]
        for _ in range(2):
            person.press("Next")
            seen.append(still(person, unlike=seen[-1]))
        person.press("Left", "Left")
        wait_for(lambda: is_seen(person, seen[0], before, *seen[1:]), "the first stop again")
        person.press("n")
        still(person)
        person.press("Escape")
        person.wait_for_window("Buying professional services")
        wait_for(lambda: is_seen(person, before, *seen), "the map as before")
        person.press("ctrl+s")
        person.leave()
    assert list(drawn(file)) == kept
