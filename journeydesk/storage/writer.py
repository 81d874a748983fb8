"""A thread that stores what it is given, in order, and tries again until it is stored."""

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable

from journeydesk.language import Message
from journeydesk.storage import problems
from journeydesk.storage.work_database import Job

_FIRST_PAUSE = 0.5  # seconds before a failed attempt is repeated; doubled each time
_LONGEST_PAUSE = 30.0


class Writer:
    """Stores jobs in a thread of its own. What fails stays first in the queue and is tried again."""

    def __init__(self, perform: Callable[[Iterable[Job]], None], told: Callable[[], None]) -> None:
        self.trouble: Message | None = None
        self._perform = perform
        self._told = told
        self._waiting: deque[Job] = deque()
        self._changed = threading.Condition()
        self._given = self._stored = 0
        self._begun = self._ended = 0  # attempts
        self._hurry = self._closing = False
        self._thread = threading.Thread(target=self._run, name="working copy", daemon=True)
        self._thread.start()

    @property
    def is_done(self) -> bool:
        """Whether everything that was given is stored."""
        with self._changed:
            return self._stored == self._given

    def put(self, job: Job) -> None:
        """Queues a job; returns at once."""
        with self._changed:
            self._waiting.append(job)
            self._given += 1
            self._changed.notify_all()

    def flush(self, timeout: float) -> bool:
        """Waits until all that was given is stored; False when an attempt failed or the seconds are over."""
        end = time.monotonic() + timeout
        with self._changed:
            goal, begun = self._given, self._begun
            self._hurry = True
            self._changed.notify_all()
            while self._stored < goal and self._thread.is_alive():
                # An attempt that was under way already does not count.
                if self.trouble is not None and self._ended > begun:
                    return False
                if not self._changed.wait(max(0.0, end - time.monotonic())) and time.monotonic() >= end:
                    break
            return self._stored >= goal

    def close(self) -> None:
        """Ends the thread after one more attempt."""
        with self._changed:
            self._closing = self._hurry = True
            self._changed.notify_all()
        self._thread.join()

    def _run(self) -> None:
        pause = _FIRST_PAUSE
        while True:
            with self._changed:
                while not self._waiting and not self._closing:
                    self._changed.wait()
                batch = tuple(self._waiting)
                closing = self._closing
                self._hurry = False
                self._begun += bool(batch)
            if batch:
                done = self._attempt(batch)
                pause = _FIRST_PAUSE if done else min(2 * pause, _LONGEST_PAUSE)
                self._told()
                if not done and not closing:
                    self._rest(pause)
            if closing:
                return

    def _attempt(self, batch: tuple[Job, ...]) -> bool:
        trouble: Message | None = None
        try:
            self._perform(batch)
        except Exception as error:
            # Whatever it is, nothing may be lost: the batch stays, and people are told.
            logging.getLogger(__name__).exception("the working copy was not written")
            told = problems.keeping(str(error) or type(error).__name__).told
            trouble = told if isinstance(told, Message) else Message(told)
        with self._changed:
            if trouble is None:
                for _ in batch:
                    self._waiting.popleft()
                self._stored += len(batch)
            self.trouble = trouble
            self._ended += 1
            self._changed.notify_all()
        return trouble is None

    def _rest(self, pause: float) -> None:
        end = time.monotonic() + pause
        with self._changed:
            while not self._hurry and not self._closing and (left := end - time.monotonic()) > 0:
                self._changed.wait(left)
