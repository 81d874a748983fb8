"""Pictures that people bring in: read with suspicion, made small enough, and kept inside the project."""

import io
import warnings
from pathlib import Path

from PIL import Image

from journeydesk.language import Problem, message
from journeydesk.model.document import Document
from journeydesk.model.records import Asset, new_id

FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP")
LARGEST_FILE = 60_000_000  # bytes
LARGEST_PICTURE = 40_000_000  # pixels
LONGEST_SIDE = 2048  # pixels
JPEG_QUALITY = 88


def read_picture(data: bytes, name: str) -> Asset:
    """The picture as it is kept: PNG where it is see-through, else JPEG; at most 2048 pixels.

    It is drawn anew, so nothing comes along but the pixels. Raises Problem where it is no picture.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
                if opened.width * opened.height > LARGEST_PICTURE:
                    raise Problem(
                        message(
                            "“{name}” has {width} × {height} pixels, which is too many. "
                            "Make it smaller first.",
                            name=name, width=opened.width, height=opened.height,
                        )
                    )  # fmt: skip
                opened.load()
                drawn = _turned(opened)
    except (
        OSError,
        SyntaxError,
        ValueError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ) as error:
        raise Problem(
            message(
                "“{name}” could not be read as a picture. It may be damaged or of another kind.", name=name
            )
        ) from error
    drawn.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    kept, media_type = _encoded(drawn)
    return Asset(
        id=new_id(), name=name, media_type=media_type, width=drawn.width, height=drawn.height, data=kept
    )


def add_picture(document: Document, path: Path) -> Asset:
    """Brings the picture in a file into the project. Raises Problem where it cannot be read."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise Problem(message("“{name}” is too large. Make the picture smaller first.", name=path.name))
        data = path.read_bytes()
    except OSError as error:
        raise Problem(
            message(
                "“{name}” could not be opened: {reason}", name=path.name, reason=error.strerror or str(error)
            )
        ) from error
    asset = read_picture(data, path.name)
    with document.edit(message("Add a picture")) as edit:
        edit.put(asset)
    return asset


def _turned(opened: Image.Image) -> Image.Image:
    """The picture upright, as the camera meant it, in colours that can be kept."""
    turn = {
        3: Image.Transpose.ROTATE_180,
        6: Image.Transpose.ROTATE_270,
        8: Image.Transpose.ROTATE_90,
    }.get(opened.getexif().get(0x0112, 1))
    see_through = "A" in opened.getbands() or "transparency" in opened.info
    drawn = opened.convert("RGBA" if see_through else "RGB")
    return drawn.transpose(turn) if turn is not None else drawn


def _encoded(drawn: Image.Image) -> tuple[bytes, str]:
    file = io.BytesIO()
    if drawn.mode == "RGBA":
        drawn.save(file, "PNG", optimize=True)
        return file.getvalue(), "image/png"
    drawn.save(file, "JPEG", quality=JPEG_QUALITY, optimize=True)
    return file.getvalue(), "image/jpeg"
