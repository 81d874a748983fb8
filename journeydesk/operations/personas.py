"""Adding and removing personas, and putting them on maps."""

from dataclasses import replace

from journeydesk.kinds.persona import PersonaCard
from journeydesk.language import message
from journeydesk.model.document import Document
from journeydesk.model.queries import personas
from journeydesk.model.records import JourneyMap, Persona, new_id
from journeydesk.operations.fields import forget
from journeydesk.operations.nodes import on_top


def add_persona(document: Document, name: str = "") -> Persona:
    """Adds a persona to the project."""
    order = max((known.order for known in personas(document)), default=0.0) + 1.0
    persona = Persona(id=new_id(), name=name, order=order)
    with document.edit(message("Add persona")) as edit:
        edit.put(persona)
    return persona


def place_persona(document: Document, map_id: str, persona_id: str, x: float, y: float) -> PersonaCard:
    """Puts a persona's card on a map, with its middle at x, y, and the persona among those of the map."""
    card = PersonaCard(
        id=new_id(), map_id=map_id, persona_id=persona_id, x=x, y=y, order=on_top(document, map_id)
    )
    with document.edit(message("Place persona")) as edit:
        edit.put(card)
        drawn = document.find(JourneyMap, map_id)
        if drawn is not None and persona_id not in drawn.persona_ids:
            edit.put(replace(drawn, persona_ids=(*drawn.persona_ids, persona_id)))
    return card


def add_persona_card(document: Document, map_id: str, name: str, x: float, y: float) -> PersonaCard:
    """Adds a persona to the project and its card to a map, in one step."""
    order = max((known.order for known in personas(document)), default=0.0) + 1.0
    persona = Persona(id=new_id(), name=name, order=order)
    card = PersonaCard(
        id=new_id(), map_id=map_id, persona_id=persona.id, x=x, y=y, order=on_top(document, map_id)
    )
    with document.edit(message("Add persona")) as edit:
        edit.put(persona, card)
        drawn = document.find(JourneyMap, map_id)
        if drawn is not None:
            edit.put(replace(drawn, persona_ids=(*drawn.persona_ids, persona.id)))
    return card


def place_face(document: Document, persona_id: str, x: float, y: float, zoom: float) -> None:
    """Tells which part of the photo is seen: its middle, in shares of the photo's size, and how near."""
    persona = document.find(Persona, persona_id)
    if persona is None:
        return
    placed = replace(persona, face_x=x, face_y=y, face_zoom=zoom)
    with document.edit(message("Place the face")) as edit:
        edit.put(placed)


def place_stakeholder(
    document: Document, persona_id: str, interest: float | None, influence: float | None
) -> None:
    """Tells a persona's interest in the decision and influence on it at once; None for unknown."""
    persona = document.find(Persona, persona_id)
    if persona is not None and (persona.interest, persona.influence) != (interest, influence):
        with document.edit(message("Place on the stakeholder map")) as edit:
            edit.put(replace(persona, interest=interest, influence=influence))


def remove_persona(document: Document, persona_id: str) -> None:
    """Removes a persona and every mention of it; their cards stay, nameless, so that no branch is lost."""
    with document.edit(message("Delete persona")) as edit:
        forget(document, edit, persona_id)
        edit.remove(persona_id)
