"""All tests. A package, for a library brings one of the same name."""
