"""The sources on which claims rest: adding, attaching and removing them, and the files that they hold."""

import mimetypes
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from journeydesk.language import Problem, message
from journeydesk.model.document import Document, Edit
from journeydesk.model.fields import described
from journeydesk.model.records import Asset, Evidence, Record, new_id
from journeydesk.operations.fields import forget

OWN, SHARE = "evidence_ids", "share_evidence_ids"  # the fields of what rests on sources
LARGEST_FILE = 25_000_000  # bytes


def rests(record: Record | None, field: str = OWN) -> bool:
    """Whether a record can rest on sources in this field."""
    return record is not None and any(told.name == field for told in described(type(record)))


def add_evidence(
    document: Document, title: str = "", about: Iterable[str] = (), field: str = OWN
) -> Evidence:
    """Adds a source to the project, and attaches it to these records, in one step."""
    evidence = Evidence(id=new_id(), title=title)
    with document.edit(message("Add evidence")) as edit:
        edit.put(evidence)
        edit.put(*_resting(document, about, evidence.id, field))
    return evidence


def attach(document: Document, ids: Iterable[str], evidence_id: str, field: str = OWN) -> int:
    """Lets records rest on a source; tells how many did not before. Raises KeyError where there is none."""
    if document.find(Evidence, evidence_id) is None:
        raise KeyError(evidence_id)
    changed = _resting(document, ids, evidence_id, field)
    if changed:
        with document.edit(message("Attach evidence")) as edit:
            edit.put(*changed)
    return len(changed)


def detach(document: Document, ids: Iterable[str], evidence_id: str, field: str = OWN) -> None:
    """Lets records rest on a source no more."""
    _take_off(document, ids, {evidence_id}, field)


def detach_all(document: Document, ids: Iterable[str]) -> None:
    """Takes every source off records, and off their shares."""
    records = [record for key in ids if (record := document.get(key)) is not None]
    changed = [bare for record in records if (bare := _bare(record)) != record]
    if changed:
        with document.edit(message("Detach evidence")) as edit:
            edit.put(*changed)


def remove_evidence(document: Document, evidence_id: str) -> None:
    """Removes a source and every mention of it."""
    with document.edit(message("Delete evidence")) as edit:
        forget(document, edit, evidence_id)
        edit.remove(evidence_id)


def add_file(document: Document, evidence_id: str, path: Path) -> Asset:
    """Keeps a file of any kind inside the project, attached to a source. Raises Problem where it cannot."""
    source = document.find(Evidence, evidence_id)
    if source is None:
        raise Problem(message("This source is not in the project any more."))
    asset = read_asset(path)
    with document.edit(message("Attach a file")) as edit:
        edit.put(replace(source, asset_id=_kept(document, edit, asset)))
    return asset


def read_asset(path: Path) -> Asset:
    """A file as it is kept. Raises Problem where it cannot be read or is too large."""
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise Problem(
                message(
                    "“{name}” has {size} MB; at most {most} MB can be kept inside a project. Give a link "
                    "to it instead.",
                    name=path.name, size=round(size / 1e6), most=round(LARGEST_FILE / 1e6),
                )
            )  # fmt: skip
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise Problem(
            message("“{name}” could not be opened: {reason}", name=path.name, reason=reason)
        ) from error
    if not data:
        raise Problem(message("“{name}” is empty, so there is nothing to attach.", name=path.name))
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return Asset(id=new_id(), name=path.name, media_type=kind, data=data)


def _kept(document: Document, edit: Edit, asset: Asset) -> str:
    """The id under which the project keeps a file, which is put there where it is new."""
    known = (other for other in document.all(Asset) if other.data == asset.data and other.name == asset.name)
    same = next(known, None)
    if same is None:
        edit.put(asset)
    return same.id if same is not None else asset.id


def _resting(document: Document, ids: Iterable[str], evidence_id: str, field: str) -> list[Record]:
    """The records that did not rest on a source, as they do now."""
    found = (document.get(key) for key in dict.fromkeys(ids))
    return [
        _given(record, field, (*getattr(record, field), evidence_id))
        for record in found
        if record is not None and rests(record, field) and evidence_id not in getattr(record, field)
    ]


def _take_off(document: Document, ids: Iterable[str], sources: set[str], field: str) -> None:
    found = (document.get(key) for key in dict.fromkeys(ids))
    records = [record for record in found if record is not None and rests(record, field)]
    changed = [bare for record in records if (bare := _less(record, sources, field)) != record]
    if changed:
        with document.edit(message("Detach evidence")) as edit:
            edit.put(*changed)


def _less(record: Record, sources: set[str], field: str) -> Record:
    kept = tuple(key for key in getattr(record, field) if key not in sources)
    return _given(record, field, kept)


def _given(record: Record, field: str, sources: tuple[str, ...]) -> Record:
    changed: dict[str, Any] = {field: sources}
    return replace(record, **changed)


def _without(record: Record, sources: set[str]) -> Record:
    for field in (OWN, SHARE):
        if rests(record, field) and not sources.isdisjoint(getattr(record, field)):
            record = _less(record, sources, field)
    return record


def _bare(record: Record) -> Record:
    every = {key for field in (OWN, SHARE) if rests(record, field) for key in getattr(record, field)}
    return _without(record, every)
