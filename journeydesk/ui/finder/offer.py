"""What a person can choose in a finder, and how well it fits what is typed."""

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nlargest

from journeydesk.ui.matching import bare, score

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
