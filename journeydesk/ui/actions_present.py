"""The actions that show a map to an audience."""

from functools import partial

from journeydesk.analysis.tours import by_stops
from journeydesk.language import N_
from journeydesk.model.stops import TourStop
from journeydesk.operations import tours
from journeydesk.ui.action import Action, Context, Where
from journeydesk.ui.lending import is_lent
from journeydesk.ui.presenting.start import present, traveller, way_of
from journeydesk.ui.settings import store
from journeydesk.ui.workshop.start import hold, workshop_of


def start(context: Context, way: str = "") -> None:
    if context.workspace is not None and not is_lent(context.workspace):
        present(context.workspace, context.projects.settings, way or way_of(context.workspace))


def with_map(context: Context) -> bool:
    return context.session is not None and bool(context.session.map_id)


def with_stops(context: Context) -> bool:
    session = context.session
    return session is not None and bool(by_stops(session.document, session.map_id))


def with_traveller(context: Context) -> bool:
    return context.session is not None and bool(traveller(context.session))


def add_stop(context: Context) -> None:
    """Makes a stop of what is seen now; it is called after what is selected."""
    session, workspace = context.session, context.workspace
    if session is None or workspace is None:
        return
    seen = workspace.view.camera.visible
    chosen = (session.document.get(key) for key in session.selection)
    title = next((title for record in chosen if (title := getattr(record, "title", ""))), "")
    stop = TourStop(title, "", seen.x, seen.y, seen.width, seen.height)
    tours.add_stop(session.document, session.map_id, stop)


def hold_workshop(context: Context) -> None:
    """Begins a workshop, or ends the one that is held."""
    if (workspace := context.workspace) is None:
        return
    if (held := workshop_of(workspace)) is not None:
        held.leave()
    elif not is_lent(workspace):
        hold(workspace, context.projects.settings)


def switch_motion(context: Context) -> None:
    settings = context.projects.settings
    settings.reduces_motion = not settings.reduces_motion
    store(settings)


def motion_is_reduced(context: Context) -> bool:
    return context.projects.settings.reduces_motion


PRESENT = (
    Action(
        "present",
        N_("Present"),
        "monitor",
        start,
        ("F5",),
        with_map,
        hint=N_("Full screen; Page Down and Page Up lead on and back, B and W cover the screen, Escape ends"),
    ),
    Action(
        "present_stages",
        N_("Present Stage by Stage"),
        "rows-3",
        partial(start, way="stages"),
        ("Shift+F5",),
        with_map,
    ),
    Action(
        "present_path",
        N_("Present along a Persona’s Path"),
        "route",
        partial(start, way="path"),
        ("Alt+F5",),
        with_traveller,
        hint=N_("Of the persona who is followed, else of the first who travels on this map"),
    ),
    Action(
        "present_stops",
        N_("Present from Stop to Stop"),
        "milestone",
        partial(start, way="stops"),
        (),
        with_stops,
    ),
    Action(
        "workshop",
        N_("Workshop"),
        "users-round",
        hold_workshop,
        ("Ctrl+F5",),
        with_map,
        hint=N_("Large type beside the map: what people say is parked, voted for, and put on the map"),
    ),
    Action(
        "add_stop",
        N_("Make a Stop of This View"),
        "flag-triangle-right",
        add_stop,
        ("Ctrl+Alt+T",),
        with_map,
        Where.WINDOW,
        hint=N_("What is seen now becomes a stop of the presentation"),
    ),
    Action(
        "reduce_motion",
        N_("Reduce Motion"),
        "move",
        switch_motion,
        checked=motion_is_reduced,
        hint=N_("Stops follow one another at once, without a flight over the map"),
    ),
)
