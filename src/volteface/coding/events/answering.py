"""To whom an act answers that names nobody: *condemned the attack*, *turned the offer down*."""

from collections.abc import Sequence

from spacy.tokens import Token

from volteface.coding.events.arguments import antecedent, asked, objects
from volteface.coding.events.codebook import Codebook
from volteface.coding.events.joining import Told
from volteface.records import EventType

_FAR = 8
"""How many events back one is still spoken of."""
_DEFINITE = frozenset({"his", "its", "that", "the", "their", "these", "this", "such", "both"})
_JUDGED: frozenset[EventType] = frozenset({"ACCUSE", "AGREE", "REJECT", "SUPPORT"})
_ASKED: frozenset[EventType] = frozenset({"AGREE", "REQUEST", "THREATEN"})
_DONE: frozenset[EventType] = frozenset({"ACCUSE", "ASSAULT", "COERCE", "SANCTION", "THREATEN"})
_ANSWERS: dict[EventType, frozenset[EventType]] = {
    "ACCUSE": _DONE,
    "AGREE": _ASKED,
    "REJECT": _ASKED | {"ACCUSE"},
    "THREATEN": _DONE,
}
"""What is refused was asked for, and what is retaliated was suffered."""

Actors = tuple[str, ...]


def pointed_at(told: Sequence[Told], type_: EventType, trigger: Token, book: Codebook) -> Actors:
    """The actors of the event told before that the act's object speaks of: *rejected the offer*.

    Args:
        told: What the report told before, in order.
        type_: The type of the act.
        trigger: The word that names it.
        book: Which nouns name which types.
    """
    heads = (*objects(trigger), *asked(trigger))
    for head in heads if type_ in _JUDGED else ():
        described = trigger.dep_ == "relcl" and antecedent(head) == trigger.head
        types = _spoken_of(antecedent(head), book, described=described)
        if types is not None:
            fits = (one.actors for one in _earlier(told) if one.type in types and one.actors)
            return next(fits, ())
    return ()


def answered(told: Sequence[Told], type_: EventType, actors: Actors) -> Actors:
    """The actors of the event told before that the act answers: what was asked is refused.

    Args:
        told: What the report told before, in order.
        type_: The type of the act.
        actors: Who does it.
    """
    wanted, mine = _ANSWERS.get(type_, frozenset()), set(actors)
    fits = (one for one in _earlier(told) if one.type in wanted and set(one.recipients) & mine)
    return next((one.actors for one in fits if not set(one.actors) & mine), ())


def _earlier(told: Sequence[Told]) -> Sequence[Told]:
    return told[: -_FAR - 1 : -1]


def _spoken_of(head: Token, book: Codebook, *, described: bool) -> frozenset[EventType] | None:
    """Types of the event that an object points back to, None where it points to none.

    ``described`` says that the act stands in a clause about it: *a charge that Kiev rejects*.
    """
    lemma = head.lemma_.lower()
    if not described and not any(t.lower_ in _DEFINITE for t in head.lefts):
        return None
    for kind, types in book.spoken_of.items():
        if lemma in book.kinds[kind]:
            return types
    return frozenset({book.nouns[lemma].type}) if lemma in book.nouns else None
