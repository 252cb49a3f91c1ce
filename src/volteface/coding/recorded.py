"""From a draft and a decision to the statement that is kept."""

from volteface.coding.draft import Draft
from volteface.coding.record_id import identified
from volteface.coding.stance import Decision
from volteface.identity import content_id
from volteface.records import Report, Span, Statement


def statement_of(report: Report, start: int, draft: Draft, decision: Decision | None) -> Statement:
    """The statement that a draft and its decision make.

    Args:
        report: The report.
        start: Where the draft's paragraph begins in it.
        draft: Who said or did what, in offsets of the paragraph.
        decision: On which issue and side; None where issues are not coded.
    """
    content = _shift(draft.content, start)
    statement = Statement(
        id="",
        utterance=content_id("u", report.id, content, draft.speaker),
        report=report.id,
        voice=draft.voice,
        content=content,
        speaker=draft.speaker,
        cue=_shift(draft.cue, start),
        text=" ".join(report.text[start:end] for start, end in content),
        kind=draft.kind,
        register=draft.register,
        person=draft.person,
        actor=draft.actor,
        role=draft.role,
        about=draft.about,
        addressee=draft.addressee,
        via=draft.via,
        endorsed=draft.endorsed,
        said_on=draft.said_on,
        issue=decision.readings[0].issue if decision else None,
        stance=decision.readings[0].stance if decision else None,
        confidence=decision.confidence if decision else 0.0,
        candidates=decision.readings if decision else (),
        reason=decision.reason if decision else "no case: issues are not coded",
    )
    return identified(statement)


def _shift(spans: tuple[Span, ...], by: int) -> tuple[Span, ...]:
    return tuple((start + by, end + by) for start, end in spans)
