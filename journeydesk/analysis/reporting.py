"""Findings in words of any language: as plain values for other programs, and as lines for people."""

from collections.abc import Iterable, Sequence

from journeydesk.analysis.findings import SEVERITIES, Finding
from journeydesk.analysis.naming import named
from journeydesk.language import N_, Catalogue, counted, message
from journeydesk.model.document import Document
from journeydesk.model.queries import maps

Told = dict[str, str]


def plain(document: Document, found: Iterable[Finding], say: Catalogue) -> list[Told]:
    """Each finding with its id, check, severity, map, place and text; map and place have ids of their own."""
    titles = {drawn.id: drawn.title or say(N_("Untitled")) for drawn in maps(document)}
    return [
        {
            "id": finding.id,
            "check": finding.check.name,
            "severity": finding.check.severity.value,
            "map": titles.get(finding.found.map_id, ""),
            "map_id": finding.found.map_id,
            "place": named(document, finding.found.record, say, is_share=finding.found.is_share),
            "place_id": finding.found.record.id,
            "text": say(finding.found.told),
        }
        for finding in found
    ]


def lines(document: Document, found: Sequence[Finding], say: Catalogue) -> list[str]:
    """The findings for people, under the title of what was looked for; the last line counts them."""
    told: list[str] = []
    rows = plain(document, found, say)
    several = len(maps(document)) > 1
    last = ""
    for finding, row in zip(found, rows, strict=True):
        title = say(finding.check.title)
        if title != last:
            told += [*([""] if told else []), f"{title} ({say(SEVERITIES[finding.check.severity])})"]
            last = title
        place = row["place"]
        if several and row["map"]:
            place = say(message("{place} – {map}", place=place, map=row["map"]))
        told.append("  " + say(message("{place}: {told}", place=place, told=row["text"])))
    nothing = say(N_("There is nothing to report."))
    count = say(counted("1 finding", "{n} findings", len(found)))
    return [*told, "", count] if told else [nothing]
