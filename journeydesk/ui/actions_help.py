"""The actions of help."""

from functools import partial

from journeydesk.language import N_
from journeydesk.ui.action import Action, Context, always


def _show(context: Context, dialog: str) -> None:
    context.show_dialog(dialog)


HELP = (
    Action(
        "find_command",
        N_("Find a Command…"),
        "search",
        partial(_show, dialog="finder"),
        ("Ctrl+Shift+P", "Ctrl+F1"),
        always,
    ),
    Action("show_guide", N_("Guide"), "book-open", partial(_show, dialog="guide"), ("Shift+F1",), always),
    Action(
        "start_tour",
        N_("First Steps, on a Sample"),
        "footprints",
        partial(_show, dialog="tour"),
        ("Alt+F1",),
        always,
    ),
    Action("show_keys", N_("All Keys"), "keyboard", partial(_show, dialog="keys"), ("F1", "?"), always),
    Action(
        "show_shortcuts",
        N_("Keys and Shortcuts…"),
        "command",
        partial(_show, dialog="shortcuts"),
        ("Ctrl+Alt+K",),
        always,
    ),
    Action("show_about", N_("About JourneyDesk"), "info", partial(_show, dialog="about"), (), always),
)
