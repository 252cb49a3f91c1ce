"""For whom does a noun act: *Russian troops* are Russia's doing, *Russian farmers* are not."""

from collections.abc import Iterator

from spacy.tokens import Token

from volteface.coding.naming import Named, at_token
from volteface.coding.words import Words

_OWNERS = {"amod", "compound", "nmod", "poss"}


def acts_for(item: Named, head: Token, words: Words) -> bool:
    """Whether the name, standing before the head, is the one for whom the head acts or speaks.

    Rebels, the opposition and people who left office share a state's adjective and act against
    it or for themselves; fighters act for the party whose they are.
    """
    if item.mention.start <= head.idx < item.mention.end:
        return True
    around = {t.lemma_.lower() for t in (head, *head.lefts)}
    if head.lemma_.lower() in words.private or around & words.former:
        return False
    return item.party or not around & words.irregulars


def owner(head: Token, names: list[Named], words: Words) -> Named | None:
    """The actor that the head names or belongs to, None where it acts for nobody known."""
    return next(owners(head, names, words), None)


def owners(head: Token, names: list[Named], words: Words) -> Iterator[Named]:
    """The head's own name, then those before it for whom it acts."""
    for token in (head, *(t for t in head.children if t.dep_ in _OWNERS)):
        found = at_token(names, token)
        if found is not None and found.mention.actor is not None and acts_for(found, head, words):
            yield found
