"""What nodes and arrows are called in lists, in any language."""

from journeydesk.kinds.catalogue import kind_of
from journeydesk.kinds.persona import PersonaCard
from journeydesk.language import Catalogue, message
from journeydesk.model.document import Document
from journeydesk.model.records import Link, Node, Persona, Record


def named(document: Document, record: Record, say: Catalogue, *, is_share: bool = False) -> str:
    """What a record says in one line, else what it is; an arrow from end to end, with its label."""
    if isinstance(record, Link):
        ends = (document.find(Node, key) for key in (record.source_id, record.target_id))
        arrow = " → ".join(named(document, node, say) if node is not None else "–" for node in ends)
        if is_share:
            return say(message("Share: {arrow}", arrow=arrow))
        title = " ".join(record.title.split())
        return say(message("{arrow}: “{title}”", arrow=arrow, title=title)) if title else arrow
    text = " ".join(str(getattr(record, "title", "") or getattr(record, "name", "")).split())
    if not text and isinstance(record, PersonaCard):
        persona = document.find(Persona, record.persona_id)
        text = persona.name if persona is not None else ""
    return text or (say(kind_of(record).title) if isinstance(record, Node) else say("Untitled"))
