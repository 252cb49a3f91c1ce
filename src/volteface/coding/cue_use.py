"""Which cues of a case its reports never use, and which they use everywhere."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from volteface.case.problem import Problem
from volteface.case.schema import Case, Issue, Pole
from volteface.coding.case_doubts import FILE
from volteface.coding.cues import CueMatcher
from volteface.coding.naming import named
from volteface.coding.paragraph import paragraphs
from volteface.coding.reader import gazetteer_of, parser
from volteface.records import Report

EVERYWHERE = 0.1
"""Share of all sentences that no cue ought to match."""
ENOUGH = 50
"""Sentences on which that is judged."""
_BATCH = 16


def cue_use(
    case: Case, reports: Sequence[Report], tell: Callable[[int, int], None] = lambda _d, _t: None
) -> list[Problem]:
    """Warnings about cues that match nothing in the reports, and cues that match too much.

    Args:
        case: A case without errors.
        reports: At least one report.
        tell: Called with how many reports are read and how many there are.
    """
    hits, sentences = _hits(case, reports, tell)
    path = Path(case.folder) / FILE
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    found = [*_unused(case, hits, len(reports), lines), *_everywhere(hits, sentences, lines)]
    return sorted(found, key=lambda problem: problem.line or 0)


def _hits(
    case: Case, reports: Sequence[Report], tell: Callable[[int, int], None]
) -> tuple[Counter[tuple[str, int, str]], int]:
    """In how many sentences each cue is found, by issue, sign and cue; and how many there are."""
    matcher, gazetteer = CueMatcher(case.issues, case.actors), gazetteer_of(case)
    hits: Counter[tuple[str, int, str]] = Counter()
    sentences = 0
    for done, report in enumerate(reports, start=1):
        plain = [part.plain for part in paragraphs(report)]
        for doc in parser().pipe(plain, batch_size=_BATCH):
            mentions = [item.mention for item in named(doc, gazetteer, report.published)]
            for sentence in doc.sents:
                matches = matcher.match(doc, sentence.start, sentence.end, mentions)
                hits.update({(match.issue, match.sign, match.cue) for match in matches})
                sentences += 1
        tell(done, len(reports))
    return hits, sentences


def _poles(issue: Issue) -> tuple[tuple[str, int, Pole], ...]:
    return ("plus", 1, issue.plus), ("minus", -1, issue.minus)


def _unused(
    case: Case, hits: Counter[tuple[str, int, str]], reports: int, lines: Sequence[str]
) -> Iterator[Problem]:
    """One warning a pole, with its cues that are never found."""
    for issue in case.issues:
        for name, sign, pole in _poles(issue):
            idle = [cue for cue in pole.cues if (issue.id, sign, cue) not in hits]
            if idle:
                counted = f"{reports} report" if reports == 1 else f"{reports} reports"
                listed = ", ".join(f'"{cue}"' for cue in idle)
                said = f"{len(idle)} of {len(pole.cues)} cues match nothing in {counted}"
                message = f"issue {issue.id}, {name}: {said}: {listed}"
                yield Problem("warning", FILE, _line(lines, idle[0]), message)


def _everywhere(
    hits: Counter[tuple[str, int, str]], sentences: int, lines: Sequence[str]
) -> Iterator[Problem]:
    if sentences < ENOUGH:
        return
    for (issue, _, cue), count in hits.items():
        if count > EVERYWHERE * sentences:
            message = (
                f'issue {issue}: cue "{cue}" matches {count} of {sentences} sentences of the '
                "reports: say more in it"
            )
            yield Problem("warning", FILE, _line(lines, cue), message)


def _line(lines: Sequence[str], cue: str) -> int | None:
    return next((n for n, line in enumerate(lines, start=1) if f'"{cue}"' in line), None)
