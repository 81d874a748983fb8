"""Files of every format that was ever released open."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Column, MetaData, Table, Text

from journeydesk.kinds.summary import Summary
from journeydesk.model.records import Term
from journeydesk.storage import project_file
from journeydesk.storage.project_file import read_project
from journeydesk.storage.rows import Rows, to_json, to_rows
from journeydesk.storage.schema import FORMAT, HISTORY, PROJECT_TABLES, WORKING_TABLES, known_schema
from journeydesk.storage.upgrades import UPGRADES, Upgrade, tables_of, upgrade
from tests.storage.samples import by_class, one_of_everything

LATER = (Summary, Term)  # what came when the first format was there already
PROJECTS = Path(__file__).resolve().parents[1] / "projects"


def test_the_first_format_opens() -> None:
    path = PROJECTS / "format_1.journey"
    before = path.read_bytes()
    contents = read_project(path)
    assert (contents.format, contents.document_uuid, contents.notices) == (1, "format1", ())
    known = (record for record in one_of_everything() if not isinstance(record, LATER))
    assert by_class(contents.records) == by_class(known)
    assert path.read_bytes() == before


def test_todays_format_opens() -> None:
    contents = read_project(PROJECTS / f"format_{FORMAT}.journey")
    assert (contents.format, contents.notices) == (FORMAT, ())
    assert by_class(contents.records) == by_class(one_of_everything())


def test_every_older_format_has_a_file_and_a_step() -> None:
    assert [step.older for step in UPGRADES] == list(range(1, FORMAT))
    assert [path.name for path in sorted(PROJECTS.glob("format_*.journey"))] == [
        f"format_{number}.journey" for number in range(1, FORMAT + 1)
    ]


def frozen(tables: tuple[Table, ...], number: int) -> str:
    text = repr(sorted(known_schema(tables))) + str(number)
    return hashlib.sha256(text.encode()).hexdigest()


def test_the_schema_is_frozen() -> None:
    """A change of the tables is a new format: it needs a step in `upgrades`, which has the old tables."""
    found = [frozen(tables_of(number) or (), number) for number in range(1, FORMAT + 1)]
    assert found == [
        "4c016be336f330e156dc3b4dda6c3bac6de0dedc196080b56a6d59f0d531d39d",
        "3d85a64595a236933c816a75caa4ee89fcdb3923ee2270e5b326e00221f02612",
    ]
    assert set(known_schema(WORKING_TABLES)) - set(known_schema(PROJECT_TABLES)) == known_schema((HISTORY,))


def test_steps_follow_one_another() -> None:
    def rename(old: str, new: str) -> Callable[[Rows], Rows]:
        return lambda rows: {new if name == old else name: found for name, found in rows.items()}

    steps = (Upgrade(1, (), rename("card", "stop")), Upgrade(2, (), rename("stop", "node")))
    assert upgrade({"card": []}, 1, steps) == {"node": []}
    assert upgrade({"stop": []}, 2, steps) == {"node": []}
    assert upgrade({"node": []}, 3, steps) == {"node": []}


def test_a_file_of_an_older_format_is_upgraded_while_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if comments had stood in a table of another name once."""
    old_comment = Table(
        "remark",
        MetaData(),
        Column("id", Text, primary_key=True),
        Column("text", Text, nullable=False),
        sqlite_strict=True,
    )
    old = (*(table for table in PROJECT_TABLES if table.name != "comment"), old_comment)

    def step(rows: Rows) -> Rows:
        empty = {"about_id": "n0", "written": ""}
        rows["comment"] = [
            {"id": row["id"], "fields": to_json({"text": row["text"]}), **empty} for row in rows.pop("remark")
        ]
        return rows

    rows = to_rows(one_of_everything())
    del rows["comment"]
    rows["remark"] = [{"id": "k", "text": "Why?"}]
    path = tmp_path / "old.journey"
    path.write_bytes(project_file._image(path, rows, {"document_uuid": "d", "save_id": "s"}, old, 0))
    monkeypatch.setattr(project_file, "tables_of", lambda number: old if number == 0 else tables_of(number))
    monkeypatch.setattr(project_file, "upgrade", lambda rows, number: step(rows) if number == 0 else rows)
    (comment,) = (record for record in read_project(path).records if record.id == "k")
    assert getattr(comment, "text", "") == "Why?"
    assert to_rows([comment])["comment"]
