"""Personas between projects: copied as our own format and as text, pasted from whatever holds personas."""

from journeydesk.language import Message, Problem, message
from journeydesk.model.document import Document
from journeydesk.model.records import Persona
from journeydesk.operations.excerpt import from_json, people, to_json
from journeydesk.operations.pasting import paste_people
from journeydesk.operations.written import persona_text
from journeydesk.ui.clipboard import OURS, TEXT, offered, put

NOBODY = message("There is no persona on the clipboard.")


def copy_people(document: Document, ids: tuple[str, ...]) -> None:
    """Offers personas to our own windows, with all that they mention, and their texts to other programs.

    Raises Problem where they are too much for the clipboard.
    """
    taken = people(document, ids)
    found = [record for record in taken.records if isinstance(record, Persona)]
    if found:
        put({OURS: to_json(taken), TEXT: "\n\n".join(map(persona_text, found)).encode()})


def paste_from_clipboard(document: Document) -> tuple[tuple[str, ...], Message | None]:
    """Adds the personas of the clipboard; gives their ids, and a notice or None. Raises Problem for none."""
    mime = offered()
    if not mime.hasFormat(OURS):
        raise Problem(NOBODY)
    taken, notice = from_json(bytes(mime.data(OURS).data()))
    made = paste_people(document, taken)
    if not made:
        raise Problem(NOBODY)
    return made, notice
