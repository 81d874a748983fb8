"""Channels are added, renamed, dressed up and put in another order by keys and mouse."""

from pathlib import Path

import pytest

from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.language import catalogue
from journeydesk.model.document import Document
from journeydesk.model.terms import entries, listed
from journeydesk.storage.project_file import read_project
from tests.finding import only
from tests.window.person import Person
from tests.window.test_kill_and_recover import command

pytestmark = [pytest.mark.xwindow, pytest.mark.timeout(900)]


def test_a_channel_of_ones_own_is_written_in_the_inspector_and_dressed_in_its_dialog(tmp_path: Path) -> None:
    file = tmp_path / "channels.journey"
    command("new", file, "--template", "blank")
    with Person(file, tmp_path) as person:
        person.press("ctrl+alt+2")
        person.write("Ask")
        person.press("Return")
        person.press("ctrl+Tab", "Tab")
        person.write("Chatbot")
        person.press("Return")
        person.press("ctrl+shift+d")
        person.wait_for_window("Channels, Devices")
        person.press("F2")
        person.write("Nora")
        person.press("Return", "alt+Up", "alt+Up", "alt+Up", "ctrl+z")
        person.press("Escape")
        person.wait_for_window("channels – ")
        person.press("ctrl+s")
        person.leave()
    document = Document(read_project(file).records)
    key = only(document, Touchpoint).channel
    assert listed(document.get, "channel", key).title == "Nora"
    names = [entry.named(catalogue("en")) for entry in entries(document, "channel")]
    assert names[-3:] == ["Nora", "Self-service", "Partner"]
