"""Starts JourneyDesk from a checkout."""

import sys

try:
    from journeydesk.app import main
except ModuleNotFoundError as missing:
    print(
        f"journeydesk: the library {missing.name} is missing. ./dev run installs all of them.",
        file=sys.stderr,
    )
    sys.exit(1)

if __name__ == "__main__":
    sys.exit(main())
