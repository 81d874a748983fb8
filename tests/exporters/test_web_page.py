"""The web page: one file that needs nothing else, says everything, and takes nothing for markup."""

import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk import templates
from journeydesk.analysis.findings import findings
from journeydesk.analysis.reporting import plain
from journeydesk.exporters.catalogue import deliver, map_named
from journeydesk.exporters.web.markup import el, joined, link, paragraphs
from journeydesk.kinds.branch import Branch
from journeydesk.kinds.note import Note
from journeydesk.kinds.stage import Stage
from journeydesk.language import catalogue, message
from journeydesk.model.dates import told_date
from journeydesk.model.document import Document
from journeydesk.model.fields import Editor, described
from journeydesk.model.queries import nodes
from journeydesk.model.records import (
    Asset,
    Comment,
    Evidence,
    JourneyMap,
    Persona,
    Project,
    Record,
    Transition,
)
from journeydesk.views.printing import Order
from tests.render.drawings import png

EMPTY = {"meta", "img", "br"}


class Page(HTMLParser):
    """What a page holds; every element that begins must end."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"style", "text", "svg"} & set(self.open):
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def page_of(document: Document, tmp_path: Path, **order: object) -> Page:
    out = tmp_path / "a.html"
    deliver(document, out, Order(**order))
    text = out.read_text(encoding="utf-8")
    assert text.startswith("<!DOCTYPE html>\n<html")
    return Page(text)


@pytest.mark.parametrize("name", ["lucy", "dog"])
def test_the_page_tells_every_node_persona_and_source(name: str, tmp_path: Path) -> None:
    document = Document(templates.make(name, "fr"))
    page = page_of(document, tmp_path)
    assert ("html", {"lang": "fr"}) in page.elements
    for node in nodes(document, map_named(document).id):
        assert " ".join(node.title.split()) in page.text
    for persona in document.all(Persona):
        assert persona.name in page.text and persona.tagline in page.text
    for evidence in document.all(Evidence):
        assert evidence.title in page.text, "each is cited by a node, an arrow, a share or a persona"


def test_the_findings_of_the_page_are_those_of_the_checks(tmp_path: Path) -> None:
    document = Document(templates.make("services", "en"))
    page = page_of(document, tmp_path)
    rows = plain(document, findings(document), catalogue("en"))
    assert {row["check"] for row in rows} >= {"without-evidence", "stale-evidence"}
    assert all(row["place"] in page.text and row["text"] in page.text for row in rows)
    first = map_named(document).id
    with document.edit(message("Add a map")) as edit:
        edit.put(JourneyMap(id="other", title="Elsewhere", order=1.0))
        edit.put(Stage(id="far", map_id="other", title="Far away"))
    for folder in ("one", "all"):
        (tmp_path / folder).mkdir()
    assert "Far away" not in page_of(document, tmp_path / "one", map_ids=(first,)).text
    assert "Far away – Elsewhere" in page_of(document, tmp_path / "all").text


def test_the_page_needs_nothing_else(tmp_path: Path) -> None:
    page = page_of(Document(templates.make("services", "en")), tmp_path)
    tags = {tag for tag, _ in page.elements}
    assert not tags & {"script", "link", "iframe", "object", "embed", "base"}
    for _, attributes in page.elements:
        assert not any(key.startswith("on") for key in attributes)
        for key in ("src", "href", "xlink:href"):
            assert re.match("data:|#|https?://|mailto:|$", attributes.get(key) or "")
        assert not (attributes.get("src") or "").startswith("http")
    style = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert not re.search(r"url\((?!data:|#)", style)


def test_ids_are_used_once_and_every_way_leads_somewhere(tmp_path: Path) -> None:
    page = page_of(Document(templates.make("appliance", "en")), tmp_path)
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    for tag, attributes in page.elements:
        target = attributes.get("href") or ""
        if tag == "a" and target.startswith("#"):
            assert target[1:] in ids


def test_headings_leave_no_level_out(tmp_path: Path) -> None:
    page = page_of(Document(templates.make("dog", "en")), tmp_path)
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_what_people_wrote_is_never_markup_and_never_a_script(tmp_path: Path) -> None:
    bad = '<script>alert("x")</script> & <b> \x00'
    records = [
        Project(id="p", title=bad, organisation=bad, notes=bad, author=bad),
        JourneyMap(id="m", title=bad, scenario=bad, notes=bad, persona_ids=("q",)),
        Persona(id="q", name=bad, tagline=bad, notes=bad, goals=(bad,), photo_id="a", more=((bad, bad),)),
        Asset(id="a", name=bad, media_type="image/svg+xml", data=b"<svg onload='x'/>"),
        Evidence(id="e", title=bad, quote=bad, url="javascript:alert(1)", notes=bad),
        Stage(id="s", map_id="m", title=bad, notes=bad, url="javascript:alert(1)", evidence_ids=("e",)),
        Branch(id="b", map_id="m", parent_id="s", title=bad, topic="opportunity"),
        Branch(id="c", map_id="m", parent_id="b", title=bad, topic="pain"),
        Transition(id="t", map_id="m", source_id="s", target_id="s", title=bad, objection=bad),
    ]
    page = page_of(Document(records), tmp_path)
    assert not {"script", "b"} & {tag for tag, _ in page.elements}
    assert not any("javascript" in (value or "") for _, told in page.elements for value in told.values())
    assert page.text.count('<script>alert("x")</script> & <b>') > 10


def test_photos_are_in_the_page_and_links_lead_to_the_web(tmp_path: Path) -> None:
    records = [
        Project(id="p"),
        JourneyMap(id="m", persona_ids=("q",)),
        Persona(id="q", name="Ann", photo_id="a"),
        Asset(id="a", media_type="image/png", width=4, height=4, data=png(4, 4, (1, 2, 3))),
        Note(id="n", map_id="m", title="Read", url="https://example.org/?a=1&b=2"),
    ]
    page = page_of(Document(records), tmp_path)
    (photo,) = (told for tag, told in page.elements if tag == "img")
    assert (photo["src"] or "").startswith("data:image/png;base64,") and photo["alt"] == ""
    assert ("a", {"href": "https://example.org/?a=1&b=2"}) in page.elements


def test_only_what_is_chosen_is_told(tmp_path: Path) -> None:
    records = [
        Project(id="p"),
        JourneyMap(id="m"),
        Stage(id="a", map_id="m", title="Ask"),
        Branch(id="b", map_id="m", parent_id="a", title="Price"),
        Stage(id="c", map_id="m", title="Buy", x=500),
        Transition(id="t", map_id="m", source_id="a", target_id="c"),
    ]
    page = page_of(Document(records), tmp_path, ids=("a",))
    told = [attributes["id"] for tag, attributes in page.elements if tag == "li" and "id" in attributes]
    assert told == ["o-a", "o-b"]
    assert ("a", {"href": "#o-c"}) not in page.elements


def test_an_empty_project_makes_a_page_too(tmp_path: Path) -> None:
    page = page_of(Document([Project(id="p"), JourneyMap(id="m")]), tmp_path)
    assert page.text


def said(record_class: type[Record], number: int) -> dict[str, Any]:
    """A value of its own for every field of a class that holds what people wrote."""
    found: dict[str, Any] = {}
    for place, told in enumerate(described(record_class)):
        word = f"Q{number}w{place}x"
        match told.editor:
            case Editor.LINE | Editor.TEXT:
                found[told.name] = word
            case Editor.URL:
                found[told.name] = f"https://example.org/{word}"
            case Editor.LINES:
                found[told.name] = (f"{word}a", f"{word}b")
            case Editor.PAIRS:
                found[told.name] = ((f"{word}n", f"{word}v"),)
    return found


def words_of(values: dict[str, Any]) -> set[str]:
    return set(re.findall("Q[0-9]+w[0-9]+x[a-z]?", repr(values)))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_all_that_was_written_of_people_sources_and_in_remarks_is_told(language: str, tmp_path: Path) -> None:
    person, source = said(Persona, 1), said(Evidence, 2)
    first, second, third = (said(Comment, number) for number in (3, 4, 5))
    records = [
        Project(id="p", language=language),
        JourneyMap(id="m", title="Map", persona_ids=("q",)),
        Stage(id="s", map_id="m", title="Ask"),
        Persona(id="q", evidence_ids=("e",), **person),
        Evidence(id="e", asset_id="a", date="2026-03-02", **source),
        Asset(id="a", name="Talks.ods"),
        Comment(id="c", about_id="s", written="2026-02-01T10:00:00+00:00", **first),
        Comment(id="d", about_id="m", written="2026-02-03T10:00:00+00:00", resolved=True, **second),
        Comment(id="f", about_id="gone", **third),
    ]
    document = Document(records)
    page = page_of(document, tmp_path)
    text = page.text + " ".join(told.get("href") or "" for _, told in page.elements)
    for values in (person, source, first, second):
        assert not {word for word in words_of(values) if word not in text}
    say = catalogue(language)
    assert say("Resolved") in page.text and say("Not resolved") in page.text and "Talks.ods" in page.text
    for day in ("2026-02-01", "2026-02-03", "2026-03-02"):
        assert told_date(day, language) in page.text
    # What they say, think, do and feel stands on a sheet of its own.
    sheets = ""
    for layout in ("persona", "empathy"):
        out = tmp_path / f"{layout}.pdf"
        deliver(document, out, Order(layout=layout))
        sheets += "".join(page.extract_text() for page in pypdf.PdfReader(out).pages)
    assert not {word for word in words_of(person) if word not in sheets}


@given(st.text(), st.text())
def test_text_comes_out_of_markup_as_it_went_in(text: str, name: str) -> None:
    kept = re.sub("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text)
    page = Page(el("p", text, title=name))
    assert "".join(page.words) == kept.replace("\r", "\ufffd") or "\r" in text
    assert [tag for tag, _ in page.elements] == ["p"]
    assert joined(joined(text)) == joined(text)


def test_paragraphs_end_at_empty_lines_and_only_web_links_are_links() -> None:
    assert paragraphs("a\nb\n\n c<") == "<p>a<br>b</p><p>c&lt;</p>"
    assert link("x", "mailto:a@example.org") == '<a href="mailto:a@example.org">x</a>'
    assert link("x", "file:///etc/passwd") == "x"
