"""The actions that show a map to an audience."""

from functools import partial

from PySide6.QtGui import QGuiApplication, QScreen

from journeydesk.analysis.filtering import conditions_of
from journeydesk.analysis.tours import by_stops
from journeydesk.language import N_, Message, message
from journeydesk.model.stops import TourStop
from journeydesk.operations import tours
from journeydesk.operations.guises import folded_on
from journeydesk.ui.action import Action, Context, Where
from journeydesk.ui.lending import is_lent
from journeydesk.ui.presenting.start import present, traveller, way_of
from journeydesk.ui.settings import store
from journeydesk.ui.workshop.start import hold, workshop_of

MOST_SCREENS = 4


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
    document, seen = session.document, workspace.view.camera.visible
    chosen = (document.get(key) for key in session.selection)
    title = next((title for record in chosen if (title := getattr(record, "title", ""))), "")
    stop = TourStop(
        title, "", seen.x, seen.y, seen.width, seen.height,
        persona_id=session.spotlight.persona_id,
        incognita=session.incognita,
        folded=folded_on(document, session.map_id),
        conditions=conditions_of(workspace.filter_bar.filter),
        reveals=context.projects.settings.reveals_branches,
    )  # fmt: skip
    place = tours.add_stop(document, session.map_id, stop)
    workspace.notices.tell(message("Stop {n} shows what is seen now.", n=place + 1))


def hold_workshop(context: Context) -> None:
    """Begins a workshop, or ends the one that is held."""
    if (workspace := context.workspace) is None:
        return
    if (held := workshop_of(workspace)) is not None:
        held.leave()
    elif not is_lent(workspace):
        hold(workspace, context.projects.settings)


def switch(context: Context, name: str) -> None:
    """Turns one of the settings on where it is off, and off where it is on."""
    settings = context.projects.settings
    setattr(settings, name, not getattr(settings, name))
    store(settings)


def is_on(context: Context, name: str) -> bool:
    return bool(getattr(context.projects.settings, name))


# The screen that the audience sees


def _screen(place: int) -> QScreen | None:
    screens = QGuiApplication.screens()
    return screens[place] if place < len(screens) else None


def choose_screen(context: Context, place: int) -> None:
    """Chooses a screen; -1 for any other than that of the window."""
    screen = _screen(place) if place >= 0 else None
    context.projects.settings.projector = screen.name() if screen is not None else ""
    store(context.projects.settings)


def _is_chosen(context: Context, place: int) -> bool:
    wanted, screen = context.projects.settings.projector, _screen(place) if place >= 0 else None
    return wanted == (screen.name() if screen is not None else "")


def _is_there(_: Context, place: int) -> bool:
    return _screen(place) is not None


def _screen_text(_: Context, place: int) -> Message | str:
    screen = _screen(place)
    if screen is None:
        return message("Screen {n}", n=place + 1)
    size = screen.size()
    return message("Screen {n}: {name}, {width} × {height}", n=place + 1, name=screen.name(),
                   width=size.width(), height=size.height())  # fmt: skip


SCREENS = (
    Action(
        "screen_any",
        N_("Whichever Is Not the Window’s"),
        "monitor",
        partial(choose_screen, place=-1),
        checked=partial(_is_chosen, place=-1),
    ),
    *(
        Action(
            f"screen_{place + 1}",
            N_("Screen"),
            "monitor",
            partial(choose_screen, place=place),
            (),
            partial(_is_there, place=place),
            checked=partial(_is_chosen, place=place),
            told=partial(_screen_text, place=place),
            passing=True,
        )
        for place in range(MOST_SCREENS)
    ),
)


PRESENT = (
    Action(
        "present",
        N_("Present"),
        "monitor",
        start,
        ("F5",),
        with_map,
        hint=N_("Full screen; Page Down and Page Up lead on and back, H shows all keys, Escape ends"),
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
        "reveal_branches",
        N_("Reveal Branches One by One"),
        "list-tree",
        partial(switch, name="reveals_branches"),
        checked=partial(is_on, name="reveals_branches"),
        hint=N_("Page Down shows the next branch before it goes on; R changes it while presenting"),
    ),
    Action(
        "hide_names",
        N_("Hide Names"),
        "eye-off",
        partial(switch, name="hides_names"),
        checked=partial(is_on, name="hides_names"),
        hint=N_("An audience sees no names and faces of personas; N changes it while presenting"),
    ),
    Action(
        "reduce_motion",
        N_("Reduce Motion"),
        "move",
        partial(switch, name="reduces_motion"),
        checked=partial(is_on, name="reduces_motion"),
        hint=N_("Stops follow one another at once, without a flight over the map"),
    ),
)
