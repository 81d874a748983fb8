"""The look of a house, its colours and its logo, as a file that goes from project to project."""

import base64
import binascii
import json
from dataclasses import replace
from typing import Any

from journeydesk.language import Problem, message
from journeydesk.model.clean import clean_colour
from journeydesk.model.document import Document
from journeydesk.model.records import Asset, Project
from journeydesk.operations.images import read_picture

FORMAT = 1
SUFFIX = ".journeystyle"
LARGEST = 90_000_000  # bytes of a file


def written_style(document: Document) -> bytes:
    """The house style of a project as a file: JSON, the logo within it."""
    project = document.project
    found: dict[str, Any] = {"journeydesk-style": FORMAT, "palette": list(project.palette)}
    logo = document.find(Asset, project.logo_id)
    if logo is not None:
        found["logo"] = {"name": logo.name, "data": base64.b64encode(logo.data).decode()}
    return json.dumps(found, ensure_ascii=False, indent=1).encode()


def use_style(document: Document, data: bytes, name: str) -> None:
    """Takes over the house style of a file, in one step. Raises Problem where it is none.

    A file without a logo leaves the project's own.
    """
    palette, logo = _read(data, name)
    with document.edit(message("Use house style")) as edit:
        project: Project = document.project
        if logo is not None:
            edit.put(logo)
            project = replace(project, logo_id=logo.id)
        edit.put(replace(project, palette=palette))


def _read(data: bytes, name: str) -> tuple[tuple[str, ...], Asset | None]:
    refused = Problem(
        message("“{name}” is no house style, or it is damaged. Nothing was changed.", name=name)
    )
    try:
        found = json.loads(data[:LARGEST])
        is_style = isinstance(found, dict) and found.get("journeydesk-style") == FORMAT
    except (ValueError, RecursionError) as error:
        raise refused from error
    if not is_style or not isinstance(found.get("palette"), list):
        raise refused
    palette = tuple(dict.fromkeys(colour for row in found["palette"] if (colour := clean_colour(row))))
    logo = found.get("logo")
    if not isinstance(logo, dict):
        return palette, None
    try:
        picture = base64.b64decode(str(logo.get("data", "")), validate=True)
    except (binascii.Error, ValueError) as error:
        raise refused from error
    return palette, read_picture(picture, str(logo.get("name", "")) or name)
