"""How the window looks: Fusion, with a light and a dark palette of our own and the bundled typeface."""

from dataclasses import dataclass

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from journeydesk import resources
from journeydesk.language import N_
from journeydesk.model.fields import Choice
from journeydesk.picture.faces import FACES
from journeydesk.ui.text_size import USUAL, scaled

APPEARANCES = (
    Choice("light", N_("Light")),
    Choice("dark", N_("Dark")),
    Choice("system", N_("Like the system")),
)
# Where Inter has no glyph, the window looks for it where maps do.
FAMILIES = (
    "Inter",
    "DejaVu Sans",
    "Noto Sans Hebrew",
    "Noto Sans Arabic",
    "Noto Sans Devanagari",
    "Noto Sans Thai",
    "Droid Sans Fallback",
    "Noto Emoji",
    "Noto Sans Symbols2",
)


@dataclass(frozen=True, slots=True)
class Tones:
    """The colours of the window. `line` parts areas, `edge` surrounds what can be changed."""

    window: str
    base: str
    raised: str
    text: str
    muted: str
    faint: str
    line: str
    edge: str
    accent: str
    on_accent: str
    soft: str
    warning: str


LIGHT = Tones(
    window="#f3f5f8",
    base="#ffffff",
    raised="#ffffff",
    text="#1b2430",
    muted="#56616f",
    faint="#97a1ad",
    line="#dde2e8",
    edge="#858c94",
    accent="#2567ad",
    on_accent="#ffffff",
    soft="#e1ecf8",
    warning="#a8420f",
)
DARK = Tones(
    window="#20262c",
    base="#181d22",
    raised="#2a323a",
    text="#e9edf1",
    muted="#aab5c0",
    faint="#6d7985",
    line="#343d47",
    edge="#717c86",
    accent="#6cb0f5",
    on_accent="#0d1a28",
    soft="#2a3c50",
    warning="#f3a26c",
)

# The sizes of text that differ from the usual one.
COMBO = 20  # pixels for the text of a list of choices
POINTS = {"chip": 8, "finder": 11, "heading": 13, "great": 24}

