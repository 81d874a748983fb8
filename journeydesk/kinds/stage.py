"""A numbered step of the journey."""

from dataclasses import dataclass

from journeydesk.language import N_
from journeydesk.model.fields import Choice, Editor, attribute
from journeydesk.model.records import Node
from journeydesk.model.vocabulary import PHASES
from journeydesk.kinds.feeling import sentiment_field


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage(Node):
    """A numbered step of the journey."""

    phase: str = attribute("discover", N_("Phase"), Editor.CHOICE, choices=PHASES)
    sentiment: int | None = sentiment_field()
    moment_of_truth: bool = attribute(False, N_("Moment of truth"), Editor.SWITCH)
