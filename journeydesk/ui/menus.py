"""The menus: what stands in which, in what order."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from journeydesk.kinds.persona import PersonaCard
from journeydesk.language import N_, say
from journeydesk.model.records import Link
from journeydesk.ui.actions_arrange import (
    ALIGN_ROWS,
    DISTRIBUTE_ROWS,
    FRAME_ROWS,
    GROW_ROWS,
    LEVEL_ROWS,
    SIZE_ROWS,
)
from journeydesk.ui.actions_arrow import ARROW
from journeydesk.ui.actions_evidence import EVIDENCE, RESTING
from journeydesk.ui.actions_feeling import FEELING
from journeydesk.ui.actions_file import FROM_TEMPLATE, RECENT, WINDOWS
from journeydesk.ui.actions_insert import INSERT, TOOLS
from journeydesk.ui.actions_map import STATE_ROWS
from journeydesk.ui.actions_move import NUDGE, WALK
from journeydesk.ui.actions_order import FIND, FOLD
from journeydesk.ui.actions_path import TRAVELLERS
from journeydesk.ui.actions_present import PRESENT, SCREENS
from journeydesk.ui.actions_review import REVIEW
from journeydesk.ui.actions_style import HOUSE_STYLE
from journeydesk.ui.actions_tidy import TIDY
from journeydesk.ui.actions_view import APPEARANCE_ROWS, LANGUAGE_ROWS, TEXT_SIZE_ROWS, THEME_ROWS
from journeydesk.ui.actions_views import VIEWS
from journeydesk.ui.session import Session


@dataclass(frozen=True, slots=True)
class Menu:
    """A menu: ids of actions, None for a line between them, and menus within."""

    title: str
    rows: "tuple[str | Menu | None, ...]"


Rows = tuple[str | Menu | None, ...]

# What a right click offers: on paper, on one or several nodes, on arrows, and on both together.
ON_PAPER = (
    Menu(N_("Add Here"), tuple(row.id for row in INSERT if row.id.startswith("insert_"))),
    "paste",
    None,
    "select_all",
    "zoom_to_fit",
    "step_out",
    Menu(N_("Fold by Levels"), tuple(row.id for row in FOLD)),
    "terra_incognita",
    "new_comment",
    None,
    "tidy_map",
    "remove_overlaps",
    None,
    Menu(N_("Theme of the Map"), tuple(row.id for row in THEME_ROWS)),
    "export",
)
ALIGN = Menu(N_("Align"), (*(row.id for row in ALIGN_ROWS), None, *(row.id for row in DISTRIBUTE_ROWS)))
SIZE = Menu(N_("Size"), tuple(row.id for row in SIZE_ROWS))
FEEL = Menu(N_("Sentiment"), tuple(row.id for row in FEELING))
LEVEL = Menu(N_("In Front or Behind"), tuple(row.id for row in LEVEL_ROWS))
WHO = Menu(N_("Who Travels Here"), tuple(row.id for row in TRAVELLERS))
STYLE = Menu(N_("Style"), ("copy_style", "paste_style"))
REST = Menu(
    N_("Evidence and Comments"),
    (*(row.id for row in RESTING), None, "new_comment", "vote", "take_vote_back"),
)
FRAMES = tuple(row.id for row in FRAME_ROWS)
ARRANGE = Menu(
    N_("Arrange"), (ALIGN, SIZE, LEVEL, None, *FRAMES, None, "tidy_selection", None, STYLE, "lock")
)
BRANCHES = Menu(
    N_("Branches"), ("add_sibling_before", "add_parent", "paste_branches", None, "remove_keeping_children")
)
SEE = Menu(N_("Show"), ("step_in", "zoom_to_selection", "follow_persona", None, *(row.id for row in FOLD)))
ON_NODES = (
    "edit_text",
    "edit_persona",
    None,
    "add_child",
    "add_sibling",
    "connect",
    "connect_to",
    "fold",
    None,
    "cut",
    "copy",
    "paste",
    "duplicate",
    "copy_picture",
    None,
    FEEL,
    REST,
    BRANCHES,
    ARRANGE,
    SEE,
    None,
    "remove",
)
ON_ARROWS = (
    "edit_text",
    None,
    "reverse_arrow",
    "add_bend",
    "straighten",
    "label_back",
    "label_on",
    "free_label",
    "turn_arrow",
    WHO,
    STYLE,
    REST,
    None,
    "zoom_to_selection",
    None,
    "remove",
)
ON_BOTH = (
    "lead_to",
    "start_from",
    None,
    "cut",
    "copy",
    "copy_picture",
    None,
    REST,
    ARRANGE,
    "zoom_to_selection",
    None,
    "remove",
)


ON_TABS = (
    "rename_map",
    "duplicate_map",
    None,
    "draw_to_be",
    "go_to_counterpart",
    Menu(N_("As-Is or To-Be"), tuple(row.id for row in STATE_ROWS)),
    None,
    "move_map_left",
    "move_map_right",
    None,
    "remove_map",
)
ON_VIEW = tuple(row.id for row in VIEWS)
ON_PERSONAS = (
    "edit_persona",
    "place_persona",
    "follow_persona",
    "rename_persona",
    None,
    "copy_persona",
    "paste_persona",
    None,
    "remove_persona",
    None,
    "new_persona",
)
ON_EVIDENCE = (
    "rename_evidence",
    "open_evidence_file",
    "open_evidence_link",
    None,
    "remove_evidence",
    None,
    "new_evidence",
)


def offered(session: Session) -> Rows:
    """What a right click on the map or in the outline offers for what is selected."""
    links = sum(session.document.find(Link, key) is not None for key in session.selection)
    if not session.selection:
        return ON_PAPER
    if not links:
        cards = [session.document.find(PersonaCard, key) for key in session.selection]
        return ON_NODES if any(cards) else tuple(row for row in ON_NODES if row != "edit_persona")
    return ON_ARROWS if links == len(session.selection) else ON_BOTH


MENUS = (
    Menu(
        N_("&File"),
        (
            "new",
            Menu(N_("New from Template"), tuple(row.id for row in FROM_TEMPLATE)),
            "new_window",
            "open",
            Menu(N_("Open Recent"), tuple(row.id for row in RECENT)),
            None,
            "save",
            "save_as",
            None,
            "export",
            "print",
            None,
            Menu(N_("House Style"), tuple(row.id for row in HOUSE_STYLE)),
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
            "cut",
            "copy",
            "paste",
            "paste_branches",
            "copy_picture",
            "copy_style",
            "paste_style",
            None,
            "edit_text",
            "duplicate",
            "remove",
            "remove_keeping_children",
            None,
            Menu(N_("Arrow"), tuple(row.id for row in ARROW)),
            None,
            "select_all",
            "select_nothing",
            FEEL,
            Menu(N_("Select a Neighbour"), (*(row.id for row in WALK), None, "back_out")),
            Menu(N_("Move"), (*(row.id for row in NUDGE), None, "step_up", "step_down")),
            None,
            *(row.id for row in FIND),
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
            None,
            Menu(N_("Grow a Connected Node"), tuple(row.id for row in GROW_ROWS)),
            "connect",
            "influence",
            "connect_to",
            None,
            "tool_select",
            "tool_connect",
            "tool_influence",
        ),
    ),
    Menu(N_("&Arrange"), (ALIGN, SIZE, LEVEL, None, *FRAMES, None, "lock", None, *(row.id for row in TIDY))),
    Menu(
        N_("&View"),
        (
            Menu(N_("Show As"), tuple(row.id for row in VIEWS)),
            Menu(
                N_("Presentation"),
                (
                    *(row.id for row in PRESENT),
                    Menu(N_("Screen for the Audience"), tuple(row.id for row in SCREENS)),
                ),
            ),
            None,
            "zoom_in",
            "zoom_out",
            "zoom_actual",
            "zoom_to_fit",
            "zoom_to_selection",
            "overview",
            "terra_incognita",
            None,
            "step_in",
            "step_out",
            "back",
            "forward",
            None,
            "fold",
            Menu(N_("Fold by Levels"), tuple(row.id for row in FOLD)),
            None,
            "snap_to_guides",
            "check_spelling",
            None,
            "show_left",
            "show_right",
            "show_history",
            Menu(
                N_("Go To"),
                (
                    "next_pane",
                    "previous_pane",
                    None,
                    "go_to_map",
                    "go_to_outline",
                    "go_to_inspector",
                    "go_to_notes",
                    "go_to_share",
                    None,
                    "go_to_root",
                ),
            ),
            "full_screen",
            None,
            Menu(N_("Theme of the Map"), tuple(row.id for row in THEME_ROWS)),
            Menu(N_("Appearance"), tuple(row.id for row in APPEARANCE_ROWS)),
            Menu(
                N_("Size of Text"), (*(row.id for row in TEXT_SIZE_ROWS), None, "larger_text", "smaller_text")
            ),
            Menu(N_("Language"), tuple(row.id for row in LANGUAGE_ROWS)),
        ),
    ),
    Menu(
        N_("&Map"),
        (
            "new_map",
            "rename_map",
            "duplicate_map",
            "remove_map",
            None,
            "draw_to_be",
            "go_to_counterpart",
            Menu(N_("As-Is or To-Be"), tuple(row.id for row in STATE_ROWS)),
            None,
            "describe_map",
            None,
            "previous_map",
            "next_map",
            "move_map_left",
            "move_map_right",
            None,
            "edit_terms",
        ),
    ),
    Menu(
        N_("&Persona"),
        (
            "new_persona",
            "edit_persona",
            "rename_persona",
            "place_persona",
            None,
            "follow_persona",
            "follow_next",
            None,
            "travellers",
            WHO,
            None,
            "copy_persona",
            "paste_persona",
            None,
            "remove_persona",
        ),
    ),
    Menu(
        N_("E&vidence"),
        (*(row.id for row in RESTING), None, *(row.id for row in EVIDENCE)),
    ),
    Menu(N_("&Review"), tuple(row.id for row in REVIEW)),
    Menu(N_("&Window"), tuple(row.id for row in WINDOWS)),
    Menu(
        N_("&Help"),
        ("show_guide", "start_tour", None, "find_command", "show_keys", "show_shortcuts", None, "show_about"),
    ),
)

TOOLS_MENU = Menu(N_("Tools"), tuple(row.id for row in TOOLS if row.id.startswith("place_")))


def listed() -> Iterator[tuple[tuple[str, ...], str]]:
    """Every action of the menus and of the palette at the map's edge, after the titles that lead to it."""
    for menu in (*MENUS, TOOLS_MENU):
        yield from _within(menu, ())


def path_text(titles: Iterable[str], said: Callable[[str], str] = say) -> str:
    """The titles of menus as a path that people read."""
    return " › ".join(said(title).replace("&", "") for title in titles)


def _within(menu: Menu, above: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    path = (*above, menu.title)
    for row in menu.rows:
        if isinstance(row, Menu):
            yield from _within(row, path)
        elif row is not None:
            yield path, row
