"""The threads of personas who travel the same arrow: side by side, like the lines of a metro map."""

from journeydesk.kinds.kind import Look
from journeydesk.kinds.people import TAG, colour_of, dash_of, known, tag, tag_width
from journeydesk.layout.lanes import beside, spread
from journeydesk.layout.routing import Route
from journeydesk.model.records import Link, Persona, Transition
from journeydesk.picture.marks import Box, Group, Mark, Path, Picture, Stroke
from journeydesk.picture.shapes import Cubic, curve

GAP = 1.9  # between threads
FIRST = 14.0  # from an arrow's beginning to its first tag
APART = 3.0  # between tags
ROOM = 0.4  # the part of an arrow that tags may take


def travellers(link: Link, look: Look) -> list[Persona]:
    """The personas who travel an arrow, in the order in which their threads lie from left to right."""
    return known(link.persona_ids, look) if link.persona_ids and isinstance(link, Transition) else []


def thread_width(link: Link) -> float:
    """The width of a thread: it grows with the share."""
    return 2.6 + 1.6 * (getattr(link, "share", None) or 0.0) / 100


def bundle_width(link: Link) -> float:
    """The width of all threads of an arrow; 0 where nobody in particular travels it."""
    if not isinstance(link, Transition):
        return 0.0
    return len(link.persona_ids) * (thread_width(link) + GAP)


def draw_threads(
    link: Link,
    people: list[Persona],
    cubics: list[Cubic],
    rail: Stroke,
    look: Look,
    label: Box | None = None,
) -> Picture:
    """The threads of people along cubics, between two rails, which are drawn as the arrow's line would be.

    No letters stand under the box of the label.
    """
    spacing = thread_width(link) + GAP
    bundle = len(people) * spacing
    marks: list[Mark] = [Path(curve(cubics), stroke=Stroke(look.theme.ground, bundle + GAP))]
    marks += [Path(curve(beside(cubics, side * (bundle + GAP) / 2)), stroke=rail) for side in (-1, 1)]
    for persona, offset in zip(people, spread(len(people), spacing), strict=True):
        line = Stroke(colour_of(persona, look.theme), thread_width(link), dash_of(persona))
        marks.append(Group((Path(curve(beside(cubics, offset)), stroke=line),), owner=persona.id))
    return (*marks, *_tags(people, Route(tuple(cubics)), look, label))


def _tags(people: list[Persona], route: Route, look: Look, label: Box | None) -> Picture:
    """The letters of people near an arrow's beginning, where there is room for all of them."""
    length = route.length
    widths = [tag_width(persona) + APART for persona in people]
    if FIRST + sum(widths) > length * ROOM:
        return ()
    marks: list[Mark] = []
    reach = FIRST
    for persona, width in zip(people, widths, strict=True):
        x, y = route.along((reach + width / 2) / length)
        if label is None or not label.meets(Box.around(x, y, width, TAG)):
            marks.append(Group(tag(persona, x, y, look), owner=persona.id))
        reach += width
    return tuple(marks)
