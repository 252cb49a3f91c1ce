"""What on a page is no reporting: banners, sign-up text, links, captions, menus, footers.

The means are general: the wording of a line (:mod:`volteface.reports.wording`), where it stands,
whether it is a sentence, its script, and whether it speaks of a time the report cannot know. In
doubt a line stays: a missed banner costs a review, a lost paragraph cannot be noticed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import takewhile

from volteface.records import Span
from volteface.reports.fragment import finite, foreign_script, fragments
from volteface.reports.head import Head, is_credit, label_of, read_head, title_like
from volteface.reports.layout import Unit, plain, sentences, units, without_bullet, word_count
from volteface.reports.wording import (
    MOST_WORDS,
    addresses_reader,
    attributes,
    kind_of,
    project_note,
    site_voice,
)

_BANNER_KINDS = frozenset({"sign-up", "consent", "share", "appeal", "reader"})
_WHOLE_KINDS = frozenset({"caption", "related"})
_BANNER_HEADING_WORDS = 6
_LEFTOVER_WORDS = 12
_LAST_LINES = 5
"""Lines below which no report goes on: credits, corrections and notes on the author."""


@dataclass(frozen=True, slots=True)
class Removal:
    """A span that is no reporting, and of which kind."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text's headline and labels, and what is to be left out of it, in order and disjoint."""

    units: tuple[Unit, ...]
    head: Head
    removals: tuple[Removal, ...]

    @property
    def spans(self) -> tuple[Span, ...]:
        """The removed spans, sorted and disjoint."""
        return tuple((removal.start, removal.end) for removal in self.removals)

    def with_removals(self, more: Iterable[Removal]) -> "Cleaned":
        """With whole units removed besides; what was removed inside them goes with them."""
        added = list(more)
        kept = [
            one
            for one in self.removals
            if not any(new.start <= one.start < new.end for new in added)
        ]
        return replace(self, removals=_in_order(kept + added))


def clean(text: str, repeated: AbstractSet[str] = frozenset()) -> Cleaned:
    """Find the headline, the lines about the report, and everything that is no reporting.

    Args:
        text: The report's.
        repeated: Lines, with plain spaces and quote marks, that its site prints on other reports.
    """
    found = units(text)
    kinds: dict[int, str] = {}
    parts: dict[int, list[Removal]] = {}
    for index, unit in enumerate(found):
        kind, parts[index] = _judged(text, unit, closing=index >= _closing(len(found)))
        if kind is None and unit.text in repeated:
            kind = "repeated"
        if kind is not None:
            kinds[index] = kind
    for index in foreign_script(found):
        kinds.setdefault(index, "script")
    _mark_banners(text, found, kinds)
    first, last = _body(found, kinds)
    head = _mark_head(found, kinds, first)
    for index in range(last + 1, len(found)):
        if last >= 0 and index not in kinds and label_of(found[index]) is not None:
            kinds[index] = "metadata"
    titles = {index for index, unit in enumerate(found) if unit is head.title}
    kinds |= fragments(found, kinds, titles, (first, last))
    whole = [Removal(found[index].start, found[index].end, kind) for index, kind in kinds.items()]
    inner = [part for index in parts.keys() - kinds.keys() for part in parts[index]]
    return Cleaned(tuple(found), head, _in_order(whole + inner))


def main_text(text: str, removed: Sequence[Span]) -> str:
    """The text with every removed span blanked by spaces: offsets stay."""
    pieces = []
    at = 0
    for start, end in removed:
        pieces += [text[at:start], " " * (end - start)]
        at = end
    return "".join([*pieces, text[at:]])


def _in_order(removals: Iterable[Removal]) -> tuple[Removal, ...]:
    return tuple(sorted(removals, key=lambda one: one.start))


