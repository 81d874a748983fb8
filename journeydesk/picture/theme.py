"""The looks of a map. A theme names every colour that a drawing may use; nothing else does.

Every text colour reaches a contrast of 4.5 on the ground on which it is used.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tint:
    """The colours of one meaning: a pale fill, the text on it, and a line that shows on fill and ground."""

    fill: str
    ink: str
    line: str


@dataclass(frozen=True, slots=True)
class Theme:
    """All colours of a map's look. `patterned` asks for patterns beside colours, for print in black only."""

    key: str
    ground: str
    ink: str
    muted: str
    hair: str
    card: str
    card_line: str
    shadow: str
    link: str
    link_back: str
    link_exit: str
    influence: str
    phases: tuple[Tint, ...]
    branches: tuple[str, ...]
    gained: Tint
    postponed: Tint
    lost: Tint
    decision: Tint
    persona: Tint
    note: Tint
    frame: Tint
    star: str
    warm: str
    cold: str
    patterned: bool = False


PAPER = Theme(
    key="paper",
    ground="#ffffff",
    ink="#1b2430",
    muted="#56616f",
    hair="#d5dae1",
    card="#ffffff",
    card_line="#b9c2cd",
    shadow="#1b243014",
    link="#4a5a6e",
    link_back="#b4531a",
    link_exit="#8a94a1",
    influence="#6d4aa8",
    phases=(
        Tint("#e3eefb", "#123f73", "#2f74c0"),
        Tint("#e2f3ef", "#0d4a42", "#1f8a7a"),
        Tint("#fdf0d8", "#6a4200", "#c98a1b"),
        Tint("#fbe5e1", "#7a2417", "#cf5440"),
        Tint("#ece6f8", "#45297c", "#7a55c4"),
        Tint("#e6f2dc", "#2f4f10", "#6a9a2d"),
        Tint("#eceff2", "#333d49", "#74808e"),
    ),
    branches=("#2f6fb7", "#17806f", "#b06a00", "#c24a36", "#7450bd", "#55801f", "#b03a78", "#00798f"),
    gained=Tint("#dff3e4", "#14512a", "#2c9150"),
    postponed=Tint("#fdf0d8", "#6a4200", "#c98a1b"),
    lost=Tint("#f6e3e3", "#7a1f24", "#bf4048"),
    decision=Tint("#fff6d6", "#574300", "#c9a227"),
    persona=Tint("#f2f5f9", "#1b2430", "#44566c"),
    note=Tint("#fff7c9", "#4d4100", "#dcc95a"),
    frame=Tint("#f5f7fa", "#46525f", "#c3ccd6"),
    star="#d99a00",
    warm="#2c9150",
    cold="#bf4048",
)

CHALK = Theme(
    key="chalk",
    ground="#1d242b",
    ink="#f2f4f5",
    muted="#b4bec8",
    hair="#3a4651",
    card="#283139",
    card_line="#596876",
    shadow="#00000030",
    link="#b9c6d3",
    link_back="#f0a868",
    link_exit="#8b98a5",
    influence="#c3a6f5",
    phases=(
        Tint("#1f3d5c", "#dcecff", "#6fb0f2"),
        Tint("#1b4841", "#d6f5ee", "#58c7b4"),
        Tint("#54401a", "#ffefcc", "#eebd5c"),
        Tint("#592f28", "#ffe2db", "#f08f7c"),
        Tint("#3d3160", "#ebe2ff", "#b194f2"),
        Tint("#35491f", "#e8f7d6", "#a3d163"),
        Tint("#38434d", "#e8edf1", "#9aa8b5"),
    ),
    branches=("#7db8f5", "#5fcdb9", "#f0bf63", "#f2968a", "#bda2f7", "#a8d46c", "#f08fc0", "#5fcbe0"),
    gained=Tint("#1e4a2e", "#d9f7e2", "#66cf8c"),
    postponed=Tint("#54401a", "#ffefcc", "#eebd5c"),
    lost=Tint("#572a2e", "#ffdfe1", "#f08a91"),
    decision=Tint("#4d431d", "#fff2c2", "#e8cd62"),
    persona=Tint("#2f3a44", "#f2f4f5", "#9fb2c6"),
    note=Tint("#4a4420", "#fff6c9", "#b9a94a"),
    frame=Tint("#222a32", "#b9c4ce", "#4a5763"),
    star="#ffd257",
    warm="#66cf8c",
    cold="#f08a91",
)

