"""What a user is told before a model is asked, and what came of it."""

from collections.abc import Iterator, Sequence

from volteface.model_reader.agreement import Agreement
from volteface.model_reader.cost import Budget, Price
from volteface.model_reader.endpoint import Endpoint
from volteface.model_reader.rereading import Outcome, Plan
from volteface.model_reader.storing import Compared
from volteface.model_reader.tally import BLANKED, DROPPED, KEPT, told
from volteface.records import Report

_MINUTE, _HOUR = 60, 3600
SILENT = 3
"""Statements of the offline reader from which a model's silence on a report is worth a look."""


def before(
    plan: Plan, endpoint: Endpoint, price: Price | None, most: float | None, at_once: int
) -> list[str]:
    """What will be sent where, how long it will take and what it will cost.

    Args:
        plan: What is to be done.
        endpoint: By whom.
        price: What it asks, None where that is not known.
        most: The ceiling.
        at_once: Requests at the same time.
    """
    asked = plan.open
    reports = {job.window.report.id for job in asked}
    known = f"; {len(plan.known)} more are answered already" if plan.known else ""
    if not asked:
        return [f"all {len(plan.known)} requests are answered already: nothing is sent"]
    guess = "a guess" if plan.guessed else "by its pace so far"
    lines = [
        (
            f"{_number(len(reports), 'report')}, {plan.words:,} words, "
            f"{_number(len(asked), 'request')}{known}"
        ),
        (
            f"about {plan.sent:,} tokens sent and {plan.received:,} received, "
            f"{duration(plan.seconds / at_once)} ({guess})"
        ),
        _cost(plan, price, most),
    ]
    if endpoint.local:
        lines.append(f"nothing leaves this machine: the model answers at {endpoint.host}")
        return lines
    lines.append(
        f"these reports' texts, and the case's actors, offices and issues, go to {endpoint.host}, "
        "which may keep them; the ledger and your corrections do not"
    )
    if endpoint.open:
        secret = "the texts and your key" if endpoint.key else "the texts"
        lines.append(f"the address begins with http: {secret} can be read on the way")
    return lines


def _cost(plan: Plan, price: Price | None, most: float | None) -> str:
    if price is None:
        return "cost: not known here; --price says what a million tokens cost"
    ceiling = f", and never more than {most:.2f}" if most is not None else ""
    return f"cost: about {price.of(plan.sent, plan.received):.2f}{ceiling}"


def after(
    outcome: Outcome, plan: Plan, budget: Budget, seconds: float, price: Price | None
) -> list[str]:
    """What was read, thrown away and spent.

    Args:
        outcome: What came of it.
        plan: What was to be done.
        budget: What it took.
        seconds: From begin to end.
        price: None where it is not known.
    """
    fresh = sum(
        job.window.words()
        for report in outcome.read
        for job in plan.jobs[report]
        if job.key not in plan.known
    )
    pace = f", {fresh / seconds:.1f} words a second" if fresh and seconds > 0 else ""
    cost = f"; cost {budget.spent:.4f}" if price is not None else ""
    lines = [
        (
            f"{len(outcome.read)} of {_number(len(plan.reports), 'report')} read in "
            f"{duration(seconds)}{pace}; {budget.sent:,} tokens sent, {budget.received:,} "
            f"received{cost}"
        ),
        f"{_number(outcome.tally[KEPT], 'statement')} kept",
    ]
    if dropped := told(outcome.tally, DROPPED):
        lines.append(f"thrown away: {dropped}")
    if blank := told(outcome.tally, BLANKED):
        lines.append(f"left empty: {blank}")
    if outcome.stopped is not None:
        lines.append(f"stopped: {outcome.stopped}; run it again to go on")
    return lines


def together(ready: Compared, model: str) -> list[str]:
    """How far the model and the offline reader agree, and how sure it may be for that."""
    found = ready.agreement
    return [
        (
            f"found by both {found.both}, by the offline reader alone {found.first}, "
            f"by {model} alone {found.second}"
        ),
        f"of those found by both: {_agreed(found)}",
        f"Krippendorff's alpha: {_alphas(found)}",
        f"confidence: {ready.measured.right:.2f} ({ready.measured.basis})",
    ]


def silent(
    ready: Compared, found_offline: dict[str, int], reports: Sequence[Report]
) -> Iterator[str]:
    """Reports in which the model found nothing and the offline reader a good deal.

    Perhaps there is nothing; perhaps the report told the model to find nothing.
    """
    for report in reports:
        count = found_offline.get(report.id, 0)
        if not ready.statements.get(report.id, ()) and count >= SILENT:
            yield (
                f"{report.path}: the model found nothing, the offline reader {count} statements; "
                "look whether the report speaks to its readers' machines"
            )


def duration(seconds: float) -> str:
    """So many seconds, minutes or hours, in words."""
    if seconds < 2 * _MINUTE:
        return f"{seconds:.0f} s"
    if seconds < 2 * _HOUR:
        return f"{seconds / _MINUTE:.0f} minutes"
    return f"{seconds / _HOUR:.1f} hours"


def _agreed(found: Agreement) -> str:
    if found.issue is None:
        return "none to compare"
    sides = "" if found.side is None else f", the same side of it {found.side:.0%}"
    return f"the same issue, or none, {found.issue:.0%}{sides}"


def _alphas(found: Agreement) -> str:
    return ", ".join(
        f"{name} {'-' if value is None else format(value, '.2f')}"
        for name, value in found.alphas.items()
    )


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
