"""The guide, read beside the work."""
