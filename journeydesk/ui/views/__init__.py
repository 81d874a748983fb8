"""The views of a project beside its maps, on the screen."""
