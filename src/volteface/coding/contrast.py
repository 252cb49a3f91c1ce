"""One thing set against another: *talks rather than troops* is for talks and against troops.

The parser hangs the second thing on anything, so that these few words are read in order.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from volteface.coding import scope_words as words

_REACH = 5
"""Words after a marker that still belong to the thing it sets aside."""
_BETWEEN = 10
"""Words that may stand between the two parts of *rather ... than* and *so much ... as*."""
_LESS = -0.5
"""On the first thing in *not so much X as Y*."""
_OPENS = frozenset({",", "and", "\u2013", "\u2014", "-", "--"})


def is_contrastive(negation: Token) -> bool:
    """*Victory, not a truce*; *not so much talks as a truce*: it leaves the word it hangs on."""
    doc, i = negation.doc, negation.i
    if doc[i + 1 : i + 3].text.lower() == "so much":
        return True
    after_comma = i > 0 and doc[i - 1].lower_ in _OPENS
    return after_comma and negation.head.i < i and negation.head.pos_ in {"NOUN", "PROPN"}


def _sets_aside(doc: Doc, i: int) -> bool:
    """Whether what follows token ``i`` is set aside by it and the words before it."""
    before = doc[i - 1].lower_ if i else ""
    word = doc[i].lower_
    if word == "than":
        return any(t.lower_ in {"rather", "sooner"} for t in doc[max(i - _BETWEEN, 0) : i])
    if word == "of":
        return before == "instead" or doc[max(i - 2, 0) : i].text.lower() == "in place"
    if word == "to":
        return doc[max(i - 2, 0) : i].text.lower() == "as opposed"
    return word == "not" and before in _OPENS and is_contrastive(doc[i])


def _first_of_two(doc: Doc, i: int, first: int) -> bool:
    """*So much X as Y*, *less a X than a Y*: whether ``first`` is in X, ``i`` the opening."""
    opening = doc[i : i + 2].text.lower()
    if opening not in {"so much", "less a", "less an"}:
        return False
    closing = "as" if opening == "so much" else "than"
    return any(t.lower_ == closing for t in doc[first : first + _BETWEEN]) and not any(
        t.lower_ == closing for t in doc[i:first]
    )


def contrast(doc: Doc, first: int) -> Iterator[tuple[Token, float]]:
    """The word that sets aside the phrase beginning at token ``first``, and its factor."""
    for i in range(first - 1, max(first - 1 - _REACH, -1), -1):
        token = doc[i]
        if _sets_aside(doc, i):
            marks = {"rather", "sooner", "instead", "place", "opposed"}
            earlier = doc[max(i - _BETWEEN, 0) : i]
            yield next((t for t in reversed(earlier) if t.lower_ in marks), token), words.ASIDE
            return
        if _first_of_two(doc, i, first):
            yield token, _LESS
            return
        if token.is_sent_start or token.is_punct or token.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
            return
