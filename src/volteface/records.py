"""The nouns of volteface as frozen records: no logic, no input or output.

Offsets are Python ``str`` offsets, half open, into ``Report.text``. Dates are closed intervals.
Ids are content hashes (:mod:`volteface.identity`).
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

Span: TypeAlias = tuple[int, int]
"""``(start, end)``, half open, in characters of the report's text."""

Precision: TypeAlias = Literal["day", "week", "month", "season", "year", "interval"]
Voice: TypeAlias = Literal["attributed", "writer"]
Kind: TypeAlias = Literal["direct", "indirect", "mixed"]
Register: TypeAlias = Literal["stated", "conduct", "imputed", "absence", "reported"]
Channel: TypeAlias = Literal["stated", "revealed", "belief", "observers", "stated-revealed"]
Outcome: TypeAlias = Literal[
    "shift",
    "no shift",
    "hedge",
    "passing remark",
    "disagreement",
    "insufficient evidence",
    "gap",
]
Form: TypeAlias = Literal["jump", "drift"]
EventType: TypeAlias = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
"""The types of PLOVER (Halterman et al. 2023); docs/event.md says what each means here."""
Mode: TypeAlias = Literal["historical", "future", "hypothetical", "negated"]
Figure: TypeAlias = Literal["deaths", "injured", "refugees"]
Direction: TypeAlias = Literal["raises", "lowers", "brings", "prevents", "none"]
"""What a condition does to a consequence, as a claim has it."""


@dataclass(frozen=True, slots=True)
class DateInterval:
    """Something happened on one day from ``earliest`` to ``latest``, both included.

    ``precision`` names the unit the text gave; ``basis`` says in words what the dates rest on
    ("Tuesday before publication").
    """

    earliest: date
    latest: date
    precision: Precision
    basis: str


@dataclass(frozen=True, slots=True)
class Report:
    """One news report as it was read.

    ``text`` is the text that every offset points into: the file itself for plain text, the page's
    characters for HTML. ``removed`` are the spans that are no reporting (banners, sign-up text,
    captions). ``language`` is an ISO 639-1 code. ``duplicate_of`` is the id of an earlier report
    with nearly the same words. ``note`` says why a report is kept but not coded.
    """

    id: str
    path: str
    text: str
    sha256: str
    title: str | None
    outlet: str | None
    published: DateInterval | None
    language: str | None
    removed: tuple[Span, ...] = ()
    duplicate_of: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """One possible reading of a statement; ``issue`` is None for none of the case's issues.

    ``stance`` lies in [-1, 1] on the issue's poles and is None where ``issue`` is; ``p`` is the
    probability of this reading.
    """

    issue: str | None
    stance: float | None
    p: float


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said or did what, for whom, through whom, when, and on which issue.

    The fields follow the codebook in ``docs/statement.md``. ``stance`` lies in [-1, 1];
    ``confidence`` is the probability that issue and sign of stance are right, in [0, 1]. ``via``
    is the chain from the holder outwards. Statements of one wording share ``utterance``.
    ``reason`` says what in the case or the text decided issue and stance.
    """

    id: str
    utterance: str
    report: str
    voice: Voice
    content: tuple[Span, ...]
    speaker: tuple[Span, ...]
    cue: tuple[Span, ...]
    text: str
    kind: Kind
    register: Register
    person: str | None
    actor: str | None
    role: str | None
    about: str | None
    addressee: str | None
    via: tuple[str, ...]
    endorsed: bool
    said_on: DateInterval | None
    issue: str | None
    stance: float | None
    confidence: float
    candidates: tuple[Candidate, ...]
    repeats: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """How many people were killed, hurt or driven out, and who says so (None: the report)."""

    what: Figure
    value: int
    source: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom, when and where; the codebook is ``docs/event.md``.

    ``content`` are the clauses that tell it, several where the report tells it more than once.
    ``actors`` and ``recipients`` are ids of actors, empty where nobody known is named. ``when``
    is None for what is yet to come or merely possible, unless the text dates it. ``issue`` and
    ``stance`` in [-1, 1] say what a deed reveals by the case's rules of conduct. ``voice`` is
    ``attributed`` where the report has it from a source.
    """

    id: str
    report: str
    content: tuple[Span, ...]
    text: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    type: EventType
    mode: Mode
    when: DateInterval | None
    place: str | None
    numbers: tuple[Number, ...]
    issue: str | None
    stance: float | None
    voice: Voice


@dataclass(frozen=True, slots=True)
class Claim:
    """What somebody says of how the conflict works: causes, conditions, what would be if.

    ``holder`` is a person's name, an actor's id, a description, or the id of the observers for
    the report's writer. ``endorsed`` is false where the writer rejects it. ``condition`` and
    ``consequence`` are the report's words. ``matches`` is the id of the case's claim that says
    the same.
    """

    id: str
    report: str
    content: tuple[Span, ...]
    text: str
    holder: str
    endorsed: bool
    condition: str
    consequence: str
    direction: Direction
    matches: str | None


@dataclass(frozen=True, slots=True)
class Observation:
    """One measurement of an actor's place on an issue.

    ``records`` are the ids (statements, or ``fact:ID`` for a dated fact of the case) behind it:
    several when one utterance was printed more than once. ``value`` is the stance, ``variance``
    its noise r_k in squared stance units. ``source`` names who vouches for it, so that leaving
    one source out is well defined. ``conduct`` is true for deeds. ``doubt`` is the probability in
    [0, 1) that the reading is wrong. Observations of one ``wording`` are read rightly or wrongly
    together; an empty one is shared with nobody. ``grade`` is that of the case for source and
    statement, such as ``B2``, empty where there is none.
    """

    records: tuple[str, ...]
    when: DateInterval
    value: float
    variance: float
    source: str
    conduct: bool
    doubt: float = 0.0
    wording: str = ""
    grade: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What can be said about one actor on one issue in one channel, and on whose word.

    ``from_`` and ``to`` are the levels before and after a shift, ``since`` the interval in which
    it happened, ``period`` the first and last day with evidence, ``probability`` that of the
    verdict (None where evidence is insufficient), ``statements`` the ids that carry it, most
    influential first, ``waiting`` how many statements are below the case's confidence threshold.
    ``against`` are those of ``statements`` that stand on the other side: the second account of a
    disagreement, the deeds of a gap. ``delta`` and ``asked`` are the smallest change that counted
    and the probability asked, as they were when it was reached. ``turns`` says in words what
    further evidence would change it.
    """

    actor: str
    issue: str
    channel: Channel
    verdict: Outcome
    form: Form | None
    from_: float | None
    to: float | None
    since: tuple[date, date] | None
    period: tuple[date, date] | None
    probability: float | None
    statements: tuple[str, ...]
    sources: int
    waiting: int
    sentence: str
    against: tuple[str, ...] = ()
    delta: float | None = None
    asked: float | None = None
    turns: str | None = None
