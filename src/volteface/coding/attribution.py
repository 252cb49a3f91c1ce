"""Join what stands in quote marks and what a cue governs into attributions of one paragraph."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from volteface.coding.cue_verbs import FIRST_PERSON, Reported, reported
from volteface.coding.grammar import noun_phrase, subject, words_in
from volteface.coding.quote_marks import Quotation
from volteface.coding.words import Words
from volteface.records import Kind, Span

_NEARLY_ALL = 0.8
_CUE_BEFORE = 14
_CUE_AFTER = 12
_SENTENCE_LIKE = 5
_SENTENCE_END = {".", "!", "?"}
_FINITE = {"VBD", "VBP", "VBZ", "MD"}
_DASHES = (" – ", " — ", " - ", " -- ")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody is given as the source of something.

    Spans are offsets into the paragraph. ``source`` is the head of the source phrase, None where
    nobody is named or, with ``continued``, where the last speaker goes on. ``relay`` is the
    outlet that passed it on; ``parent`` the index of the attribution whose content holds this one.
    """

    content: tuple[Span, ...]
    source: Token | None
    cue: Token | None
    kind: Kind
    relay: Token | None = None
    addressee: Token | None = None
    continued: bool = False
    parent: int | None = None

    @property
    def speaker(self) -> tuple[Span, ...]:
        """The source phrase, empty where there is none in this paragraph."""
        return () if self.source is None else (noun_phrase(self.source),)


def attributions(doc: Doc, quotes: list[Quotation], words: Words) -> list[Attribution]:
    """The paragraph's attributions in order of their content.

    Scare quotes (a word or two that nobody is said to have said) are left out.
    """
    outer = words_in(doc, [(q.first, q.last) for q in quotes if q.depth == 0])
    inner = words_in(doc, [(q.first, q.last) for q in quotes if q.depth])
    spoken = [r for r in reported(doc, words, outer, inner) if _says_something(doc, r)]
    found = _without_twins(doc, [_with_quotes(doc, r, quotes) for r in spoken])
    for quote in quotes:
        inside = words_in(doc, [(quote.first, quote.last)])
        same_depth = (a for a in found if _inside(a, outer) == bool(quote.depth))
        if not inside or any(_mostly(inside, doc, a) for a in same_depth):
            continue
        if quote.depth:
            direct = _nested_quotation(doc, quote, words, inner)
        else:
            direct = _quotation(doc, quote, words, outer, found)
        if direct is not None:
            found.append(direct)
    return _with_parents(doc, sorted(found, key=lambda a: (a.content[0], -a.content[-1][1])))


def _says_something(doc: Doc, item: Reported) -> bool:
    """Not a lone *that* or *it*."""
    return any(doc[i].pos_ not in {"PRON", "DET", "SCONJ"} for i in words_in(doc, item.content))


def _inside(item: Attribution, quoted: set[int]) -> bool:
    """Whether the cue stands inside quote marks: speech within speech."""
    return item.cue is not None and item.cue.i in quoted


def _mostly(inside: set[int], doc: Doc, item: Attribution) -> bool:
    return len(inside & words_in(doc, item.content)) > len(inside) / 2


def _with_quotes(doc: Doc, item: Reported, quotes: list[Quotation]) -> Attribution:
    """Give the governed words their kind, and whole quotations where they hold quoted words.

    Quotations that hold the cue itself are the speech around it and do not count.
    """
    content = words_in(doc, item.content)
    quoted: set[int] = set()
    whole: list[Span] = []
    for quote in quotes:
        inside = words_in(doc, [(quote.first, quote.last)])
        if item.cue.i in inside or not inside & content:
            continue
        if item.source is not None and item.source.i in inside:
            continue
        quoted |= inside
        if quote.depth == 0 or not any(s <= quote.first and quote.last <= e for s, e in whole):
            whole.append(_inner(doc, quote))
    kind: Kind = "indirect"
    spans = item.content
    if quoted and len(quoted & content) >= _NEARLY_ALL * len(content):
        kind, spans = "direct", tuple(whole)
    elif quoted:
        kind, spans = "mixed", _before_dash(doc, _union(doc, item.content, quotes, quoted), whole)
    return Attribution(spans, item.source, item.cue, kind, item.relay, item.addressee)


