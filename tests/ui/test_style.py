"""What the window writes and draws can be seen by those who see little contrast (WCAG 2.2, AA)."""

import subprocess
from typing import Any

import pytest

from journeydesk.picture.theme import contrast
from journeydesk.ui import motion
from journeydesk.ui.style import DARK, LIGHT, Tones

LOOKS = pytest.mark.parametrize("tones", [LIGHT, DARK], ids=["light", "dark"])
GROUNDS = ("window", "base", "raised", "soft")


@LOOKS
def test_every_text_of_the_window_reaches_the_contrast_of_text(tones: Tones) -> None:
    for ink in ("text", "muted", "accent", "warning"):
        for ground in GROUNDS:
            assert contrast(getattr(tones, ink), getattr(tones, ground)) >= 4.5, (ink, ground)
    assert contrast(tones.on_accent, tones.accent) >= 4.5
    assert contrast(tones.base, tones.warning) >= 4.5


@LOOKS
def test_edges_of_what_can_be_changed_and_the_ring_of_the_keyboard_can_be_seen(tones: Tones) -> None:
    for ground in ("window", "base", "raised"):
        assert contrast(tones.edge, getattr(tones, ground)) >= 3
        assert contrast(tones.accent, getattr(tones, ground)) >= 3
    assert contrast(tones.accent, tones.soft) >= 3
    assert contrast(tones.text, tones.accent) >= 3 or contrast(tones.text, tones.window) >= 3


@pytest.mark.parametrize(("told", "still"), [("false\n", True), ("true\n", False), ("", False)])
def test_the_system_is_asked_whether_it_should_move(
    told: str, still: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(*_: Any, **__: Any) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess((), 0, told, "")

    monkeypatch.setattr(motion.sys, "platform", "linux")
    monkeypatch.setattr(motion.shutil, "which", str)
    monkeypatch.setattr(motion.subprocess, "run", answer)
    assert motion.system_reduces_motion.__wrapped__() is still
