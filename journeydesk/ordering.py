"""The arguments of the command line by which an export is ordered, and what they mean.

What the formats, the press and tiles ask has an argument for each field that describes itself.
"""

import argparse
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from journeydesk.exporters.catalogue import frame_named, map_named, persona_named, suffixes
from journeydesk.exporters.exporter import ExportOptions
from journeydesk.kinds.frame import Frame
from journeydesk.language import LANGUAGES, Message, Problem, message, say
from journeydesk.model.document import Document
from journeydesk.model.fields import Editor, Field, described
from journeydesk.picture.theme import THEMES
from journeydesk.render.extras import Extras
from journeydesk.render.pages import PageSize, page_size
from journeydesk.render.press import Press
from journeydesk.render.proofing import proof_all
from journeydesk.render.tiling import Tiling
from journeydesk.views.printing import DEFAULT_PAGE, MAP, NAMES, Order, sheets

# What describes its own fields, with its usual values.
USUAL = (Extras(), ExportOptions(), Press(), Tiling(PageSize(210, 297)))
OTHER_NAMES = {"personas": "persona"}  # of layouts, for those who ask for their pages
MILLIMETRES = {"": 1.0, "mm": 1.0, "cm": 10.0, "in": 25.4}
_LENGTH = re.compile(rf"(-?[\d.,]+)\s*({'|'.join(MILLIMETRES)})")
PAGES = "A0…A4|B0…B5|Letter|Legal|Tabloid|ANSI-A…E|Arch-A…E1|WxHmm|roll-Wmm"


def _page(text: str) -> PageSize:
    try:
        return page_size(text)
    except Problem as problem:
        raise argparse.ArgumentTypeError(say(problem.told)) from problem


def _tile(text: str) -> PageSize:
    page = _page(text)
    if page.roll:
        raise argparse.ArgumentTypeError(say("a tile is a sheet of a certain size, not a roll"))
    return page


