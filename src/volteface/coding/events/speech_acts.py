"""Acts done in words that no verb of the codebook names: *they must leave*, *we shall not talk*."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from volteface.coding.draft import Draft
from volteface.coding.events.arguments import after, objects, passive
from volteface.coding.events.codebook import codebook
from volteface.coding.events.participants import Actors, Participants
from volteface.coding.grammar import words_in
from volteface.records import EventType

_DEMANDS = frozenset({"must", "ought", "should"})
_HAVE = frozenset({"have", "need"})
_REFUSES = frozenset({"can", "ca", "could", "shall", "will", "wo", "would"})
_FIRST = frozenset({"i", "we"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_AMOUNTS = frozenset({"amount", "be", "constitute", "remain", "represent"})
_PREDICATES = frozenset({"acomp", "attr", "oprd"})


@dataclass(frozen=True, slots=True)
class SpeechAct:
    """What a speaker does to somebody by saying the clause of ``verb``."""

    verb: Token
    type: EventType
    actors: Actors
    recipients: Actors


def speech_acts(doc: Doc, draft: Draft, who: Participants) -> Iterator[SpeechAct]:
    """The acts done in the main clauses of what somebody said for an actor."""
    if draft.actor is None or draft.register != "stated":
        return
    inside = words_in(doc, draft.content)
    for verb in _main_verbs(doc, inside):
        act = _act(verb, draft.actor, who)
        if act is not None:
            yield act


def _main_verbs(doc: Doc, inside: set[int]) -> Iterator[Token]:
    """Verbs of the clauses that what was said is made of; conditions and asides are none."""
    for i in sorted(inside):
        token = doc[i]
        if token.pos_ not in {"VERB", "AUX"} or token.dep_ in {"aux", "auxpass"}:
            continue
        top = token
        while top.dep_ == "conj" and top.head.i in inside:
            top = top.head
        if top.head == top or top.head.i not in inside or top.dep_ in {"ccomp", "parataxis"}:
            yield token


def _act(verb: Token, speaker: str, who: Participants) -> SpeechAct | None:
    if _is_no(verb):
        return SpeechAct(verb, "REJECT", (speaker,), ())
    subject = next((t for t in verb.children if t.dep_ in _SUBJECTS), None)
    if subject is None:
        top = verb
        while top.dep_ == "conj" and subject is None:
            top = top.head
            subject = next((t for t in top.children if t.dep_ in _SUBJECTS), None)
    if subject is None:
        return None
    holders = who.of([subject])
    own = subject.lower_ in _FIRST or holders == (speaker,)
    if not own and _is_demand(verb):
        whom = holders or who.owners(subject) or who.of(after(subject, "of"))
        return SpeechAct(verb, "REQUEST", (speaker,), tuple(a for a in whom if a != speaker))
    if own and _is_refusal(verb):
        return SpeechAct(verb, "REJECT", (speaker,), ())
    if holders and not own and _is_charge(verb):
        return SpeechAct(verb, "ACCUSE", (speaker,), holders)
    return None


def _is_demand(verb: Token) -> bool:
    helpers = {t.lower_ for t in verb.children if t.dep_ == "aux"}
    if helpers & _DEMANDS and "have" not in helpers:
        return True
    has_to = verb.lemma_.lower() in _HAVE and verb.tag_ in {"VBP", "VBZ", "VBD"}
    return has_to and any(t.dep_ == "xcomp" and t.tag_ == "VB" for t in verb.children)


def _is_no(verb: Token) -> bool:
    """*There will be no talks*."""
    helpers = {t.lower_ for t in verb.children if t.dep_ == "aux"}
    there = any(t.dep_ == "expl" for t in verb.children)
    nothing = any(
        t.dep_ == "attr" and any(d.lower_ == "no" for d in t.lefts) for t in verb.children
    )
    return there and nothing and bool(helpers & {"can", "will"})


def _is_refusal(verb: Token) -> bool:
    helpers = {t.lower_ for t in verb.children if t.dep_ == "aux"}
    denied = any(t.dep_ == "neg" for t in verb.children)
    nothing = any(d.lower_ == "no" for t in objects(verb) for d in t.lefts) or any(
        t.lower_ in {"nothing", "nobody", "none"} for t in objects(verb)
    )
    return bool(helpers & _REFUSES) and (denied or nothing)


def _is_charge(verb: Token) -> bool:
    """Whether the clause lays a wrong at its subject's door."""
    if any(t.dep_ == "neg" or t.tag_ == "MD" for t in verb.children) or passive(verb):
        return False
    kinds = codebook().kinds
    if verb.lemma_.lower() in _AMOUNTS:
        held = [t for t in verb.children if t.dep_ in _PREDICATES] + list(after(verb, "to"))
        said = [part for t in held for part in (t, *t.lefts, *after(t, "of"))]
        words = kinds["wrongs"] | kinds["blame"] | {"war"}
        return any(t.lemma_.lower() in words for t in said)
    if verb.lemma_.lower() in kinds["wrongdoing"]:
        return True
    return any(t.lemma_.lower() in kinds["wrongs"] for t in objects(verb))
