"""The screen, the PDF and the SVG show the same marks at the same places."""

import re
import shutil
import subprocess
from ctypes import c_double
from io import BytesIO
from xml.etree import ElementTree

import numpy as np
import pypdf
import pypdfium2
import pytest
from pypdfium2 import raw

from journeydesk.picture.faces import FACES
from journeydesk.picture.marks import Box, Group, Image, Picture, Text, paint
from journeydesk.picture.text import Type, lay, measure
from journeydesk.render.pdf.canvas import PdfCanvas
from journeydesk.render.pdf.content import POINTS_PER_MM
from journeydesk.render.pixels import painted
from journeydesk.render.svg import SvgCanvas
from tests.render.drawings import LINES, everything, png, texts

WIDTH, HEIGHT = 120.0, 80.0
SCALE = 8.0  # pixels to a millimetre
Pixels = np.ndarray
# What the other typefaces are for.
OWN = {
    "symbols": "✓✗☀",
    "hebrew": "שָׁלוֹם (עולם)",
    "arabic": "العميل لا يبحث عن",
    "devanagari": "ग्राहक की यात्रा",
    "thai": "ลูกค้าที่",
    "cjk": "漢字、かな고객",
    "emoji": "👩‍💻 👍🏽 🇫🇷 ☕😀",
}


def by_qt(picture: Picture, scale: float = SCALE) -> Pixels:
    image = painted(picture, round(WIDTH * scale), round(HEIGHT * scale), scale=scale, ground="#ffffff")
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 4].reshape(image.height(), image.width(), 4)[:, :, 2::-1].astype(int)


def pdf(picture: Picture, **told: str) -> bytes:
    target = BytesIO()
    canvas = PdfCanvas(target, **told)
    canvas.begin(WIDTH, HEIGHT)
    paint(picture, canvas)
    canvas.save()
    return target.getvalue()


def by_pdf(picture: Picture) -> Pixels:
    with pypdfium2.PdfDocument(pdf(picture)) as document:
        # The library rounds the page's size in pixels up, and stretches what is on it.
        image = document[0].render(scale=SCALE / POINTS_PER_MM * 0.99999).to_numpy()
    return image[:, :, ::-1].astype(int)


def ink(pixels: Pixels) -> tuple[float, ...]:
    """Left, top, right and bottom of what is clearly not white, in pixels."""
    rows, columns = (np.flatnonzero((pixels.min(axis=2) < 160).any(axis=axis)) for axis in (1, 0))
    return columns[0], rows[0], columns[-1], rows[-1]


def svg(picture: Picture) -> ElementTree.Element:
    canvas = SvgCanvas(WIDTH, HEIGHT, title="A & B", language="fr")
    paint(picture, canvas)
    return ElementTree.fromstring(canvas.finished().encode())


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("size", [3.0, 6.0])
def test_ink_of_text_ends_at_the_same_places(face: str, size: float) -> None:
    line = OWN.get(face, "AVATAR Wave To 123")
    picture = texts(size, face, (line,))
    assert ink(by_qt(picture)) == pytest.approx(ink(by_pdf(picture)), abs=1)


def test_everything_is_painted_alike() -> None:
    difference = np.abs(by_qt(everything()) - by_pdf(everything())).max(axis=2)
    assert (difference > 100).mean() < 0.0005
    assert difference.mean() < 1.5


@pytest.mark.parametrize("line", [*LINES[:2], "(a\\b) 漢字 fin"])
@pytest.mark.parametrize("size", [0.7, 10.0])
def test_every_character_of_the_pdf_stands_where_the_layout_put_it(line: str, size: float) -> None:
    block = lay(line, Type(size), 1e6)
    (mark,) = block.placed(10, 20, "#000000")
    with pypdfium2.PdfDocument(pdf((mark,))) as document:
        page = document[0].get_textpage()
        origins = [origin(page, at) for at in range(page.count_chars())]
    expected = [mark.x + start for run in mark.runs for start in run.starts]
    assert len(origins) == len(expected)
    assert origins == pytest.approx(expected, abs=size / 1000)
    assert block.width == pytest.approx(measure(line, Type(size)))


def test_windows_show_the_same_part_everywhere() -> None:
    shown = everything()
    picture = (
        Group(shown, 5, 5, 0.5, clip=Box(10, 5, 70, 60)),
        Group(shown, 60, 10, 0.5, clip=Box(30, 20, 100, 70)),
        Group((Group(shown, 0, 0, clip=Box(5, 50, 45, 70)),), -4, 40, 0.5, clip=Box(20, 40, 90, 60)),
    )
    difference = np.abs(by_qt(picture) - by_pdf(picture)).max(axis=2)
    assert (difference > 100).mean() < 0.001
    windows = [
        group for group in svg(picture).iter() if "clip-path" in group.attrib and group.tag.endswith("}g")
    ]
    assert len(windows) == 4


