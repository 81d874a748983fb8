"""How much room marks really take, so that a drawing fills its page."""

from collections.abc import Iterator

from journeydesk.picture.marks import Box, Command, Group, Mark, Path, Picture, bounds


def snug(picture: Picture) -> Box | None:
    """The box that holds the marks, without the control points of curves; None for an empty picture."""
    found: Box | None = None
    for mark in picture:
        box = bounds((mark,))
        if box is None or (found is not None and found.joined(box) == found):
            continue
        box = _snug(mark) or box
        found = box if found is None else found.joined(box)
    return found


def _snug(mark: Mark) -> Box | None:
    match mark:
        case Path():
            points = list(_reached(mark.commands))
            edge = mark.stroke.width / 2 if mark.stroke else 0.0
            xs, ys = [x for x, _ in points], [y for _, y in points]
            return Box(min(xs), min(ys), max(xs), max(ys)).grown(edge)
        case Group() if mark.clip is None:
            inner = snug(mark.marks)
            return inner.scaled(mark.scale).moved(mark.x, mark.y) if inner else None
    return None


def _reached(commands: tuple[Command, ...]) -> Iterator[tuple[float, float]]:
    """The ends of all lines and curves, and where curves turn back."""
    x = y = 0.0
    for command in commands:
        numbers = [float(number) for number in command[1:]]
        if len(numbers) == 6:
            for t in (*_turns(x, *numbers[0::2]), *_turns(y, *numbers[1::2])):
                yield _at(t, x, *numbers[0::2]), _at(t, y, *numbers[1::2])
        if numbers:
            x, y = numbers[-2:]
            yield x, y


def _turns(a: float, b: float, c: float, d: float) -> Iterator[float]:
    """Where between its ends a cubic has its least or largest value."""
    p, q, r = d - a + 3 * (b - c), 2 * (a - 2 * b + c), b - a
    if abs(p) < 1e-12:
        roots = [-r / q] if q else []
    else:
        inner = q * q - 4 * p * r
        roots = [(-q + sign * inner**0.5) / (2 * p) for sign in (1, -1)] if inner >= 0 else []
    return (t for t in roots if 0 < t < 1)


def _at(t: float, a: float, b: float, c: float, d: float) -> float:
    s = 1 - t
    return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d
