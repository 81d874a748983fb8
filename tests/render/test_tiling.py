"""Tiles cover a poster once, are no larger than their paper, and are put together again to the poster."""

from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import numpy as np
import pypdf
import pypdfium2
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from journeydesk import templates
from journeydesk.exporters.catalogue import finished
from journeydesk.exporters.exporter import ExportOptions
from journeydesk.language import Problem
from journeydesk.model.document import Document
from journeydesk.model.queries import maps
from journeydesk.picture.marks import Box, Group, Path
from journeydesk.picture.shapes import rectangle
from journeydesk.picture.text import Type, lay
from journeydesk.render.cutting import proposed
from journeydesk.render.pages import PageSize, page_size
from journeydesk.render.pdf.document import write_pdf
from journeydesk.render.poster import compose
from journeydesk.render.press import Press
from journeydesk.render.sheet import Sheet
from journeydesk.render.tile_sheets import cut, tiled
from journeydesk.render.tiling import LEAST, Cuts, Span, Tiling, spans, tile_name, tiles, turned

NEAR = 1e-6
A4 = PageSize(210, 297)

lengths = st.floats(50, 5080)
spanned = st.builds(Span, st.floats(-50, 0), lengths, st.floats(80, 1000), st.floats(0, 50))
papers = st.builds(PageSize, st.floats(100, 1200), st.floats(100, 1200), st.booleans())
tilings = st.builds(Tiling, papers, st.floats(0, 30), st.floats(5, 15))


def is_good(span: Span, cuts: tuple[float, ...]) -> bool:
    """Whether every piece has its least size, and fits its paper with its flap."""
    places = (span.start, *cuts, span.end)
    return all(end - start >= LEAST - NEAR for start, end in pairwise(places) if len(cuts)) and all(
        flap - start <= span.reach + NEAR for start, _, flap in span.pieces(cuts)
    )


@given(spanned, st.integers(0, 5))
def test_even_cuts_are_as_few_as_can_be_and_good(span: Span, more: int) -> None:
    cuts = span.even()
    assert len(cuts) + 1 == span.fewest
    assert is_good(span, cuts)
    assert span.fewest == 1 or span.end - span.start > span.reach + (span.fewest - 2) * span.step - NEAR
    pieces = span.fewest + more
    if (span.end - span.start) / pieces > LEAST:
        assert is_good(span, span.even(pieces))


@given(spanned, st.lists(st.floats(-100, 6000), max_size=12))
def test_any_cuts_are_moved_to_where_they_may_be_and_stay_there(span: Span, asked: list[float]) -> None:
    cuts = span.held(asked)
    assert is_good(span, cuts)
    assert span.held(cuts) == pytest.approx(cuts, abs=NEAR)


@given(spanned, st.floats(-100, 6000), st.data())
def test_a_cut_is_dragged_as_near_as_its_neighbours_let_it(
    span: Span, to: float, data: st.DataObject
) -> None:
    cuts = span.even(span.fewest + data.draw(st.integers(0, 2)))
    assume(cuts)
    number = data.draw(st.integers(0, len(cuts) - 1))
    found = span.dragged(cuts, number, to)
    assert is_good(span, found)
    assert [a for n, a in enumerate(found) if n != number] == [a for n, a in enumerate(cuts) if n != number]
    assert abs(found[number] - to) <= abs(cuts[number] - to) + NEAR


