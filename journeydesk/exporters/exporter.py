"""What an exporter is."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from journeydesk.language import N_
from journeydesk.model.document import Document
from journeydesk.model.fields import Choice, Editor, attribute
from journeydesk.render.press import Press
from journeydesk.render.sheet import Sheet
from journeydesk.render.tiling import Tiling
from journeydesk.views.printing import Order

PACKINGS = (Choice("lzw", "LZW"), Choice("deflate", "Deflate"))


def _unheard(share: float) -> None:
    """Nobody asked how far it is."""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What people may choose beside the page.

    `dpi` is dots per inch, for images. With a `tiling`, each sheet is cut into tiles. `title` is that of the
    whole document; that of its first sheet where none is given. `report` hears from time to time which share
    is done, 0 to 1, and may stop the work by raising an exception.
    """

    dpi: float = attribute(
        150.0, N_("Resolution"), Editor.NUMBER, minimum=10, maximum=1200, unit=N_("dots per inch"),
        hint=N_("how fine images are"),
    )  # fmt: skip
    quality: int = attribute(
        90, N_("Quality"), Editor.NUMBER, minimum=1, maximum=100, whole=True,
        hint=N_("how much of a JPEG or WebP image is kept"),
    )  # fmt: skip
    lossless: bool = attribute(
        False, N_("Without loss"), Editor.SWITCH, hint=N_("keep every pixel of a WebP image as it is")
    )
    transparent: bool = attribute(
        False, N_("Transparent ground"), Editor.SWITCH, hint=N_("let what is under the image show through")
    )
    cmyk: bool = attribute(
        False, N_("Inks of a press (CMYK)"), Editor.SWITCH,
        hint=N_("write TIFF in cyan, magenta, yellow and black; grey is printed with black alone"),
    )  # fmt: skip
    packing: str = attribute(
        "lzw", N_("Compression"), Editor.CHOICE, choices=PACKINGS, hint=N_("how TIFF is made smaller")
    )
    title: str = ""
    press: Press = field(default_factory=Press)
    tiling: Tiling | None = None
    report: Callable[[float], None] = _unheard


@dataclass(frozen=True, slots=True)
class Exporter:
    """A row of `EXPORTERS`. It fills a file that nobody looks at yet; `suffixes` begin with a dot.

    With `write` it is given sheets as they are to be seen, with all marks of the press. One that takes `many`
    puts all sheets into its file, as pages; any other is given one sheet a file. With `draw` it makes
    something of its own of what is ordered, instead. `asks` names the options that it follows,
    `check` reads the file again, which is kept only then.
    `show` gives pictures of that to be looked at before, and `about` tells what else comes out.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    write: Callable[[Sequence[Sheet], Path, ExportOptions], None] | None = None
    many: bool = False
    asks: tuple[str, ...] = ()
    draw: Callable[[Document, Order, Path, ExportOptions], None] | None = None
    show: Callable[[Document, Order], Iterator[Sheet]] | None = None
    check: Callable[[Path, Sequence[Sheet], float], None] | None = None
    about: str = ""
