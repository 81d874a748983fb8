"""The stage of the journey to which people say that a step belongs."""

from typing import Any

from journeydesk.language import N_
from journeydesk.model.fields import Editor, attribute


def stage_field() -> Any:
    """The field of a step that names its stage: an id, "" where arrows and places tell."""
    return attribute(
        label=N_("Stage"),
        editor=Editor.STAGE,
        hint=N_("The stage in whose column the grid shows it; as drawn, arrows and places tell"),
        section=N_("More"),
    )
