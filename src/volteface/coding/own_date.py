"""Which of the times that a sentence names belongs to the verb of saying.

The parse decides: the time that hangs on the verb itself, then one on the verb that it is told
with, then one in a clause of its own. What dates the speaker ("who was sacked in May"), another
statement, or a quotation does not count.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from volteface.coding.draft import Draft
from volteface.coding.grammar import text_of
from volteface.coding.said_on import Time
from volteface.records import DateInterval

VERBS = frozenset({"VERB", "AUX"})
"""Parts of speech of verbs."""
_CUES: tuple[Collection[str], ...] = (VERBS, {"NOUN"}, {"ADP", "ADJ", "ADV", "SCONJ"})
_HELPERS = frozenset({"aux", "auxpass"})
_IS = frozenset({"is", "are", "am", "'s", "'re", "'m"})
_HAD = frozenset({"has", "have", "'ve", "had", "been"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_TOLD_OF = frozenset({"relcl", "acl", "appos"})
_LIMITS = frozenset({"since", "after", "before", "until"})
_ISSUED = frozenset({"dated", "issued", "published", "posted", "released", "circulated"})


@dataclass(slots=True)
class Said:
    """A draft on its way to its day; ``at`` is its place among the report's drafts."""

    at: int
    draft: Draft
    cue: Token | None
    outer: "Said | None" = None
    own: DateInterval | None = None
    least: DateInterval | None = None
    """A day in its content, before which it was not said."""
    when: DateInterval | None = None

    @property
    def speaker(self) -> tuple[str | None, ...]:
        """Who is speaking, as far as it can be compared."""
        draft = self.draft
        return (draft.person,) if draft.person else (draft.role, draft.actor)

    @property
    def now(self) -> bool:
        """Held as the report is written: *says*, *hopes*, *is expected*; not *has said*."""
        if self.cue is None or self.cue.pos_ not in VERBS:
            return False
        if self.cue.tag_ in {"VBZ", "VBP"}:
            return True
        helpers = self.helpers
        return self.cue.tag_ in {"VBN", "VBG"} and bool(helpers & _IS) and not helpers & _HAD

    @property
    def helpers(self) -> frozenset[str]:
        """The auxiliaries of the verb of saying."""
        if self.cue is None:
            return frozenset()
        return frozenset(t.lower_ for t in self.cue.children if t.dep_ in _HELPERS)

    def sentence(self, doc: Doc) -> int:
        """Where its sentence begins."""
        first = min(start for start, _ in (*self.draft.content, *self.draft.cue))
        token = self.cue if self.cue is not None else token_at(doc, first)
        return 0 if token is None else token.sent.start_char

    def holds(self, time: Time) -> bool:
        """Whether the time stands in what was said."""
        return any(start <= time.start < end for start, end in self.draft.content)


def said_in(doc: Doc, numbered: Iterable[tuple[int, Draft]], times: Sequence[Time]) -> list[Said]:
    """The statements of a paragraph, with the time that each sentence gives its own.

    Args:
        doc: The paragraph.
        numbered: Its drafts, each with its place in the report.
        times: The times that the paragraph names.
    """
    said = [
        Said(at, draft, _cue(doc, draft))
        for at, draft in numbered
        if draft.voice == "attributed" or draft.register == "absence"
    ]
    for one in said:
        outer = [o for o in said if _passes_on(o.draft, one.draft)]
        one.outer = min(outer, key=lambda o: sum(e - s for s, e in o.draft.content), default=None)
        one.own = _own(one, said, doc, times)
        days = [t.when for t in times if one.holds(t) and is_short(t.when)]
        if one.own is None and days:
            one.least = max(days, key=lambda when: when.earliest)
    return said


def is_short(when: DateInterval) -> bool:
    """A day, or a night."""
    return (when.latest - when.earliest).days <= 1


def token_at(doc: Doc, offset: int) -> Token | None:
    """The token at an offset."""
    span = doc.char_span(offset, offset + 1, alignment_mode="expand")
    return None if span is None else span[0]


def _cue(doc: Doc, draft: Draft) -> Token | None:
    """The verb of saying among the words that report it, else the noun or preposition."""
    tokens = [t for s, e in draft.cue for t in doc if s <= t.idx < e and t.dep_ not in _HELPERS]
    for kinds in _CUES:
        for token in reversed(tokens):
            if token.pos_ in kinds:
                return token
    return tokens[0] if tokens else None


def _passes_on(outer: Draft, inner: Draft) -> bool:
    """Whether the one statement stands inside the other, with its verb of saying."""
    first, last = outer.content[0][0], outer.content[-1][1]
    begins = (inner.cue or inner.content)[0][0]
    return outer.content != inner.content and first <= begins and inner.content[-1][1] <= last


def _own(one: Said, said: Sequence[Said], doc: Doc, times: Sequence[Time]) -> DateInterval | None:
    start, end = one.draft.clause
    cues = {other.cue.i for other in said if other.cue is not None and other.cue != one.cue}
    ranked = []
    for time in times:
        token = token_at(doc, time.start)
        if token is None or not start <= time.start < end or _elsewhere(time, one, said, doc):
            continue
        rank = _rank(token, one, cues, inside=one.holds(time))
        if rank is not None and not (one.now and rank):
            ranked.append((rank, abs(token.i - (one.cue or token).i), time.when))
    return min(ranked, key=lambda item: item[:2])[2] if ranked else None


def _elsewhere(time: Time, one: Said, said: Sequence[Said], doc: Doc) -> bool:
    """Whether the time dates a noun ("Saturday's summit") or another statement."""
    if text_of(doc).startswith("'s", time.end):
        return True
    if one.outer is not None and not one.outer.holds(time):
        return True
    return any(
        other.holds(time)
        for other in said
        if other.draft.content != one.draft.content
        and not _passes_on(other.draft, one.draft)
        and not _passes_on(one.draft, other.draft)
    )


def _rank(token: Token, one: Said, cues: set[int], *, inside: bool) -> int | None:
    """How surely a time belongs to a verb of saying, 0 for most; None where it does not."""
    cue = one.cue
    if cue is None:
        return None if inside else 5
    if token.sent.start != cue.sent.start or text_of(token.doc)[: token.idx].count('"') % 2:
        return None
    if inside:
        # "Announced a truce on Friday": the noun takes the day from the verb.
        between = token.doc[min(cue.i, token.i) + 1 : max(cue.i, token.i)]
        close = token.i > cue.i and not any(t.tag_ in _FINITE for t in between)
        return 4 if close and token in cue.subtree else None
    verb = next((t for t in token.ancestors if t.pos_ in VERBS), None)
    if verb == cue or (cue.pos_ not in VERBS and token in cue.subtree):
        return 0
    if verb is None:
        return 3
    if verb in cue.ancestors:
        return None if cue.dep_ in {"parataxis", "ccomp"} else 1
    return _rank_below(verb, cue, cues)


def _rank_below(verb: Token, cue: Token, cues: set[int]) -> int | None:
    """For a time of another verb that hangs on the verb of saying, or on neither."""
    up = [verb, *verb.ancestors]
    below = up[: up.index(cue)] if cue in up else up
    if any(t.i in cues for t in below):
        return None
    if verb.lower_ in _ISSUED and cue in up:
        return 2
    limits = (c for t in below for c in t.children if c.dep_ in {"mark", "prep"})
    if any(t.dep_ in _TOLD_OF for t in below) or any(c.lower_ in _LIMITS for c in limits):
        return None
    return 2 if cue in up else None
