"""What guide, tour and tips tell of an action: its keys as they are at present, its name, its menu."""

import re

from journeydesk.guide import PLACE
from journeydesk.language import Catalogue, program
from journeydesk.ui.actions import action
from journeydesk.ui.keymap import Keymap
from journeydesk.ui.menus import listed, path_text


class Telling:
    """Call it with "key", "name" or "menu" and the id of an action. Raises KeyError for an unknown action."""

    def __init__(self, keymap: Keymap, catalogue: Catalogue | None = None) -> None:
        self._keymap, self._say = keymap, catalogue or program()
        self._paths = {name: path for path, name in reversed(list(listed()))}

    def __call__(self, what: str, action_id: str) -> str:
        if what == "key" and (key := self._keymap.told(action_id)):
            return key
        name = self._say(action(action_id).text).rstrip("…")
        path = self._paths.get(action_id, ())
        return name if what == "name" or not path else f"{path_text(path, self._say)} › {name}"

    def filled(self, text: str) -> str:
        """A text in which keys and names are filled in, as HTML: keys are bold."""

        def fill(found: re.Match[str]) -> str:
            return f"<b>{self(found[1], found[2])}</b>"

        return PLACE.sub(fill, text)
