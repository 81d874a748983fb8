"""The command line: opens the editor, or makes, tells about and exports projects without a window.

Qt and what the commands need are imported where they are used, so that `--version` and a mistyped command
answer at once.
"""

import argparse
import json
import logging
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import platformdirs

from journeydesk import __version__
from journeydesk.language import (
    LANGUAGES,
    N_,
    Message,
    Problem,
    catalogue,
    counted,
    labelled,
    message,
    program,
    say,
)

PROGRAM = "journeydesk"
DONE, FAILED, MISUSED = 0, 1, 2


class _Parser(argparse.ArgumentParser):
    """Tells a mistake in one line."""

    def error(self, message: str) -> NoReturn:  # the name is argparse's
        _complain(message)
        self.exit(MISUSED)


@dataclass(frozen=True, slots=True)
class Command:
    """A row of `COMMANDS`: its name, what it does, its arguments, and the function that does it."""

    name: str
    about: str
    describe: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


def _complain(told: Message | str) -> None:
    text = say(told) if isinstance(told, Message) else told
    print(f"{PROGRAM}: {text.replace(chr(10), ' ')}", file=sys.stderr)


# Arguments


def _describe_new(parser: argparse.ArgumentParser) -> None:
    from journeydesk import templates  # reads the list of templates

    parser.add_argument("out", type=Path, metavar="OUT.journey", help=say("the project file to make"))
    parser.add_argument(
        "--template",
        metavar="|".join(templates.NAMES),
        default="blank",
        help=say("the journey to start from"),
    )
    parser.add_argument(
        "--language", choices=tuple(LANGUAGES), help=say("the language of its maps; the program's by default")
    )


def _describe_info(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help=say("a project file"))
    parser.add_argument("--json", action="store_true", help=say("tell it as one JSON object"))


def _describe_check(parser: argparse.ArgumentParser) -> None:
    _describe_info(parser)
    parser.add_argument("--language", choices=tuple(LANGUAGES), help=say("the language of what is told"))


def _describe_guide(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="FOLDER", help=say("where the pages are written"))
    parser.add_argument("--language", choices=tuple(LANGUAGES), help=say("the language of the pages"))


def _describe_describe(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help=say("a project file"))
    parser.add_argument(
        "--map", default="", metavar="NAME", help=say("the title of a map; all of them by default")
    )
    parser.add_argument(
        "--language",
        choices=tuple(LANGUAGES),
        help=say("the language of what is told; the project’s by default"),
    )


def _describe_export(parser: argparse.ArgumentParser) -> None:
    from journeydesk.ordering import describe

    describe(parser)


# Commands


def _open(paths: Sequence[Path]) -> int:
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in screens):
        raise Problem(
            message("There is no screen to open a window on. Commands that need none: {commands}.",
                    commands=", ".join(command.name for command in COMMANDS))
        )  # fmt: skip
    # Qt takes a while to load.
    from journeydesk.ui.start import run

    return run(*paths)


def _new(arguments: argparse.Namespace) -> int:
    from journeydesk import templates
    from journeydesk.model.document import Document
    from journeydesk.model.records import new_id
    from journeydesk.storage.project_file import write_project

    out: Path = arguments.out
    if os.path.lexists(out):
        raise Problem(
            message("“{name}” exists already and was left as it is. Choose another name.", name=out)
        )
    records = templates.make(arguments.template, arguments.language or program().language)
    write_project(out, Document(records), document_uuid=new_id())
    return DONE


def _info(arguments: argparse.Namespace) -> int:
    from journeydesk.analysis.inventory import inventory
    from journeydesk.model.document import Document
    from journeydesk.storage.project_file import read_project

    contents = read_project(arguments.file)
    found: dict[str, Any] = {
        "file": str(arguments.file),
        "format": contents.format,
        "size": contents.mark.size,
        **inventory(Document(contents.records)),
    }
    for notice in contents.notices:
        _complain(notice)
    if arguments.json:
        print(json.dumps(found, ensure_ascii=False))
    else:
        print("\n".join(_told(found)))
    return DONE


def _check(arguments: argparse.Namespace) -> int:
    from journeydesk.analysis.findings import findings
    from journeydesk.analysis.reporting import lines, plain
    from journeydesk.model.document import Document
    from journeydesk.storage.project_file import read_project

    contents = read_project(arguments.file)
    document = Document(contents.records)
    for notice in contents.notices:
        _complain(notice)
    found, told = findings(document), catalogue(arguments.language or program().language)
    if arguments.json:
        rows = plain(document, found, told)
        print(json.dumps({"file": str(arguments.file), "findings": rows}, ensure_ascii=False))
    else:
        print("\n".join(lines(document, found, told)))
    return DONE


def _in_words(arguments: argparse.Namespace) -> int:
    from journeydesk.analysis.description import descriptions
    from journeydesk.exporters.catalogue import map_named
    from journeydesk.model.document import Document
    from journeydesk.storage.project_file import read_project

    contents = read_project(arguments.file)
    document = Document(contents.records)
    keys = (map_named(document, arguments.map).id,) if arguments.map else ()
    for notice in contents.notices:
        _complain(notice)
    print(descriptions(document, catalogue(arguments.language or document.project.language), keys))
    return DONE