def origin(page: pypdfium2.PdfTextPage, at: int) -> float:
    """Where a character's origin lies from the left, in millimetres."""
    x, y = c_double(), c_double()
    assert raw.FPDFText_GetCharOrigin(page, at, x, y)
    return x.value / POINTS_PER_MM


def test_text_comes_out_of_the_pdf_as_it_went_in() -> None:
    found = pypdf.PdfReader(BytesIO(pdf(texts()))).pages[0].extract_text().splitlines()
    assert [line.strip() for line in found if line.strip()] == [line.replace("\xa0", " ") for line in LINES]


@pytest.mark.parametrize("face", sorted(OWN))
def test_other_scripts_come_out_of_the_pdf_as_they_went_in(face: str) -> None:
    file = pdf(texts(lines=(OWN[face],)))
    (page,) = pypdf.PdfReader(BytesIO(file)).pages
    marks_to_the_left = face == "hebrew"  # no reader puts brackets and points back into their places
    if not marks_to_the_left:
        assert page.extract_text().strip() == OWN[face]
    told = told_by_poppler(file)
    assert told == OWN[face] or marks_to_the_left
    assert {letter for letter in told if letter.isalpha()} == {
        letter for letter in OWN[face] if letter.isalpha()
    }
    for font in (reference.get_object() for reference in page["/Resources"]["/Font"].values()):
        kept = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
        assert "/FontFile2" in kept["/FontDescriptor"] and "/ToUnicode" in font


@pytest.mark.parametrize("line", ["العميل لا يبحث عن المنتج", "שלום עולם", "Latin 日本 👋 ok", "क्षि"])
def test_words_of_any_script_are_found_in_the_pdf(line: str) -> None:
    assert told_by_poppler(pdf(texts(lines=(line,)))) == line


