"""What is known of a record is told as people read it, and nothing of what is not known."""

from journeydesk.analysis.facts import Fact, Section, cited, facts
from journeydesk.kinds.stage import Stage
from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.language import catalogue
from journeydesk.model.dates import told_date
from journeydesk.model.document import Document
from journeydesk.model.records import Evidence, JourneyMap, Persona, Project

DOCUMENT = Document(
    [
        Project(id="p"),
        JourneyMap(id="m", persona_ids=("a",), date="2026-04-08", theme="ink"),
        Persona(id="a", name="Ann", age_from=30, goals=("Less", "More"), more=(("Reads", "letters"),)),
        Evidence(id="e", title="Talks"),
        Stage(
            id="s", map_id="m", title="Ask", feelings=(("a", 2),), moment_of_truth=True, evidence_ids=("e",)
        ),
        Touchpoint(id="t", map_id="m", channel="email", sentiment=-1),
    ]
)
ENGLISH, FRENCH = catalogue("en"), catalogue("fr")


def told(key: str, say: object = ENGLISH, without: tuple[str, ...] = ()) -> dict[str, tuple[str, ...]]:
    record = DOCUMENT.get(key)
    assert record is not None
    sections = facts(DOCUMENT, record, say, without=without)
    return {fact.label: fact.values for section in sections for fact in section.facts}


def test_nothing_is_told_of_what_is_not_known() -> None:
    assert told("e") == {"Title": ("Talks",), "Source": ("Interview",)}


def test_facts_come_in_sections_with_numbers_lists_and_pairs() -> None:
    persona = DOCUMENT.get("a")
    assert persona is not None
    found = facts(DOCUMENT, persona, ENGLISH, without=("name",))
    assert Section("Demographics", (Fact("Age from", ("30\N{NO-BREAK SPACE}years",)),)) in found
    assert Section("What drives them", (Fact("Goals", ("Less", "More")),)) in found
    assert ("Other fields", ("Reads: letters",)) in told("a").items()


def test_other_records_are_told_by_their_names_and_choices_by_their_labels() -> None:
    known = told("m")
    assert (known["Personas"], known["Theme"], known["Date"]) == (("Ann",), ("Ink",), ("8 April 2026",))
    assert told("m", FRENCH)["Date"] == ("8 avril 2026",)
    stage = told("s")
    assert stage["Evidence"] == ("Talks",)
    assert stage["Moment of truth"] == ()
    assert ("Ann: +2",) in stage.values()
    assert "Sentiment" in told("t") and "Sentiment" not in told("t", without=("sentiment",))


def test_a_source_is_cited_in_one_line() -> None:
    whole = Evidence(id="e", title="Talks", date="2026-03-01", sample_size=10, quote="Never again")
    assert cited(whole, ENGLISH) == "Talks (Interview, 10 people, 1 March 2026): “Never again”"
    assert cited(Evidence(id="e", source="survey"), ENGLISH) == "Survey"


def test_a_date_that_is_none_stays_as_it_is() -> None:
    assert told_date("soon", "en") == "soon"


def test_no_votes_are_nothing_to_tell() -> None:
    assert "Votes" not in told("s")
