"""The actions that follow one persona over the map, and give arrows to those who travel them."""

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction

from journeydesk.kinds.persona import PersonaCard
from journeydesk.language import N_, Message, message, say
from journeydesk.model import queries
from journeydesk.model.records import Persona, Transition
from journeydesk.operations import links
from journeydesk.ui.action import Action, Context, Where
from journeydesk.ui.actions_arrow import selected_arrows
from journeydesk.ui.filter_bar import LastingMenu
from journeydesk.ui.session import Session

SLOTS = 10  # personas that a menu offers by themselves
MOST = 200  # selected nodes and arrows


def _people(context: Context) -> tuple[Persona, ...]:
    """The personas of the map, then the others of the project."""
    session = context.session
    if session is None:
        return ()
    here = queries.personas_of(session.document, session.map_id)
    return tuple(dict.fromkeys((*here, *queries.personas(session.document))))


def _meant(context: Context) -> Persona | None:
    """Who is meant: marked in the list of personas, by a selected card, or as the traveller of an arrow."""
    session, workspace = context.session, context.workspace
    if session is None or workspace is None:
        return None
    document = session.document
    if marked := document.find(Persona, workspace.column.personas.current_id):
        return marked
    for key in reversed(session.selection):
        record = document.get(key)
        if isinstance(record, PersonaCard):
            return document.find(Persona, record.persona_id)
        if isinstance(record, Transition) and len(record.persona_ids) == 1:
            return document.find(Persona, record.persona_ids[0])
    return None


def _next(context: Context) -> str:
    """Who would be followed now; "" for nobody."""
    session, people = context.session, _people(context)
    if session is None or not people:
        return ""
    meant, followed = _meant(context), session.spotlight.persona_id
    if meant is not None and meant.id != followed:
        return meant.id
    return "" if followed else people[0].id


def follow(context: Context) -> None:
    """Follows whoever is meant; where they are followed already, nobody."""
    if context.session is not None:
        context.session.spotlight.follow(_next(context))


def follow_next(context: Context) -> None:
    """Follows the next persona of the map, and after the last one nobody."""
    session = context.session
    if session is not None:
        keys = ["", *(persona.id for persona in queries.personas_of(session.document, session.map_id))]
        here = session.spotlight.persona_id
        place = keys.index(here) if here in keys else 0
        session.spotlight.follow(keys[(place + 1) % len(keys)])


def with_people(context: Context) -> bool:
    return bool(_people(context))


def _follow_text(context: Context) -> Message | str:
    session = context.session
    if session is None or not with_people(context):
        return message("Follow the Path of One Persona")
    persona = session.document.find(Persona, _next(context))
    if persona is None:
        return message("Show Everybody’s Paths")
    return message("Follow the Path of {name}", name=_name(persona))


def _follows(context: Context) -> bool:
    return context.session is not None and bool(context.session.spotlight.persona_id)


def _name(persona: Persona) -> str:
    return " ".join(persona.name.split()) or say("Untitled")


# Who travels an arrow


def _transitions(context: Context) -> list[Transition]:
    return [link for link in selected_arrows(context) if isinstance(link, Transition)]


def _with_transitions(context: Context) -> bool:
    """Whether a transition is selected; of very much that is selected only the first is looked at."""
    session = context.session
    return session is not None and any(
        isinstance(session.document.get(key), Transition) for key in session.selection[:MOST]
    )


def can_be_travelled(context: Context) -> bool:
    return _with_transitions(context) and with_people(context)


def ask_travellers(context: Context) -> None:
    """Opens a list of the personas, to be ticked for the selected arrows; it stays open meanwhile."""
    session, workspace = context.session, context.workspace
    if session is None or workspace is None:
        return
    menu = LastingMenu(workspace)
    for persona in _people(context):
        row = QAction(_name(persona).replace("&", "&&"), menu)
        row.setCheckable(True)
        row.setChecked(_is_travelled(context, persona))
        row.setData(persona.id)
        row.toggled.connect(partial(_let_travel, session, persona.id))
        menu.addAction(row)
    menu.setActiveAction(menu.actions()[0])
    view = workspace.view
    box = view.board.box_of(session.selection[-1])
    place = view.camera.view_point((box.x, box.y)).toPoint() if box is not None else QPoint(20, 20)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(view.viewport().mapToGlobal(place))


def _let_travel(session: Session, persona_id: str, wanted: bool) -> None:
    links.let_travel(session.document, session.selection, persona_id, wanted)


def _is_travelled(context: Context, persona: Persona) -> bool:
    found = _transitions(context)
    return bool(found) and all(persona.id in link.persona_ids for link in found)


def _slot(context: Context, place: int) -> Persona | None:
    people = _people(context)
    return people[place] if place < len(people) else None


def _toggle(context: Context, place: int) -> None:
    persona = _slot(context, place)
    if context.session is not None and persona is not None:
        _let_travel(context.session, persona.id, not _is_travelled(context, persona))


def _slot_is_travelled(context: Context, place: int) -> bool:
    persona = _slot(context, place)
    return persona is not None and _is_travelled(context, persona)


def _slot_is_there(context: Context, place: int) -> bool:
    return _with_transitions(context) and _slot(context, place) is not None


def _slot_text(context: Context, place: int) -> Message | str:
    persona = _slot(context, place)
    return _name(persona) if persona is not None else message("Persona {n}", n=place + 1)


TRAVELLERS = tuple(
    Action(
        f"traveller_{place + 1}",
        N_("Persona"),
        "circle-user",
        partial(_toggle, place=place),
        (),
        partial(_slot_is_there, place=place),
        checked=partial(_slot_is_travelled, place=place),
        told=partial(_slot_text, place=place),
        passing=True,
    )
    for place in range(SLOTS)
)
PATH = (
    Action(
        "follow_persona",
        N_("Follow the Path of One Persona"),
        "route",
        follow,
        ("F8",),
        with_people,
        checked=_follows,
        told=_follow_text,
        hint=N_("All else becomes pale; arrows that are drawn meanwhile are theirs"),
    ),
    Action("follow_next", N_("Follow the Next Persona"), "users", follow_next, ("Ctrl+F8",), with_people),
    Action(
        "travellers",
        N_("Who Travels the Arrow…"),
        "users",
        ask_travellers,
        ("Ctrl+Alt+G",),
        can_be_travelled,
        Where.MAP,
        hint=N_("Tick the personas whose threads run along the selected arrows"),
    ),
    *TRAVELLERS,
)
