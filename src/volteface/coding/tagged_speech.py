"""Attributions that the trained tagger marked, with what the parse knows of them."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from volteface.coding.attributed import Attribution
from volteface.coding.cue_verbs import addressee
from volteface.coding.grammar import spans_of, words_in
from volteface.coding.quoted_speech import Marked, kind_of
from volteface.coding.tagger.decode import Tagged
from volteface.coding.words import Words
from volteface.records import Span

_HALF = 0.5
_VERBAL = {"VERB", "AUX"}
_SMALL = {"ADP", "AUX", "CCONJ", "DET", "PART", "SCONJ"}
_FINITE = {"VBD", "VBP", "VBZ"}
_SHORTEST = 3
"""Words of speech within speech: less is *he said so*."""


def joined(
    doc: Doc,
    tagged: Sequence[Tagged],
    by_rule: Sequence[Attribution],
    marks: Marked,
    words: Words,
) -> list[Attribution]:
    """What the tagger marked, and of what the rules found the parts that it does not see.

    The tagger knows no speech within speech, and nobody's words without a cue: an attribution by
    rule stays where its cue stands in words that the tagger marked, or where it is a quotation that
    goes on without one. From an attribution by rule with the same cue come who passed the words on
    and the head of the source phrase.

    Args:
        doc: One parsed paragraph.
        tagged: The tagger's attributions, in offsets of the paragraph.
        by_rule: The attributions that the parse gives.
        marks: The paragraph's quotations.
        words: The lexicon.
    """
    made = (_made(doc, item, by_rule, marks) for item in tagged)
    found = [item for item in made if item is not None]
    taken = {i for item in found for i in words_in(doc, item.content)}
    return found + [a for a in by_rule if _unseen(doc, a, taken, words)]


def _made(
    doc: Doc, item: Tagged, by_rule: Sequence[Attribution], marks: Marked
) -> Attribution | None:
    cue = _head(doc, item.cue)
    if cue is None:
        return None
    source = _head(doc, item.source) if item.source is not None else None
    speaking = {t.i for t in (cue, source) if t is not None}
    phrases = [item.cue] if item.source is None else [item.cue, item.source]
    content = _with_quotations(words_in(doc, item.content), marks, speaking)
    content = _with_meaning(doc, content - words_in(doc, phrases))
    if not content:
        return None
    rule = next((a for a in by_rule if a.cue == cue), None)
    if rule is not None and rule.source is not None and item.source is not None:
        start, end = item.source
        source = rule.source if start <= rule.source.idx < end else source
    return Attribution(
        spans_of(doc, content),
        source,
        cue,
        kind_of(content, marks),
        relay=rule.relay if rule is not None else None,
        addressee=rule.addressee if rule is not None else addressee(cue),
        marked_source=item.source,
        marked_cue=item.cue,
    )


def _head(doc: Doc, span: Span) -> Token | None:
    """The token that heads the span, its first verb before all."""
    piece = doc.char_span(*span, alignment_mode="expand")
    if piece is None:
        return None
    return next((t for t in piece if t.pos_ in _VERBAL), piece.root)


def _with_quotations(content: set[int], marks: Marked, speaking: set[int]) -> set[int]:
    """The content with all words of the quotations that are mostly in it."""
    whole = set(content)
    for quote in marks.quotes:
        if not quote.inner and speaking.isdisjoint(quote.words):
            share = len(quote.words & content) / len(quote.words)
            whole |= quote.words if share >= _HALF else set()
    return whole


def _with_meaning(doc: Doc, content: set[int]) -> set[int]:
    """The content without stretches of nothing but small words, as the *as* of *as saying*."""
    kept: set[int] = set()
    for start, end in spans_of(doc, content):
        inside = words_in(doc, [(start, end)])
        kept |= inside if any(doc[i].pos_ not in _SMALL for i in inside) else set()
    return kept


def _unseen(doc: Doc, item: Attribution, taken: set[int], words: Words) -> bool:
    """Whether the tagger cannot know of it: a quotation that goes on, or speech within speech."""
    inside = words_in(doc, item.content)
    if item.cue is None:
        return inside.isdisjoint(taken)
    if item.cue.i not in taken or not inside <= taken or item.source is None:
        return False
    spoken = item.cue.lemma_.lower() in words.cues and _finite(item.cue)
    named = item.source.pos_ in {"NOUN", "PROPN"} or item.source.lower_ in {"he", "she", "they"}
    long_enough = len(inside) >= _SHORTEST
    return long_enough and named and (spoken or item.cue.pos_ not in _VERBAL)


def _finite(verb: Token) -> bool:
    """*Says*, *has said*; not *to say*, *would say*."""
    helpers = [t for t in verb.children if t.dep_ in {"aux", "auxpass"}]
    return verb.tag_ in _FINITE or any(t.tag_ in _FINITE for t in helpers)
