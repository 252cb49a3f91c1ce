"""On which day each statement of a report was made, from what its paragraphs say of the time.

A report gives the day once and goes on: what a speaker says next was said on the same day, what
others say of a thing in the same breath was said since, and what a speaker passes on was said
before. Present tense (*he hopes*, *the paper says*) tells of a view held as the report is written.
"""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from volteface.coding.draft import Draft
from volteface.coding.grammar import text_of
from volteface.coding.own_date import VERBS, Said, is_short, said_in
from volteface.coding.said_on import Time, said_by_default, times_in
from volteface.coding.scene import Scene
from volteface.records import DateInterval

_REACTIONS = frozenset(
    (
        *("reply", "respond", "retort", "react", "answer", "counter", "scoff", "shrug", "welcome"),
        *("regret", "deplore", "denounce", "condemn", "dismiss", "hail", "follow"),
    )
)
"""Verbs of answering what the paragraph before told of."""
_PERFECT = frozenset({"has", "have", "'ve"})
_HEADLINE = 20
"""Tokens of the longest headline."""


class SpokenDates:
    """Dates the drafts of one report, paragraph by paragraph."""

    def __init__(self, published: DateInterval | None) -> None:
        self._published = published
        self._week = said_by_default(published)
        self._told: DateInterval | None = None
        self._before: tuple[str, DateInterval] | None = None
        self._last: dict[tuple[str | None, ...], DateInterval] = {}
        self._waiting: list[Said] = []
        self._headline: list[Said] = []

    def paragraph(self, drafts: list[Draft], first: int, scene: Scene) -> list[Draft]:
        """The drafts with the days of a paragraph's statements, and of those that waited for it.

        Args:
            drafts: All of the report so far.
            first: Index of the paragraph's first.
            scene: The paragraph.
        """
        if self._published is None or self._week is None:
            return drafts
        doc = scene.doc
        times = times_in(text_of(doc), self._published, self._told)
        said = said_in(doc, enumerate(drafts[first:], start=first), times)
        for one in self._waiting:
            one.draft = drafts[one.at]
        changed = self._settled(said, doc, times, self._week)
        known = list(drafts)
        for one in changed:
            known[one.at] = replace(known[one.at], said_on=one.when)
        return known

    def _settled(
        self, said: list[Said], doc: Doc, times: Sequence[Time], week: DateInterval
    ) -> list[Said]:
        """The statements of the paragraph, and those before it, that now have their day."""
        spoken = [one for one in said if one.outer is None]
        for one in spoken:
            one.when = week if one.now and one.own is None else one.own
        for n, one in enumerate(spoken):
            one.when = one.when or self._same_day(one, spoken[:n], spoken[n + 1 :], doc, week)
        for n, one in enumerate(spoken):
            if one.when is None:
                one.when = self._since(one, spoken[:n], doc, times, week)
            if one.when in {None, week} and one.least is not None:
                one.when = _from(one.least, week, "tells of")
            one.when = one.when or week
        for one in said:
            if one.outer is not None:
                one.when = one.own or _passed_on(one.outer.when or week, week)
        changed = [*said, *self._of_waiting(spoken), *self._of_headline(doc, said, times, week)]
        self._remember(spoken, doc, times, week)
        return changed

    def _same_day(
        self, one: Said, before: Sequence[Said], after: Sequence[Said], doc: Doc, week: DateInterval
    ) -> DateInterval | None:
        """The day of what the same speaker is told to have said before, or just after."""
        for other in reversed(before):
            if other.speaker == one.speaker and other.when is not None and not other.now:
                return other.when
        if (when := self._last.get(one.speaker)) is not None:
            return when
        for other in after:
            earlier = "had" in other.helpers or other.sentence(doc) == one.sentence(doc)
            if other.own is None or earlier:
                continue
            if other.speaker == one.speaker:
                return other.own
            if one.helpers & _PERFECT and one.draft.actor in {other.draft.actor} - {None}:
                return _from(other.own, week, "told together with what was said on")
        return None

    def _since(
        self,
        one: Said,
        before: Sequence[Said],
        doc: Doc,
        times: Sequence[Time],
        week: DateInterval,
    ) -> DateInterval | None:
        """From the event or the statement on that the paragraph, or the one before, tells of."""
        if one.cue is None:
            return None
        begins = one.sentence(doc)
        told = [
            (t.start, t.when)
            for t in times
            if t.start < begins and is_short(t.when) and not any(o.holds(t) for o in before)
        ]
        told += [(o.draft.content[0][0], o.when) for o in before if o.when not in {None, week}]
        if told and not one.helpers & _PERFECT and one.cue.pos_ in {*VERBS, "ADP"}:
            when = max(told, key=lambda item: item[0])[1]
            # "She resigned on Monday. Her health, she wrote": the same day.
            if not before and one.cue.pos_ in VERBS:
                return when
            return _from(when, week, "told after what was on")
        if self._before is not None and not before:
            text, when = self._before
            name = (one.draft.person or "").rsplit(maxsplit=1)[-1:]
            if name and name[0] in text:
                return when
            if one.cue.lemma_.lower() in _REACTIONS:
                return _from(when, week, "in answer to what was on")
        return None

    def _of_waiting(self, spoken: Sequence[Said]) -> list[Said]:
        """Statements of the paragraph before whose speaker is named or dated in this one."""
        opening = spoken[0] if spoken else None
        found = [
            one
            for one in self._waiting
            if opening is not None
            and opening.speaker == one.speaker
            and (opening.own is not None or one.cue is None)
        ]
        for one in found:
            one.when = None if opening is None else opening.when
        self._waiting = []
        return found

    def _of_headline(
        self, doc: Doc, said: Sequence[Said], times: Sequence[Time], week: DateInterval
    ) -> list[Said]:
        """A headline tells what the report tells first: it was said since."""
        outside = [t for t in times if not any(one.holds(t) for one in said)]
        recent = [t.when for t in (*outside, *times) if is_short(t.when)]
        lead = next((when for when in recent if when.earliest > week.earliest), None)
        found: list[Said] = []
        if lead is not None:
            found, self._headline = self._headline, []
            for one in found:
                one.when = _from(lead, week, "headline of what was on")
        if len(doc) <= _HEADLINE and text_of(doc)[-1:] not in ".!?\"'" and not times:
            self._headline = list(said)
        return found

    def _remember(
        self, spoken: Sequence[Said], doc: Doc, times: Sequence[Time], week: DateInterval
    ) -> None:
        for one in spoken:
            if one.when is not None and one.when.earliest == one.when.latest and not one.now:
                self._last[one.speaker] = one.when
        undated = [one for one in spoken if one.when == week and not one.now]
        self._waiting = [*undated[-1:], *(one for one in spoken if one.cue is None)]
        short = [t.when for t in times if is_short(t.when)]
        if short:
            self._before = (text_of(doc), short[0])
        exact = [t.when for t in times if t.when.earliest == t.when.latest]
        if times:
            self._told = exact[-1] if exact else times[-1].when


def _passed_on(outer: DateInterval, week: DateInterval) -> DateInterval:
    """What another speaker passes on was said by the time he spoke."""
    if outer.latest >= week.latest:
        return outer if outer.earliest != outer.latest else week
    basis = f"passed on by somebody who spoke by {outer.latest} ({outer.basis})"
    return DateInterval(min(week.earliest, outer.latest), outer.latest, "interval", basis)


def _from(when: DateInterval, week: DateInterval, how: str) -> DateInterval:
    """From a day on up to publication; the week to it where that is later."""
    if when.earliest <= week.earliest:
        return week
    basis = f"{how} {when.earliest} ({when.basis}), up to publication"
    return DateInterval(when.earliest, max(week.latest, when.earliest), "interval", basis)
