"""A thought that hangs under another node, mind-map fashion."""

from dataclasses import dataclass

from journeydesk.language import N_
from journeydesk.model.fields import Choice, Editor, attribute
from journeydesk.model.records import Node
from journeydesk.model.vocabulary import TOPICS

SIDES = (Choice("", N_("Automatic")), Choice("left", N_("Left")), Choice("right", N_("Right")))
from journeydesk.kinds.feeling import sentiment_field


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch(Node):
    """A thought that hangs under another node, mind-map fashion."""

    topic: str = attribute("idea", N_("Topic"), Editor.CHOICE, choices=TOPICS)
    side: str = attribute("", N_("Side"), Editor.CHOICE, choices=SIDES)
