"""Events read against gold: triples of actor, type and recipient."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

from volteface.case.schema import ActorsFile, Case, CaseFile
from volteface.coding.reader import Reader, without_case
from volteface.identity import content_id, text_sha256
from volteface.records import DateInterval, Event, Report

HERE = Path(__file__).parent
PASSAGES = HERE.parents[1] / "reading" / "tuned"
DIGESTS = HERE.parent / "tuned"
Gold = dict[str, Any]
Triple = tuple[str | None, str, str | None]
_MUTUAL = frozenset({"CONSULT"})


@dataclass(frozen=True, slots=True)
class Read:
    """The triples of one text: those of the gold and those that were read."""

    gold: frozenset[Triple]
    read: frozenset[Triple]


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and their harmonic mean, as shares."""

    precision: float
    recall: float
    f1: float


def case_of(folder: Path) -> Case:
    """A case of actors and people alone, from ``case.toml`` and ``actors.toml`` of a folder."""
    settings = CaseFile(**tomllib.loads((folder / "case.toml").read_text(encoding="utf-8")))
    listed = ActorsFile(**tomllib.loads((folder / "actors.toml").read_text(encoding="utf-8")))
    told = {"settings": settings, "actors": listed.actors, "people": listed.people}
    return without_case().model_copy(update=told)


@cache
def reader_of(folder: Path) -> Reader:
    """A reader that knows the actors of a folder."""
    return Reader(case_of(folder))


def texts(path: Path) -> list[Gold]:
    """The gold texts of a file; one that only names a passage has the passage's words."""
    found: list[Gold] = tomllib.loads(path.read_text(encoding="utf-8"))["text"]
    return [text | _passage(text) if "passage" in text else text for text in found]


def _passage(text: Gold) -> Gold:
    for folder, key in ((PASSAGES, "passage"), (DIGESTS, "text")):
        path = folder / text["war"] / "gold.toml"
        if path.exists():
            listed = tomllib.loads(path.read_text(encoding="utf-8"))[key]
            for entry in listed:
                if entry.get("id") == text["passage"]:
                    return {k: entry[k] for k in ("text", "published", "outlet") if k in entry}
    raise KeyError(text["passage"])


def report_of(text: Gold) -> Report:
    """A gold text as the report it stands for."""
    return Report(
        id=content_id("r", text["text"]),
        path=text.get("id", text.get("passage", "")),
        text=text["text"],
        sha256=text_sha256(text["text"]),
        title=None,
        outlet=text.get("outlet"),
        published=DateInterval(text["published"], text["published"], "day", "dateline"),
        language="en",
    )


def triples(actors: Iterable[str], type_: str, recipients: Iterable[str]) -> Iterator[Triple]:
    """Each actor with each recipient, None where there is none; a meeting has no direction."""
    for actor, recipient in product(tuple(actors) or (None,), tuple(recipients) or (None,)):
        if actor is not None and actor == recipient:
            continue
        if type_ in _MUTUAL and actor is not None and recipient is not None:
            yield min(actor, recipient), type_, max(actor, recipient)
        else:
            yield actor, type_, recipient


def compared(path: Path, case: Path | None) -> Iterator[Read]:
    """Every text of a gold file, read by a case's actors; ids that neither knows count as nobody.

    Args:
        path: The gold.
        case: The folder of the case; None where each text names the war of its own.
    """
    listed = texts(path)
    coded = [event for text in listed for event in text["event"]]
    known = {actor for event in coded for actor in (*event["actors"], *event["recipients"])}
    for text in listed:
        reader = reader_of(case if case is not None else PASSAGES / text["war"])
        ids = known | {actor.id for actor in reader.case.actors}
        gold = (triples(e["actors"], e["type"], e["recipients"]) for e in text["event"])
        events = reader.code(report_of(text)).events
        yield Read(
            frozenset(triple for event in gold for triple in event),
            frozenset(triple for event in events for triple in _of_known(event, ids)),
        )


def _of_known(event: Event, ids: set[str]) -> Iterator[Triple]:
    """The event's triples; none where only strangers to the gold did it."""
    actors = [actor for actor in event.actors if actor in ids]
    if actors or not event.actors:
        yield from triples(actors, event.type, [a for a in event.recipients if a in ids])


def score(read: Iterable[Read]) -> Score:
    """Over all texts together."""
    pairs = list(read)
    right = sum(len(one.gold & one.read) for one in pairs)
    found = sum(len(one.read) for one in pairs)
    wanted = sum(len(one.gold) for one in pairs)
    precision, recall = right / max(1, found), right / max(1, wanted)
    return Score(precision, recall, 2 * right / max(1, found + wanted))


def without_recipients(read: Iterable[Read]) -> list[Read]:
    """The same, of actor and type alone."""
    return [
        Read(
            frozenset((actor, type_, None) for actor, type_, _ in one.gold),
            frozenset((actor, type_, None) for actor, type_, _ in one.read),
        )
        for one in read
    ]
