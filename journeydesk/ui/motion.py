"""Whether the system was asked to move as little as it can."""

import shutil
import subprocess
import sys
from functools import cache

PATIENCE = 1.0  # seconds
# How each system is asked, and what it answers where people want no motion.
QUESTIONS = {
    "linux": (("gsettings", "get", "org.gnome.desktop.interface", "enable-animations"), "false"),
    "darwin": (("defaults", "read", "com.apple.universalaccess", "reduceMotion"), "1"),
}
CLIENT_AREA_ANIMATION = 0x1042  # of Windows' SystemParametersInfo


@cache
def system_reduces_motion() -> bool:
    """Whether people told their system that they want no motion; False where it cannot be asked."""
    if sys.platform == "win32":
        return _windows_stands_still()
    command, wanted = QUESTIONS.get(sys.platform, ((), ""))
    if not command or shutil.which(command[0]) is None:
        return False
    try:
        told = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return told.stdout.strip() == wanted


def _windows_stands_still() -> bool:
    # Only Windows has this function.
    import ctypes  # noqa: PLC0415  (see above)

    moves = ctypes.c_int(1)
    asked = getattr(ctypes, "windll").user32.SystemParametersInfoW  # noqa: B009  (unknown elsewhere)
    return bool(asked(CLIENT_AREA_ANIMATION, 0, ctypes.byref(moves), 0)) and not moves.value
