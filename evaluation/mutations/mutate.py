"""Articles broken in the ways that copying, converting and malice break them."""

import random
from collections.abc import Callable

_MARKS = ('"', "“", "”", "\u2018", "\u2019", "«", "„", "``", "''")

Mutation = Callable[[str, random.Random], str]


def truncated(text: str, chance: random.Random) -> str:
    """Cut at both ends anywhere."""
    first, last = sorted(chance.sample(range(len(text) + 1), 2))
    return text[first:last]


def shuffled(text: str, chance: random.Random) -> str:
    """Words in another order."""
    words = text.split(" ")
    chance.shuffle(words)
    return " ".join(words)


def quotes_doubled(text: str, chance: random.Random) -> str:
    """Quote marks repeated, and others of any kind strewn in."""
    out = []
    for character in text:
        out.append(character * (1 + (character in _MARKS and chance.random() < 0.5)))  # noqa: PLR2004 - every other
        if chance.random() < 0.02:  # noqa: PLR2004 - about one a line
            out.append(chance.choice(_MARKS))
    return "".join(out)


def newlines_deleted(text: str, chance: random.Random) -> str:
    """Line breaks gone, or turned into spaces."""
    return "".join(chance.choice(("", " ")) if c == "\n" else c for c in text)


def unicode_strewn(text: str, chance: random.Random) -> str:
    """Any characters of Unicode strewn in: marks, controls, right-to-left, unassigned."""
    out = []
    for character in text:
        out.append(character)
        if chance.random() < 0.03:  # noqa: PLR2004 - two or three a line
            code = chance.randrange(0x110000)
            out.append(" " if 0xD800 <= code < 0xE000 else chr(code))  # noqa: PLR2004 - surrogates
    return "".join(out)


def sentences_repeated(text: str, chance: random.Random) -> str:
    """One stretch many times over."""
    first, last = sorted(chance.sample(range(len(text) + 1), 2))
    return text[:first] + text[first:last] * chance.randrange(2, 6) + text[last:]


def characters_swapped(text: str, chance: random.Random) -> str:
    """Characters taken out, doubled or replaced."""
    out = []
    for character in text:
        roll = chance.random()
        if roll < 0.01:  # noqa: PLR2004 - one in a hundred each
            continue
        out.append(character * (1 + (roll < 0.02)))  # noqa: PLR2004 - the next hundredth
        if 0.02 <= roll < 0.03:  # noqa: PLR2004 - and the next
            out.append(chance.choice("(){}[]<>&;:,.!?\\/@#%\t\r\0"))
    return "".join(out)


MUTATIONS: tuple[Mutation, ...] = (
    truncated,
    shuffled,
    quotes_doubled,
    newlines_deleted,
    unicode_strewn,
    sentences_repeated,
    characters_swapped,
)


def mutated(text: str, chance: random.Random) -> str:
    """The text after one to three mutations drawn by chance."""
    for mutate in chance.choices(MUTATIONS, k=chance.randint(1, 3)):
        text = mutate(text, chance)
    return text
