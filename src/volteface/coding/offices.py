"""Who holds the office that a phrase names: *the Malian foreign minister* on that day."""

from spacy.tokens import Token

from volteface.case.lookup import office_holders
from volteface.case.schema import Case, Office, Person
from volteface.coding.words import Words
from volteface.records import DateInterval

_OF_TITLES = {"ADJ", "NOUN", "PROPN", "VERB"}


def main_title(office: Office) -> str:
    """The first of the titles by which reports call the office."""
    return office.title.split(" / ")[0]


def title_of(head: Token) -> list[str]:
    """The noun with the words that make it a title, in lower case: *deputy foreign minister*."""
    first = head.i
    while first > head.left_edge.i and head.doc[first - 1].pos_ in _OF_TITLES:
        first -= 1
    return [t.lower_ for t in head.doc[first : head.i + 1]]


def office_holder(
    case: Case, head: Token, actor: str, on: DateInterval | None, words: Words
) -> tuple[Person, Office] | None:
    """The one person who held that title for the actor on some day of ``on``.

    Words before the title may be dropped (*Malian foreign minister*), not those that make it
    another office (*deputy*). None where nobody or more than one held it, or without a date.
    """
    if on is None:
        return None
    title = title_of(head)
    for start in range(len(title)):
        if start and title[start - 1] in words.below | words.former:
            return None
        holders = office_holders(case, " ".join(title[start:]), actor, on)
        if len(holders) == 1:
            return holders[0]
    return None
