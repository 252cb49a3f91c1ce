"""Claims made by phrases: *without, thanks to, no way other than, under pressure*."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from spacy.tokens import Span, Token

from volteface.coding.claims.found import Found, has_modal, is_negated, subtree
from volteface.coding.claims.markers import Markers, any_of, markers
from volteface.records import Direction

_ONLY = re.compile(
    r"\b(?:no|only|sole)\s+(?:other\s+|political\s+|possible\s+|real\s+|viable\s+)*"
    r"(?:way|means|path|road|route|alternative|option|solution|answer|exit|thing)\b",
    re.IGNORECASE,
)
_BUT = re.compile(r"\b(?:other than|but|except|apart from|save)\b", re.IGNORECASE)
_FACING = frozenset({"before", "by", "from", "in", "to", "under"})
_SAID_OF = frozenset({"acomp", "attr", "ccomp", "nsubj", "xcomp"})
_NEAR = 3
"""Words above a verb that can deny it."""


def of_phrases(sentence: Span, known: Markers) -> Iterator[Found]:
    """The claims that prepositions and set phrases of a sentence make."""
    text = sentence.text
    if _causes().search(text):
        yield from _because_of(sentence)
    if _cases().search(text):
        yield from _in_case(sentence, known)
    if _whatever().search(text):
        yield from _whatever_else(sentence)
    if _lacks().search(text):
        yield from _without(sentence, known)
    if _ONLY.search(text):
        yield from _only_way(sentence)
    for token in sentence:
        if token.lemma_.lower() in known.yielding and token.pos_ in {"VERB", "NOUN"}:
            yield from _under_pressure(token, known)


@cache
def _causes() -> re.Pattern[str]:
    return any_of(markers().because_of)


@cache
def _cases() -> re.Pattern[str]:
    return any_of(markers().cases)


@cache
def _whatever() -> re.Pattern[str]:
    return any_of(markers().whatever)


@cache
def _lacks() -> re.Pattern[str]:
    return any_of(markers().without)


def _because_of(sentence: Span) -> Iterator[Found]:
    for head, governor in _led(sentence, _causes()):
        joint = _at(sentence, _causes())
        rest = subtree(governor) - subtree(head) - joint
        direction: Direction = "prevents" if is_negated(governor) else "brings"
        yield Found(subtree(head), rest, direction, 2, joint)


def _in_case(sentence: Span, known: Markers) -> Iterator[Found]:
    for head, governor in _led(sentence, _cases()):
        denied = is_negated(governor) or _is_impossible(governor, known)
        joint = _at(sentence, _cases())
        rest = subtree(governor) - subtree(head) - joint
        yield Found(subtree(head), rest, "prevents" if denied else "brings", 1, joint)


def _whatever_else(sentence: Span) -> Iterator[Found]:
    """*No matter what the West says*: up to the next comma; the rest is what does not change."""
    match = _whatever().search(sentence.text)
    assert match is not None, "searched for before"
    before = sentence.text[: match.start()].rstrip()
    if match.group().lower() == "whatever" and before and before[-1].isalnum():
        return
    start = sentence.start_char + match.start()
    end = sentence.text.find(",", match.end())
    last = sentence.start_char + end if end >= 0 else sentence.end_char
    condition = frozenset(t.i for t in sentence if start <= t.idx < last and t.pos_ != "PUNCT")
    rest = frozenset(t.i for t in sentence if t.pos_ != "PUNCT") - condition
    if condition and rest:
        yield Found(condition, rest, "none", 1)


def _is_impossible(verb: Token, known: Markers) -> bool:
    near = (verb, *verb.children)
    return any(t.lemma_.lower() in known.impossible and t.lower_ != "possible" for t in near)


def _without(sentence: Span, known: Markers) -> Iterator[Found]:
    for head, governor in _led(sentence, _lacks()):
        denied = is_negated(governor) or _is_impossible(governor, known)
        if denied or has_modal(governor):
            joint = _at(sentence, _lacks())
            rest = subtree(governor) - subtree(head) - joint
            yield Found(subtree(head), rest, "brings" if denied else "prevents", 1, joint)


def _led(sentence: Span, pattern: re.Pattern[str]) -> Iterator[tuple[Token, Token]]:
    """What a phrase leads to, and the verb that it hangs on."""
    for match in pattern.finditer(sentence.text):
        piece = _piece(sentence, match)
        head = _object(piece[-1], sentence)
        if head is None or _leads_to_verb(piece[-1]):
            continue
        taken = subtree(head) | {t.i for t in piece}
        above = (t for t in piece[-1].ancestors if t.pos_ in {"AUX", "VERB"} and t.i not in taken)
        governor = next(above, None)
        if governor is not None:
            yield head, governor


def _leads_to_verb(last: Token) -> bool:
    """*Due to arrive*: no reason."""
    return last.i + 1 < len(last.doc) and last.nbor().tag_ == "VB"


def _object(last: Token, sentence: Span) -> Token | None:
    """The object of a phrase's last word, also where the parse hangs it elsewhere."""
    below = (t for t in last.subtree if t.i > last.i and t.dep_ in {"attr", "pcomp", "pobj"})
    behind = (t for t in sentence if t.i > last.i and t.pos_ in {"NOUN", "PROPN"})
    return next(below, None) or next(behind, None)


def _at(sentence: Span, pattern: re.Pattern[str]) -> frozenset[int]:
    """The tokens of the phrases themselves."""
    matches = pattern.finditer(sentence.text)
    return frozenset(t.i for found in matches for t in _piece(sentence, found))


def _piece(sentence: Span, found: "re.Match[str]") -> Span:
    """The tokens that a match in the sentence's text touches."""
    start, end = (sentence.start_char + at for at in found.span())
    piece = sentence.doc.char_span(start, end, alignment_mode="expand")
    assert piece is not None, "a match touches a token"
    return piece


def _only_way(sentence: Span) -> Iterator[Found]:
    """*No way out other than talks*, *the only way to peace is talks*."""
    match = _ONLY.search(sentence.text)
    assert match is not None, "searched for before"
    noun = _piece(sentence, match)[-1]
    other = _BUT.search(sentence.text, match.end())
    if other is not None:
        joint = frozenset(t.i for t in _piece(sentence, other))
        condition = frozenset(t.i for t in sentence if t.i > max(joint) and t.pos_ != "PUNCT")
        rest = subtree(noun) - condition - joint
        if condition and rest:
            yield Found(condition, rest, "brings", 1, joint)
        return
    verb = noun.head
    beside = [t for t in verb.children if t.dep_ in _SAID_OF and t != noun]
    if verb.lemma_ == "be" and beside and not is_negated(verb):
        yield Found(subtree(beside[-1]), subtree(noun), "brings", 1)


def _under_pressure(token: Token, known: Markers) -> Iterator[Found]:
    """*Will not bow to pressure*: what makes no difference."""
    verbs = (t for t in (token, *token.ancestors) if t.pos_ in {"AUX", "VERB"})
    verb = next(verbs, token)
    chain = [verb, *islice(verb.ancestors, _NEAR)]
    denied = any(is_negated(t) for t in chain if t.pos_ in {"ADJ", "AUX", "VERB"})
    if not denied and not any(c.lower_ == "hardly" for t in chain for c in t.children):
        return
    for preposition in token.subtree:
        if preposition.dep_ == "prep" and preposition.lower_ in _FACING:
            for led in preposition.children:
                if led.dep_ == "pobj" and led.lemma_.lower() in known.pressures:
                    yield Found(subtree(led), subtree(verb) - subtree(preposition), "none", 1)
