"""Removes overlaps from a map: whole families are moved apart, and nothing else changes."""

from collections.abc import Sequence

from journeydesk.layout.overlaps import moved_apart
from journeydesk.layout.pieces import Block, Piece, Role, frames_of, piece_of
from journeydesk.layout.tidying import HEAD, PAD
from journeydesk.picture.marks import Box


def room_made(blocks: Sequence[Block]) -> dict[str, Box]:
    """The boxes of the cards that must move so that no family covers another, moved as little as can be.

    Frames grow where their contents need it, and are moved with them. What is pinned stays.
    """
    known = {block.key: block for block in sorted(blocks, key=lambda block: block.key)}
    pieces = {key: piece_of(block) for key, block in known.items()}
    inside: dict[str, list[str]] = {}
    for key, owner in frames_of(list(known.values())).items():
        inside.setdefault(owner, []).append(key)
    for key in sorted(inside, key=lambda key: (known[key].card.width * known[key].card.height, key)):
        pieces[key] = _framed(pieces[key], [pieces.pop(inner) for inner in sorted(inside[key])])
    cards = {key: card for piece in _apart(list(pieces.values())) for key, card in piece.cards.items()}
    return {key: card for key, card in cards.items() if card != known[key].card}


def _apart(pieces: list[Piece]) -> list[Piece]:
    shifts = moved_apart(
        {piece.key: piece.box for piece in pieces}, [piece.key for piece in pieces if piece.pinned]
    )
    return [piece.moved(*shifts[piece.key]) if piece.key in shifts else piece for piece in pieces]


def _framed(frame: Piece, contents: list[Piece]) -> Piece:
    """A frame with its contents apart, as large as it was or as they need."""
    if frame.pinned:
        return frame.joined(contents)
    placed = _apart(contents)
    if all(after == before for after, before in zip(placed, contents, strict=True)):
        return frame.joined(contents)
    box = frame.cards[frame.key]
    for piece in placed:
        inner = piece.box
        box = box.joined(Box(inner.left - PAD, inner.top - HEAD, inner.right + PAD, inner.bottom + PAD))
    cards = {key: card for piece in placed for key, card in piece.cards.items()}
    pinned = any(piece.pinned for piece in placed)
    return Piece(frame.key, Role.FRAME, box.x, box.y, box, {**cards, frame.key: box}, pinned=pinned)