_WHITE = Tint("#ffffff", "#000000", "#000000")

INK = Theme(
    key="ink",
    ground="#ffffff",
    ink="#000000",
    muted="#333333",
    hair="#bbbbbb",
    card="#ffffff",
    card_line="#000000",
    shadow="#00000000",
    link="#000000",
    link_back="#000000",
    link_exit="#666666",
    influence="#000000",
    phases=(_WHITE,) * 7,
    branches=("#000000",) * 8,
    gained=_WHITE,
    postponed=_WHITE,
    lost=_WHITE,
    decision=_WHITE,
    persona=_WHITE,
    note=_WHITE,
    frame=Tint("#ffffff", "#000000", "#777777"),
    star="#000000",
    warm="#000000",
    cold="#000000",
    patterned=True,
)

VIVID = Theme(
    key="vivid",
    ground="#fffdf7",
    ink="#16133a",
    muted="#524e77",
    hair="#dcd7e8",
    card="#ffffff",
    card_line="#16133a",
    shadow="#16133a1c",
    link="#16133a",
    link_back="#c2410c",
    link_exit="#7d799c",
    influence="#9d1fb3",
    phases=(
        Tint("#2563eb", "#ffffff", "#1a3fae"),
        Tint("#0f7a6c", "#ffffff", "#0a5248"),
        Tint("#ffc02e", "#33230a", "#c98700"),
        Tint("#d8342c", "#ffffff", "#98201a"),
        Tint("#7c3aed", "#ffffff", "#5420b4"),
        Tint("#3c7d12", "#ffffff", "#28560a"),
        Tint("#5b5878", "#ffffff", "#3b3856"),
    ),
    branches=("#1d4fd7", "#0a7466", "#a85a00", "#cc2c24", "#7429e6", "#35740c", "#be1d78", "#006f8a"),
    gained=Tint("#12803c", "#ffffff", "#0a5727"),
    postponed=Tint("#ffc02e", "#33230a", "#c98700"),
    lost=Tint("#c81e3a", "#ffffff", "#8c1227"),
    decision=Tint("#ffe45c", "#2e2600", "#b79600"),
    persona=Tint("#16133a", "#ffffff", "#16133a"),
    note=Tint("#fff1a1", "#3d3300", "#e0c43a"),
    frame=Tint("#f6f2ff", "#3f3a66", "#bdb4dc"),
    star="#f5a400",
    warm="#12803c",
    cold="#c81e3a",
)

THEMES = {theme.key: theme for theme in (PAPER, CHALK, INK, VIVID)}


def theme_of(key: str) -> Theme:
    """The theme with this key; Paper for an unknown one."""
    return THEMES.get(key, PAPER)


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of a colour, 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mixed(colour: str, other: str, part: float) -> str:
    """`part` of the first colour and the rest of the other, e.g. for a pale fill."""
    mixed_channels = (
        round(a * part + b * (1 - part)) for a, b in zip(channels(colour), channels(other), strict=True)
    )
    return "#" + "".join(f"{channel:02x}" for channel in mixed_channels)


def linear(channel: int) -> float:
    """The light, 0 to 1, of a channel of sRGB."""
    part = channel / 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2, "relative luminance")."""
    red, green, blue = (linear(channel) for channel in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(colour: str, other: str) -> float:
    """Contrast ratio, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    dark, light = sorted((luminance(colour), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def readable(colour: str, ground: str) -> str:
    """The colour, moved towards black or white until text in it can be read on the ground (contrast 4.5)."""
    goal = "#000000" if luminance(ground) > 0.18 else "#ffffff"
    for step in range(11):
        candidate = mixed(goal, colour, step / 10)
        if contrast(candidate, ground) >= 4.5:
            return candidate
    return goal


def tint_of(colour: str, theme: Theme) -> Tint:
    """The tint that a colour of people's own choosing makes in a theme."""
    if theme.patterned:
        return Tint(theme.card, theme.ink, theme.ink)
    fill = mixed(colour, theme.ground, 0.16)
    return Tint(fill, readable(mixed(colour, theme.ink, 0.4), fill), colour)
