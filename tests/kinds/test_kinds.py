"""What every kind keeps to, whatever is written into it, in every theme."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.catalogue import KINDS, RECORDS, kind_named, kind_of, name_of
from journeydesk.kinds.image import ImageNode
from journeydesk.kinds.kind import Kind, Look, Part, Setting
from journeydesk.kinds.persona import PersonaCard
from journeydesk.kinds.pieces import on, pill
from journeydesk.kinds.stage import Stage
from journeydesk.language import LANGUAGES
from journeydesk.model.clean import clean_record, clean_text
from journeydesk.model.fields import Editor, described
from journeydesk.model.plain import from_plain, to_plain
from journeydesk.model.records import Node
from journeydesk.picture.icons import has_icon
from journeydesk.picture.marks import Box, Image, Picture, Text, bounds
from journeydesk.picture.text import lay
from journeydesk.picture.theme import PAPER, THEMES, Theme, contrast
from journeydesk.render.entry import FOLD_MARGIN, MARGIN
from tests.kinds.samples import FRENCH, TEXTS, filled, ground_under, look, persona, settings, variants

EVERY_KIND = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
EVERY_TEXT = pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
EVERY_THEME = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
COLOURS = ("", "#000000", "#ffff00", "#808080")


def texts(picture: Picture) -> list[Text]:
    return [mark for mark in picture if isinstance(mark, Text)]


def told(mark: Text) -> tuple[str, float, float, float]:
    # Moved a little, since halves of a hundredth would be rounded either way.
    return mark.text, round(mark.x + 0.0013, 2), round(mark.y + 0.0013, 2), mark.size


def assert_lies_in(box: Box, mark: Text) -> None:
    assert box.left - 0.02 <= mark.x and mark.x + mark.width <= box.right + 0.02, mark.text
    assert box.top <= mark.y - 0.74 * mark.size and mark.y + 0.22 * mark.size <= box.bottom, mark.text


@EVERY_KIND
@EVERY_TEXT
def test_a_drawing_stays_in_its_box_and_its_texts_do_so_strictly(kind: Kind, text: str) -> None:
    for language, theme in zip(LANGUAGES, (THEMES["paper"], THEMES["ink"]), strict=True):
        seen = look(theme, language, persona(text))
        for node in variants(kind, text):
            for setting in settings(kind, node, seen):
                picture = kind.draw(node, setting, seen)
                box, drawn = Box(0, 0, setting.width, setting.height), bounds(picture)
                assert drawn is not None and box.grown(MARGIN).joined(drawn) == box.grown(MARGIN)
                for mark in texts(picture):
                    assert_lies_in(box, mark)


@given(st.lists(st.sampled_from(("a", "need", "customers", "œuvre", "WWW")), min_size=1, max_size=14))
def test_a_branch_is_as_high_as_its_text_at_every_depth(words: list[str]) -> None:
    title = " ".join(words)
    card = Stage(id="card")
    main = Branch(id="main", parent_id="card", title=title)
    deep = Branch(id="deep", parent_id="main", title=title)
    seen, kind = look(PAPER, "en", card, main, deep), kind_of(deep)
    for depth, node in enumerate((replace(main, parent_id=""), main, deep)):
        width, height = kind.size(node, seen)
        place = kind.writing(node, Setting(width, height, depth=depth), seen)
        assert height == lay(title, place.type, place.width).height + 2 * place.top + 2


@EVERY_KIND
@pytest.mark.parametrize("hidden", [1, 12, 4711])
@pytest.mark.parametrize("side", [1, -1])
def test_the_count_of_what_is_folded_stays_in_its_margin(kind: Kind, hidden: int, side: int) -> None:
    for depth in range(3):
        node = kind.record(id="n", title="A")
        setting = Setting(*kind.size(node, look()), depth=depth, side=side, hidden=hidden)
        box = Box(0, 0, setting.width, setting.height)
        picture = kind.draw(node, setting, look())
        drawn = bounds(picture)
        assert drawn is not None and box.grown(FOLD_MARGIN).joined(drawn) == box.grown(FOLD_MARGIN)
        for mark in texts(picture):
            if mark.text.startswith("+"):
                assert mark.x >= box.right if side > 0 else mark.x + mark.width <= box.left


@EVERY_KIND
@EVERY_TEXT
def test_nothing_that_was_written_is_left_out(kind: Kind, text: str) -> None:
    node = clean_record(kind.record(id="n", title=text))
    (first, *_) = settings(kind, node, look())
    drawn = "".join(mark.text for mark in texts(kind.draw(node, first, look())))
    wanted = node.title.replace("\n", "").replace(" ", "")
    assert wanted in drawn.replace(" ", "")


@EVERY_KIND
@EVERY_THEME
@pytest.mark.parametrize("colour", COLOURS)
def test_every_text_can_be_read_on_what_is_under_it(kind: Kind, theme: Theme, colour: str) -> None:
    for node in variants(kind, FRENCH):
        seen = look(theme, "fr", replace(persona("Noëlle Roux"), colour=colour))
        for own in {"", colour}:
            assert_can_be_read(kind, replace(node, colour=own), seen)


@given(
    st.integers(0, 0xFFFFFF).map("#{:06x}".format),
    st.sampled_from(list(THEMES.values())),
    st.sampled_from(KINDS),
)
def test_every_text_can_be_read_in_any_colour(colour: str, theme: Theme, kind: Kind) -> None:
    node = replace(kind.record(id="n", title="A", colour=colour), **filled(kind))
    assert_can_be_read(kind, node, look(theme, "en", persona("Lucy", colour=colour)))


def assert_can_be_read(kind: Kind, node: Node, seen: Look) -> None:
    for setting in list(settings(kind, node, seen))[1::2]:
        picture = kind.draw(node, replace(setting, hidden=3), seen)
        for mark in texts(picture):
            ground = ground_under(picture, mark, seen.theme.ground)
            assert contrast(mark.colour, ground) >= 4.5, (mark.text, mark.colour, ground)


@EVERY_KIND
@EVERY_TEXT
def test_what_is_written_in_place_stands_where_it_is_drawn(kind: Kind, text: str) -> None:
    seen = look(PAPER, "fr", persona())
    for node in variants(kind, text):
        for setting in settings(kind, node, seen):
            writing = kind.writing(node, setting, seen)
            assert writing.left >= 0 and writing.left + writing.width <= setting.width + 0.02
            assert 0 <= writing.top <= setting.height
            if not node.title:
                continue
            block = lay(node.title, writing.type, writing.width)
            placed = block.placed(writing.left, writing.top, "", align=writing.align, width=writing.width)
            assert {told(mark) for mark in placed} <= set(map(told, texts(kind.draw(node, setting, seen))))


@EVERY_KIND
@EVERY_TEXT
def test_a_node_needs_no_more_room_than_it_was_given(kind: Kind, text: str) -> None:
    """A node that was given the size which it needs keeps it; and a larger one takes what it is given."""
    seen = look(PAPER, "en", persona())
    for node in variants(kind, text):
        width, height = kind.size(node, seen)
        assert width > 0 and height > 0
        if kind.resizable:
            given = replace(node, width=width, height=height)
            assert kind.size(given, seen) == pytest.approx((width, height))
            larger = replace(node, width=width + 100, height=height + 100)
            assert kind.size(larger, seen) == pytest.approx((width + 100, height + 100))


@EVERY_KIND
def test_a_kind_has_a_name_a_title_and_an_icon_of_its_own(kind: Kind) -> None:
    assert kind_named(kind.name) is kind is kind_of(kind.record) is kind_of(kind.record(id="n"))
    assert RECORDS[kind.name] is kind.record and name_of(kind.record) == kind.name
    assert kind.title and has_icon(kind.icon)
    assert [other for other in KINDS if kind.title == other.title or kind.name == other.name] == [kind]
    assert issubclass(kind.record, Node) and isinstance(kind.part, Part)


@EVERY_KIND
def test_a_kind_keeps_what_people_chose(kind: Kind) -> None:
    node = kind.record(id="n", title="A", **filled(kind))
    assert from_plain(kind.record, to_plain(node)) == node == clean_record(node)


@EVERY_KIND
def test_every_field_that_people_see_has_a_label(kind: Kind) -> None:
    for told in described(kind.record):
        assert told.editor is Editor.HIDDEN or told.label, told.name


def test_unknown_kinds_are_refused() -> None:
    with pytest.raises(KeyError):
        kind_named("no such kind")


@pytest.mark.parametrize("asset", ["photo", "tall", "empty", "nothing", "lucy"])
def test_a_picture_is_fitted_or_a_place_is_kept_for_it(asset: str) -> None:
    kind, seen = kind_named("image"), look(PAPER, "en", persona())
    node = ImageNode(id="n", title="A cat", asset_id=asset, height=90.0)
    setting = Setting(*kind.size(node, seen))
    images = [mark for mark in kind.draw(node, setting, seen) if isinstance(mark, Image)]
    assert len(images) == (asset in ("photo", "tall"))
    for image in images:
        assert image.x >= 0 and image.x + image.width <= setting.width
        assert image.y >= 0 and image.y + image.height <= setting.height
        width, height = (40, 30) if asset == "photo" else (1, 3000)
        assert image.width / image.height == pytest.approx(width / height)


def test_a_photo_takes_the_place_of_initials() -> None:
    kind = kind_named("persona_card")
    node = PersonaCard(id="n", persona_id="lucy")
    for photo, count in (("photo", 1), ("empty", 0), ("", 0)):
        seen = look(PAPER, "en", persona("Lucy Bennett", photo_id=photo))
        picture = kind.draw(node, Setting(*kind.size(node, seen)), seen)
        assert sum(isinstance(mark, Image) for mark in picture) == count
        assert ("LB" in [mark.text for mark in texts(picture)]) == (count == 0)


@given(st.integers(0, 0xFFFFFF).map("#{:06x}".format))
def test_black_or_white_can_be_read_on_any_colour(colour: str) -> None:
    assert contrast(on(colour), colour) >= 4.5


@given(st.text(max_size=30).map(lambda text: clean_text(text, lines=False)))
def test_a_pill_is_as_wide_as_its_text_asks(text: str) -> None:
    marks, width = pill(text, 5, 7, "#ffffff", "#000000")
    drawn = bounds(marks)
    assert drawn is not None and drawn.left == 5 and drawn.right == pytest.approx(5 + width)
    for mark in texts(marks):
        assert_lies_in(Box(5, 7, 5 + width, 27), mark)
