"""Adding and removing the sources on which claims rest."""

from dataclasses import replace

from journeydesk.language import message
from journeydesk.model.document import Document
from journeydesk.model.records import Evidence, Link, Node, Persona, new_id


def add_evidence(document: Document, title: str = "") -> Evidence:
    """Adds a source to the project."""
    evidence = Evidence(id=new_id(), title=title)
    with document.edit(message("Add evidence")) as edit:
        edit.put(evidence)
    return evidence


def remove_evidence(document: Document, evidence_id: str) -> None:
    """Removes a source and every mention of it."""
    with document.edit(message("Delete evidence")) as edit:
        edit.remove(evidence_id)
        claims: tuple[Node | Link | Persona, ...]
        claims = (*document.all(Node), *document.all(Link), *document.all(Persona))
        for record in claims:
            if evidence_id in record.evidence_ids:
                kept = tuple(key for key in record.evidence_ids if key != evidence_id)
                edit.put(replace(record, evidence_ids=kept))
