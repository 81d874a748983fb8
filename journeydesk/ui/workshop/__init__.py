"""A map in a workshop: what people say is caught, voted for and put in its place."""
