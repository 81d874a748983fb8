"""Channels, devices and departments are renamed and merged at all touchpoints at once."""

from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.model.document import Document
from journeydesk.model.records import JourneyMap, Project
from journeydesk.operations.vocabularies import key_of, rename_entry
from tests.operations.steps import one_step


def ground() -> Document:
    return Document(
        [
            Project(id="p"),
            JourneyMap(id="m"),
            JourneyMap(id="n"),
            Touchpoint(id="a", map_id="m", channel="phone", device="phone"),
            Touchpoint(id="b", map_id="n", channel="phone"),
            Touchpoint(id="c", map_id="m", channel="email"),
        ]
    )


def channels(document: Document) -> list[str]:
    return [node.channel for node in document.all(Touchpoint)]


def test_a_new_name_goes_to_all_maps_in_one_step() -> None:
    document = ground()
    with one_step(document):
        rename_entry(document, "channel", "phone", " Hotline ")
    assert channels(document) == ["Hotline", "Hotline", "email"]
    assert document.all(Touchpoint)[0].device == "phone"


def test_the_name_of_another_entry_merges_the_two_in_any_language() -> None:
    document = ground()
    with one_step(document):
        rename_entry(document, "channel", "phone", "e-mail")
    assert channels(document) == ["email"] * 3
    rename_entry(document, "channel", "email", "Hotline")
    assert key_of(document, "channel", "HOTLINE") == "Hotline"
    assert key_of(document, "channel", "Téléphone") == "phone"


def test_no_name_and_the_same_name_change_nothing() -> None:
    document = ground()
    with one_step(document, 0):
        for name in ("", "  ", "Phone", "phone"):
            rename_entry(document, "channel", "phone", name)
        rename_entry(document, "channel", "store", "Shop")
