"""The actions that show the project in another way than as a map: one for each layout."""

from functools import partial

from journeydesk.language import N_
from journeydesk.ui.action import Action, Context
from journeydesk.views.catalogue import LAYOUTS


def show_layout(context: Context, name: str) -> None:
    """Shows a view; where it is shown already, the map again."""
    if context.workspace is not None:
        if context.workspace.showing.name == name:
            context.workspace.showing.show_map()
        else:
            context.workspace.showing.show_layout(name)


def _is_shown(context: Context, name: str) -> bool:
    return context.workspace is not None and context.workspace.showing.name == name


def show_map(context: Context) -> None:
    if context.workspace is not None:
        context.workspace.showing.show_map()


def _map_is_alone(context: Context) -> bool:
    return context.workspace is not None and not context.workspace.showing.name


def _key(place: int) -> str:
    """The key of a layout by its place from 1: F1 to F11, and the same again with other keys held."""
    return f"Ctrl+Shift+F{place}" if place < 12 else f"Alt+Shift+F{place - 11}"


VIEWS = (
    Action("show_map", N_("Map"), "map", show_map, ("Ctrl+Shift+F12",), checked=_map_is_alone),
    *(
        Action(
            f"view_{layout.name}",
            layout.title,
            layout.icon,
            partial(show_layout, name=layout.name),
            (_key(place),),
            checked=partial(_is_shown, name=layout.name),
            hint=layout.hint,
        )
        for place, layout in enumerate(LAYOUTS, 1)
    ),
)
