"""Summaries of branches and cards: made of what is chosen, and gone with it."""

from collections.abc import Iterable

from journeydesk.kinds.summary import Summary, covered
from journeydesk.language import message
from journeydesk.model.document import Document, Edit
from journeydesk.model.queries import closure, nodes, root
from journeydesk.model.records import Node, new_id


def summarise(document: Document, ids: Iterable[str]) -> Summary:
    """Adds a summary of nodes of one map. Raises KeyError where there is nothing to be summarised."""
    covered = coverable(document, ids)
    if not covered:
        raise KeyError("nothing to summarise")
    top = root(document, covered[0])
    order = max(node.order for node in nodes(document, top.map_id)) + 1.0
    summary = Summary(
        id=new_id(), map_id=top.map_id, x=top.x, y=top.y, order=order,
        covers=tuple(node.id for node in covered),
    )  # fmt: skip
    with document.edit(message("Add summary")) as edit:
        edit.put(summary)
    return summary


def coverable(document: Document, ids: Iterable[str]) -> list[Node]:
    """Those of these nodes that one summary can span: no summaries, nor what hangs on them."""
    found = [node for key in dict.fromkeys(ids) if (node := document.find(Node, key)) is not None]
    fit = [node for node in found if not isinstance(root(document, node), Summary)]
    return [node for node in fit if node.map_id == fit[0].map_id]


def spanned(document: Document, ids: Iterable[str]) -> tuple[str, ...]:
    """These ids, with those of what summaries among them span in their place: that is what can be moved."""
    found: dict[str, None] = {}
    for key in ids:
        summary = document.find(Summary, key)
        covers = covered(document, summary) if summary is not None and not summary.locked else []
        found.update(dict.fromkeys([node.id for node in covers] or [key]))
    return tuple(found)


def following(document: Document, ids: Iterable[str]) -> tuple[str, ...]:
    """The summaries that go along when these nodes, with what hangs on them, go somewhere else."""
    known = list(document.all(Summary))
    moved = set(closure(document, ids)) if known else set()
    return tuple(summary.id for summary in known if not moved.isdisjoint(summary.covers))


def take_away(document: Document, edit: Edit, keys: Iterable[str]) -> None:
    """Removes records with what cannot stand without them, and summaries that span nothing any more."""
    spanning = [
        summary for summary in document.all(Summary) if any(document.get(key) for key in summary.covers)
    ]
    edit.remove(*closure(document, keys))
    spent = (summary.id for summary in spanning if not any(document.get(key) for key in summary.covers))
    edit.remove(*closure(document, spent))
