"""Adding and removing the sources on which claims rest."""

from journeydesk.language import message
from journeydesk.model.document import Document
from journeydesk.model.records import Evidence, new_id
from journeydesk.operations.fields import forget


def add_evidence(document: Document, title: str = "") -> Evidence:
    """Adds a source to the project."""
    evidence = Evidence(id=new_id(), title=title)
    with document.edit(message("Add evidence")) as edit:
        edit.put(evidence)
    return evidence


def remove_evidence(document: Document, evidence_id: str) -> None:
    """Removes a source and every mention of it."""
    with document.edit(message("Delete evidence")) as edit:
        forget(document, edit, evidence_id)
        edit.remove(evidence_id)
