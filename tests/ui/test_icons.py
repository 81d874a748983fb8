"""Icons are as sharp as the screen: there is a picture of exactly the size that is painted."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from journeydesk.ui import icons


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 1.75, 2.0])
@pytest.mark.parametrize("size", icons.SIZES)
def test_no_icon_is_scaled(
    size: int, ratio: float, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(icons, "_ratios", lambda: (1.0, ratio))
    icon = icons.icon("route")
    painted = icon.pixmap(QSize(size, size), ratio)
    assert abs(painted.width() - size * ratio) <= 0.5
    assert painted.width() in {found.width() for found in icon.availableSizes()}
    assert painted.toImage() == icons.pixmap("route", size).toImage()
