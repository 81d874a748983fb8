"""The steps of the tour. A new one is a row here."""

from collections.abc import Callable
from dataclasses import dataclass

from journeydesk.kinds.branch import Branch
from journeydesk.language import N_
from journeydesk.model.records import Link, Node
from journeydesk.ui.workspace import Workspace

Measure = Callable[[Workspace], object]


@dataclass(frozen=True, slots=True)
class Step:
    """What to do, and how one sees that it has been done: `measure` gives something else, and not nothing.

    A step without a measure is read, and people go on themselves.
    """

    title: str
    text: str
    measure: Measure | None = None


def _chosen(workspace: Workspace) -> object:
    return workspace.session.selection


def _place(workspace: Workspace) -> object:
    return workspace.view.camera.place


def _branches(workspace: Workspace) -> object:
    return len(workspace.session.document.all(Branch))


def _arrows(workspace: Workspace) -> object:
    return len(workspace.session.document.all(Link))


def _feelings(workspace: Workspace) -> object:
    found = workspace.session.document.all(Node)
    return tuple(getattr(node, "feelings", ()) for node in found if getattr(node, "feelings", ()))


def _undone(workspace: Workspace) -> object:
    entries, done = workspace.session.document.history
    return len(entries) > done


def _incognita(workspace: Workspace) -> object:
    return workspace.session.incognita


def _view(workspace: Workspace) -> object:
    return workspace.showing.name


STEPS: tuple[Step, ...] = (
    Step(
        N_("This is the journey of Lucy"),
        N_(
            "She buys for her company. Stages lead from left to right; below them hangs what goes on in her "
            "mind. It is a copy: do with it what you like."
        ),
    ),
    Step(
        N_("Look around"),
        N_(
            "Turn the wheel with Ctrl held to come closer, and drag with the middle button to move. "
            "{key:zoom_to_fit} shows the whole map."
        ),
        _place,
    ),
    Step(
        N_("Choose a card"),
        N_("Click on a stage, or walk there with the arrow keys. The inspector shows its fields."),
        _chosen,
    ),
    Step(
        N_("Write down what somebody says"),
        N_(
            "Press {key:add_child} for a branch, type a few words, and press Enter. "
            "{key:add_sibling} adds the next one."
        ),
        _branches,
    ),
    Step(
        N_("Grow the journey"),
        N_(
            "Select a stage and press {key:grow_down}: a card grows with an arrow to it. With the mouse, "
            "pull at the edge of a card."
        ),
        _arrows,
    ),
    Step(
        N_("Say how it feels"),
        N_("Select a stage and press {key:feel_2} to {key:feel_6}, from annoyed to pleased."),
        _feelings,
    ),
    Step(N_("Take it back"), N_("{key:undo} undoes a step, as often as you like, even tomorrow."), _undone),
    Step(
        N_("See where the map is guessing"),
        N_("{key:terra_incognita} hatches what rests on no evidence. The same key shows the map as before."),
        _incognita,
    ),
    Step(
        N_("See it otherwise"),
        N_(
            "{key:view_grid} shows the same journey as a grid, which you can edit too. "
            "{key:show_map} leads back."
        ),
        _view,
    ),
    Step(
        N_("Carry it into the room"),
        N_(
            "{key:present} presents the map, {key:export} makes a poster of it. And {key:find_command} finds "
            "everything else by its name."
        ),
    ),
)