def describe(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments to the parser of the command."""
    endings = message(
        "files to write, in the format of their endings: {endings}", endings=", ".join(suffixes())
    )
    parser.add_argument("file", type=Path, metavar="FILE", help=say("a project file"))
    parser.add_argument("out", type=Path, nargs="+", metavar="OUT", help=say(endings))
    _describe_order(parser)
    parser.add_argument("--page", type=_page, metavar=PAGES, help=say("the size of the page; A3 by default"))
    way = parser.add_mutually_exclusive_group()
    way.add_argument("--landscape", action="store_true", help=say("a page that lies"))
    way.add_argument("--portrait", action="store_true", help=say("a page that stands"))
    parser.add_argument(
        "--language", choices=tuple(LANGUAGES), help=say("the language of labels; the project’s by default")
    )
    parser.add_argument(
        "--proof", action="store_true",
        help=say("tell what will disappoint in print: small, pale or cut letters, colours, images"),
    )  # fmt: skip
    parser.add_argument("--theme", choices=tuple(THEMES), help=say("colours; those of the map by default"))
    parser.add_argument(
        "--tile", type=_tile, metavar="A4|A3|Letter|…", help=say("cut posters into tiles of this size")
    )
    for usual in USUAL:
        _describe_fields(parser, usual)


def _describe_order(parser: argparse.ArgumentParser) -> None:
    """Which layout, of what."""
    parser.add_argument(
        "--layout", default="map", metavar="|".join(NAMES), help=say("how it is shown; as the map by default")
    )
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--map", default="", metavar="NAME", help=say("the title of a map; the first one by default")
    )
    which.add_argument("--all-maps", action="store_true", help=say("every map of the project"))
    parser.add_argument(
        "--frame", default="", metavar="TITLE", help=say("a frame of the map alone, with all that lies in it")
    )
    parser.add_argument(
        "--persona", default="", metavar="NAME", help=say("the name of a persona; all of them by default")
    )


def _describe_fields(parser: argparse.ArgumentParser, usual: Any) -> None:
    for field in described(type(usual)):
        name, default = _argument(field), getattr(usual, field.name)
        if field.editor is Editor.SWITCH:
            parser.add_argument(name, dest=field.name, action="store_true", help=say(field.hint))
        elif field.editor is Editor.CHOICE:
            keys = [choice.key for choice in field.choices]
            parser.add_argument(name, choices=keys, default=default, help=_with_default(field, default))
        elif field.editor is Editor.NUMBER:
            parser.add_argument(
                name, dest=field.name, type=partial(_number, field),
                default=None if field.unit == "mm" else default, metavar="Nmm" if field.unit == "mm" else "N",
                help=_with_default(field, f"{default:g}{' mm' if field.unit == 'mm' else ''}"),
            )  # fmt: skip


def _argument(field: Field) -> str:
    return "--" + field.name.removesuffix("_mm").replace("_", "-")


def _with_default(field: Field, default: str) -> str:
    return say(message("{what}; {value} by default", what=say(field.hint), value=default))


def _number(field: Field, text: str) -> float:
    """The number that an argument gives, within the limits of its field; lengths may have a unit."""
    found = _LENGTH.fullmatch(text.strip().lower()) if field.unit == "mm" else None
    try:
        if found is not None:
            number = float(found[1].replace(",", ".")) * MILLIMETRES[found[2]]
        else:
            number = int(text) if field.whole else float(text)
        if (field.minimum or 0) <= number <= (field.maximum or 0):
            return number
    except ValueError:
        pass
    least, most = field.minimum, field.maximum
    told = message("a number between {least} and {most}", least=least, most=most)
    if field.unit == "mm":
        told = message("a length between {least} and {most} mm, such as 5mm", least=least, most=most)
    raise argparse.ArgumentTypeError(say(told))


def order_of(document: Document, arguments: argparse.Namespace) -> Order:
    """What was asked to be printed."""
    page = arguments.page
    if arguments.landscape or arguments.portrait:
        page = page or page_size(DEFAULT_PAGE)
        page = page.landscape() if arguments.landscape else page.portrait()
    frame = _frame_of(document, arguments) if arguments.frame else None
    drawn = frame.map_id if frame is not None else map_named(document, arguments.map).id
    return Order(
        layout=OTHER_NAMES.get(arguments.layout, arguments.layout),
        map_ids=() if arguments.all_maps else (drawn,),
        ids=(frame.id,) if frame is not None else (),
        persona_ids=(persona_named(document, arguments.persona).id,) if arguments.persona else (),
        extras=Extras(**_given(Extras, arguments)),
        page=page,
        theme=THEMES[arguments.theme] if arguments.theme else None,
        language=arguments.language or "",
    )


def _frame_of(document: Document, arguments: argparse.Namespace) -> Frame:
    if arguments.layout != MAP or arguments.all_maps:
        raise Problem(message("A frame is a part of one map: leave out --layout and --all-maps."))
    return frame_named(document, arguments.frame, arguments.map)


def looked_over(document: Document, order: Order) -> Iterator[Message]:
    """What will disappoint in print of what was ordered."""
    pages = tuple(sheets(document, order))
    for number, remark in proof_all(pages):
        told = message("{told} {advice}", told=remark.told, advice=remark.advice)
        yield message("Page {n}: {told}", n=number + 1, told=told) if len(pages) > 1 else told


def options_of(arguments: argparse.Namespace) -> ExportOptions:
    """What was asked of the exporters, the press and the tiles."""
    of_tiles = _given(Tiling, arguments)
    if of_tiles and arguments.tile is None:
        lacking = ", ".join(_argument(field) for field in described(Tiling) if field.name in of_tiles)
        raise Problem(message("{arguments} tells of tiles: say how large they are with --tile A4.",
                              arguments=lacking))  # fmt: skip
    tiling = None if arguments.tile is None else Tiling(arguments.tile, **of_tiles)
    press = Press(**_given(Press, arguments))
    return ExportOptions(press=press, tiling=tiling, **_given(ExportOptions, arguments))


def _given(owner: type, arguments: argparse.Namespace) -> dict[str, Any]:
    names = [field.name for field in described(owner) if field.editor is not Editor.HIDDEN]
    return {name: value for name in names if (value := getattr(arguments, name, None)) is not None}
