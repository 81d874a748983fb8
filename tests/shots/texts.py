"""Texts of every script on the map and in the fields, and a word that no dictionary knows."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from journeydesk.kinds.stage import Stage
from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.language import message
from journeydesk.model.records import new_id
from journeydesk.operations.fields import set_field
from journeydesk.ui.program import Program
from journeydesk.ui.spelling import spelling
from tests.shots.studio import Scene, Studio, parts

TEXTS = (
    "رحلة العميل لا تبدأ عند الشراء",
    "מסע הלקוח (2024) מתחיל לפני הקנייה",
    "客户旅程地图：在购买之前开始，「调查」与比较。",
    "カスタマージャーニーは購入前から始まります",
    "고객 여정은 구매 이전에 시작됩니다",
    "👩‍💻 demande un devis 🇫🇷 👍🏽 ☕",
    "ग्राहक की यात्रा ख़रीद से पहले",
    "การเดินทางของลูกค้า",
    "« L’œuvre » – naïve Ωμέγα Жизнь",
)


def take_texts(studio: Studio, program: Program, look: str) -> None:
    window = parts(program)
    assert window.workspace is not None and program.session is not None
    view, session = window.workspace.view, program.session
    records = [
        (Stage if number < 3 else Touchpoint)(
            id=new_id(), map_id=session.map_id, x=number % 3 * 340, y=number // 3 * 200, title=text
        )
        for number, text in enumerate(TEXTS)
    ]
    with session.document.edit(message("Set out")) as edit:
        edit.put(*records)
    window.deeds.deed("zoom_to_fit").trigger()
    session.select((records[0].id,))
    studio.take(window, f"texts-scripts-{look}")
    view.edit_text(records[0].id)
    studio.take(window, f"texts-writing-{look}")
    spelling().wanted = True
    wrong = "Le cliant atend un devis" if look.endswith("fr") else "The custmer compares ofers"
    set_field(session.document, (records[8].id,), "title", wrong)
    view.edit_text(records[8].id)
    studio.rest()
    QTest.qWait(4000)
    writer = view.scribe.writer
    assert writer is not None
    cursor = writer.textCursor()
    cursor.setPosition(6)
    writer.setTextCursor(cursor)
    studio.take(window, f"texts-spelling-{look}")
    place = QPoint(4, 4)
    writer.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, place))
    menu = writer.findChildren(QMenu)[-1]
    QTest.qWait(6000)
    studio.take(menu, f"texts-suggestions-{look}")
    menu.close()
    spelling().wanted = False


SCENES = (Scene("texts", take_texts, "blank"),)
