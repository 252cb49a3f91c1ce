"""Whether a phrase is about what one actor does, where an issue is about that actor's conduct."""

from collections.abc import Iterable, Mapping

from spacy.tokens import Doc, Token

from volteface.coding import holding_words as words
from volteface.coding.holding import doer
from volteface.coding.scope import topmost

_NEAR = frozenset({"poss", "amod", "compound", "nmod", "appos"})


def _actors_at(token: Token, named: Mapping[int, str]) -> set[str]:
    near = (token, *(c for c in token.children if c.dep_ in _NEAR))
    return {named[t.i] for t in near if t.i in named}


def is_conduct_of(
    subject: str, doc: Doc, tokens: Iterable[int], named: Mapping[int, str], actor: str | None
) -> bool:
    """Whether ``subject`` does what a phrase says.

    The subject is named in the phrase, or is its doer or owner; where nobody is, the speaker is
    taken to mean himself.

    Args:
        subject: Id of the actor whose conduct the issue is about.
        doc: Parsed text.
        tokens: Indices of the phrase's tokens.
        named: The actor named at each token that names one.
        actor: Whose position is described.
    """
    inside = tuple(tokens)
    own = set().union(*(_actors_at(doc[i], named) for i in inside))
    if subject in own:
        return True
    top = topmost(doc, inside)
    for word in (top, *top.ancestors):
        who = doer(word)
        if who is None:
            continue
        actors = _actors_at(who, named)
        if actors:
            return subject in actors
        if who.lower_ in words.OWN | words.SPEAKERS:
            break
    return actor == subject and not own - {subject}
