"""An image: a picture with its caption."""

from dataclasses import dataclass

from journeydesk.kinds.kind import Kind, Look, Part, Setting, Writing
from journeydesk.kinds.pieces import CAPTION, height_of, paragraph
from journeydesk.language import N_
from journeydesk.model.fields import Editor, attribute
from journeydesk.model.records import Asset, Node
from journeydesk.picture.icons import icon
from journeydesk.picture.marks import Box, Image, Path, Picture, Stroke
from journeydesk.picture.shapes import rounded
from journeydesk.picture.theme import Tint

WIDTH = 240.0
PAD = 8.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageNode(Node):
    """A picture with a caption."""

    asset_id: str = attribute(label=N_("Picture"), editor=Editor.RECORD, refers="Asset")
    bare: bool = attribute(False, N_("Without a frame"), Editor.SWITCH)


def _asset(node: Node, look: Look) -> Asset | None:
    assert isinstance(node, ImageNode)
    found = look.find(node.asset_id)
    return found if isinstance(found, Asset) and found.data and found.width and found.height else None


def _pad(node: Node, look: Look) -> float:
    """From the edge to the picture; a picture without a frame fills the node."""
    assert isinstance(node, ImageNode)
    return 0.0 if node.bare and _asset(node, look) is not None else PAD


def _caption(node: Node, width: float) -> float:
    return height_of(node.title, CAPTION, width - 2 * PAD) + 6 if node.title else 0.0


def size(node: Node, look: Look) -> tuple[float, float]:
    asset, pad = _asset(node, look), _pad(node, look)
    width = max(node.width or WIDTH, 60.0 if pad else 12.0)
    ratio = asset.height / asset.width if asset else 0.62
    picture = (width - 2 * pad) * min(max(ratio, 0.05), 20.0)
    return width, max(node.height or 0.0, picture + 2 * pad + _caption(node, width))


def tint(node: Node, setting: Setting, look: Look) -> Tint:
    return Tint(look.theme.card, look.theme.muted, look.theme.card_line)


def draw(node: Node, setting: Setting, look: Look) -> Picture:
    theme, box = look.theme, Box(0, 0, setting.width, setting.height)
    asset, caption, pad = _asset(node, look), _caption(node, box.width), _pad(node, look)
    room = Box(pad, pad, box.right - pad, box.bottom - pad - caption)
    frame = Path(rounded(box, 8), theme.card, Stroke(theme.card_line, 1.25))
    marks: list[Path | Image] = [frame] if pad else []
    if asset is None:
        empty = Path(rounded(room, 4), theme.frame.fill, Stroke(theme.frame.line, 1, (5, 4)))
        return (
            *marks,
            empty,
            *icon("image", room.x - 18, room.y - 18, 36, theme.muted),
            *_under(node, room, look),
        )
    scale = min(room.width / asset.width, room.height / asset.height)
    fitted = Box.around(room.x, room.y, asset.width * scale, asset.height * scale)
    marks.append(Image(fitted.left, fitted.top, fitted.width, fitted.height, asset.data, 4.0 if pad else 0.0))
    return (*marks, *_under(node, room, look))


def _under(node: Node, room: Box, look: Look) -> Picture:
    if not node.title:
        return ()
    return paragraph(node.title, CAPTION, room.left, room.bottom + 6, room.width, look.theme.muted, 0.5)


def writing(node: Node, setting: Setting, look: Look) -> Writing:
    caption = height_of(node.title or " ", CAPTION, setting.width - 2 * PAD)
    return Writing(PAD, setting.height - PAD - caption, setting.width - 2 * PAD, CAPTION, 0.5)


IMAGE = Kind("image", ImageNode, N_("Image"), "image", Part.ASIDE, size, draw, writing, tint=tint)
