"""Painting needs Qt; tests of the window need the same process to have started it with widgets."""

import pytest
from PySide6.QtWidgets import QApplication


@pytest.fixture(scope="session", autouse=True)
def _qt(qapp: QApplication) -> None:
    """One application serves all tests of a process, and the first one decides of which kind it is."""
