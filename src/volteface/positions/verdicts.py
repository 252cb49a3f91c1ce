"""Every actor, issue and channel with evidence, judged and worded."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from volteface.case.lookup import actor as known_actor
from volteface.case.lookup import issue as known_issue
from volteface.case.schema import Case
from volteface.errors import UsageError
from volteface.positions.channels import Key
from volteface.positions.conditions import Rules
from volteface.positions.disagreement import contrary_accounts, contrary_opinions
from volteface.positions.gap import gap
from volteface.positions.hedge import hedge
from volteface.positions.judge import Finding, judge
from volteface.positions.observations import Measured
from volteface.positions.segments import Motion
from volteface.positions.sentences import sentence
from volteface.positions.settle import turns
from volteface.records import Observation, Verdict


def verdicts(
    measured: Measured,
    case: Case,
    *,
    actor: str | None = None,
    issue: str | None = None,
    period: tuple[date | None, date | None] | None = None,
) -> list[Verdict]:
    """Judge all series by the case's thresholds; by actor, issue and channel.

    Args:
        measured: What :func:`~volteface.positions.observations.observations` found.
        case: Thresholds, dynamics and names.
        actor: Only this actor's, by id.
        issue: Only on this issue, by id.
        period: Only evidence surely from these days, both included; None leaves an end open.

    Raises:
        UsageError: the case has no such actor or issue, or the period ends before it begins.
    """
    if actor is not None:
        known_actor(case, actor)
    if issue is not None:
        known_issue(case, issue)
    rules = Rules(Motion.of(case.settings.dynamics), case.settings.thresholds)
    within = _within(measured, _days(period))
    found = list(_findings(within, case, rules, lambda key: _asked(key, actor, issue)))
    judged = dict(reversed(found))
    return [
        _verdict(key, finding, case, measured.waiting.get(key, 0), judged.get(_beside(key)))
        for key, finding in found
    ]


def _beside(key: Key) -> Key:
    """Where the deeds to words are, and the words to deeds."""
    return key._replace(channel="revealed" if key.channel == "stated" else "stated")


def _days(period: tuple[date | None, date | None] | None) -> tuple[date, date]:
    first, last = period or (None, None)
    first, last = first or date.min, last or date.max
    if first > last:
        raise UsageError(f"the period ends ({last}) before it begins ({first}): exchange the dates")
    return first, last


def _within(measured: Measured, days: tuple[date, date]) -> Measured:
    def kept(
        series: Mapping[Key, Sequence[Observation]],
    ) -> dict[Key, tuple[Observation, ...]]:
        inside = {
            key: tuple(o for o in held if days[0] <= o.when.earliest and o.when.latest <= days[1])
            for key, held in series.items()
        }
        return {key: held for key, held in inside.items() if held}

    acts = {
        actor: tuple(act for act in held if days[0] <= act.day <= days[1])
        for actor, held in measured.acts.items()
    }
    return replace(
        measured, series=kept(measured.series), opinions=kept(measured.opinions), acts=acts
    )


def _asked(key: Key, actor: str | None, issue: str | None) -> bool:
    return actor in (None, key.actor) and issue in (None, key.issue)


def _findings(
    measured: Measured, case: Case, rules: Rules, asked: Callable[[Key], bool]
) -> Iterator[tuple[Key, Finding]]:
    for key, series in measured.series.items():
        if asked(key):
            yield from _on_series(key, series, measured, case, rules)
    for actor, issue in sorted({(key.actor, key.issue) for key in measured.opinions if asked(key)}):
        held = [
            o
            for key, series in measured.opinions.items()
            if (key.actor, key.issue) == (actor, issue)
            for o in series
        ]
        contrary = contrary_opinions(held, rules)
        if contrary is not None:
            yield Key(actor, issue, "observers"), contrary


def _on_series(
    key: Key, series: tuple[Observation, ...], measured: Measured, case: Case, rules: Rules
) -> Iterator[tuple[Key, Finding]]:
    finding = judge(series, rules)
    apart = None if key.channel == "revealed" else contrary_accounts(series, rules)
    if apart is not None and finding.outcome in ("shift", "passing remark"):
        # The sources' difference would be read as the actor's move.
        finding = Finding("insufficient evidence", finding.observations, finding.period)
    if finding.outcome == "no shift" and key.channel == "stated":
        finding = hedge(key, finding, measured, case, rules) or finding
    yield key, replace(finding, turns=turns(finding, series, rules))
    if apart is not None:
        yield key, apart
    deeds = measured.series.get(key._replace(channel="revealed"))
    between = gap(series, deeds, rules) if key.channel == "stated" and deeds else None
    if between is not None:
        yield key._replace(channel="stated-revealed"), between


def _verdict(
    key: Key, finding: Finding, case: Case, waiting: int, beside: Finding | None
) -> Verdict:
    records = (record for o in finding.observations for record in o.records)
    statements = tuple(dict.fromkeys((*finding.acts, *records)))
    return Verdict(
        actor=key.actor,
        issue=key.issue,
        channel=key.channel,
        verdict=finding.outcome,
        form=finding.form,
        from_=_within_bounds(finding.start, -1.0),
        to=_within_bounds(finding.end, -1.0),
        since=finding.since,
        period=finding.period,
        probability=_within_bounds(finding.probability, 0.0),
        statements=statements,
        sources=len({o.source for o in finding.observations}),
        waiting=waiting,
        sentence=sentence(key, finding, case, waiting, beside),
        against=tuple(record for record in statements if record in finding.against),
        delta=case.settings.thresholds.delta,
        asked=case.settings.thresholds.probability,
        turns=finding.turns,
    )


def _within_bounds(number: float | None, lowest: float) -> float | None:
    """Levels are unbounded inside and shown within the poles; sums of probabilities may pass 1."""
    return None if number is None else min(1.0, max(lowest, number))
