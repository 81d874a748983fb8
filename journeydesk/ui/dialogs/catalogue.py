"""The dialogs that actions open, by name. A new one is a line in `DIALOGS`."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QDialog, QWidget

from journeydesk.model.records import Node
from journeydesk.model.terms import VOCABULARIES
from journeydesk.operations import evidence
from journeydesk.ui.action import Context
from journeydesk.ui.dialogs.about import About
from journeydesk.ui.dialogs.export import ExportDialog
from journeydesk.ui.dialogs.keys import KeysSheet
from journeydesk.ui.dialogs.persona import PersonaDialog
from journeydesk.ui.dialogs.shortcuts import ShortcutsDialog
from journeydesk.ui.dialogs.terms import TermsDialog
from journeydesk.ui.dialogs.words import MapInWords
from journeydesk.ui.finder.finder import Finder
from journeydesk.ui.finder.sources import SourceFinder
from journeydesk.ui.finder.target import TargetFinder
from journeydesk.ui.guide.window import Guide
from journeydesk.ui.keymap import Keymap
from journeydesk.ui.people import edited_persona
from journeydesk.ui.tour.card import SAMPLE, TourCard


def _about(_: Context, window: QWidget) -> QDialog:
    return About(window)


def _keys(context: Context, window: QWidget) -> QDialog:
    return KeysSheet(context, window)


def _guide(context: Context, window: QWidget) -> QDialog:
    """The one that is open already, or a new one."""
    return window.findChild(Guide) or Guide(Keymap(context.projects.settings.keys), window)


def _finder(context: Context, window: QWidget) -> QDialog:
    return Finder(context, window)


def _target(context: Context, window: QWidget) -> QDialog:
    return TargetFinder(context, window)


def _persona(context: Context, window: QWidget) -> QDialog:
    assert context.session is not None
    chosen = edited_persona(context)
    return PersonaDialog(
        context.session, context.projects.dialogs, chosen.id if chosen is not None else "", window
    )


def _sources(
    context: Context, window: QWidget, *, field: str = evidence.OWN, only_attached: bool = False
) -> QDialog:
    session = context.session
    assert session is not None
    return SourceFinder(session, session.selection, field, window, only_attached=only_attached)


def _shortcuts(context: Context, window: QWidget) -> QDialog:
    return ShortcutsDialog(context, window)


def _export(context: Context, window: QWidget) -> QDialog:
    assert context.session is not None
    return ExportDialog(context.session, context.projects.settings, context.projects.dialogs, window)


def _terms(context: Context, window: QWidget) -> QDialog:
    session = context.session
    assert session is not None
    nodes = (session.document.find(Node, key) for key in session.selection)
    named = [
        (vocabulary, key)
        for node in nodes
        for vocabulary in VOCABULARIES
        if (key := getattr(node, vocabulary, ""))
    ]
    vocabulary, key = named[0] if named else ("channel", "")
    return TermsDialog(session, context.projects.dialogs, vocabulary, key, window)


def _print(context: Context, window: QWidget) -> QDialog:
    # The library that prints is asked for rarely, and takes a while to load.
    from journeydesk.ui.dialogs.print_dialog import PrintDialog  # noqa: PLC0415  (see above)

    assert context.session is not None
    return PrintDialog(context.session, context.projects.settings, context.projects.dialogs, window)


def _words(context: Context, window: QWidget) -> QDialog:
    assert context.session is not None
    return MapInWords(context.session, window)


def _tour(context: Context, window: QWidget) -> QDialog | TourCard:
    """Over the sample, here or in another window."""
    workspace = context.projects.new(SAMPLE)
    keymap = Keymap(context.projects.settings.keys)
    return TourCard(workspace, keymap) if workspace is not None else Guide(keymap, window)


DIALOGS: Mapping[str, Callable[[Context, QWidget], QDialog | TourCard]] = {
    "about": _about,
    "attach_evidence": _sources,
    "attach_share_evidence": partial(_sources, field=evidence.SHARE),
    "detach_evidence": partial(_sources, only_attached=True),
    "export": _export,
    "finder": _finder,
    "guide": _guide,
    "keys": _keys,
    "persona": _persona,
    "print": _print,
    "shortcuts": _shortcuts,
    "target": _target,
    "terms": _terms,
    "tour": _tour,
    "words": _words,
}
