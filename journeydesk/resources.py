"""Finds the files that ship with the program, in a checkout, a wheel or a frozen bundle."""

import sys
from pathlib import Path


def root() -> Path:
    """The folder that holds fonts, icons, templates and translations."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "resources"
    here = Path(__file__).resolve().parent
    beside = here.parent / "resources"
    return beside if (beside / "fonts").is_dir() else here / "bundled"


def path(*parts: str) -> Path:
    """The path of a bundled file, e.g. `path("fonts", "Inter-Regular.ttf")`."""
    return root().joinpath(*parts)
