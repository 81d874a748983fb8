"""Brings the project file up to date, in a thread, one publication after the other."""

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from journeydesk.language import Message, Problem
from journeydesk.model.records import Record
from journeydesk.storage import backups
from journeydesk.storage.project_file import write_project
from journeydesk.storage.work_database import Facts, Intent, intending, published
from journeydesk.storage.writer import Writer

_PATIENCE = 5.0  # seconds that a publication waits for the working copy


class Publisher:
    """Writes project files from records that it is given, and remembers what stands on disk."""

    def __init__(self, facts: Facts, writer: Writer, told: Callable[[], None]) -> None:
        self.trouble: Message | None = None
        self.rev, self.document_uuid = facts.published_rev, facts.document_uuid
        self._mark = facts.mark
        self._writer = writer
        self._told = told
        self._backed_up = ""
        self._under_way = 0
        self._guard = threading.Lock()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="publisher")

    @property
    def is_busy(self) -> bool:
        """Whether a publication waits or is under way."""
        return self._under_way > 0

    def order(self, intent: Intent, records: tuple[Record, ...], *, overwrite: bool) -> Future[None]:
        """Queues a publication. Its result raises Problem; without `overwrite` also Conflict."""
        with self._guard:
            self._under_way += 1
        self._told()
        return self._thread.submit(self._run, intent, records, overwrite)

    def close(self) -> None:
        """Waits for what is under way and ends the thread."""
        self._thread.shutdown()

    def _run(self, intent: Intent, records: tuple[Record, ...], overwrite: bool) -> None:
        trouble: Message | None = None
        try:
            self._publish(intent, records, overwrite)
        except Exception as error:
            logging.getLogger(__name__).info("the project was not published", exc_info=True)
            told = error.told if isinstance(error, Problem) else str(error) or type(error).__name__
            trouble = (
                told if isinstance(told, Message) else Message(told.replace("{", "{{").replace("}", "}}"))
            )
            raise
        finally:
            with self._guard:
                self._under_way -= 1
                self.trouble = trouble
            self._told()

    def _publish(self, intent: Intent, records: tuple[Record, ...], overwrite: bool) -> None:
        # First the intent: by it, a program that was stopped after replacing the file knows it as its own.
        self._writer.put(intending(intent))
        self._writer.flush(_PATIENCE)
        target = Path(intent.path)
        if self._backed_up != intent.path and target.exists():
            backups.keep(target, intent.document_uuid)
        self._mark = write_project(
            target,
            records,
            document_uuid=intent.document_uuid,
            save_id=intent.save_id,
            expected=None if overwrite else self._mark,
        )
        self._backed_up = intent.path
        self.rev, self.document_uuid = intent.rev, intent.document_uuid
        self._writer.put(published(intent, self._mark))
        self._writer.flush(_PATIENCE)
