"""The records of a project. Every one is frozen and has an id; a change replaces it by another.

Lengths are board units: one unit is one pixel of the screen at 100 %. A node's `x` and `y` are its centre; x
grows to the right and y downwards. What a kind of node adds stands in `journeydesk.kinds`.
"""

from dataclasses import dataclass
from uuid import uuid4

from journeydesk.language import LANGUAGES, N_
from journeydesk.model.fields import Choice, Editor, attribute
from journeydesk.model.stops import TourStop
from journeydesk.model.vocabulary import BUYING_STAGES, INFLUENCES, ROLES, SOURCES, STATES, URGENCIES

FARTHEST = 1e7
MOST_COLOURS = 8  # of a house
MOST_ZOOM = 8.0  # times, into a photo
TERM_KEY = 150  # characters
TERM_TITLE = 120

THEMES = (
    Choice("paper", N_("Paper")),
    Choice("chalk", N_("Chalk")),
    Choice("ink", N_("Ink")),
    Choice("vivid", N_("Vivid")),
)


def new_id() -> str:
    """A fresh identity: 32 hexadecimal digits."""
    return uuid4().hex


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Anything that a project keeps."""

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Project(Record):
    """What is true of the whole file; a document holds exactly one."""

    title: str = attribute(label=N_("Title"))
    organisation: str = attribute(label=N_("Organisation"))
    author: str = attribute(label=N_("Author"))
    logo_id: str = attribute(
        label=N_("Logo"), editor=Editor.RECORD, refers="Asset",
        hint=N_("Stands in the title block of posters, on slides and on web pages"),
    )  # fmt: skip
    palette: tuple[str, ...] = attribute(
        (), N_("House colours"), Editor.COLOURS, limit=MOST_COLOURS,
        hint=N_("For stages, branches and personas, in every theme; as dark or pale as it takes to be read"),
    )  # fmt: skip
    language: str = attribute(
        "en", N_("Language of the maps"), Editor.CHOICE,
        choices=tuple(Choice(code, name) for code, name in LANGUAGES.items()),
    )  # fmt: skip
    fresh_months: int = attribute(
        24, N_("Evidence stays fresh for"), Editor.NUMBER, minimum=1, maximum=600, whole=True,
        unit=N_("months"),
    )  # fmt: skip
    notes: str = attribute(label=N_("Notes"), editor=Editor.TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona(Record):
    """A person who stands for a segment.

    `face_x` and `face_y` tell what is in the middle of the round photo, as shares of its width and height;
    `face_zoom` is how many times smaller than the photo the part is that is seen.
    """

    name: str = attribute(label=N_("Name"))
    tagline: str = attribute(label=N_("In one line"))
    photo_id: str = attribute(label=N_("Photo"), editor=Editor.RECORD, refers="Asset")
    face_x: float = attribute(0.5, editor=Editor.HIDDEN, minimum=0, maximum=1)
    face_y: float = attribute(0.5, editor=Editor.HIDDEN, minimum=0, maximum=1)
    face_zoom: float = attribute(1.0, editor=Editor.HIDDEN, minimum=1, maximum=MOST_ZOOM)
    colour: str = attribute(label=N_("Colour"), editor=Editor.COLOUR)
    order: float = attribute(0.0, editor=Editor.HIDDEN)
    roles: tuple[str, ...] = attribute((), N_("Roles in the decision"), Editor.CHOICES, choices=ROLES)
    gender: str = attribute(label=N_("Gender"), section=N_("Demographics"))
    age_from: int | None = attribute(
        None, N_("Age from"), Editor.NUMBER, minimum=0, maximum=120, whole=True, unit=N_("years"),
        section=N_("Demographics"),
    )  # fmt: skip
    age_to: int | None = attribute(
        None, N_("Age to"), Editor.NUMBER, minimum=0, maximum=120, whole=True, unit=N_("years"),
        section=N_("Demographics"),
    )  # fmt: skip
    profession: str = attribute(label=N_("Profession"), section=N_("Demographics"))
    responsibilities: tuple[str, ...] = attribute(
        (), N_("Responsibilities"), Editor.LINES, section=N_("Demographics")
    )
    salary: str = attribute(label=N_("Salary"), section=N_("Demographics"))
    region: str = attribute(label=N_("Region"), section=N_("Demographics"))
    company: str = attribute(label=N_("Company"), section=N_("Demographics"))
    company_size: str = attribute(label=N_("Company size"), section=N_("Demographics"))
    segment: str = attribute(label=N_("Segment"), section=N_("Market"))
    market_share: float | None = attribute(
        None, N_("Share of the market"), Editor.NUMBER, minimum=0, maximum=100, unit="%", section=N_("Market")
    )
    goals: tuple[str, ...] = attribute((), N_("Goals"), Editor.LINES, section=N_("What drives them"))
    jobs: tuple[str, ...] = attribute((), N_("Jobs to be done"), Editor.LINES, section=N_("What drives them"))
    needs: tuple[str, ...] = attribute((), N_("Needs"), Editor.LINES, section=N_("What drives them"))
    requirements: tuple[str, ...] = attribute(
        (), N_("Requirements"), Editor.LINES, section=N_("What drives them")
    )
    concerns: tuple[str, ...] = attribute(
        (), N_("Concerns"), Editor.LINES, section=N_("What holds them back")
    )
    frustrations: tuple[str, ...] = attribute(
        (), N_("Frustrations"), Editor.LINES, section=N_("What holds them back")
    )
    objections: tuple[str, ...] = attribute(
        (), N_("Objections"), Editor.LINES, section=N_("What holds them back")
    )
    urgency: str = attribute("", N_("Urgency"), Editor.CHOICE, choices=URGENCIES, section=N_("Buying"))
    time_to_buy: str = attribute(label=N_("Time to buy"), section=N_("Buying"))
    buying_stage: str = attribute(
        "", N_("Place in the buying cycle"), Editor.CHOICE, choices=BUYING_STAGES, section=N_("Buying")
    )
    influence: float | None = attribute(
        None, N_("Influence on the decision"), Editor.NUMBER, minimum=0, maximum=10, unit=N_("of 10"),
        hint=N_("From 0 (none) to 10 (decides alone)"), section=N_("Buying"),
    )  # fmt: skip
    interest: float | None = attribute(
        None, N_("Interest in the decision"), Editor.NUMBER, minimum=0, maximum=10, unit=N_("of 10"),
        hint=N_("From 0 (indifferent) to 10 (thinks of nothing else)"), section=N_("Buying"),
    )  # fmt: skip
    says: tuple[str, ...] = attribute((), N_("Says"), Editor.LINES, section=N_("Empathy"))
    thinks: tuple[str, ...] = attribute((), N_("Thinks"), Editor.LINES, section=N_("Empathy"))
    does: tuple[str, ...] = attribute((), N_("Does"), Editor.LINES, section=N_("Empathy"))
    feels: tuple[str, ...] = attribute((), N_("Feels"), Editor.LINES, section=N_("Empathy"))
    quotes: tuple[str, ...] = attribute((), N_("Quotes"), Editor.LINES, section=N_("More"))
    notes: str = attribute(label=N_("Notes"), editor=Editor.TEXT, section=N_("More"))
    more: tuple[tuple[str, str], ...] = attribute((), N_("Other fields"), Editor.PAIRS, section=N_("More"))
    evidence_ids: tuple[str, ...] = attribute(
        (), N_("Evidence"), Editor.RECORDS, refers="Evidence", section=N_("More")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyMap(Record):
    """One drawing of a journey. `original_id` is the map that it was drawn from as what should be.

    `stops` are where a presentation of it halts, one after the other.
    """

    title: str = attribute(label=N_("Title"))
    state: str = attribute("", N_("State"), Editor.CHOICE, choices=STATES)
    original_id: str = attribute(editor=Editor.HIDDEN)
    scenario: str = attribute(label=N_("Scenario"), editor=Editor.TEXT)
    persona_ids: tuple[str, ...] = attribute((), N_("Personas"), Editor.RECORDS, refers="Persona")
    stops: tuple[TourStop, ...] = attribute((), editor=Editor.STOPS)
    theme: str = attribute("paper", N_("Theme"), Editor.CHOICE, choices=THEMES)
    version: str = attribute(label=N_("Version"))
    date: str = attribute("", N_("Date"), Editor.DATE)
    order: float = attribute(0.0, editor=Editor.HIDDEN)
    notes: str = attribute(label=N_("Notes"), editor=Editor.TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Node(Record):
    """Anything placed on a map. `parent_id` is "" but for what hangs under another node, mind-map fashion.

    `origin_id` is the node on an as-is map of which this one, on a to-be map, is the counterpart. `stage_id`
    is the stage to which people said that a step belongs, "" where arrows and places tell.
    `width` and `height` are None where the size follows from the content. `order` ranks siblings, and what
    lies on top among nodes that overlap.
    """

    map_id: str = attribute(editor=Editor.HIDDEN)
    parent_id: str = attribute(editor=Editor.HIDDEN)
    origin_id: str = attribute(editor=Editor.HIDDEN)
    stage_id: str = attribute(editor=Editor.HIDDEN)
    order: float = attribute(0.0, editor=Editor.HIDDEN)
    x: float = attribute(0.0, editor=Editor.HIDDEN)
    y: float = attribute(0.0, editor=Editor.HIDDEN)
    width: float | None = attribute(None, editor=Editor.HIDDEN, minimum=0)
    height: float | None = attribute(None, editor=Editor.HIDDEN, minimum=0)
    title: str = attribute(label=N_("Text"), editor=Editor.TEXT, limit=2000)
    notes: str = attribute(label=N_("Notes"), editor=Editor.TEXT, section=N_("More"))
    url: str = attribute(label=N_("Link"), editor=Editor.URL, section=N_("More"))
    colour: str = attribute(label=N_("Colour"), editor=Editor.COLOUR, section=N_("More"))
    folded: bool = attribute(False, N_("Folded"), Editor.SWITCH, section=N_("More"))
    locked: bool = attribute(False, N_("Locked in place"), Editor.SWITCH, section=N_("More"))
    votes: int = attribute(
        0, N_("Votes"), Editor.NUMBER, minimum=0, maximum=9999, whole=True, section=N_("More")
    )
    evidence_ids: tuple[str, ...] = attribute(
        (), N_("Evidence"), Editor.RECORDS, refers="Evidence", section=N_("More")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Record):
    """An arrow between two nodes of one map.

    `waypoints` are points that the arrow passes, in board units; `label_at` is the label's place along it,
    0 to 1.
    """

    map_id: str = attribute(editor=Editor.HIDDEN)
    source_id: str = attribute(editor=Editor.HIDDEN)
    target_id: str = attribute(editor=Editor.HIDDEN)
    order: float = attribute(0.0, editor=Editor.HIDDEN)
    title: str = attribute(label=N_("Label"))
    persona_ids: tuple[str, ...] = attribute((), N_("Personas"), Editor.RECORDS, refers="Persona")
    waypoints: tuple[tuple[float, float], ...] = attribute((), editor=Editor.HIDDEN)
    label_at: float | None = attribute(None, editor=Editor.HIDDEN, minimum=0, maximum=1)
    notes: str = attribute(label=N_("Notes"), editor=Editor.TEXT, section=N_("More"))
    evidence_ids: tuple[str, ...] = attribute(
        (), N_("Evidence"), Editor.RECORDS, refers="Evidence", section=N_("More")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition(Link):
    """An arrow that a persona travels from node to node. `share`: per cent of those who leave the source."""

    share: float | None = attribute(None, N_("Share"), Editor.NUMBER, minimum=0, maximum=100, unit="%")
    share_evidence_ids: tuple[str, ...] = attribute(
        (), N_("Evidence for the share"), Editor.RECORDS, refers="Evidence"
    )
    observed: bool = attribute(False, N_("Observed, never designed"), Editor.SWITCH)
    objection: str = attribute(label=N_("Objection in the way"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Influence(Link):
    """An arrow by which one persona affects another's path."""

    influence: str = attribute("informs", N_("Influence"), Editor.CHOICE, choices=INFLUENCES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Record):
    """A source for a claim. `strength` runs from 1 (weak) to 5."""

    title: str = attribute(label=N_("Title"))
    source: str = attribute("interview", N_("Source"), Editor.CHOICE, choices=SOURCES)
    date: str = attribute("", N_("Date"), Editor.DATE)
    sample_size: int | None = attribute(
        None, N_("Sample size"), Editor.NUMBER, minimum=0, maximum=1e9, whole=True
    )
    strength: int | None = attribute(None, N_("Strength"), Editor.NUMBER, minimum=1, maximum=5, whole=True)
    fresh_months: int | None = attribute(
        None, N_("Stays fresh for"), Editor.NUMBER, minimum=1, maximum=600, whole=True, unit=N_("months"),
        hint=N_("Where this source ages faster or more slowly than the project says"),
    )  # fmt: skip
    quote: str = attribute(label=N_("Quote"), editor=Editor.TEXT)
    url: str = attribute(label=N_("Link"), editor=Editor.URL)
    asset_id: str = attribute(label=N_("Attached file"), editor=Editor.FILE, refers="Asset")
    notes: str = attribute(label=N_("Notes"), editor=Editor.TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Record):
    """What a project has of its own in a vocabulary: an entry of its own, or what differs at a built-in one.

    Its id is `term_id` of its vocabulary and key. An empty `title` or `icon` is the built-in one, as is an
    `order` of None. `icon` is the name of a file in `resources/icons`; a picture stands in its place.
    """

    vocabulary: str = attribute(editor=Editor.HIDDEN)
    key: str = attribute(editor=Editor.HIDDEN, limit=TERM_KEY)
    title: str = attribute(label=N_("Name"), limit=TERM_TITLE)
    icon: str = attribute(editor=Editor.HIDDEN)
    picture_id: str = attribute(label=N_("Picture"), editor=Editor.RECORD, refers="Asset")
    colour: str = attribute(label=N_("Colour"), editor=Editor.COLOUR)
    hidden: bool = attribute(False, N_("Hidden"), Editor.SWITCH)
    order: float | None = attribute(None, editor=Editor.HIDDEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset(Record):
    """A picture or another file that is kept inside the project. `width` and `height` are pixels."""

    name: str = attribute(label=N_("Name"))
    media_type: str = attribute(editor=Editor.HIDDEN)
    width: int = attribute(0, editor=Editor.HIDDEN, whole=True)
    height: int = attribute(0, editor=Editor.HIDDEN, whole=True)
    data: bytes = attribute(b"", editor=Editor.HIDDEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment(Record):
    """A remark on a node, a link or a map. `written` is an ISO time in UTC.

    What is open on a map itself is the map's parking lot; there `votes` tell what matters to people.
    """

    about_id: str = attribute(editor=Editor.HIDDEN)
    author: str = attribute(label=N_("Author"))
    written: str = attribute(editor=Editor.HIDDEN)
    text: str = attribute(label=N_("Comment"), editor=Editor.TEXT)
    resolved: bool = attribute(False, N_("Resolved"), Editor.SWITCH)
    votes: int = attribute(0, N_("Votes"), Editor.NUMBER, minimum=0, maximum=9999, whole=True)