@given(
    tilings,
    lengths,
    lengths,
    st.lists(st.floats(0, 5080), max_size=4),
    st.lists(st.floats(0, 5080), max_size=4),
)
def test_pieces_cover_the_poster_once_and_flaps_reach_into_the_neighbours(
    tiling: Tiling, width: float, height: float, x: list[float], y: list[float]
) -> None:
    area = Box(-3, -3, width + 3, height + 3)
    try:
        found = tiles(area, tiling, Cuts(tuple(x), tuple(y)))
    except Problem:
        return
    assert sum(tile.piece.width * tile.piece.height for tile in found) == pytest.approx(
        area.width * area.height
    )
    wide, high = tiling.reach
    for tile in found:
        assert area.joined(tile.seen) == area
        assert tile.seen.width <= wide + NEAR and tile.seen.height <= high + NEAR
        for flap, ends in (
            (tile.seen.right - tile.piece.right, tile.piece.right == area.right),
            (tile.seen.bottom - tile.piece.bottom, tile.piece.bottom == area.bottom),
        ):
            assert (
                flap == pytest.approx(0 if ends else tiling.overlap_mm, abs=NEAR) or flap < tiling.overlap_mm
            )
    for one, other in pairwise(found):
        if one.row == other.row:
            assert (other.column, other.piece.left) == (one.column + 1, one.piece.right)


def test_names_of_tiles_go_on_after_z() -> None:
    assert [tile_name(row, 0) for row in (0, 1, 25, 26, 27, 701, 702)] == [
        "A1", "B1", "Z1", "AA1", "AB1", "ZZ1", "AAA1"
    ]  # fmt: skip
    assert tile_name(1, 2) == "B3"


def test_paper_is_turned_so_that_there_are_few_tiles() -> None:
    a4 = replace(A4, turnable=True)
    assert turned(Box(0, 0, 270, 170), Tiling(a4)) == a4.landscape()
    assert turned(Box(0, 0, 180, 260), Tiling(a4)) == a4.portrait()
    assert turned(Box(0, 0, 270, 170), Tiling(A4)) == A4


@pytest.mark.parametrize(
    "tiling",
    [
        Tiling(A4, -1),
        Tiling(A4, 51),
        Tiling(A4, float("nan")),
        Tiling(A4, margin_mm=1),
        Tiling(PageSize(60, 60)),
        Tiling(PageSize(75, 80), 10),
    ],
)
def test_what_cannot_be_tiled_is_told(tiling: Tiling) -> None:
    with pytest.raises(Problem):
        tiles(Box(0, 0, 5080, 5080), tiling, Cuts())


def test_cuts_go_between_words() -> None:
    words = tuple(
        mark
        for x in range(0, 580, 58)
        for y in range(0, 380, 19)
        for mark in lay("Some words here", Type(5), 1e6).placed(x + 4, y + 4, "#000000")
    )
    area = Box(0, 0, 584, 384)
    cuts = proposed((Group(words),), area, Tiling(A4))
    across, down = spans(area, Tiling(A4))
    assert is_good(across, cuts.x) and is_good(down, cuts.y)
    assert (len(cuts.x), len(cuts.y)) == (across.fewest - 1, down.fewest - 1)
    for mark in words:
        assert not any(mark.x < at < mark.x + mark.width for at in cuts.x)
        assert not any(mark.y - 4 < at < mark.y + 1 for at in cuts.y)


def test_without_words_cuts_are_even() -> None:
    area = Box(0, 0, 600, 400)
    across, down = spans(area, Tiling(A4))
    assert proposed((), area, Tiling(A4)) == Cuts(across.even(), down.even())


# The pages


def poster(width: float = 400, height: float = 300) -> Sheet:
    document = Document(templates.make("dog", "en"))
    return compose(document, maps(document)[0].id, page=PageSize(width, height))


def test_a_poster_that_fits_is_one_tile() -> None:
    sheets = tiled(poster(180, 250), Tiling(A4), Press())
    assert [(sheet.width_mm, sheet.height_mm) for sheet in sheets] == [(210, 297)]


def test_pages_begin_with_how_they_are_put_together() -> None:
    sheet = poster()
    first, *rest = tiled(sheet, Tiling(A4), Press())
    assert [mark.title for mark in first.bookmarks] == [sheet.title]
    assert [mark.title for page in rest for mark in page.bookmarks][:2] == ["Tile A1", "Tile A2"]
    assert {(page.width_mm, page.height_mm) for page in (first, *rest)} == {(210, 297)}


