"""What is new since a day: reports, statements, decisions, and verdicts that changed, with why."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal, NamedTuple, TypeAlias

from volteface.case.schema import Case
from volteface.ledger import LedgerView
from volteface.positions.channels import Key
from volteface.positions.observations import Measured
from volteface.positions.of_ledger import ledger_verdicts, measure
from volteface.positions.verdicts import verdicts
from volteface.records import Observation, Outcome, Report, Statement, Verdict

By: TypeAlias = Literal["stored", "published"]
"""``stored``: against the ledger as it stood before the day. ``published``: against what reports
published before the day say, as they are read now."""
Carried: TypeAlias = Literal["alone", "together", "not by them"]
"""``alone``: without any one of them the verdict would be another. ``together``: without all of
them. ``not by them``: it changed by what was withdrawn, or by what was learned of sources."""

TRIED = 12
"""New observations of one series that are left out one by one."""
_NOT_YET: Outcome = "insufficient evidence"


class Question(NamedTuple):
    """What a verdict answers; accounts that contradict each other have a verdict of their own."""

    key: Key
    disagreement: bool


@dataclass(frozen=True, slots=True)
class Changed:
    """A verdict that is not what it was; None where there was or is none.

    ``carriers`` are the new records that carry the change, most influential first; ``withdrawn``
    records that it rested on and that no longer hold, or hold otherwise.
    """

    before: Verdict | None
    after: Verdict | None
    carried: Carried
    carriers: tuple[str, ...]
    withdrawn: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """All that is new since a day.

    ``statements`` are new or read otherwise, ``withdrawn`` no longer hold. ``decisions`` counts
    what each coder decided since.
    """

    since: date
    by: By
    reports: tuple[Report, ...]
    statements: tuple[Statement, ...]
    withdrawn: tuple[str, ...]
    decisions: Mapping[str, int]
    verdicts: tuple[Changed, ...]


def changes(ledger: LedgerView, case: Case, since: date, by: By = "stored") -> Changes:
    """What is new from a day on, by today's case.

    Args:
        ledger: What is known now.
        case: By whose issues and thresholds, for both days.
        since: The first new day, in UTC.
        by: Whether what is new is what was stored since, or what was published since.
    """
    moment = datetime.combine(since, time(), UTC)
    then = ledger.at(moment - timedelta(microseconds=1)) if by == "stored" else ledger
    as_of = since - timedelta(days=1) if by == "published" else None
    held = {one.id: one for one in then.statements(as_of=as_of)}
    known = {one.id for one in then.reports() if as_of is None or _published_by(one, as_of)}
    now = {one.id: one for one in ledger.statements()}
    fresh = tuple(one for one in now.values() if held.get(one.id) != one)
    gone = tuple(sorted(held.keys() - now.keys()))
    before = {_question(v): v for v in ledger_verdicts(then, case, as_of=as_of)}
    after = {_question(v): v for v in ledger_verdicts(ledger, case)}
    measured = measure(ledger, case)
    otherwise = {one.id for one in fresh if one.id in held} | set(gone)
    new = {one.id for one in fresh} | _new_facts(case, as_of)
    found = []
    for question in sorted({*before, *after}):
        old, last = before.get(question), after.get(question)
        if _differs(old, last):
            carried, carriers = _carriers(question, last, measured, case, new)
            lost = tuple(r for r in (old.statements if old else ()) if r in otherwise)
            found.append(Changed(old, last, carried, carriers, lost))
    made = Counter(one.coder for one in ledger.decisions() if one.at >= moment)
    return Changes(
        since=since,
        by=by,
        reports=tuple(one for one in ledger.reports() if one.id not in known),
        statements=fresh,
        withdrawn=gone,
        decisions=dict(made),
        verdicts=tuple(found),
    )


def _published_by(report: Report, day: date) -> bool:
    return report.published is not None and report.published.latest <= day


def _new_facts(case: Case, as_of: date | None) -> set[str]:
    """Dated facts that had not happened by then."""
    if as_of is None:
        return set()
    return {f"fact:{fact.id}" for fact in case.facts if (fact.to or fact.from_) > as_of}


def _question(verdict: Verdict) -> Question:
    key = Key(verdict.actor, verdict.issue, verdict.channel)
    return Question(key, verdict.verdict == "disagreement")


def _differs(old: Verdict | None, last: Verdict | None) -> bool:
    """Whether there is something to tell: another verdict, or one that says something at all."""
    if old is None or last is None:
        there = old or last
        return there is not None and there.verdict != _NOT_YET
    if old.verdict != last.verdict:
        return True
    if old.to is None or last.to is None or last.delta is None or last.verdict == _NOT_YET:
        return False
    return abs(old.to - last.to) >= last.delta


def _carriers(
    question: Question,
    last: Verdict | None,
    measured: Measured,
    case: Case,
    new: set[str],
) -> tuple[Carried, tuple[str, ...]]:
    """Which new records the change hangs on, found by leaving them out of today's evidence."""
    key = question.key
    everywhere = (measured.series, measured.opinions)
    series = [o for held in everywhere for k, obs in held.items() if _bears(k, key) for o in obs]
    fresh = [one for one in series if set(one.records) & new]
    if not fresh:
        return "not by them", ()
    outcome = last.verdict if last is not None else None

    def otherwise(out: list[Observation]) -> bool:
        """Whether the verdict is another without these observations."""
        rest = _without(measured, out)
        found = verdicts(rest, case, actor=key.actor, issue=key.issue)
        there = {_question(v): v for v in found}.get(question)
        if outcome is None or there is None:
            return (there is None) != (outcome is None)
        return there.verdict != outcome or _differs(there, last)

    order = {record: n for n, record in enumerate(last.statements)} if last is not None else {}
    fresh.sort(key=lambda o: min(order.get(record, len(order)) for record in o.records))
    alone = [one for one in fresh[:TRIED] if otherwise([one])]
    if alone:
        return "alone", _records(alone, new)
    if otherwise(fresh):
        return "together", _records(fresh, new)
    return "not by them", ()


def _bears(key: Key, asked: Key) -> bool:
    """Whether a series bears on a question; words and deeds both do on their gap."""
    same = (key.actor, key.issue) == (asked.actor, asked.issue)
    return same and asked.channel in {key.channel, "stated-revealed"}


def _without(measured: Measured, out: list[Observation]) -> Measured:
    def kept(
        series: Mapping[Key, tuple[Observation, ...]],
    ) -> dict[Key, tuple[Observation, ...]]:
        left = {key: tuple(o for o in obs if o not in out) for key, obs in series.items()}
        return {key: obs for key, obs in left.items() if obs}

    return replace(measured, series=kept(measured.series), opinions=kept(measured.opinions))


def _records(observations: list[Observation], new: set[str]) -> tuple[str, ...]:
    found = (record for one in observations for record in one.records if record in new)
    return tuple(dict.fromkeys(found))
