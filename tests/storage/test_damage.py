"""Files that were damaged on the way, or made to do damage."""

import random
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from journeydesk.language import Problem, say
from journeydesk.model.records import Link, Node, Record
from journeydesk.storage.mending import mended
from journeydesk.storage.problems import Damaged
from journeydesk.storage.project_file import read_project, write_project
from journeydesk.storage.rows import content_hash
from tests.storage.samples import by_class, one_of_everything

FLIPS = 600
RECORDS = one_of_everything()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project file."""
    path = tmp_path / "Clinic.journey"
    write_project(path, RECORDS, document_uuid="d")
    return path


def test_no_flipped_bit_gives_wrong_data(path: Path) -> None:
    whole = path.read_bytes()
    expected = by_class(RECORDS)
    chance = random.Random(1)
    used = [place for place, byte in enumerate(whole) if byte]
    places = [*range(100), *chance.sample(used, FLIPS - 300), *chance.choices(range(len(whole)), k=200)]
    refused = 0
    for place in places:
        bit = chance.randrange(8)
        data = bytearray(whole)
        data[place] ^= 1 << bit
        path.write_bytes(data)
        try:
            contents = read_project(path)
        except Problem:
            refused += 1
        else:
            assert by_class(contents.records) == expected, f"byte {place}, bit {bit}"
            assert contents.document_uuid == "d"
    assert refused > FLIPS / 4


def test_no_file_that_was_cut_off_is_read(path: Path) -> None:
    whole = path.read_bytes()
    for length in [*range(1, 120, 7), *range(500, len(whole), 997), len(whole) - 1]:
        path.write_bytes(whole[:length])
        with pytest.raises(Damaged):
            read_project(path)
    path.write_bytes(whole + b"\x00")
    with pytest.raises(Damaged):
        read_project(path)


def test_a_file_of_zeros_is_called_damaged(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))
    with pytest.raises(Damaged):
        read_project(path)


@pytest.mark.parametrize("page", range(1, 6))
def test_a_page_of_noise_is_found(path: Path, page: int) -> None:
    data = bytearray(path.read_bytes())
    data[page * 4096 : (page + 1) * 4096] = random.Random(page).randbytes(4096)
    path.write_bytes(data)
    with pytest.raises(Damaged):
        read_project(path)


# What another tool changed


def change(path: Path, *statements: str) -> None:
    """Does to the file what another tool may do."""
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE node SET title = 'x' WHERE rowid = 1",
        "DELETE FROM link",
        "UPDATE meta SET value = 'x' WHERE name = 'document_uuid'",
        "DELETE FROM meta",
        "DELETE FROM meta WHERE name = 'content_sha256'",
        "UPDATE media SET data = x'00'",
        "DELETE FROM media",
        "INSERT INTO evidence SELECT 'new', title, fields FROM evidence",
    ],
)
def test_content_that_was_not_written_by_us_is_refused(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA ignore_check_constraints=ON")
    connection.execute(statement)
    connection.commit()
    connection.close()
    with pytest.raises(Damaged):
        read_project(path)


HOSTILE = {
    "trigger": ["CREATE TRIGGER t AFTER INSERT ON node BEGIN DELETE FROM node; END"],
    "view": ["CREATE VIEW v AS SELECT * FROM node"],
    "endless view": [
        "DROP TABLE node",
        "CREATE VIEW node AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c",
    ],
    "generated column": [
        "DROP TABLE comment",
        "CREATE TABLE comment (id TEXT, big BLOB AS (zeroblob(500000000)), written TEXT, fields TEXT)",
        "INSERT INTO comment (id) VALUES ('x')",
    ],
    "check bomb": [
        "DROP TABLE comment",
        "CREATE TABLE comment (id TEXT CHECK (length(hex(randomblob(100000000))) > 0), fields TEXT)",
    ],
    "index bomb": ["CREATE INDEX i ON node (length(hex(zeroblob(1000))))"],
    "another table": ["CREATE TABLE more (x)"],
    "another column": ["ALTER TABLE node ADD COLUMN more TEXT"],
    "a table less": ["DROP TABLE comment"],
    "text search": ["CREATE VIRTUAL TABLE f USING fts5(x)"],
    "loose types": [
        "DROP TABLE comment",
        "CREATE TABLE comment (id TEXT NOT NULL, about_id TEXT NOT NULL, written TEXT NOT NULL, "
        "fields TEXT NOT NULL, PRIMARY KEY (id))",
    ],
    "a name with a strange SQL": [
        "PRAGMA writable_schema=ON",
        "UPDATE sqlite_master SET sql = 'CREATE TABLE node (' || hex(zeroblob(9)) || ')' WHERE name = 'node'",
    ],
    "two tables in one place": [
        "PRAGMA writable_schema=ON",
        "UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name = 'link') "
        "WHERE name = 'comment'",
    ],
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_schema_that_is_not_ours_is_refused_at_once(path: Path, name: str) -> None:
    change(path, *HOSTILE[name])
    start = time.perf_counter()
    with pytest.raises(Damaged):
        read_project(path)
    assert time.perf_counter() - start < 0.5


def rewrite(path: Path, alter: Callable[[dict[str, list[dict[str, object]]]], None]) -> None:
    """Makes a file whose hash fits what stands in it, as an attacker would."""
    from journeydesk.storage import project_file

    rows = project_file.to_rows(RECORDS)
    alter(rows)
    meta = {"document_uuid": "d", "save_id": "s"}
    assert content_hash(rows, meta)
    path.write_bytes(project_file._image(path, rows, meta))


@pytest.mark.parametrize(
    "fields",
    ["[]", "null", "7", "{", '{"notes": NaN}', "[" * 50_000, '{"more": 1' + "0" * 5000 + "}", ""],
)
def test_fields_that_are_no_object_are_refused(path: Path, fields: str) -> None:
    def alter(rows: dict[str, list[dict[str, object]]]) -> None:
        rows["node"][0]["fields"] = fields

    rewrite(path, alter)
    with pytest.raises(Damaged):
        read_project(path)


def test_values_of_a_wrong_kind_become_harmless(path: Path) -> None:
    def alter(rows: dict[str, list[dict[str, object]]]) -> None:
        rows["node"][0]["fields"] = (
            '{"notes": {"a": [1]}, "url": "javascript:x", "colour": 7, "evidence_ids": "abc", "folded": "x"}'
        )
        rows["node"][1]["title"] = "a\x00b\x08"
        rows["asset"][0]["fields"] = '{"data": "x"}'

    rewrite(path, alter)
    records = {record.id: record for record in read_project(path).records}
    first: object = records["n0"]
    assert getattr(first, "url", None) == getattr(first, "colour", None) == ""
    assert getattr(first, "evidence_ids", None) == ()
    assert "\x00" not in getattr(records["n1"], "title", "\x00")


def test_fields_of_the_future_are_told_of(path: Path) -> None:
    def alter(rows: dict[str, list[dict[str, object]]]) -> None:
        rows["node"][0]["fields"] = '{"hologram": true}'

    rewrite(path, alter)
    assert len(read_project(path).notices) == 1


Rows = dict[str, list[dict[str, object]]]


def without(table: str, *ids: str) -> Callable[[Rows], None]:
    """Takes rows out of a table; all of them where none is named."""

    def alter(rows: Rows) -> None:
        rows[table] = [row for row in rows[table] if ids and row["id"] not in ids]

    return alter


def hung(**parents: str) -> Callable[[Rows], None]:
    """Gives nodes parents."""

    def alter(rows: Rows) -> None:
        for row in rows["node"]:
            row["parent_id"] = parents.get(str(row["id"]), row["parent_id"])

    return alter


def twice(rows: Rows) -> None:
    """Gives a source the id of a node."""
    rows["evidence"][0]["id"] = "n0"


NODES = sum(isinstance(record, Node) for record in RECORDS)
DAMAGE = {
    "no project": (without("project"), "The title page of the project was missing; it is empty now."),
    "no map": (
        without("map"),
        f"{NODES} elements had lost their map; they are on a map named “Recovered map” now.",
    ),
    "no parent": (hung(n3="gone"), "1 branch hung from nothing and stands alone now."),
    "own parent": (hung(n3="n3"), "1 branch hung from nothing and stands alone now."),
    "parents in a ring": (
        hung(n3="n4", n4="n5", n5="n3"),
        "1 branch hung from nothing and stands alone now.",
    ),
    "no node": (without("node", "n1"), "2 arrows led to nothing and were left out."),
    "no target": (without("node", "n2"), "1 arrow led to nothing and was left out."),
    "an id twice": (twice, "1 element came twice and was left out."),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_what_does_not_hang_together_is_mended_and_told(path: Path, name: str) -> None:
    alter, told = DAMAGE[name]
    rewrite(path, alter)
    contents = read_project(path)
    assert [say(notice) for notice in contents.notices] == [told]
    assert mended(contents.records) == (tuple(contents.records), ())


def test_references_into_nothing_do_not_keep_a_project_shut(path: Path) -> None:
    chance = random.Random(3)
    for _ in range(20):
        kept: set[object] = set()

        def alter(rows: Rows, kept: set[object] = kept) -> None:
            for name in ("map", "node", "link", "project"):
                rows[name] = [row for row in rows[name] if chance.random() < 0.5]
                kept |= {row["id"] for row in rows[name]}

        rewrite(path, alter)
        contents = read_project(path)
        left = [record for record in RECORDS if record.id in kept]
        hangs = {"p", *(r.map_id for r in left if isinstance(r, Node)), *ends(left)}
        assert bool(contents.notices) is not (hangs <= kept)
        assert contents.records


def ends(records: list[Record]) -> set[str]:
    """What the arrows among these lead from and to."""
    return {key for link in records if isinstance(link, Link) for key in (link.source_id, link.target_id)}
