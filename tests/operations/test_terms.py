"""A project's own channels, devices and departments: what differs from the built-in ones, no more."""

import pytest
from hypothesis import given

from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.language import Problem, catalogue
from journeydesk.model.document import Document
from journeydesk.model.fields import term_id
from journeydesk.model.records import Asset, JourneyMap, Project, Term
from journeydesk.model.terms import VOCABULARIES, Listed, entries, listed, used
from journeydesk.operations import terms
from journeydesk.operations.excerpt import Excerpt, excerpt, from_json, to_json
from journeydesk.operations.pasting import paste
from tests.finding import only
from tests.operations.steps import LABEL, PROGRAMS, Step, beginning, one_step, same_ids, take

SAY, DIRE = catalogue("en"), catalogue("fr")
LOGO = Asset(id="logo", name="logo.png", media_type="image/png", width=4, height=2, data=b"\x89PNG")


def ground(*more: Term) -> Document:
    return Document(
        [
            Project(id="p"),
            JourneyMap(id="m"),
            JourneyMap(id="n"),
            Touchpoint(id="a", map_id="m", channel="phone", device="phone"),
            Touchpoint(id="b", map_id="n", channel="phone"),
            Touchpoint(id="c", map_id="m", channel="email"),
            *more,
        ]
    )


def own(title: str = "Chatbot", key: str = "k1", **more: object) -> Term:
    return Term(id=term_id("channel", key), vocabulary="channel", key=key, title=title, **more)  # type: ignore[arg-type]  # any field


def channels(document: Document) -> list[str]:
    return [node.channel for node in document.all(Touchpoint)]


def names(document: Document, *, hidden: bool = False) -> list[str]:
    return [entry.named(SAY) for entry in entries(document, "channel", hidden=hidden)]


def entry(document: Document, key: str, vocabulary: str = "channel") -> Listed:
    return listed(document.get, vocabulary, key)


def kept(document: Document) -> list[str]:
    return [term.id for term in document.all(Term)]


def test_a_project_that_changed_nothing_keeps_nothing_and_offers_what_is_built_in() -> None:
    document = ground()
    assert kept(document) == []
    for vocabulary, choices in VOCABULARIES.items():
        found = entries(document, vocabulary)
        assert [(one.key, one.label, one.icon) for one in found] == [
            (choice.key, choice.label, choice.icon) for choice in choices
        ]
    assert entry(document, "store").named(DIRE) == "Magasin"


def test_an_own_entry_comes_last_and_is_not_translated() -> None:
    document = ground()
    with one_step(document):
        key = terms.add_term(document, "channel", "  Pop-up shop ")
    assert names(document)[-1] == entry(document, key).named(DIRE) == "Pop-up shop"
    with one_step(document, 0):
        assert terms.add_term(document, "channel", "pop-up SHOP") == key
        assert terms.add_term(document, "channel", " ") == ""
        assert terms.add_term(document, "channel", "Magasin") == "store"


def test_adding_what_is_hidden_shows_it_again() -> None:
    document = ground()
    terms.hide_term(document, "channel", "store")
    assert "Store" not in names(document) and "Store" in names(document, hidden=True)
    with one_step(document):
        assert terms.add_term(document, "channel", "store") == "store"
    assert "Store" in names(document) and kept(document) == []


def test_a_new_name_is_seen_everywhere_and_the_key_stays() -> None:
    document = ground()
    with one_step(document):
        terms.rename_term(document, "channel", "phone", " Hotline ")
    assert channels(document) == ["phone", "phone", "email"]
    assert entry(document, "phone").named(DIRE) == "Hotline"
    assert entry(document, "phone", "device").named(SAY) == "Smartphone"
    with one_step(document):
        terms.rename_term(document, "channel", "phone", "Téléphone")
    assert entry(document, "phone").named(SAY) == "Phone" and kept(document) == []


def test_the_name_of_another_entry_merges_the_two_in_any_language() -> None:
    document = ground()
    with one_step(document):
        terms.rename_term(document, "channel", "phone", DIRE("E-mail").upper())
    assert channels(document) == ["email"] * 3
    assert entry(document, "phone").hidden
    assert terms.key_of(document, "channel", "Téléphone") == "phone"
    assert terms.key_of(document, "channel", " Fax ") == "Fax"


