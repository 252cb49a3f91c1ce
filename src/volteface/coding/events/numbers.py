"""Deaths, injured and refugees: how many a sentence counts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from volteface.coding.events.arguments import objects, passive, together
from volteface.coding.grammar import subject
from volteface.records import Figure

_BY_VERB: dict[str, Figure] = {
    "assassinate": "deaths", "behead": "deaths", "die": "deaths", "execute": "deaths",
    "kill": "deaths", "massacre": "deaths", "murder": "deaths", "perish": "deaths",
    "slaughter": "deaths",
    "injure": "injured", "wound": "injured", "hurt": "injured", "maim": "injured",
    "displace": "refugees", "flee": "refugees", "uproot": "refugees",
}  # fmt: skip
_BY_NOUN: dict[str, Figure] = {
    "casualty": "deaths", "death": "deaths", "life": "deaths",
    "injury": "injured", "wounded": "injured", "refugee": "refugees",
}  # fmt: skip
_BY_ADJECTIVE: dict[str, Figure] = {
    "dead": "deaths", "homeless": "refugees", "injured": "injured", "wounded": "injured",
}  # fmt: skip
_INTRANSITIVE = frozenset({"die", "flee", "perish"})
_TAKES_LIVES = frozenset({"claim", "cost", "take"})
_UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people at the word that counts them."""

    at: Token
    what: Figure
    value: int


def counts(sentence: Sentence) -> Iterator[Count]:
    """The numbers of dead, injured and displaced that the sentence gives; vague ones left out."""
    for token in sentence:
        lemma = token.lemma_.lower()
        if token.tag_.startswith("VB") and lemma in _BY_VERB:
            yield from _counted(_whom(token, lemma), _BY_VERB[lemma])
        elif token.pos_ == "NOUN" and lemma in _BY_NOUN and _is_count(token, lemma):
            yield from _counted((token,), _BY_NOUN[lemma])
        elif lemma in _BY_ADJECTIVE and token.dep_ in {"oprd", "acomp", "ccomp"}:
            near = [*token.children, *token.head.children]
            heads = [t for t in near if t.dep_ in {"nsubj", "dobj"}]
            yield from _counted(tuple(heads), _BY_ADJECTIVE[lemma])


def _whom(verb: Token, lemma: str) -> tuple[Token, ...]:
    if lemma not in _INTRANSITIVE or passive(verb):
        return objects(verb)
    found = subject(verb)
    return together(found) if found is not None else ()


def _is_count(noun: Token, lemma: str) -> bool:
    return lemma != "life" or noun.head.lemma_.lower() in _TAKES_LIVES


def _counted(heads: tuple[Token, ...], what: Figure) -> Iterator[Count]:
    for head in heads:
        number = _number_at(head)
        if number is not None:
            yield Count(head, what, number)


def _number_at(head: Token) -> int | None:
    """*65 rebels*, *two of them*, *1.2 million people*."""
    if head.pos_ == "NUM":
        return number_of([t.lower_ for t in (*head.lefts, head) if t.pos_ == "NUM"])
    for token in head.children:
        if token.dep_ == "nummod":
            return number_of([t.lower_ for t in (*token.lefts, token) if t.pos_ == "NUM"])
    return None


def number_of(words: list[str]) -> int | None:
    """The number that the words write, None where they write none.

    >>> number_of(["1.2", "million"])
    1200000
    """
    total, current, found = 0.0, 0.0, False
    for word in "-".join(words).split("-"):
        if _DIGITS.fullmatch(word):
            current += float(word.replace(",", ""))
        elif word in _UNITS:
            current += _UNITS[word]
        elif word in _SCALES:
            scale = _SCALES[word]
            current = max(current, 1.0) * scale
            if scale > _SCALES["hundred"]:
                total, current = total + current, 0.0
        else:
            continue
        found = True
    return round(total + current) if found else None