def _closing(count: int) -> int:
    """Index of the first of the report's last lines."""
    return max(count - _LAST_LINES, (count + 1) // 2)


def _judged(text: str, unit: Unit, *, closing: bool) -> tuple[str | None, list[Removal]]:
    """The kind of a unit that is boilerplate as a whole, or the sentences of it that are."""
    line = without_bullet(unit.text)
    whole = kind_of(line, closing=closing) or ("byline" if is_credit(line) else None)
    spans = sentences(text, unit)
    if len(spans) == 1:
        return whole, []
    pieces = [plain(text[slice(*span)]) for span in spans]
    kinds = [kind_of(piece, closing=closing) for piece in pieces]
    others = [piece for kind, piece in zip(kinds, pieces, strict=True) if kind is None]
    if whole in _WHOLE_KINDS and not any(map(attributes, others)):
        return whole, []
    if not any(kinds):
        return whole, []
    if not any(map(_may_report, others)):
        return next(kind for kind in kinds if kind), []
    return None, [
        Removal(*span, kind) for span, kind in _at_ends(list(zip(spans, kinds, strict=True)))
    ]


def _may_report(piece: str) -> bool:
    """Whether a sentence beside boilerplate may be reporting: in doubt it is."""
    if attributes(piece):
        return True
    return not site_voice(piece) and (finite(piece) or word_count(piece) > _LEFTOVER_WORDS)


def _at_ends(judged: list[tuple[Span, str | None]]) -> Iterator[tuple[Span, str]]:
    """The boilerplate sentences that open or close a paragraph, not those inside it."""
    opening = list(takewhile(lambda one: one[1] is not None, judged))
    closing = list(takewhile(lambda one: one[1] is not None, reversed(judged)))
    for span, kind in (*opening, *reversed(closing)):
        if kind is not None:
            yield span, kind


def _body(found: Sequence[Unit], kinds: Mapping[int, str]) -> tuple[int, int]:
    """First and last unit of running text; ``(len, -1)`` where there is none."""
    prose = [index for index, unit in enumerate(found) if unit.prose and index not in kinds]
    return (prose[0], prose[-1]) if prose else (len(found), -1)


def _mark_banners(text: str, found: Sequence[Unit], kinds: dict[int, str]) -> None:
    """Mark what addresses the reader before and after the running text, and what heads it.

    Before the text also notes on the text itself ("Digest compiled for ...").
    """
    notes: set[int] = set()
    for order in (range(len(found)), range(len(found) - 1, -1, -1)):
        for index in order:
            if index in kinds:
                continue
            if _is_banner(text, found[index]):
                kinds[index] = "reader"
            elif order.step > 0 and project_note(found[index].text):
                notes.add(index)
            elif found[index].prose:
                break
    first, _ = _body(found, {**kinds, **dict.fromkeys(notes, "project note")})
    titles = [
        index
        for index in range(first)
        if index not in kinds and index not in notes and title_like(found[index])
    ]
    # Only above another headline: else the line may be the headline itself.
    last_title = max(titles, default=-1)
    kinds |= {index: "project note" for index in notes if index < last_title}
    for index in range(last_title):
        unit = found[index]
        heads_banner = kinds.get(index + 1) in _BANNER_KINDS
        if index not in kinds and heads_banner and _short_heading(unit):
            kinds[index] = "heading"


def _short_heading(unit: Unit) -> bool:
    return not unit.ends and unit.words <= _BANNER_HEADING_WORDS


def _is_banner(text: str, unit: Unit) -> bool:
    """Most sentences address the reader, and the rest are few words that quote nobody."""
    if unit.words > MOST_WORDS:
        return False
    pieces = [plain(text[slice(*span)]) for span in sentences(text, unit)]
    rest = [piece for piece in pieces if not addresses_reader(piece)]
    return len(rest) * 2 < len(pieces) and not any(
        attributes(piece) or word_count(piece) > _LEFTOVER_WORDS for piece in rest
    )


def _mark_head(found: Sequence[Unit], kinds: dict[int, str], first: int) -> Head:
    rest = [index for index in range(len(found)) if index not in kinds]
    head = read_head([found[index] for index in rest], sum(index < first for index in rest))
    places = {unit.start: index for index, unit in enumerate(found)}
    for unit, kind in head.furniture:
        kinds[places[unit.start]] = kind
    return head