SHEET = """
QMainWindow, QDialog {{ background: {window}; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QMenuBar {{ background: {window}; padding: 2px 6px; border-bottom: 1px solid {line}; }}
QMenuBar::item {{
  padding: 4px 9px; border: 1px solid transparent; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected {{ background: {soft}; color: {text}; border-color: {accent}; }}
QMenuBar QToolButton, QMenuBar QToolButton:focus {{
  padding: 0; border: 0; qproperty-icon: url({closed}); }}
QMenu {{ background: {raised}; border: 1px solid {edge}; padding: 4px; }}
QMenu::item {{ padding: 4px 23px 4px 7px; border: 1px solid transparent; border-radius: 4px; }}
QMenu::item:selected {{ background: {soft}; color: {text}; border-color: {accent}; }}
QMenu::item:disabled {{ color: {faint}; }}
QMenu::icon {{ padding-left: 6px; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}
QToolTip {{ background: {raised}; color: {text}; border: 1px solid {edge}; padding: 4px 6px; }}
QLineEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox, QTableWidget {{
  background: {base}; color: {text}; border: 1px solid {edge}; border-radius: 5px; padding: 3px 6px;
  selection-background-color: {accent}; selection-color: {on_accent}; }}
QLineEdit:focus, QPlainTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QTableWidget:focus {{
  border: 2px solid {accent}; padding: 2px 5px; }}
QAbstractSpinBox {{ padding: 2px 6px; }}
QAbstractSpinBox:focus {{ padding: 1px 5px; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {{
  color: {faint}; }}
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {{
  border: 0; padding: 0; background: transparent; }}
QAbstractItemView QLineEdit {{ padding: 0 2px; border-radius: 3px; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 0; border: 0; }}
QComboBox {{ min-height: {combo}px; }}
QComboBox::drop-down {{ border: 0; width: 22px; }}
QComboBox::down-arrow {{ image: url({arrow}); width: 14px; height: 14px; }}
QComboBox QAbstractItemView {{ background: {raised}; border: 1px solid {edge}; padding: 4px; }}
QTableWidget {{ gridline-color: {line}; padding: 0; }}
QHeaderView::section {{
  background: {window}; color: {muted}; border: 0; border-bottom: 1px solid {line}; padding: 3px 6px; }}
QTreeView, QListView {{
  background: transparent; border: 1px solid transparent; border-radius: 5px; outline: 0; }}
QTreeView {{ show-decoration-selected: 1; }}
QTreeView::item, QListView::item {{ min-height: 26px; border: 0; padding-left: 2px; }}
QListView::item {{ border-radius: 4px; padding-left: 4px; }}
QTreeView::item:hover, QListView::item:hover, QTreeView::branch:hover {{ background: {line}; }}
QTreeView::item:selected, QListView::item:selected, QTreeView::branch:selected {{
  background: {soft}; color: {text}; }}
QTreeView::branch:closed:has-children {{ image: url({closed}); }}
QTreeView::branch:open:has-children {{ image: url({open}); }}
QTreeView:focus, QListView:focus {{ border: 2px solid {accent}; padding: 0; }}
QTreeView, QListView {{ padding: 1px; }}
QGraphicsView {{ border: 2px solid {window}; }}
QGraphicsView:focus {{ border-color: {accent}; }}
QPushButton {{
  background: {raised}; border: 1px solid {edge}; border-radius: 6px; padding: 6px 14px; min-height: 18px; }}
QPushButton:hover {{ background: {soft}; }}
QPushButton:focus {{ border: 2px solid {accent}; padding: 5px 13px; }}
QPushButton:default, QPushButton#primary {{
  background: {accent}; color: {on_accent}; border: 1px solid {accent}; font-weight: 600; }}
QPushButton#primary:focus, QPushButton:default:focus {{ border: 2px solid {text}; }}
QPushButton:disabled {{ color: {faint}; border-color: {line}; background: {window}; }}
QToolButton {{ border: 1px solid transparent; border-radius: 6px; padding: 4px; background: transparent; }}
QToolButton:hover {{ background: {soft}; }}
QToolButton:checked {{ background: {soft}; border-color: {accent}; }}
QToolButton:focus {{ border: 2px solid {accent}; padding: 3px; }}
QToolButton#swatch {{ padding: 1px; border-radius: 5px; }}
QToolButton#swatch:focus {{ padding: 0; }}
QToolButton::menu-indicator {{ image: none; }}
QCheckBox {{ spacing: 8px; padding: 2px; border: 2px solid transparent; border-radius: 5px; }}
QCheckBox:focus {{ border-color: {accent}; }}
QCheckBox::indicator {{
  width: 14px; height: 14px; border: 1px solid {edge}; border-radius: 4px; background: {base}; }}
QCheckBox::indicator:hover {{ border-color: {accent}; }}
QCheckBox::indicator:checked {{ background: {accent}; border-color: {accent}; image: url({check}); }}
QCheckBox::indicator:indeterminate {{ background: {accent}; border-color: {accent}; image: url({part}); }}
QStatusBar {{ background: {window}; border-top: 1px solid {line}; }}
QStatusBar::item {{ border: 0; }}
QSplitter::handle {{ background: {line}; }}
QScrollArea {{ border: 0; background: transparent; }}
QScrollArea > QWidget > QWidget#page {{ background: transparent; }}
QScrollBar:vertical {{ width: 10px; background: transparent; margin: 0; }}
QScrollBar:horizontal {{ height: 10px; background: transparent; margin: 0; }}
QScrollBar::handle {{
  background: {edge}; border-radius: 3px; margin: 2px; min-width: 32px; min-height: 32px; }}
QScrollBar::handle:hover {{ background: {muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; border: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QFrame#bar {{ background: {window}; border-right: 1px solid {line}; }}
QFrame#tabs {{ background: {window}; border-bottom: 1px solid {line}; }}
QTabBar::tab {{
  background: transparent; color: {muted}; border: 0; border-bottom: 2px solid transparent;
  padding: 5px 12px 4px 12px; margin-top: 2px; }}
QTabBar::tab:hover {{ background: {soft}; color: {text}; }}
QTabBar::tab:selected {{ color: {text}; border-bottom-color: {accent}; }}
QTabBar::tab:focus {{
  color: {accent}; background: {soft}; border: 2px solid {accent}; padding: 3px 10px 4px 10px; }}
QTabBar QToolButton {{ background: {window}; border-radius: 0; }}
QLabel#chip {{
  color: {muted}; border: 1px solid {edge}; border-radius: 7px; padding: 0 5px; font-size: {chip}pt; }}
QDialog#finder {{ background: {raised}; border: 1px solid {edge}; border-radius: 10px; }}
QLineEdit#finder {{ font-size: {finder}pt; padding: 6px 10px; }}
QLineEdit#finder:focus {{ padding: 5px 9px; }}
QDialog#finder QListView, QDialog#finder QListView:focus {{ border: 0; }}
QListView#offers {{ background: {raised}; border: 1px solid {edge}; padding: 3px; }}
QFrame#notice {{ background: {soft}; border: 0; border-bottom: 1px solid {line}; }}
QFrame#strip {{ background: {window}; border: 0; border-bottom: 1px solid {line}; }}
QToolButton#condition {{ border: 1px solid {edge}; padding: 3px 6px; background: {base}; }}
QToolButton#condition:hover {{ background: {soft}; }}
QToolButton#condition:focus {{ border: 2px solid {accent}; padding: 2px 5px; }}
QToolButton#condition[active="true"] {{ background: {soft}; border-color: {accent}; font-weight: 600; }}
QLineEdit[alarm="true"], QLineEdit[alarm="true"]:focus {{ border-color: {warning}; color: {warning}; }}
QFrame#rule {{ background: {line}; border: 0; }}
QFrame#card {{ background: {raised}; border: 1px solid {line}; border-radius: 10px; }}
QPushButton#card {{
  background: {raised}; border: 1px solid {line}; border-radius: 10px; padding: 0; text-align: left;
  font-weight: 400; }}
QPushButton#card:hover {{ border-color: {accent}; }}
QPushButton#card:focus {{ border: 2px solid {accent}; }}
QPushButton#row {{
  background: transparent; border: 1px solid transparent; border-radius: 5px; padding: 3px 4px;
  text-align: left; font-weight: 400; }}
QPushButton#row:hover {{ background: {soft}; }}
QPushButton#row:focus {{ border: 2px solid {accent}; padding: 2px 3px; }}
QPushButton#quiet, QToolButton#quiet {{
  background: transparent; border: 1px solid transparent; padding: 2px 8px; }}
QPushButton#quiet:hover {{ background: {soft}; }}
QPushButton#quiet:focus {{ border: 2px solid {accent}; padding: 1px 7px; }}
QPushButton#quiet:disabled {{ background: transparent; color: {faint}; border-color: transparent; }}
QPushButton#quiet[alarm="true"] {{ color: {warning}; font-weight: 600; }}
QToolButton#large {{ background: {raised}; border: 1px solid {edge}; padding: 6px 14px; }}
QToolButton#large:hover {{ background: {soft}; }}
QToolButton#large:checked {{ background: {soft}; border: 2px solid {accent}; padding: 5px 13px; }}
QFrame#workshop {{ background: {window}; border: 0; }}
QFrame#workshop QScrollBar:vertical {{ width: 26px; }}
QFrame#countdown {{ background: transparent; border: 0; border-radius: 8px; }}
QFrame#countdown[over="true"] {{ background: {warning}; }}
QFrame#countdown[over="true"] QLabel {{ color: {base}; }}
QProgressBar#countdown {{ background: {line}; border: 0; border-radius: 3px; }}
QProgressBar#countdown::chunk {{ background: {accent}; border-radius: 3px; }}
QLabel#muted, QLabel#keys {{ color: {muted}; }}
QLabel#own {{ color: {accent}; font-weight: 600; }}
QLabel#warning {{ color: {warning}; font-weight: 600; }}
QLabel#section {{ color: {muted}; font-weight: 600; }}
QLabel#strong {{ font-weight: 600; }}
QLabel#heading {{ font-size: {heading}pt; font-weight: 600; }}
QLabel#great {{ font-size: {great}pt; font-weight: 700; }}
"""


