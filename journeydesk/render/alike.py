"""Finds colours of different meanings that fall together, in grey or for those who do not see all colours."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from journeydesk.language import Message, counted, message
from journeydesk.picture.marks import Box
from journeydesk.picture.seeing import Eye, distance
from journeydesk.render.meanings import LIGHTER_OR_DARKER, Meaning, Palette, occurring
from journeydesk.render.remark import Remark, short

NEAREST = 10.0  # at arm's length and beyond, lines and small areas that are nearer are taken for one another
EYES = {
    Eye.EVERY: message("for every eye"),
    Eye.GREY: message("in grey"),
    Eye.PROTAN: message("for the red-blind (protanopia)"),
    Eye.DEUTAN: message("for the green-blind (deuteranopia)"),
    Eye.TRITAN: message("for the blue-blind (tritanopia)"),
}


@dataclass(frozen=True, slots=True)
class _Pair:
    one: Meaning
    other: Meaning
    eyes: tuple[Eye, ...]


def alike(palettes: tuple[Palette, ...], places: Mapping[str, Box]) -> Iterator[Remark]:
    """What is to be said of colours, where `places` tells of each colour where it is seen first."""
    for palette in palettes:
        pairs = _pairs(occurring(palette, frozenset(places)))
        lost = [pair for pair in pairs if pair.one.sign == pair.other.sign]
        told_still = [pair for pair in pairs if pair.one.sign != pair.other.sign]
        if lost:
            yield _remark(lost, places, _change(lost, palette))
        if told_still:
            yield _remark(told_still, places, palette.advice, hint=True)


def _pairs(palette: Palette) -> list[_Pair]:
    found = []
    for one, other in combinations(palette.meanings, 2):
        eyes = tuple(eye for eye in Eye if distance(one.colour, other.colour, eye) < NEAREST)
        if Eye.EVERY in eyes:
            eyes = (Eye.EVERY,)
        if eyes:
            found.append(_Pair(one, other, eyes))
    return found


def _remark(pairs: list[_Pair], places: Mapping[str, Box], advice: Message, *, hint: bool = False) -> Remark:
    worst = _worst(pairs)
    told = counted(
        "The colours of “{one}” and “{other}” fall together {where}.",
        "The colours of “{one}” and “{other}” fall together {where}; so do {n} pairs in all.",
        len(pairs), one=short(worst.one.words), other=short(worst.other.words), where=_where(worst.eyes),
    )  # fmt: skip
    return Remark(told, places[worst.other.colour], advice, hint=hint)


def _worst(pairs: list[_Pair]) -> _Pair:
    return max(pairs, key=lambda pair: (Eye.EVERY in pair.eyes, len(pair.eyes)))


def _where(eyes: tuple[Eye, ...]) -> Message:
    told = EYES[eyes[0]]
    for eye in eyes[1:]:
        told = message("{first}, {last}", first=told, last=EYES[eye])
    return told


def _change(pairs: list[_Pair], palette: Palette) -> Message:
    """Which colour would set the worst of them apart from all others, where one of those offered does."""
    worst = _worst(pairs)
    others = [one.colour for one in palette.meanings if one is not worst.other]
    room = {
        offer: min(distance(offer, other, eye) for other in others for eye in Eye) for offer in palette.offers
    }
    best = max(room, key=room.__getitem__, default="")
    if not best or room[best] < NEAREST:
        return LIGHTER_OR_DARKER
    return message("Give “{name}” another colour, such as {colour}.",
                   name=short(worst.other.words), colour=best)  # fmt: skip
