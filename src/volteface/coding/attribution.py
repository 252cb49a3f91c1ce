"""Join what stands in quote marks and what a cue governs into attributions of one paragraph."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from volteface.coding.attributed import Attribution
from volteface.coding.cue_verbs import Reported, reported
from volteface.coding.grammar import words_in
from volteface.coding.quote_marks import Quotation
from volteface.coding.quoted_speech import Marked, broken_by_speaker, marked, unclaimed, with_quotes
from volteface.coding.tagged_speech import joined
from volteface.coding.tagger.decode import Tagged
from volteface.coding.words import Words

__all__ = ["Attribution", "attributions", "governed"]

_NEARLY_ALL = 0.8


def attributions(
    doc: Doc,
    quotes: list[Quotation],
    words: Words,
    tagged: Sequence[Tagged] | None = None,
    cued: Sequence[Reported] | None = None,
) -> list[Attribution]:
    """The paragraph's attributions in order of their content.

    Scare quotes (a word or two that nobody is said to have said) are left out.

    Args:
        doc: One parsed paragraph.
        quotes: Its quotations.
        words: The lexicon.
        tagged: What the trained tagger marked, in offsets of the paragraph; None without it.
        cued: What :func:`governed` gives, where that is known.
    """
    marks = marked(doc, quotes)
    ruled = governed(doc, marks, words) if cued is None else cued
    spoken = [with_quotes(doc, r, marks) for r in ruled if _says_something(doc, r)]
    found = _without_twins(doc, spoken)
    _add_quotations(doc, marks, words, found)
    if tagged is not None:
        found = joined(doc, tagged, found, marks, words)
    return _with_parents(doc, sorted(found, key=lambda a: (a.content[0], -a.content[-1][1])))


def governed(doc: Doc, marks: Marked, words: Words) -> list[Reported]:
    """Everything that verbs and nouns of speech govern in the paragraph."""
    return list(reported(doc, words, marks.outer, marks.inner))


def _add_quotations(doc: Doc, marks: Marked, words: Words, found: list[Attribution]) -> None:
    """Add the quotations that no cue governs, or join them to what they go on with."""
    claimed = [(marks.holds(a.cue), words_in(doc, a.content)) for a in found]
    for quote in marks.quotes:
        half = len(quote.words) / 2
        if any(
            inner == quote.inner and len(quote.words & taken) > half for inner, taken in claimed
        ):
            continue
        direct = unclaimed(doc, quote, marks, words, found)
        if direct is None:
            continue
        before = None if quote.inner else broken_by_speaker(direct, found)
        if before is None:
            found.append(direct)
        else:
            content = (*found[before].content, *direct.content)
            found[before] = replace(found[before], content=content)


def _says_something(doc: Doc, item: Reported) -> bool:
    """Not a lone *that* or *it*."""
    return any(doc[i].pos_ not in {"PRON", "DET", "SCONJ"} for i in words_in(doc, item.content))


def _without_twins(doc: Doc, found: list[Attribution]) -> list[Attribution]:
    """Of attributions with nearly the same words keep the first that names a source."""
    kept: list[tuple[set[int], Attribution]] = []
    for item in sorted(found, key=lambda a: a.source is None):
        inside = words_in(doc, item.content)
        if not any(_same(inside, other) for other, _ in kept):
            kept.append((inside, item))
    return [item for _, item in kept]


def _same(one: set[int], other: set[int]) -> bool:
    if min(len(one), len(other)) <= _NEARLY_ALL * max(len(one), len(other)):
        return False
    shared = len(one & other)
    return shared > _NEARLY_ALL * (len(one) + len(other) - shared)


def _with_parents(doc: Doc, found: list[Attribution]) -> list[Attribution]:
    """Set ``parent`` to the smallest attribution whose content holds cue and content.

    Where one cue governs another of the same speaker (*refuses to rule out*) only the outer stays.
    """
    inside = [words_in(doc, a.content) for a in found]
    smallest: list[int | None] = []
    for n, item in enumerate(found):
        cue = item.cue.i if item.cue is not None else -1
        holders = [
            m for m, other in enumerate(inside) if cue in other and m != n and inside[n] <= other
        ]
        smallest.append(min(holders, key=lambda m: len(inside[m]), default=None))
    kept = [
        n
        for n, parent in enumerate(smallest)
        if parent is None or found[n].source is None or found[n].source != found[parent].source
    ]
    places = {n: place for place, n in enumerate(kept)}
    return [
        replace(found[n], parent=places.get(parent) if parent is not None else None)
        for n, parent in ((n, smallest[n]) for n in kept)
    ]
