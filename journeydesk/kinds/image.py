"""A picture with a caption."""

from dataclasses import dataclass

from journeydesk.language import N_
from journeydesk.model.fields import Choice, Editor, attribute
from journeydesk.model.records import Node

from journeydesk.kinds.feeling import sentiment_field


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageNode(Node):
    """A picture with a caption."""

    asset_id: str = attribute(label=N_("Picture"), editor=Editor.RECORD, refers="Asset")
