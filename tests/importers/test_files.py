"""Files of other programs become nodes and branches."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.importers.files import ENDINGS, excerpt_of_file
from journeydesk.kinds.branch import Branch
from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.language import Problem
from journeydesk.model.records import Node
from journeydesk.operations.excerpt import Excerpt

OPML = """<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0"><head><title>Tea &amp; coffee</title></head><body>
  <outline text="Needs" _note="from the talks&#10;in May">
    <outline title="Été"/>
    <outline text="Site" htmlUrl="https://example.org/"/>
  </outline>
  <outline text=""/>
</body></opml>"""


def tree(taken: Excerpt) -> list[tuple[str, str]]:
    """Every node with what it hangs on."""
    nodes = {node.id: node for node in taken.records if isinstance(node, Node)}
    return [(nodes[node.parent_id].title if node.parent_id else "", node.title) for node in nodes.values()]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_becomes_nodes_whatever_parts_its_columns(delimiter: str) -> None:
    rows = [
        ["Touchpoint", "Channel", "Pain"],
        ['"Call, first; second"', "phone", "Waits"],
        ["Letter", "", ""],
    ]
    text = "\r\n".join(delimiter.join(row) for row in rows)
    taken = excerpt_of_file(".csv", text, hung=False)
    assert all(isinstance(node, Touchpoint) for node in taken.tops)
    assert [node.title for node in taken.tops] == ["Call, first; second", "Letter"]
    assert tree(taken)[1] == ("Call, first; second", "Pain: Waits")


def test_a_table_that_is_hung_on_a_node_becomes_branches() -> None:
    taken = excerpt_of_file(".csv", "Call,phone\nLetter,post", hung=True)
    assert taken.may_hang
    assert tree(taken) == [("", "Call"), ("Call", "phone"), ("", "Letter"), ("Letter", "post")]


def test_a_table_of_one_column_is_a_list() -> None:
    taken = excerpt_of_file(".csv", "One\nTwo", hung=False)
    assert [type(node) for node in taken.tops] == [Branch, Branch]


def test_an_outline_keeps_its_levels_notes_and_links() -> None:
    taken = excerpt_of_file(".opml", OPML, hung=False)
    hanging = ["from the talks", "in May", "Été", "Site"]
    assert tree(taken) == [("", "Needs"), *(("Needs", title) for title in hanging)]
    assert taken.nodes[-1].url == "https://example.org/"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no outline",
        OPML[:-20],
        '<!DOCTYPE x [<!ENTITY a "b">]><opml><body/></opml>',
        "<opml>" + "&a;" * 9,
    ],
)
def test_a_damaged_outline_is_a_problem(text: str) -> None:
    with pytest.raises(Problem):
        excerpt_of_file(".opml", text, hung=False)


def test_too_long_an_outline_is_a_problem() -> None:
    with pytest.raises(Problem):
        excerpt_of_file(".opml", "<opml>" + '<outline text="a"/>' * 6000 + "</opml>", hung=False)


@given(st.sampled_from(sorted(ENDINGS)), st.text(alphabet="ab,;\t\n\"'<>=/ é", max_size=60), st.booleans())
def test_any_text_is_read_or_refused_in_one_sentence(ending: str, text: str, hung: bool) -> None:
    try:
        taken = excerpt_of_file(ending, text, hung=hung)
    except Problem:
        return
    ids = {node.id for node in taken.nodes}
    assert all(not node.parent_id or node.parent_id in ids for node in taken.nodes)
