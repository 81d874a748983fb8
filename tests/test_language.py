"""What the program says can be translated, and is: completely, and in proper French."""

import ast
import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from journeydesk import language
from journeydesk.language import Catalogue, Message, catalogue, counted, message, program, use

ROOT = Path(__file__).resolve().parent.parent
NARROW, WIDE = "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"


def load_tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("catalogues", ROOT / "packaging" / "catalogues.py")
    assert spec and spec.loader
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    return tool


catalogues = load_tool()


def french() -> list[tuple[str, str]]:
    """Every original with its translation, plural forms one by one."""
    return [
        (catalogues.forms(entry.id)[0], text)
        for entry in catalogues.known("fr")
        if entry.id
        for text in catalogues.forms(entry.string)
    ]


def marked_calls(path: Path) -> list[ast.Call]:
    """The calls that mark a text for translation."""
    return [
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in catalogues.KEYWORDS
        and node.args
    ]


def texts_of(call: ast.Call) -> list[ast.expr]:
    assert isinstance(call.func, ast.Name)
    return call.args[:2] if call.func.id == "counted" else call.args[:1]


def is_composed(text: ast.expr) -> bool:
    """Whether a text is put together when the program runs."""
    if isinstance(text, ast.Call) and isinstance(text.func, ast.Attribute):
        return text.func.attr in ("format", "join", "replace")
    return isinstance(text, ast.JoinedStr | ast.BinOp)


@pytest.mark.parametrize("path", sorted((ROOT / "journeydesk").rglob("*.py")), ids=lambda path: path.name)
def test_marked_texts_are_written_out(path: Path) -> None:
    """An f-string or a sum is never found in a catalogue. `say` may be given what was marked elsewhere."""
    wrong = []
    for call in marked_calls(path):
        assert isinstance(call.func, ast.Name)
        for text in texts_of(call):
            literal = isinstance(text, ast.Constant) and isinstance(text.value, str)
            must_be_literal = call.func.id in ("N_", "counted")
            if is_composed(text) or (must_be_literal and not literal):
                wrong.append(f"line {call.lineno}: {ast.unparse(call)[:80]}")
    assert wrong == []


SHOWING = {
    *("QLabel", "QPushButton", "QCheckBox", "QAction", "ShortLabel", "setText", "setToolTip", "setStatusTip"),
    *("setWindowTitle", "setPlaceholderText", "setAccessibleName", "setAccessibleDescription", "addItem"),
    *("addAction", "addButton", "setTitle", "setSuffix", "announce", "tell", "tell_problem", "Problem"),
}
NAMES = {"JourneyDesk", "https://", "mm"}  # the same in every language


