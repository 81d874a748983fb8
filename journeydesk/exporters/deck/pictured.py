"""Slides as marks, to be looked at before they are made: what is on each, and where."""

from collections.abc import Iterator

from journeydesk.exporters.deck.drawing import box_of
from journeydesk.exporters.deck.pages import Pages
from journeydesk.exporters.deck.people import pictured_person
from journeydesk.exporters.deck.place import EMU, POINT
from journeydesk.exporters.deck.slides import Slide, board_of, place_of, planned
from journeydesk.model.document import Document
from journeydesk.picture.marks import Group, Picture
from journeydesk.picture.text import Type, lay
from journeydesk.render.board import Board
from journeydesk.render.piece import piece
from journeydesk.render.sheet import Sheet
from journeydesk.views.printing import Order


def pictured(pages: Pages, document: Document, map_id: str, order: Order) -> Iterator[Sheet]:
    """The slides of a map; PowerPoint sets their letters, and leads their arrows, in a way of its own."""
    board = board_of(document, map_id, order)
    for slide in planned(board, order):
        marks = (*_top(slide.title, pages, board), *_body(slide, pages, board))
        yield Sheet(pages.width, pages.height, board.look.theme.ground, marks, slide.title)


def _top(title: str, pages: Pages, board: Board) -> Picture:
    theme = board.look.theme
    sign, frame = pages.top(theme)
    type_ = Type(pages.title_size(title, frame) * POINT / EMU, "bold", 1.2)
    block = lay(" ".join(title.split()), type_, frame.width)
    return (*sign, *block.placed(frame.left, frame.y - block.height / 2, theme.ink))


def _body(slide: Slide, pages: Pages, board: Board) -> Picture:
    if slide.persona is not None:
        return pictured_person(pages, board.document, slide.persona, board.look)
    box = box_of(board, slide.keys)
    if box is None:
        return ()
    place, strands = place_of(box, pages), board.wiring.strands.items()
    within = {
        key for key, one in strands if one.link.source_id in slide.keys and one.link.target_id in slide.keys
    }
    marks = tuple(entry.picture for entry in piece(board, slide.keys | within))
    return (Group(marks, place.x / EMU, place.y / EMU, place.scale / EMU),)
