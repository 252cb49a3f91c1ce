"""Words, a deed, or somebody's reading of somebody else: the register of what was found."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from volteface.coding.attribution import Attribution
from volteface.coding.belonging import owner
from volteface.coding.grammar import words_in
from volteface.coding.naming import Named
from volteface.coding.register_words import AIMS, MIND, MOODS, MOVING, MOVING_AWAY
from volteface.coding.words import Words
from volteface.records import Span

_MODALS = {"will", "wo", "would", "may", "might", "can", "ca", "could", "'ll", "'d"}
_SUBJECTS = {"nsubj", "nsubjpass"}
_NOT_YET = {"will", "would", "may", "might", "could", "should", "must", "can", "shall"}
_SAYS = {"say", "indicate", "signal", "announce", "hint"}
_DECLINES = {"decline", "refuse"}
_COMMENTS = {"answer", "comment", "confirm", "discuss", "elaborate", "speculate"}


@dataclass(frozen=True, slots=True)
class Described:
    """Whose position the words are about, and the verb that says so."""

    actor: str
    verb: Token


def root_of(doc: Doc, spans: tuple[Span, ...]) -> Token | None:
    """The verb that governs the words in the spans, None where there is none."""
    inside = words_in(doc, spans)
    tokens = (doc[i] for i in sorted(inside))
    tops = (t for t in tokens if t.head.i not in inside or t.head.i == t.i)
    return next((t for t in tops if t.pos_ in {"VERB", "AUX"}), None)


def described(
    doc: Doc, spans: tuple[Span, ...], names: list[Named], words: Words
) -> Described | None:
    """The actor that the main clause speaks of: its subject, or the owner of its subject."""
    verb = root_of(doc, spans)
    head = _subject(verb) if verb is not None else None
    if verb is None or head is None:
        return None
    found = owner(head, names, words)
    if found is None or found.mention.actor is None:
        return None
    return Described(found.mention.actor, verb)


def is_duty(verb: Token, words: Words) -> bool:
    """Whether the clause says what somebody must or should do: the speaker's wish, not theirs."""
    helpers = any(t.dep_ == "aux" and t.lemma_.lower() in words.duties for t in verb.children)
    return helpers or verb.lemma_.lower() in words.duties


def is_attitude(item: Described, words: Words) -> bool:
    """Whether the clause says what the actor wants, thinks, holds to or will do.

    What will befall an actor (*will lose*) is no attitude of its own.
    """
    verb = item.verb
    lemma = verb.lemma_.lower()
    subject = _subject(verb)
    return (
        lemma in words.attitudes
        or _is_moving(verb)
        or (lemma not in words.states and _means_to(verb))
        or any(t.lemma_.lower() in words.attitude_nouns for t in verb.subtree)
        or (subject is not None and subject.lemma_.lower() in words.attitude_nouns)
        or any(
            t.dep_ in {"xcomp", "acomp"} and t.lemma_.lower() in words.attitudes | words.adjectives
            for t in verb.children
        )
    )


def _subject(verb: Token) -> Token | None:
    return next((t for t in verb.children if t.dep_ in _SUBJECTS), None)


def _helpers(verb: Token) -> list[Token]:
    return [t for t in verb.children if t.dep_ == "aux"]


def _is_moving(verb: Token) -> bool:
    """*Is backing away from*, *has softened*: a judgement of where somebody goes."""
    lemma = verb.lemma_.lower()
    beside = (f"{lemma} {child.lower_}" for child in verb.children)
    return lemma in MOVING or any(phrase in MOVING_AWAY for phrase in beside)


def is_minded(verb: Token) -> bool:
    """Whether the clause says what its subject thinks, likes or waits for."""
    beside = (t for t in verb.children if t.dep_ in {"acomp", "attr", "dobj", "oprd", "prep"})
    parts = [t for part in beside for t in (part, *part.children)]
    aims = any(t.dep_ in _SUBJECTS and t.lemma_.lower() in AIMS for t in verb.children)
    waiting = verb.lemma_.lower() == "play" and any(
        t.lower_ == "for" and any(c.lower_ == "time" for c in t.children) for t in verb.children
    )
    return (
        verb.lemma_.lower() in MIND
        or aims
        or waiting
        or any({t.lemma_.lower(), t.lower_} & MOODS for t in (verb, *parts))
    )


def _means_to(verb: Token) -> bool:
    """*Will fight*, not *will be beaten*."""
    helpers = _helpers(verb)
    modal = any(t.lower_ in _MODALS for t in helpers)
    return modal and not any(t.dep_ == "auxpass" for t in verb.children)


def is_said(item: Attribution) -> bool:
    """Not what somebody *will* or *might* say: nothing has been said then."""
    if item.cue is None or item.kind == "direct":
        return True
    return not any(t.dep_ == "aux" and t.lower_ in _NOT_YET for t in item.cue.children)


def gives_no_sign(item: Attribution) -> bool:
    """*Has given no indication that*, *did not say that*, *declined to comment on*."""
    if item.cue is None or item.kind == "direct":
        return False
    if item.cue.pos_ == "NOUN":
        return any(t.dep_ == "det" and t.lower_ == "no" for t in item.cue.children)
    lemma = item.cue.lemma_.lower()
    if lemma in _DECLINES:
        acts = (t.lemma_.lower() for t in item.cue.children if t.dep_ == "xcomp")
        return any(act in _SAYS | _COMMENTS for act in acts)
    return lemma in _SAYS and any(t.dep_ == "neg" for t in item.cue.children)
