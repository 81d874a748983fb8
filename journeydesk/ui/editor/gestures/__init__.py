"""What a press, a drag and a release do; a module for each."""
