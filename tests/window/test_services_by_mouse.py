"""A person draws "Buying professional services" by mouse and keys, on a sheet that stays still."""

from math import dist
from pathlib import Path

import pytest
from PIL import ImageChops

from journeydesk.kinds.catalogue import KINDS, kind_of
from journeydesk.kinds.note import WIDTH
from journeydesk.model.document import Document
from journeydesk.model.records import Influence, Node
from tests.window.services import arrows, cards, missing, name, plan, texts
from tests.window.test_by_hand import drawn
from tests.window.test_kill_and_recover import command
from tests.window.test_services_by_hand import Author

pytestmark = [pytest.mark.xwindow, pytest.mark.timeout(900)]

Spot = tuple[int, int]

SCALE, ORIGIN = 0.8**4, (150, 280)  # pixels to a board unit after four steps of zoom, and where 0, 0 is drawn
SHEET, CLEAR = (60, 70, 1270, 920), (1250, 900)  # the map in the window, and a place of it that stays empty
ACCENT = (0x1F, 0x7A, 0xE0)  # the line around what is selected
RING = 6  # pixels from the edge of the round handle at an arrow's end to its middle
BAR, INFLUENCE, FIRST_KIND, NEXT = 22, 128, 178, 37  # the buttons at the map's edge, from top to bottom
OUT = 9  # pixels from the line around a card to the handle by which an arrow is pulled out of it
# What is first put so many pixels beside its place.
NOTE, WIDER = "Half of those who say no", 30  # pixels
NEAR = 20  # board units
ASTRAY = {"Breakfast seminar": (7, 0), "Lunch once a year": (0, -60), "Handwritten card": (0, -60)}


def spot(node: Node) -> Spot:
    """Where a card is to be drawn."""
    return round(ORIGIN[0] + node.x * SCALE), round(ORIGIN[1] + node.y * SCALE)


def beside(place: Spot, across: int, down: int) -> Spot:
    return place[0] + across, place[1] + down


class Draughtsman(Author):
    """Has the mouse in one hand; `spots` tells where everything is to be drawn."""

    place, size, rest = (4, 26), (1590, 960), 0.03

    def __init__(self, file: Path, home: Path, wanted: Document) -> None:
        super().__init__(file, home)
        found = {name(wanted, node.id): node for node in wanted.all(Node) if not node.parent_id}
        self.spots = {title: spot(node) for title, node in found.items()}
        self._kinds = {title: kind_of(node).name for title, node in found.items()}

    def edges(self) -> tuple[int, int, int, int]:
        """The line around what is selected, as it is seen: left, top, right, bottom."""
        self.point(*CLEAR)
        seen = self.look().crop(SHEET).convert("RGB")
        blank = seen.copy()
        blank.paste(ACCENT, (0, 0, *seen.size))
        far = ImageChops.difference(seen, blank).convert("L").point([255, *[0] * 255])
        found = far.getbbox()
        assert found is not None, "nothing is selected"
        left, top, right, bottom = found
        return left + SHEET[0], top + SHEET[1], right + SHEET[0], bottom + SHEET[1]

    def put(self, title: str, branches: list[str], *, dragged: bool) -> None:
        """A card out of the palette, by a drag or by two clicks, with its branches."""
        number = [kind.name for kind in KINDS].index(self._kinds[title])
        button = BAR, FIRST_KIND + number * NEXT
        place = beside(self.spots[title], *ASTRAY.get(title, (0, 0)))
        if dragged:
            self.drag(button, place)
        else:
            self.click(*button)
            self.click(*place)
        self.write(title)
        self.press("Return")
        for key, text in zip(["Tab", *["Return"] * len(branches)], branches, strict=False):
            self.press(key)
            self.write(text)
            self.press("Return")

    def pull(self, source: str, target: str) -> None:
        """An arrow, pulled from the edge of a card that looks to another one."""
        here, there = self.spots[source], self.spots[target]
        self.press("Escape")
        self.click(*here)
        left, _, right, _ = self.edges()
        self.point(*here)
        self.drag((right + OUT if there[0] > here[0] else left - OUT, here[1]), there)

    def tell(self, title: str, share: float | None) -> None:
        """What stands on the arrow that is selected, and its share."""
        if title:
            self.press("F2")
            self.write(title)
            self.press("Return")
        if share is not None:
            self.press("shift+F4")
            self.write(f"{share:g}")
            self.press("Escape")

    def lead(self, source: str, wrong: str, right: str) -> None:
        """An arrow to a wrong card on the left, which is then taken by its end and led to the right one."""
        self.pull(source, wrong)
        left, top, _, bottom = self.edges()
        end = left + RING, bottom - RING if self.spots[wrong][1] > self.spots[source][1] else top + RING
        self.drag(end, self.spots[right])

    def band(self, *titles: str) -> None:
        """Draws a band over cards and drags them to their places together."""
        places = [beside(self.spots[title], *ASTRAY[title]) for title in titles]
        (left, *_, right), (top, *_, bottom) = sorted(x for x, _ in places), sorted(y for _, y in places)
        self.drag((left - 55, top - 30), (right + 55, bottom + 30))
        self.drag(places[0], self.spots[titles[0]])


