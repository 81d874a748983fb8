"""The field over the window in which one finds the node where an arrow should end."""

import math
from dataclasses import replace
from functools import cached_property

from PySide6.QtWidgets import QWidget

from journeydesk.language import counted, message, say
from journeydesk.model.records import Influence, Node, Transition
from journeydesk.operations import links
from journeydesk.ui.action import Context
from journeydesk.ui.editor.growing import arrow_from
from journeydesk.ui.finder.offer import Offer, nearest
from journeydesk.ui.finder.offers import places
from journeydesk.ui.finder.popup import Popup
from journeydesk.ui.panels.outline_rows import text_of


class TargetFinder(Popup):
    """Offers the nodes of the map in view, near cards first; Enter leads an arrow there from the selected.

    Shift+Enter draws an influence, or from a persona a transition.
    """

    def __init__(self, context: Context, window: QWidget) -> None:
        assert context.session is not None
        self._session, document = context.session, context.session.document
        found = (document.find(Node, key) for key in context.session.selection)
        self._sources = [node for node in found if node is not None]
        self._context = context
        if len(self._sources) == 1 and (name := text_of(document, self._sources[0])):
            asks = message("Connect “{name}” to…", name=name)
        else:
            asks = counted("Connect 1 node to…", "Connect {n} nodes to…", len(self._sources))
        super().__init__(window, say("Connect To"), say(asks), say("Connect To"))

    @cached_property
    def _targets(self) -> tuple[Offer, ...]:
        document = self._session.document
        here = [offer for offer in places(document) if self._is_target(offer.key)]
        # All is on one map, so its name says nothing here.
        told = [replace(offer, path=offer.path.rpartition(" › ")[2]) for offer in here]
        return tuple(sorted(told, key=self._distance))

    def _is_target(self, key: str) -> bool:
        node = self._session.document.find(Node, key)
        return node is not None and node.map_id == self._session.map_id and node not in self._sources

    def _distance(self, offer: Offer) -> tuple[bool, float]:
        """Cards before branches, the near ones first, and last what is hidden."""
        workspace = self._context.workspace
        placed = workspace.view.board.placed if workspace is not None else {}
        here, there = placed.get(self._sources[-1].id), placed.get(offer.key)
        if here is None or there is None:
            return True, math.inf
        return there.limb is not None, math.dist((here.box.x, here.box.y), (there.box.x, there.box.y))

    def keys_for(self, offer: Offer | None) -> str:
        if arrow_from(self._sources[-1]) is Influence:
            return say("Enter draws an influence, Shift+Enter an arrow")
        return say("Enter draws an arrow, Shift+Enter an influence")

    def offers(self, typed: str) -> list[Offer]:
        return nearest(self._targets, typed)

    def take(self, offer: Offer, *, adding: bool) -> None:
        usual = arrow_from(self._sources[-1])
        other = Transition if usual is Influence else Influence
        keys = [node.id for node in self._sources]
        made = links.connect_all(
            self._session.document,
            keys,
            offer.key,
            other if adding else usual,
            self._session.spotlight.travellers,
        )
        if self._context.workspace is not None:
            self._context.workspace.go_to("map")
        self._session.select(link.id for link in made)
