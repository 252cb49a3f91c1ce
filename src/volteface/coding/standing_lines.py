"""What was said before and is said again: a standing line, told by its holder, issue and words.

Two statements are one message if the same actor makes them on the same side of the same issue,
and their words, or their sentence vectors, are much alike. Without an issue the words alone must
be nearly the same. Deeds are no messages: the same deed done again is another deed.

Only statements that share a word are compared, found by an inverted index with short lists, so
that the cost grows with the number of statements and not its square.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import TypeAlias

from volteface.coding.content_words import content_words, denied, likeness
from volteface.coding.vectors import Matrix, Vectors, load_vectors
from volteface.records import Report, Statement

ALIKE = 0.5
"""Share of common words from which two statements on one side of an issue say the same."""
NEARLY_SAME = 0.75
"""The same where no issue is coded."""
NEAR = 0.7
"""Cosine of sentence vectors from which two statements on one side of an issue say the same."""
_FEWEST = 3
"""Words in common; fewer tell nothing, but where they are all."""
_FEWEST_UNPLACED = 4
_COMMON = 64
"""Statements that share a word of one holder on one side before the word tells nothing."""
_CANDIDATES = 8

_Key: TypeAlias = tuple[object, ...]
_Order: TypeAlias = tuple[date, str, int]


@dataclass(frozen=True, slots=True)
class _Line:
    """A statement as it is compared; ``first`` is the id of the first that said the same."""

    first: str
    order: _Order
    text: str
    words: frozenset[str]
    denied: bool


class StandingLines:
    """Links statements to the first earlier one that said the same.

    Args:
        vectors: Gives the sentence vectors, or None to compare words alone; asked when needed.
    """

    def __init__(self, vectors: Callable[[], Vectors | None] = load_vectors) -> None:
        self._load = vectors
        self._vectors: Vectors | None = None
        self._loaded = False
        self._encoded: dict[str, Matrix] = {}
        self._lines: list[_Line] = []
        self._by_word: defaultdict[tuple[_Key, str], list[int]] = defaultdict(list)
        self._first: dict[str, str] = {}

    def add(self, report: Report, statements: Iterable[Statement]) -> None:
        """Remember statements as they are; those of earlier reports go first."""
        for statement in statements:
            said_first = statement.repeats or statement.id
            first = self._first.setdefault(statement.id, self._first.get(said_first, said_first))
            if (key := _key(statement)) is None:
                continue
            line = _line(report, statement, first)
            for word in line.words:
                known = self._by_word[key, word]
                if len(known) < _COMMON:
                    known.append(len(self._lines))
            self._lines.append(line)

    def link(self, report: Report, statements: Sequence[Statement]) -> tuple[Statement, ...]:
        """The statements, those said before with ``repeats`` the first one's id; and remember them.

        One that repeats another of its own report stays as it is.
        """
        linked = tuple(
            statement
            if statement.repeats is not None
            else replace(statement, repeats=self._said_first(report, statement))
            for statement in statements
        )
        self.add(report, linked)
        return linked

    def _said_first(self, report: Report, statement: Statement) -> str | None:
        key = _key(statement)
        if key is None:
            return None
        line = _line(report, statement, statement.id)
        shared: Counter[int] = Counter()
        for word in line.words:
            known = self._by_word.get((key, word), ())
            # In whole numbers, so that the order of the words is no matter.
            shared.update(dict.fromkeys(known, _COMMON * _COMMON // max(len(known), 1)))
        # Rare shared words first, and the earlier statement of two that share as much.
        likely = sorted(shared.items(), key=lambda item: (-item[1], item[0]))
        earlier = (self._lines[place] for place, _ in likely)
        earlier = (known for known in earlier if known.order < line.order)
        candidates = list(islice(earlier, _CANDIDATES))
        same = [known for known in candidates if _same_words(known, line, statement.issue)]
        if not same and statement.issue is not None:
            same = self._near(line, candidates)
        return min(same, key=lambda known: known.order).first if same else None

    def _near(self, line: _Line, candidates: Sequence[_Line]) -> list[_Line]:
        """The candidates whose sentence vectors are near the line's."""
        if not self._loaded:
            self._vectors, self._loaded = self._load(), True
        if self._vectors is None or not candidates:
            return []
        wanted = dict.fromkeys((line.text, *(known.text for known in candidates)))
        new = [text for text in wanted if text not in self._encoded]
        if new:
            self._encoded.update(zip(new, self._vectors.encode(new), strict=True))
        own = self._encoded[line.text]
        return [known for known in candidates if own @ self._encoded[known.text] >= NEAR]


def _key(statement: Statement) -> _Key | None:
    """What two statements of one message have in common; None for what is no message."""
    holder = statement.actor or statement.person
    if holder is None or statement.register == "conduct":
        return None
    # What observers say of an actor is each observer's own message.
    observer = statement.person if statement.about is not None else None
    if statement.about is not None and observer is None:
        return None
    stance = statement.stance or 0.0
    side = (stance > 0) - (stance < 0)
    return (holder, statement.about, observer, statement.endorsed, statement.issue, side)


def _line(report: Report, statement: Statement, first: str) -> _Line:
    when = statement.said_on or report.published
    at = statement.content[0][0] if statement.content else 0
    order = (when.earliest if when is not None else date.max, report.path, at)
    words = content_words(statement.text)
    return _Line(first, order, statement.text, words, denied(statement.text))


def _same_words(one: _Line, other: _Line, issue: str | None) -> bool:
    fewest, alike = (_FEWEST, ALIKE) if issue is not None else (_FEWEST_UNPLACED, NEARLY_SAME)
    if one.denied != other.denied:
        return False
    if issue is not None and one.words == other.words:
        return True
    enough = len(one.words & other.words) >= fewest
    return enough and likeness(one.words, other.words) >= alike
