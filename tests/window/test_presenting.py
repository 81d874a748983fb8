"""A map is presented with a clicker in a real window: every stop, a jump, black, and the map as before."""

from pathlib import Path

import pytest
from PIL import Image, ImageChops

from tests.window.person import Person, wait_for
from tests.window.test_by_hand import drawn
from tests.window.test_kill_and_recover import command

pytestmark = [pytest.mark.xwindow, pytest.mark.timeout(900)]

SCREEN = (0, 0, 1600, 1000)


def whole(person: Person) -> Image.Image:
    """What the whole screen shows."""
    person.place, person.size = SCREEN[:2], SCREEN[2:]
    return person.look().convert("RGB")


def differ(one: Image.Image, other: Image.Image) -> float:
    """Which share of the pixels is clearly different."""
    change = ImageChops.difference(one, other).convert("L").point(lambda level: 255 if level > 24 else 0)
    return change.histogram()[255] / (change.width * change.height)


def still(person: Person, *, unlike: Image.Image | None = None) -> Image.Image:
    """What the whole screen shows once it rests and is clearly another picture than `unlike`."""
    shown = [whole(person)]

    def rests() -> bool:
        shown.append(whole(person))
        is_new = unlike is None or differ(shown[-1], unlike) > 0.01
        return is_new and len(shown) > 5 and not any(differ(shown[-1], other) for other in shown[-6:-1])

    wait_for(rests, "the screen to rest", every=0.25)
    return shown[-1]


def is_seen(person: Person, wanted: Image.Image, *others: Image.Image) -> bool:
    """Whether the screen shows this picture and none of the others; not all of it may be sharp yet."""
    now = whole(person)
    return differ(now, wanted) < 0.5 * min(differ(now, other) for other in others)


def test_every_stop_is_reached_by_page_down_and_the_map_is_as_before(tmp_path: Path) -> None:
    file = tmp_path / "Buying professional services.journey"
    command("new", file, "--template", "services", "--language", "en")
    document = list(drawn(file))
    with Person(file, tmp_path) as person:
        before = still(person)
        person.press("shift+F5")
        person.wait_for_window("Presentation")
        stops = [still(person, unlike=before)]
        for _ in range(4):
            person.press("Next")
            stops.append(still(person, unlike=stops[-1]))
        person.press("2", "Return")
        others = [before, stops[0], *stops[2:]]
        wait_for(lambda: is_seen(person, stops[1], *others), "the second stop")
        person.press("b")
        wait_for(lambda: whole(person).getextrema() == ((0, 0), (0, 0), (0, 0)), "a black screen")
        person.press("b")
        wait_for(lambda: is_seen(person, stops[1], *others), "the second stop after black")
        person.press("Escape")
        person.wait_for_window("Buying professional services")
        wait_for(lambda: is_seen(person, before, *stops), "the map as before")
        person.press("ctrl+s")
        person.leave()
    assert list(drawn(file)) == document
