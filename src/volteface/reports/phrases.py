"""Phrases looked for as they stand: any white space, either apostrophe, letter case ignored."""

import re
from collections.abc import Iterable


def spaced(words: str) -> str:
    """A pattern for the words with any white space between them and either apostrophe."""
    joined = r"\s+".join(re.escape(word) for word in words.replace("\u2019", "'").split())
    return joined.replace("'", "['\u2019]")


def folded(phrase: str) -> str:
    """A phrase with straight apostrophes, single spaces and small letters."""
    return " ".join(phrase.replace("\u2019", "'").casefold().split())


def any_phrase(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of the phrases, the longest first; for none of them it never matches."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    if not ordered:
        return re.compile(r"(?!)")
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(spaced, ordered))})(?!\w)", re.IGNORECASE)
