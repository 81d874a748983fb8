"""Every view of a project beside its maps. A new one is a module of its own and a line in `LAYOUTS`."""

from journeydesk.views.committee import COMMITTEE
from journeydesk.views.conflicts import CONFLICTS
from journeydesk.views.coverage import COVERAGE
from journeydesk.views.curve import CURVE
from journeydesk.views.empathy import EMPATHY
from journeydesk.views.findings import FINDINGS
from journeydesk.views.grid import GRID
from journeydesk.views.inventory import INVENTORY
from journeydesk.views.opportunities import OPPORTUNITIES
from journeydesk.views.path import PATH
from journeydesk.views.persona import PERSONA
from journeydesk.views.review import REVIEW
from journeydesk.views.sharing import SHARING
from journeydesk.views.sources import SOURCES_LAYOUT
from journeydesk.views.stakeholders import STAKEHOLDERS
from journeydesk.views.stops import STOPS
from journeydesk.views.storyboard import STORYBOARD
from journeydesk.views.view import Layout

LAYOUTS: tuple[Layout, ...] = (
    GRID,
    CURVE,
    PERSONA,
    EMPATHY,
    STAKEHOLDERS,
    COMMITTEE,
    CONFLICTS,
    SHARING,
    PATH,
    OPPORTUNITIES,
    STORYBOARD,
    STOPS,
    COVERAGE,
    SOURCES_LAYOUT,
    FINDINGS,
    INVENTORY,
    REVIEW,
)

_BY_NAME = {layout.name: layout for layout in LAYOUTS}


def layout_named(name: str) -> Layout:
    """The layout with this name. Raises KeyError for none."""
    return _BY_NAME[name]
