"""Pictures of all that people see, to be looked at."""
