"""From statements and dated facts to measurements of positions, with all that was left out."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from volteface.case.schema import Case, Fact
from volteface.errors import VoltefaceError
from volteface.positions.channels import Key, Vocabulary, channel_of, source_of
from volteface.positions.contacts import Act
from volteface.positions.dates import canonical
from volteface.positions.grades import graded
from volteface.positions.noise import statement_variance
from volteface.positions.reliability import NOTHING_LEARNED, Reliability
from volteface.positions.utterances import NEWS_CYCLE, Dated, utterances
from volteface.records import DateInterval, Observation, Report, Statement

WAITING = "below the confidence threshold"
FUTURE = "dated in the future"


@dataclass(frozen=True, slots=True)
class Measured:
    """What the ledger and the case say about positions.

    Attributes:
        series: Observations by actor, issue and channel, in canonical order.
        opinions: The same for issues of kind "shift": verdicts that speakers give on an actor.
        waiting: How many statements would bear on a series but for the reader's confidence.
        left_out: Ids of the records that entered nothing, by reason.
        reliability: What was learned of kinds, sources and the reader, and entered the noise of
            ``series``; empty where it was not asked for or there was too little.
        acts: What each actor is told to have done, by its id; only hedging is read from it.
    """

    series: Mapping[Key, tuple[Observation, ...]]
    opinions: Mapping[Key, tuple[Observation, ...]]
    waiting: Mapping[Key, int]
    left_out: Mapping[str, tuple[str, ...]]
    reliability: Reliability = NOTHING_LEARNED
    acts: Mapping[str, tuple[Act, ...]] = field(default_factory=dict)


def observations(
    statements: Iterable[Statement], reports: Mapping[str, Report], case: Case
) -> Measured:
    """Sort statements and facts into channels; one utterance becomes one observation.

    Args:
        statements: The ledger's statements, in any order.
        reports: Reports by id; for outlets, publication dates and reprints.
        case: Issues, actors, facts, weights and the confidence threshold.

    Raises:
        VoltefaceError: a stance outside [-1, 1], a confidence outside [0, 1], or a date interval
            that ends before it begins; with the record's id.
    """
    vocabulary = Vocabulary.of(case)
    today = datetime.now(tz=UTC).date()
    sorted_in: dict[Key, list[Dated]] = defaultdict(list)
    waiting: dict[Key, int] = defaultdict(int)
    left_out: dict[str, list[str]] = defaultdict(list)
    for statement in sorted(statements, key=lambda s: s.id):
        _check(statement)
        key = channel_of(statement, vocabulary)
        when = statement.said_on or _published(reports.get(statement.report))
        if isinstance(key, str):
            left_out[key].append(statement.id)
        elif statement.confidence < case.settings.thresholds.confidence or not statement.confidence:
            left_out[WAITING].append(statement.id)
            waiting[key] += 1
        elif when is None:
            left_out["undated"].append(statement.id)
        elif when.earliest > today:
            left_out[FUTURE].append(statement.id)
        else:
            sorted_in[key].append(_dated(statement, when, reports, case))
    for fact in case.facts:
        if fact.from_ > today:
            left_out[FUTURE].append(f"fact:{fact.id}")
            continue
        for key in _fact_keys(fact, vocabulary):
            variance = (fact.sd or case.settings.weights.fact) ** 2
            sorted_in[key].extend(_deed(fact, variance))
    series = {
        key: [_observation(group) for group in utterances(dated, reports)]
        for key, dated in sorted_in.items()
    }
    ready = {key: canonical(series[key]) for key in sorted(series)}
    opinions = {key for key in ready if vocabulary.issues[key.issue].kind == "shift"}
    return Measured(
        series={key: ready[key] for key in ready if key not in opinions},
        opinions={key: ready[key] for key in ready if key in opinions},
        waiting=dict(sorted(waiting.items())),
        left_out={reason: tuple(left_out[reason]) for reason in sorted(left_out)},
    )


def unexpected(measured: Measured) -> dict[str, int]:
    """What entered nothing though it was coded for the case, by reason: how many records.

    Records of a day to come, and on issues that the case no longer has.
    """
    return {
        reason: len(records)
        for reason, records in measured.left_out.items()
        if reason == FUTURE or reason.startswith("issue ")
    }


def _check(statement: Statement) -> None:
    stance, when = statement.stance, statement.said_on
    if stance is not None and not -1 <= stance <= 1:
        raise VoltefaceError(f"statement {statement.id}: stance {stance} is not in [-1, 1]")
    if not 0 <= statement.confidence <= 1:
        raise VoltefaceError(
            f"statement {statement.id}: confidence {statement.confidence} is not in [0, 1]"
        )
    if when is not None:
        _check_dates(when, f"statement {statement.id}")


def _check_dates(when: DateInterval, what: str) -> None:
    if when.latest < when.earliest:
        raise VoltefaceError(
            f"{what}: its dates end ({when.latest}) before they begin ({when.earliest})"
        )


def _published(report: Report | None) -> DateInterval | None:
    """The report's own date; its basis names the report, whose statements share that date."""
    if report is None or report.published is None:
        return None
    _check_dates(report.published, f"report {report.id}")
    return replace(report.published, basis=f"{report.published.basis} (report {report.id})")


def _dated(
    statement: Statement, when: DateInterval, reports: Mapping[str, Report], case: Case
) -> Dated:
    assert statement.stance is not None
    report = reports.get(statement.report)
    source = source_of(statement, report)
    grade = graded(statement, source, report, case)
    return Dated(
        record=statement.id,
        when=when,
        stance=statement.stance,
        variance=statement_variance(statement, case.settings.weights) * grade.factor**2,
        source=source,
        statement=statement,
        grade=grade.code,
    )


def _observation(group: tuple[Dated, ...]) -> Observation:
    best = group[0]
    return Observation(
        records=tuple(sorted({one.record for one in group})),
        when=best.when,
        value=best.stance,
        variance=best.variance,
        source=best.source,
        conduct=best.deed,
        doubt=best.doubt,
        wording="" if best.statement is None else best.statement.utterance,
        grade=best.grade,
    )


def _fact_keys(fact: Fact, vocabulary: Vocabulary) -> list[Key]:
    if fact.issue is None or fact.stance is None or fact.issue not in vocabulary.issues:
        return []
    believed = vocabulary.issues[fact.issue].kind == "belief"
    return [Key(actor, fact.issue, "belief" if believed else "revealed") for actor in fact.actors]


def _deed(fact: Fact, variance: float) -> list[Dated]:
    """A deed of one day once; one that lasted at both its ends, each with half its weight."""
    assert fact.stance is not None
    lasted = fact.to is not None and fact.to - fact.from_ > NEWS_CYCLE
    days = {fact.from_, fact.to if fact.to and lasted else fact.from_}
    return [
        Dated(
            record=f"fact:{fact.id}",
            when=DateInterval(day, day, "day", f"fact {fact.id}"),
            stance=fact.stance,
            variance=variance * len(days),
            source=fact.source,
            statement=None,
        )
        for day in sorted(days)
    ]
