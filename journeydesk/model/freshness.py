"""How old the sources are on which claims rest, and which of them are too old to be relied on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from journeydesk.model.document import Document
from journeydesk.model.records import Evidence, Project

STATISTICAL = frozenset(("survey", "analytics", "crm", "benchmark"))  # the others tell of single people
MONTHS = 24


@dataclass(frozen=True, slots=True)
class Freshness:
    """For how many months sources stay fresh, seen from a day; without one nothing ages."""

    months: int = MONTHS
    today: date | None = None

    def age(self, source: Evidence) -> int | None:
        """How many whole months old a source is; None where its date is not known or still to come."""
        if self.today is None or not source.date:
            return None
        day = date.fromisoformat(source.date)
        if day > self.today:
            return None
        months = (self.today.year - day.year) * 12 + self.today.month - day.month
        return months - (self.today.day < day.day)

    def is_stale(self, source: Evidence) -> bool:
        """Whether a source is too old; one without a date is not."""
        age = self.age(source)
        return age is not None and age >= (source.fresh_months or self.months)

    def is_covered(self, sources: Iterable[Evidence]) -> bool:
        """Whether one of the sources at least is fresh."""
        return any(not self.is_stale(source) for source in sources)


AGELESS = Freshness()


def freshness_of(document: Document, today: date | None = None) -> Freshness:
    """How sources age in a project, seen from a day; from today where none is given."""
    project = next(iter(document.all(Project)), None)
    return Freshness(project.fresh_months if project is not None else MONTHS, today or date.today())


def is_statistical(source: Evidence) -> bool:
    """Whether a source counts many, rather than telling of a few."""
    return source.source in STATISTICAL
