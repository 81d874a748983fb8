"""What is said of a sheet before it is printed."""

from dataclasses import dataclass

from journeydesk.language import Message
from journeydesk.picture.marks import Box


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that will disappoint in print. `place` is where it lies on the sheet, in millimetres.

    `page` names the size of page that would mend it, if one would. A `hint` is worth knowing only: nothing
    is lost in print.
    """

    told: Message
    place: Box
    advice: Message
    page: str = ""
    hint: bool = False


def short(text: str) -> str:
    """A text as it is quoted in a remark."""
    words = " ".join(text.split())
    return words if len(words) <= 32 else words[:31].rstrip() + "…"
