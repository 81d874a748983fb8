"""The journeys that a project can start from, in every language: `resources/templates/*.toml`.

A template's file is written to be read. A table is a record: `[persona.KEY]`, `[evidence.KEY]`, `[[map]]`
and, below a map, one table for each node, named by its kind and a key of its own: `[map.stage.compare]`.
Tables take the fields of their records, and a few short words besides:

    channel, device, department      a built-in key, or that of a table [term.KEY], which names its vocabulary
    at = [x, y]                      the centre of a node, in board units
    personas, evidence, persona      keys of personas and evidence in place of ids
    feelings = { lucy = 2 }          the same, with what each of them feels
    roles = { lucy = ["user"] }      the same, with the roles that they play at a stage
    photo = "lucy.png"               a picture beside the file
    branches = '''...'''             what hangs below a node: an outline by two spaces, each line
                                     "topic: text", and at its end, where it has sources, "[key, key]"
    left, right                      the same, on one side of a persona

`[[map.comment]]` is a remark: `on` is the key of a node, the map itself where there is none.
`[map.links]` lists `transition` and `influence`, each with the keys of two nodes in `from` and `to`.
"""

import mimetypes
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from journeydesk import resources
from journeydesk.kinds.branch import Branch
from journeydesk.kinds.catalogue import KINDS, RECORDS
from journeydesk.language import N_, Problem, catalogue, message
from journeydesk.model.fields import Editor, Field, described, term_id
from journeydesk.model.plain import from_plain
from journeydesk.model.records import (
    Asset,
    Comment,
    Evidence,
    JourneyMap,
    Persona,
    Project,
    Record,
    Term,
    new_id,
)
from journeydesk.model.terms import VOCABULARIES

R = TypeVar("R", bound=Record)
Table = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Template:
    """What people choose from: a name for the command line, a title, and one line about it."""

    name: str
    title: str
    description: str


TITLES: tuple[Template, ...] = (
    Template(
        "lucy", N_("Lucy, marketing director"), N_("One buyer, all that drives her, and how she decides")
    ),
    Template(
        "services",
        N_("Buying professional services"),
        N_("A whole life cycle, with decision points and shares"),
    ),
    Template("dog", N_("Choosing a dog"), N_("Loops, jumps and people who influence one another")),
    Template(
        "appliance",
        N_("Buying a kitchen appliance across channels"),
        N_("Touchpoints across channels, devices and departments, and the gaps between them"),
    ),
    Template("blank", N_("Blank map"), N_("An empty map to start from")),
)
NAMES: tuple[str, ...] = tuple(row.name for row in TITLES)

_SHORT = {
    "evidence": "evidence_ids",
    "share_evidence": "share_evidence_ids",
    "personas": "persona_ids",
    "persona": "persona_id",
    "photo": "photo_id",
}
_TEXTS = (Editor.LINE, Editor.TEXT)
_OUTLINES = {"branches": "", "left": "left", "right": "right"}
_LINE = re.compile(
    r"(?P<indent> *)(?P<topic>\w+): (?P<title>.*?)"
    r"(?: <(?P<impact>\d+) (?P<effort>\d+)>)?(?: \[(?P<evidence>[\w, ]+)\])?"
)


def make(name: str, language: str) -> tuple[Record, ...]:
    """The records of a new project, with fresh ids, in this language. Raises Problem for an unknown name."""
    if name not in NAMES:
        raise Problem(
            message(
                "There is no template called “{name}”. There are: {names}.", name=name, names=", ".join(NAMES)
            )
        )
    say = catalogue(language)
    if name == "blank":
        made: tuple[Record, ...] = (Project(id=new_id()), JourneyMap(id=new_id(), title=say(N_("Journey"))))
    else:
        made = tuple(_Reading(say).records(_table(name)))
    return tuple(
        replace(record, language=say.language) if isinstance(record, Project) else record for record in made
    )


def texts(name: str) -> tuple[str, ...]:
    """Every text of a template in English, in order: what the catalogues have to translate."""
    found: dict[str, None] = {}

    def collect(text: str) -> str:
        found[text] = None
        return text

    if name in NAMES and name != "blank":
        tuple(_Reading(collect).records(_table(name)))
    return tuple(found)


def _table(name: str) -> Table:
    return tomllib.loads(resources.path("templates", f"{name}.toml").read_text(encoding="utf-8"))


