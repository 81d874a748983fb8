"""The guide: whole in every language, true about the program's commands, and readable as pages."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PIL import Image

from journeydesk import guide
from journeydesk.app import main
from journeydesk.language import LANGUAGES, catalogue
from journeydesk.ui.actions import ACTIONS
from journeydesk.ui.guide.telling import Telling
from journeydesk.ui.keymap import Keymap
from journeydesk.ui.tips import TIPS
from journeydesk.ui.tour.steps import STEPS

IDS = {row.id for row in ACTIONS}
EVERY = [(page.name, code) for page in guide.PAGES for code in LANGUAGES]
LINKED = re.compile(r"\]\(([a-z]+)\.md\)")
CODE = re.compile(r"`[^`]*`|\]\([^)]*\)|^    .*$|\{[^}]*\}", re.MULTILINE)
PICTURE = re.compile(r"!\[([^\]]+)\]\(([a-z]+\.png)\)")


@pytest.mark.parametrize(("name", "code"), EVERY)
def test_a_page_names_only_actions_pages_and_pictures_that_there_are(name: str, code: str) -> None:
    text = guide.source(name, code)
    assert set(guide.mentioned(text)) <= IDS
    assert set(LINKED.findall(text)) <= {page.name for page in guide.PAGES}
    for told, picture in PICTURE.findall(text):
        assert told
        with Image.open(guide.folder(code) / "pictures" / picture) as image:
            assert image.width >= 800


@pytest.mark.parametrize("name", [page.name for page in guide.PAGES])
def test_a_page_tells_the_same_in_every_language(name: str) -> None:
    texts = [guide.source(name, code) for code in LANGUAGES]
    counts = [
        (
            sorted(guide.PLACE.findall(text)),
            sorted(LINKED.findall(text)),
            [picture for _, picture in PICTURE.findall(text)],
            len(re.findall(r"^#", text, re.MULTILINE)),
            len(re.findall(r"^\|", text, re.MULTILINE)),
        )
        for text in texts
    ]
    assert all(count == counts[0] for count in counts)


def test_french_pages_are_set_as_french_printers_do() -> None:
    for page in guide.PAGES:
        text = CODE.sub("", guide.source(page.name, "fr"))
        assert not re.search(r"[  ][;!?:»]|« |'|\.\.\.", text), page.name
        assert not re.search(r"\w[;!?](\s|$)|\w:\s", text), page.name


def test_keys_are_told_as_they_are_at_present() -> None:
    own = Keymap({"undo": ["Ctrl+Alt+U", "Alt+Backspace"]})
    assert "<kbd>Ctrl+Alt+U</kbd>" in guide.body("first", "en", Telling(own, catalogue("en")))
    told = guide.words("first", "fr", Telling(Keymap({}), catalogue("fr")))
    assert "Aide › " in told
    assert "{" not in told


class Reader(HTMLParser):
    """What a page refers to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if name in ("href", "src") and value]


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_guide_is_written_as_pages_that_lead_to_one_another(code: str, tmp_path: Path) -> None:
    assert main(["guide", str(tmp_path / "guide"), "--language", code]) == 0
    pages = list((tmp_path / "guide").glob("*.html"))
    assert len(pages) == len(guide.PAGES)
    for page in pages:
        reader = Reader()
        reader.feed(page.read_text(encoding="utf-8"))
        assert all((page.parent / target).is_file() for target in reader.found)
        assert len(reader.found) >= len(guide.PAGES)


def test_a_folder_that_cannot_be_written_is_told_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    assert main(["guide", str(tmp_path / "file" / "guide")]) == 1
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("text", [*TIPS, *(step.text for step in STEPS)])
def test_tips_and_steps_name_actions_that_there_are_in_every_language(text: str) -> None:
    assert set(guide.mentioned(text)) <= IDS
    for code in LANGUAGES:
        said = catalogue(code)(text)
        assert sorted(guide.PLACE.findall(said)) == sorted(guide.PLACE.findall(text))
