"""Evidence: attached by typing, listed in the inspector, and looked at with all that rests on it."""

from PySide6.QtTest import QTest

from journeydesk.kinds.stage import Stage
from journeydesk.model.records import Evidence, Transition
from journeydesk.operations import fields
from journeydesk.ui.finder.sources import SourceFinder
from journeydesk.ui.program import Program
from tests.shots.order import sharp
from tests.shots.studio import Scene, Studio, found, parts


def take_attaching(studio: Studio, program: Program, look: str) -> None:
    window, session = parts(program), program.session
    assert window.workspace is not None and session is not None
    sources = session.document.all(Evidence)
    fields.set_field(session.document, (sources[0].id,), "date", "2021-05-01")
    session.select(found(program, Stage)[:1])
    window.refresh()
    window.deeds.deed("zoom_to_selection").trigger()
    sharp(program)
    studio.take(window, f"evidence-inspected-{look}")
    window.deeds.deed("attach_evidence").trigger()
    popup = window.findChildren(SourceFinder)[-1]
    QTest.keyClicks(popup.field, "inter" if look.endswith("en") else "entre")
    studio.take(window, f"evidence-attaching-{look}")
    popup.reject()
    arrow = next(link for link in session.document.all(Transition) if link.share_evidence_ids)
    session.select((arrow.id,))
    window.refresh()
    window.deeds.deed("zoom_to_selection").trigger()
    sharp(program)
    studio.take(window, f"evidence-share-{look}")
    session.record_wanted.emit(sources[0].id)
    sharp(program)
    studio.take(window, f"evidence-source-{look}")


SCENES = (Scene("evidence", take_attaching),)
