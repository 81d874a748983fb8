"""Roles at a stage: those in general until the stage tells others, whatever is switched in what order."""

from hypothesis import given
from hypothesis import strategies as st

from journeydesk.kinds.roles import in_order, roles_at, told_at
from journeydesk.kinds.stage import Stage
from journeydesk.model.document import Document
from journeydesk.model.records import Persona
from journeydesk.model.vocabulary import ROLES
from journeydesk.operations.committee import give_roles, switch_role
from journeydesk.operations.excerpt import excerpt
from journeydesk.operations.fields import set_field
from journeydesk.operations.pasting import paste
from journeydesk.operations.personas import remove_persona
from tests.operations.steps import beginning, one_step

KEYS = [choice.key for choice in ROLES]
SOME = st.lists(st.sampled_from(KEYS), unique=True)


def at(document: Document, key: str) -> tuple[str, ...]:
    stage, lucy = document.find(Stage, key), document.find(Persona, "lucy")
    assert stage is not None and lucy is not None
    return roles_at(stage, lucy)


@given(SOME, st.lists(st.sampled_from(KEYS), max_size=8))
def test_switching_gives_a_role_or_takes_it_away(general: list[str], switched: list[str]) -> None:
    document = beginning()
    set_field(document, ["lucy"], "roles", tuple(general))
    expected = set(general)
    for role in switched:
        expected ^= {role}
        with one_step(document):
            switch_role(document, ["s0"], "lucy", role)
        assert at(document, "s0") == in_order(expected)
        stage = document.find(Stage, "s0")
        assert stage is not None and (told_at(stage, "lucy") is None) == (expected == set(general))
    assert at(document, "s1") == in_order(general)


@given(SOME, SOME)
def test_what_is_given_is_played_and_none_brings_the_general_roles_back(
    general: list[str], given_roles: list[str]
) -> None:
    document = beginning()
    set_field(document, ["lucy"], "roles", tuple(general))
    give_roles(document, ["s0", "s1"], "lucy", given_roles)
    assert at(document, "s0") == at(document, "s1") == in_order(given_roles)
    give_roles(document, ["s0"], "lucy", None)
    assert at(document, "s0") == in_order(general)


def test_at_stages_that_differ_a_role_is_given_first() -> None:
    document = beginning()
    give_roles(document, ["s0"], "lucy", ("user",))
    with one_step(document):
        switch_role(document, ["s0", "s1", "b0"], "lucy", "user")
    assert at(document, "s0") == at(document, "s1") == ("user",)
    switch_role(document, ["s0", "s1"], "lucy", "user")
    assert at(document, "s0") == at(document, "s1") == ()


def test_nothing_happens_for_nobody_or_where_nothing_changes() -> None:
    document = beginning()
    with one_step(document, 0):
        switch_role(document, ["s0"], "nobody", "user")
        give_roles(document, ["s0"], "nobody", ("user",))
        give_roles(document, ["b0", "none"], "lucy", ("user",))
        give_roles(document, ["s0"], "lucy", ())


def test_roles_go_with_a_persona_and_are_copied_with_a_stage() -> None:
    document, far = beginning(), beginning()
    give_roles(document, ["s0"], "lucy", ("user", "buyer"))
    remove_persona(far, "lucy")
    (made,) = paste(far, "m0", excerpt(document, ["s0"]))
    stage = far.find(Stage, made)
    assert stage is not None and stage.roles == (("lucy", "user"), ("lucy", "buyer"))
    assert far.find(Persona, "lucy") is not None
    with one_step(document):
        remove_persona(document, "lucy")
    assert document.find(Stage, "s0") == beginning().find(Stage, "s0")
