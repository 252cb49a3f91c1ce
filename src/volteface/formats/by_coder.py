"""From somebody else's coding to a record: words looked up in the report, names in the case."""

from dataclasses import dataclass, replace
from datetime import date
from typing import get_args

from volteface.coding.record_id import identified
from volteface.formats.found import Coded, Happened, Quote
from volteface.formats.locate import Text
from volteface.formats.names import Names
from volteface.formats.record_json import event_of, statement_of
from volteface.identity import content_id
from volteface.records import (
    Candidate,
    DateInterval,
    Event,
    EventType,
    Kind,
    Mode,
    Number,
    Register,
    Report,
    Span,
    Statement,
)

PLAIN = 0.7
"""The stance of a plain yes, as the machine gives it to a plain statement."""

_WEEK = 6
_OPENING = "\"'\u201c\u2018\u201e\u00ab"
_CLOSING = "\"'\u201d\u2019\u201c\u00bb"


@dataclass(frozen=True, slots=True)
class Coder:
    """One coder, by one case's names."""

    name: str
    names: Names

    def statement(self, coded: Coded, report: Report) -> Statement:
        """The statement that a coding of the report means.

        Raises:
            ValueError: Its words are not in the report, or a name, side or date is not known.
        """
        coded = self._settled(coded)
        text = Text(report.text)
        content, speaker, cue = (
            _places(quotes, text) for quotes in (coded.content, coded.speaker, coded.cue)
        )
        if not content:
            raise ValueError("no words of the report are marked as what was said")
        said_on = _day(coded.said_on) or _week_before(report)
        person = self.names.person(coded.person) if coded.person else None
        actor = self._actor(coded.actor)
        if actor is None and person is not None:
            actor = self.names.actor_of_person(person, said_on)
        issue, stance = self._side(coded)
        register = _register(coded.register)
        made = Statement(
            id="",
            utterance=content_id("u", report.id, content, speaker),
            report=report.id,
            voice="writer" if register == "conduct" and not speaker else "attributed",
            content=content,
            speaker=speaker,
            cue=cue,
            text=" ".join(report.text[start:end] for start, end in content),
            kind=_kind(report.text, content),
            register=register,
            person=person,
            actor=actor,
            role=coded.role,
            about=self._actor(coded.about),
            addressee=coded.addressee,
            via=() if report.outlet is None else (report.outlet,),
            endorsed=True,
            said_on=said_on,
            issue=issue,
            stance=stance,
            confidence=1.0,
            candidates=(Candidate(issue, stance, 1.0),),
            reason=f"coded by {self.name}",
        )
        return identified(_with_rest(made, coded, person) if coded.base else made)

    def event(self, happened: Happened, report: Report) -> Event:
        """The event that a coding of the report means.

        Raises:
            ValueError: As for :meth:`statement`; or the type is none of PLOVER's.
        """
        kind = happened.type.strip().upper()
        if kind not in get_args(EventType):
            allowed = ", ".join(get_args(EventType))
            raise ValueError(f'no event type "{happened.type}" (allowed: {allowed})')
        mode = happened.mode or "historical"
        if mode not in get_args(Mode):
            raise ValueError(f'no mode "{mode}" (allowed: {", ".join(get_args(Mode))})')
        content = _places(happened.content, Text(report.text))
        event_type: EventType = kind  # type: ignore[assignment]
        event_mode: Mode = mode  # type: ignore[assignment]
        base = event_of(happened.base) if happened.base else None
        return identified(
            Event(
                id="",
                report=report.id,
                content=content,
                text=" ".join(report.text[start:end] for start, end in content),
                actors=tuple(map(self._party, happened.actors)),
                recipients=tuple(map(self._party, happened.recipients)),
                type=event_type,
                mode=event_mode,
                when=_day(happened.when),
                place=happened.place,
                numbers=tuple(
                    Number(what, value, None)  # type: ignore[arg-type]
                    for what, value in happened.numbers
                ),
                issue=None if base is None else base.issue,
                stance=None if base is None else base.stance,
                voice="writer" if base is None else base.voice,
            )
        )

    def _settled(self, coded: Coded) -> Coded:
        """The coding with each of its names settled.

        Raises:
            ValueError: The case knows no such issue, actor or person.
        """
        found: dict[str, str] = {}
        for name in coded.names:
            known = self.names.person(name)
            if self.names.knows_issue(name):
                found["issue"] = name
            elif self.names.knows_actor(name):
                found["actor"] = name
            elif self.names.knows_person(name) or name == (coded.base or {}).get("person"):
                found["person"] = known
            else:
                raise ValueError(f'the case knows no issue, actor or person "{name}"')
        return replace(coded, **found) if found else coded  # type: ignore[arg-type]

    def _party(self, known: tuple[str, ...]) -> str:
        name = next((name for name in known if self.names.knows_actor(name)), known[0])
        return self.names.actor_of(name)

    def _actor(self, name: str | None) -> str | None:
        return self.names.actor_of(name) if name else None

    def _side(self, coded: Coded) -> tuple[str | None, float | None]:
        if not coded.issue:
            return None, None
        issue, wording = self.names.side_of(coded.issue)
        sign = wording or 1
        if coded.stance is not None:
            if not -1 <= coded.stance <= 1:
                raise ValueError(f"the stance {coded.stance} is not between -1 and 1")
            return issue, sign * coded.stance
        if coded.agrees is None and not wording:
            raise ValueError(f"on which side of {issue} it stands is not said")
        return issue, PLAIN * sign * (-1 if coded.agrees is False else 1)


