"""A name beside what somebody is: *a housewife, Umm Khaled*; *gave his name as Oleg*."""

from collections.abc import Iterator

from spacy.tokens import Token

_CLAUSES = {"acl", "advcl", "relcl"}
_NAMING = {"herself", "himself", "identify"}
_NEAR = 5


def beside(head: Token) -> Iterator[Token]:
    """Names in apposition behind a noun.

    The parser hangs *a captain held in Kyiv, Yevgeny Ruzhin* on the town; a single word there may
    be a town as well and does not count.
    """
    for token in head.subtree:
        behind = token.i > head.i and token.pos_ == "PROPN" and token.text[0].isupper()
        if not behind or token.dep_ != "appos":
            continue
        aside = token.doc[token.left_edge.i - 1].text == ","
        told = any(t.dep_ in _CLAUSES for t in _between(token, head))
        if token.head == head or (aside and (not told or token.left_edge != token)):
            yield token


def gave_name(head: Token) -> Token | None:
    """*A soldier, who gave his name only as Oleg*, *her first name, Ana*."""
    for token in head.sent:
        naming = token.lower_ == "name" or token.lemma_.lower() in _NAMING
        if token.i <= head.i or not naming:
            continue
        for name in token.doc[token.i + 1 : token.i + _NEAR]:
            if name.pos_ == "PROPN" and name.text[0].isupper():
                before = name.doc[name.i - 1].lower_
                return name if before in {"as", ",", "name"} else None
    return None


def _between(token: Token, head: Token) -> Iterator[Token]:
    """The heads from a token up to another, that one left out."""
    for above in (token, *token.ancestors):
        if above == head:
            return
        yield above
