"""Tells marks as lines of text, so that a drawing can be reviewed and compared by reading it."""

from journeydesk.picture.marks import Group, Image, Path, Picture, Text, paint


def logged(picture: Picture) -> str:
    """The marks, one a line; what a group holds is indented under it. Numbers have one decimal."""
    canvas = LogCanvas()
    paint(picture, canvas)
    return "".join(f"{line}\n" for line in canvas.lines)


class LogCanvas:
    """Collects what is painted as `lines`."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._depth = 0

    def path(self, mark: Path) -> None:
        outline = " ".join(_told(*command) for command in mark.commands)
        stroke = mark.stroke
        told = [f"fill {mark.fill}"] if mark.fill else []
        if stroke is not None:
            dash = f" dash {_told(*stroke.dash)}" if stroke.dash else ""
            told.append(f"stroke {stroke.colour} {_told(stroke.width)}{dash}")
        self._add(f"path {', '.join(told)}: {outline}")

    def text(self, mark: Text) -> None:
        faces = "+".join(dict.fromkeys(run.face for run in mark.runs))
        self._add(
            f"text {_told(mark.x, mark.y)} {faces} {_told(mark.size)} {mark.colour}"
            f" width {_told(mark.width)}: {mark.text}"
        )

    def image(self, mark: Image) -> None:
        radius = f" radius {_told(mark.radius)}" if mark.radius else ""
        part = mark.part
        shown = f" part {_parts(part.left, part.top, part.right, part.bottom)}" if part else ""
        place = _told(mark.x, mark.y, mark.width, mark.height)
        self._add(f"image {place}{radius}{shown}: {len(mark.data)} bytes")

    def open(self, group: Group) -> None:
        said = [part for part in (group.name, group.title, group.about, group.url, group.owner) if part]
        box = group.clip
        clip = f" clip {_told(box.left, box.top, box.right, box.bottom)}" if box else ""
        scale = f" scale {_told(group.scale)}" if group.scale != 1 else ""
        self._add(f"group {_told(group.x, group.y)}{scale}{clip}{': ' if said else ''}{' | '.join(said)}")
        self._depth += 1

    def close(self, group: Group) -> None:
        self._depth -= 1

    def _add(self, line: str) -> None:
        self.lines.append("  " * self._depth + line.replace("\n", " / "))


def _parts(*shares: float) -> str:
    return " ".join(f"{share:.3g}" for share in shares)


def _told(*values: object) -> str:
    # Adding zero turns -0.0 into 0.0.
    return " ".join(f"{round(v, 1) + 0.0:g}" if isinstance(v, int | float) else str(v) for v in values)
