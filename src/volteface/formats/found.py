"""What a reader finds in a file: records of ours, somebody else's codings, and mistakes.

``line`` is where it stands: the line of a file of lines, the number of the entry in another.
"""

from dataclasses import asdict, dataclass
from typing import Any, Literal, TypeAlias

from volteface.formats.record_json import Json

Part: TypeAlias = Literal["report", "reading", "by_hand", "decision", "statement", "event", "claim"]


@dataclass(frozen=True, slots=True)
class Kept:
    """A part of a ledger that volteface wrote, as JSON; ``report`` is the id of its report."""

    line: int
    report: str
    part: Part
    data: Json


@dataclass(frozen=True, slots=True)
class Where:
    """How a file names a report; any of these may be missing, and ``text`` is all of it."""

    id: str | None = None
    path: str | None = None
    title: str | None = None
    sha256: str | None = None
    text: str | None = None
    published: str | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a report: as they are quoted, and where they are said to stand."""

    exact: str | None = None
    start: int | None = None
    end: int | None = None
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Coded:
    """A statement as a file has it, before its words and names are looked up.

    ``actor``, ``about``, ``addressee`` and ``issue`` are names in any spelling that the case
    knows. ``agrees`` says on which side of the issue's wording it stands; ``stance`` says it as a
    number in [-1, 1]. ``base`` is the statement of ours that was changed, as JSON; ``full`` is true
    where the format has a place for person and actor, so that none given means none.
    """

    line: int
    where: Where
    content: tuple[Quote, ...]
    speaker: tuple[Quote, ...] = ()
    cue: tuple[Quote, ...] = ()
    person: str | None = None
    actor: str | None = None
    role: str | None = None
    about: str | None = None
    addressee: str | None = None
    issue: str | None = None
    agrees: bool | None = None
    stance: float | None = None
    register: str | None = None
    said_on: str | None = None
    names: tuple[str, ...] = ()
    base: Json | None = None
    full: bool = False


@dataclass(frozen=True, slots=True)
class Happened:
    """An event as a file has it, before its words and names are looked up.

    Of each party all the names that the file has for it are given, the surest first.
    """

    line: int
    where: Where
    content: tuple[Quote, ...]
    type: str
    actors: tuple[tuple[str, ...], ...] = ()
    recipients: tuple[tuple[str, ...], ...] = ()
    when: str | None = None
    place: str | None = None
    mode: str | None = None
    numbers: tuple[tuple[str, int], ...] = ()
    base: Json | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in the file that cannot be taken in, and why."""

    line: int
    words: str


Found: TypeAlias = Kept | Coded | Happened | Fault


@dataclass(slots=True)
class Tally:
    """What bringing a file in came to, in numbers of records.

    ``new_reports`` are reports that the ledger did not have, ``kept`` records of ours that came
    back as they were, ``coded`` those of the file's coder, and ``changed`` how many of these took
    the place of a record of ours; ``faults`` is how much could not be taken in.
    """

    new_reports: int = 0
    kept: int = 0
    coded: int = 0
    changed: int = 0
    faults: int = 0


def coded_json(coded: Coded | Happened) -> Json:
    """The coding as a JSON object."""
    return asdict(coded)


def coded_of(data: Json) -> Coded:
    """The coding of a JSON object that :func:`coded_json` has written."""
    parts = _parts(data, ("content", "speaker", "cue"))
    return Coded(**parts | {"names": tuple(parts["names"])})


def happened_of(data: Json) -> Happened:
    """The event of a JSON object that :func:`coded_json` has written."""
    parts = _parts(data, ("content",))
    for name in ("actors", "recipients"):
        parts[name] = tuple(tuple(known) for known in parts[name])
    parts["numbers"] = tuple((what, value) for what, value in parts["numbers"])
    return Happened(**parts)


def _parts(data: Json, quoted: tuple[str, ...]) -> dict[str, Any]:
    quotes = {name: tuple(Quote(**quote) for quote in data[name]) for name in quoted}
    return data | quotes | {"where": Where(**data["where"])}
