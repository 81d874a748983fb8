"""Columns of a journey: a stage or a fork with what belongs to it, kept together below it."""

import math
from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from journeydesk.layout.cycles import Tie, backward
from journeydesk.layout.layered import Gaps, Item, layered
from journeydesk.layout.pieces import Arrow, Piece, Role, reading, shelved

REACH = 240.0  # how far beside its head's middle a member of a column is drawn
LANE = 64.0  # more room below a head where arrows lead back to it
MOST = 14  # members of a column; more of them go their own way
STACK = 5  # what is not linked stands one below the other up to this number, and else in lines
LABEL = 40.0  # how high a label is

Stop = Callable[[], bool] | None
Leaving = dict[str, list[Arrow]]


@dataclass(slots=True)
class Column:
    """What stands with a head: `members` are led to, `loose` are not."""

    members: list[Piece] = field(default_factory=list)
    loose: list[Piece] = field(default_factory=list)


def item_of(piece: Piece) -> Item:
    """A piece as the layered layout sees it."""
    box = piece.box
    return Item(
        piece.x, piece.y, piece.x - box.left, piece.y - box.top, box.right - piece.x, box.bottom - piece.y,
        piece.rank,
    )  # fmt: skip


def among(keys: Iterable[str], arrows: Leaving) -> list[Arrow]:
    """The arrows that begin and end at these."""
    known = dict.fromkeys(keys)
    return [arrow for key in known for arrow in arrows.get(key, ()) if arrow.target in known]


def leaving(arrows: Iterable[Arrow]) -> Leaving:
    """Arrows by where they begin."""
    found: Leaving = {}
    for arrow in arrows:
        found.setdefault(arrow.source, []).append(arrow)
    return found


def laid(pieces: Sequence[Piece], arrows: Leaving, gaps: Gaps, stop: Stop) -> list[Piece]:
    """Pieces in layers; arrows name pieces."""
    numbers = {piece.key: number for number, piece in enumerate(pieces)}
    ties = [
        Tie(numbers[arrow.source], numbers[arrow.target], arrow.weight, arrow.room)
        for arrow in among(numbers, arrows)
    ]
    places = layered([item_of(piece) for piece in pieces], ties, gaps, stop)
    return [piece.placed(*place) for piece, place in zip(pieces, places, strict=True)]


def returns(pieces: Mapping[str, Piece], arrows: Sequence[Arrow]) -> set[Arrow]:
    """The arrows that lead back in the journey."""
    numbers = {key: number for number, key in enumerate(pieces)}
    ties = [Tie(numbers[arrow.source], numbers[arrow.target], arrow.weight) for arrow in arrows]
    known = list(pieces.values())
    turned = backward(ties, [piece.rank for piece in known], [piece.x for piece in known])
    return {arrows[number] for number in turned}


def columns(pieces: Mapping[str, Piece], arrows: Sequence[Arrow], back: Set[Arrow]) -> dict[str, Column]:
    """Who stands with whom, by the head's key. What is pinned stands for itself."""
    linked = {end for arrow in arrows for end in (arrow.source, arrow.target)}
    found = {
        key: Column()
        for key, piece in pieces.items()
        if piece.role is Role.STAGE or (piece.role is Role.FORK and key in linked)
    }
    taken = _leaves(pieces, arrows, back, found) | _members(pieces, arrows, found)
    stages = [pieces[key] for key in found if pieces[key].role is Role.STAGE]
    stages = stages or [pieces[key] for key in sorted(linked - taken)]
    forks = [pieces[key] for key in found if pieces[key].role is Role.FORK]
    stages.sort(key=lambda piece: (piece.x, piece.key))
    heads = sorted((*stages, *forks), key=lambda piece: (piece.x, piece.key))
    for key, piece in pieces.items():
        if key in linked or piece.pinned or piece.role in (Role.PERSON, Role.STAGE) or not stages:
            continue
        head = _nearest(heads if piece.role is Role.ASIDE else stages, piece)
        found.setdefault(head.key, Column()).loose.append(piece)
    return found


def _nearest(heads: Sequence[Piece], piece: Piece) -> Piece:
    """The head to which a piece stands nearest. Heads are given from left to right."""
    at = bisect_left(heads, piece.x, key=_x)
    best, found = math.inf, heads[0]
    for side in (heads[at:], heads[:at][::-1]):
        for head in side:
            if abs(head.x - piece.x) > best:
                break
            if (apart := _apart(head, piece)) < best:
                best, found = apart, head
    return found


def _x(piece: Piece) -> float:
    return piece.x


def _apart(head: Piece, piece: Piece) -> float:
    """How far a piece stands from a head. Columns run down from their heads, so what is above is far."""
    down = piece.y - head.y
    above = 1.0 if piece.role is Role.ASIDE else 3.0
    return abs(head.x - piece.x) + (down / 2 if down > 0 else -down * above)


