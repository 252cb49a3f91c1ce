"""Speech within speech that neither the tagger nor one clause alone shows."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from volteface.coding.attribution import Attribution, _with_parents
from volteface.coding.cue_verbs import Reported
from volteface.coding.elliptic import elliptic
from volteface.coding.grammar import child, spans_of, words_in
from volteface.coding.held_up import judged, notions
from volteface.coding.quoted_speech import Marked, with_quotes
from volteface.coding.words import Words

_MOSTLY = 0.7
_FINITE = {"VBD", "VBP", "VBZ"}
_SHORTEST = 3
_REFUSING = {"decline", "refuse"}
_OTHERS = {"he", "she", "they"}
_REPORTING = {"announce", "complain", "explain", "report", "say", "tell", "warn"}
_ANYBODY = {"anybody", "anyone", "those", "who", "whoever"}


def with_levels(
    doc: Doc, found: Sequence[Attribution], marks: Marked, words: Words, cued: Sequence[Reported]
) -> list[Attribution]:
    """The attributions with the levels that are missing among them, in order of their content.

    Args:
        doc: One parsed paragraph.
        found: Its attributions.
        marks: Its quotations.
        words: The lexicon.
        cued: What verbs and nouns of speech govern in it.
    """
    known = list(found)
    cues = {item.cue.i for item in known if item.cue is not None}
    ruled = [r for r in cued if r.cue.i not in cues]
    by_rule = [with_quotes(doc, r, marks) for r in ruled]
    rejected = judged(doc)
    if rejected:
        known = [left for a in known if (left := _less(doc, a, rejected)) is not None]
    taken = {i for a in known for i in words_in(doc, a.content)}
    more = [
        *(
            a
            for a in by_rule
            if _holds_another(doc, a, known) or _within(doc, a, known) or _refused(doc, a, taken)
        ),
        *rejected,
        *notions(doc, known, words),
        *elliptic(doc, known),
    ]
    return in_order(doc, [*known, *more]) if more else known


def in_order(doc: Doc, found: Sequence[Attribution]) -> list[Attribution]:
    """Attributions in order of their content, each with the one that holds it."""
    return _with_parents(doc, sorted(found, key=lambda a: (a.content[0], -a.content[-1][1])))


def _less(doc: Doc, item: Attribution, others: Sequence[Attribution]) -> Attribution | None:
    """What is left of an attribution where other words are somebody else's."""
    gone = {i for other in others for i in words_in(doc, (*other.content, *other.reporting))}
    inside = words_in(doc, item.content)
    if inside.isdisjoint(gone):
        return item
    left = spans_of(doc, inside - gone)
    return replace(item, content=left) if left else None


def _holds_another(doc: Doc, item: Attribution, found: Sequence[Attribution]) -> bool:
    """*According to Le Monde, ...*: around what somebody else is said to have said."""
    if item.cue is None or item.cue.pos_ in {"VERB", "AUX"}:
        return False
    inside = words_in(doc, item.content)
    return any(
        other.cue is not None and other.cue.i in inside and words_in(doc, other.content) <= inside
        for other in found
    )


def _refused(doc: Doc, item: Attribution, taken: set[int]) -> bool:
    """*Declined to comment*, *refused to say who ...*, where nothing else is marked."""
    cue, source = item.cue, item.source
    if cue is None or source is None or cue.lemma_.lower() not in _REFUSING:
        return False
    named = source.pos_ == "PROPN" or source.lower_ in _OTHERS
    return named and is_finite(cue) and taken.isdisjoint({cue.i, *words_in(doc, item.content)})


def _within(doc: Doc, item: Attribution, found: Sequence[Attribution]) -> bool:
    """*Those who hold that ...*, *several states were urging ...*, within what somebody says."""
    cue, source = item.cue, item.source
    if cue is None or source is None:
        return False
    known = source.pos_ in {"NOUN", "PROPN"} or source.lower_ in _OTHERS
    verbal = cue.pos_ in {"VERB", "AUX"}
    if source.lower_ not in _ANYBODY and not (known and (not verbal or _happened(cue))):
        return False
    inside = words_in(doc, item.content)
    if len(inside) < _SHORTEST:
        return False
    for other in found:
        taken = words_in(doc, other.content)
        if cue.i in taken and len(inside & taken) >= _MOSTLY * len(inside):
            return other.source != source
    return False


def _happened(cue: Token) -> bool:
    """*Urges*, *was urging*, *rang him to say*; not *would urge*, *wants to say*."""
    if is_finite(cue):
        return True
    purpose = (
        cue.tag_ == "VB" and cue.dep_ in {"advcl", "xcomp"} and cue.lemma_.lower() in _REPORTING
    )
    return purpose and is_finite(cue.head)


def is_finite(verb: Token) -> bool:
    """*Urges*, *was urging*; not *to urge*, *would urge*."""
    helpers = [t for t in verb.children if t.dep_ in {"aux", "auxpass"}]
    # The parser takes *my friends tell me* for a bare form.
    if verb.tag_ == "VB" and not helpers and child(verb, "nsubj") is not None:
        return True
    tags = [t.tag_ for t in (helpers or [verb])]
    return any(tag in _FINITE for tag in tags)
