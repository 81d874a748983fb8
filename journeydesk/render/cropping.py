"""How a picture fills its box: whole where the shapes agree, else its middle, never distorted."""

from journeydesk.picture.marks import Box


def covering(width: float, height: float, box: Box) -> Box:
    """Where to draw a picture of this width and height, in any unit, so that its middle fills the box."""
    scale = max(box.width / width, box.height / height)
    return Box.around(box.x, box.y, width * scale, height * scale)


def covered(width: float, height: float, shape: float) -> Box:
    """The middle part of a picture of this width and height whose width is `shape` times its height."""
    return Box.around(width / 2, height / 2, min(width, height * shape), min(height, width / shape))
