"""A node where the path splits."""

from dataclasses import dataclass

from journeydesk.language import N_
from journeydesk.model.fields import Choice, Editor, attribute
from journeydesk.model.records import Node

from journeydesk.kinds.feeling import sentiment_field


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionPoint(Node):
    """A node where the path splits."""

    sentiment: int | None = sentiment_field()
    moment_of_truth: bool = attribute(False, N_("Moment of truth"), Editor.SWITCH)
