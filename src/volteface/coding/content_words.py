"""Which words a message is made of, and whether they are denied: for telling it again."""

import re

from volteface.coding.inflection import base_forms

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?|\d+")
_FUNCTION_WORDS = frozenset(
    (
        *("a", "about", "after", "all", "also", "am", "an", "and", "any", "are", "as", "at", "be"),
        *("because", "been", "before", "being", "both", "but", "by", "can", "could", "did", "do"),
        *("does", "doing", "done", "each", "for", "from", "had", "has", "have", "having", "he"),
        *(
            "her",
            "here",
            "hers",
            "herself",
            "him",
            "himself",
            "his",
            "how",
            "i",
            "if",
            "in",
            "into",
        ),
        *("is", "it", "its", "itself", "just", "may", "me", "might", "more", "most", "must", "my"),
        *("myself", "of", "off", "on", "once", "one", "only", "onto", "or", "other", "our", "ours"),
        *(
            "ourselves",
            "out",
            "over",
            "own",
            "shall",
            "she",
            "should",
            "so",
            "some",
            "such",
            "than",
        ),
        *("that", "the", "their", "theirs", "them", "themselves", "then", "there", "these", "they"),
        *("this", "those", "through", "to", "too", "under", "until", "up", "upon", "us", "very"),
        *("was", "we", "were", "what", "when", "where", "whether", "which", "while", "who", "whom"),
        *("whose", "why", "will", "with", "would", "yet", "you", "your", "yours"),
    )
)
_NEGATIONS = frozenset(
    (
        *("no", "not", "never", "none", "nor", "neither", "nobody", "nothing", "nowhere"),
        *("cannot", "without", "refuse", "reject", "deny", "decline"),
    )
)
_DENIED = ("n't", "n’t")
_POSSESSIVE = ("'s", "’s")


def content_words(text: str) -> frozenset[str]:
    """The base forms of the words that carry the message: no articles, pronouns, negations.

    >>> sorted(content_words("We shall never leave the island's ports"))
    ['island', 'leav', 'port']
    """
    words = (_plain(word) for word in _WORD.findall(text.lower()))
    return frozenset(
        _base(word)
        for word in words
        if word not in _FUNCTION_WORDS and not word.endswith(_DENIED) and not _negates(word)
    )


def denied(text: str) -> bool:
    """Whether an odd number of words deny or refuse.

    >>> denied("They won't leave"), denied("They do not refuse to leave")
    (True, False)
    """
    words: list[str] = _WORD.findall(text.lower())
    return sum(word.endswith(_DENIED) or _negates(word) for word in words) % 2 == 1


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of words in common (Dice 1945), in [0, 1]; 0 where there are none."""
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 0.0


def _plain(word: str) -> str:
    return word[:-2] if word.endswith(_POSSESSIVE) else word


def _base(word: str) -> str:
    """The shortest of its base forms without a last *e*, on which all forms of a word agree."""
    return min(base_forms(word), key=lambda form: (len(form), form)).removesuffix("e")


def _negates(word: str) -> bool:
    return not base_forms(word).isdisjoint(_NEGATIONS)
