"""A paper note."""

from dataclasses import dataclass

from journeydesk.language import N_
from journeydesk.model.fields import Choice, Editor, attribute
from journeydesk.model.records import Node

from journeydesk.kinds.feeling import sentiment_field


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Node):
    """A paper note."""