def _told(found: dict[str, Any]) -> list[str]:
    """The counts for people."""
    from journeydesk.kinds.catalogue import kind_named

    lines = [
        found["title"] or say("Untitled"),
        say(message("{file}: {size} bytes, format {format}, language {language}",
                    file=found["file"], size=found["size"], format=found["format"],
                    language=LANGUAGES.get(found["language"], found["language"]))),
        ", ".join(say(told) for told in (
            counted("1 persona", "{n} personas", found["personas"]),
            counted("1 source of evidence", "{n} sources of evidence", found["evidence"]),
            counted("1 picture or file", "{n} pictures or files", found["assets"]),
            counted("1 comment", "{n} comments", found["comments"]),
        )),
    ]  # fmt: skip
    for drawn in found["maps"]:
        kinds = [f"{say(kind_named(name).title)} {number}" for name, number in drawn["nodes"].items()]
        links = say(counted("1 arrow", "{n} arrows", drawn["links"]))
        counts = labelled(drawn["title"] or say("Untitled"), ", ".join([*kinds, links]))
        lines.append(f"  {say(counts)}")
    return lines


def _export(arguments: argparse.Namespace) -> int:
    from journeydesk.exporters.catalogue import deliver, exporter_for
    from journeydesk.model.document import Document
    from journeydesk.ordering import looked_over, options_of, order_of
    from journeydesk.storage.project_file import read_project

    for out in arguments.out:
        exporter_for(out)
    contents = read_project(arguments.file)
    document = Document(contents.records)
    order = order_of(document, arguments)
    for notice in contents.notices:
        _complain(notice)
    missing, options = "", options_of(arguments)
    for told in looked_over(document, order) if arguments.proof else ():
        _complain(told)
    for out in arguments.out:
        missing = deliver(document, out, order, options)
    if missing:
        _complain(message("No bundled typeface has these characters; they are drawn as boxes: {characters}",
                          characters=" ".join(missing)))  # fmt: skip
    return DONE


def _guide(arguments: argparse.Namespace) -> int:
    from journeydesk.guide import write_pages
    from journeydesk.ui.guide.telling import Telling
    from journeydesk.ui.keymap import Keymap

    told = catalogue(arguments.language or program().language)
    try:
        pages = write_pages(arguments.folder, told, Telling(Keymap({}), told))
    except OSError as error:
        raise Problem(
            message("The guide cannot be written to “{name}”: {reason}.",
                    name=arguments.folder, reason=error.strerror or str(error))
        ) from error  # fmt: skip
    print(pages[0])
    return DONE


COMMANDS: tuple[Command, ...] = (
    Command("new", N_("make a project file from a template"), _describe_new, _new),
    Command("info", N_("tell what a project file holds"), _describe_info, _info),
    Command("check", N_("tell where the maps of a project file are guessing"), _describe_check, _check),
    Command("guide", N_("write the guide as pages for a browser"), _describe_guide, _guide),
    Command(
        "describe", N_("tell in words all that the maps of a project file say"), _describe_describe, _in_words
    ),
    Command("export", N_("write a map as a poster, a picture or a deck"), _describe_export, _export),
)


def _start(arguments: Sequence[str]) -> int:
    for command in COMMANDS:
        if arguments and arguments[0] == command.name:
            parser = _Parser(prog=f"{PROGRAM} {command.name}", description=say(command.about))
            command.describe(parser)
            return command.run(parser.parse_args(arguments[1:]))
    commands = "\n".join(f"  {PROGRAM} {command.name:8} {say(command.about)}" for command in COMMANDS)
    parser = _Parser(
        prog=PROGRAM,
        description=say("Draw the journeys that customers really take, and carry them into the room."),
        epilog=f"{say('Commands that need no window:')}\n{commands}\n\n"
        + say("“journeydesk COMMAND --help” tells more about a command."),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "file",
        type=Path,
        nargs="*",
        metavar="FILE",
        help=say("projects to open in the editor, each in a window"),
    )
    parser.add_argument("--version", action="version", version=f"JourneyDesk {__version__}")
    parser.add_argument("--selftest", action="store_true", help=say("try out this installation"))
    chosen = parser.parse_args(arguments)
    if chosen.selftest:
        from journeydesk.selftest import selftest

        return DONE if selftest() else FAILED
    return _open(chosen.file)


def _write_log() -> Path:
    """Writes the exception under way to the log; gives the log's path."""
    path = Path(platformdirs.user_log_dir(PROGRAM, appauthor=False)) / f"{PROGRAM}.log"
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        file = logging.FileHandler(path, encoding="utf-8")
        file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
        log = logging.getLogger(PROGRAM)
        log.addHandler(file)
        log.propagate = False
        log.exception("unexpected")
        log.removeHandler(file)
        file.close()
    return path


def _unexpected(error: Exception) -> Message:
    """What is told of an exception under way that nobody foresaw, or that comes of too little memory."""
    # The system says the latter where there is no room for a library.
    if isinstance(error, MemoryError) or "failed to map segment" in f"{error} {error.__cause__}":
        return message("There is not enough memory.")
    return message("Something went wrong that should not have. Details are in {file}.", file=_write_log())


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command line, the process's own by default; gives the exit status: 0 done, 1 not, 2 misused."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that lacks a letter must not stop a command.
        with suppress(AttributeError, ValueError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # others are passed over
    # Nothing here multiplies matrices, for which the library would take memory for each core.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        status = _start(sys.argv[1:] if arguments is None else arguments)
        sys.stdout.flush()
        return status
    except Problem as problem:
        _complain(problem.told)
    except KeyboardInterrupt:
        _complain(message("Interrupted."))
    except BrokenPipeError:
        # Whoever read has gone; what is left in the buffer must not raise again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Exception as error:
        _complain(_unexpected(error))
    return FAILED
