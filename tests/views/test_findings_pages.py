"""Findings take one page on the screen, and on paper as many as it takes to read them."""

from journeydesk.kinds.stage import Stage
from journeydesk.model.document import Document
from journeydesk.model.records import JourneyMap, Project
from journeydesk.views.findings import MOST, TALL, draw
from journeydesk.views.view import brief

COUNT = 150


def document() -> Document:
    stages = (Stage(id=f"s{n}", map_id="m", title=f"Stage {n}", x=400.0 * n) for n in range(COUNT))
    return Document((Project(id="p"), JourneyMap(id="m", title="Long"), *stages))


def test_on_paper_every_finding_is_told_on_pages_that_can_be_read() -> None:
    found = document()
    pages = list(draw(found, brief(found, "m")))
    assert len(pages) > 3
    assert all(page.height <= TALL for page in pages)
    told = [spot.record_id for page in pages for spot in page.spots]
    assert all(told.count(f"s{n}") == 2 for n in range(COUNT)), "without evidence, without touchpoint"


def test_on_the_screen_they_are_one_page_of_the_first_of_each_check() -> None:
    found = document()
    (page,) = draw(found, brief(found, "m", inviting=True))
    assert len(page.spots) == 2 * MOST
