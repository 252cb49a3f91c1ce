"""Words that name an event: verbs and nouns of the codebook whose rule fits."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from volteface.coding.events.arguments import (
    after,
    beyond,
    doers,
    has_particle,
    led_to,
    mark_of,
    objects,
)
from volteface.coding.events.codebook import Codebook, Rule

LIGHT = frozenset(
    {
        "announce", "begin", "call", "carry", "commit", "conduct", "continue", "deliver", "do",
        "express", "extend", "give", "have", "hold", "host", "intensify", "issue", "join", "launch",
        "lay", "lead", "make", "mount", "open", "order", "pay", "present", "put", "receive",
        "reiterate", "renew", "repeat", "resume", "stage", "start", "step", "suffer", "undertake",
        "unleash", "wage",
    }
)  # fmt: skip
"""Verbs that only carry out what their object names: *launched an attack*."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that names an event, its rule, and for a noun the verb that carries it out."""

    token: Token
    rule: Rule
    light: Token | None = None

    @property
    def nominal(self) -> bool:
        """Whether a noun names the event."""
        return self.token.pos_ in {"NOUN", "PROPN"}


def triggers(doc: Doc, book: Codebook) -> Iterator[Trigger]:
    """Every word of the paragraph that names an event, in order.

    A verb whose rule wants two to be named comes with its next rules too, for where only one is.
    """
    for token in doc:
        lemma = token.lemma_.lower()
        if token.tag_.startswith("VB"):
            for entry in book.verbs.get(lemma, ()):
                if _fits(token, entry.particle, entry.rule):
                    yield Trigger(token, entry.rule)
                    if not entry.rule.two:
                        break
        elif token.pos_ in {"NOUN", "PROPN"} and lemma in book.nouns:
            yield Trigger(token, book.nouns[lemma], _light(token))


def _light(noun: Token) -> Token | None:
    """The verb that carries out what the noun names."""
    head = noun
    while head.dep_ == "conj" and head.head.pos_ == "NOUN":
        head = head.head
    if head.dep_ in {"dobj", "nsubjpass"} and head.head.lemma_.lower() in LIGHT:
        return head.head
    return None


def _fits(verb: Token, particle: str | None, rule: Rule) -> bool:
    if particle is not None and not has_particle(verb, particle):
        return False
    if rule.objects is not None and not _any_of(objects(verb), rule.objects):
        return False
    if rule.subjects is not None and not _any_of(doers(verb), rule.subjects):
        return False
    if rule.acts is not None and not _any_of((*led_to(verb), *objects(verb)), rule.acts):
        return False
    if rule.infinitive and not any(_is_infinitive(t) for t in led_to(verb)):
        return False
    if rule.unless and _undone(verb, rule.unless):
        return False
    return not rule.links or any(_linked(verb, link, words) for link, words in rule.links)


def _is_infinitive(token: Token) -> bool:
    return token.tag_ == "VB" and any(t.lower_ == "to" and t.dep_ == "aux" for t in token.children)


def _undone(verb: Token, unless: frozenset[str]) -> bool:
    """Whether the rule does not hold here: *asked whether*, *declined to comment*."""
    led = led_to(verb)
    opened = (mark_of(part) or part.left_edge.lower_ for part in led)
    return _any_of((*led, *objects(verb)), unless) or any(word in unless for word in opened)


def _linked(verb: Token, link: str, words: frozenset[str]) -> bool:
    if not words:
        return has_particle(verb, link)
    return _any_of((*after(verb, link), *beyond(verb, link)), words)


def _any_of(tokens: tuple[Token, ...], words: frozenset[str]) -> bool:
    return any(t.lemma_.lower() in words or t.lower_ in words for t in tokens)
