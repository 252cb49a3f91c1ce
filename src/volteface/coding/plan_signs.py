"""Signs that given words are of a plan which others promote, or are what a plan says."""

from collections.abc import Iterator

from volteface.coding.given_words import Seen, is_plan
from volteface.coding.register_words import GOING_ROUND, PROMOTED, REPORTED
from volteface.coding.sign_words import HEARSAY, INDEFINITE, SPREADING, TERMS

_GIVING = {"nsubj", "nsubjpass", "pobj"}


def plan_signs(seen: Seen) -> Iterator[str]:
    """Signs in the words, beside them and in the sentence before."""
    yield from _within(seen)
    yield from _near(seen)


def _within(seen: Seen) -> Iterator[str]:
    """Signs that a plan goes round, in what is told of it."""
    for name, pattern in (
        ("going round", GOING_ROUND),
        ("promoted", PROMOTED),
        (f"spread, {seen.source}", REPORTED),
        ("hearsay", HEARSAY),
        ("terms", TERMS),
    ):
        if pattern.search(seen.text):
            yield name
    plans = [t for t in seen.tokens if is_plan(t)]
    if seen.lemmas & SPREADING:
        yield "plan that spreads" if plans else "spreads"
    if any(t.lower_ in INDEFINITE for plan in plans for t in plan.children):
        yield "some plan"
    if any(is_plan(t) for t in (seen.subject, None if seen.verb else seen.top) if t is not None):
        yield "of a plan"
    if plans:
        yield "plan would" if "would" in seen.lower else "plan"


def _near(seen: Seen) -> Iterator[str]:
    """Signs that a plan is spoken of beside the words, which may be its own."""
    within = any(is_plan(t) for t in seen.tokens)
    beside = [t for t in seen.beside if is_plan(t)]
    if any(t.dep_ in _GIVING for t in beside):
        yield "by a plan"
    elif beside and not within:
        yield "plan beside"
    if not within and seen.source != "party" and any(is_plan(t) for t in seen.before):
        yield "plan before, would" if "would" in seen.lower else "plan before"
