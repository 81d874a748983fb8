"""Every exporter writes a file that other programs open, or leaves everything as it was."""

import errno
import os
import struct
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pypdf
import pytest
from PIL import Image

from journeydesk import templates
from journeydesk.exporters import catalogue
from journeydesk.exporters.catalogue import (
    EXPORTERS,
    deliver,
    export,
    export_sheets,
    exporter_for,
    map_named,
    targets,
)
from journeydesk.exporters.exporter import Exporter, ExportOptions
from journeydesk.exporters.raster import raster, srgb
from journeydesk.exporters.whole import written_whole
from journeydesk.kinds.note import Note
from journeydesk.language import Message, Problem
from journeydesk.model.document import Document
from journeydesk.model.records import JourneyMap, Project
from journeydesk.picture import marks
from journeydesk.picture.marks import Box
from journeydesk.picture.shapes import rectangle
from journeydesk.render.pages import page_size
from journeydesk.render.press import Press, pressed
from journeydesk.render.sheet import Sheet
from journeydesk.views.printing import Order


@pytest.fixture(scope="module")
def lucy() -> Document:
    return Document(templates.make("lucy", "fr"))


def titles(document: Document) -> list[str]:
    return [
        line for node in document for line in getattr(node, "title", "").split() if hasattr(node, "map_id")
    ]


