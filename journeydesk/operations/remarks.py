"""The parking lot of a map: what was said before an audience, and waits to be voted for and put in its place.

It is made of the open remarks on the map itself, so it is saved, undone and listed as all others are.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from journeydesk.kinds.branch import Branch
from journeydesk.language import counted, message
from journeydesk.model.document import Document
from journeydesk.model.queries import children, comments
from journeydesk.model.records import Comment, JourneyMap, Node, new_id
from journeydesk.operations.branches import topic_below
from journeydesk.operations.nodes import on_top

INSTANT = timedelta(microseconds=1)  # between remarks that come at once, so that they keep their order


def parked(document: Document, map_id: str) -> tuple[Comment, ...]:
    """What waits in the parking lot of a map, in the order in which it was said."""
    waiting = (remark for remark in comments(document, map_id) if not remark.resolved)
    return tuple(sorted(waiting, key=lambda remark: (remark.written, remark.id)))


def park(document: Document, map_id: str, *texts: str) -> tuple[str, ...]:
    """Keeps remarks with a map, in one step; gives their ids. Empty ones are passed over."""
    found = [text.strip() for text in texts if text.strip()]
    if not found or document.find(JourneyMap, map_id) is None:
        return ()
    moment, author = _moment(document, map_id), document.project.author
    made = [
        Comment(
            id=new_id(), about_id=map_id, text=text, author=author, written=_told(moment + place * INSTANT)
        )
        for place, text in enumerate(found)
    ]
    with document.edit(counted("Park a remark", "Park {n} remarks", len(made))) as edit:
        edit.put(*made)
    return tuple(remark.id for remark in made)


def _moment(document: Document, map_id: str) -> datetime:
    """Now, or just after the last remark where the clock has been put back."""
    now = datetime.now(UTC)
    written = max((remark.written for remark in comments(document, map_id)), default="")
    try:
        return max(now, datetime.fromisoformat(written) + INSTANT) if written else now
    except (ValueError, TypeError, OverflowError):
        return now


def _told(moment: datetime) -> str:
    return moment.isoformat(timespec="microseconds")


def rewrite(document: Document, remark_id: str, text: str) -> None:
    """Gives a remark another text; an empty one leaves it as it was."""
    remark = document.find(Comment, remark_id)
    if remark is not None and text.strip() not in ("", remark.text):
        with document.edit(message("Change a remark")) as edit:
            edit.put(replace(remark, text=text.strip()))


def vote_for(document: Document, remark_id: str, by: int = 1) -> None:
    """Gives a remark so many votes more, or less, but never less than none."""
    remark = document.find(Comment, remark_id)
    if remark is not None and (votes := max(0, remark.votes + by)) != remark.votes:
        with document.edit(message("Vote") if by > 0 else message("Take a vote back")) as edit:
            edit.put(replace(remark, votes=votes))


def place_remarks(document: Document, places: Mapping[str, Node]) -> tuple[str, ...]:
    """Makes remarks nodes of their map; gives the ids of these.

    `places` are new nodes by the remarks' ids: their text and their votes are the remarks', which are then
    resolved.
    """
    found = {remark: node for key, node in places.items() if (remark := _waiting(document, key)) is not None}
    return _put(document, list(found.items()))


def hang_remarks(document: Document, ids: Iterable[str], parent_id: str) -> tuple[str, ...]:
    """Makes remarks branches of a node, after the others that it has; gives the ids of these."""
    parent = document.find(Node, parent_id)
    found = [remark for key in dict.fromkeys(ids) if (remark := _waiting(document, key)) is not None]
    if parent is None or not found:
        return ()
    last = max((child.order for child in children(document, parent_id)), default=0.0)
    made = [
        Branch(
            id=new_id(),
            map_id=parent.map_id,
            parent_id=parent.id,
            order=last + place,
            topic=topic_below(parent),
        )
        for place in range(1, len(found) + 1)
    ]
    return _put(document, list(zip(found, made, strict=True)), parent)


def _waiting(document: Document, key: str) -> Comment | None:
    remark = document.find(Comment, key)
    return remark if remark is not None and not remark.resolved else None


def _put(
    document: Document, pairs: list[tuple[Comment, Node]], parent: Node | None = None
) -> tuple[str, ...]:
    if not pairs:
        return ()
    with document.edit(counted("Put a remark on the map", "Put {n} remarks on the map", len(pairs))) as edit:
        if parent is not None and parent.folded:
            edit.put(replace(parent, folded=False))
        for remark, node in pairs:
            order = node.order or on_top(document, node.map_id)
            edit.put(replace(node, title=remark.text, votes=remark.votes, order=order))
            edit.put(replace(remark, resolved=True))
    return tuple(node.id for _, node in pairs)