def test_no_name_and_the_same_name_change_nothing() -> None:
    document = ground(own())
    with one_step(document, 0):
        for name in ("", "  ", "Phone", "phone"):
            terms.rename_term(document, "channel", "phone", name)
        terms.rename_term(document, "channel", "k1", " ")
        terms.rename_term(document, "channel", "k1", "Chatbot")
    terms.rename_term(document, "channel", "k1", "CHATBOT")
    assert entry(document, "k1").title == "CHATBOT"


def test_a_name_that_touchpoints_have_without_an_entry_is_one() -> None:
    document = Document((Project(id="p"), JourneyMap(id="m"), Touchpoint(id="a", map_id="m", channel="Fax")))
    assert names(document)[-1] == "Fax"
    with one_step(document):
        terms.rename_term(document, "channel", "Fax", "Telefax")
    assert (channels(document), names(document)[-1]) == (["Fax"], "Telefax")
    with one_step(document):
        terms.set_term_colour(document, "channel", "Fax", "#c24a36")
    assert entry(document, "Fax").colour == "#c24a36"


def test_colour_icon_and_picture_come_and_go() -> None:
    document = ground()
    with one_step(document):
        terms.set_term_colour(document, "channel", "phone", "#C24A36")
    with one_step(document):
        terms.set_term_icon(document, "channel", "phone", "star")
    with one_step(document):
        terms.set_term_picture(document, "channel", "phone", LOGO)
    found = entry(document, "phone")
    assert (found.colour, found.icon, found.picture_id) == ("#c24a36", "star", "logo")
    terms.set_term_icon(document, "channel", "phone", "")
    assert (entry(document, "phone").icon, entry(document, "phone").picture_id) == ("phone", "")
    terms.set_term_colour(document, "channel", "phone", "")
    assert kept(document) == []


def test_entries_are_moved_among_one_another() -> None:
    document = ground(own())
    first, second, *rest = names(document)
    with one_step(document):
        terms.move_term(document, "channel", "k1", 0)
    assert names(document) == ["Chatbot", first, second, *rest[:-1]]
    with one_step(document):
        terms.move_term(document, "channel", "k1", 2)
    assert names(document) == [first, second, "Chatbot", *rest[:-1]]
    with one_step(document, 0):
        terms.move_term(document, "channel", "k1", 2)
        terms.move_term(document, "channel", "nobody", 2)
    for _ in range(80):  # ever between the same two
        terms.move_term(document, "channel", "k1", 0)
        terms.move_term(document, "channel", "k1", 1)
    assert names(document)[:3] == [first, "Chatbot", second]


def test_merging_takes_all_uses_along_in_one_step() -> None:
    document = ground(own(), own("Bot", "k2", hidden=True))
    terms.merge_terms(document, "channel", "phone", "k1")
    with one_step(document):
        terms.merge_terms(document, "channel", "k1", "k2")
    assert channels(document) == ["k2", "k2", "email"]
    assert term_id("channel", "k1") not in kept(document)
    assert not entry(document, "k2").hidden
    assert entry(document, "phone").hidden
    with one_step(document, 0):
        terms.merge_terms(document, "channel", "k2", "k2")
        terms.merge_terms(document, "channel", "k2", "")


def test_only_an_own_entry_that_nobody_uses_is_removed() -> None:
    document = ground(own())
    with pytest.raises(Problem, match="built in"):
        terms.remove_term(document, "channel", "phone")
    terms.merge_terms(document, "channel", "email", "k1")
    with pytest.raises(Problem, match="in use"):
        terms.remove_term(document, "channel", "k1")
    terms.merge_terms(document, "channel", "k1", "email")
    key = terms.add_term(document, "channel", "Fax")
    with one_step(document):
        terms.remove_term(document, "channel", key)
    assert kept(document) == []


def test_a_built_in_entry_is_restored() -> None:
    document = ground()
    terms.rename_term(document, "channel", "phone", "Hotline")
    terms.set_term_icon(document, "channel", "phone", "star")
    with one_step(document):
        terms.restore_term(document, "channel", "phone")
    assert names(document) == names(ground())


