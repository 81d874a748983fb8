"""The actions of the house style: colours and logo, as a file that goes from project to project."""

from journeydesk.exporters.whole import written_whole
from journeydesk.language import N_, Problem, message, say
from journeydesk.operations.house_style import LARGEST, SUFFIX, use_style, written_style
from journeydesk.ui.action import Action, Context


def save_style(context: Context) -> None:
    session, projects = context.session, context.projects
    if session is None:
        return
    name = session.document.project.organisation or session.title
    path = projects.dialogs.ask_export(projects.settings.folder, name, SUFFIX, say("House style"))
    if path is None:
        return
    try:
        with written_whole(path) as file:
            file.write_bytes(written_style(session.document))
    except Problem as problem:
        projects.dialogs.tell_problem(problem)


def use_other_style(context: Context) -> None:
    session, dialogs = context.session, context.projects.dialogs
    path = dialogs.ask_style() if session is not None else None
    if session is None or path is None:
        return
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST)
        use_style(session.document, data, path.name)
    except Problem as problem:
        dialogs.tell_problem(problem)
    except OSError as error:
        dialogs.tell_problem(
            message("“{name}” could not be opened: {reason}",
                    name=path.name, reason=error.strerror or str(error))
        )  # fmt: skip


def edit_style(context: Context) -> None:
    """Shows the project's fields: its logo and its colours are among them."""
    if context.session is not None and context.workspace is not None:
        context.session.select(())
        context.workspace.show_right(True)
        context.workspace.inspector.take_keyboard("palette")


HOUSE_STYLE = (
    Action("edit_style", N_("Colours and Logo"), "palette", edit_style, ("Ctrl+Alt+H",)),
    Action("use_style", N_("Use House Style…"), "folder-open", use_other_style),
    Action("save_style", N_("Save House Style As…"), "save", save_style),
)
