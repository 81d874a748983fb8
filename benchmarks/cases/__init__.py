"""What is measured: a module each, and a line in `benchmarks.catalogue.CASES`."""
