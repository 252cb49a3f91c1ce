"""What the page and the brief say, as plain data: names resolved, numbers within their bounds.

Each section is filled by a function of its own from its own source: answers, timelines and
evidence from verdicts and the ledger; :class:`Paths` and :class:`Claims` from a model's run.
A section without a source is None and absent from the page.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:  # what it describes takes long to import
    from volteface.report_page.behind import Behind

Role: TypeAlias = Literal["plain", "content", "speaker", "cue", "cut"]
"""What a piece of a passage is: what was said, by whom, the word of saying; ``cut`` is left out."""

Shape: TypeAlias = Literal["words", "deed", "fact", "belief", "imputed"]
"""The form of a mark in a chart."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a report's text."""

    text: str
    role: Role


@dataclass(frozen=True, slots=True)
class Evidence:
    """One statement in its report, or one dated fact of the case.

    ``summary`` names it in one line without its words; ``notes`` are label and value of what was
    read from it; ``report`` is the report's id, None for a fact, whose ``source`` vouches for it.
    """

    record: str
    fact: bool
    summary: str
    passage: tuple[Piece, ...]
    notes: tuple[tuple[str, str], ...]
    report: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One verdict: its sentence, probability (None where evidence is lacking) and records.

    ``timeline`` is the anchor of the chart that shows it. ``against`` are those of the records on
    the other side; ``turns`` says what would change it, ``behind`` what it rests and hangs on.
    """

    actor: str
    question: str
    channel: str
    verdict: str
    sentence: str
    probability: float | None
    records: tuple[str, ...]
    timeline: str
    against: tuple[str, ...] = ()
    turns: str | None = None
    behind: "Behind | None" = None


@dataclass(frozen=True, slots=True)
class ActorAnswers:
    """What can be said of one actor; ``colour`` is its place in the page's palette."""

    actor: str
    colour: int
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """One observation: records of one utterance or deed, between two days.

    ``value`` lies in [-1, 1]; ``weight`` is its precision, 1 being that of words quoted directly
    from somebody named and read with certainty.
    """

    records: tuple[str, ...]
    earliest: date
    latest: date
    value: float
    weight: float
    source: str
    shape: Shape


@dataclass(frozen=True, slots=True)
class Band:
    """Numbers over time with a middle and two bands; one entry for each of ``days``."""

    days: tuple[date, ...]
    middle: tuple[float, ...]
    low50: tuple[float, ...]
    high50: tuple[float, ...]
    low90: tuple[float, ...]
    high90: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Jump:
    """The probability of a jump between two days that hold no observation in between."""

    earliest: date
    latest: date
    probability: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """One actor on one issue in one channel. ``level`` is None for a single observation."""

    anchor: str
    actor: str
    colour: int
    channel: str
    answers: tuple[Answer, ...]
    marks: tuple[Mark, ...]
    level: Band | None
    jumps: tuple[Jump, ...]


@dataclass(frozen=True, slots=True)
class IssueSection:
    """An issue with its poles and timelines.

    ``lone`` have one observation only, ``background`` rest on the case's dated facts alone and
    were given no verdict, however many observations they have.
    """

    anchor: str
    question: str
    plus: str
    minus: str
    timelines: tuple[Timeline, ...]
    lone: tuple[Timeline, ...]
    background: tuple[Timeline, ...]


@dataclass(frozen=True, slots=True)
class Contrast:
    """An actor's words beside its deeds on one issue; ``answers`` holds the gap if there is one."""

    anchor: str
    actor: str
    colour: int
    question: str
    plus: str
    minus: str
    answers: tuple[Answer, ...]
    words: Timeline
    deeds: Timeline


@dataclass(frozen=True, slots=True)
class Fan:
    """A quantity of the model by month: ``middle`` the median of the draws, with bands.

    ``bounds`` are the ends of the axis; ``unit`` and ``meaning`` come from the model.
    """

    title: str
    meaning: str
    unit: str
    band: Band
    bounds: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Shares:
    """Shares of the draws by month: one row of numbers in [0, 1] for each of ``steps``.

    A single step is a plain share ("war over"); several that sum to one are a ladder.
    """

    title: str
    meaning: str
    steps: tuple[str, ...]
    days: tuple[date, ...]
    rows: tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True)
