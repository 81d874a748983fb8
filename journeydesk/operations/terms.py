"""Adding, renaming, merging and dressing up the channels, devices and departments of a project.

What a project keeps of an entry is only what differs from the built-in one, see `journeydesk.model.terms`.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from journeydesk.language import Problem, message
from journeydesk.model.document import Document, Edit
from journeydesk.model.fields import term_id
from journeydesk.model.records import Asset, Term, new_id
from journeydesk.model.terms import VOCABULARIES, Listed, entries, listed, used, with_name
from journeydesk.operations.images import kept_picture
from journeydesk.operations.nodes import orders_among


def key_of(document: Document, vocabulary: str, name: str) -> str:
    """The key of the entry that goes by a name in any language, or that touchpoints have; else the name."""
    found = with_name(entries(document, vocabulary, hidden=True), name)
    return found.key if found is not None else name.strip()


def add_term(document: Document, vocabulary: str, title: str) -> str:
    """Adds an entry to a vocabulary, after the others; gives its key, "" where there is no title.

    The name of one that is there gives that one, which is shown again if it was hidden.
    """
    title = title.strip()
    if not title:
        return ""
    with document.edit(message("Add “{name}”", name=title)) as edit:
        return _added(document, edit, vocabulary, title)


def give_new_term(document: Document, ids: Iterable[str], vocabulary: str, title: str) -> None:
    """Adds an entry and gives it to nodes, in one step."""
    title = title.strip()
    if title:
        with document.edit(message("Add “{name}”", name=title)) as edit:
            _give(document, edit, vocabulary, ids, _added(document, edit, vocabulary, title))


def rename_term(document: Document, vocabulary: str, key: str, title: str) -> None:
    """Gives an entry another name; the name of another entry merges the two, in one step.

    Without a name a built-in entry goes by its own again, and others stay as they are.
    """
    entry, title = listed(document.get, vocabulary, key), title.strip()
    if not title and entry.is_own:
        return
    built_in = replace(entry, title="")
    if not title or (not entry.is_own and title.casefold() in built_in.names):
        title = ""
    elif (other := with_name(entries(document, vocabulary, hidden=True), title)) and other.key != key:
        merge_terms(document, vocabulary, key, other.key)
        return
    if title != entry.title and title != entry.words:
        new = replace(entry, title=title)
        with document.edit(message("Rename “{old}” to “{new}”", old=entry.words, new=new.words)) as edit:
            _keep(document, edit, new)


def set_term_colour(document: Document, vocabulary: str, key: str, colour: str) -> None:
    """Gives an entry a colour, "" for none of its own."""
    entry = listed(document.get, vocabulary, key)
    with document.edit(message("Colour of “{name}”", name=entry.words)) as edit:
        _keep(document, edit, replace(entry, colour=colour))


def set_term_icon(document: Document, vocabulary: str, key: str, icon: str) -> None:
    """Gives an entry one of the icons, "" for the built-in one, in place of a picture too."""
    entry = listed(document.get, vocabulary, key)
    with document.edit(message("Icon of “{name}”", name=entry.words)) as edit:
        plain = listed(_nothing, vocabulary, key)
        _keep(document, edit, replace(entry, icon=icon or plain.icon, picture_id=""))


def set_term_picture(document: Document, vocabulary: str, key: str, picture: Asset) -> None:
    """Gives an entry a picture in the place of its icon."""
    entry = listed(document.get, vocabulary, key)
    with document.edit(message("Picture of “{name}”", name=entry.words)) as edit:
        _keep(document, edit, replace(entry, picture_id=kept_picture(document, edit, picture)))


def hide_term(document: Document, vocabulary: str, key: str, hidden: bool = True) -> None:
    """Offers an entry no more, or again; touchpoints that have it keep it."""
    entry = listed(document.get, vocabulary, key)
    told = (
        message("Hide “{name}”", name=entry.words) if hidden else message("Show “{name}”", name=entry.words)
    )
    with document.edit(told) as edit:
        _keep(document, edit, replace(entry, hidden=hidden))


def move_term(document: Document, vocabulary: str, key: str, place: int) -> None:
    """Puts an entry at a place among the others, from 0, hidden ones counted."""
    found = entries(document, vocabulary, hidden=True)
    entry = listed(document.get, vocabulary, key)
    others = [other for other in found if other.key != key]
    if entry not in found or found.index(entry) == max(0, min(place, len(others))):
        return
    (order,), moved = orders_among(others, place)
    with document.edit(message("Move “{name}”", name=entry.words)) as edit:
        for changed in (*moved, replace(entry, order=order)):
            _keep(document, edit, changed)


def merge_terms(document: Document, vocabulary: str, key: str, into: str) -> None:
    """Gives another entry to all that have this one, in one step; a built-in one is hidden, others go."""
    if not into or key == into:
        return
    entry, other = listed(document.get, vocabulary, key), listed(document.get, vocabulary, into)
    with document.edit(message("Merge “{old}” into “{new}”", old=entry.words, new=other.words)) as edit:
        _give(document, edit, vocabulary, [node.id for node in used(document, vocabulary).get(key, ())], into)
        if entry.is_own:
            edit.remove(term_id(vocabulary, key))
        else:
            _keep(document, edit, replace(entry, hidden=True))
        if other.hidden:
            _keep(document, edit, replace(other, hidden=False))


def remove_term(document: Document, vocabulary: str, key: str) -> None:
    """Removes an entry of the project's own. Raises Problem where it is built in, or where it is used."""
    entry = listed(document.get, vocabulary, key)
    if not entry.is_own:
        raise Problem(message("“{name}” is built in. Hide it instead.", name=entry.words))
    if used(document, vocabulary).get(key):
        raise Problem(message("“{name}” is in use. Merge it into another one first.", name=entry.words))
    with document.edit(message("Delete “{name}”", name=entry.words)) as edit:
        edit.remove(term_id(vocabulary, key))


