"""Through whom it came: outlets that quote, outlets that were told, speech inside speech."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from volteface.coding.attribution import Attribution
from volteface.coding.grammar import noun_phrase
from volteface.coding.naming import Named, at_token
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


def outer_links(item: Attribution, names: list[Named], ends: Sequence[Tail]) -> list[str]:
    """Who passed the words on, who was told them, and the outlet at the sentence's end."""
    start = item.content[0][0]
    return [
        *_passed_on(item.relay, names, outlets_only=False),
        *_passed_on(item.addressee, names, outlets_only=True),
        *(t.outlet for t in ends if t.sentence[0] <= start < t.sentence[1]),
    ]


def outlet_of(token: Token, names: list[Named]) -> str | None:
    """The outlet that the phrase names: *Reuters*, *the news agency AFP*."""
    doc = token.doc
    beside = [t for t in token.children if t.dep_ in {"appos", "compound", "nmod"}]
    for part in (token, *beside, *doc[token.i + 1 : token.i + 2]):
        found = at_token(names, part)
        if found is not None and found.mention.outlet is not None:
            return found.mention.outlet
    return None


def _passed_on(token: Token | None, names: list[Named], *, outlets_only: bool) -> list[str]:
    if token is None:
        return []
    outlet = outlet_of(token, names)
    if outlet is not None:
        return [outlet]
    return [] if outlets_only else [token.doc.text[slice(*noun_phrase(token))]]


def given_back(found: Sequence[Attribution], ends: Sequence[Tail]) -> list[Attribution]:
    """A clause that the parse gave to *..., reports Reuters* goes to the speaker before it."""
    out: list[Attribution] = []
    for item in found:
        source = item.source
        passing = source is not None and any(e.cut[0] <= source.idx < e.cut[1] for e in ends)
        before = [
            a
            for a in out
            if source is not None and a.source is not None and a.source.sent == source.sent
        ]
        if passing and before:
            out.append(replace(item, source=before[-1].source, cue=before[-1].cue))
        else:
            out.append(item)
    return out
