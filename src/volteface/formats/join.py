"""A shared ledger and the texts of its reports, joined to a whole one.

A text with the report's hash gives back everything as it was. In another copy of the text each
span is looked for by the hash of its words and of what stands around them, exactly: words that
stand nowhere, or in several places, are not guessed, and their records are left out and listed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from volteface.coding.record_id import identified
from volteface.errors import UsageError
from volteface.formats.bundle import Bundle
from volteface.formats.holdings import Tell, bundles, opened
from volteface.formats.record_json import (
    Json,
    claim_of,
    event_of,
    report_of,
    statement_of,
    to_json,
)
from volteface.formats.redact import BLOT, Piece, whole
from volteface.formats.share import put, recipes_of, sha
from volteface.formats.store_bundle import store_bundle
from volteface.ledger.anchors import CONTEXT
from volteface.records import Claim, Event, Report, Span, Statement

_FEWEST = 0.5
"""The share of a report's quotations that another copy of it must have."""

_Told = TypeVar("_Told", Statement, Event, Claim)


@dataclass(slots=True)
class Joined:
    """What became of the reports: joined by hash, by their words, or not; with what was lost."""

    by_hash: list[str] = field(default_factory=list)
    by_words: list[str] = field(default_factory=list)
    without_text: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)


def join(shared: Path, texts: Iterable[Report], path: Path, *, tell: Tell | None = None) -> Joined:
    """Write the ledger that a shared one and texts make together.

    Args:
        shared: A file that :func:`volteface.formats.share.share` has written.
        texts: Reports as they were read from one's own files.
        path: A file that is not there yet.
        tell: Told after each report.

    Raises:
        UsageError: ``shared`` is no shared ledger.
        LedgerError: It cannot be read, or the file not written.
    """
    recipes = recipes_of(shared)
    by_hash = {report.sha256: report for report in texts}
    joined = Joined()
    with opened(shared) as source, opened(path, create=True) as out, out.write() as connection:
        if not recipes:
            raise UsageError(f"{shared}: is no shared ledger; 'volteface share' makes them")
        known = {bundle.report.sha256 for bundle in bundles(source)}
        others = [report for report in by_hash.values() if report.sha256 not in known]
        for bundle in bundles(source, tell):
            report, recipe = bundle.report, recipes.get(bundle.report.id)
            same = by_hash.get(report.sha256)
            if recipe is None or (same is None and (copy := _copy(bundle, others)) is None):
                joined.without_text.append(report.path)
                whole_bundle = bundle
            elif same is not None:
                joined.by_hash.append(report.path)
                whole_bundle = _restored(bundle, recipe, same.text)
            else:
                assert copy is not None, "else it has no text"
                others.remove(copy)
                joined.by_words.append(f"{report.path} in {copy.path}")
                whole_bundle = _moved(bundle, recipe, copy, joined)
            store_bundle(connection, whole_bundle, out.clock())
    return joined


def _restored(bundle: Bundle, recipe: Json, text: str) -> Bundle:
    """The bundle as it was, by its report's own text."""
    fields = recipe["fields"]
    report = report_of(_filled(to_json(bundle.report), fields.get(bundle.report.id, ()), text))

    def filled(record: Statement | Event | Claim) -> Json:
        return _filled(to_json(record), fields.get(record.id, ()), text)

    why = {short: whole(_pieces(pieces), text) for short, pieces in recipe["why"].items()}
    return replace(
        bundle,
        report=replace(report, text=text),
        statements=tuple(statement_of(filled(each)) for each in bundle.statements),
        events=tuple(event_of(filled(each)) for each in bundle.events),
        claims=tuple(claim_of(filled(each)) for each in bundle.claims),
        by_hand=tuple(replace(hand, why=why.get(hand.why, hand.why)) for hand in bundle.by_hand),
        decisions=tuple(
            replace(one, why=why.get(one.why or "", one.why)) for one in bundle.decisions
        ),
    )


def _filled(data: Json, fields: Iterable[Any], text: str) -> Json:
    for pointer, pieces in fields:
        put(data, pointer, whole(_pieces(pieces), text))
    return data


