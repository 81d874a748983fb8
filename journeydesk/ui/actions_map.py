"""The actions of maps."""

from functools import partial

from journeydesk.language import N_, message, say
from journeydesk.model import queries
from journeydesk.model.fields import Choice
from journeydesk.model.records import JourneyMap
from journeydesk.model.vocabulary import STATES
from journeydesk.operations import fields, maps
from journeydesk.ui.action import Action, Context
from journeydesk.ui.session import Session


def new_map(context: Context) -> None:
    session = context.session
    if session is not None and context.workspace is not None:
        drawn = maps.add_map(session.document, say("New map"))
        session.show_map(drawn.id)
        context.workspace.tabs.rename(drawn.id)


def rename_map(context: Context) -> None:
    if context.session is not None and context.workspace is not None:
        context.workspace.tabs.rename(context.session.map_id)


def duplicate_map(context: Context) -> None:
    session = context.session
    if session is not None:
        title = say(message("{title} (copy)", title=_title(session)))
        session.show_map(maps.duplicate_map(session.document, session.map_id, title).id)


def draw_to_be(context: Context) -> None:
    """Copies the map to draw what should be; it is looked at from the same place."""
    session = context.session
    if session is not None:
        title = say(message("{title} (to-be)", title=_title(session)))
        _show_beside(context, maps.draw_to_be(session.document, session.map_id, title).id)


def go_to_counterpart(context: Context) -> None:
    """Shows the next of the maps that were drawn from one another, from the same place."""
    session = context.session
    if session is not None:
        ids = [drawn.id for drawn in queries.variants(session.document, session.map_id)]
        _show_beside(context, ids[(ids.index(session.map_id) + 1) % len(ids)])


def _show_beside(context: Context, map_id: str) -> None:
    session, workspace = context.session, context.workspace
    if session is not None and workspace is not None:
        place = workspace.view.camera.place
        chosen = queries.counterparts(session.document, session.selection, map_id)
        session.show_map(map_id)
        session.select(chosen)
        workspace.view.look_at(place)


def has_counterpart(context: Context) -> bool:
    session = context.session
    return session is not None and len(queries.variants(session.document, session.map_id)) > 1


def set_state(context: Context, state: str) -> None:
    session = context.session
    if session is not None:
        fields.set_field(session.document, (session.map_id,), "state", state)


def _has_state(context: Context, state: str) -> bool:
    drawn = _map(context.session) if context.session is not None else None
    return drawn is not None and drawn.state == state


def _map(session: Session) -> JourneyMap | None:
    return session.document.find(JourneyMap, session.map_id)


def _title(session: Session) -> str:
    drawn = _map(session)
    return drawn.title if drawn is not None else ""


def move_map(context: Context, by: int) -> None:
    session = context.session
    if session is not None:
        maps.move_map(session.document, session.map_id, _place(session) + by)


def can_move_map(context: Context, by: int) -> bool:
    session = context.session
    if session is None or not session.map_id:
        return False
    return 0 <= _place(session) + by < len(queries.maps(session.document))


def _place(session: Session) -> int:
    return [drawn.id for drawn in queries.maps(session.document)].index(session.map_id)


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


def edit_terms(context: Context) -> None:
    context.show_dialog("terms")


def describe_map(context: Context) -> None:
    context.show_dialog("words")


STATE_ROWS = tuple(
    Action(
        f"state_{choice.key or 'none'}",
        choice.label,
        "map",
        partial(set_state, state=choice.key),
        enabled=with_map,
        checked=partial(_has_state, state=choice.key),
    )
    for choice in (*STATES, Choice("", N_("Neither")))
)

MAP = (
    Action("new_map", N_("New Map"), "file-plus-2", new_map, ("Ctrl+M",)),
    Action("rename_map", N_("Rename Map"), "text-cursor-input", rename_map, (), with_map),
    Action("duplicate_map", N_("Duplicate Map"), "copy-plus", duplicate_map, ("Ctrl+Shift+M",), with_map),
    Action(
        "draw_to_be",
        N_("Draw the To-Be Map"),
        "copy-check",
        draw_to_be,
        (),
        with_map,
        hint=N_("Copies this map to draw what should be; this one is what is"),
    ),
    Action(
        "go_to_counterpart",
        N_("Go to Its Counterpart"),
        "arrow-left-right",
        go_to_counterpart,
        ("Shift+F12",),
        has_counterpart,
        hint=N_("Between as-is and to-be, seen from the same place"),
    ),
    *STATE_ROWS,
    Action(
        "describe_map",
        N_("Describe the Map…"),
        "message-square-text",
        describe_map,
        ("Ctrl+Alt+D",),
        with_map,
        hint=N_("All that it says, in words: to listen to, to read, to copy"),
    ),
    Action(
        "move_map_left",
        N_("Move Map to the Left"),
        "arrow-left",
        partial(move_map, by=-1),
        (),
        partial(can_move_map, by=-1),
    ),
    Action(
        "move_map_right",
        N_("Move Map to the Right"),
        "arrow-right",
        partial(move_map, by=1),
        (),
        partial(can_move_map, by=1),
    ),
    Action(
        "edit_terms",
        N_("Channels, Devices and Departments…"),
        "tags",
        edit_terms,
        ("Ctrl+Shift+D",),
        hint=N_("The lists from which touchpoints choose: names, icons, colours, and what is used where"),
    ),
    Action("remove_map", N_("Delete Map"), "trash-2", remove_map, (), several_maps),
    Action("next_map", N_("Next Map"), "chevron-right", next_map, ("Ctrl+PgDown",), several_maps),
    Action("previous_map", N_("Previous Map"), "chevron-left", previous_map, ("Ctrl+PgUp",), several_maps),
)
