"""Events read against gold: triples of actor, type and recipient."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from volteface.coding.reader import Reader
from volteface.identity import content_id, text_sha256
from volteface.records import DateInterval, Event, Report

Triple = tuple[str | None, str, str | None]
_MUTUAL = frozenset({"CONSULT"})


@dataclass(frozen=True, slots=True)
class Told:
    """One text: its id, the triples of the gold and those that were read."""

    text: str
    gold: frozenset[Triple]
    read: frozenset[Triple]


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and their harmonic mean, in percent."""

    precision: float
    recall: float
    f1: float


def triples(actors: Iterable[str], type_: str, recipients: Iterable[str]) -> Iterator[Triple]:
    """Each actor with each recipient, None where there is none; a meeting has no direction."""
    pairs = product(tuple(actors) or (None,), tuple(recipients) or (None,))
    for actor, recipient in pairs:
        if actor is not None and actor == recipient:
            continue
        if type_ in _MUTUAL and actor is not None and recipient is not None:
            yield min(actor, recipient), type_, max(actor, recipient)
        else:
            yield actor, type_, recipient


def report_of(entry: dict[str, object], path: str) -> Report:
    """A gold text as the report it stands for."""
    text = str(entry["text"])
    day = entry["published"]
    return Report(
        id=content_id("r", text),
        path=path,
        text=text,
        sha256=text_sha256(text),
        title=None,
        outlet=str(entry["outlet"]),
        published=DateInterval(day, day, "day", "dateline"),  # type: ignore[arg-type]
        language="en",
    )


def texts(path: Path) -> list[dict[str, object]]:
    """The gold texts of a file."""
    found: list[dict[str, object]] = tomllib.loads(path.read_text(encoding="utf-8"))["text"]
    return found


def compared(reader: Reader, path: Path) -> Iterator[Told]:
    """Every text of a gold file, read."""
    for entry in texts(path):
        gold = frozenset(
            triple
            for event in entry["event"]  # type: ignore[attr-defined]
            for triple in triples(event["actors"], event["type"], event["recipients"])
        )
        events = events_of(reader, report_of(entry, str(path)))
        read = frozenset(t for e in events for t in triples(e.actors, e.type, e.recipients))
        yield Told(str(entry["id"]), gold, read)


def events_of(reader: Reader, report: Report) -> tuple[Event, ...]:
    """The report's events."""
    return reader.code(report).events


def score(told: Iterable[Told]) -> Score:
    """Over all texts together."""
    pairs = list(told)
    right = sum(len(t.gold & t.read) for t in pairs)
    read = sum(len(t.read) for t in pairs)
    gold = sum(len(t.gold) for t in pairs)
    precision, recall = right / max(1, read), right / max(1, gold)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return Score(100 * precision, 100 * recall, 100 * f1)
