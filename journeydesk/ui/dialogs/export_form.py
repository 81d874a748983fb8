"""What people may choose when they export: what of the project, how it is laid out, and on what page."""

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from journeydesk.exporters.catalogue import EXPORTERS, frames
from journeydesk.exporters.exporter import Exporter, ExportOptions
from journeydesk.language import LANGUAGES, N_, message, say
from journeydesk.model.document import Document
from journeydesk.model.queries import maps, personas
from journeydesk.model.records import THEMES, JourneyMap
from journeydesk.picture.theme import theme_of
from journeydesk.render.extras import NONE, Extras
from journeydesk.render.pages import NAMED, PageSize
from journeydesk.render.press import Press
from journeydesk.render.tiling import Cuts, Tiling
from journeydesk.ui.dialogs.options import OptionRows
from journeydesk.ui.dialogs.paper_rows import PaperRows, choice, choose
from journeydesk.views.catalogue import LAYOUTS
from journeydesk.views.printing import MAP, Order
from journeydesk.views.view import Subject

SCOPES = {"map": N_("This map"), "all": N_("All maps"), "selection": N_("What is selected")}
TILES = ("A4", "A3", "Letter")
MILLION = 1_000_000


class ExportForm(QWidget):
    """Choices in rows. `changed` tells that something else is wanted."""

    changed = Signal()

    def __init__(
        self,
        document: Document,
        map_id: str,
        selection: tuple[str, ...],
        formats: Sequence[Exporter] = EXPORTERS,
    ) -> None:
        super().__init__()
        self._document, self._map_id, self._selection = document, map_id, selection
        self._formats = formats
        self.cuts: Cuts | None = None  # where somebody dragged them to
        self.rows = QFormLayout(self)
        self.rows.setContentsMargins(0, 0, 8, 0)
        self.rows.setSpacing(10)
        self._make()
        for text, editor in (
            (say("Show"), self.layout_box),
            (say("Of"), self.scope),
            (say("Persona"), self.persona),
            (say("Format"), self.format),
        ):
            self.rows.addRow(text, editor)
        self.paper = PaperRows(self.rows)
        self.rows.addRow(say("Theme"), self.look)
        self.rows.addRow(say("Language"), self.language)
        self.extras = OptionRows(self.rows, NONE, say("With"))
        self.options = OptionRows(self.rows, ExportOptions())
        self.pixels = QLabel()
        self.pixels.setObjectName("muted")
        self.pixels.setWordWrap(True)
        self.rows.addRow("", self.pixels)
        self.press = OptionRows(self.rows, Press())
        self.rows.addRow(say("Tiles"), self.tile)
        self.flaps = OptionRows(self.rows, Tiling(PageSize(*NAMED["A4"])))
        for rows in self._fields:
            rows.changed.connect(self._change)
        for box in self._boxes.values():
            box.currentIndexChanged.connect(self._change)
        self._show_wanted()

    def _make(self) -> None:
        document = self._document
        shown = [(MAP, say("Map")), *((layout.name, say(layout.title)) for layout in LAYOUTS)]
        self.layout_box = choice(shown)
        self.scope = choice(list(_scopes(document, self._map_id, self._selection)))
        people = [(person.id, person.name or say("Untitled")) for person in personas(document)]
        self.persona = choice([("", say("All personas")), *people])
        self.format = choice([(exporter.name, say(exporter.title)) for exporter in self._formats])
        drawn = document.find(JourneyMap, self._map_id)
        known = {choice.key: say(choice.label) for choice in THEMES}
        own_theme = message("The map’s own ({theme})", theme=known.get(drawn.theme if drawn else "", ""))
        self.look = choice([("", say(own_theme)), *known.items()])
        own = message("The project’s own ({language})", language=LANGUAGES[document.project.language])
        self.language = choice([("", say(own)), *LANGUAGES.items()])
        self.tile = choice([("", say("In one piece")), *((name, name) for name in TILES)])
        self._boxes = {
            "tile": self.tile,
            "layout": self.layout_box, "scope": self.scope, "persona": self.persona, "format": self.format,
            "theme": self.look, "language": self.language,
        }  # fmt: skip

    # What is chosen

    @property
    def exporter(self) -> Exporter:
        """The chosen format."""
        return self._formats[self.format.currentIndex()]

    @property
    def export_options(self) -> ExportOptions:
        """What the format is asked for."""
        pressing = self._prints
        return ExportOptions(
            **self.options.values,
            press=Press(**self.press.values) if pressing else Press(),
            tiling=self.tiling if pressing else None,
        )

    @property
    def tiling(self) -> Tiling | None:
        """How the poster is cut; None where it stays in one piece."""
        paper = self.tile.currentData()
        if not paper:
            return None
        cuts = (self.cuts,) if self.cuts is not None else ()
        return Tiling(PageSize(*NAMED[paper], turnable=True), **self.flaps.values, cuts=cuts)

    def cut(self, cuts: Cuts) -> None:
        """Cuts the poster there, until something else is chosen."""
        self.cuts = cuts
        self.changed.emit()

    @property
    def order(self) -> Order:
        """What is to be printed."""
        theme, scope, persona = (
            self.look.currentData(),
            self.scope.currentData(),
            self.persona.currentData(),
        )
        is_persona = self._subject is Subject.PERSONA
        return Order(
            layout=self.layout_box.currentData(),
            map_ids=() if scope == "all" else (self._map_id,),
            persona_ids=(persona,) if persona and is_persona else (),
            page=self.paper.page if self.exporter.draw is None else None,
            theme=theme_of(theme) if theme else None,
            language=self.language.currentData(),
            extras=Extras(**self.extras.values) if self._subject is None else NONE,
            ids=self._ids if self._subject is None else (),
        )

    @property
    def choices(self) -> dict[str, Any]:
        """All that is chosen, as plain values that can be kept; nothing that only this project knows."""
        found = {name: box.currentData() for name, box in self._boxes.items() if name != "persona"}
        if found["scope"] not in SCOPES:
            del found["scope"]
        return {**found, **self._numbers}

    def choose(self, choices: dict[str, Any]) -> None:
        """Chooses all this at once; what is not offered here is passed over."""
        with QSignalBlocker(self):
            for name, box in self._boxes.items():
                choose(box, choices.get(name))
            for rows in self._fields:
                rows.choose(choices)
        self._change()

    # Within

    @property
    def _subject(self) -> Subject | None:
        """What the chosen layout shows; None for the map itself."""
        name = self.layout_box.currentData()
        return next((layout.subject for layout in LAYOUTS if layout.name == name), None)

    @property
    def _ids(self) -> tuple[str, ...]:
        """What of the map is wanted alone: what is selected, or a frame."""
        scope = self.scope.currentData()
        if scope in ("map", "all"):
            return ()
        return self._selection if scope == "selection" else (scope,)

    @property
    def _prints(self) -> bool:
        """Whether the format is for a press or a printer, of which marks and tiles can be asked."""
        return self.exporter.write is not None and self.exporter.many

    @property
    def _numbers(self) -> dict[str, Any]:
        return {name: value for rows in self._fields for name, value in rows.values.items()}

    @property
    def _fields(self) -> tuple[PaperRows | OptionRows, ...]:
        return self.paper, self.extras, self.options, self.press, self.flaps

    def _change(self) -> None:
        self.cuts = None
        self._show_wanted()
        self.changed.emit()

    def _show_wanted(self) -> None:
        """Shows the rows that mean something, and how large an image becomes."""
        subject, paged = self._subject, self.exporter.draw is None
        self.paper.show(paged)
        for editor, wanted in (
            (self.format, len(self._formats) > 1),
            (self.scope, self.scope.count() > 1 and subject in (None, Subject.MAP)),
            (self.persona, subject is Subject.PERSONA),
            (self.pixels, "dpi" in self.exporter.asks),
        ):
            self.rows.setRowVisible(editor, wanted)
        self.extras.show_all(subject is None and paged)
        self.options.show(self.exporter.asks)
        self.press.show_all(self._prints)
        self.rows.setRowVisible(self.tile, self._prints)
        self.flaps.show_all(self._prints and bool(self.tile.currentData()))
        page, dots = self.paper.page, self.options.values["dpi"]
        across, down = page.width_mm / 25.4 * dots, page.height_mm / 25.4 * dots
        self.pixels.setText(say(message("{n} million pixels", n=round(across * down / MILLION))))


def _scopes(document: Document, map_id: str, selection: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """What can be shown: maps, what is selected, each frame of the map by its title; key and text."""
    wanted = {"map": True, "all": len(maps(document)) > 1, "selection": bool(selection)}
    yield from ((key, say(text)) for key, text in SCOPES.items() if wanted[key])
    for frame in frames(document, map_id):
        title = " ".join(frame.title.split()) or say("Untitled")
        yield frame.id, say(message("Frame “{title}”", title=title))
