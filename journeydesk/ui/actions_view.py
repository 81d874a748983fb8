"""The actions that change what is seen, and nothing in the project but a map's theme."""

from functools import partial

from journeydesk.language import LANGUAGES, N_, Message, message, program
from journeydesk.model.records import THEMES, JourneyMap
from journeydesk.operations import fields
from journeydesk.ui.action import Action, Context, Where, always, with_selection
from journeydesk.ui.settings import store
from journeydesk.ui.spelling import spelling
from journeydesk.ui.style import APPEARANCES
from journeydesk.ui.text_size import SIZES, beside


def zoom_in(context: Context) -> None:
    if context.workspace is not None:
        context.workspace.showing.zoom.closer()


def zoom_out(context: Context) -> None:
    if context.workspace is not None:
        context.workspace.showing.zoom.farther()


def zoom_actual(context: Context) -> None:
    if context.workspace is not None:
        context.workspace.showing.zoom.actual()


def zoom_to_fit(context: Context) -> None:
    if context.workspace is not None:
        context.workspace.showing.zoom.to_fit()


def zoom_to_selection(context: Context) -> None:
    if context.workspace is not None:
        context.workspace.showing.zoom.to_selection()


def switch_left(context: Context) -> None:
    if context.workspace is not None:
        context.workspace.show_left(not context.workspace.left_shown)


def switch_right(context: Context) -> None:
    if context.workspace is not None:
        context.workspace.show_right(not context.workspace.right_shown)


def left_is_shown(context: Context) -> bool:
    return context.workspace is not None and context.workspace.left_shown


def right_is_shown(context: Context) -> bool:
    return context.workspace is not None and context.workspace.right_shown


def switch_snapping(context: Context) -> None:
    if context.workspace is not None:
        snapper = context.workspace.view.snapper
        snapper.wanted = not snapper.wanted


def snaps(context: Context) -> bool:
    return context.workspace is not None and context.workspace.view.snapper.wanted


def switch_spelling(context: Context) -> None:
    settings = context.projects.settings
    settings.checks_spelling = not settings.checks_spelling
    store(settings)
    spelling().wanted = settings.checks_spelling


def checks_spelling(context: Context) -> bool:
    return context.projects.settings.checks_spelling


def switch_history(context: Context) -> None:
    """Shows the history and goes there; hides it where it is shown."""
    if context.workspace is not None:
        if context.workspace.history_shown:
            context.workspace.show_history(False)
        else:
            context.workspace.go_to("history")


def history_is_shown(context: Context) -> bool:
    return context.workspace is not None and context.workspace.history_shown


def go_to(context: Context, place: str) -> None:
    if context.workspace is not None:
        context.workspace.go_to(place)


def full_screen(context: Context) -> None:
    context.switch_full_screen()


def is_full_screen(context: Context) -> bool:
    return context.is_full_screen()


def set_theme(context: Context, theme: str) -> None:
    session = context.session
    if session is not None and session.map_id:
        fields.set_field(session.document, (session.map_id,), "theme", theme)


def _has_theme(context: Context, theme: str) -> bool:
    if context.session is None:
        return False
    drawn = context.session.document.find(JourneyMap, context.session.map_id)
    return drawn is not None and drawn.theme == theme


def dress(context: Context, appearance: str) -> None:
    context.projects.program.dress(appearance)


def _is_dressed(context: Context, appearance: str) -> bool:
    return context.projects.settings.appearance == appearance


def set_text_size(context: Context, size: int) -> None:
    context.projects.program.dress(text_size=size)


def _has_text_size(context: Context, size: int) -> bool:
    return context.projects.settings.text_size == size


def step_text_size(context: Context, by: int) -> None:
    size = context.projects.settings.text_size
    if (other := beside(size, by)) != size:
        context.projects.program.dress(text_size=other)


def speak(context: Context, language: str) -> None:
    context.projects.program.speak(language)


def _is_spoken(_: Context, language: str) -> bool:
    return program().language == language


TEXT_SIZE = N_("{n} %")


def _told_text_size(_: Context, size: int) -> Message:
    return message(TEXT_SIZE, n=size)