@dataclass
class _Reading:
    """Reads one file: the ids given to its keys, and what turns a text into the language wanted."""

    say: Callable[[str], str]
    personas: dict[str, str] = field(default_factory=dict)
    evidence: dict[str, str] = field(default_factory=dict)
    terms: dict[tuple[str, str], str] = field(default_factory=dict)

    def records(self, told: Table) -> Iterator[Record]:
        """All records of the file."""
        self.personas = {key: new_id() for key in told.get("persona", {})}
        self.evidence = {key: new_id() for key in told.get("evidence", {})}
        yield self.record(Project, new_id(), told["project"])
        for key, values in told.get("term", {}).items():
            yield self.term(key, values)
        for key, values in told.get("evidence", {}).items():
            yield self.record(Evidence, self.evidence[key], values)
        for order, (key, values) in enumerate(told.get("persona", {}).items()):
            yield from self.person(self.personas[key], {"order": float(order), **values})
        for order, values in enumerate(told["map"]):
            yield from self.drawing({"order": float(order), **values})

    def term(self, key: str, values: Table) -> Term:
        """An entry of a vocabulary: one of the project's own, or what differs at a built-in one."""
        vocabulary = values["vocabulary"]
        is_own = all(choice.key != key for choice in VOCABULARIES[vocabulary])
        kept = self.terms[vocabulary, key] = new_id() if is_own else key
        return self.record(Term, term_id(vocabulary, kept), {"key": kept, **values})

    def person(self, persona_id: str, values: Table) -> Iterator[Record]:
        """A persona, after the picture of them where there is one."""
        if name := values.get("photo"):
            data = resources.path("templates", name).read_bytes()
            kind = mimetypes.guess_type(name)[0] or ""
            # The size in pixels stands at a fixed place of every PNG.
            width, height = int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
            photo = Asset(id=new_id(), name=name, media_type=kind, width=width, height=height, data=data)
            yield photo
            values = {**values, "photo": photo.id}
        yield self.record(Persona, persona_id, values)

    def drawing(self, values: Table) -> Iterator[Record]:
        """A map and all that is on it."""
        map_id = new_id()
        kinds = {kind.name: values.pop(kind.name, {}) for kind in reversed(KINDS)}
        links, comments = values.pop("links", {}), values.pop("comment", [])
        yield self.record(JourneyMap, map_id, values)
        ids = {key: new_id() for nodes in kinds.values() for key in nodes}
        if len(ids) != sum(map(len, kinds.values())):
            raise ValueError("two nodes of one map share a key")
        order = 0
        for kind, nodes in kinds.items():
            for key, node in nodes.items():
                yield from self.node(kind, {"id": ids[key], "map_id": map_id, "order": float(order), **node})
                order += 1
        for told in comments:
            about = ids[told.pop("on")] if "on" in told else map_id
            yield self.record(Comment, new_id(), {"about_id": about, **told})
        for kind in ("transition", "influence"):
            for order, link in enumerate(links.get(kind, ())):
                ends = {"source_id": ids[link.pop("from")], "target_id": ids[link.pop("to")]}
                yield self.record(
                    RECORDS[kind], new_id(), {"map_id": map_id, "order": float(order), **ends, **link}
                )

    def node(self, kind: str, values: Table) -> Iterator[Record]:
        """A node and the branches that hang under it."""
        outlines = {side: values.pop(word) for word, side in _OUTLINES.items() if word in values}
        values["x"], values["y"] = values.pop("at")
        yield self.record(RECORDS[kind], values["id"], values)
        for side, outline in outlines.items():
            yield from self.outline(outline, side, values["map_id"], values["id"])

    def outline(self, outline: str, side: str, map_id: str, root_id: str) -> Iterator[Branch]:
        """The branches that an indented outline tells of; parents come before their children."""
        parents = [root_id]
        for order, line in enumerate(outline.strip("\n").splitlines()):
            read = _LINE.fullmatch(line)
            if read is None:
                raise ValueError(f"no branch: {line!r}")
            depth = len(read["indent"]) // 2
            values: Table = {
                "map_id": map_id,
                "parent_id": parents[depth],
                "order": float(order),
                "side": "" if depth else side,
                "topic": read["topic"],
                "title": read["title"],
                "evidence": re.findall(r"\w+", read["evidence"] or ""),
            }
            values |= {name: int(read[name]) for name in ("impact", "effort") if read[name]}
            branch = self.record(Branch, new_id(), values)
            parents[depth + 1 :] = [branch.id]
            yield branch

    def record(self, record_class: type[R], key: str, values: Mapping[str, Any]) -> R:
        """The record with these values, its texts translated. Raises ValueError for an unknown field."""
        given = {_SHORT.get(name, name): value for name, value in values.items()}
        known = {told.name: told for told in described(record_class)}
        if strange := given.keys() - known.keys():
            raise ValueError(f"{record_class.__name__} has no {', '.join(sorted(strange))}")
        plain = {name: self.value(known[name], given[name]) for name in given}
        return from_plain(record_class, {**plain, "id": key})

    def value(self, told: Field, value: Any) -> Any:
        """A value of the file as a field holds it."""
        keys = {"Persona": self.personas, "Evidence": self.evidence}.get(told.refers)
        match told.editor:
            case _ if told.vocabulary:
                return self.terms.get((told.vocabulary, value), value)
            case Editor.RECORD if keys is not None:
                return keys[value]
            case Editor.RECORDS if keys is not None:
                return tuple(keys[key] for key in value)
            case Editor.RATINGS if keys is not None:
                return tuple((keys[key], told) for key, told in value.items())
            case Editor.PARTS if keys is not None:
                return tuple((keys[key], role) for key, roles in value.items() for role in roles)
            case Editor.LINES:
                return tuple(self.say(line) for line in value)
            case Editor.PAIRS:
                return tuple((self.say(name), self.say(text)) for name, text in value)
        is_text = told.editor in _TEXTS and not value.isdigit()
        return self.say(value.strip()) if is_text else value
