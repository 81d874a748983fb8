"""The map on the screen: what is painted, and what pointer and keys do there."""
