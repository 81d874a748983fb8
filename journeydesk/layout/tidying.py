"""Tidies a map: where its cards come to lie so that it reads well, and people still find everything.

Stages with what belongs to them are columns, frames hold their contents together, people stand in a line
above or below. These are laid out in layers, each part once with the same means. What is pinned stays, and
the rest makes room for it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from journeydesk.layout.columns import LANE, Stop, columns, laid, leaving, returns, stood
from journeydesk.layout.layered import Gaps
from journeydesk.layout.lines import settled
from journeydesk.layout.overlaps import moved_apart
from journeydesk.layout.pieces import (
    Arrow,
    Block,
    Piece,
    Role,
    frames_of,
    is_free,
    middle,
    offset,
    piece_of,
    reading,
    shelved,
    turned,
    whole_of,
)
from journeydesk.picture.marks import Box

LAYER = 110.0  # between layers
ROW = 56.0  # between neighbours in a layer
COLUMN = 34.0  # between what stands in a column
APART = 96.0  # between parts that no arrow joins
WIDE_FRAME = 1.6  # a frame without arrows that is so much wider than high is laid out along the course
SMALL = 3  # parts of fewer pieces stand in lines below
PAD, HEAD = 32.0, 62.0  # from a frame to its contents, and below its title
LANDSCAPE = 1.5
ROUNDING = 1.01
SAME_LINE = 140.0  # how far one above the other stages are that stand in one line


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a map is to be tidied: how much room there is, and whether it runs down; None: as it is drawn."""

    spacing: float = 1.0
    down: bool | None = None


def tidied(
    blocks: Sequence[Block],
    arrows: Sequence[Arrow],
    wishes: Wishes = Wishes(),
    fixed: Sequence[Box] = (),
    stop: Stop = None,
) -> dict[str, Box]:
    """The boxes of all cards that come to lie elsewhere; that of a frame is as large as its contents need.

    Blocks lie around nothing that is `fixed`. Raises StoppedError once `stop` says so.
    """
    if not blocks:
        return {}
    ordered = sorted(blocks, key=lambda block: block.key)
    runs = sorted(arrows, key=lambda arrow: (arrow.source, arrow.target, arrow.weight, arrow.room))
    drawn_down = _runs_down(ordered, runs)
    down = drawn_down if wishes.down is None else wishes.down
    owners = frames_of(ordered)
    pinned = bool(fixed) or any(block.pinned for block in ordered)
    seen = [_seen(block, down, drawn_down if not pinned else down) for block in ordered]
    work = _Work(runs, wishes.spacing, stop, [turned(box) if down else box for box in fixed])
    pieces = work.whole(seen, owners)
    cards = {key: card for piece in pieces for key, card in piece.cards.items()}
    if down:
        cards = {key: turned(card) for key, card in cards.items()}
    if down is not drawn_down and not pinned:
        cards = _centred(cards, ordered)
    before = {block.key: block.card for block in ordered}
    rounded = {key: _rounded(card, before[key]) for key, card in cards.items()}
    return {key: card for key, card in rounded.items() if _differs(card, before[key])}


def _rounded(card: Box, before: Box) -> Box:
    """A card moved by whole units; a frame that is larger or smaller has whole edges."""
    if abs(card.width - before.width) < 0.01 and abs(card.height - before.height) < 0.01:
        return before.moved(round(card.left - before.left), round(card.top - before.top))
    return Box(round(card.left), round(card.top), round(card.right), round(card.bottom))


def _differs(card: Box, before: Box) -> bool:
    """Whether a card came to lie elsewhere; a step that comes from rounding is none."""
    return (
        max(
            abs(card.left - before.left),
            abs(card.top - before.top),
            abs(card.right - before.right),
            abs(card.bottom - before.bottom),
        )
        > ROUNDING
    )


def _centred(cards: Mapping[str, Box], blocks: Sequence[Block]) -> dict[str, Box]:
    dx = middle(block.card.x - cards[block.key].x for block in blocks)
    dy = middle(block.card.y - cards[block.key].y for block in blocks)
    return {key: card.moved(dx, dy) for key, card in cards.items()}


def _seen(block: Block, down: bool, drawn_down: bool) -> Block:
    """A block with x along the course; where it is to run otherwise than drawn, only its place is turned."""
    card, whole = block.card, block.whole
    if down:
        card, whole = turned(card), turned(whole)
    if down is not drawn_down:
        dx, dy = card.y - card.x, card.x - card.y
        card, whole = card.moved(dx, dy), whole.moved(dx, dy)
    return replace(block, card=card, whole=whole)


