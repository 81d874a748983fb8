"""The command line: what it makes, tells and writes, and how it tells of trouble."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest
from PySide6.QtWidgets import QApplication

from journeydesk import __version__, app
from journeydesk.app import main
from journeydesk.language import use
from journeydesk.storage.schema import FORMAT

ROOT = Path(__file__).resolve().parent.parent
Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _english(qapp: QApplication) -> None:
    """In English; and Qt started as the tests of the window need it, in case that they follow."""
    use("en")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "lucy.journey"
    assert main(["new", str(path), "--template", "lucy", "--language", "fr"]) == 0
    return path


def only_line(captured: Captured) -> str:
    out, err = captured.readouterr()
    assert out == ""
    assert err.startswith("journeydesk: ")
    assert err.count("\n") == 1
    assert "Traceback" not in err
    return err


def test_version_needs_no_qt() -> None:
    code = """
import sys, journeydesk.app
try:
    journeydesk.app.main(["--version"])
except SystemExit:
    sys.exit(", ".join({"PySide6", "sqlalchemy", "reportlab"} & set(sys.modules)) or 0)
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == f"JourneyDesk {__version__}\n"


def test_a_project_is_made_told_about_and_exported(project: Path, capsys: Captured) -> None:
    assert main(["info", str(project), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["file"] == str(project)
    assert (told["format"], told["size"], told["language"]) == (FORMAT, project.stat().st_size, "fr")
    assert told["personas"] == 1
    assert told["nodes"]["stage"] == told["maps"][0]["nodes"]["stage"] > 3
    assert told["links"]["transition"] == told["maps"][0]["links"]
    outs = [project.with_suffix(suffix) for suffix in (".pdf", ".png", ".svg")]
    assert main(["export", str(project), *map(str, outs), "--page", "A4", "--portrait", "--dpi", "30"]) == 0
    assert all(out.stat().st_size > 1000 for out in outs)
    assert capsys.readouterr().err == ""


def test_info_can_be_read(project: Path, capsys: Captured) -> None:
    assert main(["info", str(project)]) == 0
    out = capsys.readouterr().out
    assert "Lucy" in out
    assert "1 persona," in out
    assert "Stage 6" in out


def test_a_project_is_checked_in_any_language(project: Path, capsys: Captured) -> None:
    assert main(["check", str(project), "--json", "--language", "fr"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["file"] == str(project)
    fields = {"id", "check", "severity", "map", "map_id", "place", "place_id", "text"}
    assert told["findings"] and all(set(row) == fields for row in told["findings"])
    assert any(row["text"].startswith("Rien n’étaye") for row in told["findings"])
    assert main(["check", str(project), "--language", "en"]) == 0
    out = capsys.readouterr().out
    assert "Nothing bears out" in out and out.strip().endswith(f"{len(told['findings'])} findings")


def test_a_poster_may_engrave_what_nobody_knows(project: Path) -> None:
    plain, engraved = project.with_suffix(".svg"), project.with_name("engraved.svg")
    assert main(["export", str(project), str(plain)]) == 0
    assert main(["export", str(project), str(engraved), "--incognita"]) == 0
    assert "terra incognita" in engraved.read_text("utf-8")
    assert "terra incognita" not in plain.read_text("utf-8")
    assert main(["export", str(project), str(engraved), "--comments"]) == 0


def test_an_existing_file_is_not_overwritten(project: Path, capsys: Captured) -> None:
    before = project.read_bytes()
    assert main(["new", str(project)]) == 1
    assert str(project) in only_line(capsys)
    assert project.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["new"], 2),
        (["new", "x.journey", "--template", "cat"], 1),
        (["export", "FILE"], 2),
        (["export", "FILE", "OUT/a.gif"], 1),
        (["export", "FILE", "OUT/no/a.pdf"], 1),
        (["export", "FILE", "OUT/a.pdf", "--map", "nowhere"], 1),
        (["export", "FILE", "OUT/a.pdf", "--page", "C5"], 2),
        (["export", "FILE", "OUT/a.pdf", "--page", "10x10mm"], 2),
        (["export", "FILE", "OUT/a.pdf", "--landscape", "--portrait"], 2),
        (["export", "FILE", "OUT/a.pdf", "--page", "5080x5080mm", "--crop-marks"], 1),
        (["export", "FILE", "OUT/a.pdf", "--bleed", "lots"], 2),
        (["export", "FILE", "OUT/a.pdf", "--bleed", "51mm"], 2),
        (["export", "FILE", "OUT/a.pdf", "--bleed=-3mm"], 2),
        (["export", "FILE", "OUT/a.pdf", "--overlap", "5mm"], 1),
        (["export", "FILE", "OUT/a.pdf", "--tile", "A9"], 2),
        (["export", "FILE", "OUT/a.pdf", "--tile", "roll-914mm"], 2),
        (["export", "FILE", "OUT/a.pdf", "--tile", "A4", "--overlap", "5ft"], 2),
        (["export", "FILE", "OUT/a.pdf", "--tile", "60x60mm"], 1),
        (["export", "FILE", "OUT/a.pdf", "--tile", "110x110mm", "--page", "5080x5080mm"], 1),
        (["export", "FILE", "FILE/a.pdf"], 1),
        (["export", "FILE", "OUT/a.pptx", "--tile", "A4"], 1),
        (["export", "FILE", "OUT/a.html", "--bleed", "3mm"], 1),
        (["export", "FILE", "OUT/a.png", "--dpi", "5000"], 2),
        (["export", "FILE", "OUT/a.png", "--dpi", "nan"], 2),
        (["export", "OUT/missing.journey", "OUT/a.pdf"], 1),
        (["info", "OUT"], 1),
        (["check", "OUT/missing.journey"], 1),
        (["check", "FILE", "--language", "xx"], 2),
        (["--nonsense"], 2),
    ],
)
def test_trouble_is_told_in_one_line(
    arguments: list[str], status: int, project: Path, tmp_path: Path, capsys: Captured
) -> None:
    given = [text.replace("FILE", str(project)).replace("OUT", str(tmp_path)) for text in arguments]
    try:
        assert main(given) == status
    except SystemExit as ended:
        assert ended.code == status
    only_line(capsys)
    assert [path.name for path in tmp_path.iterdir()] == ["lucy.journey"]


def test_nothing_is_written_when_one_of_several_outputs_is_unknown(project: Path, tmp_path: Path) -> None:
    assert main(["export", str(project), str(tmp_path / "a.pdf"), str(tmp_path / "a.gif")]) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["lucy.journey"]


def test_help_is_in_the_programs_language(capsys: Captured) -> None:
    told = []
    for language in ("en", "fr"):
        use(language)
        with pytest.raises(SystemExit) as ended:
            main(["export", "--help"])
        assert ended.value.code == 0
        told.append(capsys.readouterr().out)
    assert "a project file" in told[0]
    assert "a project file" not in told[1]


def test_without_a_screen_the_editor_says_so(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert main([]) == 1
    assert "export" in only_line(capsys)


def test_an_unexpected_error_is_one_line_and_a_log(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    def fail(arguments: object) -> int:
        raise ZeroDivisionError("inside")

    monkeypatch.setattr(app, "_start", fail)
    assert main([]) == 1
    log = Path(only_line(capsys).rstrip(".\n").rsplit(" ", 1)[1])
    assert "ZeroDivisionError: inside" in log.read_text(encoding="utf-8")


def test_what_no_typeface_has_is_told(tmp_path: Path, capsys: Captured) -> None:
    from journeydesk.kinds.note import Note
    from journeydesk.model.records import JourneyMap, Project, new_id
    from journeydesk.storage.project_file import write_project

    path, drawn = tmp_path / "a.journey", new_id()
    records = (Project(id=new_id()), JourneyMap(id=drawn), Note(id=new_id(), map_id=drawn, title="𓀀"))
    write_project(path, records, document_uuid=new_id())
    assert main(["export", str(path), str(tmp_path / "a.svg")]) == 0
    assert "𓀀" in only_line(capsys)


def test_the_installation_can_be_tried_out_without_a_screen(tmp_path: Path) -> None:
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    done = subprocess.run(
        [sys.executable, ROOT / "main.py", "--selftest"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert len(lines) > 15
    assert all(line.startswith("ok ") for line in lines[:-1])
    assert list(tmp_path.iterdir()) == []


def test_a_reader_that_leaves_early_is_no_trouble(project: Path) -> None:
    command = f'"{sys.executable}" "{ROOT / "main.py"}" info "{project}" | true'
    done = subprocess.run(command, shell=True, capture_output=True, text=True)
    assert done.stderr == ""


def test_a_poster_is_ordered_in_tiles_with_its_bleed(project: Path, tmp_path: Path) -> None:
    whole, tiles = tmp_path / "whole.pdf", tmp_path / "tiles.pdf"
    marks = ["--bleed", "3mm", "--crop-marks", "--registration", "--colour-bar"]
    assert main(["export", str(project), str(whole), "--page", "900x600mm", *marks]) == 0
    asked = ["--tile", "Letter", "--overlap", "0.5in", "--bleed=3", "--all-maps", "--page", "Arch C"]
    assert main(["export", str(project), str(tiles), *asked]) == 0
    (page,) = pypdf.PdfReader(whole).pages
    assert [float(side) * 25.4 / 72 for side in (page.trimbox.width, page.trimbox.height)] == pytest.approx(
        [900, 600], abs=0.05
    )
    pages = pypdf.PdfReader(tiles).pages
    assert len(pages) > 8
    assert {tuple(round(float(side)) for side in page.mediabox[2:]) for page in pages} <= {
        (612, 792),
        (792, 612),
    }


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such limits")
@pytest.mark.parametrize("name", ["a.pdf", "a.png", "a.svg"])
def test_a_full_disk_is_told_and_leaves_what_was_there(name: str, project: Path, tmp_path: Path) -> None:
    out = tmp_path / name
    out.write_bytes(b"old")
    code = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000))
from journeydesk.app import main
from journeydesk.storage.schema import FORMAT
sys.exit(main(sys.argv[1:]))
"""
    done = subprocess.run(
        [sys.executable, "-c", code, "export", str(project), str(out)],
        cwd=ROOT, capture_output=True, text=True, env=os.environ,
    )  # fmt: skip
    assert (done.returncode, done.stderr.count("\n")) == (1, 1), done.stderr
    assert "enough room on the disk" in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == [name, "lucy.journey"]
    assert out.read_bytes() == b"old"


def test_a_layout_a_persona_and_all_maps_can_be_asked_for(project: Path, tmp_path: Path) -> None:
    grid, whole = tmp_path / "grid.pdf", tmp_path / "all.pdf"
    assert main(["export", str(project), str(grid), "--layout", "grid", "--page", "A4"]) == 0
    sheet = tmp_path / "sheet.pdf"
    assert (
        main(["export", str(project), str(sheet), "--layout", "personas", "--persona", "lucy bennett"]) == 0
    )
    assert main(["export", str(project), str(whole), "--all-maps", "--language", "en"]) == 0
    assert grid.stat().st_size and whole.stat().st_size


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["--layout", "spiral"], "There is no layout “spiral”."),
        (["--persona", "Nobody"], "There is no persona “Nobody”."),
        (["--map", "Nowhere"], "There is no map “Nowhere”."),
        (["--frame", "Nothing"], "There is no frame with a title."),
        (["--frame", "At home", "--layout", "grid"], "A frame is a part of one map"),
    ],
)
def test_what_is_not_there_is_told_in_one_line_and_nothing_is_written(
    asked: list[str], told: str, project: Path, tmp_path: Path, capsys: Captured
) -> None:
    out = tmp_path / "out.pdf"
    assert main(["export", str(project), str(out), *asked]) == 1
    assert told in only_line(capsys)
    assert not out.exists()


def test_what_will_disappoint_in_print_can_be_told(project: Path, tmp_path: Path, capsys: Captured) -> None:
    out = tmp_path / "small.pdf"
    assert main(["export", str(project), str(out), "--page", "A4", "--proof"]) == 0
    assert "The smallest letters measure" in capsys.readouterr().err
    assert out.stat().st_size > 0


def test_a_frame_is_exported_by_its_title(tmp_path: Path, capsys: Captured) -> None:
    made, out = tmp_path / "a.journey", tmp_path / "home.svg"
    assert main(["new", str(made), "--template", "appliance", "--language", "en"]) == 0
    assert main(["export", str(made), str(out), "--frame", "at home"]) == 0
    said = out.read_text(encoding="utf-8")
    assert "At home" in said and "Installation" not in said
    assert main(["export", str(made), str(tmp_path / "no.svg"), "--frame", "Attic"]) == 1
    assert "The frames are: “At home”" in capsys.readouterr().err


def test_a_map_is_described_in_words(project: Path, capsys: Captured) -> None:
    assert main(["describe", str(project)]) == 0
    french = capsys.readouterr().out
    assert "6 étapes" in french and "Étape 1\N{NO-BREAK SPACE}: " in french
    assert main(["describe", str(project), "--language", "en", "--map", "lucy choisit"]) == 1
    assert "The maps are: “" in only_line(capsys)
    assert main(["describe", str(project), "--language", "en"]) == 0
    assert "6 stages" in capsys.readouterr().out


def test_a_poster_tells_what_it_shows_to_those_who_do_not_see_it(project: Path) -> None:
    out = project.with_suffix(".svg")
    assert main(["export", str(project), str(out), "--language", "en"]) == 0
    svg = out.read_text(encoding="utf-8")
    assert svg.index("<desc>") < svg.index("<defs>")
    assert "The stages in their order: 1. " in svg[svg.index("<desc>") : svg.index("</desc>")]


@pytest.mark.parametrize(
    "error", [MemoryError(), ImportError("x.so: failed to map segment from shared object")]
)
def test_too_little_memory_is_one_line(
    error: Exception, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    def short(*_: object) -> None:
        raise error

    monkeypatch.setattr("journeydesk.ordering.order_of", short)
    assert main(["export", str(project), str(tmp_path / "a.pdf")]) == 1
    assert "There is not enough memory." in only_line(capsys)
