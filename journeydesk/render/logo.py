"""The logo of a project, as it stands on posters, slides and pages of any layout."""

from journeydesk.model.document import Document
from journeydesk.model.records import Asset
from journeydesk.picture.marks import Box, Image, Path, Picture
from journeydesk.picture.shapes import rounded
from journeydesk.picture.theme import Theme, luminance

WIDEST, HIGHEST = 42.0, 15.0  # millimetres on A4
PAD = 1.5
DARK = 0.2  # luminance of a ground on which logos made for white paper would not be seen
PLATE = "#ffffff"


def logo_of(document: Document) -> Asset | None:
    """The picture that is the logo, where there is one."""
    asset = document.find(Asset, document.project.logo_id)
    return asset if asset is not None and asset.data and asset.width and asset.height else None


def logo(
    document: Document, theme: Theme, right: float, top: float, unit: float
) -> tuple[Picture, float, float]:
    """The logo with its top right there, on a white plate where the ground is dark; its width and height.

    Both are 0 where there is no logo.
    """
    asset = logo_of(document)
    if asset is None:
        return (), 0.0, 0.0
    scale = min(WIDEST * unit / asset.width, HIGHEST * unit / asset.height)
    width, height = asset.width * scale, asset.height * scale
    pad = PAD * unit if luminance(theme.ground) < DARK else 0.0
    box = Box(right - width - 2 * pad, top, right, top + height + 2 * pad)
    plate = (Path(rounded(box, pad), PLATE),) if pad else ()
    image = Image(box.left + pad, box.top + pad, width, height, asset.data)
    return (*plate, image), box.width, box.height