def _union(
    doc: Doc, content: tuple[Span, ...], quotes: list[Quotation], quoted: set[int]
) -> tuple[Span, ...]:
    """The governed spans, stretched so that a quotation begun in them is whole, marks included."""
    spans = list(content)
    for quote in quotes:
        if not words_in(doc, [(quote.first, quote.last)]) & quoted:
            continue
        for n, (start, end) in enumerate(spans):
            if start < quote.last and quote.first < end:
                spans[n] = (
                    min(start, quote.start) if start >= quote.first else start,
                    max(end, quote.end) if end <= quote.last + 1 else end,
                )
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _before_dash(doc: Doc, spans: tuple[Span, ...], whole: list[Span]) -> tuple[Span, ...]:
    """Cut at a dash after the last quoted words: there the writer speaks again."""
    last = max(end for _, end in whole)
    dashes = [at for dash in _DASHES if (at := doc.text.find(dash, last)) >= 0]
    if not dashes:
        return spans
    cut = min(dashes)
    return tuple((start, min(end, cut)) for start, end in spans if start < cut)


def _inner(doc: Doc, quote: Quotation) -> Span:
    """The quoted words without the comma that belongs to the sentence around them."""
    text = doc.text[quote.first : quote.last]
    start = quote.first + len(text) - len(text.lstrip())
    return start, quote.first + len(text.rstrip().rstrip(",").rstrip())


def _without_twins(doc: Doc, found: list[Attribution]) -> list[Attribution]:
    """Of attributions with nearly the same words keep the first that names a source."""
    kept: list[tuple[set[int], Attribution]] = []
    for item in sorted(found, key=lambda a: a.source is None):
        inside = words_in(doc, item.content)
        if not any(len(inside & other) > _NEARLY_ALL * len(inside | other) for other, _ in kept):
            kept.append((inside, item))
    return [item for _, item in kept]


def _quotation(
    doc: Doc, quote: Quotation, words: Words, quoted: set[int], found: list[Attribution]
) -> Attribution | None:
    """A quotation that the parse gave to no cue: the nearest cue, else the last speaker goes on."""
    inside = words_in(doc, [(quote.first, quote.last)])
    content = (_inner(doc, quote),)
    ends_sentence = doc.text[quote.first : quote.last].rstrip().endswith(".")
    after = doc[max(inside) + 1 : max(inside) + 1 + _CUE_AFTER]
    before = doc[max(0, min(inside) - _CUE_BEFORE) : min(inside)]
    cue = None if ends_sentence else _cue(after, words, quoted)
    cue = cue or _cue(reversed(before), words, quoted)
    if cue is not None and (len(inside) > 1 or doc.text[quote.last - 1] in ",.?!"):
        return Attribution(content, subject(cue), cue, "direct")
    if len(inside) >= _SENTENCE_LIKE and any(doc[i].tag_ in _FINITE for i in inside):
        earlier = [a for a in found if a.content[0] < content[0] and not _inside(a, quoted)]
        source = earlier[-1].source if earlier else None
        return Attribution(content, source, None, "direct", continued=True)
    return None


def _nested_quotation(
    doc: Doc, quote: Quotation, words: Words, quoted: set[int]
) -> Attribution | None:
    """What somebody quoted quotes from a third."""
    inside = words_in(doc, [(quote.first, quote.last)])
    before = doc[max(0, min(inside) - _CUE_BEFORE) : min(inside)]
    cue = _cue(reversed(before), words, quoted)
    source = subject(cue) if cue is not None else None
    if cue is None or source is None or source.lower_ in FIRST_PERSON:
        return None
    return Attribution((_inner(doc, quote),), source, cue, "direct")


def _cue(tokens: Iterable[Token], words: Words, quoted: set[int]) -> Token | None:
    """The first cue verb with a subject before the sentence ends or another quotation begins."""
    for token in tokens:
        if token.text in _SENTENCE_END or token.i in quoted:
            return None
        if token.tag_.startswith("VB") and token.lemma_.lower() in words.cues:
            return token if subject(token) is not None else None
    return None


def _with_parents(doc: Doc, found: list[Attribution]) -> list[Attribution]:
    """Set ``parent`` to the smallest attribution whose content holds cue and content.

    Where one cue governs another of the same speaker (*refuses to rule out*) only the outer stays.
    """
    inside = [words_in(doc, a.content) for a in found]
    smallest: list[int | None] = []
    for n, item in enumerate(found):
        holders = [
            m
            for m, other in enumerate(inside)
            if m != n and item.cue is not None and item.cue.i in other and inside[n] <= other
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