def unmarked(source: str) -> list[str]:
    """The words that a program shows to people without marking them for translation."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    shown = [call for call in calls if getattr(call.func, "id", getattr(call.func, "attr", "")) in SHOWING]
    words = []
    for text in (argument for call in shown for argument in call.args):
        parts = text.values if isinstance(text, ast.JoinedStr) else [text]
        told = [
            part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)
        ]
        words += [one for one in told if re.search(r"[^\W\d_]{2}", one) and one.strip() not in NAMES]
    return words


@pytest.mark.parametrize("path", sorted((ROOT / "journeydesk").rglob("*.py")), ids=lambda path: path.name)
def test_nothing_is_shown_that_nobody_can_translate(path: Path) -> None:
    assert unmarked(path.read_text(encoding="utf-8")) == []


def test_words_that_are_not_marked_are_found() -> None:
    assert unmarked('label.setText("Save now")') == ["Save now"]
    assert unmarked('label.setText(f"Saved {name}")') == ["Saved "]
    assert unmarked('raise Problem("It broke")') == ["It broke"]
    assert unmarked('label.setText(say("Save")); label.setText(f"{a}: {b}")') == []


def test_the_catalogues_are_complete_and_fresh() -> None:
    """If this fails: `python packaging/catalogues.py`, then translate what it names."""
    assert list(catalogues.faults()) == []


def test_a_second_update_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogues, "FOLDER", tmp_path)
    catalogues.update("fr")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.*")}
    catalogues.update()
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.*")} == before
    assert len(before) == 3
    assert any("not translated" in fault for fault in catalogues.faults())


def test_a_language_is_offered_as_soon_as_it_has_a_catalogue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogues, "FOLDER", tmp_path)
    catalogues.update("de", "tlh")
    monkeypatch.setattr(language.resources, "path", lambda *parts: tmp_path)
    assert language._offered() == {"en": "English", "de": "Deutsch", "tlh": "tlh"}
    assert Catalogue("de")("Save") == "Save", "what is not translated yet stays English"


def test_wrong_translations_are_found() -> None:
    from babel.messages.catalog import Message as Entry

    assert catalogues.fault(Entry("Open {name}", string="Ouvrir {name}")) == ""
    assert catalogues.fault(Entry("Open {name}", string="Ouvrir {nom}"))
    assert catalogues.fault(Entry("Open {name}", string="Ouvrir"))
    assert catalogues.fault(Entry("Open", string=""))
    assert catalogues.fault(Entry("Open", string="Ouvrir", flags=["fuzzy"]))
    assert catalogues.fault(Entry(("1 node", "{n} nodes"), string=("1 nœud", "{n} nœuds"))) == ""
    assert catalogues.fault(Entry(("1 node", "{n} nodes"), string=("1 nœud", "")))


def test_french_is_set_as_french_printers_do() -> None:
    spaces = f"{NARROW}{WIDE}"
    rules = {
        "a no-break space before ; : ! ?": rf"[^{spaces}][;!?](?!\w)|[^{spaces}]:(?=\s|$)",
        "a no-break space within guillemets": rf"«(?![{spaces}])|(?<![{spaces}])»",
        "guillemets for quotation": '[“”"]',
        "a typographic apostrophe": r"\w'\w",
        "an ellipsis of one character": r"\.\.\.",
        "a no-break space before a unit": r"[\d}] [€%]",
    }
    wrong = [
        (told, text) for _original, text in french() for told, rule in rules.items() if re.search(rule, text)
    ]
    assert wrong == []


def test_french_is_in_sentence_case() -> None:
    """English menus capitalise every word; French ones do not."""
    names = {"Bennett", "Ashworth", "Delorme", "Nord", "JourneyDesk"}
    wrong = [
        text
        for original, text in french()
        if original.istitle() and any(word[0].isupper() for word in text.split()[1:] if word not in names)
    ]
    assert wrong == []


def test_words_of_the_field_are_those_of_the_field() -> None:
    say = catalogue("fr")
    words = {
        "Persona": "Persona",
        "Map": "Carte",
        "Stage": "Étape",
        "Touchpoint": "Point de contact",
        "Decision point": "Point de décision",
        "Outcome": "Issue",
        "Branch": "Branche",
        "Transition": "Transition",
        "Influence": "Influence",
        "Channel": "Canal",
        "Device": "Appareil",
        "Department": "Service",
        "Sentiment": "Ressenti",
        "Moment of truth": "Moment de vérité",
        "Pain point": "Irritant",
        "Opportunity": "Opportunité",
        "Job to be done": "Tâche à accomplir",
    }
    assert {word: say(word) for word in words} == words


def test_messages_are_filled_and_counted_in_each_language() -> None:
    english, translated = catalogue("en"), catalogue("fr")
    assert english(counted("1 node", "{n} nodes", 2)) == "2 nodes"
    assert translated(counted("1 node", "{n} nodes", 0)) == "1 nœud"
    assert translated(counted("1 node", "{n} nodes", 2)) == "2 nœuds"
    assert translated(message("Delete {what}", what=counted("1 node", "{n} nodes", 3))) == "Supprimer 3 nœuds"
    assert translated("") == "" and translated(Message("")) == ""


def test_an_unknown_language_is_english() -> None:
    assert catalogue("tlh")("Stage") == "Stage"


def test_the_program_speaks_the_language_in_use() -> None:
    before = program().language
    use("fr")
    try:
        assert program()("Stage") == "Étape"
    finally:
        use(before)