def _leaves(
    pieces: Mapping[str, Piece], arrows: Sequence[Arrow], back: Set[Arrow], found: Mapping[str, Column]
) -> set[str]:
    """Ends to which only one head leads, while its journey goes on elsewhere, stand below it."""
    onward: dict[str, set[str]] = {}
    touching: dict[str, list[Arrow]] = {}
    for arrow in arrows:
        onward.setdefault(arrow.source, set()).add(arrow.target)
        if arrow in back:
            continue
        touching.setdefault(arrow.source, []).append(arrow)
        touching.setdefault(arrow.target, []).append(arrow)
    leaves = {
        key: touching[key][0].source
        for key, piece in pieces.items()
        if piece.role is Role.END and not piece.pinned and len(touching.get(key, ())) == 1
        and touching[key][0].target == key
    }  # fmt: skip
    taken = set()
    for key, head in leaves.items():
        if head in found and any(other not in leaves for other in onward[head]):
            found[head].members.append(pieces[key])
            taken.add(key)
    return taken


def _members(pieces: Mapping[str, Piece], arrows: Sequence[Arrow], found: Mapping[str, Column]) -> set[str]:
    """Steps and frames that are tied to a stage, and drawn above or below it, stay in its column."""
    tied: dict[str, list[str]] = {}
    for arrow in arrows:
        tied.setdefault(arrow.source, []).append(arrow.target)
        tied.setdefault(arrow.target, []).append(arrow.source)
    owner = {key: key for key in found if pieces[key].role is Role.STAGE}
    waiting = deque(owner)
    while waiting:
        key = waiting.popleft()
        head = pieces[owner[key]]
        for other in sorted(tied.get(key, ())):
            piece = pieces[other]
            if other in owner or piece.pinned or piece.role not in (Role.STEP, Role.FRAME):
                continue
            if abs(piece.x - head.x) <= REACH and piece.y > head.y:
                owner[other] = head.key
                waiting.append(other)
    gathered: dict[str, list[str]] = {}
    for key, head_key in owner.items():
        if key != head_key:
            gathered.setdefault(head_key, []).append(key)
    taken = set()
    for head_key, keys in gathered.items():
        if len(keys) <= MOST:
            found[head_key].members.extend(pieces[key] for key in keys)
            taken.update(keys)
    return taken


def stood(head: Piece, column: Column, arrows: Leaving, gap: float, lane: float, stop: Stop) -> Piece:
    """A head with its column as one piece: what is tied in layers below it, then what is not.

    Under a head that bears nothing else there is room for a `lane` of arrows.
    """
    whole = head
    bears = column.members or head.box.bottom > head.cards[head.key].bottom + 1
    if column.members:
        whole = _led(head, column.members, arrows, gap, stop)
    loose = reading(column.loose)
    above = [piece for piece in loose if piece.role is Role.ASIDE and piece.y < head.box.top]
    below = [piece for piece in loose if piece not in above]
    below.sort(key=lambda piece: piece.role is Role.ASIDE)
    if below:
        whole = whole.joined(_block(below, head, whole.box.bottom + gap + (0.0 if bears else lane), gap, 0.0))
    if above:
        whole = whole.joined(_block(above, head, whole.box.top - gap, gap, 1.0))
    return whole


def _led(head: Piece, members: Sequence[Piece], arrows: Leaving, gap: float, stop: Stop) -> Piece:
    within = []
    for arrow in among([head.key, *(piece.key for piece in members)], arrows):
        # The head comes first in its column, whichever way arrows point.
        led = arrow.target == head.key
        source, target = (arrow.target, arrow.source) if led else (arrow.source, arrow.target)
        within.append(Arrow(source, target, 1.0, LABEL if arrow.room else 0.0))
    order = sorted((head, *members), key=lambda piece: piece.key)
    placed = laid([piece.turned() for piece in order], leaving(within), Gaps(gap * 2, gap), stop)
    named = {piece.key: piece.turned() for piece in placed}
    top = named.pop(head.key)
    return top.joined(named.values()).placed(head.x, head.y)


def _block(pieces: Sequence[Piece], head: Piece, edge: float, gap: float, part: float) -> list[Piece]:
    """Pieces in lines, below an edge (part 0) or above it (part 1), with the head's middle as theirs."""
    width = 0.0
    if len(pieces) > STACK:
        width = max(piece.box.width for piece in pieces) * 2 + gap
    lines = shelved(pieces, 0.0, 0.0, width, gap)
    if not width:
        lines = [piece.placed(head.x, piece.y) for piece in lines]
    low = max(piece.box.bottom for piece in lines)
    left, right = min(piece.box.left for piece in lines), max(piece.box.right for piece in lines)
    dx = head.x - (left + right) / 2 if width else 0.0
    return [piece.moved(dx, edge - part * low) for piece in lines]
