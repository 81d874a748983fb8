"""Who plays which role in the decision at a stage: told there, else as in general."""

from collections.abc import Iterable

from journeydesk.kinds.stage import Stage
from journeydesk.model.records import Persona
from journeydesk.model.vocabulary import ABSENT, ROLES

_ORDER = tuple(choice.key for choice in ROLES)


def in_order(roles: Iterable[str]) -> tuple[str, ...]:
    """Roles as the vocabulary has them, once each; those that it does not know come last."""
    given = dict.fromkeys(roles)
    return (*(key for key in _ORDER if key in given), *(key for key in given if key not in _ORDER))


def told_at(stage: Stage, persona_id: str) -> tuple[str, ...] | None:
    """The roles that a stage itself gives a persona, none to one who is absent; None where it is silent."""
    found = [role for key, role in stage.roles if key == persona_id]
    return in_order(role for role in found if role != ABSENT) if found else None


def roles_at(stage: Stage, persona: Persona) -> tuple[str, ...]:
    """The roles that a persona plays at a stage."""
    told = told_at(stage, persona.id)
    return in_order(persona.roles) if told is None else told