def test_a_new_entry_is_added_and_given_in_one_step() -> None:
    document = ground()
    with one_step(document):
        terms.give_new_term(document, ["a", "c", "m", "nobody"], "department", "Front desk")
    found = used(document, "department")
    (key,) = set(found) - {""}
    assert [node.id for node in found[key]] == ["a", "c"]
    assert entry(document, key, "department").title == "Front desk"


# Between projects


def sent(document: Document, *ids: str) -> Excerpt:
    return from_json(to_json(excerpt(document, ids)))[0]


def pasted(document: Document, taken: Excerpt) -> Touchpoint:
    with one_step(document):
        (key,) = paste(document, "m", taken)
    return only(document, Touchpoint, key)


def dressed() -> Document:
    """A project with an own channel that has a picture, and a built-in one that was renamed."""
    document = ground(own(picture_id="logo", colour="#c24a36"))
    with document.edit(LABEL) as edit:
        edit.put(LOGO)
    terms.merge_terms(document, "channel", "email", "k1")
    terms.rename_term(document, "channel", "phone", "Hotline")
    return document


def test_own_terms_travel_with_their_pictures() -> None:
    document = ground()
    node = pasted(document, sent(dressed(), "c"))
    found = entry(document, node.channel)
    assert (found.named(SAY), found.colour) == ("Chatbot", "#c24a36")
    assert only(document, Asset, found.picture_id).data == LOGO.data


def test_what_is_there_already_is_not_doubled() -> None:
    taken = sent(dressed(), "c")
    again = ground(own())
    assert pasted(again, taken).channel == "k1"
    namesake = ground(own("chatBOT", "k9"))
    assert pasted(namesake, taken).channel == "k9"
    assert kept(namesake) == [term_id("channel", "k9")]
    twice = ground()
    pasted(twice, taken)
    before = kept(twice)
    pasted(twice, taken)
    assert kept(twice) == before


def test_a_renamed_built_in_entry_stands_beside_the_one_of_another_name() -> None:
    document = ground()
    node = pasted(document, sent(dressed(), "a"))
    assert node.channel != "phone"
    found = entry(document, node.channel)
    assert (found.named(SAY), found.icon) == ("Hotline", "phone")
    assert entry(document, "phone").named(SAY) == "Phone"
    empty = Document((Project(id="p"), JourneyMap(id="m")))
    assert pasted(empty, sent(dressed(), "a")).channel == "phone"
    assert entry(empty, "phone").named(SAY) == "Hotline"


def test_a_plain_name_finds_the_entry_of_that_name() -> None:
    document = ground(own())
    taken = Excerpt((Touchpoint(id="x", map_id="", title="Ask", channel="chatbot", device="Pager"),), ("x",))
    node = pasted(document, taken)
    assert (node.channel, node.device) == ("k1", "Pager")


def test_hostile_terms_harm_nothing() -> None:
    strange = Term(id="x", vocabulary="planet", key="mars", title="Mars")
    told = {"vocabulary": "channel", "key": "k7", "title": "Liar", "icon": "../../etc", "colour": "red"}
    records = (strange, Term(id="device watch", **told), Touchpoint(id="x1", map_id="", channel="k7"))
    taken = from_json(to_json(Excerpt(records, ("x1",))))[0]
    document = ground()
    node = pasted(document, taken)
    assert entry(document, node.channel).named(SAY) == "Liar"
    assert kept(document) == [term_id("channel", "k7")]


# Whatever is done


@given(PROGRAMS)
def test_terms_are_only_what_differs_and_every_key_has_an_entry(program: list[Step]) -> None:
    with same_ids():
        document = beginning()
        for step in program:
            take(document, step)
    for term in document.all(Term):
        assert term.id == term_id(term.vocabulary, term.key)
        own_one = listed(document.get, term.vocabulary, term.key).is_own
        assert own_one or term != Term(id=term.id, vocabulary=term.vocabulary, key=term.key)
    for vocabulary in VOCABULARIES:
        found = entries(document, vocabulary, hidden=True)
        assert len({one.key for one in found}) == len(found)
        assert set(used(document, vocabulary)) - {""} <= {one.key for one in found}
