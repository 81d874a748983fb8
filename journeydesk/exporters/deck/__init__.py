"""A project as slides for PowerPoint, of shapes that can be moved and written in."""
