"""Quotations of one paragraph and who is said to have said them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from spacy.tokens import Doc, Token

from volteface.coding.attributed import Attribution
from volteface.coding.cue_verbs import FIRST_PERSON, Reported, behind, is_cue, speaker
from volteface.coding.grammar import text_of, words_in
from volteface.coding.quote_marks import Quotation
from volteface.coding.words import Words
from volteface.records import Kind, Span

_CueAndSource: TypeAlias = tuple[Token, Token]

_NEARLY_ALL = 0.8
_CUE_BEFORE = 14
_CUE_AFTER = 12
_SENTENCE_LIKE = 5
_SENTENCE_END = {".", "!", "?"}
_FINITE = {"VBD", "VBP", "VBZ", "MD"}
_DASHES = (" – ", " — ", " - ", " -- ")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation and the indices of its words.

    ``span`` leaves out the marks and the comma that belongs to the sentence around them; ``stop``
    is the last character before the closing mark.
    """

    words: set[int]
    span: Span
    start: int
    end: int
    stop: str
    inner: bool


@dataclass(frozen=True, slots=True)
class Marked:
    """A paragraph's quotations with the words inside those of depth 0 and of depth 1."""

    quotes: list[Quoted]
    outer: set[int]
    inner: set[int]

    def holds(self, cue: Token | None) -> bool:
        """Whether the cue stands inside quote marks: speech within speech."""
        return cue is not None and cue.i in self.outer


def marked(doc: Doc, quotations: list[Quotation]) -> Marked:
    """The paragraph's quotations that hold words, in order."""
    text = text_of(doc)
    quotes = []
    for q in quotations:
        said = text[q.first : q.last]
        start = q.first + len(said) - len(said.lstrip())
        end = q.first + len(said.rstrip().rstrip(",").rstrip())
        words = words_in(doc, [(q.first, q.last)])
        if words and start < end:
            stop = said.rstrip()[-1]
            quotes.append(Quoted(words, (start, end), q.start, q.end, stop, q.depth > 0))
    outer = {i for q in quotes if not q.inner for i in q.words}
    inner = {i for q in quotes if q.inner for i in q.words}
    return Marked(quotes, outer, inner)


def with_quotes(doc: Doc, item: Reported, marks: Marked) -> Attribution:
    """Give the governed words their kind, and whole quotations where they hold quoted words.

    Quotations that hold the cue or the source are the speech around it and do not count.
    """
    content = words_in(doc, item.content)
    speaking = {item.cue.i} if item.source is None else {item.cue.i, item.source.i}
    held = [
        q for q in marks.quotes if not q.words.isdisjoint(content) and speaking.isdisjoint(q.words)
    ]
    kind: Kind = "indirect"
    spans = item.content
    if held:
        words = {i for q in held for i in q.words}
        if len(words & content) >= _NEARLY_ALL * len(content):
            kind, spans = "direct", _outermost(held)
        else:
            last = max(q.span[1] for q in held)
            kind, spans = "mixed", _before_dash(doc, _union(item.content, held), last)
    return Attribution(spans, item.source, item.cue, kind, item.relay, item.addressee)


def kind_of(content: set[int], marks: Marked) -> Kind:
    """Direct where nearly all words stand in quote marks, indirect where none does."""
    quoted = len(content & marks.outer)
    if quoted >= _NEARLY_ALL * len(content):
        return "direct"
    return "mixed" if quoted else "indirect"


def _outermost(quotes: list[Quoted]) -> tuple[Span, ...]:
    spans: list[Span] = []
    for start, end in sorted({q.span for q in quotes}, key=lambda span: (span[0], -span[1])):
        if not spans or end > spans[-1][1]:
            spans.append((start, end))
    return tuple(spans)


