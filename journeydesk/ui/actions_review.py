"""The actions of a review: comments and votes."""

from functools import partial

from journeydesk.language import N_
from journeydesk.operations import comments
from journeydesk.ui.action import Action, Context
from journeydesk.ui.actions_edit import selected_nodes


def new_comment(context: Context) -> None:
    if context.workspace is not None:
        context.workspace.right.show_part(context.workspace.remarks, True)
        context.workspace.remarks.write()


def show_comments(context: Context) -> None:
    if context.workspace is not None:
        context.workspace.right.show_part(context.workspace.remarks, not _shows_comments(context))


def _shows_comments(context: Context) -> bool:
    return context.workspace is not None and not context.workspace.remarks.isHidden()


def vote(context: Context, by: int) -> None:
    if context.session is not None:
        comments.vote(context.session.document, (node.id for node in selected_nodes(context)), by)


def _can_vote(context: Context, by: int) -> bool:
    return any(by > 0 or node.votes for node in selected_nodes(context))


REVIEW = (
    Action(
        "new_comment",
        N_("New Comment"),
        "message-square-plus",
        new_comment,
        ("Ctrl+Alt+N",),
        hint=N_("On what is selected, or on the map"),
    ),
    Action(
        "show_comments",
        N_("Comments"),
        "messages-square",
        show_comments,
        ("Ctrl+Alt+Shift+N",),
        checked=_shows_comments,
    ),
    Action(
        "vote",
        N_("Vote for It"),
        "thumbs-up",
        partial(vote, by=1),
        ("Ctrl+U",),
        partial(_can_vote, by=1),
    ),
    Action(
        "take_vote_back",
        N_("Take a Vote Back"),
        "thumbs-down",
        partial(vote, by=-1),
        ("Ctrl+Alt+U",),
        partial(_can_vote, by=-1),
    ),
)
