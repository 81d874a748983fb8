"""At which cards, and at which of their sides, the arrows of a map end."""

from journeydesk.layout.routing import Sides, Wire
from journeydesk.layout.sides import choose_sides


class Ties:
    """The arrows by key, their sides, and which of them end at a card."""

    def __init__(self) -> None:
        self.wires: dict[str, Wire] = {}
        self.sides: dict[str, Sides] = {}
        self.ends: dict[str, dict[str, None]] = {}

    def tie(self, key: str, wire: Wire | None, kept: Sides | None = None) -> dict[str, None]:
        """Takes an arrow's ends over, or forgets it for None; gives the cards where others must make room.

        Sides that are `kept` are preferred, but where people pull at a bend: the bend tells the sides.
        """
        before, sides_before = self.wires.pop(key, None), self.sides.pop(key, None)
        if before is not None and wire is not None and before.waypoints != wire.waypoints:
            kept = kept if (before.source, before.target) != (wire.source, wire.target) else None
        for card in cards_of(before):
            self.ends[card].pop(key, None)
        if wire is not None:
            self.wires[key], self.sides[key] = wire, choose_sides(wire, kept)
            for card in cards_of(wire):
                self.ends.setdefault(card, {})[key] = None
        if before == wire and sides_before == self.sides.get(key):
            return {}
        return dict.fromkeys((*cards_of(before), *cards_of(wire)))

    def sharing(self, wires: list[Wire]) -> list[Wire]:
        """These arrows and all others at the same cards, which claim their places on the sides as well."""
        found = {wire.key: wire for wire in wires}
        for card in {card for wire in wires for card in cards_of(wire)}:
            for key in self.ends[card]:
                found[key] = self.wires[key]
        return sorted(found.values(), key=lambda wire: wire.key)


def cards_of(wire: Wire | None) -> tuple[str, ...]:
    """The cards at which an arrow ends; none for None."""
    return (wire.source.key, wire.target.key) if wire else ()