def _runs_down(blocks: Sequence[Block], arrows: Sequence[Arrow]) -> bool:
    """Whether a map is drawn from top to bottom rather than from left to right."""
    cards = {block.key: block.card for block in blocks if block.role in (Role.STAGE, Role.FORK)}
    ends = [(cards[a.source], cards[a.target]) for a in arrows if a.source in cards and a.target in cards]
    across = sum(max(0.0, b.x - a.x) for a, b in ends)
    return sum(max(0.0, b.y - a.y) for a, b in ends) > 2.0 * across


class _Work:
    """One tidying: the arrows, the gaps, and what must not be covered."""

    def __init__(self, arrows: Sequence[Arrow], spacing: float, stop: Stop, fixed: Sequence[Box]) -> None:
        self._arrows, self._stop, self._fixed = arrows, stop, fixed
        self._gaps = Gaps(LAYER * spacing, ROW * spacing)
        self._column, self._apart = COLUMN * spacing, APART * spacing

    def whole(self, blocks: Sequence[Block], owners: Mapping[str, str]) -> list[Piece]:
        """Lays out the contents of every frame, the innermost first, then what lies in none."""
        known = {block.key: block for block in blocks}
        inside: dict[str, list[str]] = {}
        for key, owner in owners.items():
            inside.setdefault(owner, []).append(key)
        pieces = {block.key: piece_of(block) for block in blocks}
        home = {block.key: block.key for block in blocks}
        frames = sorted(inside, key=lambda key: (known[key].card.width * known[key].card.height, key))
        for key in frames:
            contents = {inner: pieces.pop(inner) for inner in sorted(inside[key])}
            pieces[key] = self._framed(known[key], contents, home)
            for held in pieces[key].cards:
                home[held] = key
        return self._arranged({key: pieces[key] for key in sorted(pieces)}, home, self._fixed)

    def _framed(self, frame: Block, contents: dict[str, Piece], home: Mapping[str, str]) -> Piece:
        """A frame round its contents. One that is pinned stays as it is, with all that is in it."""
        alone = piece_of(frame)
        if frame.pinned:
            return alone.joined(contents.values())
        along = self._runs_along(frame, contents, home)
        inner = contents if along else {key: piece.turned() for key, piece in contents.items()}
        placed = self._arranged(inner, home, ())
        if not along:
            placed = [piece.turned() for piece in placed]
        whole = whole_of(placed)
        assert whole is not None
        box = Box(whole.left - PAD, whole.top - HEAD, whole.right + PAD, whole.bottom + PAD)
        cards = {key: card for piece in placed for key, card in piece.cards.items()}
        pinned = any(piece.pinned for piece in placed)
        return Piece(frame.key, Role.FRAME, box.x, box.y, box, {**cards, frame.key: box}, -1.0, pinned)

    def _runs_along(self, frame: Block, contents: Mapping[str, Piece], home: Mapping[str, str]) -> bool:
        """Whether what is in a frame runs along the course: as its arrows do; without any, if it is wide."""
        ends = [
            (contents[arrow.source], contents[arrow.target])
            for arrow in self._lifted(contents, home)
            if arrow.leads
        ]
        along = sum(max(0.0, target.x - source.x) for source, target in ends)
        across = sum(max(0.0, target.y - source.y) for source, target in ends)
        if along or across:
            return along >= across
        return frame.card.width > frame.card.height * WIDE_FRAME

    def _lifted(self, pieces: Mapping[str, Piece], home: Mapping[str, str]) -> list[Arrow]:
        """The arrows between these pieces, wherever in a piece they end."""
        found = []
        for arrow in self._arrows:
            source, target = home.get(arrow.source, ""), home.get(arrow.target, "")
            if source != target and source in pieces and target in pieces:
                found.append(replace(arrow, source=source, target=target))
        return found

    def _arranged(
        self, pieces: Mapping[str, Piece], home: Mapping[str, str], fixed: Sequence[Box]
    ) -> list[Piece]:
        """The pieces in their new places."""
        lifted = self._lifted(pieces, home)
        arrows = [arrow for arrow in lifted if arrow.leads]
        linked = {end for arrow in arrows for end in (arrow.source, arrow.target)}
        people = [piece for key, piece in pieces.items() if _is_aside(piece, linked)]
        asides = {piece.key for piece in people}
        flowing = {key: piece for key, piece in pieces.items() if key not in asides}
        stacks = self._stacked(flowing, arrows)
        owner = {key: stack.key for stack in stacks for key in stack.cards}
        flow = [
            replace(arrow, source=owner[arrow.source], target=owner[arrow.target])
            for arrow in arrows
            if owner[arrow.source] != owner[arrow.target]
        ]
        placed = self._parts(stacks, [*flow, *_rows(stacks, flow)])
        dx, dy = _back(placed, stacks)
        placed = [piece.moved(dx, dy) for piece in placed]
        placed += self._people(people, placed, flowing, lifted, owner)
        if fixed and not arrows and is_free(pieces.values(), fixed) and not is_free(placed, fixed):
            return list(pieces.values())  # what no arrow joins and others lie between is best where it is
        return self._pinned(placed, pieces, fixed)

    def _stacked(self, pieces: Mapping[str, Piece], arrows: Sequence[Arrow]) -> list[Piece]:
        """The pieces with what belongs to them."""
        back = returns(pieces, arrows)
        found = columns(pieces, arrows, back)
        led_back = {end for arrow in back for end in (arrow.source, arrow.target)}
        taken = {piece.key for column in found.values() for piece in (*column.members, *column.loose)}
        runs = leaving(arrows)
        stacks = []
        for key, piece in pieces.items():
            if key in taken:
                continue
            column = found.get(key)
            lane = LANE if key in led_back else 0.0
            if column is not None and (column.members or column.loose):
                piece = stood(piece, column, runs, self._column, lane, self._stop)
            stacks.append(piece)
        return stacks

    def _parts(self, stacks: Sequence[Piece], arrows: Sequence[Arrow]) -> list[Piece]:
        """Parts that no arrow joins, one below the other as drawn; small ones in lines at the end."""
        parts, runs = _joined(stacks, arrows), leaving(arrows)
        large = [part for part in parts if len(part) >= SMALL] or [
            part for part in parts if len(part) > 1
        ]  # fmt: skip
        large.sort(key=lambda part: (middle(piece.y for piece in part), part[0].key))
        small = [part for part in parts if part not in large]
        placed: list[Piece] = []
        top = 0.0
        for part in large:
            made = laid(part, runs, self._gaps, self._stop)
            box = _box(made)
            placed += [piece.moved(-box.left, top - box.top) for piece in made]
            top = _box(placed).bottom + self._apart
        rest = [laid(part, runs, self._gaps, self._stop) for part in small]
        return placed + self._shelved(rest, small, top, _box(placed).width if placed else 0.0)

    def _shelved(
        self, parts: Sequence[list[Piece]], drawn: Sequence[Sequence[Piece]], top: float, width: float
    ) -> list[Piece]:
        """Small parts in lines, in the order in which one reads them as drawn."""
        known = {part[0].key: part for part in parts}
        groups = []
        for part, before in zip(parts, drawn, strict=True):
            first = part[0]
            group = replace(first, box=_box(part), cards={})
            groups.append(group.placed(before[0].x, before[0].y))
        area = sum((group.box.width + ROW) * (group.box.height + ROW) for group in groups)
        wide = max(width, (area * LANDSCAPE) ** 0.5, *(group.box.width for group in groups), 0.0)
        found = []
        for group in shelved(reading(groups), 0.0, top, wide, self._gaps.row):
            first = known[group.key][0]
            found += [piece.moved(group.x - first.x, group.y - first.y) for piece in known[group.key]]
        return found

    def _people(
        self, people: Sequence[Piece], placed: Sequence[Piece], drawn: Mapping[str, Piece],
        arrows: Sequence[Arrow], owner: Mapping[str, str],
    ) -> list[Piece]:  # fmt: skip
        """Those who stand beside the journey: above it, or below it where they were drawn below it all."""
        whole = whole_of(placed)
        if whole is None:
            lines = reading(people)
            area = sum((piece.box.width + ROW) * (piece.box.height + ROW) for piece in lines)
            width = max((area * LANDSCAPE) ** 0.5, max((piece.box.width for piece in lines), default=0.0))
            made = shelved(lines, 0.0, 0.0, width, self._apart)
            dx, dy = _back(made, people)
            return [piece.moved(dx, dy) for piece in made]
        now = {key: card for piece in placed for key, card in piece.cards.items()}
        wanted = {piece.key: _wanted(piece, drawn, now, arrows) for piece in people}
        lowest = sorted(piece.y for piece in drawn.values())[(len(drawn) * 17) // 20]
        found: list[Piece] = []
        for below in (False, True):
            line = [piece for piece in people if (piece.y > lowest) is below]
            line.sort(key=lambda piece: (wanted[piece.key], piece.key))
            if not line:
                continue
            steps = [0.0] + [
                one.box.right - one.x + self._gaps.row + other.x - other.box.left
                for one, other in pairwise(line)
            ]
            spots = settled([wanted[piece.key] for piece in line], [1.0] * len(line), steps)
            edge = self._apart * 1.25
            if below:
                y = whole.bottom + edge + max(piece.y - piece.box.top for piece in line)
            else:
                y = whole.top - edge - max(piece.box.bottom - piece.y for piece in line)
            found += [piece.placed(x, y) for piece, x in zip(line, spots, strict=True)]
        return found

    def _pinned(
        self, placed: Sequence[Piece], drawn: Mapping[str, Piece], fixed: Sequence[Box]
    ) -> list[Piece]:
        """Brings what is pinned back to its place, and the rest out of its way."""
        loose = list(placed)
        held = [piece.key for piece in loose if piece.pinned]
        if held:
            dx, dy = offset(
                [(drawn[key].x, drawn[key].y) for key in held],
                [(piece.x, piece.y) for piece in loose if piece.pinned],
            )
            loose = [piece.moved(dx, dy) for piece in loose]
            loose = [
                piece.placed(drawn[piece.key].x, drawn[piece.key].y) if piece.pinned else piece
                for piece in loose
            ]
        boxes = {piece.key: piece.box for piece in loose}
        boxes |= {f" {number}": box for number, box in enumerate(fixed)}
        stays = {*held, *(f" {number}" for number in range(len(fixed)))}
        if not stays:
            return loose
        shifts = moved_apart(boxes, stays, self._column)
        return [piece.moved(*shifts.get(piece.key, (0.0, 0.0))) for piece in loose]


def _is_aside(piece: Piece, linked: set[str]) -> bool:
    return piece.role is Role.PERSON and piece.key not in linked


def _box(pieces: Sequence[Piece]) -> Box:
    return whole_of(pieces) or Box(0.0, 0.0, 0.0, 0.0)


def _back(placed: Sequence[Piece], drawn: Sequence[Piece]) -> tuple[float, float]:
    """The move that brings most pieces back near to where they were drawn."""
    before = {piece.key: (piece.x, piece.y) for piece in drawn}
    return offset([before[piece.key] for piece in placed], [(piece.x, piece.y) for piece in placed])


def _joined(pieces: Sequence[Piece], arrows: Sequence[Arrow]) -> list[list[Piece]]:
    """The parts that arrows join, each in the order of its pieces."""
    tied: dict[str, list[str]] = {}
    for arrow in arrows:
        tied.setdefault(arrow.source, []).append(arrow.target)
        tied.setdefault(arrow.target, []).append(arrow.source)
    part_of: dict[str, int] = {}
    for number, piece in enumerate(pieces):
        waiting = [piece.key]
        while waiting:
            key = waiting.pop()
            if key not in part_of:
                part_of[key] = number
                waiting += tied.get(key, ())
    parts: dict[int, list[Piece]] = {}
    for piece in pieces:
        parts.setdefault(part_of[piece.key], []).append(piece)
    return list(parts.values())


def _rows(pieces: Sequence[Piece], arrows: Sequence[Arrow]) -> list[Arrow]:
    """Stages to which no arrow leads, drawn in one line, follow one another as if arrows led through them."""
    linked = {end for arrow in arrows for end in (arrow.source, arrow.target)}
    alone = [piece for piece in pieces if piece.role is Role.STAGE and piece.key not in linked]
    line = reading(alone)
    return [
        Arrow(one.key, other.key)
        for one, other in pairwise(line)
        if other.x > one.x and abs(other.y - one.y) < SAME_LINE
    ]


def _wanted(
    piece: Piece, drawn: Mapping[str, Piece], now: Mapping[str, Box], arrows: Sequence[Arrow]
) -> float:
    """Where along the course somebody belongs: at those whom they influence, else where they stood."""
    others = [
        now[end].x for arrow in arrows if piece.key in (arrow.source, arrow.target)
        for end in (arrow.source, arrow.target) if end in now
    ]  # fmt: skip
    if others:
        return sum(others) / len(others)
    near = min(
        (key for key in drawn if key in now),
        key=lambda key: (abs(drawn[key].x - piece.x), key),
    )
    return piece.x + now[near].x - drawn[near].x
