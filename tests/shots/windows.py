"""The window: the first page, every template, and the inspector of every kind."""

import os
from pathlib import Path

from PySide6.QtTest import QTest

from journeydesk.kinds.catalogue import KINDS
from journeydesk.kinds.stage import Stage
from journeydesk.model.records import Evidence, Transition
from journeydesk.ui.pictures import template_picture
from journeydesk.ui.program import Program
from journeydesk.ui.recent_list import RecentRow
from tests.shots.studio import JOURNEYS, LOOKS, SMALL, WIDE, Scene, Studio, found, parts, take_dialog


def take_windows(studio: Studio) -> None:
    """The first page and every template, by day and by night, in every language, on two sizes of screen."""
    for appearance, code in LOOKS:
        names = [f"{page}-{appearance}-{code}" for page in ("welcome", *JOURNEYS)]
        if not any(studio.wants(name) for name in names):
            continue
        program = studio.open(appearance, code)
        window = program.window
        assert window is not None
        for page, name in zip(("", *JOURNEYS), names, strict=True):
            if page and studio.wants(name):
                program.new(page)
                assert program.session is not None
                program.session.select(found(program, Stage)[1:2])
            for wide, high in (WIDE, SMALL):
                window.resize(wide, high)
                if studio.wants(name):
                    QTest.qWait(30)
                    window.deeds.deed("zoom_to_fit").trigger()
                    studio.take(window, f"{name}-{wide}")
        studio.close(program)


def take_recents(studio: Studio, program: Program, look: str) -> None:
    """The first page once there are recent projects: with a picture, without one, and one that is missing."""
    window = parts(program)
    folder = Path(os.environ["XDG_STATE_HOME"])
    program.close()
    named = (("Lucy", "lucy"), ("Buying professional services", "services"), ("A dog", ""))
    program.settings.recents = ()
    for title, template in named:
        path = folder / f"{title}.journey"
        drawn = ""
        if template:
            path.touch()
            drawn = str(folder / f"{template}.png")
            template_picture(template, "en").save(drawn)
        program.settings.remember(path, title, drawn)
    program.recents.changed.emit()
    window.activateWindow()
    window.findChildren(RecentRow)[1].setFocus()
    studio.take(window, f"recents-{look}")


def take_inspectors(studio: Studio) -> None:
    """What can be said of every kind of record."""
    if not studio.wants("inspector"):
        return
    program = studio.open("light", "en")
    program.new("lucy")
    session, window = program.session, program.window
    assert session is not None and window is not None and window.workspace is not None
    panel = window.workspace.inspector
    window.resize(1280, 1400)
    kinds = {kind.name: found(program, kind.record)[:1] for kind in KINDS}
    kinds["transition"] = [link.id for link in session.document.all(Transition)][:1]
    kinds["several"] = found(program, Stage)[:2]
    kinds["map"] = []
    for name, ids in kinds.items():
        session.select(ids)
        if ids or name == "map":
            studio.take(panel, f"inspector-{name}")
    session.select(())
    panel.show_record(session.document.all(Evidence)[0].id)
    studio.take(panel, "inspector-evidence")
    studio.close(program)


def take_large_text(studio: Studio, program: Program, look: str) -> None:
    """The window and some dialogs with text of twice its size."""
    program.dress(text_size=200)
    window = parts(program)
    window.resize(*WIDE)
    studio.take(window, f"large-text-{look}")
    for deed in ("export", "show_keys", "describe_map"):
        take_dialog(studio, program, deed, f"large-text-{deed}-{look}")
    program.dress(text_size=100)


def take_words(studio: Studio, program: Program, look: str) -> None:
    """The map in words."""
    take_dialog(studio, program, "describe_map", f"words-{look}")


SCENES = (
    Scene("recents", take_recents),
    Scene("large-text", take_large_text),
    Scene("words", take_words),
)
