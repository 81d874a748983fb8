"""A map before an audience: full screen, from stop to stop."""
