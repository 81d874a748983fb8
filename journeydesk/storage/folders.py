"""Where the program keeps what is its own: working copies, backups, locks."""

from pathlib import Path

from platformdirs import user_state_dir

from journeydesk.language import Problem, message


def state_folder(*parts: str) -> Path:
    """A private folder below the user's state folder, made where it is missing. Raises Problem."""
    folder = Path(user_state_dir("journeydesk", appauthor=False)).joinpath(*parts)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise Problem(
            message(
                "JourneyDesk cannot keep its working copies in {folder}: {reason}.",
                folder=str(folder),
                reason=error.strerror or str(error),
            )
        ) from error
    return folder
