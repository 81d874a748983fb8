"""Starts JourneyDesk from a checkout, without installing it."""

import sys

from journeydesk.app import main

if __name__ == "__main__":
    sys.exit(main())
