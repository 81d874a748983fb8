"""The journey as a storyboard: a panel for each stage and touchpoint, with a picture and what is said."""

from collections.abc import Iterator
from functools import partial

from journeydesk.analysis.story import Scene, story
from journeydesk.kinds.feeling import WORDS, face
from journeydesk.kinds.pieces import CAPTION, CAPTION_STRONG, HEADING, STRONG, height_of, shortened
from journeydesk.kinds.signs import sign_disc
from journeydesk.kinds.stage import Stage, phase_tint
from journeydesk.language import N_
from journeydesk.model.document import Document
from journeydesk.model.records import Asset
from journeydesk.model.terms import chosen
from journeydesk.operations.fields import set_field
from journeydesk.picture.icons import icon
from journeydesk.picture.marks import Box, Image, Path
from journeydesk.picture.shapes import polygon, rounded
from journeydesk.picture.text import Type
from journeydesk.picture.theme import Tint
from journeydesk.render.heading import clipped
from journeydesk.views.easel import Easel
from journeydesk.views.view import Brief, Layout, Subject, View

WIDTH, PICTURE = 300.0, 180.0
MOST_NOTES = 4  # lines
GAP = 24.0
PAD = 12.0
FACE = 34.0
SAID = Type(13, "regular", 1.25)


def draw(document: Document, asked: Brief) -> Iterator[View]:
    scenes = story(document, asked.map_id)
    if not scenes:
        return
    height = PICTURE + 16 + max(_words_height(scene) for scene in scenes)
    across = _across(len(scenes), asked.aspect, height)
    easel = Easel(asked.look)
    for place, scene in enumerate(scenes):
        left, top = (place % across) * (WIDTH + GAP), (place // across) * (height + GAP)
        _panel(easel, scene, Box(left + 2, top + 2, left + WIDTH, top + height))
    rows = -(-len(scenes) // across)
    width = min(across, len(scenes)) * (WIDTH + GAP) - GAP + 4
    yield View(width, rows * (height + GAP) - GAP + 4, easel.picture, tuple(easel.spots))


def _across(count: int, aspect: float, height: float) -> int:
    """How many panels stand beside one another for a whole of about this shape."""
    shapes = {
        across: across * (WIDTH + GAP) / (-(-count // across) * (height + GAP))
        for across in range(1, count + 1)
    }
    return min(shapes, key=lambda across: (abs(shapes[across] / aspect - 1), across))


def _words_height(scene: Scene) -> float:
    """How much room the words under a picture need, at most a few lines of notes among them."""
    node = scene.node
    title = clipped(node.title, _title_type(scene), WIDTH - 2 * PAD - 22, 2).height
    line = CAPTION.size * CAPTION.leading
    notes = min(MOST_NOTES * line, height_of(node.notes, CAPTION, WIDTH - 2 * PAD - 2))
    return line + title + 6 + notes


def _title_type(scene: Scene) -> Type:
    return HEADING if isinstance(scene.node, Stage) else STRONG


def _panel(easel: Easel, scene: Scene, box: Box) -> None:
    theme, node = easel.look.theme, scene.node
    stage = isinstance(node, Stage)
    tint = (
        phase_tint(node, theme) if isinstance(node, Stage) else Tint(theme.card, theme.ink, theme.card_line)
    )
    easel.area(box, theme.card, tint.line, 10, 2.0 if stage else 1.2)
    picture = Box(box.left + 6, box.top + 6, box.right - 6, box.top + PICTURE)
    _picture(easel, scene, picture, tint)
    _words(easel, scene, Box(box.left + PAD, box.top + PICTURE + 8, box.right - PAD, box.bottom - 8))
    easel.spot(
        box,
        record_id=node.id,
        label=f"{scene.number}. {node.title}",
        text=node.title,
        write=partial(_write, key=node.id),
    )


def _picture(easel: Easel, scene: Scene, box: Box, tint: Tint) -> None:
    """The picture that was placed near, else a sign of what happens there; and who says what."""
    theme, node = easel.look.theme, scene.node
    easel.area(box, tint.fill if isinstance(node, Stage) else theme.frame.fill, "", 6)
    asset = easel.look.find(scene.image.asset_id) if scene.image is not None else None
    if isinstance(asset, Asset) and asset.width and asset.height:
        scale = min(box.width / asset.width, box.height / asset.height)
        width, height = asset.width * scale, asset.height * scale
        easel.marks.append(Image(box.x - width / 2, box.y - height / 2, width, height, asset.data, 6))
    elif isinstance(node, Stage):
        easel.text(scene.number, Type(84, "bold"), box.left, box.y - 62, box.width, tint.line, 0.5)
    else:
        channel, fill = chosen(easel.look.find, node, "channel"), theme.persona.line
        easel.marks += sign_disc(channel, easel.look, box.x, box.y, 88, fill, theme.card, "map-pin")
    feeling = getattr(node, "sentiment", None)
    if isinstance(feeling, int):
        easel.marks += face(box.right - FACE / 2 - 6, box.bottom - FACE / 2 - 6, FACE, feeling, theme)
    if scene.quote is not None and scene.quote.title:
        _balloon(easel, scene.quote.title, box)


def _balloon(easel: Easel, said: str, box: Box) -> None:
    """What somebody says, over the picture."""
    theme = easel.look.theme
    block = clipped(said, SAID, box.width - 76, 3)
    around = Box(box.left + 8, box.top + 8, box.left + 32 + block.width, box.top + 24 + block.height)
    tail = (
        (around.x - 8, around.bottom - 1),
        (around.x + 8, around.bottom - 1),
        (around.x + 16, around.bottom + 14),
    )
    easel.marks.append(Path(polygon(tail), theme.card))
    easel.marks.append(Path(rounded(around, 10), theme.card))
    easel.marks += block.placed(around.left + 12, around.top + 8, theme.ink)


def _words(easel: Easel, scene: Scene, box: Box) -> None:
    """Number and title, where it takes place, and the notes as far as there is room."""
    theme, node, say = easel.look.theme, scene.node, easel.look.say
    over = f"{scene.number}"
    if (channel := chosen(easel.look.find, node, "channel")) is not None:
        over += f"  ·  {channel.named(say)}"
    feeling = getattr(node, "sentiment", None)
    if isinstance(feeling, int):
        over += f"  ·  {say(WORDS[feeling])}"
    over = shortened(over, CAPTION_STRONG, box.width)
    y = box.top + easel.text(over, CAPTION_STRONG, box.left, box.top, box.width, theme.muted)
    title = clipped(node.title, _title_type(scene), box.width - 20, 2)
    easel.marks += title.placed(box.left, y, theme.ink)
    if getattr(node, "moment_of_truth", False):
        easel.marks += icon("star", box.right - 16, y + 2, 15, theme.ink)
    y += title.height + 2
    lines = int((box.bottom - y + 1) / (CAPTION.size * CAPTION.leading))
    if node.notes and lines > 0:
        easel.marks += clipped(node.notes, CAPTION, box.width, lines).placed(box.left, y, theme.ink)


def _write(document: Document, text: str, key: str) -> None:
    set_field(document, (key,), "title", text)


STORYBOARD = Layout(
    "storyboard",
    N_("Storyboard"),
    "layout-grid",
    Subject.MAP,
    draw,
    N_("There is no stage yet. Add stages on the map, then see them here as pictures of a story."),
    N_("A panel for each stage and touchpoint, with the pictures that lie near them"),
)
