"""What can be found: every action, and what stands on the maps."""

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nlargest

from journeydesk.kinds.catalogue import kind_of
from journeydesk.language import say
from journeydesk.model import queries
from journeydesk.model.document import Document
from journeydesk.model.records import JourneyMap, Node
from journeydesk.ui.action import Context
from journeydesk.ui.actions import action
from journeydesk.ui.keymap import Keymap
from journeydesk.ui.matching import bare, score
from journeydesk.ui.menus import listed, path_text
from journeydesk.ui.panels.outline_rows import text_of

MOST = 40  # places that are shown at once
RECENT = 2.0  # what it is worth to have been used last


@dataclass(frozen=True, slots=True)
class Offer:
    """An action, or a node or map to go to: how it is shown, and the bare texts by which it is found."""

    key: str
    name: str
    path: str
    icon: str
    sought: tuple[str, ...]
    beside: str
    keys: str = ""
    enabled: bool = True
    is_action: bool = True


def commands(context: Context, keymap: Keymap) -> tuple[Offer, ...]:
    """Every action as it is just now; found by its name and its menu, in this language and in English."""
    found = []
    for path, key in listed():
        row = action(key)
        enabled = row.enabled(context)
        if row.passing and not enabled:
            continue
        name = say(row.told(context) if row.told is not None else row.text)
        told, english = path_text(path), path_text(path, str)
        sought = tuple(dict.fromkeys((bare(name), bare(row.text))))
        beside = bare(f"{told} {english} {say(row.hint)}")
        found.append(Offer(key, name, told, row.icon, sought, beside, keymap.told(key), enabled))
    return tuple(found)


def places(document: Document) -> tuple[Offer, ...]:
    """Every map and every node with a text, wherever it stands."""
    maps = queries.maps(document)
    titles = {drawn.id: drawn.title for drawn in maps}
    found = [_place(drawn, drawn.title, say("Maps"), "map") for drawn in maps]
    for node in document.all(Node):
        title = text_of(document, node)
        if title:
            kind = kind_of(node)
            found.append(_place(node, title, f"{titles.get(node.map_id, '')} › {say(kind.title)}", kind.icon))
    return tuple(found)


def _place(record: JourneyMap | Node, name: str, path: str, icon: str) -> Offer:
    return Offer(record.id, name, path, icon, (bare(name),), "", is_action=False)


def ranked(offers: Sequence[Offer], typed: str, used: Sequence[str] = ()) -> list[Offer]:
    """The actions that fit, the best first; what was used lately goes before, what cannot be done comes last.

    Where nothing is typed, only what can be done is offered.
    """
    words = bare(typed).split()
    lately = {key: RECENT * (1 - place / (len(used) + 1)) for place, key in enumerate(used)}
    if not words:
        offered = [offer for offer in offers if offer.enabled]
        return sorted(offered, key=lambda offer: -lately.get(offer.key, 0.0))
    worth = [(_worth(words, offer), offer) for offer in offers]
    fitting = [(value + lately.get(offer.key, 0.0), offer) for value, offer in worth if value]
    return [offer for _, offer in sorted(fitting, key=lambda pair: (not pair[1].enabled, -pair[0]))]


def nearest(offers: Sequence[Offer], typed: str) -> list[Offer]:
    """The places that fit best, at most MOST of them."""
    words = bare(typed).split()
    if not words:
        return list(offers[:MOST])
    worth = ((_worth(words, offer), offer) for offer in offers)
    best = nlargest(MOST, (pair for pair in worth if pair[0]), key=lambda pair: pair[0])
    return [offer for _, offer in best]


def _worth(words: list[str], offer: Offer) -> float:
    return max(score(words, name, offer.beside, scattered=offer.is_action) for name in offer.sought)
