"""Pictures that people bring in: read with suspicion, made small enough, and kept inside the project."""

import io
import warnings
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from PIL import Image

from journeydesk.kinds.image import PAD, WIDTH, ImageNode
from journeydesk.kinds.persona import PersonaCard
from journeydesk.language import Message, Problem, counted, message
from journeydesk.model.document import Document, Edit
from journeydesk.model.fields import described
from journeydesk.model.records import Asset, JourneyMap, Node, Persona, new_id
from journeydesk.operations.fields import with_photo
from journeydesk.operations.nodes import on_top

FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP")
LARGEST_FILE = 60_000_000  # bytes
LARGEST_PICTURE = 40_000_000  # pixels
LONGEST_SIDE = 2048  # pixels
JPEG_QUALITY = 88
NARROWEST = 60.0  # board units
GAP = 32.0  # between pictures that are placed side by side


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


def read_file(path: Path) -> Asset:
    """The picture in a file as it is kept. Raises Problem where it cannot be read."""
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
    return read_picture(data, path.name)


def place_pictures(
    document: Document,
    map_id: str,
    pictures: Sequence[Asset],
    x: float,
    y: float,
    label: Message | None = None,
) -> tuple[str, ...]:
    """Puts pictures on a map side by side, with the middle of them all at x, y; gives the ids of their nodes.

    One that is in the project already is not kept twice. `label` is what the step is called.
    """
    if document.find(JourneyMap, map_id) is None or not pictures:
        return ()
    widths = [min(WIDTH, max(NARROWEST, picture.width + 2 * PAD)) for picture in pictures]
    left = x - (sum(widths) + GAP * (len(widths) - 1)) / 2
    made = []
    told = label or message("Add {what}", what=counted("1 picture", "{n} pictures", len(pictures)))
    with document.edit(told) as edit:
        for picture, width in zip(pictures, widths, strict=True):
            node = ImageNode(
                id=new_id(),
                map_id=map_id,
                order=on_top(document, map_id),
                x=round(left + width / 2),
                y=round(y),
                width=width if width < WIDTH else None,
                asset_id=kept_picture(document, edit, picture),
            )
            edit.put(node)
            made.append(node.id)
            left += width + GAP
    return tuple(made)


def place_drawing(document: Document, map_id: str, drawing: Asset, x: float, y: float, width: float) -> str:
    """Puts what was drawn by hand on a map without a frame, as wide as this; gives its node’s id, or ""."""
    if document.find(JourneyMap, map_id) is None:
        return ""
    with document.edit(message("Keep a drawing")) as edit:
        node = ImageNode(
            id=new_id(), map_id=map_id, order=on_top(document, map_id), x=x, y=y, width=width, bare=True,
            asset_id=kept_picture(document, edit, drawing),
        )  # fmt: skip
        edit.put(node)
    return node.id


def takes_picture(document: Document, node_id: str) -> bool:
    """Whether a picture that is let go over a node becomes a part of it: a photo, or what an image lacks."""
    node = document.find(Node, node_id)
    if isinstance(node, PersonaCard):
        return document.find(Persona, node.persona_id) is not None
    return isinstance(node, ImageNode) and document.find(Asset, node.asset_id) is None


def give_picture(document: Document, node_id: str, picture: Asset, label: Message | None = None) -> None:
    """Makes a picture the photo of the persona on a card, or what an image shows; `label` names the step."""
    node = document.find(Node, node_id)
    if not takes_picture(document, node_id):
        return
    with document.edit(label or message("Add a picture")) as edit:
        key = kept_picture(document, edit, picture)
        if isinstance(node, ImageNode):
            edit.put(replace(node, asset_id=key))
        elif isinstance(node, PersonaCard) and (persona := document.find(Persona, node.persona_id)):
            edit.put(with_photo(persona, key))


def set_picture(document: Document, ids: Iterable[str], name: str, picture: Asset) -> None:
    """Gives a field of one or several records a picture, in one step of the history."""
    found = [record for key in ids if (record := document.get(key)) is not None]
    told = [field for record in found for field in described(type(record)) if field.name == name]
    if not told:
        return
    with document.edit(message("Change “{field}”", field=Message(told[0].label))) as edit:
        key = kept_picture(document, edit, picture)
        for record in found:
            edit.put(
                with_photo(record, key) if isinstance(record, Persona) else replace(record, **{name: key})
            )


def kept_picture(document: Document, edit: Edit, picture: Asset) -> str:
    """The id under which the project keeps a picture, which is put there where it is new."""
    known = next((asset.id for asset in document.all(Asset) if asset.data == picture.data), "")
    if not known:
        edit.put(picture)
    return known or picture.id


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
