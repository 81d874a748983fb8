"""A piece of a map as indented text, for every program that knows no maps."""

from babel.numbers import format_decimal

from journeydesk.kinds.persona import PersonaCard
from journeydesk.language import labelled, program, say
from journeydesk.model.fields import Editor, described
from journeydesk.model.records import Node, Persona
from journeydesk.operations.excerpt import Excerpt

WRITTEN = (Editor.LINE, Editor.LINES, Editor.CHOICE, Editor.CHOICES, Editor.NUMBER, Editor.TEXT, Editor.PAIRS)
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


def persona_text(persona: Persona) -> str:
    """What is known of a persona, a line for each field."""
    lines = [persona.name, *([persona.tagline] if persona.tagline else [])]
    for told in described(Persona):
        value = getattr(persona, told.name)
        if told.name in ("name", "tagline") or value in ("", None, ()) or told.editor not in WRITTEN:
            continue
        labels = {choice.key: say(choice.label) for choice in told.choices}
        match value:
            case tuple() if told.editor is Editor.PAIRS:
                lines += [say(labelled(name, text)) for name, text in value]
            case tuple():
                told_all = program().listed(labels.get(str(one), str(one)) for one in value)
                lines.append(say(labelled(say(told.label), told_all)))
            case float() | int():
                number = format_decimal(value, locale=program().language)
                unit = f"\N{NO-BREAK SPACE}{say(told.unit)}" if told.unit else ""
                lines.append(say(labelled(say(told.label), f"{number}{unit}")))
            case _:
                lines.append(say(labelled(say(told.label), labels.get(value, value))))
    return "\n".join(lines)


def _words(node: Node, personas: dict[str, str]) -> str:
    text = node.title
    if not text and isinstance(node, PersonaCard):
        text = personas.get(node.persona_id, "")
    return " ".join(line.strip() for line in text.replace("\t", " ").splitlines() if line.strip())
