"""To whom an act answers that names nobody: *condemned the attack*, *turned the offer down*."""

from collections.abc import Sequence

from spacy.tokens import Token

from volteface.coding.events.arguments import antecedent, objects
from volteface.coding.events.codebook import Codebook
from volteface.coding.events.joining import Told
from volteface.records import EventType

_FAR = 8
"""How many events back one is still spoken of."""
_DEFINITE = frozenset({"his", "its", "that", "the", "their", "these", "this", "such", "both"})
_JUDGED: frozenset[EventType] = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
_ASKED: frozenset[EventType] = frozenset({"AGREE", "REQUEST", "THREATEN"})
_DONE: frozenset[EventType] = frozenset({"ACCUSE", "ASSAULT", "COERCE", "SANCTION", "THREATEN"})
_ANSWERS: dict[EventType, frozenset[EventType]] = {"REJECT": _ASKED, "THREATEN": _DONE}
"""What is refused was asked for, and what is retaliated was suffered."""

Actors = tuple[str, ...]


def answered(
    told: Sequence[Told], type_: EventType, trigger: Token, actors: Actors, book: Codebook
) -> Actors:
    """The actors of the event told before that this one speaks of or answers.

    Args:
        told: What the report told before, in order.
        type_: The type of the event that names no recipient.
        trigger: The word that names it.
        actors: Who does it.
        book: Which nouns name which types.
    """
    earlier = [
        one for one in reversed(told[-_FAR:]) if one.actors and not set(one.actors) & set(actors)
    ]
    if type_ in _JUDGED:
        for head in objects(trigger):
            types = _spoken_of(antecedent(head), book)
            if types is not None:
                return next((one.actors for one in earlier if one.type in types), ())
    wanted = _ANSWERS.get(type_, frozenset())
    return next(
        (o.actors for o in earlier if o.type in wanted and set(o.recipients) & set(actors)), ()
    )


def _spoken_of(head: Token, book: Codebook) -> frozenset[EventType] | None:
    """Types of the event that an object points back to, None where it points to none."""
    lemma = head.lemma_.lower()
    if not any(t.lower_ in _DEFINITE for t in head.lefts):
        return None
    for kind, types in book.spoken_of.items():
        if lemma in book.kinds[kind]:
            return types
    return frozenset({book.nouns[lemma].type}) if lemma in book.nouns else None
