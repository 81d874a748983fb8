"""The actions of whole projects: making, opening, saving, exporting and leaving them."""

from functools import partial
from pathlib import Path

from journeydesk.language import N_, Message, message, say
from journeydesk.templates import TITLES
from journeydesk.ui.action import Action, Context, Projects, always
from journeydesk.ui.settings import RECENT_LIMIT, Recent

WINDOWS_LISTED = 12


def new(context: Context, template: str = "blank") -> None:
    context.projects.new(template)


def open_project(context: Context) -> None:
    path = context.projects.dialogs.ask_open(context.projects.settings.folder)
    if path is not None:
        context.projects.open(path)


def _recent(context: Context, place: int) -> Recent | None:
    recents = context.projects.settings.recents
    return recents[place] if place < len(recents) else None


def open_recent(context: Context, place: int) -> None:
    recent = _recent(context, place)
    if recent is not None:
        context.projects.open(Path(recent.path))


def _has_recent(context: Context, place: int) -> bool:
    return _recent(context, place) is not None


def _recent_title(context: Context, place: int) -> Message | str:
    recent = _recent(context, place)
    if recent is None:
        return ""
    path = Path(recent.path)
    return message("{title} ({folder})", title=recent.title or path.stem, folder=path.parent.name)


def save(context: Context) -> None:
    context.projects.save()


def save_as(context: Context) -> None:
    context.projects.save_as()


def export(context: Context) -> None:
    context.show_dialog("export")


def print_map(context: Context) -> None:
    context.show_dialog("print")


def has_map(context: Context) -> bool:
    return context.session is not None and bool(context.session.map_id)


def close(context: Context) -> None:
    context.projects.close()


def can_close(context: Context) -> bool:
    return context.session is not None or len(context.projects.program.seats) > 1


def close_text(context: Context) -> Message | str:
    return say("Close Project") if context.session is not None else say("Close Window")


def leave(context: Context) -> None:
    context.projects.program.quit()


def new_window(context: Context) -> None:
    context.projects.program.add_window()


def _seat(context: Context, place: int) -> Projects | None:
    seats = context.projects.program.seats
    return seats[place] if place < len(seats) else None


def go_to_window(context: Context, place: int) -> None:
    if (seat := _seat(context, place)) is not None:
        seat.come_forward()


def _has_window(context: Context, place: int) -> bool:
    return _seat(context, place) is not None


def _is_window(context: Context, place: int) -> bool:
    return _seat(context, place) is context.projects


def _window_title(context: Context, place: int) -> Message | str:
    seat = _seat(context, place)
    return seat.title if seat is not None else ""


FROM_TEMPLATE = tuple(
    Action(
        f"new_{template.name}",
        template.title,
        "layout-template",
        partial(new, template=template.name),
        enabled=always,
        hint=template.description,
    )
    for template in TITLES
    if template.name != "blank"
)

RECENT = tuple(
    Action(
        f"open_recent_{place + 1}",
        N_("Recent project"),
        "history",
        partial(open_recent, place=place),
        enabled=partial(_has_recent, place=place),
        told=partial(_recent_title, place=place),
        passing=True,
    )
    for place in range(RECENT_LIMIT)
)

WINDOWS = tuple(
    Action(
        f"window_{place + 1}",
        N_("Window"),
        "app-window",
        partial(go_to_window, place=place),
        enabled=partial(_has_window, place=place),
        checked=partial(_is_window, place=place),
        told=partial(_window_title, place=place),
        passing=True,
    )
    for place in range(WINDOWS_LISTED)
)

FILE = (
    Action("new", N_("New Empty Project"), "file-plus", new, ("Ctrl+N",), always),
    *FROM_TEMPLATE,
    Action("new_window", N_("New Window"), "app-window", new_window, ("Ctrl+Shift+N",), always),
    Action("open", N_("Open…"), "folder-open", open_project, ("Ctrl+O",), always),
    *RECENT,
    Action("save", N_("Save"), "save", save, ("Ctrl+S",)),
    Action("save_as", N_("Save As…"), "save-all", save_as, ("Ctrl+Shift+S",)),
    Action("export", N_("Export as Poster or Picture…"), "file-output", export, ("Ctrl+E",)),
    Action("print", N_("Print…"), "printer", print_map, ("Ctrl+P",), has_map),
    Action("close", N_("Close Project"), "circle-x", close, ("Ctrl+W",), can_close, told=close_text),
    Action("quit", N_("Quit"), "log-out", leave, ("Ctrl+Q",), always),
    *WINDOWS,
)
