"""A map is presented with a clicker in a real window: every stop, a jump, black, and the map as before."""

import time
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from tests.window.person import Person, wait_for
from tests.window.test_by_hand import drawn
from tests.window.test_kill_and_recover import command

pytestmark = [pytest.mark.xwindow, pytest.mark.timeout(240)]

FLIGHT = 1.4  # seconds until a stop is reached and painted
SCREEN = (0, 0, 1600, 1000)


def whole(person: Person) -> Image.Image:
    """What the whole screen shows."""
    person.place, person.size = SCREEN[:2], SCREEN[2:]
    return person.look().convert("RGB")


def differ(one: Image.Image, other: Image.Image) -> float:
    """Which share of the pixels is clearly different."""
    change = ImageChops.difference(one, other).convert("L").point(lambda level: 255 if level > 24 else 0)
    return change.histogram()[255] / (change.width * change.height)


def test_every_stop_is_reached_by_page_down_and_the_map_is_as_before(tmp_path: Path) -> None:
    file = tmp_path / "Buying professional services.journey"
    command("new", file, "--template", "services", "--language", "en")
    document = list(drawn(file))
    with Person(file, tmp_path) as person:
        time.sleep(FLIGHT)
        before = whole(person)
        person.press("shift+F5")
        person.wait_for_window("Presentation")
        time.sleep(FLIGHT)
        stops = [whole(person)]
        for _ in range(4):
            person.press("Next")
            time.sleep(FLIGHT)
            stops.append(whole(person))
        assert all(differ(one, other) > 0.01 for one, other in pairwise(stops))
        person.press("2", "Return")
        time.sleep(FLIGHT)
        assert differ(whole(person), stops[1]) < 0.002
        person.press("b")
        wait_for(lambda: whole(person).getextrema() == ((0, 0), (0, 0), (0, 0)), "a black screen")
        person.press("b")
        time.sleep(0.4)
        assert differ(whole(person), stops[1]) < 0.002
        person.press("Escape")
        person.wait_for_window("Buying professional services")
        time.sleep(FLIGHT)
        assert differ(whole(person), before) < 0.004
        person.press("ctrl+s")
        person.leave()
    assert list(drawn(file)) == document
