"""Brings rows of an older format to today's. An upgrade is a module `u0002_what.py` and a line in `UPGRADES`.

A step takes the rows as its own format had them and gives those of the next one; it knows no database. Those
of a working copy have `history` among them, whose JSON holds records as they were.
"""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Table

from journeydesk.storage.rows import Rows
from journeydesk.storage.schema import FORMAT, PROJECT_TABLES
from journeydesk.storage.upgrades import u0002_terms


@dataclass(frozen=True, slots=True)
class Upgrade:
    """A step from one format to the next. `tables` are those that a project file of the older format has."""

    older: int
    tables: tuple[Table, ...]
    step: Callable[[Rows], Rows]


UPGRADES: tuple[Upgrade, ...] = (Upgrade(1, u0002_terms.TABLES, u0002_terms.with_terms),)


def tables_of(number: int, upgrades: tuple[Upgrade, ...] = UPGRADES) -> tuple[Table, ...] | None:
    """The tables of a project file of this format, or None for a format that never was."""
    if number == FORMAT:
        return PROJECT_TABLES
    return next((upgrade.tables for upgrade in upgrades if upgrade.older == number), None)


def upgrade(rows: Rows, number: int, upgrades: tuple[Upgrade, ...] = UPGRADES) -> Rows:
    """The rows of a file of this format as today's format has them."""
    for step in upgrades:
        if step.older >= number:
            rows = step.step(rows)
    return rows
