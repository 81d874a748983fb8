"""What can be found: every action, and what stands on the maps."""

from journeydesk.kinds.catalogue import kind_of
from journeydesk.language import say
from journeydesk.model import queries
from journeydesk.model.document import Document
from journeydesk.model.records import JourneyMap, Node
from journeydesk.ui.action import Context
from journeydesk.ui.actions import action
from journeydesk.ui.finder.offer import Offer
from journeydesk.ui.keymap import Keymap
from journeydesk.ui.matching import bare
from journeydesk.ui.menus import listed, path_text
from journeydesk.ui.panels.outline_rows import text_of


def commands(context: Context, keymap: Keymap) -> tuple[Offer, ...]:
    """Every action as it is just now; found by its name and its menu, in this language and in English."""
    found = []
    for path, key in listed():
        row = action(key)
        enabled = row.enabled(context)
        if row.passing and not enabled:
            continue
        name = say(row.told(context) if row.told is not None else row.text)
        told, english = path_text(path), path_text(path, str)
        sought = tuple(dict.fromkeys((bare(name), bare(row.text))))
        beside = bare(f"{told} {english} {say(row.hint)}")
        found.append(Offer(key, name, told, row.icon, sought, beside, keymap.told(key), enabled))
    return tuple(found)


def places(document: Document) -> tuple[Offer, ...]:
    """Every map and every node with a text, wherever it stands."""
    maps = queries.maps(document)
    titles = {drawn.id: drawn.title for drawn in maps}
    found = [_place(drawn, drawn.title, say("Maps"), "map") for drawn in maps]
    for node in document.all(Node):
        title = text_of(document, node)
        if title:
            kind = kind_of(node)
            found.append(_place(node, title, f"{titles.get(node.map_id, '')} › {say(kind.title)}", kind.icon))
    return tuple(found)


def _place(record: JourneyMap | Node, name: str, path: str, icon: str) -> Offer:
    return Offer(record.id, name, path, icon, (bare(name),), "", is_action=False)
