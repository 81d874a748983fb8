"""Remarks and votes: each is one step that can be taken back."""

import pytest

from journeydesk.analysis.review import ranking, threads
from journeydesk.kinds.stage import Stage
from journeydesk.model.document import Document
from journeydesk.model.queries import OpenRemarks, comments
from journeydesk.model.records import Comment, Evidence, JourneyMap, Project, Transition
from journeydesk.operations.comments import add_comment, remove_comments, settle_comments, vote
from tests.operations.steps import one_step


def ground() -> Document:
    return Document(
        [
            Project(id="p"),
            JourneyMap(id="m"),
            Evidence(id="e"),
            Stage(id="one", map_id="m"),
            Stage(id="two", map_id="m", x=300.0),
            Transition(id="arrow", map_id="m", source_id="one", target_id="two"),
        ]
    )


def test_a_comment_has_an_author_and_a_time() -> None:
    document = ground()
    with one_step(document):
        made = add_comment(document, "arrow", "  Is it so?\n", "Ann", "2026-03-01T10:00:00+00:00")
    assert made is not None and (made.text, made.author, made.resolved) == ("Is it so?", "Ann", False)
    later = add_comment(document, "m", "All of it")
    assert later is not None and later.written.startswith("20")


@pytest.mark.parametrize(("about", "text"), [("one", " \n"), ("e", "On a source"), ("nowhere", "Lost")])
def test_nothing_is_said_of_nothing(about: str, text: str) -> None:
    document = ground()
    with one_step(document, 0):
        assert add_comment(document, about, text) is None


def test_comments_are_resolved_and_opened_again() -> None:
    document = ground()
    first, second = (add_comment(document, "one", text) for text in ("Why?", "Because"))
    assert first is not None and second is not None
    assert OpenRemarks(document)("one") == 2
    with one_step(document):
        settle_comments(document, (first.id, second.id))
    assert OpenRemarks(document)("one") == 0 and len(comments(document, "one")) == 2
    with one_step(document, 0):
        settle_comments(document, (first.id,))
    with one_step(document):
        settle_comments(document, (first.id,), resolved=False)
    with one_step(document):
        remove_comments(document, (first.id, second.id, "nowhere"))
    assert not document.all(Comment)


def test_open_comments_are_listed_as_people_read_and_replies_by_their_time() -> None:
    document = ground()
    for about, text, hour in (
        ("two", "b", 9),
        ("one", "second", 12),
        ("one", "first", 8),
        ("m", "whole", 20),
    ):
        add_comment(document, about, text, "Ann", f"2026-03-01T{hour:02}:00:00+00:00")
    done = add_comment(document, "arrow", "done")
    assert done is not None
    settle_comments(document, (done.id,))
    told = [(thread.about_id, [one.text for one in thread.comments]) for thread in threads(document)]
    assert told == [("m", ["whole"]), ("one", ["first", "second"]), ("two", ["b"])]
    assert len(threads(document, everything=True)) == 4


def test_votes_are_counted_and_never_below_none() -> None:
    document = ground()
    with one_step(document):
        vote(document, ("two", "two", "one"))
    vote(document, ("two",))
    assert [(node.id, node.votes) for node in ranking(document)] == [("two", 2), ("one", 1)]
    with one_step(document):
        vote(document, ("one", "two"), -1)
    with one_step(document, 0):
        vote(document, ("one",), -1)
    assert [node.id for node in ranking(document, "m")] == ["two"] and ranking(document, "elsewhere") == ()
