"""Near-duplicates: reports that share most of their runs of five words (Broder 1997).

Candidates come from an inverted index of sampled runs, so that the cost grows with the number of
reports and not its square; each candidate is then compared exactly. A. Z. Broder, "On the
resemblance and containment of documents", Compression and Complexity of Sequences, 1997.
"""

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice

from volteface.records import DateInterval, Report
from volteface.reports.boilerplate import main_text

SHINGLE = 5
"""Words in a run."""
RESEMBLANCE = 0.5
"""Shared runs over all runs of both, from which two reports are one."""
CONTAINMENT = 0.8
"""Shared runs over the shorter report's, for reprints that were cut."""
_CONTAINED_RUNS = 40
CONTAINMENT_SOON = 0.6
"""The same for two reports of the same days: an editor cut, changed and added."""
_CONTAINED_RUNS_SOON = 100
NEWS_CYCLE = timedelta(days=3)
"""Days within which a wire story is reprinted."""
_NARROW = timedelta(days=7)
"""A day of publication that is known no better than this tells nothing."""
_SAMPLE = 4
_COMMON = 64
"""Reports that share one run before it counts as a standing phrase."""
_CANDIDATES = 8
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Indexed:
    """A report as it is compared; ``original`` is the id of the one it repeats, or its own."""

    original: str
    runs: frozenset[int]
    published: DateInterval | None


def mark_duplicates(reports: Sequence[Report], known: Sequence[Report] = ()) -> list[Report]:
    """The reports in their order, each near-duplicate with ``duplicate_of`` the earlier one's id.

    Earlier means by first possible day of publication, then path; an undated report comes last.
    A chain of reprints points to its first report. A report that is already marked, or that is
    itself in ``known``, stays as it is.

    Args:
        reports: New reports.
        known: Reports read before; whatever their day, they stand as the originals.
    """
    index = _Index()
    for report in sorted(known, key=_age):
        index.add(report, report.duplicate_of or report.id)
    old = {report.id for report in known}
    marked: dict[str, str | None] = {}
    for report in sorted(reports, key=_age):
        if report.id in old:
            continue
        original = report.duplicate_of or index.original(report)
        marked[report.id] = original
        index.add(report, original or report.id)
    return [
        replace(report, duplicate_of=marked.get(report.id, report.duplicate_of))
        for report in reports
    ]


class _Index:
    """Reports by their sampled runs."""

    def __init__(self) -> None:
        self._reports: list[_Indexed] = []
        self._by_run: defaultdict[int, list[int]] = defaultdict(list)

    def add(self, report: Report, original: str) -> None:
        entry = _Indexed(original, _runs(report), report.published)
        for run in _sampled(entry.runs):
            if len(self._by_run[run]) < _COMMON:
                self._by_run[run].append(len(self._reports))
        self._reports.append(entry)

    def original(self, report: Report) -> str | None:
        """The id of the report that this one repeats."""
        entry = _Indexed(report.id, _runs(report), report.published)
        runs = entry.runs
        shared = Counter(place for run in _sampled(runs) for place in self._by_run.get(run, ()))
        # Most shared runs first, and the earlier report of two that share as many.
        likely = sorted(shared.items(), key=lambda item: (-item[1], item[0]))
        for place, _ in islice(likely, _CANDIDATES):
            if _same(entry, self._reports[place]):
                return self._reports[place].original
        return None


def _same(one: _Indexed, other: _Indexed) -> bool:
    common, shorter = len(one.runs & other.runs), min(len(one.runs), len(other.runs))
    union = len(one.runs) + len(other.runs) - common
    if common >= RESEMBLANCE * union:
        return True
    if shorter >= _CONTAINED_RUNS and common >= CONTAINMENT * shorter:
        return True
    soon = common >= _CONTAINED_RUNS_SOON and common >= CONTAINMENT_SOON * shorter
    return soon and _of_the_same_days(one.published, other.published)


def _of_the_same_days(one: DateInterval | None, other: DateInterval | None) -> bool:
    if one is None or other is None:
        return False
    if any(when.latest - when.earliest > _NARROW for when in (one, other)):
        return False
    return max(one.earliest - other.latest, other.earliest - one.latest) <= NEWS_CYCLE


def _runs(report: Report) -> frozenset[int]:
    words = _WORD.findall(main_text(report.text, report.removed).casefold())
    return frozenset(
        zlib.crc32(" ".join(words[at : at + SHINGLE]).encode("utf-8", "replace"))
        for at in range(len(words) - SHINGLE + 1)
    )


def _sampled(runs: frozenset[int]) -> list[int]:
    return [run for run in runs if run % _SAMPLE == 0]


def _age(report: Report) -> tuple[date, str]:
    return (report.published.earliest if report.published else date.max, report.path)