def told_by_poppler(file: bytes) -> str:
    """The text that pdftotext finds, without the marks by which it tells directions."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    told = subprocess.run(
        ["pdftotext", "-", "-"], input=file, capture_output=True, check=True
    ).stdout.decode()
    return re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069\f]", "", told).strip()


def test_the_svg_draws_other_scripts_and_holds_their_text_unseen() -> None:
    namespace = "{http://www.w3.org/2000/svg}"
    root = svg(texts(lines=tuple(OWN.values())))
    assert ["".join(line.itertext()) for line in root.findall(f".//{namespace}text")] == list(OWN.values())
    unseen = [span.text or "" for span in root.iter(f"{namespace}tspan") if span.get("fill-opacity") == "0"]
    assert "".join(unseen).replace(" ", "") == "".join(list(OWN.values())[1:]).replace(" ", "")
    assert len(root.findall(f"{namespace}path")) == len(OWN) - 1


def test_every_font_of_the_pdf_is_embedded_and_a_subset() -> None:
    reader = pypdf.PdfReader(BytesIO(pdf(texts() + texts(face="bold"))))
    fonts = reader.pages[0]["/Resources"]["/Font"]
    assert len(fonts) >= 3
    for font in (reference.get_object() for reference in fonts.values()):
        assert "/FontFile2" in font["/FontDescriptor"]
        assert "+" in font["/BaseFont"]
        assert "/ToUnicode" in font
        assert "Helvetica" not in font["/BaseFont"]


def test_the_same_marks_give_the_same_pdf() -> None:
    assert pdf(everything()) == pdf(everything())


def test_the_pdf_knows_its_size_title_author_and_language() -> None:
    reader = pypdf.PdfReader(BytesIO(pdf(everything(), title="Été", author="Zoé", language="fr")))
    box = reader.pages[0].mediabox
    assert float(box.width) / POINTS_PER_MM == pytest.approx(WIDTH, abs=0.1)
    assert float(box.height) / POINTS_PER_MM == pytest.approx(HEIGHT, abs=0.1)
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("Été", "Zoé")
    assert reader.trailer["/Root"]["/Lang"] == "fr"
    links = [note.get_object()["/A"]["/URI"] for note in reader.pages[0]["/Annots"]]
    assert links == ["https://example.org/"]


def test_a_pdf_has_as_many_pages_as_were_begun() -> None:
    target = BytesIO()
    canvas = PdfCanvas(target)
    canvas.begin(100, 50)
    paint(texts(), canvas)
    canvas.begin(60, 70)
    paint(texts(), canvas)
    canvas.save()
    pages = pypdf.PdfReader(target).pages
    assert [round(float(page.mediabox.width) / POINTS_PER_MM) for page in pages] == [100, 60]
    assert all("AVATAR" in page.extract_text() for page in pages)


@pytest.mark.parametrize("paints", [by_qt, by_pdf])
def test_a_picture_fills_its_box_with_its_middle(paints: object) -> None:
    # Twice as wide as high, the left half blue: in a square box half of what is seen is blue.
    data = png(80, 40, (200, 30, 30), left=(30, 30, 200))
    assert callable(paints)
    pixels = paints((Image(20, 20, 40, 40, data),))
    row = pixels[round(40 * SCALE)]
    assert tuple(row[round(22 * SCALE)]) == pytest.approx((30, 30, 200), abs=4)
    assert tuple(row[round(58 * SCALE)]) == pytest.approx((200, 30, 30), abs=4)
    assert tuple(row[round(62 * SCALE)]) == (255, 255, 255)
    assert tuple(row[round(18 * SCALE)]) == (255, 255, 255)


@pytest.mark.parametrize("paints", [by_qt, by_pdf])
def test_of_a_picture_a_part_is_seen_that_fills_the_box(paints: object) -> None:
    # The part from a quarter to three quarters of the width, where blue ends and red begins.
    data = png(80, 40, (200, 30, 30), left=(30, 30, 200))
    assert callable(paints)
    for part, colours in (
        (Box(0.25, 0, 0.75, 1), "br"),
        (Box(0, 0, 0.25, 0.5), "bb"),
        (Box(0.5, 0.5, 0.75, 1), "rr"),
    ):
        pixels = paints((Image(20, 20, 40, 40, data, 0.0, part),))
        row = pixels[round(40 * SCALE)]
        for x, colour in zip((22, 58), colours, strict=True):
            wanted = (30, 30, 200) if colour == "b" else (200, 30, 30)
            assert tuple(row[round(x * SCALE)]) == pytest.approx(wanted, abs=4)
        for x in (18, 62):
            assert tuple(row[round(x * SCALE)]) == (255, 255, 255)


def test_the_svg_places_the_whole_picture_so_that_the_part_fills_the_box() -> None:
    namespace = "{http://www.w3.org/2000/svg}"
    (image,) = svg((Image(20, 20, 40, 40, png(80, 40, (1, 2, 3)), 20, Box(0.25, 0, 0.75, 1)),)).iter(
        f"{namespace}image"
    )
    assert [image.get(name) for name in ("x", "y", "width", "height")] == ["0", "20", "80", "40"]


@pytest.mark.parametrize("paints", [by_qt, by_pdf])
def test_round_corners_and_transparency_of_pictures_show_the_ground(paints: object) -> None:
    assert callable(paints)
    faint = (Image(20, 20, 40, 40, png(10, 10, (255, 0, 0, 128)), 20),)
    pixels = paints(texts(lines=("x",)) + faint)
    assert tuple(pixels[round(40 * SCALE), round(40 * SCALE)]) == pytest.approx((255, 127, 127), abs=4)
    assert tuple(pixels[round(22 * SCALE), round(22 * SCALE)]) == (255, 255, 255)


@pytest.mark.parametrize("data", [b"", b"no picture", png(9, 9, (1, 2, 3))[:40]])
def test_a_broken_picture_is_left_out(data: bytes) -> None:
    picture = (Image(20, 20, 40, 40, data), *texts(lines=("x",)))
    assert (by_qt(picture) == by_qt(texts(lines=("x",)))).all()
    assert pdf(picture) == pdf(texts(lines=("x",)))
    assert svg(picture) is not None


def test_the_svg_holds_every_text_and_where_each_character_stands() -> None:
    namespace = "{http://www.w3.org/2000/svg}"
    root = svg(everything())
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("120mm", "80mm", "0 0 120 80")
    lines = root.findall(f".//{namespace}text")
    assert tuple("".join(line.itertext()) for line in lines) == LINES
    for line, mark in zip(lines, (m for m in everything() if isinstance(m, Text)), strict=True):
        places = [float(x) for span in line for x in (span.get("x") or "").split()]
        starts = [mark.x + start for run in mark.runs for start in run.starts]
        assert places == pytest.approx(starts, abs=0.001)


def test_the_svg_tells_what_groups_stand_for() -> None:
    namespace = "{http://www.w3.org/2000/svg}"
    group = svg(everything()).find(".//*[@id='n-dot']")
    assert group is not None
    assert [(child.tag, child.text) for child in group][:2] == [
        (f"{namespace}title", "A dot"),
        (f"{namespace}desc", "green"),
    ]
