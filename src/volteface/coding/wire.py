"""Reports and what is in them as the JSON objects that ``volteface read --jsonl`` prints."""

from typing import Any

from volteface.records import Claim, DateInterval, Event, Report, Span, Statement

Json = dict[str, Any]


def date_interval(when: DateInterval | None) -> Json | None:
    """``{"earliest", "latest", "precision", "basis"}`` with ISO 8601 days."""
    if when is None:
        return None
    return {
        "earliest": when.earliest.isoformat(),
        "latest": when.latest.isoformat(),
        "precision": when.precision,
        "basis": when.basis,
    }


def report_line(report: Report) -> Json:
    """The report's line; its text is in the file."""
    return {
        "record": "report",
        "id": report.id,
        "path": report.path,
        "title": report.title,
        "published": date_interval(report.published),
        "outlet": report.outlet,
        "language": report.language,
        "duplicate_of": report.duplicate_of,
        "removed": _spans(report.removed),
        "note": report.note,
    }


def statement_line(statement: Statement, report: Report) -> Json:
    """The statement's line, with the path of its report."""
    return {
        "record": "statement",
        "id": statement.id,
        "utterance": statement.utterance,
        "report": statement.report,
        "path": report.path,
        "voice": statement.voice,
        "content": _spans(statement.content),
        "speaker": _spans(statement.speaker),
        "cue": _spans(statement.cue),
        "text": statement.text,
        "kind": statement.kind,
        "register": statement.register,
        "person": statement.person,
        "actor": statement.actor,
        "role": statement.role,
        "about": statement.about,
        "addressee": statement.addressee,
        "via": list(statement.via),
        "endorsed": statement.endorsed,
        "said_on": date_interval(statement.said_on),
        "issue": statement.issue,
        "stance": statement.stance,
        "confidence": statement.confidence,
        "candidates": [
            {"issue": c.issue, "stance": c.stance, "p": c.p} for c in statement.candidates
        ],
        "repeats": statement.repeats,
        "reason": statement.reason,
    }


def event_line(event: Event, report: Report) -> Json:
    """The event's line, with the path of its report."""
    return {
        "record": "event",
        "id": event.id,
        "report": event.report,
        "path": report.path,
        "content": _spans(event.content),
        "text": event.text,
        "actors": list(event.actors),
        "recipients": list(event.recipients),
        "type": event.type,
        "mode": event.mode,
        "when": date_interval(event.when),
        "place": event.place,
        "numbers": [{"what": n.what, "value": n.value, "source": n.source} for n in event.numbers],
        "issue": event.issue,
        "stance": event.stance,
        "voice": event.voice,
    }


def claim_line(claim: Claim, report: Report) -> Json:
    """The claim's line, with the path of its report."""
    return {
        "record": "claim",
        "id": claim.id,
        "report": claim.report,
        "path": report.path,
        "content": _spans(claim.content),
        "text": claim.text,
        "holder": claim.holder,
        "endorsed": claim.endorsed,
        "condition": claim.condition,
        "consequence": claim.consequence,
        "direction": claim.direction,
        "matches": claim.matches,
    }


def _spans(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[start, end] for start, end in spans]
