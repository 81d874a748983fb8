"""Whatever is done, undone and reopened, in whatever order: working copy, file and memory agree."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from journeydesk.model.document import Document
from journeydesk.storage.project_file import read_project
from journeydesk.storage.working_copy import State, WorkingCopy
from tests.storage.samples import beginning, by_class, take_step


class Work(RuleBasedStateMachine):
    """A working copy, and a plain document that the same is done to."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="journeydesk-history-"))
        self.patch = pytest.MonkeyPatch()
        self.patch.setenv("XDG_STATE_HOME", str(self.folder / "state"))
        self.path = self.folder / "x.journey"
        self.copy = WorkingCopy.create(beginning(), self.path)
        self.model = Document(beginning())
        self.number = 0

    @rule(seed=st.integers(0, 5), times=st.integers(1, 6))
    def work(self, seed: int, times: int) -> None:
        for _ in range(times):
            self.number += 1
            take_step(self.copy.document, self.number, seed)
            take_step(self.model, self.number, seed)

    @rule(times=st.integers(1, 9))
    def undo(self, times: int) -> None:
        for _ in range(times):
            assert self.copy.document.undo() == self.model.undo()

    @rule(times=st.integers(1, 9))
    def redo(self, times: int) -> None:
        for _ in range(times):
            assert self.copy.document.redo() == self.model.redo()

    @rule()
    def publish(self) -> None:
        self.copy.publish()
        assert self.copy.state is State.SAVED
        assert by_class(read_project(self.path).records) == by_class(self.model)

    @precondition(lambda self: self.number > 0)
    @rule()
    def reopen(self) -> None:
        self.copy.close()
        self.copy = WorkingCopy.open(self.path)
        assert not self.copy.is_modified
        assert self.copy.notices == ()

    @invariant()
    def they_agree(self) -> None:
        assert by_class(self.copy.document) == by_class(self.model)
        assert self.copy.document.history == self.model.history

    def teardown(self) -> None:
        self.copy.close()
        assert by_class(read_project(self.path).records) == by_class(self.model)
        self.patch.undo()
        shutil.rmtree(self.folder)


Work.TestCase.settings = settings(
    deadline=None, max_examples=20, stateful_step_count=15, suppress_health_check=list(HealthCheck)
)
test_working_copy_and_memory_agree = Work.TestCase
