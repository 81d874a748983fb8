"""The guide's pictures, which are kept with its pages, and the windows of the guide and of the tour."""

from collections.abc import Callable

from PIL import Image
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from journeydesk import guide
from journeydesk.kinds.decision import DecisionPoint
from journeydesk.kinds.persona import PersonaCard
from journeydesk.kinds.stage import Stage
from journeydesk.model.stops import TourStop
from journeydesk.operations import fields
from journeydesk.operations.tours import add_stop
from journeydesk.ui.dialogs.export import ExportDialog
from journeydesk.ui.guide.window import Guide
from journeydesk.ui.program import Program
from journeydesk.ui.tour.card import TourCard
from tests.shots.order import sharp
from tests.shots.studio import Scene, Studio, found, parts

LIGHT = (("light", "en"), ("light", "fr"))
SIZE = (1360, 850)
PART = (1000, 560)  # where the map alone is shown
COLOURS = 256  # of a picture that is kept: few bytes, and no colour is missed


def keep(studio: Studio, widget: QWidget, name: str, code: str) -> None:
    """Takes a picture and keeps it with the pages of the guide."""
    studio.rest()
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    row = image.bytesPerLine()
    pixels = Image.frombuffer(
        "RGB", (image.width(), image.height()), bytes(image.constBits()), "raw", "RGB", row, 1
    )
    folder = guide.folder(code) / "pictures"
    folder.mkdir(exist_ok=True)
    reduced = pixels.quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, kmeans=3, dither=Image.Dither.NONE)
    reduced.save(folder / f"{name}.png", optimize=True)
    print(f"guide {code}/{name}", flush=True)


def _near(program: Program, ids: list[str], scale: float, down: float = 60) -> QWidget:
    """Brings a node to the middle of the map; gives the map."""
    window, session = parts(program), program.session
    assert window.workspace is not None and session is not None
    view = window.workspace.view
    box = view.board.box_of(ids[0])
    assert box is not None
    for deed in ("show_left", "show_right"):
        window.deeds.deed(deed).trigger()
    view.setFixedSize(*PART)
    QTest.qWait(100)
    view.look_at((box.x, box.y + down, scale))
    view.clearFocus()
    sharp(program)
    return view


def _window(program: Program) -> QWidget:
    session = program.session
    assert session is not None
    session.select(found(program, Stage)[:1])
    parts(program).refresh()
    return parts(program)


def _decision(program: Program) -> QWidget:
    return _near(program, found(program, DecisionPoint), 0.8, 120)


def _branches(program: Program) -> QWidget:
    return _near(program, found(program, PersonaCard), 0.75, 0)


def _threads(program: Program) -> QWidget:
    return _near(program, found(program, Stage)[1:], 0.55)


def _terra(program: Program) -> QWidget:
    parts(program).deeds.deed("terra_incognita").trigger()
    return _near(program, found(program, Stage)[2:], 0.55, 250)


def _grid(program: Program) -> QWidget:
    parts(program).deeds.deed("view_grid").trigger()
    return parts(program)


def _stops(program: Program) -> QWidget:
    session = program.session
    assert session is not None
    for place, node_id in enumerate(found(program, Stage)[:3]):
        node = session.document.find(Stage, node_id)
        assert node is not None
        add_stop(
            session.document, session.map_id, TourStop(node.title, "", node.x, node.y + 150, 1300, 820), place
        )
    parts(program).deeds.deed("view_stops").trigger()
    return parts(program)


Prepare = Callable[[Program], QWidget]
PICTURES: tuple[tuple[str, str, Prepare], ...] = (
    ("window", "lucy", _window),
    ("decision", "services", _decision),
    ("branches", "lucy", _branches),
    ("threads", "dog", _threads),
    ("terra", "services", _terra),
    ("grid", "services", _grid),
    ("stops", "services", _stops),
)


def _scene(name: str, template: str, prepare: Prepare) -> Scene:
    def take(studio: Studio, program: Program, look: str) -> None:
        window = parts(program)
        window.resize(*SIZE)
        studio.rest()
        shown = prepare(program)
        keep(studio, shown, name, look.split("-")[1])

    return Scene(f"guide-{name}", take, template, LIGHT)


def take_export(studio: Studio, program: Program, look: str) -> None:
    window = parts(program)
    window.resize(*SIZE)
    window.deeds.deed("export").trigger()
    dialog = window.findChildren(ExportDialog)[-1]
    dialog.resize(*SIZE)
    QTest.qWait(6000)  # until the page is drawn
    keep(studio, dialog, "export", look.split("-")[1])
    dialog.close()


def take_guide(studio: Studio, program: Program, look: str) -> None:
    window = parts(program)
    window.deeds.deed("show_guide").trigger()
    shown = window.findChildren(Guide)[-1]
    for page in guide.PAGES:
        shown.show_page(page.name)
        studio.take(shown, f"help-{page.name}-{look}")
    shown.wanted.setText("export")
    studio.take(shown, f"help-found-{look}")
    shown.close()
    window.deeds.deed("start_tour").trigger()
    sharp(program)
    studio.take(parts(program), f"tour-{look}")
    card = parts(program).findChildren(TourCard)[-1]
    card.go_on()
    card.go_on()
    card.go_on()
    studio.take(parts(program), f"tour-branch-{look}")


def take_house(studio: Studio, program: Program, look: str) -> None:
    """The colours of a house, on the map and in the inspector."""
    window, session = parts(program), program.session
    assert session is not None
    palette = ("#7a1f3d", "#0f5c63", "#d08a1d")
    fields.set_field(session.document, (session.document.project.id,), "palette", palette)
    window.deeds.deed("edit_style").trigger()
    sharp(program)
    studio.take(window, f"house-{look}")
    for theme in ("chalk", "vivid"):
        window.deeds.deed(f"theme_{theme}").trigger()
        sharp(program)
        studio.take(window, f"house-{theme}-{look}")


SCENES = (
    Scene("house", take_house),
    *(_scene(*picture) for picture in PICTURES),
    Scene("guide-export", take_export, "lucy", LIGHT),
    Scene("help", take_guide, "lucy"),
)
