"""The field over the window in which commands, maps and nodes are found by their names."""

from functools import cached_property

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from journeydesk.language import say
from journeydesk.model.records import Node
from journeydesk.ui.action import Context
from journeydesk.ui.finder.offer import Offer, nearest, ranked
from journeydesk.ui.finder.offers import commands, places
from journeydesk.ui.finder.popup import Popup
from journeydesk.ui.going import go_to
from journeydesk.ui.keymap import Keymap

KEPT = 20  # how many commands are remembered as used lately
PLACES = "@"  # a text that begins so looks for maps and nodes only


class Finder(Popup):
    """Enter does what is chosen, or goes there; Shift+Enter selects a node beside what is selected."""

    def __init__(self, context: Context, window: QWidget) -> None:
        asked = say("What do you want to do? @ finds what stands on the maps")
        super().__init__(window, say("Find a Command"), asked, say("Commands"))
        self._context = context
        self._commands = commands(context, Keymap(context.projects.settings.keys))

    @cached_property
    def _places(self) -> tuple[Offer, ...]:
        return places(self._context.session.document) if self._context.session is not None else ()

    def offers(self, typed: str) -> list[Offer]:
        if typed.startswith(PLACES):
            return nearest(self._places, typed[1:])
        found = ranked(self._commands, typed, self._context.projects.settings.used)
        return found + nearest(self._places, typed) if typed.strip() else found

    def keys_for(self, offer: Offer | None) -> str:
        session = self._context.session
        if offer is None or session is None or not session.document.find(Node, offer.key):
            return super().keys_for(offer)
        if session.selection:
            return say("Enter goes there, Shift+Enter selects it beside what is selected")
        return say("Enter goes there, Escape leads back")

    def take(self, offer: Offer, *, adding: bool) -> None:
        session, workspace = self._context.session, self._context.workspace
        if offer.is_action:
            settings = self._context.projects.settings
            settings.used = (offer.key, *(key for key in settings.used if key != offer.key))[:KEPT]
            deed = self._window.findChild(QAction, offer.key)
            if deed is not None:
                deed.trigger()
        elif session is not None and workspace is not None:
            workspace.go_to("map")
            go_to(session, offer.key, adding=adding)
