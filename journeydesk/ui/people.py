"""Which persona is meant by what is selected: the one of a card, else the one who is marked in the list."""

from journeydesk.kinds.persona import PersonaCard
from journeydesk.model.records import Persona
from journeydesk.ui.action import Context


def chosen_persona(context: Context) -> Persona | None:
    """The persona that is marked in the list of personas, or None."""
    if context.session is None or context.workspace is None:
        return None
    return context.session.document.find(Persona, context.workspace.column.personas.current_id)


def edited_persona(context: Context) -> Persona | None:
    """The persona of the card that was selected last, else the one who is marked in the list, or None."""
    session = context.session
    if session is None:
        return None
    found = (session.document.find(PersonaCard, key) for key in session.selection)
    cards = [card for card in found if card is not None]
    if cards:
        return session.document.find(Persona, cards[-1].persona_id)
    return chosen_persona(context)
