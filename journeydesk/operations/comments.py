"""Remarks on nodes, arrows and maps, and votes for nodes."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from journeydesk.language import counted, message
from journeydesk.model.document import Document
from journeydesk.model.records import Comment, JourneyMap, Link, Node, new_id


def now() -> str:
    """The time as comments keep it: ISO, in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def add_comment(
    document: Document, about_id: str, text: str, author: str = "", written: str = ""
) -> Comment | None:
    """Adds a remark on a node, an arrow or a map, in one step; None where that is not there."""
    words = text.strip()
    if not words or not isinstance(document.get(about_id), Node | Link | JourneyMap):
        return None
    comment = Comment(id=new_id(), about_id=about_id, author=author, written=written or now(), text=words)
    with document.edit(message("Add comment")) as edit:
        edit.put(comment)
    return comment


def settle_comments(document: Document, ids: Iterable[str], resolved: bool = True) -> None:
    """Marks remarks as resolved, or opens them again."""
    found = [comment for key in ids if (comment := document.find(Comment, key)) is not None]
    changed = [replace(comment, resolved=resolved) for comment in found if comment.resolved != resolved]
    if changed:
        count = len(changed)
        label = (
            counted("Resolve comment", "Resolve {n} comments", count)
            if resolved
            else counted("Reopen comment", "Reopen {n} comments", count)
        )
        with document.edit(label) as edit:
            edit.put(*changed)


def remove_comments(document: Document, ids: Iterable[str]) -> None:
    """Removes remarks."""
    found = [key for key in ids if document.find(Comment, key) is not None]
    if found:
        with document.edit(counted("Delete comment", "Delete {n} comments", len(found))) as edit:
            edit.remove(*found)


def vote(document: Document, ids: Iterable[str], by: int = 1) -> None:
    """Gives nodes so many votes more, or less, but never less than none."""
    found = [node for key in dict.fromkeys(ids) if (node := document.find(Node, key)) is not None]
    changed = [
        replace(node, votes=max(0, node.votes + by))
        for node in found
        if max(0, node.votes + by) != node.votes
    ]
    if changed:
        label = message("Vote") if by > 0 else message("Take a vote back")
        with document.edit(label) as edit:
            edit.put(*changed)
