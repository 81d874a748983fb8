"""What a tidy map is put together from: cards with all that hangs on them, and groups of cards."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from journeydesk.picture.marks import Box
from journeydesk.picture.shapes import Point

BAND = 60.0  # things whose middles differ by less stand in one line


class Role(Enum):
    """What a card is to the journey."""

    STAGE = "stage"
    STEP = "step"
    FORK = "fork"
    END = "end"
    PERSON = "person"
    ASIDE = "aside"
    FRAME = "frame"


@dataclass(frozen=True, slots=True)
class Block:
    """A card as it is drawn, with the box of the whole family that hangs on it.

    `rank` tells how far on in the journey it is, below 0 where that is unknown. What is `pinned` stays.
    """

    key: str
    role: Role
    card: Box
    whole: Box
    rank: float = -1.0
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow between two cards. `room` is how wide its label is; influences lead nowhere."""

    source: str
    target: str
    weight: float = 1.0
    room: float = 0.0
    leads: bool = True


@dataclass(frozen=True, slots=True)
class Piece:
    """A card or a group that is moved as one. Arrows meet at x, y; `cards` are the boxes of its cards."""

    key: str
    role: Role
    x: float
    y: float
    box: Box
    cards: dict[str, Box]
    rank: float = -1.0
    pinned: bool = False

    def moved(self, dx: float, dy: float) -> "Piece":
        cards = {key: card.moved(dx, dy) for key, card in self.cards.items()}
        return replace(self, x=self.x + dx, y=self.y + dy, box=self.box.moved(dx, dy), cards=cards)

    def placed(self, x: float, y: float) -> "Piece":
        """The same with its middle there."""
        return self.moved(x - self.x, y - self.y)

    def turned(self) -> "Piece":
        """The same with across and along exchanged."""
        cards = {key: turned(card) for key, card in self.cards.items()}
        return replace(self, x=self.y, y=self.x, box=turned(self.box), cards=cards)

    def joined(self, others: Iterable["Piece"]) -> "Piece":
        """This one and others as one, which keeps this one's name and middle."""
        whole, cards = self.box, dict(self.cards)
        for other in others:
            whole = whole.joined(other.box)
            cards |= other.cards
        return replace(self, box=whole, cards=cards)


def turned(box: Box) -> Box:
    """A box with x and y exchanged."""
    return Box(box.top, box.left, box.bottom, box.right)


def piece_of(block: Block) -> Piece:
    """A card as a piece."""
    card = block.card
    return Piece(
        block.key, block.role, card.x, card.y, card.joined(block.whole), {block.key: card}, block.rank,
        block.pinned,
    )  # fmt: skip


def whole_of(pieces: Iterable[Piece]) -> Box | None:
    """The box that holds all pieces."""
    boxes = [piece.box for piece in pieces]
    if not boxes:
        return None
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def reading(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces in lines from top to bottom, each line from left to right."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (piece.y, piece.x, piece.key)):
        if lines and piece.y - lines[-1][0].y < BAND:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [piece for line in lines for piece in sorted(line, key=lambda piece: (piece.x, piece.key))]


def shelved(pieces: Sequence[Piece], left: float, top: float, width: float, gap: float) -> list[Piece]:
    """The pieces in lines of about this width, one after the other; middles stand in line."""
    found: list[Piece] = []
    line: list[Piece] = []
    reached = left

    def close() -> None:
        nonlocal top
        if line:
            middle = top + max(piece.y - piece.box.top for piece in line)
            found.extend(piece.placed(piece.x, middle) for piece in line)
            top = middle + max(piece.box.bottom - piece.y for piece in line) + gap

    for piece in pieces:
        if line and reached + piece.box.width > left + width:
            close()
            line, reached = [], left
        line.append(piece.moved(reached - piece.box.left, 0.0))
        reached += piece.box.width + gap
    close()
    return found


def middle(values: Iterable[float]) -> float:
    """The median of numbers; 0 for none."""
    ranked = sorted(values)
    return ranked[len(ranked) // 2] if ranked else 0.0


def offset(before: Sequence[Point], after: Sequence[Point]) -> Point:
    """The move that brings places back to where they were before, as most of them want."""
    pairs = list(zip(before, after, strict=True))
    return middle(a[0] - b[0] for a, b in pairs), middle(a[1] - b[1] for a, b in pairs)


def frames_of(blocks: Sequence[Block]) -> dict[str, str]:
    """The frame in which each card lies, where it lies in one: the smallest that holds it."""
    frames = sorted(
        (block for block in blocks if block.role is Role.FRAME),
        key=lambda block: (block.card.width * block.card.height, block.key),
    )
    areas = {frame.key: (place, frame.card) for place, frame in enumerate(frames)}
    found = {}
    for block in blocks if frames else ():
        rank = areas[block.key][0] if block.key in areas else -1
        for place, frame in enumerate(frames):
            if place > rank and _holds(frame.card, block.card):
                found[block.key] = frame.key
                break
    return found


def _holds(outer: Box, inner: Box) -> bool:
    return outer.holds(inner.left, inner.top) and outer.holds(inner.right, inner.bottom)


def is_free(pieces: Iterable[Piece], fixed: Sequence[Box]) -> bool:
    """Whether no piece lies over another one or over what is fixed."""
    boxes: list[Box] = []
    for piece in pieces:
        if any(piece.box.meets(other) for other in (*boxes, *fixed)):
            return False
        boxes.append(piece.box)
    return True
