"""Whether the words of a cue belong together in grammar, and not only in order.

*He will send his minister, where the soldier was tried* holds *send ... soldier* in order; the
second word stands in a clause of its own, with a subject of its own.
"""

from collections.abc import Collection, Iterable

from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_MODIFYING = frozenset({"relcl", "acl", "advcl"})
_INFINITE = frozenset({"VB", "VBG", "VBN"})
_TURNING = frozenset({"off", "down", "away"})


def _own_subject(verb: Token, inside: Collection[int]) -> bool:
    """Whether the verb has a subject that is no part of the cue."""
    return any(
        child.dep_ in _SUBJECTS and not any(t.i in inside for t in child.subtree)
        for child in verb.children
    )


def _passes(child: Token, inside: Collection[int]) -> bool:
    """Whether a cue may reach across the edge from a word to its head."""
    if child.dep_ == "parataxis":
        return False
    if child.dep_ in _MODIFYING:
        loose = child.tag_ in _INFINITE and not _own_subject(child, inside)
        return loose or child.head.i in inside
    if child.dep_ == "ccomp":
        return child.head.i in inside or not _own_subject(child, inside)
    return child.dep_ != "conj" or not _own_subject(child, ())


def _linked(one: Token, other: Token, inside: Collection[int]) -> bool:
    above = {one.i, *(t.i for t in one.ancestors)}
    token = other
    while token.i not in above:
        if token.head.i == token.i or not _passes(token, inside):
            return False
        token = token.head
    meeting, token = token.i, one
    while token.i != meeting:
        if not _passes(token, inside):
            return False
        token = token.head
    return True


def linked(left: Iterable[Token], right: Iterable[Token]) -> bool:
    """Whether two parts of a cue stand in one clause, or one in the complement of the other.

    Text that was not parsed is believed.
    """
    left, right = tuple(left), tuple(right)
    if not left[0].doc.has_annotation("DEP"):
        return True
    inside = {t.i for t in (*left, *right)}
    return any(_linked(one, other, inside) for one in left for other in right)


def changed_by_particle(verb: Token, inside: Collection[int]) -> bool:
    """Whether a particle that the cue lacks makes another verb of it: *call off*, *back away*."""
    return any(
        child.i not in inside
        and child.lower_ in _TURNING
        and (child.dep_ == "prt" or (child.dep_ == "advmod" and child.i == verb.i + 1))
        for child in verb.children
    )


def is_attribute(token: Token) -> bool:
    """A participle that only describes a noun: *armed groups*."""
    return token.dep_ == "amod" and token.lower_.endswith(("ed", "en", "ing"))
