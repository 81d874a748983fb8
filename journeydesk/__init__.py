"""JourneyDesk: draw the journey that customers really take."""

__version__ = "0.1.0"
