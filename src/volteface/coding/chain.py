"""Through whom it came: outlets that quote, outlets that were told, speech inside speech."""

from dataclasses import dataclass

from spacy.tokens import Doc

from volteface.coding.naming import Named
from volteface.records import Span

_PASSING_ON = {"accord", "cite", "post", "quote", "report", "say", "tell", "write"}
_LONGEST_TAIL = 4


@dataclass(frozen=True, slots=True)
class Tail:
    """*..., reports Reuters* at the end of a sentence.

    ``cut`` is no part of what was said; ``sentence`` is where the outlet vouches.
    """

    cut: Span
    outlet: str
    sentence: Span


def tails(doc: Doc, names: list[Named]) -> list[Tail]:
    """Outlets named as the source of a whole sentence, after it."""
    found = []
    for item in names:
        if item.mention.outlet is None:
            continue
        sentence = item.head.sent
        after = [t for t in doc[item.head.i + 1 : sentence.end] if t.pos_ not in {"PUNCT", "SPACE"}]
        if any(t.idx >= item.mention.end for t in after):
            continue
        first = doc.char_span(item.mention.start, item.mention.end, alignment_mode="expand")
        if first is None:
            continue
        before = doc[max(sentence.start, first.start - _LONGEST_TAIL) : first.start]
        comma = next((t for t in reversed(before) if t.text == ","), None)
        if comma is None:
            continue
        between = doc[comma.i + 1 : first.start]
        if any(t.lemma_.lower() in _PASSING_ON for t in between):
            whole = (sentence.start_char, sentence.end_char)
            found.append(Tail((comma.idx, item.mention.end), item.mention.outlet, whole))
    return found


def without(spans: tuple[Span, ...], cut: Span) -> tuple[Span, ...]:
    """The spans less what lies in the cut."""
    left: list[Span] = []
    for start, end in spans:
        if end <= cut[0] or start >= cut[1]:
            left.append((start, end))
            continue
        if start < cut[0]:
            left.append((start, cut[0]))
        if end > cut[1]:
            left.append((cut[1], end))
    return tuple(left)
