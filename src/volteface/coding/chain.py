"""Outlets on the way of somebody's words: told, quoting, or named at the sentence's end."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from volteface.coding.attribution import Attribution
from volteface.coding.cue_verbs import addressee, is_cue, speaker
from volteface.coding.grammar import noun_phrase, text_of
from volteface.coding.naming import Named, at_token
from volteface.coding.words import words
from volteface.records import Span

_PASSING_ON = {"accord", "cite", "post", "quote", "report", "say", "tell", "write"}
_LONGEST_TAIL = 4
_VENUE = {"for", "in", "on", "through", "to", "with"}


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
    """Who was told the words, who passed them on, and the outlet at the sentence's end."""
    start = item.content[0][0]
    return [
        *own_links(item, names),
        *(t.outlet for t in ends if t.sentence[0] <= start < t.sentence[1]),
    ]


def own_links(item: Attribution, names: list[Named]) -> list[str]:
    """Outlets that were told (*told Reuters*, *on Radio France*), and who passed the words on."""
    hearer = item.addressee or (addressee(item.cue) if item.cue is not None else None)
    told = _passed_on(hearer, names, outlets_only=True)
    return [*told, *_venues(item, names), *_passed_on(item.relay, names, outlets_only=False)]


def _venues(item: Attribution, names: list[Named]) -> list[str]:
    """Outlets in what is said of the saying: *in an interview with*, *wrote to*, *on*."""
    cue, found = item.cue, []
    for named in names if cue is not None else ():
        outlet, head = named.mention.outlet, named.head
        inside = any(s <= named.mention.start < e for s, e in (*item.content, *item.speaker))
        if outlet is None or inside or head in {item.source, item.relay}:
            continue
        above = list(head.ancestors)
        to = head.dep_ in {"dative", "dobj"} or any(
            t.lower_ in _VENUE for t in (head, *above[:2]) if t.dep_ in {"dative", "prep"}
        )
        if to and cue in above:
            found.append(outlet)
    return found


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
    return [] if outlets_only else [text_of(token.doc)[slice(*noun_phrase(token))]]


def given_back(found: Sequence[Attribution], ends: Sequence[Tail]) -> list[Attribution]:
    """A clause that was given to *..., reports Reuters* goes to the speaker before it."""
    out: list[Attribution] = []
    for item in found:
        source = item.source
        passing = next((e for e in ends if source is not None and _in(e.cut, source)), None)
        if passing is None or source is None:
            out.append(item)
            continue
        before = [a for a in out if a.source is not None and a.source.sent == source.sent]
        teller: Token | None
        cue: Token | None
        if item.cue is not None and not _in(passing.cut, item.cue):
            teller, cue = speaker(item.cue, set()), item.cue
        elif before:
            teller, cue = before[-1].source, before[-1].cue
        else:
            teller, cue = _told_within(item, source)
        if teller is None:
            out.append(item)
        else:
            out.append(replace(item, source=teller, cue=cue, marked_source=None, marked_cue=None))
    return out


def _told_within(item: Attribution, outlet: Token) -> tuple[Token | None, Token | None]:
    """*The envoy said that ...* of *the envoy said that ..., Reuters reported*."""
    for token in outlet.sent:
        if token.i < outlet.i and token.i > outlet.sent.start and is_cue(token, words()):
            teller = speaker(token, set())
            inside = any(start <= token.idx < end for start, end in item.content)
            if teller is not None and not (inside and teller.i > token.i):
                return teller, token
    return None, None


def _in(span: Span, token: Token) -> bool:
    return span[0] <= token.idx < span[1]
