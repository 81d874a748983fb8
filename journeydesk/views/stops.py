"""The stops of a presentation: to be put in order on the screen, and a page each in print."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from journeydesk.kinds.pieces import CAPTION, HEADING, STRONG
from journeydesk.language import N_, message
from journeydesk.model.document import Document
from journeydesk.model.queries import personas_of
from journeydesk.model.records import JourneyMap
from journeydesk.model.stops import TourStop
from journeydesk.model.veil import Veil
from journeydesk.operations.guises import folded_on, guise
from journeydesk.operations.tours import change_stop, move_stop, remove_stop
from journeydesk.picture.marks import Box, Group, Picture
from journeydesk.render.board import draw_map
from journeydesk.render.heading import clipped
from journeydesk.views.easel import Easel
from journeydesk.views.view import Brief, Layout, Offer, Subject, View

WIDTH, PICTURE, FOOT = 300.0, 180.0, 78.0
GAP = 22.0
PAGE = 1400.0  # the width of a page in print
SIGN = 15.0
NOTES = 2  # lines of notes on a card


def draw(document: Document, asked: Brief) -> Iterator[View]:
    drawn = document.find(JourneyMap, asked.map_id)
    if drawn is None or not drawn.stops:
        return
    pictures = _Pictures(document, asked)
    if asked.inviting:
        yield _cards(document, drawn, asked, pictures)
    else:
        for number, stop in enumerate(drawn.stops, 1):
            yield _page(asked, stop, number, pictures(stop))


class _Pictures:
    """The map as it is seen at each stop; stops at which it looks alike share one picture."""

    def __init__(self, document: Document, asked: Brief) -> None:
        self._document, self._asked = document, asked
        self._drawn: dict[tuple[frozenset[str] | None, bool], Picture] = {}

    def __call__(self, stop: TourStop) -> Picture:
        folded = None if stop.folded is None else frozenset(stop.folded)
        if (folded, stop.incognita) not in self._drawn:
            self._drawn[folded, stop.incognita] = self._draw(folded, stop.incognita)
        return self._drawn[folded, stop.incognita]

    def _draw(self, folded: frozenset[str] | None, incognita: bool) -> Picture:
        document, look, map_id = self._document, self._asked.look, self._asked.map_id
        if (worn := guise(document, map_id, folded, nameless=False)) is not None:
            document = Veil(document, worn).document
        drawing = draw_map(
            document, map_id, theme=look.theme, language=look.say.language, incognita=incognita
        )
        return drawing.picture


def region(stop: TourStop) -> Box:
    """What of the board a stop shows."""
    return Box.around(stop.x, stop.y, stop.width, stop.height)


def _seen(stop: TourStop, picture: Picture, room: Box) -> Group:
    """The part of the map that a stop shows, in the middle of a box."""
    box = region(stop)
    scale = min(room.width / box.width, room.height / box.height)
    x, y = room.x - box.x * scale, room.y - box.y * scale
    return Group(picture, x, y, scale, clip=box)


def _page(asked: Brief, stop: TourStop, number: int, picture: Picture) -> View:
    easel = Easel(asked.look)
    height = PAGE * stop.height / stop.width
    easel.marks.append(_seen(stop, picture, Box(0, 0, PAGE, height)))
    y = height
    if stop.notes:
        y += 16 + easel.text(stop.notes, HEADING, 0, height + 16, PAGE, asked.look.theme.ink)
    return View(PAGE, y, easel.picture, title=_title(asked, stop, number))


def _title(asked: Brief, stop: TourStop, number: int) -> str:
    return stop.title or asked.look.say(message("Stop {n}", n=number))


def _cards(
    document: Document, drawn: JourneyMap, asked: Brief, pictures: Callable[[TourStop], Picture]
) -> View:
    """A card for each stop, in rows. Dragging a card puts it elsewhere in the order."""
    easel, count = Easel(asked.look), len(drawn.stops)
    across = max(1, min(count, round(asked.aspect * 2.1)))
    rows = -(-count // across)
    whole = Box(0, 0, across * (WIDTH + GAP) - GAP, rows * (PICTURE + FOOT + GAP) - GAP)
    for place, stop in enumerate(drawn.stops):
        left, top = place % across * (WIDTH + GAP), place // across * (PICTURE + FOOT + GAP)
        card = _Card(easel, asked, drawn.id, place, stop)
        box = Box(left + 1, top + 1, left + WIDTH - 1, top + PICTURE + FOOT - 1)
        card.draw(box, pictures(stop))
        easel.spot(
            box,
            label=asked.look.say(message("Stop {n}: {title}", n=place + 1, title=card.title)),
            text=stop.title,
            write=partial(_rename, key=drawn.id, place=place),
            remove=partial(remove_stop, map_id=drawn.id, place=place),
            plane=whole,
            drag=partial(_move, key=drawn.id, place=place, across=across, rows=rows),
            steps=(1 / across, 1 / rows),
            part=card.part("stop"),
        )
        card.add_spots(document, box)
    return View(whole.right, whole.bottom, easel.picture, tuple(easel.spots))


@dataclass(frozen=True, slots=True)
class _Card:
    """The card of one stop."""

    easel: Easel
    asked: Brief
    map_id: str
    place: int
    stop: TourStop

    @property
    def title(self) -> str:
        return _title(self.asked, self.stop, self.place + 1)

    def part(self, name: str) -> str:
        """What tells this stop from the others wherever it stands in the order."""
        stop = self.stop
        return f"{name} {stop.x} {stop.y} {stop.width} {stop.height}"

    def draw(self, box: Box, picture: Picture) -> None:
        easel, theme, stop = self.easel, self.asked.look.theme, self.stop
        easel.area(box, theme.card, theme.card_line, 8, 1.2)
        room = Box(box.left + 6, box.top + 6, box.right - 6, box.top + PICTURE)
        easel.area(room, theme.ground)
        easel.marks.append(_seen(stop, picture, room))
        told = [sign for sign, is_so in self._signs() if is_so]
        x = box.right - 12 - SIGN - 6
        for sign in (*reversed(told),):
            x -= SIGN + 5
            easel.sign(sign, x, room.bottom + 10, SIGN, theme.muted, theme.card)
        easel.sign("sliders-horizontal", box.right - 12 - SIGN, room.bottom + 10, SIGN, theme.ink, theme.card)
        words = clipped(f"{self.place + 1}. {self.title}", STRONG, x - 8 - box.left - 12, 1)
        easel.marks += words.placed(box.left + 12, room.bottom + 8, theme.ink)
        empty = self.asked.look.say(N_("Notes for the presenter"))
        notes = clipped(stop.notes or empty, CAPTION, box.width - 24, NOTES)
        easel.marks += notes.placed(box.left + 12, room.bottom + 34, theme.muted)

    def _signs(self) -> tuple[tuple[str, bool], ...]:
        """What is special about how the map is seen here."""
        stop = self.stop
        return (
            ("route", bool(stop.persona_id)),
            ("telescope", stop.incognita),
            ("funnel", bool(stop.conditions)),
            ("fold-vertical", bool(stop.folded)),
            ("list-tree", stop.reveals),
        )

    def add_spots(self, document: Document, box: Box) -> None:
        """What can be changed on the card besides its title."""
        say, key, place, notes = self.asked.look.say, self.map_id, self.place, self.stop.notes
        top = box.top + PICTURE
        self.easel.spot(
            Box(box.right - 12 - SIGN - 7, top + 3, box.right - 5, top + 17 + SIGN),
            label=say(message("How the map is seen at stop {n}", n=place + 1)),
            offers=partial(self._offers, document),
            part=self.part("look"),
        )
        self.easel.spot(
            Box(box.left + 6, top + 30, box.right - 6, box.bottom - 4),
            label=say(message("Notes of stop {n}", n=place + 1)),
            text=notes,
            write=partial(_note, key=key, place=place),
            remove=partial(change_stop, map_id=key, place=place, notes="") if notes else None,
            inviting=not notes,
            part=self.part("notes"),
        )

    def _offers(self, document: Document) -> tuple[Offer, ...]:
        say, stop = self.asked.look.say, self.stop
        change = partial(change_stop, map_id=self.map_id, place=self.place)
        now = folded_on(document, self.map_id)
        reveals = partial(change, reveals=not stop.reveals)
        charts = partial(change, incognita=not stop.incognita)
        found = [
            Offer(say(N_("Reveal branches one by one")), "list-tree", stop.reveals, reveals),
            Offer(say(N_("Show terra incognita")), "telescope", stop.incognita, charts),
            Offer(
                say(N_("Fold as the map is folded now")),
                "fold-vertical",
                stop.folded is not None and set(stop.folded) == set(now),
                partial(change, folded=now),
            ),
        ]
        if stop.conditions:
            found.append(
                Offer(say(N_("Take the filter away")), "funnel-x", False, partial(change, conditions=()))
            )
        for person in personas_of(document, self.map_id):
            is_on = stop.persona_id == person.id
            told = say(message("Follow {name}", name=person.name or say(N_("Untitled"))))
            follows = partial(change, persona_id="" if is_on else person.id)
            found.append(Offer(told, "route", is_on, follows))
        return tuple(found)


def _rename(document: Document, text: str, key: str, place: int) -> None:
    change_stop(document, key, place, title=text)


def _note(document: Document, text: str, key: str, place: int) -> None:
    change_stop(document, key, place, notes=text)


def _move(document: Document, x: float, y: float, key: str, place: int, across: int, rows: int) -> None:
    column, row = min(across - 1, int(x * across)), min(rows - 1, int(y * rows))
    move_stop(document, key, place, row * across + column)


STOPS = Layout(
    "stops",
    N_("Stops"),
    "milestone",
    Subject.MAP,
    draw,
    N_("There is no stop yet. Go back to the map and choose View, Presentation, Make a Stop of This View."),
    N_("Where a presentation halts: drag them into order; a page each in print"),
)
