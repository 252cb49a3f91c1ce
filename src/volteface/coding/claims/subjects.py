"""What a verb of cause names as the cause: a thing, seldom somebody who acts."""

from collections.abc import Callable

from spacy.tokens import Token

from volteface.coding.grammar import subject
from volteface.records import Direction

SUBJECTS = frozenset({"csubj", "nsubj", "nsubjpass"})
"""How the parse marks subjects."""
PERSONS = frozenset(
    {
        "anybody",
        "anyone",
        "everybody",
        "everyone",
        "he",
        "i",
        "it",
        "nobody",
        "one",
        "she",
        "somebody",
        "they",
        "we",
        "who",
        "you",
    }
)
"""Words for somebody not named, and *it*, of which the sentence does not say what it is."""
_TERMS = frozenset(
    {"accord", "agreement", "bill", "clause", "deal", "decree", "draft", "law", "mandate", "plan"}
    | {"proposal", "resolution", "treaty"}
)
_GRANTING = frozenset({"allow", "enable", "give", "leave", "let", "oblige", "require"})
"""What the terms of an agreement do is what they say, not what comes of it."""
_MAY = frozenset({"can", "could", "may", "might"})
_CLAUSES = frozenset({"acl", "advcl", "conj", "relcl", "xcomp"})

IsActor = Callable[[Token], bool]
"""Whether a token names somebody who acts; what an actor does is an event, not a cause."""


def causing(verb: Token, effect: Direction, is_actor: IsActor) -> Token | None:
    """The head of what brings the verb's effect about; None where the verb tells a deed.

    Args:
        verb: A verb of cause.
        effect: What it says its subject does.
        is_actor: What an actor does is an event, unless it only *could raise* or *lower* something.
    """
    cause = subject(verb) or _aside(verb)
    if cause is None or (cause.lower_ in PERSONS and not _stands_for_a_thing(cause, is_actor)):
        return None
    if cause.lower_ in {"which", "that"} and verb.dep_ == "relcl":
        cause = verb.head
    means = verb.lemma_ == "mean" and cause.lower_ in {"that", "this"}
    if means or (verb.lemma_ in _GRANTING and cause.lemma_.lower() in _TERMS):
        return None
    own = any(t.dep_ in SUBJECTS for t in verb.children)
    may = effect in {"raises", "lowers"} and any(t.lower_ in _MAY for t in verb.children)
    told = is_actor(cause) and not may
    return None if told or (not own and verb.dep_ not in _CLAUSES) else cause


def _stands_for_a_thing(pronoun: Token, is_actor: IsActor) -> bool:
    """Whether *it* takes up the subject before, and that is a thing and not somebody."""
    if pronoun.lower_ != "it" or pronoun.head.dep_ == "ccomp":
        return False
    above = [t for t in pronoun.head.ancestors if pronoun.head.dep_ == "conj"]
    start = pronoun.sent.start
    tops = [*above, *([pronoun.doc[start - 1].sent.root] if start else [])]
    for top in tops:
        before = next((t for t in top.children if t.dep_ in SUBJECTS), None)
        if before is not None and before.lower_ != "it":
            return before.pos_ == "NOUN" and not is_actor(before)
    return False


def _aside(verb: Token) -> Token | None:
    """The subject of the clause before: *the war is costly, takes lives and risks friendships*."""
    top = verb
    while top.dep_ == "conj":
        top = top.head
    before = (t for t in top.lefts if t.dep_ == "ccomp")
    return next((s for t in before for s in t.children if s.dep_ == "nsubj"), None)
