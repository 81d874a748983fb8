"""Of a photo the part is seen where the face is, and never what lies beside the photo."""

from hypothesis import given
from hypothesis import strategies as st

from journeydesk.kinds.portrait import initials, portrait, seen_part
from journeydesk.model.clean import clean_record
from journeydesk.model.records import Asset, Persona
from journeydesk.picture.marks import Image, Text
from tests.kinds.samples import look

SIDE = st.integers(1, 4000)
NUMBER = st.floats(-1, 2)


@given(SIDE, SIDE, NUMBER, NUMBER, st.floats(0, 20))
def test_the_part_is_a_square_within_the_photo(
    width: int, height: int, x: float, y: float, zoom: float
) -> None:
    persona = clean_record(Persona(id="lucy", face_x=x, face_y=y, face_zoom=zoom))
    part = seen_part(persona, Asset(id="a", width=width, height=height))
    assert -1e-9 <= part.left < part.right <= 1 + 1e-9 and -1e-9 <= part.top < part.bottom <= 1 + 1e-9
    assert abs(part.width * width - part.height * height) < 1e-6 * max(width, height)
    assert abs(part.width * width * persona.face_zoom - min(width, height)) < 1e-6 * max(width, height)


def test_without_a_photo_there_are_initials_and_without_a_name_a_sign() -> None:
    with_photo = portrait(Persona(id="p", name="Ann", photo_id="photo"), look(), 0, 0, 80, "#44566c")
    named = portrait(Persona(id="p", name="Ann Marie Low"), look(), 0, 0, 80, "#44566c")
    unnamed = portrait(Persona(id="p"), look(), 0, 0, 80, "#44566c")
    assert isinstance(with_photo[0], Image)
    assert [mark.text for mark in named if isinstance(mark, Text)] == ["AL"] == [initials("Ann Marie Low")]
    assert unnamed and not any(isinstance(mark, Text | Image) for mark in unnamed)
