"""The map in view and the selection follow what happens to the document."""

from journeydesk.model.document import Document
from journeydesk.operations import branches, fields, maps, nodes
from journeydesk.ui.session import Session


def test_it_begins_on_the_first_map(session: Session) -> None:
    assert session.map_id == "first"
    assert session.selection == ()


def test_only_what_is_on_the_map_can_be_selected(session: Session) -> None:
    session.select(("one", "arrow", "one", "far", "lucy", "nobody"))
    assert session.selection == ("one", "arrow")


def test_another_map_begins_with_nothing_selected(session: Session) -> None:
    session.select(("one",))
    session.show_map("second")
    assert (session.map_id, session.selection) == ("second", ())


def test_what_is_removed_is_selected_no_more(session: Session, document: Document) -> None:
    session.select(("one", "two"))
    nodes.remove(document, ("one",))
    assert session.selection == ("two",)


def test_what_is_selected_is_told_as_it_is_now(session: Session, document: Document) -> None:
    session.select(("one", "arrow"))
    assert session.chosen == (document.get("one"), document.get("arrow"))
    fields.set_field(document, ("one",), "title", "Other")
    assert session.chosen[0] == document.get("one")
    edit = document.begin(nodes.move_label(1))
    edit.remove("arrow")
    assert session.chosen == (document.get("one"),)
    edit.cancel()
    session.show_map("second")
    assert session.chosen == ()


def test_undo_selects_what_it_brought_back(session: Session, document: Document) -> None:
    session.select(("one",))
    nodes.remove(document, ("one",))
    session.undo()
    assert "one" in session.selection


def test_what_a_step_brings_is_selected_again_whatever_was_selected(
    session: Session, document: Document
) -> None:
    added = branches.add_child(document, "card").id
    nodes.remove(document, ("need",))
    session.select(("two",))
    session.undo()
    assert session.selection == ("need",)
    session.undo()
    session.redo()
    assert session.selection == (added,)


def test_undo_shows_the_map_that_it_changed(session: Session, document: Document) -> None:
    fields.set_field(document, ("far",), "title", "Nowhere")
    session.undo()
    assert session.map_id == "second"
    session.show_map("first")
    session.redo()
    assert session.map_id == "second"


def test_the_map_in_view_gives_way_when_it_is_removed_and_comes_back_by_undo(
    session: Session, document: Document
) -> None:
    session.show_map("second")
    maps.remove_map(document, "second")
    assert session.map_id == "first"
    session.undo()
    assert session.map_id == "second"


def test_undo_asks_for_text_that_is_still_being_typed(session: Session) -> None:
    asked: list[bool] = []
    session.finishing.connect(lambda: asked.append(True))
    session.undo()
    assert asked


def test_the_title_is_the_projects_own(session: Session, document: Document) -> None:
    assert session.title == "Clinic"
    fields.set_field(document, ("project",), "title", "")
    assert session.title == "Untitled"


def test_a_closed_session_hears_nothing(session: Session, document: Document) -> None:
    heard: list[object] = []
    session.changed.connect(heard.append)
    session.close()
    fields.set_field(document, ("one",), "title", "New")
    assert heard == []