def _with_rest(made: Statement, coded: Coded, person: str | None) -> Statement:
    """The changed statement with what its format does not hold left as it was."""
    assert coded.base is not None, "only of a statement of ours"
    base = statement_of(coded.base)
    # A number that no format rounds away is kept with its side.
    kept = base.issue == made.issue and base.stance is not None and made.stance is not None
    stance = base.stance if kept and (base.stance or 0) * (made.stance or 0) > 0 else made.stance
    same_day = base.said_on and coded.said_on == base.said_on.earliest.isoformat()
    silent = not coded.full and made.person is None and made.actor is None
    return replace(
        made,
        person=base.person if silent else made.person,
        actor=base.actor if silent else made.actor,
        speaker=made.speaker or base.speaker,
        cue=made.cue or base.cue,
        voice=base.voice,
        kind=base.kind if made.content == base.content else made.kind,
        register=made.register if coded.register else base.register,
        role=made.role or (base.role if silent or person == base.person else None),
        about=made.about or base.about,
        addressee=made.addressee or base.addressee,
        via=base.via,
        endorsed=base.endorsed,
        said_on=made.said_on if coded.said_on and not same_day else base.said_on,
        stance=stance,
        candidates=(Candidate(made.issue, stance, 1.0),),
    )


def _places(quotes: tuple[Quote, ...], text: Text) -> tuple[Span, ...]:
    return tuple(sorted(text.place(quote) for quote in quotes))


def _kind(text: str, content: tuple[Span, ...]) -> Kind:
    marked = [
        text[max(0, start - 1) : start] in _OPENING and text[end : end + 1] in _CLOSING
        if start > 0 and end < len(text)
        else False
        for start, end in content
    ]
    return "direct" if all(marked) else "mixed" if any(marked) else "indirect"


def _register(name: str | None) -> Register:
    for register in get_args(Register):
        if name is None or name.strip().casefold() == register:
            return "stated" if name is None else register
    raise ValueError(f'no register "{name}" (allowed: {", ".join(get_args(Register))})')


def _day(written: str | None) -> DateInterval | None:
    if not written:
        return None
    try:
        day = date.fromisoformat(written.strip()[:10])
    except ValueError:
        raise ValueError(f'"{written}" is no date: write 2012-05-31') from None
    return DateInterval(day, day, "day", "as coded")


def _week_before(report: Report) -> DateInterval | None:
    published = report.published
    if published is None:
        return None
    earliest = date.fromordinal(max(1, published.earliest.toordinal() - _WEEK))
    return DateInterval(earliest, published.latest, "interval", "the week up to publication")
