"""What can be seen of a project beside its maps: the grid, and what is known of people, paths and sources."""
