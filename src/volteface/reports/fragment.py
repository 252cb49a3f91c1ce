"""Short lines that are no sentences, between and after paragraphs: crossheads and link titles."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from volteface.reports.layout import Unit
from volteface.reports.wording import MOST_WORDS

_FRAGMENT_WORDS = 12
_LINK_WORDS = 30
_LABEL_WORDS = 4
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|won't|would|could|can|must|may|does|did|said"
    r"|\w{2,}ed)\b",
    re.IGNORECASE,
)
_LIST_ITEM = re.compile(r"^(?:[-–—•*·▪]|\(?\w{1,2}[.)])")
_MAIN_SHARE = 0.8
_FEW_LETTERS = 4


def finite(text: str) -> bool:
    """Whether a verb form stands in it that makes a sentence: headings mostly have none."""
    return bool(_FINITE.search(text))


def fragments(
    found: Sequence[Unit], kinds: Mapping[int, str], titles: AbstractSet[int], body: tuple[int, int]
) -> dict[int, str]:
    """Units from the first paragraph on that are headings or links, with their kind.

    A line that comes more than once is kept: in a transcript it names who speaks next.

    Args:
        found: All units of the text.
        kinds: Those known to be boilerplate.
        titles: Headlines, which stay.
        body: First and last unit of running text.
    """
    first, last = body
    marked: dict[int, str] = {}
    if last < 0:
        return marked
    often = Counter(unit.text for unit in found)
    for index in range(first + 1, len(found)):
        unit = found[index]
        if index in kinds or index in titles or unit.ends or often[unit.text] > 1:
            continue
        if _below_link_label(found, kinds, marked, index):
            marked[index] = "related"
        elif _fragment(unit) and (index > last or _between_paragraphs(found, index)):
            marked[index] = "fragment"
    return marked


def _fragment(unit: Unit) -> bool:
    return (
        unit.words <= _FRAGMENT_WORDS
        and '"' not in unit.text
        and ":" not in unit.text
        and not _LIST_ITEM.match(unit.text)
        and not any(character.isdecimal() for character in unit.text)
        and not finite(unit.text)
    )


def _between_paragraphs(found: Sequence[Unit], index: int) -> bool:
    """Whether whole sentences end before it and begin after it."""
    before, unit, after = found[index - 1 : index + 2]
    return (
        unit.text[:1].isupper()
        and before.prose
        and before.ends
        and after.prose
        and not after.text[:1].islower()
    )


def _below_link_label(
    found: Sequence[Unit], kinds: Mapping[int, str], marked: Mapping[int, str], index: int
) -> bool:
    """Whether it is a title in a list of links that a line such as "Related:" opens."""
    above, unit = found[index - 1], found[index]
    opened = kinds.get(index - 1) == "related" and above.words <= _LABEL_WORDS
    return (opened or marked.get(index - 1) == "related") and unit.words <= _LINK_WORDS


def foreign_script(found: Sequence[Unit]) -> Iterator[int]:
    """The short units that are written in another script than the text as a whole."""
    counts = [Counter(unit.text) if unit.words <= MOST_WORDS else Counter() for unit in found]
    overall: Counter[str] = Counter()
    for unit in found:
        overall.update(unit.text)
    scripts = {letter: _script(letter) for letter in overall if letter.isalpha()}
    total: Counter[str] = Counter()
    for letter, script in scripts.items():
        total[script] += overall[letter]
    if not total:
        return
    main, share = total.most_common(1)[0]
    if share < _MAIN_SHARE * total.total():
        return
    for index, letters in enumerate(counts):
        own = sum(count for letter, count in letters.items() if letter in scripts)
        ours = sum(count for letter, count in letters.items() if scripts.get(letter) == main)
        if own >= _FEW_LETTERS and 2 * ours < own:
            yield index


def _script(letter: str) -> str:
    """The script by the first word of the character's Unicode name, such as CYRILLIC."""
    return unicodedata.name(letter, "").split(" ", maxsplit=1)[0]
