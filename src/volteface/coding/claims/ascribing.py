"""Causes given by name: *blames it on, owes it to, is to blame for, that is why*."""

from collections.abc import Iterator

from spacy.tokens import Token

from volteface.coding.claims.found import Found, is_negated, subtree
from volteface.coding.claims.markers import Markers
from volteface.coding.grammar import subject
from volteface.records import Direction

_SUBJECTS = frozenset({"csubj", "nsubj", "nsubjpass"})
_POINTING = frozenset({"that", "this", "which"})
_LINKS = frozenset({"prep", "prt"})
_NOBODY = frozenset({"i", "one", "we", "you"})
_OWING = frozenset({"owe"})
_BEARING = frozenset({"bear", "carry", "have", "share"})
_ROCKS = frozenset({"founder", "stumble"})
"""Verbs that say *on* where others say *over*."""
_RANK = 3


def of_ascription(verb: Token, known: Markers) -> Iterator[Found]:
    """What a verb traces back to what."""
    lemma = verb.lemma_.lower()
    link, particle = known.ascribing.get(lemma, (None, None))
    if link is not None and (particle is None or _has(verb, particle)):
        yield from _ascribed(verb, link, known)
    if lemma in known.failing:
        yield from _failed(verb)
    if lemma in _BEARING:
        yield from _borne(verb, known)
    if lemma == "be":
        yield from _explained(verb, known)


def _ascribed(verb: Token, link: str, known: Markers) -> Iterator[Found]:
    """*Blamed the hunger on the siege*; *blamed the rebels for it*."""
    what = next((t for t in verb.children if t.dep_ in {"dobj", "nsubjpass"}), None)
    others = [t for t in _behind(verb, link) if t != what]
    if what is None or not others or what.lower_ in _NOBODY:
        return
    other = others[-1]
    direction: Direction = "none" if is_negated(verb) else "brings"
    if link == "for":
        yield Found(subtree(what, [other]), subtree(other), direction, _RANK)
        return
    if what.lemma_.lower() in known.deeds:
        return
    if what.tag_ == "WDT":
        what = verb.head
    effect = subtree(what, [verb]) if verb in what.subtree else subtree(what)
    effect = effect - subtree(other)
    if verb.lemma_ in _OWING:
        owner = subject(verb)
        effect = effect | (subtree(owner, [verb]) if owner is not None else frozenset())
    yield Found(subtree(other), effect, direction, _RANK)


def _borne(verb: Token, known: Markers) -> Iterator[Found]:
    """*The rebels bear most of the blame for it*."""
    holder = subject(verb)
    for noun in verb.children:
        done = _behind(noun, "for") if noun.dep_ == "dobj" else []
        if holder is not None and done and noun.lemma_.lower() in known.borne:
            direction: Direction = "none" if is_negated(verb) else "brings"
            yield Found(subtree(holder, [verb]), subtree(done[0]), direction, _RANK)


def _failed(verb: Token) -> Iterator[Found]:
    """*The talks collapsed over the border*, *broke down because they could not agree*."""
    failed = next((t for t in verb.children if t.dep_ in _SUBJECTS), None)
    for cause in _behind(verb, "on" if verb.lemma_ in _ROCKS else "over"):
        dated = cause.ent_type_ in {"CARDINAL", "DATE", "TIME"}
        if failed is not None and not dated and failed.pos_ != "PRON":
            yield Found(subtree(cause), subtree(verb) - subtree(cause), "prevents", _RANK)
            return


def _explained(verb: Token, known: Markers) -> Iterator[Found]:
    """*Is to blame for*, *is responsible for*, *the reason is*, *that is why*."""
    first = next((t for t in verb.children if t.dep_ in _SUBJECTS), None)
    if first is None or first.lower_ in _NOBODY:
        return
    direction: Direction = "none" if is_negated(verb) else "brings"
    for word in verb.children:
        at_fault = word.lower_ in known.guilty or any(
            t.lower_ in known.guilty for t in word.children if word.dep_ == "prep"
        )
        done = _behind(word, "for") or _behind(verb, "for")
        if at_fault and done and word.i > verb.i:
            yield Found(subtree(first), subtree(done[0]), direction, _RANK)
            return
    after = next((t for t in verb.children if t.dep_ in {"attr", "ccomp"} and t.i > verb.i), None)
    if after is None:
        return
    empty = any(t.lower_ == "it" for t in after.children)
    if first.lower_ in _POINTING and after.left_edge.lower_ == "why" and not empty:
        yield Found(subtree(first), subtree(after), direction, _RANK)
    elif first.lemma_.lower() in known.explaining and first.i < verb.i:
        told = first.doc[first.i + 1].lower_ if first.i + 1 < len(first.doc) else ""
        if told != "given":
            yield Found(subtree(after), subtree(first), "brings", _RANK)


def _has(verb: Token, particle: str) -> bool:
    return any(t.lower_ == particle and t.dep_ in {"advmod", "prt"} for t in verb.children)


def _behind(verb: Token, link: str) -> list[Token]:
    """What stands behind a preposition of the verb, or of its object where the parse says so."""
    tops = [verb, *(t for t in verb.children if t.dep_ in {"dobj", "prt"})]
    links = [
        t
        for top in tops
        for t in top.children
        if t.lower_ == link and t.dep_ in _LINKS and t.i > verb.i
    ]
    return [t for one in links for t in one.children if t.dep_ in {"pcomp", "pobj"}]
