"""The guide in a window of its own, beside the work: pages at the left, what they say at the right."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QPalette, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from journeydesk import guide
from journeydesk.language import program, say
from journeydesk.ui.guide.telling import Telling
from journeydesk.ui.keymap import Keymap
from journeydesk.ui.matching import bare

SIZE = (940, 680)
SIDE = 290
WIDEST = 540  # pixels of a picture


class Leaf(QTextBrowser):
    """A page, with its pictures as wide as there is room for."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        ratio = self.devicePixelRatioF()
        image = QImage(f"{self.searchPaths()[0]}/{QUrl(name).toString()}")
        image = image.scaledToWidth(round(WIDEST * ratio), Qt.TransformationMode.SmoothTransformation)
        image.setDevicePixelRatio(ratio)
        return image


class Guide(QDialog):
    """Stays open while people work. Typing in the field leaves the pages that hold all words."""

    def __init__(self, keymap: Keymap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tell = Telling(keymap)
        self.setWindowTitle(say("Guide"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*SIZE)
        self.wanted = QLineEdit()
        self.wanted.setPlaceholderText(say("Find in the guide"))
        self.wanted.setAccessibleName(say("Find in the guide"))
        self.wanted.setClearButtonEnabled(True)
        self.wanted.textChanged.connect(self._filter)
        self.pages = QListWidget()
        self.pages.setAccessibleName(say("Pages"))
        self.pages.currentItemChanged.connect(self._show)
        self.text = Leaf()
        self.text.setAccessibleName(say("Page"))
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._follow)
        self.text.document().setDocumentMargin(20)
        self.text.document().setDefaultStyleSheet(_style(self.palette()))
        self._arrange()
        self._words = [bare(guide.words(page.name, program().language, self._tell)) for page in guide.PAGES]
        for page in guide.PAGES:
            self.pages.addItem(say(page.title))
        self.pages.setCurrentRow(0)
        self.pages.setFocus()

    def open(self) -> None:
        """Shows the window; the one that it belongs to can be worked in meanwhile."""
        self.setModal(False)
        self.show()
        self.raise_()
        self.activateWindow()

    def show_page(self, name: str) -> None:
        """Turns to a page."""
        names = [page.name for page in guide.PAGES]
        self.wanted.clear()
        self.pages.setCurrentRow(names.index(name))

    def _arrange(self) -> None:
        side = QWidget()
        side.setFixedWidth(SIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.wanted)
        column.addWidget(self.pages, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 12, 12, 12)
        row.setSpacing(12)
        row.addWidget(side)
        row.addWidget(self.text, 1)

    def _show(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        page = guide.PAGES[self.pages.row(item)]
        language = program().language
        text = guide.body(page.name, language, self._tell)
        self.text.setSearchPaths([str(guide.folder(language) / "pictures")])
        # Qt writes keys in a typeface of their own, and puts headings of columns in the middle.
        for tag, other in (("<kbd>", "<b>"), ("</kbd>", "</b>"), ("<th>", '<th align="left">')):
            text = text.replace(tag, other)
        self.text.setHtml(text)

    def _follow(self, link: QUrl) -> None:
        name = link.toString().removesuffix(".md")
        if any(page.name == name for page in guide.PAGES):
            self.show_page(name)
        elif link.scheme() in ("http", "https"):
            QDesktopServices.openUrl(link)

    def _filter(self, wanted: str) -> None:
        words = bare(wanted).split()
        shown = [all(word in text for word in words) for text in self._words]
        for row, is_shown in enumerate(shown):
            self.pages.item(row).setHidden(not is_shown)
        current = self.pages.currentRow()
        if any(shown) and (current < 0 or not shown[current]):
            self.pages.setCurrentRow(shown.index(True))
        if words and any(shown):
            self._mark(words)

    def _mark(self, words: Iterable[str]) -> None:
        """Goes to the first of the words on the page."""
        self.text.moveCursor(self.text.textCursor().MoveOperation.Start)
        for word in words:
            if self.text.find(word):
                return


def _style(palette: QPalette) -> str:
    key, edge = palette.color(QPalette.ColorRole.AlternateBase).name(), palette.mid().color().name()
    link = palette.color(QPalette.ColorRole.Link).name()
    return (
        f"code, pre {{ background: {key} }}"
        f" a {{ color: {link} }} td, th {{ padding: 5px 12px 5px 0 }} table {{ margin-bottom: 12px }}"
        f" h1 {{ font-size: 20pt }} h2 {{ font-size: 14pt; margin-top: 18px }}"
        f" p, li {{ line-height: 140% }} hr {{ color: {edge} }}"
    )
