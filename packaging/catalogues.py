"""Brings the translations up to date with the program and its templates.

    python packaging/catalogues.py            collects the texts, updates every .po, compiles every .mo
    python packaging/catalogues.py --check    changes nothing; tells what is unfinished, and exits with 1

    python packaging/catalogues.py --add de   begins a language, given by its code

To add a language is to add its .po: the program offers every language that has one.
"""

import argparse
import io
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from journeydesk import templates  # noqa: E402  (found only now)
from journeydesk.language import name_of  # noqa: E402  (found only now)

FOLDER = ROOT / "resources" / "translations"
DOMAIN = "journeydesk"
KEYWORDS = {"say": None, "N_": None, "message": (1,), "counted": (1, 2)}
PLACEHOLDER = re.compile(r"\{(\w*)[^{}]*\}")
# A date would change the files at every run, though nothing else did.
UNDATED = datetime(2000, 1, 1, tzinfo=UTC)
_NOISE = re.compile(
    rb'^"(POT-Creation-Date|PO-Revision-Date|Last-Translator|Generated-By|Language-Team):.*\n', re.M
)


def languages() -> tuple[str, ...]:
    """The languages that have a catalogue; English is the language of the texts themselves."""
    return tuple(sorted(path.parts[-3] for path in FOLDER.glob(f"*/LC_MESSAGES/{DOMAIN}.po")))


def po_path(language: str) -> Path:
    """Where a language's translations are written."""
    return FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def collected() -> Catalog:
    """Every text of the program and of the templates, in the order of the files."""
    catalog = Catalog(project="JourneyDesk", version="1", header_comment="# Texts of JourneyDesk.")
    for path in sorted((ROOT / "journeydesk").rglob("*.py")):
        place = path.relative_to(ROOT).as_posix()
        for _line, found, comments, _context in extract_from_file("python", str(path), keywords=KEYWORDS):
            catalog.add(found, locations=[(place, 0)], auto_comments=comments)
    for name in templates.NAMES:
        for text in templates.texts(name):
            catalog.add(text, locations=[(f"resources/templates/{name}.toml", 0)])
    return catalog


def known(language: str) -> Catalog:
    """The translations of a language as they stand in its .po."""
    path = po_path(language)
    if not path.exists():
        return Catalog(locale=language, domain=DOMAIN, project="JourneyDesk", version="1")
    with path.open("rb") as file:
        return read_po(file, locale=language, domain=DOMAIN)


def updated(language: str, texts: Catalog) -> Catalog:
    """A language's catalogue with exactly these texts; what is not used any more is dropped."""
    catalog = known(language)
    catalog.update(texts, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    catalog.header_comment = f"# JourneyDesk: {name_of(language)}."
    catalog.fuzzy = False
    return catalog


def as_po(catalog: Catalog) -> bytes:
    """The text of a .po or a .pot: file names without line numbers, no dates."""
    written = io.BytesIO()
    write_po(written, catalog, width=110, include_lineno=False, ignore_obsolete=True)
    return _NOISE.sub(b"", written.getvalue())


def as_mo(catalog: Catalog) -> bytes:
    """The compiled catalogue, the same at every run."""
    catalog.creation_date = catalog.revision_date = UNDATED
    written = io.BytesIO()
    write_mo(written, catalog)
    return written.getvalue()


def forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    """A text's singular and plural forms, or the one form that it has."""
    return (text or "",) if text is None or isinstance(text, str) else tuple(text)


def fault(translated: Message) -> str:
    """What is wrong with a translation, or ""."""
    originals, translations = forms(translated.id), forms(translated.string)
    if not all(translations):
        return "not translated"
    if translated.fuzzy:
        return "fuzzy"
    wanted = {name for text in originals for name in PLACEHOLDER.findall(text)}
    if len(translations) == 1 and set(PLACEHOLDER.findall(translations[0])) != wanted:
        return "other placeholders than the original"
    if any(not set(PLACEHOLDER.findall(text)) <= wanted for text in translations):
        return "a placeholder that the original does not have"
    return ""


def faults() -> Iterator[str]:
    """Everything that is unfinished, wrong or stale, one sentence each."""
    texts = collected()
    if not _is(FOLDER / f"{DOMAIN}.pot", as_po(texts)):
        yield f"{DOMAIN}.pot is stale"
    for language in languages():
        path = po_path(language)
        catalog = updated(language, texts)
        for translated in catalog:
            if translated.id and (wrong := fault(translated)):
                yield f"{language}: {forms(translated.id)[0]!r}: {wrong}"
        if not _is(path, as_po(catalog)):
            yield f"{path.name} ({language}) is stale"
        if not _is(path.with_suffix(".mo"), as_mo(known(language))):
            yield f"{path.with_suffix('.mo').name} ({language}) is stale"


def update(*added: str) -> None:
    """Writes the .pot, every .po and every .mo, those of languages that are `added` besides."""
    texts = collected()
    (FOLDER / f"{DOMAIN}.pot").write_bytes(as_po(texts))
    for language in sorted({*languages(), *added}):
        path = po_path(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(as_po(updated(language, texts)))
        path.with_suffix(".mo").write_bytes(as_mo(known(language)))


def main() -> int:
    """The command: 0 when all is well, else 1."""
    parser = argparse.ArgumentParser(description="Brings the translations up to date.")
    parser.add_argument("--check", action="store_true", help="change nothing, tell what is unfinished")
    parser.add_argument("--add", metavar="CODE", default=[], action="append", help="begin a language")
    asked = parser.parse_args()
    if not asked.check:
        update(*asked.add)
    found = list(faults())
    print("\n".join(found) or "All translations are complete and up to date.")
    return 1 if found else 0


def _is(path: Path, content: bytes) -> bool:
    return path.exists() and path.read_bytes() == content


if __name__ == "__main__":
    sys.exit(main())
