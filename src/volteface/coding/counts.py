"""Words of counting: *three weeks*, *a couple of nights*."""

_PARTS_OF_DAY = ("morning", "evening", "night")
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

DAYS = dict.fromkeys(("day", *_PARTS_OF_DAY), 1) | {
    "week": 7,
    "fortnight": 14,
    "month": 31,
    "year": 366,
    "decade": 3653,
}
"""Days in each unit of a count."""
SLACK = dict.fromkeys(("day", *_PARTS_OF_DAY), 0) | {
    "week": 3,
    "fortnight": 3,
    "month": 20,
    "year": 183,
    "decade": 1096,
}
"""How many days such counts are rounded by."""
COUNTS = {"a": 1, "an": 1, "a couple of": 2} | {word: n for n, word in enumerate(_NUMBERS, 1)}
"""Words for numbers, and the numbers."""


def number_of(words: str) -> int:
    """The number that the words or digits mean.

    Raises:
        ValueError: They are neither.
    """
    plain = " ".join(words.lower().split())
    return COUNTS.get(plain) or int(plain)
