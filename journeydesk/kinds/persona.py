"""A persona on a map; the root of their mind map."""

from dataclasses import dataclass

from journeydesk.language import N_
from journeydesk.model.fields import Choice, Editor, attribute
from journeydesk.model.records import Node

from journeydesk.kinds.feeling import sentiment_field


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonaCard(Node):
    """A persona on a map; the root of their mind map."""

    persona_id: str = attribute(label=N_("Persona"), editor=Editor.RECORD, refers="Persona")
