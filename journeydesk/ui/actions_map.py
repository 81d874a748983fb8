"""The actions of maps, of personas, of evidence, and of help."""

from journeydesk.language import N_, message, say
from journeydesk.model import queries
from journeydesk.model.records import Evidence, JourneyMap, Persona
from journeydesk.operations import evidence, maps, personas
from journeydesk.ui.action import Action, Context, always


def new_map(context: Context) -> None:
    session = context.session
    if session is not None and context.workspace is not None:
        drawn = maps.add_map(session.document, say("New map"))
        session.show_map(drawn.id)
        context.workspace.rename(context.workspace.column.maps, drawn.id)


def duplicate_map(context: Context) -> None:
    session = context.session
    if session is not None:
        drawn = session.document.find(JourneyMap, session.map_id)
        title = say(message("{title} (copy)", title=drawn.title if drawn is not None else ""))
        session.show_map(maps.duplicate_map(session.document, session.map_id, title).id)


def remove_map(context: Context) -> None:
    session = context.session
    if session is not None:
        maps.remove_map(session.document, session.map_id)


def several_maps(context: Context) -> bool:
    return context.session is not None and len(queries.maps(context.session.document)) > 1


def with_map(context: Context) -> bool:
    return context.session is not None and bool(context.session.map_id)


def next_map(context: Context) -> None:
    _turn(context, 1)


def previous_map(context: Context) -> None:
    _turn(context, -1)


def _turn(context: Context, by: int) -> None:
    session = context.session
    if session is not None:
        ids = [drawn.id for drawn in queries.maps(session.document)]
        if session.map_id in ids:
            session.show_map(ids[(ids.index(session.map_id) + by) % len(ids)])


def chosen_persona(context: Context) -> Persona | None:
    """The persona that is marked in the list of personas, or None."""
    if context.session is None or context.workspace is None:
        return None
    return context.session.document.find(Persona, context.workspace.column.personas.current_id)


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


def remove_persona(context: Context) -> None:
    session, persona = context.session, chosen_persona(context)
    if session is not None and persona is not None:
        personas.remove_persona(session.document, persona.id)


def chosen_evidence(context: Context) -> Evidence | None:
    """The source that is marked in the list of evidence, or None."""
    if context.session is None or context.workspace is None:
        return None
    return context.session.document.find(Evidence, context.workspace.column.evidence.current_id)


def with_evidence(context: Context) -> bool:
    return chosen_evidence(context) is not None


def new_evidence(context: Context) -> None:
    session = context.session
    if session is not None and context.workspace is not None:
        source = evidence.add_evidence(session.document, say("New source"))
        context.workspace.rename(context.workspace.column.evidence, source.id)


def remove_evidence(context: Context) -> None:
    session, source = context.session, chosen_evidence(context)
    if session is not None and source is not None:
        evidence.remove_evidence(session.document, source.id)


def show_keys(context: Context) -> None:
    context.show_dialog("keys")


def show_about(context: Context) -> None:
    context.show_dialog("about")


MAP = (
    Action("new_map", N_("New Map"), "file-plus-2", new_map, ("Ctrl+M",)),
    Action("duplicate_map", N_("Duplicate Map"), "copy-plus", duplicate_map, ("Ctrl+Shift+M",), with_map),
    Action("remove_map", N_("Delete Map"), "trash-2", remove_map, (), several_maps),
    Action("next_map", N_("Next Map"), "chevron-right", next_map, ("Ctrl+PgDown",), several_maps),
    Action("previous_map", N_("Previous Map"), "chevron-left", previous_map, ("Ctrl+PgUp",), several_maps),
)

PERSONA = (
    Action("new_persona", N_("New Persona"), "user-plus", new_persona, ("Ctrl+Alt+P",)),
    Action(
        "place_persona",
        N_("Place on the Map"),
        "map-pin",
        place_persona,
        ("Ctrl+Shift+Return",),
        with_persona,
    ),
    Action("remove_persona", N_("Delete Persona"), "user-minus", remove_persona, (), with_persona),
)

EVIDENCE = (
    Action("new_evidence", N_("New Evidence"), "file-plus", new_evidence, ("Ctrl+Alt+S",)),
    Action("remove_evidence", N_("Delete Evidence"), "file-x", remove_evidence, (), with_evidence),
)

HELP = (
    Action("show_keys", N_("All Keys"), "keyboard", show_keys, ("F1", "?"), always),
    Action("show_about", N_("About JourneyDesk"), "info", show_about, (), always),
)
