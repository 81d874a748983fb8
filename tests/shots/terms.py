"""A project's own channels, devices and departments: the dialog, a map with them, and what is exported."""

from PySide6.QtGui import QColor, QImage, QPainter

from journeydesk.exporters.catalogue import export
from journeydesk.exporters.exporter import ExportOptions
from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.model.document import Document
from journeydesk.operations import fields, images, terms
from journeydesk.ui.dialogs.icon_choice import IconChoice
from journeydesk.ui.dialogs.terms import TermsDialog
from journeydesk.ui.loading import load_picture
from journeydesk.ui.panels.term_editor import TermEditor
from journeydesk.ui.program import Program
from tests.shots.studio import FOLDER, POSTER_DPI, Scene, Studio, found, parts


def logo(wide: int, high: int, colour: str) -> QImage:
    """A logo as companies have them."""
    image = QImage(wide, high, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(0, 0, high, high)
    painter.setBrush(QColor("#ffd34d"))
    painter.drawRect(high // 4, high // 3, wide - high // 2, high // 3)
    painter.end()
    return image


def dressed(document: Document) -> None:
    """Own entries, colours and pictures, given to touchpoints."""
    points = [node.id for node in document.all(Touchpoint)]
    chatbot = terms.add_term(document, "channel", "Chatbot “Nora” in the customer portal")
    terms.set_term_icon(document, "channel", chatbot, "bot")
    terms.set_term_colour(document, "channel", chatbot, "#8a3ab9")
    popup = terms.add_term(document, "channel", "Pop-up shop")
    (picture,) = load_picture(logo(240, 160, "#c24a36")).pictures
    terms.set_term_picture(document, "channel", popup, picture)
    terms.set_term_colour(document, "channel", "website", "#0b7a75")
    terms.rename_term(document, "channel", "store", "Flagship store")
    scanner = terms.add_term(document, "device", "Handheld scanner")
    terms.set_term_icon(document, "device", scanner, "scan-barcode")
    terms.set_term_colour(document, "device", scanner, "#c24a36")
    desk = terms.add_term(document, "department", "Front desk")
    terms.set_term_picture(document, "department", desk, images.read_picture(picture.data, "desk"))
    terms.hide_term(document, "channel", "radio")
    terms.move_term(document, "channel", chatbot, 0)
    for place, key in enumerate(points[:6]):
        fields.set_field(document, [key], "channel", (chatbot, popup, "website")[place % 3])
        fields.set_field(document, [key], "device", scanner)
        fields.set_field(document, [key], "department", desk)


def take_dialog(studio: Studio, program: Program, look: str) -> None:
    window, session = parts(program), program.session
    assert session is not None
    dressed(session.document)
    points = found(program, Touchpoint)
    session.select(points[:1])
    studio.rest()
    window.deeds.deed("zoom_to_selection").trigger()
    studio.take(window, f"terms-map-{look}")
    for layout in ("inventory", "grid", "storyboard"):
        window.deeds.deed(f"view_{layout}").trigger()
        studio.take(window, f"terms-{layout}-{look}")
    window.deeds.deed("show_map").trigger()
    for suffix in (".pdf", ".svg", ".png"):
        path = FOLDER / f"terms-poster-{look}{suffix}"
        export(session.document, path, map_id=session.map_id, options=ExportOptions(POSTER_DPI))
    window.deeds.deed("edit_terms").trigger()
    studio.rest()
    dialog = window.findChildren(TermsDialog)[-1]
    studio.take(dialog, f"terms-{look}")
    dialog.panel.choose_icon()
    studio.rest()
    choice = dialog.findChildren(IconChoice)[-1]
    studio.take(choice, f"terms-icons-{look}")
    choice.wanted.setText("phone")
    studio.take(choice, f"terms-icons-found-{look}")
    choice.reject()
    dialog.panel.rename("channel", "phone", "E-mail")
    dialog.show_entry("channel", "website")
    dialog.resize(860, 560)
    studio.take(dialog, f"terms-small-{look}")
    dialog.close()


def take_choosing(studio: Studio, program: Program, look: str) -> None:
    window, session = parts(program), program.session
    assert session is not None
    dressed(session.document)
    session.select(found(program, Touchpoint)[:1])
    studio.rest()
    editor = next(part for part in window.findChildren(TermEditor) if part.told.name == "channel")
    editor.line.setFocus()
    editor.line.setText("sh")
    editor.line.textEdited.emit("sh")
    studio.rest()
    studio.take(window, f"terms-inspector-{look}")
    studio.take(editor.offers, f"terms-offers-{look}")


SCENES = (
    Scene("terms", take_dialog, "appliance"),
    Scene("terms-inspector", take_choosing, "appliance"),
)
