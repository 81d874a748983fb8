"""Tries what the program stands on where it is installed: typefaces, languages, templates, files, exports."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from journeydesk import templates
from journeydesk.exporters.catalogue import EXPORTERS, export, map_named
from journeydesk.exporters.exporter import ExportOptions
from journeydesk.language import LANGUAGES, Message, Problem, catalogue, message, program, say
from journeydesk.model.document import Document
from journeydesk.model.records import new_id
from journeydesk.picture.faces import FACES, font_path
from journeydesk.picture.icons import has_icon
from journeydesk.picture.text import Type, shape
from journeydesk.storage.project_file import read_project, write_project

STARTS = {
    "pdf": b"%PDF-",
    "png": b"\x89PNG\r\n\x1a\n",
    "svg": b"<?xml ",
    "jpeg": b"\xff\xd8\xff",
    "tiff": b"II*\0",
    "webp": b"RIFF",
}
Step = tuple[Message, Callable[[], None]]


class FlawError(Exception):
    """What a step found wrong, for those who mend the program."""


def _typefaces() -> None:
    for face in FACES:
        if not font_path(face).is_file():
            raise FlawError(f"{font_path(face)} is missing")
    for run in shape("« Où ? » → ✓ œuvre 顧客 고객 عميل לקוח 👩‍💻", Type(12)):
        if 0 in run.glyphs:
            raise FlawError(f"no typeface draws {run.text!r}")
    if not has_icon("star"):
        raise FlawError("the icons are missing")


def _languages() -> None:
    for code in LANGUAGES:
        if code != "en" and catalogue(code)("Save") == "Save":
            raise FlawError(f"the texts of {LANGUAGES[code]} are missing")


def _steps(folder: Path) -> Iterator[Step]:
    yield message("Typefaces and icons"), _typefaces
    yield message("Languages"), _languages
    for name in templates.NAMES:
        path = folder / f"{name}.journey"
        yield message("Template {name}: made, saved, read again", name=name), _Saved(name, path)
        for exporter in EXPORTERS:
            out = path.with_suffix(exporter.suffixes[0])
            told = message("Template {name}: exported as {format}", name=name, format=out.suffix)
            yield told, _Exported(path, out, STARTS.get(exporter.name, b""))


class _Saved:
    """Makes a project from a template, and finds the same in its file."""

    def __init__(self, name: str, path: Path) -> None:
        self.name, self.path = name, path

    def __call__(self) -> None:
        document = Document(templates.make(self.name, program().language))
        write_project(self.path, document, document_uuid=new_id())
        before = {record.id: record for record in document}
        if {record.id: record for record in read_project(self.path).records} != before:
            raise FlawError("the file does not hold what was saved")


class _Exported:
    """Exports the first map of a project file."""

    def __init__(self, path: Path, out: Path, start: bytes) -> None:
        self.path, self.out, self.start = path, out, start

    def __call__(self) -> None:
        document = Document(read_project(self.path).records)
        export(document, self.out, map_id=map_named(document).id, options=ExportOptions(50))
        written = self.out.read_bytes()
        if not written.startswith(self.start) or len(written) < 500:
            raise FlawError(f"{self.out.name} is not what its name promises")


def selftest() -> bool:
    """Runs every step and prints a line for each; whether all went well."""
    well = True
    with tempfile.TemporaryDirectory(prefix="journeydesk-") as folder:
        for told, run in _steps(Path(folder)):
            try:
                run()
            except (FlawError, Problem, OSError) as error:
                reason = say(error.told) if isinstance(error, Problem) else str(error)
                print(say(message("FAILED  {step}: {reason}", step=told, reason=reason)), flush=True)
                well = False
            else:
                print(say(message("ok      {step}", step=told)), flush=True)
    print(say("All is well.") if well else say("Something is wrong with this installation."))
    return well