def test_a_pdf_has_the_page_asked_for_and_every_text(lucy: Document, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    assert export(lucy, out, map_id=map_named(lucy).id, page=page_size("A0")) == ""
    reader = pypdf.PdfReader(out)
    page = reader.pages[0]
    assert len(reader.pages) == 1
    assert sorted(float(side) * 25.4 / 72 for side in page.mediabox[2:]) == pytest.approx(
        [841, 1189], abs=0.1
    )
    text = page.extract_text().replace("\xa0", " ")
    drawn = map_named(lucy).id
    shown = [
        word for node in lucy.below(drawn) for word in getattr(node, "title", "").replace("\xa0", " ").split()
    ]
    assert [word for word in shown if word not in text] == []
    for font in (reference.get_object() for reference in page["/Resources"]["/Font"].values()):
        assert "/FontFile2" in font["/FontDescriptor"]


def test_a_png_has_the_pixels_and_the_resolution_asked_for(lucy: Document, tmp_path: Path) -> None:
    out = tmp_path / "a.png"
    export(lucy, out, map_id=map_named(lucy).id, page=page_size("254x127mm"), options=ExportOptions(100))
    with Image.open(out) as image:
        image.load()
        assert image.size == (1000, 500)
        assert image.info["dpi"] == pytest.approx((100, 100), abs=0.1)
        assert image.info["Title"] == map_named(lucy).title
        assert image.info["icc_profile"] == srgb()
        assert image.getpixel((2, 2)) == (255, 255, 255)
        assert len(image.getcolors(1_000_000) or ()) > 100


def test_bands_of_a_png_meet_without_a_seam(
    lucy: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from journeydesk.render import pixels

    whole, banded = tmp_path / "whole.png", tmp_path / "banded.png"
    page = page_size("200x150mm")
    export(lucy, whole, map_id=map_named(lucy).id, page=page, options=ExportOptions(100))
    monkeypatch.setattr(pixels, "BAND_PIXELS", 787 * 37)
    export(lucy, banded, map_id=map_named(lucy).id, page=page, options=ExportOptions(100))
    with Image.open(whole) as one, Image.open(banded) as other:
        difference = [
            max(abs(a - b) for a, b in zip(p, q, strict=True))
            for p, q in zip(pixel_list(one), pixel_list(other), strict=True)
        ]
    assert sum(value > 40 for value in difference) < len(difference) * 0.0005


def pixel_list(image: Image.Image) -> list[Any]:
    data = image.tobytes()
    return list(zip(data[0::3], data[1::3], data[2::3], strict=True))


def test_an_svg_parses_and_holds_every_text(lucy: Document, tmp_path: Path) -> None:
    out = tmp_path / "a.svg"
    export(lucy, out, map_id=map_named(lucy).id, page=page_size("A3"))
    root = ElementTree.parse(out).getroot()
    assert (root.get("width"), root.get("height")) == ("420mm", "297mm")
    text = " ".join("".join(line.itertext()) for line in root.iter("{http://www.w3.org/2000/svg}text"))
    shown = [word for node in lucy.below(map_named(lucy).id) for word in getattr(node, "title", "").split()]
    assert [word for word in shown if word not in text.replace("\xa0", " ")] == []


def plain(width: float, height: float, ground: str = "#ffffff") -> Sheet:
    """A sheet without a document."""
    return Sheet(
        width, height, ground, (marks.Path(rectangle(Box(10, 10, 20, 20)), "#ff0000"),), title="A & B"
    )


@pytest.mark.parametrize("size", [(841, 1189), (900.5, 333.3), (5080, 50)])
def test_pages_of_a_pdf_measure_what_was_asked_for(size: tuple[float, float], tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    assert export_sheets((plain(*size), plain(210, 297)), out) == (out,)
    pages = pypdf.PdfReader(out).pages
    for page, asked in zip(pages, (size, (210, 297)), strict=True):
        for box in (page.mediabox, page.trimbox, page.bleedbox):
            assert in_millimetres(box) == pytest.approx((0, 0, *asked), abs=0.005)


def in_millimetres(box: pypdf.generic.RectangleObject) -> list[float]:
    return [float(side) * 25.4 / 72 for side in box]


def test_bleed_and_marks_lie_around_the_cut(tmp_path: Path) -> None:
    press = Press(bleed_mm=3, crop_marks=True, registration=True, colour_bar=True)
    export_sheets((plain(100, 80, "#00ff00"),), tmp_path / "a.pdf", ExportOptions(press=press))
    export_sheets((plain(100, 80, "#00ff00"),), tmp_path / "a.png", ExportOptions(254, press=press))
    (page,) = pypdf.PdfReader(tmp_path / "a.pdf").pages
    rim = press.rim
    trim = (rim, rim, rim + 100, rim + 80)
    assert in_millimetres(page.mediabox) == pytest.approx((0, 0, 100 + 2 * rim, 80 + 2 * rim), abs=0.005)
    assert in_millimetres(page.trimbox) == pytest.approx(trim, abs=0.005)
    assert in_millimetres(page.bleedbox) == pytest.approx((rim - 3, rim - 3, rim + 103, rim + 83), abs=0.005)
    with Image.open(tmp_path / "a.png") as image:
        dots = 10
        assert image.size == (round((100 + 2 * rim) * dots), round((80 + 2 * rim) * dots))
        middle = round((rim + 40) * dots)
        across = [image.getpixel((x, middle)) for x in range(round(rim * dots) + 50)]
        green = [x for x, pixel in enumerate(across) if pixel[0] < 50]
        assert green[0] == round((rim - 3) * dots)
        cut = image.getpixel((round((rim - 5) * dots), round(rim * dots)))
        assert max(cut) < 200


def test_bleed_alone_makes_the_page_larger_by_itself_and_no_mark() -> None:
    assert pressed(plain(100, 80), Press()) == plain(100, 80)
    sheet = pressed(plain(100, 80), Press(bleed_mm=2.5))
    assert (sheet.width_mm, sheet.height_mm) == (105, 85)
    assert sheet.trim == Box(2.5, 2.5, 102.5, 82.5)
    assert len(sheet.picture) == 2


@pytest.mark.parametrize("press", [Press(-1), Press(51), Press(float("nan")), Press(3, crop_marks=True)])
def test_what_no_press_can_print_is_refused(press: Press) -> None:
    with pytest.raises(Problem):
        pressed(plain(5075, 100), press)


def test_sheets_of_an_image_are_numbered_files(tmp_path: Path) -> None:
    sheets = (plain(50, 60), plain(70, 60))
    heard: list[float] = []
    found = export_sheets(sheets, tmp_path / "a.png", ExportOptions(25.4, report=heard.append))
    assert [path.name for path in found] == ["a-01.png", "a-02.png"]
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["a-01.png", "a-02.png"]
    assert [Image.open(path).size for path in found] == [(50, 60), (70, 60)]
    assert targets(tmp_path / "a.png", 100)[99].name == "a-100.png"
    assert targets(tmp_path / "a.pdf", 3) == (tmp_path / "a.pdf",)


def test_a_file_of_several_maps_is_called_as_the_project_is(tmp_path: Path) -> None:
    told = [JourneyMap(id="a", title="First", order=1), JourneyMap(id="b", title="Second", order=2)]
    document = Document([Project(id="p", title="Project"), *told])
    for out, order, title in (("all", Order(), "Project"), ("one", Order(map_ids=("b",)), "Second")):
        path = tmp_path / f"{out}.pdf"
        deliver(document, path, order)
        about = pypdf.PdfReader(path).metadata
        assert about is not None and about.title == title


def test_who_hears_how_far_it_is_can_stop_it(tmp_path: Path) -> None:
    def stop(share: float) -> None:
        assert 0 <= share <= 1
        raise InterruptedError

    with pytest.raises((InterruptedError, Problem)):
        export_sheets((plain(50, 60),) * 2, tmp_path / "a.pdf", ExportOptions(report=stop))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_the_same_map_gives_the_same_file(exporter: Exporter, tmp_path: Path) -> None:
    document = Document(templates.make("services", "en"))
    written = []
    for name in ("a", "b"):
        out = tmp_path / (name + exporter.suffixes[0])
        export(document, out, map_id=map_named(document).id, page=page_size("A4"), options=ExportOptions(40))
        written.append(out.read_bytes())
    assert written[0] == written[1]


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_exporters_are_told_apart(exporter: Exporter) -> None:
    assert exporter.title
    for suffix in exporter.suffixes:
        assert exporter_for(Path("a" + suffix)) is exporter
        assert exporter_for(Path("a" + suffix.upper())) is exporter


@pytest.mark.parametrize("name", ["a.gif", "a", ".pdf", "a.pdf.bak"])
def test_an_unknown_suffix_is_told_with_the_known_ones(name: str, lucy: Document, tmp_path: Path) -> None:
    with pytest.raises(Problem) as told:
        export(lucy, tmp_path / name, map_id=map_named(lucy).id)
    assert isinstance(told.value.told, Message)
    assert dict(told.value.told.values)["known"] == ", ".join(catalogue.suffixes())
    assert list(tmp_path.iterdir()) == []


def test_maps_are_found_by_title() -> None:
    maps = [JourneyMap(id="a", title="First", order=1), JourneyMap(id="b", title="Été", order=2)]
    document = Document([Project(id="p"), *maps])
    assert map_named(document).id == "a"
    assert map_named(document, "Été").id == "b"
    assert map_named(document, "été ").id == "b"
    with pytest.raises(Problem):
        map_named(document, "Third")
    with pytest.raises(Problem):
        map_named(Document([Project(id="p")]))


def test_what_no_typeface_has_is_reported(tmp_path: Path) -> None:
    note = Note(id="n", map_id="m", title="𓀀 and 𐎀, 字 é →")
    document = Document([Project(id="p"), JourneyMap(id="m"), note])
    assert export(document, tmp_path / "a.svg", map_id="m") == "𐎀𓀀"


# Whole or not at all


def failing(error: BaseException) -> Any:
    def write(sheets: Sequence[Sheet], path: Path, options: ExportOptions) -> None:
        path.write_bytes(b"half")
        raise error

    return write


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EIO, errno.EROFS])
def test_a_failing_disk_leaves_the_old_file(
    code: int, lucy: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "a.pdf"
    out.write_bytes(b"old")
    broken = Exporter("pdf", "PDF", (".pdf",), failing(OSError(code, "no")))
    monkeypatch.setattr(catalogue, "EXPORTERS", (broken,))
    with pytest.raises(Problem):
        export(lucy, out, map_id=map_named(lucy).id)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.pdf": b"old"}


def test_too_little_memory_is_told(lucy: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = Exporter("png", "PNG", (".png",), failing(MemoryError()))
    monkeypatch.setattr(catalogue, "EXPORTERS", (broken,))
    with pytest.raises(Problem, match="memory"):
        export_sheets((plain(50, 60),) * 3, tmp_path / "a.png")
    assert list(tmp_path.iterdir()) == []


def test_where_one_of_several_files_cannot_be_written_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "a-03.png").mkdir()
    with pytest.raises(Problem, match="folder"):
        export_sheets((plain(50, 60),) * 3, tmp_path / "a.png", ExportOptions(25.4))
    assert [path.name for path in tmp_path.iterdir()] == ["a-03.png"]


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Problem, match="folder"):
        export_sheets((plain(50, 60),), tmp_path / "file" / "a.pdf")


def test_an_interruption_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), written_whole(tmp_path / "a.pdf") as temp:
        temp.write_bytes(b"half")
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_a_folder_and_an_endless_name_are_told(lucy: Document, tmp_path: Path) -> None:
    (tmp_path / "folder.pdf").mkdir()
    for out in (tmp_path / "no" / "a.pdf", tmp_path / "folder.pdf", tmp_path / ("x" * 300 + ".pdf")):
        with pytest.raises(Problem):
            export(lucy, out, map_id=map_named(lucy).id)
    assert [path.name for path in tmp_path.iterdir()] == ["folder.pdf"]


