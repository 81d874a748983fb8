"""A synthetic project of any size: cards on a grid, trees of branches below them, arrows between them.

For each 10 nodes there are 3 cards and 7 branches, 5 arrows and 7 limbs. Most arrows are short, one in twenty
goes anywhere, one in fifty is a loop; labels have two to six words with accents. The same size gives the same
project.
"""

import math
import random

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.decision import DecisionPoint
from journeydesk.kinds.stage import Stage
from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.model.document import Document
from journeydesk.model.records import JourneyMap, Link, Node, Project, Record, Transition
from journeydesk.model.vocabulary import CHANNELS, DEVICES, PHASES, TOPICS

MAP_ID = f"{1:032x}"
CELL_WIDTH, CELL_HEIGHT = 460.0, 420.0
TEXT = (
    "étape client achat comparer visite rappel œuvre service qualité prix devis réseau créer "
    "forêt naïf où déjà l’équipe choisir retour délai âge être question besoin idée écran "
    "modèle numéro société"
)
WORDS = TEXT.split()


def words(chance: random.Random) -> str:
    """A label."""
    return " ".join(chance.choices(WORDS, k=chance.randint(2, 6)))


def records(count: int) -> list[Record]:
    """The records of a project with so many nodes on its one map."""
    chance = random.Random(count)
    cards = [_card(number, count, chance) for number in range(max(1, count * 3 // 10))]
    branches = _branches(cards, count - len(cards), chance)
    links = _links(cards, count // 2, chance)
    project = Project(id=f"{0:032x}", title="Synthetic", language="fr")
    return [project, JourneyMap(id=MAP_ID, title=f"{count} nodes"), *cards, *branches, *links]


def document(count: int) -> Document:
    """A document of these records."""
    return Document(records(count))


def _card(number: int, count: int, chance: random.Random) -> Node:
    columns = max(1, math.ceil(math.sqrt(count * 0.3)))
    told = {
        "id": f"{2 + number:032x}",
        "map_id": MAP_ID,
        "title": words(chance),
        "x": number % columns * CELL_WIDTH,
        "y": number // columns * CELL_HEIGHT,
    }
    if number % 4 == 0:
        return Stage(**told, phase=chance.choice(PHASES).key, sentiment=chance.randint(-3, 3))
    if number % 10 == 1:
        return DecisionPoint(**told)
    return Touchpoint(**told, channel=chance.choice(CHANNELS).key, device=chance.choice(DEVICES).key)


def _branches(cards: list[Node], count: int, chance: random.Random) -> list[Branch]:
    """Small trees below the cards, each branch below its card or below an earlier branch."""
    found: list[Branch] = []
    below: dict[str, list[str]] = {}
    for number in range(count):
        card = cards[number % len(cards)]
        known = below.setdefault(card.id, [])
        parent = chance.choice(known) if known and chance.random() < 0.4 else card.id
        key = f"{1_000_000_000 + number:032x}"
        topic = chance.choice(TOPICS).key
        found.append(
            Branch(id=key, map_id=MAP_ID, parent_id=parent, order=number, title=words(chance), topic=topic)
        )
        known.append(key)
    return found


def _links(cards: list[Node], count: int, chance: random.Random) -> list[Link]:
    columns = max(1, round(math.sqrt(len(cards))))
    found: list[Link] = []
    for number in range(count):
        source = chance.randrange(len(cards))
        roll = chance.random()
        if roll < 0.02:
            target = source
        elif roll < 0.07:
            target = chance.randrange(len(cards))
        else:
            target = source + chance.choice((1, 1, 1, columns, -1, -columns, 2))
        target = min(max(0, target), len(cards) - 1)
        label = words(chance) if number % 5 == 0 else ""
        share = float(chance.randint(1, 100)) if number % 3 == 0 else None
        found.append(
            Transition(
                id=f"{2_000_000_000 + number:032x}",
                map_id=MAP_ID,
                source_id=cards[source].id,
                target_id=cards[target].id,
                title=label,
                share=share,
            )
        )
    return found
