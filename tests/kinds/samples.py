"""Nodes of every kind with whatever people may write into them, and where their drawings are painted over."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from journeydesk.kinds.kind import Kind, Look, Setting
from journeydesk.language import catalogue
from journeydesk.model.clean import clean_record
from journeydesk.model.fields import Editor, described
from journeydesk.model.records import Asset, Node, Persona, Record
from journeydesk.model.vocabulary import ROLES
from journeydesk.picture.marks import Path, Picture, Text
from journeydesk.picture.shapes import Point, at
from journeydesk.picture.theme import PAPER, Theme

FRENCH = "« Est-ce que l’essai gratuit suffira ? » demande Noëlle\u00a0: 50\u00a0% des œuvres\u202f!"
TEXTS = {
    "empty": "",
    "letter": "A",
    "words": "Compare three offers before the summer holidays",
    "long": "Anticonstitutionnellement " * 77,
    "word": "W" * 2000,
    "lines": "\n\none\n\n\ntwo\n",
    "hostile": "<b>R&D</b> \ud800\x00\u202egpj.exe {n} %s \\ \u200d😀👩‍👩‍👧 漢字 نص ﷲ שָׁ e\u0301\u0301\u0301",
    "french": FRENCH,
}
UNKNOWN = "no_such_key_in_any_vocabulary " * 7
RECORDS: dict[str, Record] = {
    "photo": Asset(id="photo", width=40, height=30, data=b"PNG"),
    "tall": Asset(id="tall", width=1, height=3000, data=b"PNG"),
    "empty": Asset(id="empty"),
    "tom": Persona(id="tom", name="Tom", order=1.0),
}


def look(theme: Theme = PAPER, language: str = "en", *records: Record) -> Look:
    found = RECORDS | {record.id: record for record in records}
    return Look(theme, catalogue(language), found.get)


def persona(text: str = "Lucy Bennett", **more: Any) -> Persona:
    roles = tuple(choice.key for choice in ROLES)
    known = {"market_share": 12.5, **more}
    return clean_record(Persona(id="lucy", name=text, tagline=text, roles=roles, **known))


def filled(kind: Kind, *, known: bool = True) -> dict[str, Any]:
    """Values for all fields in which people choose: the last of each vocabulary, or what none has."""
    values: dict[str, Any] = {}
    for told in described(kind.record):
        if told.editor is Editor.CHOICE:
            values[told.name] = told.choices[-1].key if known else UNKNOWN
        elif told.name == "sentiment":
            values[told.name] = -3
        elif told.name == "moment_of_truth":
            values[told.name] = True
        elif told.name == "feelings":
            values[told.name] = (("lucy", 2), ("tom", -3), ("lost", 0))
        elif told.name == "persona_id":
            values[told.name] = "lucy" if known else "nobody"
        elif told.name == "asset_id":
            values[told.name] = "photo" if known else "nothing"
    return values


def variants(kind: Kind, text: str) -> Iterator[Node]:
    """A node with this text: bare, with all fields filled, with unknown words, very narrow, and large."""
    bare = kind.record(id="n", map_id="m", title=text)
    rich = replace(bare, **filled(kind))
    for node in (
        bare,
        rich,
        replace(bare, **filled(kind, known=False)),
        replace(rich, width=1.0, height=1.0),
        replace(rich, width=900.0, height=700.0),
    ):
        yield clean_record(node)


def settings(kind: Kind, node: Node, seen: Look) -> Iterator[Setting]:
    width, height = kind.size(node, seen)
    for number, depth in ((0, 0), (7, 1), (128, 2), (9999, 3)):
        yield Setting(width, height, number=number, hue=depth, depth=depth, side=1 - 2 * (depth % 2))


# What lies under a point


def blended(colour: str, under: str) -> str:
    """A colour with its opacity, seen over another."""
    part = int(colour[7:9], 16) / 255 if len(colour) == 9 else 1.0
    channels = ((int(colour[i : i + 2], 16), int(under[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a * part + b * (1 - part)):02x}" for a, b in channels)


def outline(path: Path) -> list[list[Point]]:
    """The path as straight pieces."""
    rings: list[list[Point]] = []
    for verb, *numbers in path.commands:
        points = [(float(x), float(y)) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
        if verb == "M":
            rings.append(points)
        elif verb == "L":
            rings[-1] += points
        elif verb == "C":
            lead, trail, end = points
            cubic = (rings[-1][-1], lead, trail, end)
            rings[-1] += [at(cubic, i / 8) for i in range(1, 9)]
    return rings


def holds(path: Path, x: float, y: float) -> bool:
    """Whether a point lies in a path, by the non-zero winding rule."""
    winding = 0
    for ring in outline(path):
        for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
            if (y1 <= y) != (y2 <= y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
                winding += 1 if y2 > y1 else -1
    return winding != 0


def ground_under(picture: Picture, text: Text, ground: str) -> str:
    """The colour on which a text of a picture stands at its middle."""
    x, y = text.x + text.width / 2, text.y - text.size * 0.35
    for mark in picture:
        if mark is text:
            return ground
        if isinstance(mark, Path) and mark.fill and holds(mark, x, y):
            ground = blended(mark.fill, ground)
    raise AssertionError("the text is not in the picture")
