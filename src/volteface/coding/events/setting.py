"""When and where an event was, as far as its sentence says."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from volteface.coding.calendar_words import CALENDAR
from volteface.coding.events.arguments import objects
from volteface.coding.said_on import said_by_default
from volteface.records import DateInterval, Mode, Span

_SURE = frozenset({"around", "at", "in", "inside", "near", "outside", "over"})
_PLACE_LINKS = _SURE | {"from", "into", "through", "to", "toward", "towards"}
_YET_TO_COME: frozenset[Mode] = frozenset({"future", "hypothetical"})

Dates = Sequence[tuple[int, DateInterval]]


def when(
    dates: Dates, clause: Span, sentence: Span, mode: Mode, published: DateInterval | None
) -> DateInterval | None:
    """The date in the clause, else in the sentence before it, else the week to publication.

    What is yet to come or merely possible has a date only where its clause names one in the past.
    """
    if mode in _YET_TO_COME:
        return None
    own = [found for at, found in dates if clause[0] <= at < clause[1]]
    if own:
        return own[0]
    around = [found for at, found in dates if sentence[0] <= at < sentence[1]]
    return around[0] if around else said_by_default(published)


def place(head: Token, clause: Span, names: Iterable[Span]) -> str | None:
    """The place that the event's words name, in the text's words: *Konna*, *Donetsk airport*.

    What hangs on the verb itself comes before what stands further down, and a place in which
    something was before one to which something went.

    Args:
        head: The verb or noun that names the event.
        clause: Offsets of its clause.
        names: Offsets of the names that stand for those who take part.
    """
    taken = tuple(names)
    found = [
        (token.lower_ not in _SURE, token.head != head, led)
        for token in head.subtree
        if token.dep_ == "prep"
        and token.lower_ in _PLACE_LINKS
        and clause[0] <= token.idx < clause[1]
        for led in token.children
        if led.dep_ == "pobj" and _is_place(led, taken)
    ]
    if found:
        return _phrase(min(found, key=lambda f: f[:2])[2])
    named = (t for t in objects(head) if t.pos_ == "PROPN" and _is_place(t, taken))
    return next((_phrase(t) for t in named), None)


def _is_place(token: Token, taken: tuple[Span, ...]) -> bool:
    names = [t for t in (token, *token.lefts) if t.pos_ == "PROPN" and t.lower_ not in CALENDAR]
    return bool(names) and not any(start <= token.idx < end for start, end in taken)


def _phrase(token: Token) -> str:
    """The noun with the words before it, without an article."""
    first = token
    for left in token.lefts:
        if left.dep_ in {"compound", "amod", "nmod"} and left.pos_ in {"PROPN", "ADJ", "NOUN"}:
            first = left
            break
    return token.doc[first.i : token.i + 1].text
