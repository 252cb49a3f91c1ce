"""A statement or an event that a person enters by hand, anchored at its words."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from volteface.case.lookup import offices_at
from volteface.case.problem import hint
from volteface.case.schema import Case
from volteface.coding.record_id import identified
from volteface.errors import UsageError
from volteface.identity import content_id
from volteface.ledger.deciding import sure
from volteface.records import DateInterval, Event, Report, Span, Statement
from volteface.review.fields import BY_A_PERSON, corrected, parsed


def find_report(reports: Sequence[Report], named: str) -> Report:
    """The report with this id, path or file name.

    Raises:
        UsageError: there is none, or several have the name.
    """
    found = [one for one in reports if named in {one.id, one.path}]
    found = found or [one for one in reports if one.path.endswith(f"/{named}")]
    if len(found) == 1:
        return found[0]
    if found:
        paths = ", ".join(one.path for one in found)
        raise UsageError(f"several reports are named {named} ({paths}): give the whole path")
    raise UsageError(f"there is no report {named} ({hint(named, [one.path for one in reports])})")


def a_statement(report: Report, span: Span, fields: Mapping[str, str], case: Case) -> Statement:
    """A statement that stands at a span, with the fields as a person wrote them.

    A speaker whom the case knows speaks for the actor whose office they held, where that is one
    and no actor is given.

    Raises:
        UsageError: a field or a value is not allowed, or there is neither speaker nor actor.
    """
    blank = Statement(
        id="",
        utterance="",
        report=report.id,
        voice="attributed",
        content=(span,),
        speaker=(),
        cue=(),
        text=report.text[slice(*span)],
        kind="indirect",
        register="stated",
        person=None,
        actor=None,
        role=None,
        about=None,
        addressee=None,
        via=(),
        endorsed=True,
        said_on=None,
        issue=None,
        stance=None,
        confidence=1.0,
        candidates=(),
        reason=BY_A_PERSON,
    )
    given = corrected(blank, _without_quote(fields), case, report)
    if given.person is None and given.actor is None:
        raise UsageError("say whose statement it is: speaker=... or actor=...")
    if given.actor is None:
        given = replace(given, actor=_spoken_for(given, report, case))
    utterance = content_id("u", report.id, given.content, given.speaker)
    return identified(sure(replace(given, utterance=utterance)))


def an_event(report: Report, span: Span, fields: Mapping[str, str], case: Case) -> Event:
    """An event that is told at a span, with the fields as a person wrote them.

    Raises:
        UsageError: a field or a value is not allowed, or the type is missing.
    """
    if "type" not in fields:
        raise UsageError("say what kind of event it is: type=... (docs/event.md)")
    read: dict[str, Any] = parsed(Event, _without_quote(fields), case)
    blank = Event(
        id="",
        report=report.id,
        content=(span,),
        text=report.text[slice(*span)],
        actors=(),
        recipients=(),
        type=read["type"],
        mode="historical",
        when=None,
        place=None,
        numbers=(),
        issue=None,
        stance=None,
        voice="writer",
    )
    return identified(corrected(blank, _without_quote(fields), case, report))


def _without_quote(fields: Mapping[str, str]) -> Mapping[str, str]:
    if "quote" in fields:
        raise UsageError("the quotation is given already: leave quote=... out")
    return fields


def _spoken_for(statement: Statement, report: Report, case: Case) -> str | None:
    """The one actor for whom the speaker held an office when this was said."""
    when: DateInterval | None = statement.said_on or report.published
    person = next((one for one in case.people if one.name == statement.person), None)
    if person is None:
        return None
    offices = offices_at(person, when) if when is not None else person.offices
    held = {office.actor for office in offices}
    return held.pop() if len(held) == 1 else None
