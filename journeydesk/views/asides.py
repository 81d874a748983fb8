"""What can stand beside a map on its poster, in words: its notes, its sources with numbers, its findings."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from journeydesk.analysis.findings import Finding, findings
from journeydesk.analysis.naming import named
from journeydesk.analysis.reporting import plain
from journeydesk.kinds.kind import Look
from journeydesk.language import N_, counted, message
from journeydesk.model.dates import told_date
from journeydesk.model.document import Document
from journeydesk.model.fields import label_of
from journeydesk.model.queries import links, nodes, sources_in_order, sources_of
from journeydesk.model.records import Evidence, JourneyMap, Link, Node
from journeydesk.model.vocabulary import SOURCES
from journeydesk.render.asides import Aside, Item
from journeydesk.render.extras import Extras

MOST = 60  # items of each sort that are told
MOST_PLACES = 12  # of the same finding that are named


def asides(document: Document, drawn: JourneyMap, extras: Extras, look: Look) -> tuple[Aside, ...]:
    """Those that are asked for and have something to tell."""
    ways = ((extras.notes, _notes), (extras.findings, _findings), (extras.sources, _sources))
    made = (tell(document, drawn, look) for wanted, tell in ways if wanted)
    return tuple(aside for aside in made if aside.items)


def _on_map(document: Document, drawn: JourneyMap) -> tuple[Node | Link, ...]:
    return (*nodes(document, drawn.id), *links(document, drawn.id))


def _notes(document: Document, drawn: JourneyMap, look: Look) -> Aside:
    """Those of the map and of the project, then of all that is on the map, by name."""
    general = [Item("", text) for text in (drawn.notes, document.project.notes) if text.strip()]
    noted = [record for record in _on_map(document, drawn) if record.notes.strip()]
    found = [*general, *(Item(named(document, record, look.say), record.notes) for record in noted[:MOST])]
    return Aside(look.say(N_("Notes")), tuple(found[:MOST]), len(general) + len(noted))


def _sources(document: Document, drawn: JourneyMap, look: Look) -> Aside:
    """The sources on which the map rests, with the numbers that they have in the whole project."""
    used = {key for record in _on_map(document, drawn) for key in sources_of(record)}
    cited = [(n, source) for n, source in enumerate(sources_in_order(document), 1) if source.id in used]
    items = tuple(_source(number, source, look) for number, source in cited[:MOST])
    return Aside(look.say(N_("Sources")), items, len(cited))


def _source(number: int, source: Evidence, look: Look) -> Item:
    say = look.say
    sort = say(label_of(SOURCES, source.source))
    size = say(counted("1 person", "{n} people", source.sample_size)) if source.sample_size else ""
    more = ", ".join(filter(None, (sort, size, told_date(source.date, say.language))))
    return Item(" ".join(source.title.split()) or sort, more, str(number))


def _findings(document: Document, drawn: JourneyMap, look: Look) -> Aside:
    """What the map leaves open, and what is told of no map: each sentence once, with its places."""
    found = [one for one in findings(document, look.freshness) if one.found.map_id in ("", drawn.id)]
    items = tuple(_told(document, found, look))
    return Aside(look.say(N_("Findings")), items[:MOST], len(items))


def _told(document: Document, found: Sequence[Finding], look: Look) -> Iterator[Item]:
    for check, group in groupby(found, key=attrgetter("check")):
        places: dict[str, list[str]] = {}
        for row in plain(document, group, look.say):
            places.setdefault(row["text"], []).append(row["place"])
        for number, (text, where) in enumerate(places.items()):
            named_places = " · ".join(where[:MOST_PLACES])
            if len(where) > MOST_PLACES:
                more = look.say(message("and {n} more", n=len(where) - MOST_PLACES))
                named_places = f"{named_places} · {more}"
            yield Item("" if number else look.say(check.title), f"{text} {named_places}")