def put_cards(person: Draughtsman, wanted: Document) -> None:
    """All cards with their branches; one of these hangs on the wrong card at first."""
    astray = "Show what else we can do"
    for place, (_, title, branches) in enumerate(cards(wanted)):
        mine = [text for text in branches if text != astray]
        person.put(title, [*mine, *[astray] * (title == "Before the purchase")], dragged=place % 2 == 0)
        if title == "Before the purchase":
            left, top, right, bottom = person.edges()
            end = ((left + right) // 2, (top + bottom) // 2)
    person.press("Escape")
    person.drag(end, person.spots["During the engagement"])


def arrange(person: Draughtsman) -> None:
    """Two cards by a band, one by its guide, one by its corner."""
    person.press("Escape")
    person.band("Lunch once a year", "Handwritten card")
    seminar = person.spots["Breakfast seminar"]
    person.drag(beside(seminar, *ASTRAY["Breakfast seminar"]), beside(seminar, 2, 0))
    note = next(title for title in person.spots if title.startswith(NOTE))
    person.click(*person.spots[note])
    *_, right, bottom = person.edges()
    person.drag((right - 4, bottom - 4), (right + WIDER - 4, bottom - 4))


def draw_arrows(person: Draughtsman, wanted: Document) -> None:
    for kind, source, target, title, share in arrows(wanted):
        if kind == Influence.__name__:
            person.click(BAR, INFLUENCE)
            person.drag(person.spots[source], person.spots[target])
            person.press("Escape")
        elif target == "Falls silent":
            person.lead(source, "Refers somebody", target)
        else:
            person.pull(source, target)
        person.tell(title, share)


def assert_places(done: Document, wanted: Document) -> None:
    """Every card lies where it was put, one of them in line with its neighbour, and the note is wider."""
    there = {name(done, node.id): node for node in done.all(Node)}
    plans = {name(wanted, node.id): node for node in wanted.all(Node) if not node.parent_id}
    off = {title: (there[title].x - card.x, there[title].y - card.y) for title, card in plans.items()}
    note = next(title for title in plans if title.startswith(NOTE))
    wider = (there[note].width or 0) - WIDTH
    assert abs(wider - WIDER / SCALE) < NEAR
    off[note] = off[note][0] - wider / 2, off[note][1]
    first = off["Before the purchase"]
    assert not [title for title, shift in off.items() if dist(first, shift) > NEAR]
    assert there["Breakfast seminar"].x == there["Check-up half a year later"].x


def test_a_whole_journey_is_drawn_by_mouse_and_keys_saved_and_exported(tmp_path: Path) -> None:
    file, poster, wanted = tmp_path / "all.journey", tmp_path / "all.pdf", plan(tmp_path)
    command("new", file, "--template", "blank", "--language", "en")
    with Draughtsman(file, tmp_path, wanted) as person:
        person.press("F7", *["ctrl+minus"] * 4)
        put_cards(person, wanted)
        arrange(person)
        draw_arrows(person, wanted)
        person.press("ctrl+s")
        person.export(poster)
        person.wait_for_window("all – ")
        person.leave()
    done = drawn(file)
    assert cards(done) == cards(wanted)
    assert arrows(done) == arrows(wanted)
    assert_places(done, wanted)
    assert not missing(poster, texts(wanted))
