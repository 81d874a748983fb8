"""Every action of the program. A new one is a row in one of these tuples, and its id in a menu."""

from journeydesk.ui.action import Action
from journeydesk.ui.actions_arrange import ARRANGE
from journeydesk.ui.actions_arrow import ARROW
from journeydesk.ui.actions_clipboard import CLIPBOARD
from journeydesk.ui.actions_edit import EDIT
from journeydesk.ui.actions_evidence import CHART, EVIDENCE, RESTING
from journeydesk.ui.actions_feeling import FEELING
from journeydesk.ui.actions_file import FILE
from journeydesk.ui.actions_go import GO
from journeydesk.ui.actions_help import HELP
from journeydesk.ui.actions_insert import INSERT, TOOLS
from journeydesk.ui.actions_map import MAP
from journeydesk.ui.actions_move import MOVE
from journeydesk.ui.actions_order import ORDER
from journeydesk.ui.actions_path import PATH
from journeydesk.ui.actions_people import PERSONA
from journeydesk.ui.actions_present import PRESENT, SCREENS
from journeydesk.ui.actions_review import REVIEW
from journeydesk.ui.actions_style import HOUSE_STYLE
from journeydesk.ui.actions_tidy import TIDY
from journeydesk.ui.actions_view import VIEW
from journeydesk.ui.actions_views import VIEWS

ACTIONS: tuple[Action, ...] = (
    *FILE,
    *EDIT,
    *CLIPBOARD,
    *MOVE,
    *GO,
    *FEELING,
    *INSERT,
    *ARROW,
    *TOOLS,
    *ARRANGE,
    *VIEW,
    *VIEWS,
    *PRESENT,
    *SCREENS,
    *ORDER,
    *MAP,
    *TIDY,
    *HOUSE_STYLE,
    *PERSONA,
    *PATH,
    *EVIDENCE,
    *RESTING,
    *CHART,
    *REVIEW,
    *HELP,
)

_BY_ID = {action.id: action for action in ACTIONS}


def action(action_id: str) -> Action:
    """The action with this id. Raises KeyError for none."""
    return _BY_ID[action_id]