def _pieces(pieces: Iterable[Any]) -> list[Piece]:
    return [piece if isinstance(piece, str) else (piece[0], piece[1]) for piece in pieces]


def _copy(bundle: Bundle, own: list[Report]) -> Report | None:
    """The report among one's own that has the most of the quotations, if it has enough of them."""
    shown = [words for words in bundle.report.text.split(BLOT) if words.strip()]
    best = max(own, key=lambda report: _share(shown, report.text), default=None)
    return best if best is not None and _share(shown, best.text) >= _FEWEST else None


def _share(shown: list[str], text: str) -> float:
    return sum(words in text for words in shown) / len(shown) if shown else 0.0


def _moved(bundle: Bundle, recipe: Json, copy: Report, joined: Joined) -> Bundle:
    """The records whose words stand in another copy of the text, once and exactly."""
    moving = _Moving(recipe, copy)
    names: dict[str, str] = {}
    kept: dict[str, tuple[Any, ...]] = {}
    for part in ("statements", "events", "claims"):
        found = []
        for record in getattr(bundle, part):
            moved = moving.record(record)
            if moved is None:
                joined.lost.append(f"{record.id} of {bundle.report.path}")
            else:
                names[record.id] = moved.id
                found.append(moved)
        kept[part] = tuple(found)
    names[bundle.report.id] = copy.id
    made = tuple(
        replace(one, records=tuple(names[each] for each in one.records if each in names))
        for one in bundle.made
    )
    hands = (replace(h, record=names[h.record]) for h in bundle.by_hand if h.record in names)
    choices = (
        replace(one, record=names[one.record], result=names.get(one.result or ""))
        for one in bundle.decisions
        if one.record in names and (one.result is None or one.result in names)
    )
    return replace(
        bundle, report=copy, made=made, by_hand=tuple(hands), decisions=tuple(choices), **kept
    )


class _Moving:
    """Spans of one text, looked up in another copy by hashes."""

    def __init__(self, recipe: Json, copy: Report) -> None:
        self._places: Mapping[str, Mapping[str, list[Any]]] = recipe["places"]
        self._copy = copy
        self._hashes: dict[int, dict[str, list[int]]] = {}

    def record(self, record: _Told) -> _Told | None:
        """The record in the copy, with the id of its new content; None if its words are lost."""
        places = self._places.get(record.id, {})
        spans = {part: [self._find(each) for each in found] for part, found in places.items()}
        content = [span for span in spans.get("content", ()) if span is not None]
        if not content or len(content) < len(record.content):
            return None
        text = " ".join(self._copy.text[start:end] for start, end in content)
        moved = replace(record, report=self._copy.id, content=tuple(content), text=text)
        if isinstance(moved, Statement):
            speaker, cue = (
                tuple(span for span in spans.get(part, ()) if span is not None)
                for part in ("speaker", "cue")
            )
            moved = replace(moved, speaker=speaker, cue=cue)
        return identified(moved)

    def _find(self, place: list[Any]) -> Span | None:
        """Where the words stand: in their surroundings if that is one place, else alone."""
        length, alone, around, before = place
        starts = self._starts(length).get(alone, [])
        if len(starts) > 1:
            fits = [start for start in starts if self._around(start, length, before) == around]
            starts = fits or starts
        return (starts[0], starts[0] + length) if len(starts) == 1 else None

    def _around(self, start: int, length: int, before: int) -> str:
        first = max(0, start - before)
        return sha(self._copy.text[first : start + length + CONTEXT])

    def _starts(self, length: int) -> dict[str, list[int]]:
        """Where words of one length stand, by their hash."""
        if length not in self._hashes:
            found: dict[str, list[int]] = {}
            text = self._copy.text
            for start in range(len(text) - length + 1):
                found.setdefault(sha(text[start : start + length]), []).append(start)
            self._hashes[length] = found
        return self._hashes[length]


def listed(joined: Joined) -> Iterator[str]:
    """What could not be joined, a line each."""
    for path in joined.without_text:
        yield f"no text for {path}: its words stay blotted out"
    for record in joined.lost:
        yield f"the words of {record} stand nowhere or in several places: left out"
