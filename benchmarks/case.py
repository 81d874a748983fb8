"""What a benchmark is."""

import gc
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One measured thing. `floor` is the same work by bare means, `target` what the program promises."""

    what: str
    value: float
    unit: str = "s"
    floor: float | None = None
    target: float | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A row of `CASES`: `run` gets the number of nodes and gives what it measured."""

    name: str
    run: Callable[[int], Iterator[Row]]


def seconds(work: Callable[[], object], *, times: int = 1) -> float:
    """How long the work takes, as the median of so many times."""
    found = []
    for _ in range(times):
        gc.collect()
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return statistics.median(found)