def test_a_disk_that_refuses_everything_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, *_: object, **__: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))

    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(Problem, match="protected"), written_whole(tmp_path / "a.pdf") as temp:
        temp.open("wb")


def test_a_file_is_replaced_only_when_it_is_whole(tmp_path: Path) -> None:
    out = tmp_path / "a.bin"
    out.write_bytes(b"old")
    with written_whole(out) as temp:
        temp.write_bytes(b"new")
        assert out.read_bytes() == b"old"
        assert temp.parent == tmp_path
    assert out.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize(
    ("page", "dpi"), [((5080, 5080), 600), ((5080, 50), 1200), ((100, 100), 1), ((9, 9), 1e9)]
)
def test_an_image_that_nobody_could_open_is_refused(page: tuple[int, int], dpi: float) -> None:
    with pytest.raises(Problem):
        raster(Sheet(*page, "#ffffff", ()), dpi, side=60_000, title="PNG")


def test_a_png_is_made_of_whole_chunks(tmp_path: Path) -> None:
    document = Document(templates.make("blank", "en"))
    export(
        document,
        tmp_path / "a.png",
        map_id=map_named(document).id,
        page=page_size("A4"),
        options=ExportOptions(30),
    )
    stream = BytesIO((tmp_path / "a.png").read_bytes())
    assert stream.read(8) == b"\x89PNG\r\n\x1a\n"
    names = []
    while head := stream.read(8):
        length, name = struct.unpack(">I4s", head)
        names.append(name)
        stream.seek(length + 4, 1)
    assert (names[0], names[-1]) == (b"IHDR", b"IEND")
    assert names.index(b"iCCP") < names.index(b"pHYs") < names.index(b"IDAT")