def is_changed(document: Document, entry: Listed) -> bool:
    """Whether the project keeps something of its own of an entry."""
    return document.get(term_id(entry.vocabulary, entry.key)) is not None


def restore_term(document: Document, vocabulary: str, key: str) -> None:
    """Makes a built-in entry as the program brought it."""
    entry = listed(document.get, vocabulary, key)
    if not entry.is_own and is_changed(document, entry):
        with document.edit(message("Restore “{name}”", name=entry.words)) as edit:
            edit.remove(term_id(vocabulary, key))


def bring_terms(document: Document, edit: Edit, coming: Iterable[Term]) -> dict[str, str]:
    """Adds the terms that are new here; gives the ids of all of them in this document.

    The entry that is the same one is used, else one of the same name; where there is none, the term is added,
    under another key if its own stands for something else here.
    """
    known = (term for term in coming if term.vocabulary in VOCABULARIES and term.key)
    return {term.id: term_id(term.vocabulary, _brought(document, edit, term)) for term in known}


def _brought(document: Document, edit: Edit, term: Term) -> str:
    """The key of a term of another project in this one."""
    vocabulary, key = term.vocabulary, term.key
    theirs, plain = listed({term.id: term}.get, vocabulary, key), listed(_nothing, vocabulary, key)
    if theirs == plain and not theirs.is_own:
        return key
    ours = entries(document, vocabulary, hidden=True)
    here = next((entry for entry in ours if entry.key == key), None)
    alike = next((entry for entry in ours if entry.names & theirs.names), None)
    is_free = here is None or (here == plain and not used(document, vocabulary).get(key))
    if theirs == plain:  # of which the other project has told nothing
        return alike.key if here is None and alike is not None else key
    if here is not None and (here.is_own or here.names & theirs.names):
        alike = here
    if alike is not None and (alike is not here or not is_free):
        return alike.key
    if not is_free:
        key = new_id()
    title = theirs.title or ("" if is_free else theirs.key)
    _keep(document, edit, replace(theirs, key=key, title=title, hidden=False))
    return key


def _added(document: Document, edit: Edit, vocabulary: str, title: str) -> str:
    found = entries(document, vocabulary, hidden=True)
    known = with_name(found, title)
    if known is not None:
        if known.hidden:
            _keep(document, edit, replace(known, hidden=False))
        return known.key
    last = max(entry.order for entry in found) + 1.0
    plain = listed(_nothing, vocabulary, new_id())
    _keep(document, edit, replace(plain, title=title, order=last))
    return plain.key


def _give(document: Document, edit: Edit, vocabulary: str, ids: Iterable[str], key: str) -> None:
    changed: dict[str, Any] = {vocabulary: key}
    found = (record for each in ids if (record := document.get(each)) is not None)
    edit.put(*(replace(record, **changed) for record in found if hasattr(record, vocabulary)))


def _keep(document: Document, edit: Edit, entry: Listed) -> None:
    """Puts what the project has of its own of an entry; nothing where it is as the program brought it."""
    plain = listed(_nothing, entry.vocabulary, entry.key)
    key = term_id(entry.vocabulary, entry.key)
    if entry == plain and not entry.is_own:
        edit.remove(key)
        return
    edit.put(
        Term(
            id=key,
            vocabulary=entry.vocabulary,
            key=entry.key,
            title=entry.title,
            icon="" if entry.icon == plain.icon else entry.icon,
            picture_id=entry.picture_id,
            colour=entry.colour,
            hidden=entry.hidden,
            order=None if entry.order == plain.order else entry.order,
        )
    )


def _nothing(key: str) -> None:
    """A project that keeps nothing of its own."""
