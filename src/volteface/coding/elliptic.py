"""Agreement and belief in few words: *So does Paris*, *Berlin does not*, *It is said that ...*."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from volteface.coding.attribution import Attribution
from volteface.coding.grammar import spans_of, text_of, words_in

_DOES = r"(?:do|does|did|has|have|had|is|are|was|were|will|would)"
_NAME = r"(?:[\w'’-]|\.(?=\w))"
_WHO = rf"(?:[Tt]he )?[^\W\d_a-zß-ÿ]{_NAME}*(?: {_NAME}+){{0,5}}?"
_TOO = re.compile(
    rf"(?:^|(?<=[.!?;] ))(?P<said>(?:So|Neither|Nor) (?P<verb>{_DOES}) (?P<too>{_WHO}))(?=[.,;!]|$)"
    rf"|(?:^|(?<=[.!?;] ))(?P<not>{_WHO}) (?P<said_not>(?P<verb_not>{_DOES}) not)(?=[.;!])"
)
_ONE_SAYS = re.compile(
    r"\b[Ii]t (?:is|was|has been|had been) (?:\w+ly )?"
    r"(?P<cue>accepted|alleged|argued|assumed|believed|claimed|expected|feared|felt|hoped|reported"
    r"|rumou?red|said|suggested|thought|understood|whispered)(?: [^,.;]{2,40}?)? that "
)
_HALF = 0.5


def elliptic(doc: Doc, found: Sequence[Attribution]) -> list[Attribution]:
    """Such attributions that are not among those found."""
    taken = {i for item in found for i in words_in(doc, item.content)}
    new = []
    for item in (*_too(doc, found), *_one_says(doc)):
        inside = words_in(doc, item.content)
        known = item.source is not None and inside & taken
        heard = any(_same(doc, item, other) for other in found)
        if inside and not known and not heard:
            new.append(item)
    return new


def _too(doc: Doc, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Who agrees or does not with what has just been said."""
    for match in _TOO.finditer(text_of(doc)):
        group = "too" if match["too"] else "not"
        who = doc.char_span(*match.span(group), alignment_mode="expand")
        before = any(item.content[0][0] < match.start() for item in found)
        if who is None or not before or who.root.pos_ not in {"NOUN", "PROPN"}:
            continue
        verb = doc.char_span(*match.span("verb" if match["too"] else "verb_not"))
        does = verb[0] if verb is not None else None
        span = match.span("said" if match["too"] else "said_not")
        yield Attribution((span,), who.root, does, "indirect")


def _one_says(doc: Doc) -> Iterator[Attribution]:
    """What nobody in particular is said to say."""
    for match in _ONE_SAYS.finditer(text_of(doc)):
        cue = doc.char_span(*match.span("cue"), alignment_mode="expand")
        if cue is not None:
            end = cue.root.sent.end
            content = (t.i for t in doc[cue.end : end] if t.idx >= match.end())
            spans = spans_of(doc, content)
            if spans:
                yield Attribution(spans, None, cue.root, "indirect")


def _same(doc: Doc, item: Attribution, other: Attribution) -> bool:
    """Whether another attribution is this one: the same cue, or nobody's with the same words."""
    if _near(item.cue, other.cue):
        return True
    mine, theirs = words_in(doc, item.content), words_in(doc, other.content)
    return other.source is None and len(mine & theirs) > _HALF * len(mine)


def _near(one: Token | None, other: Token | None) -> bool:
    return one is not None and other is not None and abs(one.i - other.i) <= 1
