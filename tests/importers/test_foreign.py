"""Lists, tables and links from other programs become branches and nodes."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.importers.foreign import excerpt_of
from journeydesk.importers.lists import DEEPEST, MOST
from journeydesk.kinds.branch import Branch
from journeydesk.kinds.catalogue import kind_of
from journeydesk.kinds.outcome import Outcome
from journeydesk.kinds.persona import PersonaCard
from journeydesk.kinds.stage import Stage
from journeydesk.kinds.touchpoint import Touchpoint
from journeydesk.language import Problem
from journeydesk.model.document import Document
from journeydesk.model.queries import children
from journeydesk.model.records import JourneyMap, Node, Persona, Project
from journeydesk.operations.excerpt import Excerpt, excerpt
from journeydesk.operations.pasting import paste
from journeydesk.operations.written import to_text
from tests.finding import only

CALC = """<!DOCTYPE html><html><head><meta http-equiv="content-type"/><title></title>
<style type="text/css">body,td { font-family:"Liberation Sans" }</style></head><body>
<table cellspacing="0" border="0"><colgroup width="85"></colgroup>
<tr><td height="17" align="left">Look</td></tr><tr><td>Buy <br>now</td></tr><tr><td>Use</td></tr>
</table><!-- * --></body></html>"""
DOCS = """<meta charset="utf-8"><b style="font-weight:normal"><h2>Needs</h2><ul><li><p>Time</p></li>
<ul><li>Less <i>of</i> it</li></ul><li><a href="https://x.org/a">Money</a></li></ul></b>"""


def tree(text: str, html: str = "", **more: Any) -> str:
    return to_text(excerpt_of(text, html, **more))


def kinds(taken: Excerpt) -> list[str]:
    return [f"{kind_of(node).name} {node.title}" for node in taken.nodes]


def test_indentation_by_tabs_or_spaces_grows_branches() -> None:
    wanted = "a\n\tb\n\t\tc\n\td\ne"
    assert tree(wanted) == wanted
    assert tree("a\r\n    b\r\n\r\n       c\r\n    d\r\ne\r\n") == wanted
    assert tree("  a\n    b\n\tc\n    d\n  e") == "a\n\tb\n\tc\n\td\ne"


@pytest.mark.parametrize("marks", ["---", "***", "•••", "1.2.3.", "1)2)3)"])
def test_bullets_and_numbers_are_left_out(marks: str) -> None:
    one, two, three = marks if len(marks) == 3 else (marks[:2], marks[2:4], marks[4:])
    assert tree(f"{one} a\n  {two} b\n{three} c") == "a\n\tb\nc"


def test_bullets_hang_on_the_line_above_them() -> None:
    assert tree("Needs:\n- time\n- money\nFears\n- price") == "Needs:\n\ttime\n\tmoney\nFears\n\tprice"
    assert tree("1. Look\n- ask\n- read\n2. Buy\n- pay") == "Look\n\task\n\tread\nBuy\n\tpay"


def test_headings_and_tasks_of_markdown() -> None:
    text = "# Map\n\nIntro\n\n## Needs\n- [ ] **time**\n- [x] [money](https://x.org)\n\n## Fears ##\n---\n"
    text += "1. `price`"
    assert tree(text) == "Map\n\tIntro\n\tNeeds\n\t\ttime\n\t\t✓ money\n\tFears\n\t\tprice"
    assert "https://x.org" in {node.url for node in excerpt_of(text).nodes}


def test_a_text_processor_s_bullets_are_no_table() -> None:
    assert tree("•\tTime\n\to\tLess of it\n•\tMoney") == "Time\n\tLess of it\nMoney"


def test_what_only_looks_like_a_bullet_is_kept() -> None:
    assert tree("-5 °C\n2024. A year\n#tag\n-") == "-5 °C\n2024. A year\n#tag\n-"


def test_an_address_becomes_a_link() -> None:
    (node,) = excerpt_of("https://www.example.org/a/b/?q=1").nodes
    assert (node.title, node.url) == ("example.org/a/b", "https://www.example.org/a/b/?q=1")
    (node,) = excerpt_of("mailto:lucy@example.org").nodes
    assert (node.title, node.url) == ("lucy@example.org", "mailto:lucy@example.org")
    (node,) = excerpt_of("javascript:alert(1)").nodes
    assert node.url == ""


def test_a_link_that_is_dragged_keeps_its_words() -> None:
    (node,) = excerpt_of("https://x.org/a", '<a href="https://x.org/a">Where to <b>buy</b></a>').nodes
    assert (node.title, node.url) == ("Where to buy", "https://x.org/a")


def test_lists_of_web_pages_keep_their_levels() -> None:
    assert tree("Needs\nTime\nLess of it\nMoney", DOCS) == "Needs\n\tTime\n\t\tLess of it\n\tMoney"
    assert [node.url for node in excerpt_of("", DOCS).nodes][-1] == "https://x.org/a"


def test_other_html_is_left_to_the_text() -> None:
    assert tree("a\n\tb", "<div><span style='color:red'>a</span></div><div>&nbsp;b</div>") == "a\n\tb"


def test_one_column_of_cells_is_a_row_of_stages() -> None:
    taken = excerpt_of('Look\n"Buy\nnow"\nUse\n', CALC)
    assert kinds(taken) == ["stage Look", "stage Buy\nnow", "stage Use"]
    assert len(taken.chosen) == 3


def test_known_columns_become_fields() -> None:
    taken = excerpt_of(
        "Title\tKind\tChannel\tSentiment\tNotes\tMood board\n"
        "Ask\tTouchpoint\tE-mail\t-2\tLong\tGrey\n"
        "Wait\t\tFax\tDelighted\t\t\n"
        "Leave\tOutcome\tPhone\t\t\t\n"
        "Ann\tPersona\t\t\t\t\n"
    )
    ask, mood, wait, leave, phone, ann = taken.nodes
    assert isinstance(ask, Touchpoint) and isinstance(wait, Touchpoint)
    assert (ask.channel, ask.sentiment, ask.notes) == ("email", -2, "Long")
    assert (mood.title, mood.parent_id) == ("Mood board: Grey", ask.id)
    assert (wait.channel, wait.sentiment) == ("Fax", 3)
    assert isinstance(leave, Outcome) and phone.title == "Channel: Phone"
    assert isinstance(ann, PersonaCard)
    assert [persona.name for persona in taken.records if isinstance(persona, Persona)] == ["Ann"]


def test_columns_are_known_in_french_too() -> None:
    taken = excerpt_of("Étape\tBesoin\tMoment de vérité\tPhase\nChercher\tDu temps\toui\tComparaison\n")
    stage, need = taken.nodes
    assert isinstance(stage, Stage) and isinstance(need, Branch)
    assert (stage.title, stage.moment_of_truth, stage.phase) == ("Chercher", True, "compare")
    assert (need.title, need.topic, need.parent_id) == ("Du temps", "need", stage.id)


def test_other_tables_hang_their_further_columns_on_the_first() -> None:
    text = 'Look\t"a ""good"" one\nor two"\t\nBuy\t\tpay\n'
    assert tree(text) == 'Look\n\ta "good" one or two\nBuy\n\tpay'
    assert kinds(excerpt_of(text))[0] == "stage Look"
    assert {kind_of(node).name for node in excerpt_of(text, as_branches=True).nodes} == {"branch"}


def test_cells_like_a_staircase_are_a_list() -> None:
    html = "<table><tr><td>a<td><td></tr><tr><td><td>b</tr><tr><td colspan=2><td>c</tr></table>"
    assert tree("a\t\t\n\tb\t\n\t\tc\n", html) == "a\n\tb\n\t\tc"
    assert tree("a\t\t\n\tb\t\n\t\tc\n") == "a\n\tb\n\t\tc"


def test_nothing_becomes_nothing() -> None:
    for text, html in (("", ""), (" \n\t\n", ""), ("", "<table><tr><td> </td></tr></table>"), ("", "<p>")):
        assert excerpt_of(text, html).nodes == ()


def test_too_much_is_refused() -> None:
    with pytest.raises(Problem):
        excerpt_of("a\n" * (MOST + 1))
    with pytest.raises(Problem):
        excerpt_of("a\tb\n" * MOST)


def test_what_is_indented_too_deep_hangs_as_deep_as_it_may() -> None:
    taken = excerpt_of("\n".join("\t" * depth + "x" for depth in range(DEEPEST + 50)))
    document = Document(taken.records)
    depth, node = 0, taken.tops[0]
    while below := children(document, node.id):
        depth, node = depth + 1, below[0]
    assert depth == DEEPEST


WORD = st.text("ab é漢", min_size=1, max_size=5).map(str.strip).filter(bool)
TREES = st.recursive(
    WORD.map(lambda word: [word]),
    lambda below: st.tuples(WORD, st.lists(below, max_size=3)).map(
        lambda pair: [pair[0], *("\t" + line for lines in pair[1] for line in lines)]
    ),
    max_leaves=12,
)


@given(st.lists(TREES, min_size=1, max_size=3))
def test_an_outline_comes_back_as_it_went(trees: list[list[str]]) -> None:
    text = "\n".join(line for lines in trees for line in lines)
    document = Document((Project(id="p"), JourneyMap(id="m")))
    for place, key in enumerate(paste(document, "m", excerpt_of(text))):
        node = only(document, Node, key)
        assert node.order == place + 1.0
    tops = [node.id for node in document.all(Node) if not node.parent_id]
    again = [to_text(excerpt(document, [key])) for key in tops]
    assert "\n".join(again) == text


@given(st.text('a\t\n" -#1.<>td/r', max_size=60), st.text("<>/tabledrhuli \"='p1a\n", max_size=80))
def test_any_text_is_read_without_an_accident(text: str, html: str) -> None:
    for words in ("", html, f"<table><tr><td>{html}</table>", f"<ul><li>{html}<ul><li>x"):
        taken = excerpt_of(text, words)
        document = Document((Project(id="p"), JourneyMap(id="m")))
        paste(document, "m", taken)
        document.undo()
        assert document.all(Node) == ()
