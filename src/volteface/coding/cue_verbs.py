"""Indirect speech: verbs and nouns that govern what was said, found in the dependency parse."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from spacy.tokens import Doc, Token

from volteface.coding.complement import complement
from volteface.coding.grammar import child, detached, spans_of, subject, text_of, that_clause
from volteface.coding.words import Words
from volteface.records import Span

_NOMINAL = {"ADJ", "DET", "NOUN", "NUM", "PRON", "PROPN"}
_BEFORE_NOUN = {"amod", "compound", "det", "nmod", "nummod", "poss"}
_DEEPEST = 20
"""Heads above a cue: more than anybody writes, and few enough to keep the work linear."""
_LIGHT = {"deliver", "express", "give", "have", "issue", "make", "send", "share"}
FIRST_PERSON = {"i", "we", "me", "us", "you"}
_NOBODY = {
    "anybody", "anyone", "everybody", "nobody", "none", "one", "that", "what", "which", "you",
}  # fmt: skip


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
        verb = is_cue(token, words)
        noun = not verb and token.pos_ == "NOUN" and token.lemma_.lower() in words.nouns
        if not (verb or noun) or token.i in requoted or not _shallow(token):
            continue
        found = _verb(token, words, quoted) if verb else _noun(token, words)
        if found is None or not found.content:
            continue
        if token.i in quoted and (found.source is None or found.source.lower_ in FIRST_PERSON):
            continue
        yield found
    yield from _according(doc, words, quoted)


def _shallow(token: Token) -> bool:
    return len(list(islice(token.ancestors, _DEEPEST))) < _DEEPEST


def is_cue(token: Token, words: Words) -> bool:
    """Whether the token is a verb of speech or belief, or the *put* of *as she put it*."""
    if not token.tag_.startswith("VB"):
        return False
    lemma = token.lemma_.lower()
    return lemma in words.cues or (lemma == "put" and child(token, "dobj", "it") is not None)


def speaker(verb: Token, quoted: set[int]) -> Token | None:
    """The subject of a cue; behind it where the parse took one from between quote marks."""
    beside = detached(verb) and verb.head.dep_ == "ccomp"
    found = subject(verb.head.head if beside else verb)
    if found is None or found.i not in quoted or verb.i in quoted:
        return found
    own = (t for t in verb.children if t.dep_ == "nsubj" and t.i not in quoted)
    return next(own, None) or behind(verb, quoted)


def behind(verb: Token, quoted: set[int]) -> Token | None:
    """The head of the noun phrase directly behind a verb: *said the envoy*."""
    at = verb.i + 1
    if at >= len(verb.doc) or verb.doc[at].pos_ not in _NOMINAL:
        return None
    head = verb.doc[at]
    while head.head.i > head.i and head.head.i not in quoted and head.dep_ in _BEFORE_NOUN:
        head = head.head
    return head if head.pos_ in {"NOUN", "PROPN", "PRON"} else None


def _verb(verb: Token, words: Words, quoted: set[int]) -> Reported | None:
    lemma = verb.lemma_.lower()
    if lemma in words.relay:
        passed_on = _quoted_as_saying(verb)
        if passed_on is not None:
            return passed_on
    passive = _passive(verb)
    source = _agent(verb) if passive else speaker(verb, quoted)
    if passive and source is None:
        return None
    if source is not None and source.lower_ in _NOBODY:
        return None
    content = complement(verb, words, source)
    if passive:
        content -= {token.i for by in verb.children if by.dep_ == "agent" for token in by.subtree}
    if not content or (source is None and not _impersonal_saying(verb, lemma)):
        return None
    return Reported(verb, source, spans_of(verb.doc, content), addressee=addressee(verb))


def _passive(verb: Token) -> bool:
    """*It remains to be seen*, *is to blame*, *asked whether ...*: its subject does not speak."""
    to_be = verb.dep_ == "xcomp" and verb.head.lemma_ == "be" and verb.tag_ == "VB"
    helped = {t.dep_ for t in verb.children}
    participle = verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl"} and "aux" not in helped
    return (
        "auxpass" in helped
        or (participle and not helped & {"mark", "nsubj"})
        or (to_be and not any(t.dep_ == "acomp" for t in verb.head.children))
    )


def _quoted_as_saying(verb: Token) -> Reported | None:
    for mark in verb.children:
        if mark.lower_ != "as":
            continue
        saying = next((t for t in mark.subtree if t.tag_ == "VBG" and t.i > mark.i), None)
        if saying is None:
            continue
        passive = child(verb, "nsubjpass")
        source = passive or child(verb, "dobj") or child(saying, "nsubj")
        relay = _agent(verb) if passive is not None else child(verb, "nsubj")
        clause = child(saying, "ccomp")
        before = child(verb, "ccomp")
        said = clause if clause is not None else before
        content = {token.i for token in said.subtree} if said is not None else set()
        if source is not None and content:
            return Reported(saying, source, spans_of(verb.doc, content), relay=relay)
    return None


def _noun(noun: Token, words: Words) -> Reported | None:
    clause = that_clause(noun)
    if clause is None:
        return None
    content = spans_of(noun.doc, (token.i for token in clause.subtree))
    source = child(noun, "poss")
    governor = noun.head
    if noun.dep_ == "pobj" and governor.dep_ == "prep" and is_cue(governor.head, words):
        return Reported(governor.head, subject(governor.head), content)
    if source is None and noun.dep_ in {"dobj", "attr", "oprd"} and governor.pos_ == "VERB":
        lemma = governor.lemma_.lower()
        if lemma in _LIGHT or lemma in words.cues:
            source = subject(governor) or _agent(governor)
    if source is not None and source.pos_ == "PRON" and noun.dep_ == "dobj":
        source = subject(governor) or source
    source = source or _agent(noun) or _by(noun) or _issuer(noun)
    return Reported(noun, source, content)


def _according(doc: Doc, words: Words, quoted: set[int]) -> Iterator[Reported]:
    phrases = re.compile("|".join(map(re.escape, words.according)), re.IGNORECASE)
    done: set[int] = set()
    for match in phrases.finditer(text_of(doc)):
        piece = doc.char_span(*match.span())
        if piece is None or piece[-1].i in quoted:
            continue
        named = child(piece[-1], "pobj")
        if named is not None and named.sent.start not in done:
            done.add(named.sent.start)
            taken = {t.i for t in piece} | {t.i for t in named.subtree}
            rest = {t.i for t in named.sent} - taken
            yield Reported(piece[0], named, spans_of(doc, rest))


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


def addressee(verb: Token) -> Token | None:
    """Who was told: *told Reuters*, *assured the council*."""
    if verb.lemma_.lower() not in {"tell", "inform", "assure", "warn", "remind"}:
        return None
    return child(verb, "dobj") or child(verb, "dative")


def _issuer(noun: Token) -> Token | None:
    """*A Pentagon report that ...*."""
    return next((t for t in noun.lefts if t.dep_ == "compound" and t.pos_ == "PROPN"), None)


def _by(noun: Token) -> Token | None:
    """*The demand by Paris that ...*."""
    by = child(noun, "prep", "by")
    return child(by, "pobj") if by is not None else None


def _agent(verb: Token) -> Token | None:
    by = child(verb, "agent")
    return child(by, "pobj") if by is not None else None
