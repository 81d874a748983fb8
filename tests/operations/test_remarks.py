"""The parking lot: what was said waits in order, is voted for, and becomes a part of the map."""

from hypothesis import given
from hypothesis import strategies as st

from journeydesk.kinds.branch import Branch
from journeydesk.kinds.stage import Stage
from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.model.document import Document
from journeydesk.model.queries import children
from journeydesk.model.records import Comment, JourneyMap, Node, Project, new_id
from journeydesk.operations.comments import add_comment
from journeydesk.operations.remarks import hang_remarks, park, parked, place_remarks, rewrite, vote_for
from tests.finding import only
from tests.operations.steps import one_step


def ground() -> Document:
    return Document(
        (
            Project(id="p", author="Ann"),
            JourneyMap(id="m"),
            Stage(id="s", map_id="m", title="Buy", folded=True),
            Branch(id="b", map_id="m", parent_id="s", title="First", order=4.0),
        )
    )


def texts(document: Document) -> list[str]:
    return [remark.text for remark in parked(document, "m")]


def test_a_remark_is_parked_with_the_map_and_nothing_is_parked_for_nothing() -> None:
    document = ground()
    assert park(document, "m", "   ", "") == () and park(document, "nowhere", "x") == ()
    with one_step(document):
        (key,) = park(document, "m", " Ask the hotline ")
    remark = only(document, Comment, key)
    assert (remark.about_id, remark.text, remark.author) == ("m", "Ask the hotline", "Ann")
    assert not remark.resolved and remark.written


@given(st.lists(st.lists(st.text("abc ", min_size=1), max_size=5), max_size=8))
def test_what_was_said_stays_in_the_order_in_which_it_was_said(turns: list[list[str]]) -> None:
    document = ground()
    for turn in turns:
        park(document, "m", *turn)
    said = [text.strip() for turn in turns for text in turn if text.strip()]
    assert texts(document) == said
    assert texts(Document(sorted(document, key=lambda record: record.id))) == said


def test_a_clock_that_was_put_back_changes_no_order() -> None:
    document = ground()
    add_comment(document, "m", "From tomorrow", written="2999-01-01T00:00:00+00:00")
    add_comment(document, "m", "From nowhere", written="")
    park(document, "m", "Now")
    assert texts(document)[-1] == "Now"
    strange = Document((*ground(), Comment(id="c", about_id="m", text="?", written="yesterday")))
    assert park(strange, "m", "Now")


def test_votes_are_counted_and_never_below_none() -> None:
    document = ground()
    (key,) = park(document, "m", "Price")
    for by in (1, 1, -1):
        with one_step(document):
            vote_for(document, key, by)
    assert only(document, Comment, key).votes == 1
    vote_for(document, key, -5)
    with one_step(document, 0):
        vote_for(document, key, -1)
    assert only(document, Comment, key).votes == 0


def test_a_remark_is_rewritten_but_never_emptied() -> None:
    document = ground()
    (key,) = park(document, "m", "Prize")
    with one_step(document):
        rewrite(document, key, "Price ")
    with one_step(document, 0):
        rewrite(document, key, "  ")
    assert texts(document) == ["Price"]


def test_remarks_become_nodes_with_their_votes_and_leave_the_lot() -> None:
    document = ground()
    first, second = park(document, "m", "The shop", "The fair")
    vote_for(document, first, 3)
    places = {key: Touchpoint(id=new_id(), map_id="m", x=500.0 * n) for n, key in enumerate((first, second))}
    with one_step(document):
        made = place_remarks(document, {**places, "nothing": Stage(id="z", map_id="m")})
    found = [only(document, Node, key) for key in made]
    assert [(node.title, node.votes, node.x) for node in found] == [
        ("The shop", 3, 0.0),
        ("The fair", 0, 500.0),
    ]
    assert texts(document) == [] and only(document, Comment, first).resolved
    with one_step(document, 0):
        assert place_remarks(document, places) == ()
    document.undo()
    assert texts(document) == ["The shop", "The fair"]


def test_remarks_hang_under_a_node_in_their_order_and_unfold_it() -> None:
    document = ground()
    keys = park(document, "m", "Second", "Third")
    with one_step(document):
        hang_remarks(document, (*keys, keys[0]), "s")
    assert [node.title for node in children(document, "s")] == ["First", "Second", "Third"]
    assert not only(document, Node, "s").folded and texts(document) == []
    with one_step(document, 0):
        assert hang_remarks(document, keys, "s") == () and hang_remarks(document, keys, "nowhere") == ()
