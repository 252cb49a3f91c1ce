"""A verdict as JSON; the form is in ``docs/verdicts.schema.json``."""

from datetime import date
from typing import Any

from volteface.records import Verdict


def as_json(verdict: Verdict) -> dict[str, Any]:
    """The verdict as values that :mod:`json` writes; dates as ISO 8601 days."""
    return {
        "actor": verdict.actor,
        "issue": verdict.issue,
        "channel": verdict.channel,
        "verdict": verdict.verdict,
        "form": verdict.form,
        "from": _rounded(verdict.from_),
        "to": _rounded(verdict.to),
        "since": _days(verdict.since),
        "period": _days(verdict.period),
        "probability": _rounded(verdict.probability),
        "statements": list(verdict.statements),
        "sources": verdict.sources,
        "sentence": verdict.sentence,
        "waiting": verdict.waiting,
        "against": list(verdict.against),
        "turns": verdict.turns,
        "thresholds": {"delta": verdict.delta, "probability": verdict.asked},
    }


def _rounded(number: float | None) -> float | None:
    """Four decimals: more would claim what no evidence gives."""
    return None if number is None else round(number, 4)


def _days(days: tuple[date, date] | None) -> list[str] | None:
    return None if days is None else [day.isoformat() for day in days]