def test_cuts_that_were_chosen_are_kept() -> None:
    sheet = poster()
    chosen = Cuts((170.0, 330.0), (120.0,))
    (row,) = (finished((sheet,), ExportOptions(tiling=Tiling(A4, cuts=(chosen,)))),)
    assert len(row) == 1 + 3 * 2
    settled, cuts = cut(sheet, Tiling(A4), Press(), chosen)
    assert [tile.piece.left for tile in tiles(Box(0, 0, 400, 300), settled, cuts)][:3] == [0, 170, 330]


def test_each_sheet_is_cut_by_itself() -> None:
    options = ExportOptions(tiling=Tiling(page_size("A4")))
    pages = finished((poster(), poster(180, 250)), options)
    assert len(pages) == len(finished((poster(),), options)) + 1


def test_the_poster_is_in_the_file_once() -> None:
    sheet, whole, cut_up = poster(1189, 841), BytesIO(), BytesIO()
    write_pdf((sheet,), whole)
    write_pdf(tiled(sheet, Tiling(A4), Press()), cut_up)
    pages = pypdf.PdfReader(cut_up).pages
    assert len(pages) > 20
    assert len(cut_up.getvalue()) < len(whole.getvalue()) + 2500 * len(pages)
    forms = {name for page in pages for name in page["/Resources"]["/XObject"]}
    assert len(forms) == 1


def test_the_check_ruler_is_100_mm_long() -> None:
    _, first, *_ = tiled(poster(), Tiling(A4), Press())
    lines = [mark.commands for mark in first.picture if isinstance(mark, Path)]
    assert any(
        len(line) == 2 and line[1][1] - line[0][1] == pytest.approx(100) and line[0][2] == line[1][2]
        for line in lines
        if len(line[0]) == 3
    )


@pytest.mark.parametrize("bleed", [0, 3])
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_tiles_put_together_are_the_poster(bleed: float, paper: str) -> None:
    dots = 3.0  # pixels to a millimetre
    sheet, press = poster(330, 250), Press(bleed_mm=bleed)
    settled, cuts = cut(sheet, Tiling(page_size(paper)), press)
    area = Box(-bleed, -bleed, 330 + bleed, 250 + bleed)
    pages = painted(tiled(sheet, Tiling(page_size(paper)), press), dots)[1:]
    grown = Sheet(area.width, area.height, sheet.ground, (Group(sheet.picture, bleed, bleed),), sheet.title)
    (whole,) = painted((grown,), dots)
    joined = np.zeros_like(whole)
    for page, tile in zip(pages, tiles(area, settled, cuts), strict=True):
        piece = tile.piece.moved(bleed, bleed).scaled(dots)
        left, top, right, bottom = (
            round(side) for side in (piece.left, piece.top, piece.right, piece.bottom)
        )
        start = round(settled.margin_mm * dots)
        part = page[start : start + bottom - top, start : start + right - left]
        joined[top:bottom, left:right] = part
    difference = np.abs(joined.astype(int) - whole.astype(int)).max(axis=2)
    assert (difference > 128).mean() < 0.002
    assert difference.mean() < 3


def painted(sheets: tuple[Sheet, ...], dots: float) -> list[np.ndarray]:
    target = BytesIO()
    write_pdf(sheets, target)
    with pypdfium2.PdfDocument(target.getvalue()) as document:
        return [page.render(scale=dots * 25.4 / 72 * 0.99999).to_numpy().copy() for page in document]


def test_a_tile_shows_nothing_of_the_poster_beyond_its_flaps() -> None:
    red = Sheet(400, 300, "#ff0000", (Path(rectangle(Box(-99, -99, 999, 999)), "#ff0000"),), "Red")
    _, first, *_ = painted(tiled(red, Tiling(A4), Press()), 3)
    assert tuple(first[60, 60]) == (0, 0, 255)
    edge = first[:, : 10 * 3 - 1].min(axis=(0, 2))
    assert (edge[: 5 * 3] > 200).all()
    assert tuple(first[290 * 3, 100 * 3]) != (0, 0, 255)
