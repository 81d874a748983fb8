"""The actions of whole projects: making, opening, saving, exporting and leaving them."""

from functools import partial
from pathlib import Path

from journeydesk.language import N_, Message, message
from journeydesk.templates import TITLES
from journeydesk.ui.action import Action, Context, always
from journeydesk.ui.settings import RECENT_LIMIT, Recent


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


def close(context: Context) -> None:
    context.projects.close()


def leave(context: Context) -> None:
    context.projects.quit()


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
    )
    for place in range(RECENT_LIMIT)
)

FILE = (
    Action("new", N_("New Empty Project"), "file-plus", new, ("Ctrl+N",), always),
    *FROM_TEMPLATE,
    Action("open", N_("Open…"), "folder-open", open_project, ("Ctrl+O",), always),
    *RECENT,
    Action("save", N_("Save"), "save", save, ("Ctrl+S",)),
    Action("save_as", N_("Save As…"), "save-all", save_as, ("Ctrl+Shift+S",)),
    Action("export", N_("Export as Poster or Picture…"), "file-output", export, ("Ctrl+E",)),
    Action("close", N_("Close Project"), "circle-x", close, ("Ctrl+W",)),
    Action("quit", N_("Quit"), "log-out", leave, ("Ctrl+Q",), always),
)
