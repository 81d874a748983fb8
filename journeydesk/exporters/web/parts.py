"""Parts of a page beside the maps: personas, what was found, sources."""

import base64
from collections.abc import Collection, Iterable
from itertools import groupby
from operator import attrgetter

from journeydesk.analysis.facts import Section, facts
from journeydesk.analysis.findings import SEVERITIES
from journeydesk.analysis.findings import findings as checked
from journeydesk.analysis.opportunities import chances
from journeydesk.analysis.reporting import Told, plain
from journeydesk.exporters.web.markup import Html, el, joined, link, paragraphs
from journeydesk.language import N_, Catalogue, counted, labelled, message
from journeydesk.model.dates import told_date
from journeydesk.model.document import Document
from journeydesk.model.fields import label_of
from journeydesk.model.records import Asset, Evidence, Persona
from journeydesk.model.vocabulary import ROLES, SOURCES
from journeydesk.render.logo import logo_of

TOLD = ("name", "tagline", "photo_id", "colour", "roles", "notes", "evidence_ids")
CITED = ("title", "source", "date", "sample_size", "quote", "url", "notes")  # told in words of their own
LOGO = (240, 72)  # pixels, at most
MOST = 200  # findings of each check
SHOWN = ("image/png", "image/jpeg", "image/webp", "image/gif")


class Sources:
    """The evidence that is cited on a page, numbered as it is met."""

    def __init__(self, document: Document, say: Catalogue) -> None:
        self._document, self._say = document, say
        self._numbers: dict[str, int] = {}

    def cite(self, keys: Iterable[str]) -> Html:
        """The signs that lead from a claim to its sources."""
        found = []
        for key in keys:
            if self._document.find(Evidence, key) is not None:
                number = self._numbers.setdefault(key, len(self._numbers) + 1)
                label = self._say(N_("Source")) + f" {number}"
                found.append(el("a", f"[{number}]", href=f"#e-{key}", class_="cite", aria_label=label))
        return joined(*(joined(" ", sign) for sign in found))

    def told(self) -> Html:
        """All that were cited, with their numbers."""
        items = []
        for key in self._numbers:
            evidence = self._document.find(Evidence, key)
            if evidence is not None:
                items.append(el("li", *self._line(evidence), id=f"e-{key}"))
        return el("ol", *items) if items else Html()

    def _line(self, evidence: Evidence) -> list[str]:
        say = self._say
        size = say(counted("1 person", "{n} people", evidence.sample_size)) if evidence.sample_size else ""
        sort = say(label_of(SOURCES, evidence.source))
        more = ", ".join(filter(None, (sort, size, told_date(evidence.date, say.language))))
        parts = [el("strong", link(evidence.title or sort, evidence.url)), " ", el("small", more)]
        if evidence.quote:
            parts.append(el("blockquote", paragraphs(evidence.quote)))
        if evidence.notes:
            parts.append(paragraphs(evidence.notes))
        known = facts(self._document, evidence, say, without=CITED)
        rest = [say(labelled(fact.label, ", ".join(fact.values))) for part in known for fact in part.facts]
        if rest:
            parts.append(el("p", el("small", " · ".join(rest))))
        return parts


def person(document: Document, persona: Persona, say: Catalogue, sources: Sources) -> Html:
    """All that is known of a persona."""
    roles = ", ".join(say(label_of(ROLES, role)) for role in persona.roles)
    return el(
        "article",
        _photo(document, persona),
        el("h3", persona.name),
        el("p", persona.tagline) if persona.tagline else Html(),
        el("p", el("strong", roles)) if roles else Html(),
        paragraphs(persona.notes),
        el(
            "div",
            *(_section(section) for section in facts(document, persona, say, without=TOLD)),
            class_="cards",
        ),
        el("p", sources.cite(persona.evidence_ids)) if persona.evidence_ids else Html(),
        class_="persona",
        id=f"p-{persona.id}",
    )


def _photo(document: Document, persona: Persona) -> Html:
    photo = document.find(Asset, persona.photo_id)
    return _image(photo, "", 128, 128) if photo is not None else Html()


def logo(document: Document) -> Html:
    """The project's logo, where there is one."""
    asset = logo_of(document)
    if asset is None:
        return Html()
    scale = min(LOGO[0] / asset.width, LOGO[1] / asset.height)
    name = document.project.organisation or asset.name
    return _image(asset, name, round(asset.width * scale), round(asset.height * scale), class_="logo")


def _image(asset: Asset, told: str, width: int, height: int, **more: str) -> Html:
    if asset.media_type not in SHOWN or not asset.data:
        return Html()
    data = f"data:{asset.media_type};base64,{base64.b64encode(asset.data).decode()}"
    return el("img", src=data, alt=told, width=str(width), height=str(height), **more)


def _section(section: Section) -> Html:
    lines = []
    for fact in section.facts:
        lines += [el("dt", fact.label), *(el("dd", value) for value in fact.values or ("✓",))]
    title = el("h4", section.title) if section.title else Html()
    return el("section", title, el("dl", *lines)) if section.title else el("div", el("dl", *lines))


def opportunities(document: Document, map_id: str, say: Catalogue, sources: Sources) -> Html:
    """The opportunities of a map with the pain points that they answer, and those that nothing answers."""
    found = chances(document, map_id)
    offers = [
        el(
            "li",
            _plain(offer.branch.title),
            sources.cite(offer.branch.evidence_ids),
            el("ul", *(el("li", _plain(pain.title), sources.cite(pain.evidence_ids)) for pain in offer.pains))
            if offer.pains
            else Html(),
        )
        for offer in found.opportunities
    ]
    pains = [el("li", _plain(pain.title), sources.cite(pain.evidence_ids)) for pain in found.unanswered]
    parts = []
    if offers:
        parts += [el("h3", say(N_("Opportunities"))), el("ol", *offers)]
    if pains:
        parts += [el("h3", say(N_("Pain points without an answer"))), el("ul", *pains)]
    return joined(*parts)


def findings(document: Document, map_ids: Collection[str], say: Catalogue) -> Html:
    """What the checks find on these maps, and in what belongs to no map."""
    found = [one for one in checked(document) if one.found.map_id in ("", *map_ids)]
    parts: list[Html] = []
    for check, group in groupby(found, key=attrgetter("check")):
        every = tuple(group)
        title = message(
            "{title} ({severity}, {n})",
            title=say(check.title), severity=say(SEVERITIES[check.severity]), n=len(every),
        )  # fmt: skip
        items = [
            el("li", el("strong", _where(row, map_ids, say)), " ", row["text"])
            for row in plain(document, every[:MOST], say)
        ]
        if len(every) > MOST:
            items.append(el("li", say(message("and {n} more", n=len(every) - MOST))))
        parts += [el("h3", say(title)), el("ul", *items)]
    return joined(*parts)


def _where(row: Told, map_ids: Collection[str], say: Catalogue) -> str:
    """The place of a finding, with its map where the page tells of several."""
    if len(map_ids) > 1 and row["map"]:
        return say(message("{place} – {map}", place=row["place"], map=row["map"]))
    return row["place"]


def _plain(text: str) -> str:
    return " ".join(text.split())
