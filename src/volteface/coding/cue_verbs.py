"""Indirect speech: verbs and nouns that govern what was said, found in the dependency parse."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from volteface.coding.grammar import spans_of, subject
from volteface.coding.words import Words
from volteface.records import Span

_LIGHT = {"deliver", "express", "give", "have", "issue", "make", "send", "share"}
FIRST_PERSON = {"i", "we", "me", "us", "you"}
_NOBODY = {
    "anybody",
    "anyone",
    "everybody",
    "nobody",
    "none",
    "one",
    "that",
    "what",
    "which",
    "you",
}


@dataclass(frozen=True, slots=True)
class Reported:
    """What a cue governs: the spans, the head of the source phrase, and who passed it on."""

    cue: Token
    source: Token | None
    content: tuple[Span, ...]
    relay: Token | None = None
    addressee: Token | None = None


def reported(doc: Doc, words: Words, quoted: set[int], requoted: set[int]) -> Iterator[Reported]:
    """Everything that verbs and nouns of speech govern in the paragraph.

    Args:
        doc: One parsed paragraph.
        words: The lexicon.
        quoted: Indices of tokens inside quote marks; a first person there is the speaker already
            known, so only third persons open speech within speech.
        requoted: Indices of tokens inside quotations of depth 1, whose own cues are not followed.
    """
    for token in doc:
        if token.i in requoted:
            continue
        if token.tag_.startswith("VB") and token.lemma_.lower() in words.cues:
            found = _verb(token, words)
        elif token.pos_ == "NOUN" and token.lemma_.lower() in words.nouns:
            found = _noun(token, words)
        else:
            found = None
        if found is None or not found.content:
            continue
        if token.i in quoted and (found.source is None or found.source.lower_ in FIRST_PERSON):
            continue
        yield found
    yield from _according(doc, words, quoted)


def _verb(verb: Token, words: Words) -> Reported | None:
    lemma = verb.lemma_.lower()
    if lemma in words.relay:
        passed_on = _quoted_as_saying(verb)
        if passed_on is not None:
            return passed_on
    if _passive(verb):
        return None
    source = subject(verb)
    if source is not None and source.lower_ in _NOBODY:
        return None
    content = _content(verb, lemma, words, source)
    if not content or (source is None and not _impersonal_saying(verb, lemma)):
        return None
    return Reported(verb, source, spans_of(verb.doc, content), addressee=_addressee(verb))


def _passive(verb: Token) -> bool:
    """*It remains to be seen*, *is to blame*: nobody is said to speak."""
    to_be = verb.dep_ == "xcomp" and verb.head.lemma_ == "be" and verb.tag_ == "VB"
    return any(t.dep_ == "auxpass" for t in verb.children) or (
        to_be and not any(t.dep_ == "acomp" for t in verb.head.children)
    )


def _content(verb: Token, lemma: str, words: Words, source: Token | None) -> set[int]:
    outside = {verb.i}
    if source is not None and source.head == verb:
        outside |= {token.i for token in source.subtree}
    clause = _child(verb, "ccomp")
    if clause is not None and lemma in words.say | words.believe | words.act_infinitives:
        return {token.i for token in clause.subtree} - outside
    if verb.dep_ == "parataxis" or (
        verb.dep_ == "advcl" and _child(verb, "mark", "as") is not None
    ):
        inside = {token.i for token in verb.subtree}
        return {token.i for token in verb.head.subtree} - inside
    if lemma in words.act_prepositions:
        allowed = words.act_prepositions[lemma]
        for child in verb.children:
            if child.dep_ in {"prep", "prt"} and child.lower_ in allowed and child.i > verb.i:
                return _from(verb, child)
    infinitive = _child(verb, "xcomp")
    if infinitive is not None and lemma in words.act_infinitives and infinitive.i > verb.i:
        return _from(verb, infinitive)
    thing = _child(verb, "dobj")
    if thing is not None and lemma in words.act_objects:
        if thing.lemma_.lower() in words.nouns and _clause_of(thing) is not None:
            return set()
        return {token.i for token in thing.subtree}
    return set()


def _from(verb: Token, complement: Token) -> set[int]:
    """The complement with the object before it: *of being ...* with *Russia*, *for talks* alone."""
    chosen = {token.i for token in complement.subtree}
    if complement.dep_ == "prt":
        thing = _child(verb, "dobj")
        return {token.i for token in thing.subtree} if thing is not None else set()
    for child in verb.children:
        if child.dep_ in {"dobj", "iobj", "dative"} and verb.i < child.i < complement.i:
            chosen |= {token.i for token in child.subtree}
    return chosen


def _quoted_as_saying(verb: Token) -> Reported | None:
    for mark in verb.children:
        if mark.lower_ != "as":
            continue
        saying = next((t for t in mark.subtree if t.tag_ == "VBG" and t.i > mark.i), None)
        if saying is None:
            continue
        passive = _child(verb, "nsubjpass")
        source = passive or _child(verb, "dobj") or _child(saying, "nsubj")
        relay = _agent(verb) if passive is not None else _child(verb, "nsubj")
        clause = _child(saying, "ccomp")
        before = _child(verb, "ccomp")
        said = clause if clause is not None else before
        content = {token.i for token in said.subtree} if said is not None else set()
        if source is not None and content:
            return Reported(saying, source, spans_of(verb.doc, content), relay=relay)
    return None


def _noun(noun: Token, words: Words) -> Reported | None:
    clause = _clause_of(noun)
    if clause is None:
        return None
    source = _child(noun, "poss")
    governor = noun.head
    if source is None and noun.dep_ in {"dobj", "attr"} and governor.pos_ == "VERB":
        lemma = governor.lemma_.lower()
        if lemma in _LIGHT or lemma in words.cues:
            source = subject(governor)
    return Reported(noun, source, spans_of(noun.doc, (token.i for token in clause.subtree)))


def _clause_of(noun: Token) -> Token | None:
    for child in noun.children:
        marked = any(t.dep_ == "mark" and t.lower_ == "that" for t in child.children)
        if child.dep_ in {"acl", "ccomp"} and child.i > noun.i and marked:
            return child
    return None


def _according(doc: Doc, words: Words, quoted: set[int]) -> Iterator[Reported]:
    lowered = doc.text.lower()
    for phrase in words.according:
        at = lowered.find(phrase)
        while at >= 0:
            piece = doc.char_span(at, at + len(phrase))
            if piece is not None and piece[-1].i not in quoted:
                named = next((t for t in piece[-1].children if t.dep_ == "pobj"), None)
                if named is not None:
                    taken = {t.i for t in piece} | {t.i for t in named.subtree}
                    rest = {t.i for t in named.sent} - taken
                    yield Reported(piece[0], named, spans_of(doc, rest))
            at = lowered.find(phrase, at + 1)


def _impersonal_saying(verb: Token, lemma: str) -> bool:
    """*It is wrong to say that ...*: nobody named says it."""
    return (
        lemma in {"say", "claim", "argue", "think", "believe", "speak"}
        and verb.dep_
        in {
            "xcomp",
            "ccomp",
            "advcl",
        }
        and verb.head.lemma_ == "be"
    )


def _addressee(verb: Token) -> Token | None:
    if verb.lemma_.lower() not in {"tell", "inform", "assure", "warn", "remind"}:
        return None
    return _child(verb, "dobj") or _child(verb, "dative")


def _agent(verb: Token) -> Token | None:
    by = _child(verb, "agent")
    return _child(by, "pobj") if by is not None else None


def _child(token: Token, dependency: str, lower: str | None = None) -> Token | None:
    for child in token.children:
        if child.dep_ == dependency and (lower is None or child.lower_ == lower):
            return child
    return None
