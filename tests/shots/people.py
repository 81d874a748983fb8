"""The editor of personas."""

from journeydesk.kinds.persona import PersonaCard
from journeydesk.ui.dialogs.persona import PersonaDialog
from journeydesk.ui.program import Program
from tests.shots.studio import Scene, Studio, found, parts


def take_editor(studio: Studio, program: Program, look: str) -> None:
    """The editor with each sort of picture, and at the end of its fields."""
    window, session = parts(program), program.session
    assert session is not None
    session.select(found(program, PersonaCard)[:1])
    studio.rest()
    window.deeds.deed("edit_persona").trigger()
    studio.rest()
    dialog = window.findChildren(PersonaDialog)[-1]
    studio.take(dialog, f"persona-{look}")
    dialog.preview._sorts.button(1).click()
    dialog.area.verticalScrollBar().setValue(700)
    studio.take(dialog, f"persona-card-{look}")
    dialog.preview._sorts.button(2).click()
    dialog.area.verticalScrollBar().setValue(9000)
    studio.take(dialog, f"persona-empathy-{look}")
    dialog.resize(940, 600)
    studio.take(dialog, f"persona-small-{look}")
    dialog.close()


SCENES = (Scene("persona", take_editor, "lucy"),)
