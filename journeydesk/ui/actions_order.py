"""The actions that keep a map clear: folding by levels, finding, filtering, going back, the overview."""

from collections.abc import Callable, Iterable

from journeydesk.language import N_
from journeydesk.model import queries
from journeydesk.model.document import Document
from journeydesk.operations import folding
from journeydesk.ui.action import Action, Context, Run, Where
from journeydesk.ui.actions_edit import selected_nodes
from journeydesk.ui.actions_map import with_map

Verb = Callable[[Document, Iterable[str]], None]


def _fold(context: Context, verb: Verb) -> None:
    """Folds under what is selected, else on the whole map."""
    session = context.session
    if session is None:
        return
    chosen = tuple(node.id for node in selected_nodes(context))
    if not chosen and (within := session.drill.within):
        starts = folding.starts_on(session.document, session.map_id)
        chosen = tuple(key for key in starts if session.drill.shows(key)) or (within,)
    if chosen:
        verb(session.document, chosen)
    elif verb is folding.unfold_all:
        verb(session.document, [node.id for node in queries.nodes(session.document, session.map_id)])
    else:
        verb(session.document, folding.starts_on(session.document, session.map_id))


def fold_level(context: Context) -> None:
    _fold(context, folding.fold_level)


def unfold_level(context: Context) -> None:
    _fold(context, folding.unfold_level)


def fold_all(context: Context) -> None:
    _fold(context, folding.fold_all)


def unfold_all(context: Context) -> None:
    _fold(context, folding.unfold_all)


def find(context: Context) -> None:
    if context.workspace is not None:
        context.workspace.find_bar.open()


def find_next(context: Context) -> None:
    if context.workspace is not None:
        context.workspace.find_bar.next()


def find_previous(context: Context) -> None:
    if context.workspace is not None:
        context.workspace.find_bar.previous()


def filter_map(context: Context) -> None:
    if context.workspace is not None:
        context.workspace.filter_bar.open()


def step_in(context: Context) -> None:
    """Shows only what belongs to the node that was selected last, which is unfolded for it."""
    session, chosen = context.session, selected_nodes(context)
    if session is not None and chosen:
        key = chosen[-1].id
        folding.set_folded(session.document, (key,), False)
        session.select((key,))
        session.drill.go((*session.drill.path, key))


def step_out(context: Context) -> None:
    """Shows more again, with what was in view selected."""
    session = context.session
    if session is not None and (within := session.drill.within):
        session.drill.go(session.drill.path[:-1])
        session.select((within,))


def can_step_in(context: Context) -> bool:
    chosen = selected_nodes(context)
    return len(chosen) == 1 and context.session is not None and chosen[0].id != context.session.drill.within


def can_step_out(context: Context) -> bool:
    return context.session is not None and bool(context.session.drill.path)


def back(context: Context) -> None:
    if context.workspace is not None:
        context.workspace.travel.back()


def forward(context: Context) -> None:
    if context.workspace is not None:
        context.workspace.travel.forward()


def switch_overview(context: Context) -> None:
    if context.workspace is not None:
        context.workspace.overview.show_wanted(not context.workspace.overview.is_wanted)


def overview_is_shown(context: Context) -> bool:
    return context.workspace is not None and context.workspace.overview.is_wanted


def _fold_row(key: str, text: str, icon: str, run: Run, shortcut: str) -> Action:
    hint = N_("Under what is selected, else on the whole map")
    return Action(key, text, icon, run, (shortcut,), with_map, Where.MAP, hint=hint)


FOLD = (
    _fold_row("fold_level", N_("One Level Less"), "chevrons-down-up", fold_level, "Alt+PgUp"),
    _fold_row("unfold_level", N_("One Level More"), "chevrons-up-down", unfold_level, "Alt+PgDown"),
    _fold_row("fold_all", N_("Fold All"), "list-collapse", fold_all, "Alt+Home"),
    _fold_row("unfold_all", N_("Unfold All"), "unfold-vertical", unfold_all, "Alt+End"),
)

FIND = (
    Action("find", N_("Find"), "search", find, ("Ctrl+F",), with_map),
    Action("find_next", N_("Next Match"), "arrow-down", find_next, ("F3",), with_map),
    Action("find_previous", N_("Previous Match"), "arrow-up", find_previous, ("Shift+F3",), with_map),
    Action("filter", N_("Filter"), "funnel", filter_map, ("Ctrl+Shift+F",), with_map),
)

LOOK = (
    Action(
        "step_in",
        N_("Step Into"),
        "log-in",
        step_in,
        ("F6",),
        can_step_in,
        hint=N_("Shows only this, its branches, and what lies in a frame"),
    ),
    Action("step_out", N_("Step Out"), "log-out", step_out, ("Shift+F6",), can_step_out),
    Action("back", N_("Back"), "arrow-left", back, ("Alt+Left",)),
    Action("forward", N_("Forward"), "arrow-right", forward, ("Alt+Right",)),
    Action(
        "overview",
        N_("Overview"),
        "picture-in-picture-2",
        switch_overview,
        ("F9",),
        checked=overview_is_shown,
    ),
)

ORDER = (*FOLD, *FIND, *LOOK)
