"""What another program offers, read in the order of what is worth most: nodes, files, text, a picture."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from journeydesk.importers.foreign import excerpt_of
from journeydesk.language import Message
from journeydesk.operations.excerpt import Excerpt, from_json
from journeydesk.ui.clipboard import OURS

PICTURES = ("image/png", "image/jpeg", "image/webp", "image/gif", "image/bmp")


@dataclass(frozen=True, slots=True)
class Incoming:
    """One of: an excerpt, files, a picture. `sign` tells whether the same thing comes again."""

    taken: Excerpt | None = None
    files: tuple[Path, ...] = ()
    picture: bytes | QImage = b""
    sign: bytes = b""
    notice: Message | None = None
    is_loose: bool = False  # whether its nodes have no places yet


def read(mime: QMimeData, *, as_branches: bool, topic: str) -> Incoming | None:
    """What is offered; None where it is nothing that is understood. Raises Problem where it is damaged.

    Everything is read as text `as_branches` where that was asked for.
    """
    if mime.hasFormat(OURS) and not as_branches:
        data = bytes(mime.data(OURS).data())
        taken, notice = from_json(data)
        return Incoming(taken, sign=_sign(data), notice=notice)
    files = tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    if files and not as_branches:
        return Incoming(files=files)
    text, html = mime.text(), mime.html()
    if mime.hasUrls() and not text.strip():
        text = "\n".join(url.toString() for url in mime.urls())
    picture = _picture(mime)
    if picture and not as_branches and (not text.strip() or _is_address(text)):
        return Incoming(picture=picture)
    taken = excerpt_of(text, html, as_branches=as_branches, topic=topic)
    if not taken.nodes:
        return Incoming(picture=picture) if picture else None
    return Incoming(taken, sign=_sign((text + html).encode("utf-8", "replace")), is_loose=True)


def _sign(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def _is_address(text: str) -> bool:
    """Whether a text is no more than where a picture came from."""
    return len(text.split()) == 1 and text.strip().startswith(("http://", "https://", "data:", "file:"))


def _picture(mime: QMimeData) -> bytes | QImage:
    """A picture that is still to be read with suspicion; nothing where there is none."""
    for name in PICTURES:
        if mime.hasFormat(name) and (data := bytes(mime.data(name).data())):
            return data
    image = QImage(mime.imageData()) if mime.hasImage() else QImage()
    return b"" if image.isNull() else image
