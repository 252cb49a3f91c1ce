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
        rest = subtree(governor) - subtree(head)
        direction: Direction = "prevents" if is_negated(governor) else "brings"
        yield Found(subtree(head), _cut(rest, sentence, _causes()), direction, 2)


def _in_case(sentence: Span, known: Markers) -> Iterator[Found]:
    for head, governor in _led(sentence, _cases()):
        denied = is_negated(governor) or _is_impossible(governor, known)
        rest = _cut(subtree(governor) - subtree(head), sentence, _cases())
        yield Found(subtree(head), rest, "prevents" if denied else "brings", 1)


def _whatever_else(sentence: Span) -> Iterator[Found]:
    """*No matter what the West says*: up to the next comma; the rest is what does not change."""
    match = _whatever().search(sentence.text)
    assert match is not None, "searched for before"
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
            rest = _cut(subtree(governor) - subtree(head), sentence, _lacks())
            yield Found(subtree(head), rest, "brings" if denied else "prevents", 1)


def _led(sentence: Span, pattern: re.Pattern[str]) -> Iterator[tuple[Token, Token]]:
    """What a phrase leads to, and the verb that it hangs on."""
    doc = sentence.doc
    for match in pattern.finditer(sentence.text):
        start = sentence.start_char + match.start()
        piece = doc.char_span(start, sentence.start_char + match.end(), alignment_mode="expand")
        if piece is None:
            continue
        last = piece[-1]
        head = next((t for t in last.children if t.dep_ in {"pobj", "pcomp", "attr"}), None)
        if head is None:
            head = next(
                (t for t in last.subtree if t.i > last.i and t.dep_ in {"pobj", "pcomp"}), None
            )
        if head is None and last.i + 1 < sentence.end:
            head = next(
                (t for t in doc[last.i + 1 : sentence.end] if t.pos_ in {"NOUN", "PROPN"}), None
            )
        if head is None:
            continue
        governor = next(
            (
                t
                for t in last.ancestors
                if t.pos_ in {"VERB", "AUX"}
                and t.i not in subtree(head)
                and t.i not in {p.i for p in piece}
            ),
            None,
        )
        if governor is not None:
            yield head, governor


def _cut(tokens: frozenset[int], sentence: Span, pattern: re.Pattern[str]) -> frozenset[int]:
    """The tokens without the words of the phrase itself."""
    taken: set[int] = set()
    for match in pattern.finditer(sentence.text):
        piece = sentence.doc.char_span(
            sentence.start_char + match.start(),
            sentence.start_char + match.end(),
            alignment_mode="expand",
        )
        taken |= {t.i for t in piece} if piece is not None else set()
    return tokens - taken


def _only_way(sentence: Span) -> Iterator[Found]:
    """*No way out other than talks*, *the only way to peace is talks*."""
    match = _ONLY.search(sentence.text)
    assert match is not None, "searched for before"
    doc = sentence.doc
    piece = doc.char_span(
        sentence.start_char + match.start(),
        sentence.start_char + match.end(),
        alignment_mode="expand",
    )
    if piece is None:
        return
    noun = piece[-1]
    other = _BUT.search(sentence.text, match.end())
    if other is not None:
        at = sentence.start_char + other.end()
        condition = frozenset(t.i for t in sentence if t.idx >= at and t.pos_ != "PUNCT")
        rest = frozenset(t.i for t in noun.subtree) - condition
        if condition and rest:
            yield Found(condition, rest, "brings", 1)
        return
    verb = noun.head
    if verb.lemma_ != "be":
        return
    beside = [
        t
        for t in verb.children
        if t.dep_ in {"attr", "nsubj", "ccomp", "xcomp", "acomp"} and t != noun
    ]
    if beside and not is_negated(verb):
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
