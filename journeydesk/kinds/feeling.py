"""How somebody feels at a node: the field, and the face that shows it."""

from typing import Any

from journeydesk.language import N_
from journeydesk.model.fields import Editor, attribute

def sentiment_field() -> Any:
    """The field of a node at which somebody feels something."""
    return attribute(
        None, N_("Sentiment"), Editor.NUMBER, minimum=-3, maximum=3, whole=True, hint=N_("From -3 (furious) to +3 (delighted)")
    )
