"""What the rows of the outline say, to eyes and to ears."""

from babel.numbers import format_percent

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.catalogue import kind_of
from journeydesk.kinds.image import ImageNode
from journeydesk.kinds.persona import PersonaCard
from journeydesk.language import counted, message, program, say
from journeydesk.model.document import Document
from journeydesk.model.fields import label_of
from journeydesk.model.queries import children, sources_of
from journeydesk.model.records import Asset, Influence, Link, Node, Persona, Record, Transition
from journeydesk.model.vocabulary import INFLUENCES, TOPICS

TOPIC_ICONS = {topic.key: topic.icon for topic in TOPICS}
ONWARD = "→ "


def text_of(document: Document, record: Record) -> str:
    """What a node or an arrow says, in one line; "" for nothing."""
    title = " ".join(getattr(record, "title", "").split())
    if not title and isinstance(record, PersonaCard):
        persona = document.find(Persona, record.persona_id)
        title = persona.name if persona is not None else ""
    return title


def name_of(document: Document, node: Node) -> str:
    """What a node says, else the name of its picture or of its kind."""
    asset = document.find(Asset, node.asset_id) if isinstance(node, ImageNode) else None
    return text_of(document, node) or (asset.name if asset is not None else "") or say(kind_of(node).title)


def shown_of(document: Document, record: Record, number: int = 0) -> str:
    """The words in a row; `number` is a stage's."""
    if isinstance(record, Link):
        return ONWARD + ", ".join(_arrow_parts(document, record))
    assert isinstance(record, Node)
    shown = name_of(document, record)
    return say(message("{n}. {title}", n=number, title=shown)) if number else shown


def arrow_text(document: Document, link: Link) -> str:
    """An arrow from end to end, in one line."""
    source, target = (document.find(Node, key) for key in (link.source_id, link.target_id))
    ends = (name_of(document, node) if node is not None else "" for node in (source, target))
    return f" {ONWARD}".join(ends)


def _arrow_parts(document: Document, link: Link) -> list[str]:
    target = document.find(Node, link.target_id)
    parts = [name_of(document, target) if target is not None else ""]
    if isinstance(link, Transition) and link.share is not None:
        parts.append(format_percent(link.share / 100, locale=program().language, decimal_quantization=False))
    if isinstance(link, Influence) and not link.title:
        parts.append(say(label_of(INFLUENCES, link.influence)))
    if title := text_of(document, link):
        parts.append(title)
    if isinstance(link, Transition) and link.objection:
        parts.append(link.objection)
    return parts


def sign_of(record: Record) -> str:
    """The name of a row's icon."""
    if isinstance(record, Branch):
        return TOPIC_ICONS.get(record.topic, "lightbulb")
    if isinstance(record, Node):
        return kind_of(record).icon
    return "route" if isinstance(record, Influence) else "spline"


def signed(sentiment: int) -> str:
    """A sentiment as it is written: with its sign."""
    return f"{sentiment:+d}" if sentiment else "0"


def spoken_of(document: Document, record: Record, number: int = 0) -> str:
    """What a screen reader says of a row: what it is, what it says, and what one would see on the map."""
    if isinstance(record, Link):
        first, *rest = _arrow_parts(document, record)
        influence = isinstance(record, Influence)
        told = message("Influence on {title}", title=first) if influence else None
        parts = [say(told or message("Arrow to {title}", title=first)), *rest]
        people = [persona.name for key in record.persona_ids if (persona := document.find(Persona, key))]
        if people:
            parts.append(say(message("travelled by {names}", names=", ".join(people))))
        return ", ".join([*parts, *_spoken_sources(record)])
    assert isinstance(record, Node)
    kind = say(label_of(TOPICS, record.topic) if isinstance(record, Branch) else kind_of(record).title)
    parts = [say(message("{kind} {n}", kind=kind, n=number)) if number else kind]
    if title := text_of(document, record):
        parts.append(title)
    sentiment = getattr(record, "sentiment", None)
    if sentiment is not None:
        parts.append(say(message("sentiment {n}", n=signed(sentiment))))
    for key, felt in getattr(record, "feelings", ()):
        if (persona := document.find(Persona, key)) is not None:
            parts.append(say(message("{name}: sentiment {n}", name=persona.name, n=signed(felt))))
    if getattr(record, "moment_of_truth", False):
        parts.append(say("Moment of truth"))
    if below := len(children(document, record.id)):
        parts.append(say(counted("1 branch", "{n} branches", below)))
    parts += _spoken_sources(record)
    if record.locked:
        parts.append(say("Locked in place"))
    return ", ".join(parts)


def _spoken_sources(record: Record) -> list[str]:
    """On how many sources a node or an arrow rests, where there are any."""
    count = len(sources_of(record))
    return [say(counted("1 source of evidence", "{n} sources of evidence", count))] if count else []
