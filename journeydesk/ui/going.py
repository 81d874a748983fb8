"""Going to a record, wherever it is seen: on a map, or in the inspector."""

from journeydesk.model.records import JourneyMap, Link, Node
from journeydesk.operations import folding
from journeydesk.ui.session import Session


def go_to(session: Session, key: str, *, adding: bool = False) -> None:
    """Brings a record into view and selects it; `adding` keeps what is selected on the same map.

    What lies on no map, such as a source, is shown in the inspector.
    """
    record = session.document.get(key)
    match record:
        case JourneyMap():
            session.show_map(key)
        case Node() | Link():
            kept = session.selection if adding and session.map_id == record.map_id else ()
            session.show_map(record.map_id)
            for node_id in (key,) if isinstance(record, Node) else (record.source_id, record.target_id):
                folding.reveal(session.document, node_id)
            session.select((*(other for other in kept if other != key), key))
    if record is not None:
        session.record_wanted.emit(key)
