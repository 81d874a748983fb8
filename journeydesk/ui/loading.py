"""Reads files and pictures that are dropped or pasted; for any thread."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from journeydesk.importers.files import ENDINGS
from journeydesk.language import Message, Problem, counted, message, say
from journeydesk.model.records import Asset
from journeydesk.operations import images

PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp"})
PROJECT = ".journey"
LARGEST_TEXT = 2_000_000  # bytes
MOST = 50  # files at once
ENCODINGS = ("utf-8-sig", "utf-16", "cp1252", "latin-1")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What files hold, in their order; the projects among them; and what could not be read."""

    pictures: tuple[Asset, ...] = ()
    texts: tuple[tuple[str, str], ...] = ()  # the ending of each, and what it says
    projects: tuple[Path, ...] = ()
    troubles: tuple[Message | str, ...] = ()


def is_picture(path: Path) -> bool:
    return path.suffix.lower() in PICTURES


def load(paths: Sequence[Path]) -> Loaded:
    """Reads files. One that cannot be read is told of, and the others are read all the same."""
    pictures: list[Asset] = []
    texts: list[tuple[str, str]] = []
    projects: list[Path] = []
    troubles: list[Message | str] = []
    strange: list[Path] = []
    for path in paths[:MOST]:
        suffix = path.suffix.lower()
        try:
            if suffix == PROJECT:
                projects.append(path)
            elif suffix in PICTURES:
                pictures.append(images.read_file(path))
            elif suffix in ENDINGS:
                texts.append((suffix, read_text(path)))
            else:
                strange.append(path)
        except Problem as problem:
            troubles.append(problem.told)
    if strange:
        troubles.append(_left_out(strange))
    if len(paths) > MOST:
        troubles.append(message("Only the first {n} files were read.", n=MOST))
    return Loaded(tuple(pictures), tuple(texts), tuple(projects), tuple(troubles))


def load_picture(picture: bytes | QImage) -> Loaded:
    """Reads a picture of the clipboard. Raises Problem where it is none."""
    if isinstance(picture, QImage):
        picture = png_of(picture)
    return Loaded((images.read_picture(picture, say("Pasted picture")),))


def png_of(image: QImage) -> bytes:
    """An image as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt a text
    return bytes(buffer.data().data())


def read_text(path: Path) -> str:
    """The text of a file in any of the common encodings. Raises Problem."""
    try:
        if path.stat().st_size > LARGEST_TEXT:
            raise Problem(message("“{name}” is too long a text to become branches.", name=path.name))
        data = path.read_bytes()
    except OSError as error:
        raise Problem(
            message(
                "“{name}” could not be opened: {reason}", name=path.name, reason=error.strerror or str(error)
            )
        ) from error
    if b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Problem(message("“{name}” is no text.", name=path.name))
    for encoding in ENCODINGS:
        if encoding == "utf-16" and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
            continue
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return ""


def _left_out(paths: Iterable[Path]) -> Message:
    found = tuple(paths)
    return counted(
        "“{name}” is neither a picture nor a text nor a journey, so it was left out.",
        "“{name}” and {more} are neither pictures nor texts nor journeys, so they were left out.",
        len(found),
        name=found[0].name,
        more=counted("1 other file", "{n} other files", len(found) - 1),
    )
