"""Remarks that are made before an audience and wait to be worked on."""

from datetime import UTC, datetime

from journeydesk.language import message
from journeydesk.model.document import Document
from journeydesk.model.records import Comment, JourneyMap, new_id


def park(document: Document, map_id: str, text: str) -> str:
    """Keeps a remark with a map; gives its id, or "" where there is nothing to keep."""
    if not text.strip() or document.find(JourneyMap, map_id) is None:
        return ""
    written = datetime.now(UTC).isoformat(timespec="seconds")
    remark = Comment(
        id=new_id(), about_id=map_id, text=text.strip(), written=written, author=document.project.author
    )
    with document.edit(message("Park a remark")) as edit:
        edit.put(remark)
    return remark.id
