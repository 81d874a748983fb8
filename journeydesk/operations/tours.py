"""The stops of a map's presentation: adding, telling, ordering and removing them."""

from dataclasses import replace
from typing import Any

from journeydesk.language import Message, message
from journeydesk.model.document import Document
from journeydesk.model.records import JourneyMap
from journeydesk.model.stops import TourStop


def add_stop(document: Document, map_id: str, stop: TourStop, place: int | None = None) -> int:
    """Adds a stop, at the end where no place is given; gives its place, or -1 where there is no such map."""
    stops = _stops(document, map_id)
    if stops is None:
        return -1
    at = len(stops) if place is None else max(0, min(len(stops), place))
    _put(document, map_id, (*stops[:at], stop, *stops[at:]), message("Add stop"))
    return at


def change_stop(document: Document, map_id: str, place: int, **changed: Any) -> None:
    """Gives a stop another title, other notes, or another region."""
    stops = _stops(document, map_id) or ()
    if 0 <= place < len(stops):
        after = stops[place]._replace(**changed)
        _put(document, map_id, (*stops[:place], after, *stops[place + 1 :]), message("Change stop"))


def move_stop(document: Document, map_id: str, place: int, to: int) -> None:
    """Puts a stop at another place among the others."""
    stops = list(_stops(document, map_id) or ())
    if 0 <= place < len(stops):
        stop = stops.pop(place)
        stops.insert(max(0, min(len(stops), to)), stop)
        _put(document, map_id, tuple(stops), message("Move stop"))


def remove_stop(document: Document, map_id: str, place: int) -> None:
    """Takes a stop out of the presentation; nothing on the map changes."""
    stops = _stops(document, map_id) or ()
    if 0 <= place < len(stops):
        _put(document, map_id, (*stops[:place], *stops[place + 1 :]), message("Delete stop"))


def _stops(document: Document, map_id: str) -> tuple[TourStop, ...] | None:
    drawn = document.find(JourneyMap, map_id)
    return drawn.stops if drawn is not None else None


def _put(document: Document, map_id: str, stops: tuple[TourStop, ...], told: Message) -> None:
    drawn = document.find(JourneyMap, map_id)
    if drawn is not None and drawn.stops != stops:
        with document.edit(told) as edit:
            edit.put(replace(drawn, stops=stops))
