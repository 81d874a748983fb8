"""The actions of personas."""

from journeydesk.language import N_, Problem, say
from journeydesk.operations import personas
from journeydesk.ui.action import Action, Context, with_project
from journeydesk.ui.people import chosen_persona, edited_persona
from journeydesk.ui.people_clipboard import copy_people, paste_from_clipboard


def with_persona(context: Context) -> bool:
    return chosen_persona(context) is not None


def new_persona(context: Context) -> None:
    session = context.session
    if session is not None and context.workspace is not None:
        persona = personas.add_persona(session.document, say("New persona"))
        context.workspace.rename(context.workspace.column.personas, persona.id)


def place_persona(context: Context) -> None:
    session, persona = context.session, chosen_persona(context)
    if session is not None and context.workspace is not None and persona is not None:
        x, y = context.workspace.view.place_at()
        card = personas.place_persona(session.document, session.map_id, persona.id, x, y)
        session.select((card.id,))


def rename_persona(context: Context) -> None:
    persona = chosen_persona(context)
    if context.workspace is not None and persona is not None:
        context.workspace.rename(context.workspace.column.personas, persona.id)


def remove_persona(context: Context) -> None:
    session, persona = context.session, chosen_persona(context)
    if session is not None and persona is not None:
        personas.remove_persona(session.document, persona.id)


def edit_persona(context: Context) -> None:
    """Opens the editor of personas; where there is none yet, one is made for it."""
    if context.session is not None and edited_persona(context) is None:
        personas.add_persona(context.session.document, say("New persona"))
    context.show_dialog("persona")


def copy_persona(context: Context) -> None:
    session, persona, workspace = context.session, chosen_persona(context), context.workspace
    if session is not None and persona is not None and workspace is not None:
        try:
            copy_people(session.document, (persona.id,))
        except Problem as problem:
            workspace.notices.tell(problem.told)


def paste_persona(context: Context) -> None:
    """Adds the personas of the clipboard, and marks the last of them."""
    session, workspace = context.session, context.workspace
    if session is None or workspace is None:
        return
    try:
        made, notice = paste_from_clipboard(session.document)
    except Problem as problem:
        workspace.notices.tell(problem.told)
        return
    if notice is not None:
        workspace.notices.tell(notice)
    workspace.column.personas.choose(made[-1])


PERSONA = (
    Action("new_persona", N_("New Persona"), "user-plus", new_persona, ("Ctrl+Alt+P",)),
    Action(
        "edit_persona",
        N_("Edit Persona…"),
        "user-pen",
        edit_persona,
        ("Ctrl+Shift+E",),
        with_project,
        hint=N_("All that is known of a person, with a picture that follows every letter"),
    ),
    Action(
        "place_persona",
        N_("Place on the Map"),
        "map-pin",
        place_persona,
        ("Ctrl+Shift+Return",),
        with_persona,
    ),
    Action("rename_persona", N_("Rename Persona"), "text-cursor-input", rename_persona, (), with_persona),
    Action(
        "copy_persona",
        N_("Copy Persona"),
        "clipboard-copy",
        copy_persona,
        (),
        with_persona,
        hint=N_("With photo and sources, for another project too; Ctrl+C in the list"),
    ),
    Action(
        "paste_persona",
        N_("Paste Persona"),
        "clipboard-paste",
        paste_persona,
        (),
        with_project,
        hint=N_("Ctrl+V in the list"),
    ),
    Action("remove_persona", N_("Delete Persona"), "user-minus", remove_persona, (), with_persona),
)