def tones(dark: bool) -> Tones:
    """The colours of the dark or the light window."""
    return DARK if dark else LIGHT


def _palette(colours: Tones) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    rows = (
        (role.Window, colours.window),
        (role.WindowText, colours.text),
        (role.Base, colours.base),
        (role.AlternateBase, colours.window),
        (role.Text, colours.text),
        (role.PlaceholderText, colours.muted),
        (role.Button, colours.raised),
        (role.ButtonText, colours.text),
        (role.BrightText, colours.warning),
        (role.ToolTipBase, colours.raised),
        (role.ToolTipText, colours.text),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.Accent, colours.accent),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
        (role.Light, colours.raised),
        (role.Midlight, colours.line),
        (role.Mid, colours.edge),
        (role.Dark, colours.edge),
        (role.Shadow, "#000000"),
    )
    for name, colour in rows:
        palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(colours.faint))
    return palette


def is_dark(appearance: str) -> bool:
    """Whether this choice of appearance means a dark window just now."""
    if appearance == "system":
        return QApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return appearance == "dark"


def current_tones() -> Tones:
    """The colours that the window has just now."""
    return tones(QApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128)


def dress(application: QApplication, appearance: str, size: int = 100) -> None:
    """Gives the whole program its palette, its style sheet, and text of a size in per cent."""
    colours = tones(is_dark(appearance))
    font = QFont(FAMILIES)
    font.setPointSizeF(USUAL * size / 100)
    application.setFont(font)
    application.setStyle(QStyleFactory.create("Fusion"))
    application.setPalette(_palette(colours))
    suffix = "dark" if colours is DARK else "light"
    signs = {
        name: resources.path("icons", "window", f"{sign}-{suffix}.svg").as_posix()
        for name, sign in (
            ("arrow", "down"),
            ("open", "down"),
            ("closed", "right"),
            ("check", "check"),
            ("part", "part"),
        )
    }
    values = {name: getattr(colours, name) for name in Tones.__slots__}
    points = {name: f"{point * size / 100:g}" for name, point in POINTS.items()}
    application.setStyleSheet(SHEET.format(**values, **signs, **points, combo=scaled(COMBO)))


def load_fonts(application: QApplication) -> None:
    """Makes the bundled typefaces known and lets the whole window use them."""
    for name in FACES.values():
        QFontDatabase.addApplicationFont(str(resources.path("fonts", name)))
    font = QFont(FAMILIES)
    font.setPointSizeF(USUAL)
    application.setFont(font)


def speak(application: QApplication, language: str) -> None:
    """Lets Qt's own texts (buttons of dialogs, menus of text fields) speak the program's language."""
    QLocale.setDefault(QLocale(language))
    for known in application.findChildren(QTranslator):
        application.removeTranslator(known)
        known.deleteLater()
    translator = QTranslator(application)
    if translator.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)
