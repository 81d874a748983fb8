"""The menus: what stands in which, in what order."""

from dataclasses import dataclass

from journeydesk.language import N_
from journeydesk.ui.actions_file import FROM_TEMPLATE, RECENT
from journeydesk.ui.actions_insert import INSERT
from journeydesk.ui.actions_view import APPEARANCE_ROWS, LANGUAGE_ROWS, THEME_ROWS


@dataclass(frozen=True, slots=True)
class Menu:
    """A menu: ids of actions, None for a line between them, and menus within."""

    title: str
    rows: "tuple[str | Menu | None, ...]"


MENUS = (
    Menu(
        N_("&File"),
        (
            "new",
            Menu(N_("New from Template"), tuple(row.id for row in FROM_TEMPLATE)),
            "open",
            Menu(N_("Open Recent"), tuple(row.id for row in RECENT)),
            None,
            "save",
            "save_as",
            None,
            "export",
            None,
            "close",
            "quit",
        ),
    ),
    Menu(
        N_("&Edit"),
        (
            "undo",
            "redo",
            None,
            "edit_text",
            "duplicate",
            "remove",
            "remove_keeping_children",
            None,
            "select_all",
            "select_nothing",
        ),
    ),
    Menu(
        N_("&Insert"),
        (
            *(row.id for row in INSERT if row.id.startswith("insert_")),
            None,
            "add_child",
            "add_sibling",
            "add_sibling_before",
            "add_parent",
            "step_up",
            "step_down",
            None,
            "connect",
            "influence",
            None,
            "tool_select",
            "tool_connect",
            "tool_influence",
        ),
    ),
    Menu(
        N_("&View"),
        (
            "zoom_in",
            "zoom_out",
            "zoom_actual",
            "zoom_to_fit",
            "zoom_to_selection",
            None,
            "fold",
            None,
            "show_left",
            "show_right",
            "go_to_map",
            "go_to_outline",
            "go_to_inspector",
            "full_screen",
            None,
            Menu(N_("Theme of the Map"), tuple(row.id for row in THEME_ROWS)),
            Menu(N_("Appearance"), tuple(row.id for row in APPEARANCE_ROWS)),
            Menu(N_("Language"), tuple(row.id for row in LANGUAGE_ROWS)),
        ),
    ),
    Menu(
        N_("&Map"),
        (
            "new_map",
            "duplicate_map",
            "remove_map",
            None,
            "previous_map",
            "next_map",
        ),
    ),
    Menu(N_("&Persona"), ("new_persona", "place_persona", "remove_persona")),
    Menu(N_("&Help"), ("show_keys", "show_about")),
)
