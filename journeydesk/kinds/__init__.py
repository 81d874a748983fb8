"""Everything that can be placed on a map. A kind is a module and a line in `KINDS`."""
