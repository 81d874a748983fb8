"""Opening what belongs to a source with the program that the system has for it: a file or a link."""

import tempfile
from pathlib import Path, PurePath

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from journeydesk.language import Problem, message
from journeydesk.model.records import Asset

# Files that no system runs as a program. What is mailed about inside a project is not to be trusted.
HARMLESS = frozenset(
    f".{ending}"
    for ending in (
        *("avi", "m4a", "mkv", "mov", "mp3", "mp4", "ogg", "wav", "webm"),
        *("bmp", "gif", "jpeg", "jpg", "png", "tif", "tiff", "webp"),
        *("docx", "odp", "ods", "odt", "pdf", "pptx", "rtf", "xlsx"),
        *("csv", "json", "md", "tsv", "txt", "yaml"),
    )
)


class _Opened:
    """Where copies lie while other programs look at them; the folder goes with this program."""

    folder: tempfile.TemporaryDirectory[str] | None = None


def is_harmless(name: str) -> bool:
    """Whether a file of this name may be opened from here."""
    return PurePath(name).suffix.lower() in HARMLESS


def open_asset(asset: Asset) -> None:
    """Shows a copy of a file that is kept inside the project. Raises Problem where that cannot be done."""
    if not is_harmless(asset.name):
        raise Problem(
            message(
                "Files such as “{name}” are not opened from here, for they could be programs. Save a copy "
                "instead.",
                name=asset.name,
            )
        )
    if _Opened.folder is None:
        _Opened.folder = tempfile.TemporaryDirectory(prefix="journeydesk-")
    path = Path(tempfile.mkdtemp(dir=_Opened.folder.name)) / PurePath(asset.name.replace("\\", "/")).name
    write_copy(asset, path)
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        raise Problem(message("No program on this computer shows “{name}”.", name=asset.name))


def write_copy(asset: Asset, path: Path) -> None:
    """Writes a file that is kept inside the project to the disk. Raises Problem where that fails."""
    try:
        path.write_bytes(asset.data)
    except OSError as error:
        reason = error.strerror or str(error)
        raise Problem(
            message("“{name}” could not be written: {reason}", name=path.name, reason=reason)
        ) from error


def open_link(url: str) -> None:
    """Shows a page of the web. Raises Problem where no program does."""
    if not QDesktopServices.openUrl(QUrl(url)):
        raise Problem(message("No program on this computer opens “{name}”.", name=url))
