"""Who does an event to whom: the rule's places in the parse, filled with actors."""

from collections.abc import Callable, Iterable

from spacy.tokens import Token

from volteface.coding.events.arguments import (
    after,
    asked,
    beyond,
    complement_of,
    datives,
    doers,
    led_to,
    objects,
    passive,
    together,
)
from volteface.coding.events.codebook import codebook
from volteface.coding.events.participants import Participants
from volteface.coding.events.triggers import Trigger

_ACT_LINKS = ("with", "to", "on", "against", "from", "at", "into")
_GIVEN_BY = frozenset({"AGREE", "REQUEST", "THREATEN"})
_SEATED = frozenset({"ASSAULT", "CONSULT"})
_TOWARDS = ("to", "in", "on", "at", "into", "of", "towards")
_BEARING = ("of", "by", "from", "on", "against", "with", "for")
_SHARED = ("between", "among", "amongst")

_OTHER = frozenset({"another", "other"})
_EACH = frozenset({"each", "one", "the"})

Actors = tuple[str, ...]


class Takers:
    """Finds those who take part in the events of one paragraph."""

    def __init__(self, participants: Participants) -> None:
        self.who = participants

    def of(self, trigger: Trigger, accused: Callable[[Token], Actors]) -> tuple[Actors, Actors]:
        """Actors and recipients.

        Args:
            trigger: The word that names the event.
            accused: Whom a verb of accusation accuses, none for any other verb.
        """
        rule = trigger.rule
        does = self._actors(trigger, accused)
        suffers = self._recipients(trigger, does)
        if self._mutual(trigger.token):
            group = does if len(does) > 1 else self.who.sides(trigger.token)
            return group, group
        if rule.turned:
            return suffers, does
        if rule.joint:
            shared = self._shared(trigger.token)
            if shared:
                return shared, shared
            if len(does) > 1 and not suffers:
                return does, does
            if trigger.nominal and not suffers:
                above = self.who.of(_doers_above(trigger.token))
                if len(above) > 1 and set(does) <= set(above):
                    return above, above
        return does, suffers

    @staticmethod
    def _mutual(token: Token) -> bool:
        """*Accused each other*, *each blamed the other*."""
        linked = (t for part in token.children if part.dep_ == "prep" for t in part.children)
        return any(
            t.lower_ in _OTHER and any(d.lower_ in _EACH for d in t.lefts)
            for t in (*objects(token), *linked)
        )

    def _actors(self, trigger: Trigger, accused: Callable[[Token], Actors]) -> Actors:
        token = trigger.token
        if trigger.nominal:
            return self._noun_actors(trigger)
        governor = complement_of(token)
        if governor is not None and token.dep_ == "pcomp":
            whom = accused(governor)
            if whom:
                return whom
        return self.who.of(doers(token)) or self._in_the_course(token)

    def _in_the_course(self, verb: Token) -> Actors:
        """*Killed in fighting with French soldiers*, *died in a raid by the rebels*."""
        if not passive(verb):
            return ()
        for link in ("in", "during", "by"):
            for noun in after(verb, link):
                if noun.lemma_.lower() in codebook().nouns:
                    found = self.who.owners(noun)
                    for led in ("by", "with", "from"):
                        found = found or self.who.of(after(noun, led))
                    if found:
                        return found
        return ()

    def _noun_actors(self, trigger: Trigger) -> Actors:
        noun = trigger.token
        own = self.who.owners(noun) or self.who.of(after(noun, "by"))
        if not own and trigger.rule.of_actor:
            own = self.who.of(after(noun, "of"))
        if not own and trigger.rule.type in _GIVEN_BY:
            own = self.who.of(after(noun, "from") or beyond(noun, "from"))
        if not own and trigger.light is not None:
            own = self.who.of(doers(trigger.light))
        return own

    def _shared(self, token: Token) -> Actors:
        """*Talks between Moscow and Kiev*."""
        heads = (token, *objects(token)) if token.pos_ == "VERB" else (token,)
        for head in heads:
            for link in _SHARED:
                found = self.who.of(after(head, link) or beyond(head, link))
                if len(found) > 1:
                    return found
        return ()

    def _recipients(self, trigger: Trigger, does: Actors) -> Actors:
        """Those at the first place that names somebody beside those who do it."""
        for place in trigger.rule.whom:
            found = tuple(a for a in self._at(place, trigger) if a not in does)
            if found:
                return found
        if trigger.rule.type in _SEATED:
            token = trigger.light or trigger.token
            led = [*objects(token), *(t for link in _TOWARDS for t in after(trigger.token, link))]
            found = tuple(a for a in self.who.seats(led) if a not in does)
            if found:
                return found
        return ()

    def _at(self, place: str, trigger: Trigger) -> Actors:
        token = trigger.token
        if trigger.nominal:
            heads = (token,) if trigger.light is None else (token, trigger.light)
            if place == "clause":
                return self.who.of(asked(token))
            if place in {"act", "dative", "object", "owner"}:
                return (
                    self.who.of(datives(trigger.light))
                    if place == "dative" and trigger.light
                    else ()
                )
            return self._linked(heads, place)
        if place == "object":
            return self.who.of(objects(token))
        if place == "dative":
            return self.who.of(datives(token))
        if place == "clause":
            return self.who.of(asked(token))
        if place == "act":
            return self._acted_on(token)
        if place == "owner":
            return self._of_objects(objects(token))
        return self._linked((token, *objects(token)), place)

    def _linked(self, heads: Iterable[Token], link: str) -> Actors:
        for reach in (after, beyond):
            found = tuple(led for head in heads for led in reach(head, link))
            who = self.who.of(found) or self._of_objects(found)
            if who:
                return who
        return ()

    def _of_objects(self, heads: Iterable[Token]) -> Actors:
        """Whose the things are, or on whom they bear: *the offer of Kiev*, *sanctions on Mali*."""
        for head in heads:
            found = self.who.owners(head)
            if found:
                return found
            for link in _BEARING:
                found = self.who.of(after(head, link) or beyond(head, link))
                if found:
                    return found
        return ()

    def _acted_on(self, verb: Token) -> Actors:
        """To whom the act that follows is done: *Kiev* of *threatened to attack Kiev*."""
        for act in led_to(verb):
            found = self.who.of((*datives(act), *objects(act)))
            for link in _ACT_LINKS:
                found = found or self.who.of(after(act, link))
            found = found or self._of_objects(objects(act))
            if found:
                return found
        return ()


def _doers_above(noun: Token) -> tuple[Token, ...]:
    """Who does what the clause says in which the noun stands."""
    verb = next((t for t in noun.ancestors if t.pos_ in {"AUX", "VERB"}), None)
    return doers(verb) if verb is not None else ()


def inside(trigger: Trigger) -> set[int]:
    """Indices of the tokens of what a verb leads on to."""
    taken: set[int] = set()
    for part in led_to(trigger.token):
        taken |= {t.i for t in part.subtree}
    for head in objects(trigger.token):
        if trigger.token.i < head.i:
            taken |= {t.i for h in together(head) for t in h.subtree}
    return taken
