"""A journey as a story: its stages and steps one after the other, each with the picture that shows it."""

import math
from dataclasses import dataclass

from journeydesk.analysis.columns import columns
from journeydesk.kinds.branch import Branch
from journeydesk.kinds.image import ImageNode
from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.model.document import Document
from journeydesk.model.queries import descendants, nodes
from journeydesk.model.records import Node

NEAR = 420.0  # board units from the middle of a picture to that of what it shows


@dataclass(frozen=True, slots=True)
class Scene:
    """A stage or a step with its number in the story, its picture, and what somebody says there."""

    node: Node
    number: str
    image: ImageNode | None
    quote: Branch | None


def story(document: Document, map_id: str) -> tuple[Scene, ...]:
    """The scenes of a map in the order of the journey: "2" is a stage, "2.1" the first touchpoint in it.

    A picture shows what is nearest to it; of several near one node the nearest is taken.
    """
    found = [
        (node, str(column.number) if node is column.stage else f"{column.number}.{place}")
        for column in columns(document, map_id)
        for place, node in enumerate(_told(column.nodes))
    ]
    pictures = _pictures(document, map_id, [node for node, _ in found])
    return tuple(Scene(node, number, pictures.get(node.id), _quote(document, node)) for node, number in found)


def _told(found: tuple[Node, ...]) -> list[Node]:
    return [found[0], *(node for node in found[1:] if isinstance(node, Touchpoint))]


def _pictures(document: Document, map_id: str, told: list[Node]) -> dict[str, ImageNode]:
    chosen: dict[str, tuple[float, str, ImageNode]] = {}
    for image in nodes(document, map_id):
        if isinstance(image, ImageNode) and image.asset_id and told:
            near = min(told, key=lambda node: (_apart(node, image), node.id))
            row = (_apart(near, image), image.id, image)
            if row[0] <= NEAR and (near.id not in chosen or row[:2] < chosen[near.id][:2]):
                chosen[near.id] = row
    return {key: row[2] for key, row in chosen.items()}


def _apart(node: Node, image: Node) -> float:
    if image.parent_id == node.id:
        return 0.0
    return math.hypot(node.x - image.x, node.y - image.y)


def _quote(document: Document, node: Node) -> Branch | None:
    said = (below for below in descendants(document, node.id) if isinstance(below, Branch))
    return next((branch for branch in said if branch.topic == "quote"), None)
