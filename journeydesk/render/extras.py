"""What a poster may show beside its map and the legend."""

from dataclasses import dataclass

from journeydesk.language import N_
from journeydesk.model.fields import Editor, attribute


@dataclass(frozen=True, slots=True)
class Extras:
    """What is asked for."""

    incognita: bool = attribute(
        False, N_("Terra incognita"), Editor.SWITCH, hint=N_("engrave what no fresh evidence bears out")
    )
    comments: bool = attribute(
        False, N_("Open comments"), Editor.SWITCH, hint=N_("count the open comments on the map")
    )
    notes: bool = attribute(
        False, N_("Notes"), Editor.SWITCH, hint=N_("the notes of the map and of what is on it")
    )
    sources: bool = attribute(
        False, N_("Sources with numbers"), Editor.SWITCH,
        hint=N_("the sources of the map, with the numbers by which it names them"),
    )  # fmt: skip
    findings: bool = attribute(
        False, N_("Findings"), Editor.SWITCH, hint=N_("what the map leaves open, check by check")
    )


NONE = Extras()
