"""A contact between a person and a company."""

from dataclasses import dataclass

from journeydesk.language import N_
from journeydesk.model.fields import Choice, Editor, attribute
from journeydesk.model.records import Node
from journeydesk.model.vocabulary import CHANNELS, DEPARTMENTS, DEVICES
from journeydesk.kinds.feeling import sentiment_field


@dataclass(frozen=True, slots=True, kw_only=True)
class Touchpoint(Node):
    """A contact between a person and a company."""

    channel: str = attribute("", N_("Channel"), Editor.CHOICE, choices=CHANNELS)
    device: str = attribute("", N_("Device"), Editor.CHOICE, choices=DEVICES)
    department: str = attribute("", N_("Department"), Editor.CHOICE, choices=DEPARTMENTS)
    sentiment: int | None = sentiment_field()
    moment_of_truth: bool = attribute(False, N_("Moment of truth"), Editor.SWITCH)
