"""Run by test_kills: starts programs that edit and publish a project, and stops each at a moment of chance.

A process of its own without threads, so that it may fork: `python -m tests.storage.kills PROJECT KILLS SEED`.
"""

import os
import random
import signal
import sys
import time
from pathlib import Path

from journeydesk.model.document import Document
from journeydesk.model.records import Record
from journeydesk.storage import leftovers, working_copy
from journeydesk.storage.folders import state_folder
from journeydesk.storage.project_file import read_project
from journeydesk.storage.work_database import WorkDatabase
from journeydesk.storage.working_copy import WorkingCopy
from tests.storage.samples import beginning, by_class, take_step

Stored = dict[type, tuple[Record, ...]]
PROJECT = Path(sys.argv[1]) if __name__ == "__main__" else Path()
SEED = int(sys.argv[3]) if __name__ == "__main__" else 0


def work(said: int, rev: int) -> None:
    """A program that works until it is stopped. It says what is safe: steps stored, steps published."""
    copy = WorkingCopy.open(PROJECT)
    chance = random.Random(f"{SEED} {rev}")
    while True:
        take_step(copy.document, rev, SEED)
        rev += 1
        if chance.random() < 0.5:
            assert copy.flush()
            os.write(said, b"stored %d\n" % rev)
        choice = chance.random()
        if choice < 0.1:
            copy.publish()
            os.write(said, b"published %d\n" % rev)
        elif choice < 0.2:
            copy.publish_later()


def run_and_kill(rev: int, seconds: float) -> dict[str, int]:
    """Lets a program work for a while; gives what it said last."""
    heard, said = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(heard)
        try:
            work(said, rev)
        finally:
            os._exit(1)
    os.close(said)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), f"the program ended by itself after step {rev}"
    with os.fdopen(heard, "rb") as stream:
        lines = [line.split() for line in stream if line.endswith(b"\n")]
    return {what.decode(): int(number) for what, number in lines}


class Replay:
    """What the project must be after every step."""

    def __init__(self) -> None:
        self.document = Document(beginning())
        self.states: list[Stored] = [by_class(self.document)]

    def reach(self, rev: int) -> Stored:
        """The records after so many steps, of which none is taken back."""
        while len(self.states) <= rev:
            take_step(self.document, len(self.states) - 1, SEED)
            self.states.append(by_class(self.document))
        return self.states[rev]


def check(replay: Replay, safe: dict[str, int], since: int) -> int:
    """Compares what was left with what must be; gives the number of steps that were stored."""
    (folder,) = [folder for folder in state_folder("work").iterdir() if (folder / "work.db").exists()]
    held = leftovers.hold(folder)
    assert held is not None, "the working copy cannot be held"
    database = WorkDatabase(folder)
    records, entries, position = database.load()
    database.close()
    held.lock.release()
    rev = held.facts.rev
    assert rev >= safe.get("stored", 0), f"{safe} was told, {rev} is there"
    assert by_class(records) == replay.reach(rev), f"other records after {rev}"
    assert (entries, position) == replay.document.history, f"another history after {rev}"
    published = by_class(read_project(PROJECT).records)
    latest = max(number for number in range(rev + 1) if replay.states[number] == published)
    assert latest >= max(since, safe.get("published", 0)), f"the file is of {latest}, {safe} was told"
    return rev


def main(kills: int) -> None:
    """Works and stops again and again; says how much was done."""
    working_copy.ENTRIES_KEPT = 1_000_000  # all: in the end, everything is undone
    chance = random.Random(SEED)
    WorkingCopy.create(beginning(), PROJECT).close()
    replay, rev, since = Replay(), 0, 0
    for number in range(kills):
        safe = run_and_kill(rev, chance.uniform(0.0, 0.2))
        rev = check(replay, safe, since)
        since = max(since, safe.get("published", 0))
        if number % 8 == 7:
            WorkingCopy.open(PROJECT).close()
            assert by_class(read_project(PROJECT).records) == replay.reach(rev)
            since = rev
    copy = WorkingCopy.open(PROJECT)
    while copy.document.undo():
        continue
    assert by_class(copy.document) == replay.states[0]
    assert copy.document.history[0] == replay.document.history[0]
    copy.close()
    assert [path.name for path in PROJECT.parent.iterdir()] == [PROJECT.name]
    print(f"{rev} steps")


if __name__ == "__main__":
    main(int(sys.argv[2]))
