"""Which persona is meant: the one of a selected card, else who is marked in the list, else the first."""

from journeydesk.kinds.persona import PersonaCard
from journeydesk.model.queries import personas_of
from journeydesk.model.records import Persona
from journeydesk.ui.action import Context


def chosen_persona(context: Context) -> Persona | None:
    """The persona that is marked in the list of personas, or None."""
    if context.session is None or context.workspace is None:
        return None
    return context.session.document.find(Persona, context.workspace.column.personas.current_id)


def edited_persona(context: Context) -> Persona | None:
    """The persona of the card selected last, else who is marked in the list, else the first; or None."""
    session = context.session
    if session is None:
        return None
    found = (session.document.find(PersonaCard, key) for key in session.selection)
    cards = [card for card in found if card is not None]
    if cards and (shown := session.document.find(Persona, cards[-1].persona_id)) is not None:
        return shown
    return chosen_persona(context) or next(iter(personas_of(session.document, session.map_id)), None)
