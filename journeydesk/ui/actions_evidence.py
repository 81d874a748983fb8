"""The actions of evidence: the list of sources, and what rests on them."""

from functools import partial

from journeydesk.language import N_, Problem, say
from journeydesk.model.queries import sources_of
from journeydesk.model.records import Asset, Evidence, Transition
from journeydesk.operations import evidence
from journeydesk.ui.action import Action, Context, with_selection
from journeydesk.ui.opening import open_asset, open_link


def chosen_evidence(context: Context) -> Evidence | None:
    """The source that is marked in the list of evidence, or looked at in the inspector; None for none."""
    session, workspace = context.session, context.workspace
    if session is None or workspace is None:
        return None
    marked = workspace.column.evidence.current_id or workspace.inspector.looked_at
    return session.document.find(Evidence, marked)


def with_evidence(context: Context) -> bool:
    return chosen_evidence(context) is not None


def new_evidence(context: Context) -> None:
    session = context.session
    if session is not None and context.workspace is not None:
        source = evidence.add_evidence(session.document, say("New source"))
        context.workspace.rename(context.workspace.column.evidence, source.id)


def rename_evidence(context: Context) -> None:
    source = chosen_evidence(context)
    if context.workspace is not None and source is not None:
        context.workspace.rename(context.workspace.column.evidence, source.id)


def remove_evidence(context: Context) -> None:
    session, source = context.session, chosen_evidence(context)
    if session is not None and source is not None:
        evidence.remove_evidence(session.document, source.id)


def _with_share(context: Context) -> bool:
    """Whether an arrow with a share is selected."""
    session = context.session
    found = [session.document.find(Transition, key) for key in session.selection] if session else []
    return any(link is not None and link.share is not None for link in found)


def _resting(context: Context) -> bool:
    """Whether something that is selected rests on a source."""
    session = context.session
    records = [session.document.get(key) for key in session.selection] if session is not None else []
    return any(record is not None and sources_of(record) for record in records)


def _resting_itself(context: Context) -> bool:
    session = context.session
    records = [session.document.get(key) for key in session.selection] if session is not None else []
    return any(getattr(record, evidence.OWN, ()) for record in records)


def _ask(context: Context, dialog: str) -> None:
    context.show_dialog(dialog)


def detach_all(context: Context) -> None:
    if context.session is not None:
        evidence.detach_all(context.session.document, context.session.selection)


def _has_file(context: Context) -> bool:
    source = chosen_evidence(context)
    return source is not None and bool(source.asset_id)


def _has_link(context: Context) -> bool:
    source = chosen_evidence(context)
    return source is not None and bool(source.url)


def open_file(context: Context) -> None:
    session, source = context.session, chosen_evidence(context)
    asset = session.document.find(Asset, source.asset_id) if session is not None and source else None
    try:
        if asset is not None:
            open_asset(asset)
    except Problem as problem:
        context.projects.dialogs.tell_problem(problem)


def open_url(context: Context) -> None:
    source = chosen_evidence(context)
    try:
        if source is not None:
            open_link(source.url)
    except Problem as problem:
        context.projects.dialogs.tell_problem(problem)


def chart(context: Context) -> None:
    if context.session is not None:
        context.session.incognita = not context.session.incognita
        context.session.chart_changed.emit()


def _is_charted(context: Context) -> bool:
    return context.session is not None and context.session.incognita


CHART = (
    Action(
        "terra_incognita",
        N_("Terra Incognita"),
        "telescope",
        chart,
        ("F12",),
        checked=_is_charted,
        hint=N_("Engraves what no fresh evidence bears out: nodes, arrows and shares"),
    ),
)

EVIDENCE = (
    Action("new_evidence", N_("New Evidence"), "file-plus", new_evidence, ("Ctrl+Alt+S",)),
    Action("rename_evidence", N_("Rename Evidence"), "text-cursor-input", rename_evidence, (), with_evidence),
    Action("open_evidence_file", N_("Open Attached File"), "external-link", open_file, (), _has_file),
    Action("open_evidence_link", N_("Open Its Link"), "globe", open_url, (), _has_link),
    Action("remove_evidence", N_("Delete Evidence"), "file-x", remove_evidence, (), with_evidence),
)

RESTING = (
    Action(
        "attach_evidence",
        N_("Attach Evidence…"),
        "paperclip",
        partial(_ask, dialog="attach_evidence"),
        ("Ctrl+Alt+E",),
        with_selection,
        hint=N_("Finds a source by typing, or makes a new one; choosing one again takes it off"),
    ),
    Action(
        "attach_share_evidence",
        N_("Attach Evidence to the Share…"),
        "link",
        partial(_ask, dialog="attach_share_evidence"),
        ("Ctrl+Alt+Shift+E",),
        _with_share,
        hint=N_("What tells how many go this way"),
    ),
    Action(
        "detach_evidence",
        N_("Detach Evidence…"),
        "unlink",
        partial(_ask, dialog="detach_evidence"),
        (),
        _resting_itself,
    ),
    Action("detach_all_evidence", N_("Detach All Evidence"), "unlink", detach_all, (), _resting),
)