def _union(content: tuple[Span, ...], quotes: list[Quoted]) -> tuple[Span, ...]:
    """The governed spans, stretched so that a quotation begun in them is whole, marks included."""
    spans = list(content)
    for quote in quotes:
        for n, (start, end) in enumerate(spans):
            if start < quote.end and quote.start < end:
                spans[n] = (min(start, quote.start), max(end, quote.end))
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _before_dash(doc: Doc, spans: tuple[Span, ...], last: int) -> tuple[Span, ...]:
    """Cut at a dash after the last quoted words: there the writer speaks again."""
    text = text_of(doc)
    cut = min((at for dash in _DASHES if (at := text.find(dash, last)) >= 0), default=len(text))
    return tuple((start, min(end, cut)) for start, end in spans if start < cut)


def unclaimed(
    doc: Doc, quote: Quoted, marks: Marked, words: Words, found: list[Attribution]
) -> Attribution | None:
    """A quotation that the parse gave to no cue: the nearest cue, else the last speaker goes on."""
    before = doc[max(0, min(quote.words) - _CUE_BEFORE) : min(quote.words)]
    if quote.inner:
        return _requoted(quote, _cue(reversed(before), words, marks.inner))
    after = doc[max(quote.words) + 1 : max(quote.words) + 1 + _CUE_AFTER]
    found_cue = None if quote.stop == "." else _cue(after, words, marks.outer)
    if found_cue is None and quote.stop == ",":
        found_cue = _verb_behind(after, marks.outer)
    found_cue = found_cue or _cue(reversed(before), words, marks.outer)
    if found_cue is not None and (len(quote.words) > 1 or quote.stop in ",.?!"):
        return Attribution((quote.span,), found_cue[1], found_cue[0], "direct")
    earlier = [a for a in found if a.content[0] < quote.span and not marks.holds(a.cue)]
    goes_on = Attribution(
        (quote.span,), earlier[-1].source if earlier else None, None, "direct", continued=True
    )
    sentence = len(quote.words) >= _SENTENCE_LIKE and any(
        doc[i].tag_ in _FINITE for i in quote.words
    )
    after_comma = [t.text for t in before if t.pos_ != "SPACE" and not t.is_quote][-1:] == [","]
    if sentence or (after_comma and broken_by_speaker(goes_on, found) is not None):
        return goes_on
    return None


def _requoted(quote: Quoted, found: _CueAndSource | None) -> Attribution | None:
    """What somebody quoted quotes from a third."""
    if found is None or found[1].lower_ in FIRST_PERSON:
        return None
    cue, source = found
    return Attribution((quote.span,), source, cue, "direct")


def _cue(tokens: Iterable[Token], words: Words, quoted: set[int]) -> _CueAndSource | None:
    """The first cue verb with a subject before the sentence ends or another quotation begins."""
    for token in tokens:
        if token.text in _SENTENCE_END or token.i in quoted:
            return None
        if is_cue(token, words):
            source = speaker(token, quoted)
            return (token, source) if source is not None else None
    return None


def _verb_behind(tokens: Iterable[Token], quoted: set[int]) -> _CueAndSource | None:
    """After a quotation that ends in a comma any verb is a cue: *"Out," the crowd chanted*."""
    for token in tokens:
        if token.text in _SENTENCE_END or token.i in quoted:
            return None
        if token.tag_ in _FINITE and token.pos_ == "VERB":
            source = speaker(token, quoted) or behind(token, quoted)
            return (token, source) if source is not None else None
    return None


def broken_by_speaker(item: Attribution, found: list[Attribution]) -> int | None:
    """Which quotation this one goes on with, as after *"We came," he said, "to talk"*."""
    start = item.content[0][0]
    before = [n for n, other in enumerate(found) if other.content[-1][1] < start]
    if not before:
        return None
    nearest = max(before, key=lambda n: found[n].content[-1])
    other = found[nearest]
    if other.kind != "direct" or other.cue is None:
        return None
    between = other.content[-1][1] <= other.cue.idx < start
    stops = (t.text in _SENTENCE_END for t in _tokens_between(other.cue, start))
    same = item.cue == other.cue or (item.continued and not any(stops))
    return nearest if between and same else None


def _tokens_between(cue: Token, end: int) -> Iterator[Token]:
    for token in cue.doc[cue.i :]:
        if token.idx >= end:
            return
        yield token
