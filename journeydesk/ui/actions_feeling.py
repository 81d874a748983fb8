"""The actions that tell how somebody feels at what is selected."""

from functools import partial

from journeydesk.kinds.feeling import WORDS
from journeydesk.language import N_
from journeydesk.model.records import Node
from journeydesk.operations import fields
from journeydesk.ui.action import Action, Context, Where
from journeydesk.ui.actions_edit import selected_nodes

# With Shift, the keys at both ends go one further. The second ones are those of a French keyboard.
KEYS = {
    -3: ("Ctrl+Shift+1",),
    -2: ("Ctrl+1", "Ctrl+&"),
    -1: ("Ctrl+2", "Ctrl+É"),
    0: ("Ctrl+3", 'Ctrl+"'),
    1: ("Ctrl+4", "Ctrl+'"),
    2: ("Ctrl+5", "Ctrl+("),
    3: ("Ctrl+Shift+5",),
}
ICONS = {-3: "angry", -2: "annoyed", -1: "frown", 0: "meh", 1: "smile", 2: "laugh", 3: "heart"}


def _feeling(context: Context) -> tuple[Node, ...]:
    """The selected nodes at which somebody can feel something."""
    return tuple(node for node in selected_nodes(context) if hasattr(node, "sentiment"))


def feel(context: Context, value: int | None) -> None:
    """Tells what people feel there; while a persona is followed, what they do."""
    session = context.session
    if session is None:
        return
    ids = [node.id for node in _feeling(context)]
    if persona_id := session.spotlight.persona_id:
        fields.rate(session.document, ids, "feelings", persona_id, value)
    else:
        fields.set_field(session.document, ids, "sentiment", value)


def can_feel(context: Context) -> bool:
    return bool(_feeling(context))


def _feels(context: Context, value: int | None) -> bool:
    found = _feeling(context)
    followed = context.session.spotlight.persona_id if context.session is not None else ""
    if followed:
        return bool(found) and all(
            dict(getattr(node, "feelings", ())).get(followed) == value for node in found
        )
    return bool(found) and all(getattr(node, "sentiment", None) == value for node in found)


FEELING = (
    *(
        Action(
            f"feel_{value + 4}",
            word,
            ICONS[value],
            partial(feel, value=value),
            KEYS[value],
            can_feel,
            Where.MAP,
            partial(_feels, value=value),
        )
        for value, word in WORDS.items()
    ),
    Action(
        "feel_nothing",
        N_("No Sentiment"),
        "circle-slash",
        partial(feel, value=None),
        ("Ctrl+Shift+3",),
        can_feel,
        Where.MAP,
        partial(_feels, value=None),
    ),
)
