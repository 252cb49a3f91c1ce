"""Find words in a report as a model gives them back: exact, but for marks, spaces and capitals.

What is found is given as offsets into the report's own text; what is not found there word for
word is not found at all.
"""

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from volteface.model_reader.windows import Sentence
from volteface.records import Span

_SAME = (
    dict.fromkeys("\u2018\u2019\u201a\u201b\u2039\u203a\u2032\u00b4`", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"')
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
    | dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", "")
)
"""Marks that look alike, and characters that cannot be seen."""
_AROUND = " \"'"
_GAPS = ("...", "[", "]")
"""What stands where a model has left something out."""


def plain(text: str) -> str:
    """The text with simple marks and spaces, letter case aside: equal texts say the same."""
    return "".join(character for character, _ in _plain(text, 0))


def _plain(text: str, offset: int) -> Iterator[tuple[str, int]]:
    """Each plain character with the offset of the character it comes from."""
    space = False
    for at, character in enumerate(text, offset):
        if character.isspace() or character == "\u0000":
            if not space:
                yield " ", at
            space = True
            continue
        same = _SAME.get(character)
        if same is None:
            same = unicodedata.normalize("NFKD", character).casefold()
        for one in same:
            yield one, at
        space = space and not same


class Verbatim:
    """The plain form of some sentences of a text, in which words are looked for.

    Args:
        text: The whole text.
        sentences: Those that count.
    """

    def __init__(self, text: str, sentences: Iterable[Sentence]) -> None:
        characters: list[str] = []
        offsets: list[int] = []
        self._pieces: dict[int, tuple[int, int]] = {}
        self._breaks: set[int] = set()
        paragraph: int | None = None
        for one in sentences:
            if characters:
                characters.append(" ")
                offsets.append(one.start)
            if paragraph is not None and one.paragraph != paragraph:
                self._breaks.add(len(characters))
            paragraph = one.paragraph
            start = len(characters)
            for character, at in _plain(text[one.start : one.end], one.start):
                characters.append(character)
                offsets.append(at)
            self._pieces[one.number] = start, len(characters)
        self._plain = "".join(characters)
        self._offsets = offsets

    def spans(self, words: str, sentence: int | None) -> tuple[Span, ...]:
        """Where words stand: one span a paragraph, none where they do not stand.

        Words with a gap (``...`` or square brackets) that stand nowhere as a whole are looked for
        part by part, in order.

        Args:
            words: As the model gives them.
            sentence: The number of the sentence they are said to begin in; of several places the
                one nearest to it is taken.
        """
        near, end = self._piece(sentence)
        whole = self._find(_trimmed(words), near, end)
        if whole is not None:
            return tuple(self._cut(*whole))
        found: list[Span] = []
        parts = [part for part in _parts(words) if part]
        for part in parts if len(parts) > 1 else ():
            place = self._find(part, near, end, from_=near if found else 0)
            if place is None:
                return ()
            found += self._cut(*place)
            near = end = place[1]
        return tuple(found)

    def nearest(self, words: str, span: Span) -> tuple[Span, ...]:
        """Where words stand nearest to a span: in its sentence, else before or after it."""
        at = bisect_left(self._offsets, span[0])
        home = next((p for p in self._pieces.values() if p[0] <= at < p[1]), (at, at))
        place = self._find(_trimmed(words), *home, at=at)
        return tuple(self._cut(*place)) if place is not None else ()

    def _piece(self, sentence: int | None) -> tuple[int, int]:
        """Where a sentence begins and ends; the beginning of all where there is none."""
        return self._pieces.get(sentence, (0, 0)) if sentence is not None else (0, 0)

    def _find(
        self, words: str, near: int, end: int, *, from_: int = 0, at: int | None = None
    ) -> tuple[int, int] | None:
        """Of all places one that begins between ``near`` and ``end``, else the nearest.

        Of several the one nearest to ``at``, which is ``near`` where nothing else is said.
        """
        places = list(_places(self._plain, words, from_)) if words else []
        if not places:
            return None
        goal = near if at is None else at
        return min(places, key=lambda p: (not near <= p[0] < end, abs(p[0] - goal), p[0]))

    def _cut(self, start: int, end: int) -> Iterator[Span]:
        """The span in the text's offsets, parted where a paragraph ends."""
        inner = sorted(at for at in self._breaks if start < at < end)
        for first, last in zip([start, *inner], [*inner, end], strict=True):
            words = self._plain[first:last].rstrip()
            if words:
                yield self._offsets[first], self._offsets[first + len(words) - 1] + 1


def _places(text: str, words: str, from_: int) -> Iterator[tuple[int, int]]:
    """Where whole words stand: not *he* in *the*."""
    at = text.find(words, from_)
    while at >= 0:
        end = at + len(words)
        begins = at == 0 or not (_in_word(text[at - 1]) and _in_word(words[0]))
        ends = end == len(text) or not (_in_word(text[end]) and _in_word(words[-1]))
        if begins and ends:
            yield at, end
        at = text.find(words, at + 1)


def _in_word(character: str) -> bool:
    """A letter, a figure, or an accent that belongs to the letter before it."""
    return character.isalnum() or unicodedata.combining(character) > 0


def _trimmed(words: str) -> str:
    """Plain words without the marks around them."""
    bare = plain(words).strip(_AROUND)
    for gap in ("...",):
        bare = bare.removeprefix(gap).removesuffix(gap).strip(_AROUND)
    return bare.rstrip(",") if any(c.isalnum() for c in bare) else ""


def _parts(words: str) -> Sequence[str]:
    bare = plain(words)
    for gap in _GAPS:
        bare = bare.replace(gap, "\n")
    return [_trimmed(part) for part in bare.split("\n")]
