"""The events that one paragraph tells."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from volteface.coding.events.arguments import clause_of, objects
from volteface.coding.events.joining import Told
from volteface.coding.events.mode import is_told, mode_of, mode_of_noun
from volteface.coding.events.numbers import counts
from volteface.coding.events.setting import Dates, place, when
from volteface.coding.events.speech import Speech
from volteface.coding.events.speech_acts import speech_acts
from volteface.coding.events.takers import Actors, Takers, inside
from volteface.coding.events.triggers import Trigger
from volteface.coding.events.unsaid import Act, Unsaid
from volteface.coding.grammar import noun_phrase
from volteface.coding.said_on import dates_in
from volteface.coding.scene import Scene
from volteface.records import EventType, Number, Report

_WILL = frozenset({"ca", "can", "shall", "will", "wo", "would"})
_REFUSABLE: frozenset[EventType] = frozenset(
    {"AGREE", "AID", "CONCEDE", "CONSULT", "COOPERATE", "MOBILIZE", "RETREAT", "SUPPORT"}
)
_VIOLENT: frozenset[EventType] = frozenset({"ASSAULT", "COERCE"})
_CONSENT: frozenset[EventType] = frozenset({"AGREE", "SUPPORT"})
_VERBAL: frozenset[EventType] = frozenset(
    {"ACCUSE", "AGREE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"}
)
_UNSAID: frozenset[EventType] = frozenset({"ACCUSE", "REQUEST", "THREATEN"})
"""What was not said is no event."""
_SUFFERED: frozenset[EventType] = frozenset({"ACCUSE", "ASSAULT", "COERCE", "SANCTION"})
"""Types that count though nobody known does them."""


@dataclass(slots=True)
class Telling:
    """One paragraph on its way to events.

    ``found`` are its triggers, ``before`` the events that the report told before it; ``unsaid``
    finds the recipients that no word names.
    """

    report: Report
    scene: Scene
    speech: Speech
    takers: Takers
    found: Sequence[Trigger]
    before: Sequence[Told]
    unsaid: Unsaid

    def events(self) -> list[Told]:
        """The events of the paragraph, with the numbers that its sentences give."""
        dates = dates_in(self.scene.doc.text, self.report.published)
        absorbed, named = self._absorbed()
        accused: dict[int, Actors] = {}
        out: list[Told] = []
        for trigger in self.found:
            token = trigger.token
            if out and out[-1].trigger == token:
                continue
            if token.i in named or (token.i in absorbed and not trigger.nominal):
                continue
            actors, recipients = self.takers.of(trigger, lambda t: accused.get(t.i, ()))
            if trigger.rule.type == "ACCUSE":
                accused[token.i] = recipients
            if not actors and not recipients:
                continue
            told = self._told(trigger, actors, recipients, dates, out)
            if _counts(told, trigger, absorbed=token.i in absorbed):
                out.append(told)
        out += list(self._spoken(out))
        return self._with_numbers(out)

    def _absorbed(self) -> tuple[set[int], set[int]]:
        """Tokens inside what an event leads on to, and nouns that are part of a verb's rule."""
        absorbed: set[int] = set()
        named: set[int] = set()
        for trigger in self.found:
            rule, token = trigger.rule, trigger.token
            if trigger.nominal:
                continue
            if rule.whole:
                absorbed |= inside(trigger)
            words = (rule.objects or frozenset()) | (rule.acts or frozenset())
            named |= {t.i for t in objects(token) if t.lemma_.lower() in words}
        return absorbed, named

    def _told(
        self,
        trigger: Trigger,
        actors: Actors,
        recipients: Actors,
        dates: Dates,
        out: Sequence[Told],
    ) -> Told:
        token, published = trigger.token, self.report.published
        type_ = trigger.rule.type
        if not recipients and actors and not _needs_two(trigger):
            recipients = self._unsaid(token, type_, actors, out)
        mode = mode_of_noun(token, trigger.light) if trigger.nominal else mode_of(token)
        clause = noun_phrase(token) if trigger.nominal else clause_of(token)
        sentence = (token.sent.start_char, token.sent.end_char)
        base = self.scene.base
        return self._as_said(
            Told(
                trigger=token,
                type=type_,
                span=(base + clause[0], base + clause[1]),
                actors=actors,
                recipients=recipients,
                mode=mode,
                when=when(dates, clause, sentence, mode, published),
                place=place(trigger.light or token, clause, self._people(actors, recipients)),
                voice="attributed" if self.speech.draft(token.idx) is not None else "writer",
            )
        )

    def _unsaid(
        self, trigger: Token, type_: EventType, actors: Actors, out: Sequence[Told]
    ) -> Actors:
        told = [*self.before, *out]
        return self.unsaid(Act(trigger, type_, actors), self.takers.who, told)

    def _people(self, actors: Actors, recipients: Actors) -> list[tuple[int, int]]:
        """Offsets of the names of people and of those who take part: no places."""
        taking = {*actors, *recipients}
        names = (n.mention for n in self.scene.names)
        return [(n.start, n.end) for n in names if n.person is not None or n.actor in taking]

    def _as_said(self, told: Told) -> Told:
        """What somebody says of acts of its own: *we will not talk*, *we will strike*."""
        if told.mode == "negated" and told.type in _CONSENT and told.actors:
            return replace(told, type="REJECT", mode="historical")
        draft = self.speech.draft(told.trigger.idx)
        if draft is None or told.trigger.pos_ == "NOUN" or told.actors != (draft.actor,):
            return told
        helpers = {t.lower_ for t in told.trigger.children if t.dep_ == "aux"}
        if told.mode == "negated" and told.type in _REFUSABLE and helpers & _WILL:
            return replace(told, type="REJECT", mode="historical")
        if told.mode == "future" and told.type in _VIOLENT:
            return replace(told, type="THREATEN", mode="historical")
        return told

    def _spoken(self, told: Sequence[Told]) -> Iterator[Told]:
        """What is done in words alone, where no verb of the codebook says it of that speaker."""
        base = self.scene.base
        for draft in self.speech.said:
            start, end = draft.clause
            if draft.actor is None or not self.takers.who.counts(draft.actor):
                continue
            if any(
                one.actors == (draft.actor,)
                and one.type in _VERBAL
                and base + start <= one.span[0] < base + end
                for one in told
            ):
                continue
            for act in speech_acts(self.scene.doc, draft, self.takers.who):
                clause = clause_of(act.verb)
                yield Told(
                    trigger=act.verb,
                    type=act.type,
                    span=(base + clause[0], base + clause[1]),
                    actors=act.actors,
                    recipients=act.recipients or self._unsaid(act.verb, act.type, act.actors, told),
                    mode="historical",
                    when=draft.said_on,
                    place=None,
                    voice="attributed",
                )

    def _with_numbers(self, told: list[Told]) -> list[Told]:
        """Numbers go to the assault of their sentence, else to the last one before."""
        out = list(told)
        if not any(one.type == "ASSAULT" for one in told):
            return out
        for sentence in self.scene.doc.sents:
            hosts = [
                n
                for n, one in enumerate(out)
                if one.type == "ASSAULT" and one.trigger.sent.start <= sentence.start
            ]
            for count in counts(sentence) if hosts else ():
                number = Number(count.what, count.value, self.speech.source(count.at.idx))
                host = out[hosts[-1]]
                if number not in host.numbers:
                    out[hosts[-1]] = replace(host, numbers=(*host.numbers, number))
        return out


def _needs_two(trigger: Trigger) -> bool:
    return trigger.rule.two or (trigger.rule.joint and trigger.nominal)


def _counts(told: Told, trigger: Trigger, *, absorbed: bool) -> bool:
    """Whether somebody did, will do or did not do something, as far as anybody known took part."""
    if not told.actors and (not told.recipients or told.type not in _SUFFERED):
        return False
    if told.mode == "negated" and told.type in _UNSAID:
        return False
    if not told.recipients and _needs_two(trigger):
        return False
    if trigger.nominal:
        return told.mode != "hypothetical" and (bool(told.actors) or not absorbed)
    return is_told(trigger.token) or trigger.token.dep_ == "pcomp"