THEME_ROWS = tuple(
    Action(
        f"theme_{theme.key}",
        theme.label,
        "palette",
        partial(set_theme, theme=theme.key),
        checked=partial(_has_theme, theme=theme.key),
    )
    for theme in THEMES
)
APPEARANCE_ROWS = tuple(
    Action(
        f"appearance_{choice.key}",
        choice.label,
        {"light": "sun", "dark": "moon"}.get(choice.key, "monitor"),
        partial(dress, appearance=choice.key),
        enabled=always,
        checked=partial(_is_dressed, appearance=choice.key),
    )
    for choice in APPEARANCES
)
TEXT_SIZE_ROWS = tuple(
    Action(
        f"text_size_{size}",
        TEXT_SIZE,
        "a-large-small",
        partial(set_text_size, size=size),
        enabled=always,
        checked=partial(_has_text_size, size=size),
        told=partial(_told_text_size, size=size),
    )
    for size in SIZES
)
LANGUAGE_ROWS = tuple(
    Action(
        f"language_{code}",
        name,
        "languages",
        partial(speak, language=code),
        enabled=always,
        checked=partial(_is_spoken, language=code),
    )
    for code, name in LANGUAGES.items()
)

VIEW = (
    Action("zoom_in", N_("Zoom In"), "zoom-in", zoom_in, ("Ctrl++", "Ctrl+="), interrupts=False),
    Action("zoom_out", N_("Zoom Out"), "zoom-out", zoom_out, ("Ctrl+-",), interrupts=False),
    Action("zoom_actual", N_("Actual Size"), "scan", zoom_actual, ("Ctrl+0", "Ctrl+À"), interrupts=False),
    Action("zoom_to_fit", N_("Show the Whole Map"), "maximize", zoom_to_fit, ("Shift+1",), where=Where.MAP),
    Action(
        "zoom_to_selection",
        N_("Show the Selection"),
        "focus",
        zoom_to_selection,
        ("Shift+2",),
        with_selection,
        Where.MAP,
    ),
    Action("show_left", N_("Project and Outline"), "panel-left", switch_left, ("F7",), checked=left_is_shown),
    Action("show_right", N_("Inspector"), "panel-right", switch_right, ("Shift+F8",), checked=right_is_shown),
    Action("snap_to_guides", N_("Snap to Guides"), "magnet", switch_snapping, checked=snaps),
    Action(
        "check_spelling",
        N_("Check Spelling"),
        "spell-check",
        switch_spelling,
        ("Shift+F7",),
        always,
        checked=checks_spelling,
        hint=N_("Marks what no dictionary knows while texts are written, in the language of the maps"),
    ),
    Action(
        "show_history",
        N_("History"),
        "history",
        switch_history,
        ("Ctrl+H",),
        checked=history_is_shown,
        hint=N_("All steps; a click goes back or forward to any of them"),
    ),
    Action("go_to_map", N_("Go to the Map"), "map", partial(go_to, place="map"), ("Ctrl+Alt+M",)),
    Action(
        "go_to_outline",
        N_("Go to the Outline"),
        "list-tree",
        partial(go_to, place="outline"),
        ("Ctrl+Alt+O",),
    ),
    Action(
        "go_to_inspector",
        N_("Go to the Inspector"),
        "sliders-horizontal",
        partial(go_to, place="inspector"),
        ("Ctrl+Alt+I",),
    ),
    Action("full_screen", N_("Full Screen"), "expand", full_screen, ("F11",), always, checked=is_full_screen),
    *THEME_ROWS,
    *APPEARANCE_ROWS,
    *TEXT_SIZE_ROWS,
    Action(
        "larger_text",
        N_("Larger Text"),
        "a-arrow-up",
        partial(step_text_size, by=1),
        ("Ctrl+F12",),
        always,
        hint=N_("The text of the window, up to twice its usual size; the map is zoomed"),
    ),
    Action(
        "smaller_text",
        N_("Smaller Text"),
        "a-arrow-down",
        partial(step_text_size, by=-1),
        ("Ctrl+F11",),
        always,
    ),
    *LANGUAGE_ROWS,
)
