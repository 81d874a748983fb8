"""The tour: the first steps on a sample, each of which goes on when it has been done."""
