"""The logo of a project is wherever the project is shown, and one step of the history."""

from pathlib import Path

from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from journeydesk import templates
from journeydesk.exporters.catalogue import deliver
from journeydesk.model.document import Document
from journeydesk.model.records import Asset
from journeydesk.operations.images import set_picture
from journeydesk.picture.marks import Group, Image, Picture
from journeydesk.views.printing import Order, sheets
from tests.render.drawings import png


def with_logo() -> Document:
    document = Document(templates.make("dog", "en"))
    logo = Asset(id="logo", name="logo.png", media_type="image/png", width=60, height=20, data=LOGO)
    set_picture(document, (document.project.id,), "logo_id", logo)
    return document


LOGO = png(60, 20, (200, 60, 10))


def shown(picture: Picture) -> list[Image]:
    images: list[Image] = []
    for mark in picture:
        images += shown(mark.marks) if isinstance(mark, Group) else [mark] if isinstance(mark, Image) else []
    return images


def test_every_page_of_every_layout_has_it() -> None:
    document = with_logo()
    for layout in ("map", "grid", "storyboard", "findings"):
        for sheet in sheets(document, Order(layout=layout)):
            (image,) = (image for image in shown(sheet.picture) if image.data == LOGO)
            assert round(image.width / image.height, 3) == 3


def test_every_slide_and_the_web_page_have_it(tmp_path: Path) -> None:
    document = with_logo()
    deck, page = tmp_path / "a.pptx", tmp_path / "a.html"
    deliver(document, deck, Order())
    for slide in Presentation(str(deck)).slides:
        pictures = (shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE)
        (picture,) = (shape for shape in pictures if shape.image.blob == LOGO)
        title = slide.shapes.title
        assert title is not None and title.left + title.width < picture.left
    deliver(document, page, Order())
    assert '<img src="data:image/png' in page.read_text(encoding="utf-8").split("<h1>")[0]


def test_it_is_taken_back_in_one_step() -> None:
    document = with_logo()
    assert document.project.logo_id == "logo"
    document.undo()
    assert document.project.logo_id == ""
