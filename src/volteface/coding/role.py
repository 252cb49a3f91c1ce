"""What somebody without a name is called: *a senior official*, without what merely describes."""

from spacy.tokens import Token

from volteface.coding.grammar import noun_phrase, text_of

_POSSESSIVE = {"her", "his", "its", "my", "our", "their", "your"}
_LINKING = {"at", "for", "from", "in", "of", "on", "to", "with"}
_ARTICLES = {"A", "An", "The"}


def short_phrase(head: Token) -> str:
    """The noun phrase up to the first clause, comma or adjective behind its noun.

    *A diplomat in Cairo* of *A diplomat in Cairo close to the talks, who ...*.
    """
    doc, last = head.doc, head
    while last.i + 2 < len(doc) and doc[last.i + 1].text == "-" and not doc[last.i + 1].whitespace_:
        last = doc[last.i + 2]
    for token in sorted({*head.rights, *last.rights}, key=lambda t: t.i):
        if token.i <= last.i:
            continue
        joined = token.dep_ == "prep" and token.lower_ in _LINKING
        if not joined or any(t.is_punct for t in doc[last.i + 1 : token.i]):
            break
        thing = next((t for t in token.rights if t.dep_ == "pobj"), None)
        last = last if thing is None else _end(thing)
    return text_of(doc)[noun_phrase(head)[0] : last.idx + len(last)]


def _end(thing: Token) -> Token:
    """The last word of what a preposition takes, its own *of* included."""
    for token in thing.rights:
        if token.dep_ == "prep" and token.lower_ == "of" and token.i == thing.i + 1:
            return next((_end(t) for t in token.rights if t.dep_ == "pobj"), thing)
    return thing


def as_link(role: str) -> str:
    """The role as it stands in a chain: *its source* is a source, *The envoy* the envoy."""
    first, _, rest = role.partition(" ")
    if first.lower() in _POSSESSIVE and rest:
        return f"a {rest}"
    return f"{first.lower()} {rest}" if first in _ARTICLES and rest else role
