"""A piece of a map as indented text, for every program that knows no maps."""

from journeydesk.kinds.persona import PersonaCard
from journeydesk.model.records import Node, Persona
from journeydesk.operations.excerpt import Excerpt

NAMELESS = "–"  # what stands for a node without a text on which others hang


def to_text(taken: Excerpt) -> str:
    """A line for each node, in the order of the map; what hangs on another is indented by one tab more."""
    personas = {record.id: record.name for record in taken.records if isinstance(record, Persona)}
    depths: dict[str, int] = {}
    above = {node.parent_id for node in taken.nodes}
    lines = []
    for node in taken.nodes:
        depth = depths[node.id] = depths.get(node.parent_id, -1) + 1
        words = _words(node, personas) or (NAMELESS if node.id in above else "")
        if words:
            lines.append("\t" * depth + words)
    return "\n".join(lines)


def _words(node: Node, personas: dict[str, str]) -> str:
    text = node.title
    if not text and isinstance(node, PersonaCard):
        text = personas.get(node.persona_id, "")
    return " ".join(line.strip() for line in text.replace("\t", " ").splitlines() if line.strip())
