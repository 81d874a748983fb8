"""The remarks on a map and on what is placed there, those that are resolved too."""

from collections.abc import Collection

from journeydesk.analysis.naming import named
from journeydesk.analysis.review import Thread, threads
from journeydesk.exporters.web.markup import Html, el, joined, paragraphs
from journeydesk.language import N_, Catalogue
from journeydesk.model.dates import told_date
from journeydesk.model.document import Document
from journeydesk.model.records import Comment

DAY = len("2026-11-22")


def remarks(document: Document, map_id: str, say: Catalogue, only: Collection[str] | None = None) -> Html:
    """The remarks by their places, with author and date; `only` on some nodes where it is given."""
    told = [
        _thread(document, thread, say)
        for thread in threads(document, everything=True)
        if thread.map_id == map_id and (only is None or thread.about_id in only)
    ]
    return joined(el("h3", say(N_("Comments"))), el("ul", *told)) if told else Html()


def _thread(document: Document, thread: Thread, say: Catalogue) -> Html:
    record = document.get(thread.about_id)
    place = named(document, record, say) if record is not None else ""
    return el("li", el("strong", place), el("ul", *(_remark(comment, say) for comment in thread.comments)))


def _remark(comment: Comment, say: Catalogue) -> Html:
    state = say(N_("Resolved")) if comment.resolved else say(N_("Not resolved"))
    who = comment.author or say(N_("Somebody"))
    head = " · ".join(filter(None, (who, told_date(comment.written[:DAY], say.language), state)))
    return el("li", el("small", head), paragraphs(comment.text))
