"""Telling who plays which role in the decision at which stage."""

from collections.abc import Iterable
from dataclasses import replace

from journeydesk.kinds.roles import in_order, roles_at
from journeydesk.kinds.stage import Stage
from journeydesk.language import message
from journeydesk.model.document import Document
from journeydesk.model.records import Persona
from journeydesk.model.vocabulary import ABSENT


def give_roles(
    document: Document, stage_ids: Iterable[str], persona_id: str, roles: Iterable[str] | None
) -> None:
    """Tells all the roles of a persona at stages, in one step; None for those that they have in general."""
    persona, given = document.find(Persona, persona_id), None if roles is None else in_order(roles)
    stages = [stage for key in stage_ids if (stage := document.find(Stage, key)) is not None]
    if persona is None:
        return
    changed = [_with_roles(stage, persona, given) for stage in stages]
    if any(new != old for new, old in zip(changed, stages, strict=True)):
        with document.edit(message("Change the roles at a stage")) as edit:
            edit.put(*changed)


def switch_role(document: Document, stage_ids: Iterable[str], persona_id: str, role: str) -> None:
    """Gives a persona a role at stages, in one step; takes it away where they play it at all of them."""
    persona = document.find(Persona, persona_id)
    stages = [stage for key in stage_ids if (stage := document.find(Stage, key)) is not None]
    if persona is None or not stages:
        return
    known = {stage.id: roles_at(stage, persona) for stage in stages}
    takes = all(role in roles for roles in known.values())
    changed = [
        _with_roles(
            stage,
            persona,
            in_order([key for key in known[stage.id] if key != role] + ([] if takes else [role])),
        )
        for stage in stages
    ]
    with document.edit(message("Change the roles at a stage")) as edit:
        edit.put(*changed)


def _with_roles(stage: Stage, persona: Persona, roles: tuple[str, ...] | None) -> Stage:
    """The stage with these roles of a persona; nothing is written where they are what they are in general."""
    others = tuple(pair for pair in stage.roles if pair[0] != persona.id)
    if roles is None or roles == in_order(persona.roles):
        return replace(stage, roles=others)
    return replace(stage, roles=(*others, *((persona.id, role) for role in roles or (ABSENT,))))
