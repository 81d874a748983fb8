"""Renaming and merging the channels, devices and departments of all touchpoints at once."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.language import LANGUAGES, Message, catalogue, message
from journeydesk.model.document import Document
from journeydesk.model.fields import Choice
from journeydesk.model.vocabulary import CHANNELS, DEPARTMENTS, DEVICES

VOCABULARIES: Mapping[str, tuple[Choice, ...]] = {
    "channel": CHANNELS,
    "device": DEVICES,
    "department": DEPARTMENTS,
}


def key_of(document: Document, vocabulary: str, name: str) -> str:
    """The key of an entry with this name in any language, or that touchpoints have; else the name itself."""
    wanted = name.strip().casefold()
    for choice in VOCABULARIES[vocabulary]:
        names = {choice.key, *(catalogue(code)(choice.label) for code in LANGUAGES)}
        if wanted in {known.casefold() for known in names}:
            return choice.key
    used = {getattr(node, vocabulary) for node in document.all(Touchpoint)}
    return next((key for key in sorted(used) if key.casefold() == wanted), name.strip())


def rename_entry(document: Document, vocabulary: str, key: str, name: str) -> None:
    """Gives an entry another name at all touchpoints; the name of another entry merges the two.

    An empty name changes nothing.
    """
    told = key_of(document, vocabulary, name)
    found = [node for node in document.all(Touchpoint) if getattr(node, vocabulary) == key]
    if not told or told == key or not found:
        return
    known = {choice.key: choice.label for choice in VOCABULARIES[vocabulary]}
    values = {
        "old": Message(known[key]) if key in known else key,
        "new": Message(known[told]) if told in known else told,
    }
    with document.edit(message("Rename “{old}” to “{new}”", **values)) as edit:
        changed: dict[str, Any] = {vocabulary: told}
        edit.put(*(replace(node, **changed) for node in found))
