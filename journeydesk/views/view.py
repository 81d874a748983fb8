"""What a view is: marks with a size, and the spots at which it can be touched and changed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum

from journeydesk.kinds.kind import Look
from journeydesk.language import catalogue
from journeydesk.model.document import Document
from journeydesk.model.freshness import freshness_of
from journeydesk.model.records import JourneyMap
from journeydesk.picture.dressing import dressed
from journeydesk.picture.marks import Box, Picture
from journeydesk.picture.theme import Theme, theme_of

Write = Callable[[Document, str], object]
Drag = Callable[[Document, float, float], object]


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to choose at a spot; `is_on` where it is so already."""

    label: str
    icon: str
    is_on: bool
    do: Callable[[Document], object]


Offers = Callable[[], tuple[Offer, ...]]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a view. What is done there is done to the document, in one step of its history.

    `record_id` is the record that is selected and inspected there, `label` what a screen reader says.
    `write` takes what was typed over `text`; on an `inviting` spot, which stands where nothing is yet and is
    not printed, it adds something. `remove` takes away what is there. `drag` takes the place to which it was
    dragged within `plane`, as shares of its width and height (0 to 1 each); `steps` are the shares that an
    arrow key moves it by. `offers` are what a click, or Enter, lets choose. `press` takes a letter or digit
    at once that is pressed there. `part` tells spots of one record apart that move when it is changed. Where
    the photo of a persona is seen, `photo_of` is their id, and a picture can be put there.
    """

    box: Box
    record_id: str = ""
    label: str = ""
    text: str = ""
    write: Write | None = None
    remove: Callable[[Document], object] | None = None
    plane: Box | None = None
    drag: Drag | None = None
    steps: tuple[float, float] = (0.1, 0.1)
    inviting: bool = False
    press: Write | None = None
    offers: Offers | None = None
    part: str = ""
    photo_of: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """A finished view in board units, with its top left at 0, 0.

    What lies left of `left` and above `top` stays in sight while the rest is scrolled. `title` tells this
    page from others of the same layout, e.g. the name of a persona.
    """

    width: float
    height: float
    picture: Picture
    spots: tuple[Spot, ...] = ()
    title: str = ""
    left: float = 0.0
    top: float = 0.0


class Subject(Enum):
    """What a layout shows."""

    PROJECT = "project"
    MAP = "map"
    PERSONA = "persona"  # one page for each


@dataclass(frozen=True, slots=True)
class Brief:
    """What is to be shown, and how.

    `persona_ids` are those that are asked for, all for none. `aspect` is the width that is wanted for a
    height of 1. `inviting` asks for spots at which something can be added.
    """

    look: Look
    map_id: str
    persona_ids: tuple[str, ...] = ()
    aspect: float = 1.5
    inviting: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """A row of `LAYOUTS`. `draw` gives the pages; it gives none where there is nothing to show.

    With `beside_map`, it is shown under the map, not in its place; with `follows` it shows only the persona
    who is followed on the map. `empty` says what to do where it has no
    page.
    """

    name: str
    title: str
    icon: str
    subject: Subject
    draw: Callable[[Document, Brief], Iterator[View]]
    empty: str
    hint: str = ""
    beside_map: bool = field(default=False, kw_only=True)
    follows: bool = field(default=False, kw_only=True)


def brief(
    document: Document,
    map_id: str,
    *,
    theme: Theme | None = None,
    language: str = "",
    persona_ids: tuple[str, ...] = (),
    aspect: float = 1.5,
    inviting: bool = False,
) -> Brief:
    """What to show of a map; without theme or language, those of the map and of the project."""
    drawn = document.find(JourneyMap, map_id)
    look = Look(
        dressed(theme or theme_of(drawn.theme if drawn else ""), document.project.palette),
        catalogue(language or document.project.language),
        document.get,
        freshness_of(document),
    )
    return Brief(look, map_id, persona_ids, aspect, inviting)
