"""Pictures in a PDF, at the resolution that their size on paper needs."""

import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from PIL import Image
from reportlab.pdfbase.pdfdoc import PDFArray, PDFName, PDFStream, xObjectName

PRINT_DPI = 300.0
SPARE = 1.5  # a picture that has up to so many times the dots that it needs stays as it is
JPEG_QUALITY = 90
_SAMPLE = 64  # dots each way, by which a photo is told from a drawing
_PHOTO = 0.35  # a photo has so many colours for each dot


@dataclass(frozen=True, slots=True)
class _Encoded:
    """A picture as the file holds it."""

    width: int
    height: int
    space: str
    filter: str
    content: bytes
    mask: bytes = b""


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture in the file: its name there, and how many dots it has each way."""

    name: str
    width: int
    height: int


class Pictures:
    """The pictures of one document; each is written once for every size on which it depends."""

    def __init__(self, doc: Any) -> None:
        self._doc = doc
        self._sizes: dict[int, tuple[bytes, tuple[int, int] | None]] = {}
        self._shown: dict[tuple[int, int, int], Shown] = {}

    def size(self, data: bytes) -> tuple[int, int] | None:
        """How many dots the picture has each way; None where it cannot be read."""
        found = self._sizes.get(id(data))
        if found is None:
            found = self._sizes[id(data)] = (data, _size(data))
        return found[1]

    def shown(self, data: bytes, width: float, height: float) -> Shown:
        """The picture for so many points each way; one that `size` can tell."""
        wide, high = self.size(data) or (1, 1)
        needed = max(width / 72 * PRINT_DPI / wide, height / 72 * PRINT_DPI / high)
        part = needed if needed * SPARE < 1 else 1.0
        key = (id(data), max(1, round(wide * part)), max(1, round(high * part)))
        found = self._shown.get(key)
        if found is None:
            name = f"picture{len(self._shown) + 1}"
            self._add(name, _encoded(data, key[1], key[2]))
            found = self._shown[key] = Shown(name, key[1], key[2])
        return found

    def _add(self, name: str, made: _Encoded) -> None:
        stream = _stream(made, made.space, made.filter, made.content)
        if made.mask:
            mask = _stream(made, "DeviceGray", "FlateDecode", made.mask)
            stream.dictionary["SMask"] = self._doc.Reference(mask, xObjectName(f"{name}mask"))
        self._doc.Reference(stream, xObjectName(name))


def _stream(made: _Encoded, space: str, filter_: str, content: bytes) -> Any:
    stream = PDFStream(content=content)
    for key, value in (
        ("Type", PDFName("XObject")),
        ("Subtype", PDFName("Image")),
        ("Width", made.width),
        ("Height", made.height),
        ("BitsPerComponent", 8),
        ("ColorSpace", PDFName(space)),
        ("Filter", PDFArray([PDFName(filter_)])),
    ):
        stream.dictionary[key] = value
    return stream


def _size(data: bytes) -> tuple[int, int] | None:
    try:
        with Image.open(BytesIO(data)) as opened:
            opened.load()
            return opened.size
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return None


def _encoded(data: bytes, width: int, height: int) -> _Encoded:
    with Image.open(BytesIO(data)) as opened:
        plain = opened.format == "JPEG" and opened.mode in ("L", "RGB")
        if plain and opened.size == (width, height):
            space = "DeviceGray" if opened.mode == "L" else "DeviceRGB"
            return _Encoded(width, height, space, "DCTDecode", data)
        lossy = opened.format == "JPEG"
        see_through = "A" in opened.getbands() or "transparency" in opened.info
        drawn = opened.convert("RGBA" if see_through else "RGB")
    if drawn.size != (width, height):
        drawn = drawn.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
    mask = b""
    if see_through:
        alpha = drawn.getchannel("A")
        if alpha.getextrema() != (255, 255):
            mask = zlib.compress(alpha.tobytes())
        drawn = drawn.convert("RGB")
    if not mask and (lossy or _is_photo(drawn)):
        file = BytesIO()
        drawn.save(file, "JPEG", quality=JPEG_QUALITY, subsampling=0)
        return _Encoded(width, height, "DeviceRGB", "DCTDecode", file.getvalue())
    return _Encoded(width, height, "DeviceRGB", "FlateDecode", zlib.compress(drawn.tobytes()), mask)


def _is_photo(drawn: Image.Image) -> bool:
    """Whether hardly two dots of it are alike."""
    sample = drawn.resize((min(_SAMPLE, drawn.width), min(_SAMPLE, drawn.height)), Image.Resampling.NEAREST)
    dots = sample.width * sample.height
    return dots >= _SAMPLE and len(sample.getcolors(dots) or ()) > _PHOTO * dots