class PathGroup:
    """Charts that belong side by side: survival as each actor believes it, support ladders."""

    title: str
    explanation: str
    charts: tuple[Fan | Shares, ...]


@dataclass(frozen=True, slots=True)
class Paths:
    """An ensemble's paths. ``headlines`` are sentences; ``notes`` say what must be known."""

    draws: int
    seed: int
    headlines: tuple[str, ...]
    notes: tuple[str, ...]
    groups: tuple[PathGroup, ...]
    held: "Held | None" = None


@dataclass(frozen=True, slots=True)
class HeldQuantity:
    """One quantity before and after the record: 5 %, 50 % and 95 % quantiles.

    ``moved`` is the shift of the mean in standard deviations of the prior; ``clear`` whether it is
    more than chance.
    """

    name: str
    prior: tuple[float, float, float]
    posterior: tuple[float, float, float]
    moved: float
    clear: bool


@dataclass(frozen=True, slots=True)
class Held:
    """Worlds held to the record. ``effective`` is the share of the worlds that counted, by month;
    ``warnings`` name what they do not reproduce, ``surprises`` what few had.
    """  # noqa: D205 - one sentence

    as_of: date
    draws: int
    founding: float
    passes: int
    effective: tuple[tuple[date, float], ...]
    quantities: tuple[HeldQuantity, ...]
    warnings: tuple[str, ...]
    surprises: tuple[str, ...]

    @property
    def least(self) -> float:
        """The least share of the worlds that counted at a reading."""
        return min((share for _, share in self.effective), default=1.0)


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim of the reports, who makes it, and what the model says.

    ``answer`` is None where the model has no quantity for it, and ``unmodelled`` says why.
    ``probability`` is the share of the draws in which it is as the holder says, ``sign_share`` the
    same among the draws in which there is a difference; ``interval`` holds nine draws of ten.
    ``equation`` forces an answer that is built in. ``date`` is as the case gives it.
    """

    id: str
    text: str
    holder: str
    outlet: str
    date: str
    report: str | None
    endorsed: bool
    answer: Literal["supported", "contradicted", "undecided"] | None
    probability: float | None = None
    interval: tuple[float, float] | None = None
    sign_share: float | None = None
    flips: tuple[str, ...] = ()
    kind: str | None = None
    equation: str | None = None
    unmodelled: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One report that was read; ``used`` counts its statements that enter a verdict."""

    id: str
    title: str
    outlet: str
    published: str
    file: str
    note: str
    used: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Uncertain:
    """What the answers leave out, and why.

    ``waiting`` counts statements by actor, issue and channel; ``waiting_records`` and ``undated``
    are ids; ``left_out`` counts records by reason; ``skipped`` are files and reasons.
    """

    disagreements: tuple[Answer, ...]
    waiting: tuple[tuple[str, str, str, int], ...]
    waiting_records: tuple[str, ...]
    undated: tuple[str, ...]
    left_out: tuple[tuple[str, int], ...]
    skipped: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Provenance:
    """How the page was made: labelled values in titled tables; nothing that a clock says."""

    tables: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that the page says, in its order.

    ``days`` are the ends of every chart's time axis; ``evidence`` holds each record once, by id,
    in the order of the reports, facts last.
    """

    title: str
    description: str
    basis: str
    days: tuple[date, date]
    tally: tuple[tuple[str, int], ...]
    decided: tuple[ActorAnswers, ...]
    undecided: tuple[ActorAnswers, ...]
    issues: tuple[IssueSection, ...]
    contrasts: tuple[Contrast, ...]
    paths: Paths | None
    claims: tuple[Claim, ...] | None
    uncertain: Uncertain
    evidence: Mapping[str, Evidence]
    provenance: Provenance
