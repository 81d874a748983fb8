"""Finding a command, a map or a node by its name."""
