"""An event that a report tells twice is one event."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from volteface.coding.record_id import identified
from volteface.records import DateInterval, Event, EventType, Mode, Number, Report, Span, Voice

_WORDY = frozenset({"ADJ", "NOUN", "NUM", "PROPN", "VERB"})
_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Told:
    """An event as one place of the report tells it; ``span`` is in offsets of the report."""

    trigger: Token
    type: EventType
    span: Span
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    mode: Mode
    when: DateInterval | None
    place: str | None
    voice: Voice
    numbers: tuple[Number, ...] = ()


def joined(report: Report, told: Sequence[Told]) -> list[Event]:
    """Events in order of their words; those told twice have the spans of both places.

    Two are one where type, mode and those who take part are the same, their dates can be one day,
    and the same word names them or half of the words of the shorter are the other's too.
    """
    groups: list[list[Told]] = []
    for one in sorted(told, key=lambda t: t.span):
        for group in groups:
            if _same(group[0], one):
                group.append(one)
                break
        else:
            groups.append([one])
    return [_event(report, group) for group in groups]


def _same(one: Told, other: Told) -> bool:
    if (one.type, one.mode) != (other.type, other.mode):
        return False
    if set(one.actors) != set(other.actors) or set(one.recipients) != set(other.recipients):
        return False
    if not _one_day(one.when, other.when):
        return False
    if one.trigger.doc is other.trigger.doc and one.trigger.sent == other.trigger.sent:
        return _overlap(one.span, other.span)
    if one.place is not None and other.place is not None and one.place != other.place:
        return False
    return _alike(one, other)


def _one_day(one: DateInterval | None, other: DateInterval | None) -> bool:
    """Whether both can have been on one day."""
    if one is None or other is None:
        return True
    return one.earliest <= other.latest and other.earliest <= one.latest


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _alike(one: Told, other: Told) -> bool:
    mine, theirs = _content(one), _content(other)
    least = min(len(mine), len(theirs))
    return least > 0 and len(mine & theirs) >= _ALIKE * least


def _content(told: Told) -> set[str]:
    """Base forms of the words around the trigger that carry meaning."""
    around = told.trigger.subtree
    return {t.lemma_.lower() for t in around if t.pos_ in _WORDY}


def _event(report: Report, group: Sequence[Told]) -> Event:
    first = group[0]
    content = _merged([one.span for one in group])
    dated = [one.when for one in group if one.when is not None]
    narrow = min(dated, key=lambda w: w.latest - w.earliest, default=None)
    return identified(
        Event(
            id="",
            report=report.id,
            content=content,
            text=" ".join(report.text[start:end] for start, end in content),
            actors=first.actors,
            recipients=first.recipients,
            type=first.type,
            mode=first.mode,
            when=narrow,
            place=next((one.place for one in group if one.place is not None), None),
            numbers=tuple(dict.fromkeys(n for one in group for n in one.numbers)),
            issue=None,
            stance=None,
            voice="writer" if any(one.voice == "writer" for one in group) else "attributed",
        )
    )


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans in order, those that overlap as one."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start < out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)
