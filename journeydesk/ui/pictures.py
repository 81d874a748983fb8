"""Small pictures of maps, for the welcome page: painted beside the window, and kept as files."""

import hashlib
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from PySide6.QtGui import QImage

from journeydesk import __version__, resources, templates
from journeydesk.model import queries
from journeydesk.model.document import Document
from journeydesk.model.records import JourneyMap, Record
from journeydesk.picture.theme import theme_of
from journeydesk.render.board import draw_map
from journeydesk.render.pixels import painted
from journeydesk.ui.settings import cache_folder

WIDTH, HEIGHT = 1024, 576  # pixels; twice what is shown on an ordinary screen
MARGIN = 36.0  # pixels
CLOSEST = 1.6  # the largest scale: a map of one node does not fill the picture
MOST_NODES = 3000  # larger maps are not worth the time


def paint_map(document: Document, map_id: str) -> QImage:
    """A map as an image of WIDTH x HEIGHT pixels; for any thread."""
    drawn = document.find(JourneyMap, map_id)
    ground = theme_of(drawn.theme if drawn is not None else "paper").ground
    drawing = draw_map(document, map_id)
    box = drawing.bounds
    room = (WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN)
    scale = min(CLOSEST, room[0] / max(1.0, box.width), room[1] / max(1.0, box.height))
    left, top = box.x - WIDTH / 2 / scale, box.y - HEIGHT / 2 / scale
    return painted(drawing.picture, WIDTH, HEIGHT, scale=scale, ground=ground, left=left, top=top)


def _store(image: QImage, path: Path) -> str:
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_name(f"half-{path.name}")
        if image.save(str(half)):
            half.replace(path)
            return str(path)
    return ""


def template_picture(name: str, language: str) -> QImage:
    """The picture of a template in a language; painted once and kept. For any thread."""
    source = resources.path("templates", f"{name}.toml").read_bytes()
    key = hashlib.sha256(f"{__version__} {language} {name} {WIDTH}x{HEIGHT} ".encode() + source).hexdigest()[
        :24
    ]
    path = cache_folder() / "templates" / f"{key}.png"
    found = QImage(str(path)) if path.exists() else QImage()
    if found.isNull():
        document = Document(templates.make(name, language))
        found = paint_map(document, queries.maps(document)[0].id)
        _store(found, path)
    return found


def thumbnail_folder() -> Path:
    """Where the pictures of recent projects are kept."""
    return cache_folder() / "thumbnails"


def thumbnail(records: Iterable[Record], map_id: str, project: Path) -> str:
    """Paints and keeps the picture of a project's map; gives its path, or "" for none. For any thread."""
    document = Document(records)
    if document.find(JourneyMap, map_id) is None or len(queries.nodes(document, map_id)) > MOST_NODES:
        return ""
    key = hashlib.sha256(str(project).encode("utf-8", "surrogatepass")).hexdigest()[:24]
    return _store(paint_map(document, map_id), thumbnail_folder() / f"{key}.png")
