"""A node where a path ends."""

from dataclasses import dataclass

from journeydesk.language import N_
from journeydesk.model.fields import Choice, Editor, attribute
from journeydesk.model.records import Node
from journeydesk.model.vocabulary import FATES
from journeydesk.kinds.feeling import sentiment_field


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Node):
    """A node where a path ends."""

    fate: str = attribute("gained", N_("Fate"), Editor.CHOICE, choices=FATES)
    sentiment: int | None = sentiment_field()
