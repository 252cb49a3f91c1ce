"""A claim as a sentence makes it: which words are the condition, which the consequence."""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from volteface.records import Direction


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens of condition and consequence by index, and what the one does to the other.

    ``rank`` orders claims of the same words: the most explicit form, the lowest number, counts.
    ``joint`` are the words that join the two (*unless*, *if not for*) and belong to neither.
    """

    condition: frozenset[int]
    consequence: frozenset[int]
    direction: Direction
    rank: int
    joint: frozenset[int] = frozenset()

    @property
    def tokens(self) -> frozenset[int]:
        """Everything that makes the claim."""
        return self.condition | self.consequence


def subtree(token: Token, without: Iterable[Token] = ()) -> frozenset[int]:
    """The token with what hangs on it, less some of its parts."""
    cut = {t.i for part in without for t in part.subtree}
    return frozenset(t.i for t in token.subtree if t.i not in cut)


def is_negated(verb: Token) -> bool:
    """*Not*, *never*, *hardly*, *no X will*."""
    if any(
        t.dep_ == "neg" or t.lower_ in {"hardly", "never", "nor", "scarcely"} for t in verb.children
    ):
        return True
    subjects = [t for t in verb.children if t.dep_ in {"nsubj", "nsubjpass"}]
    return any(
        s.lower_ in {"nobody", "none", "nothing"}
        or any(d.lower_ in {"no", "neither"} for d in s.lefts)
        for s in subjects
    )


def has_modal(verb: Token) -> bool:
    """*Will, would, could, may, can, must*, and *is going to*."""
    return any(t.tag_ == "MD" for t in verb.children)


def is_present(verb: Token) -> bool:
    """Told as holding now or always, not as something that happened."""
    while verb.dep_ == "xcomp" and verb.head.pos_ in {"VERB", "AUX"}:
        verb = verb.head
    helpers = [t for t in verb.children if t.dep_ in {"aux", "auxpass"}]
    first = helpers[0] if helpers else verb
    return first.tag_ in {"MD", "VBP", "VBZ"}
