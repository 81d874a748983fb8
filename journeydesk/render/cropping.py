"""How a picture fills its box: whole where the shapes agree, else a part of it, never distorted."""

from journeydesk.picture.marks import Box


def covering(width: float, height: float, box: Box) -> Box:
    """Where to draw a picture of this width and height, in any unit, so that its middle fills the box."""
    scale = max(box.width / width, box.height / height)
    return Box.around(box.x, box.y, width * scale, height * scale)


def holding(box: Box, part: Box) -> Box:
    """Where to draw a whole picture so that this part of it, in shares of its size, fills the box."""
    width, height = box.width / part.width, box.height / part.height
    left, top = box.left - part.left * width, box.top - part.top * height
    return Box(left, top, left + width, top + height)


def covered(width: float, height: float, shape: float) -> Box:
    """The middle part of a picture of this width and height whose width is `shape` times its height."""
    return Box.around(width / 2, height / 2, min(width, height * shape), min(height, width / shape))
