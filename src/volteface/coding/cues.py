"""Find a case's cues in parsed text: one walk over the tokens, whatever the number of cues."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from volteface.case.cues import ANY
from volteface.case.schema import Actor, Issue
from volteface.coding.cue_language import Choice, Cue, Place, parse_cue
from volteface.coding.inflection import PLURAL_ONLY, base_forms
from volteface.coding.linking import changed_by_particle, is_attribute, linked
from volteface.coding.mention import Mention

WIDEST_GAP = 6
"""Words that ``...`` may stand for."""
LIGHT_RUN = 2
"""Words that say nothing and may stand between two neighbours of a cue."""
_LIGHT = frozenset({"DET", "ADV", "PART", "ADJ"})
_LIGHT_TEXT = frozenset("\"'-\u2010\u2011\u2013\u201c\u201d\u2018\u2019")
_ENDS = frozenset({".", "!", "?", ";", ":"})


@dataclass(frozen=True, slots=True)
class CueMatch:
    """A cue of one pole found in a text.

    ``sign`` is +1 or -1, the pole that the cue says when affirmed. ``tokens`` are the indices of
    the matched tokens, rising; words that were only skipped are not among them. ``cue`` is the
    cue as the case writes it, ``places`` how many places it has.
    """

    issue: str
    sign: int
    cue: str
    places: int
    tokens: tuple[int, ...]


def _is_light(token: Token) -> bool:
    return token.pos_ in _LIGHT or token.tag_ in {"PRP$", "POS"} or token.text in _LIGHT_TEXT


def _forms(token: Token) -> frozenset[str]:
    """The forms under which a cue may find a token: *armed* in *armed men* is no form of *arm*."""
    own = frozenset({token.lower_, token.norm_})
    goods = token.lower_ in PLURAL_ONLY and token.pos_ != "VERB"
    if goods or is_attribute(token):
        return own
    return own | base_forms(token.lower_) | {token.lemma_.lower()}


def mention_tokens(doc: Doc, mentions: Iterable[Mention]) -> dict[int, tuple[int, Mention]]:
    """For each mention's first token: the index after its last token, and the mention."""
    found = {}
    for mention in mentions:
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is not None:
            found[span.start] = (span.end, mention)
    return found


class _Text:
    """The stretch of a document that is searched."""

    def __init__(
        self, doc: Doc, start: int, end: int, named: Mapping[int, tuple[int, Mention]]
    ) -> None:
        self.doc = doc
        self.start, self.end = start, end
        self.named = named
        self.forms = {i: _forms(doc[i]) for i in range(start, end)}

    def _breaks(self, i: int) -> bool:
        return self.doc[i].text in _ENDS or bool(self.doc[i].is_sent_start)

    def light_starts(self, i: int) -> Iterator[int]:
        """``i`` and the indices after at most ``LIGHT_RUN`` light words."""
        for step in range(LIGHT_RUN + 1):
            if i >= self.end or (step and self._breaks(i)):
                return
            yield i
            if not _is_light(self.doc[i]):
                return
            i += 1

    def gap_starts(self, i: int) -> Iterator[int]:
        """Indices before which at most ``WIDEST_GAP`` words of the same sentence are left out."""
        left_out = 0
        while i < self.end and left_out <= WIDEST_GAP and not self._breaks(i):
            yield i
            left_out += not self.doc[i].is_punct
            i += 1

    def fill(self, choice: Choice, i: int) -> tuple[int, ...] | None:
        """The tokens that fill a choice from index ``i`` on, or None."""
        if choice.actor is not None:
            end, mention = self.named.get(i, (i, None))
            known = mention is not None and (
                (mention.actor or mention.person) if choice.actor == ANY else mention.actor
            )
            fits = known and choice.actor in {ANY, known}
            return tuple(range(i, end)) if fits and end <= self.end else None
        taken: list[int] = []
        for forms in choice.words:
            starts = self.light_starts(taken[-1] + 1) if taken else iter((i,))
            at = next((j for j in starts if self.forms[j] & forms), None)
            if at is None:
                return None
            taken.append(at)
        return tuple(taken)

    def match(self, places: Sequence[Place], starts: Iterable[int]) -> tuple[int, ...] | None:
        """The first way to fill all places when the first begins at one of ``starts``."""
        for start in starts:
            for choice in places[0].choices:
                taken = self.fill(choice, start)
                if taken is None:
                    continue
                if len(places) == 1:
                    return taken
                after = taken[-1] + 1
                nexts = self.gap_starts(after) if places[1].gap else self.light_starts(after)
                for next_start in nexts:
                    rest = self.match(places[1:], (next_start,))
                    if rest is not None and (not places[1].gap or self._linked(taken, rest)):
                        return taken + rest
        return None

    def _linked(self, left: Sequence[int], right: Sequence[int]) -> bool:
        return linked((self.doc[i] for i in left), (self.doc[i] for i in right))

    def keeps_sense(self, tokens: Sequence[int]) -> bool:
        """Whether no particle beside the matched words makes another verb of one of them.

        Text that was not parsed is believed.
        """
        return not self.doc.has_annotation("DEP") or not any(
            changed_by_particle(self.doc[i], tokens) for i in tokens
        )


def _yields(match: CueMatch, other: CueMatch) -> bool:
    """Whether a match gives way to a longer one.

    It does where all its words are in the other, "support" in "support the coup", and where the
    two overlap and say opposite things about one issue.
    """
    own, others = frozenset(match.tokens), frozenset(other.tokens)
    opposed = match.issue == other.issue and match.sign != other.sign
    return own < others or (opposed and bool(own & others) and len(own) < len(others))


def _longest(matches: list[CueMatch]) -> list[CueMatch]:
    return [m for m in matches if not any(_yields(m, other) for other in matches)]


def _needed(cue: Cue) -> tuple[frozenset[str], ...]:
    """Word forms of which a text must have one of each set to match; actors need none."""
    return tuple(
        frozenset().union(*(choice.words[0] for choice in place.choices))
        for place in cue.places
        if all(choice.actor is None for choice in place.choices)
    )


class CueMatcher:
    """All cues of a case, ready to be found.

    Raises:
        CaseError: A cue cannot be read; the message quotes it.
    """

    def __init__(self, issues: Iterable[Issue], actors: Iterable[Actor]) -> None:
        ids = frozenset(actor.id for actor in actors)
        self._cues: list[tuple[str, int, Cue]] = [
            (issue.id, sign, parse_cue(text, ids))
            for issue in issues
            for sign, pole in ((1, issue.plus), (-1, issue.minus))
            for text in pole.cues
        ]
        self._needed = [_needed(cue) for _, _, cue in self._cues]
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._by_actor: dict[str, list[int]] = defaultdict(list)
        for number, (_, _, cue) in enumerate(self._cues):
            for choice in cue.places[0].choices:
                if choice.actor is not None:
                    self._by_actor[choice.actor].append(number)
                else:
                    for form in choice.words[0]:
                        self._by_word[form].append(number)

    def match(
        self, doc: Doc, start: int, end: int, mentions: Iterable[Mention]
    ) -> tuple[CueMatch, ...]:
        """The cues in tokens ``start`` to ``end`` (half open), in order of place and of the case.

        A cue is reported once for each token it begins at; one whose tokens are all part of a
        longer match is left out.
        """
        text = _Text(doc, start, end, mention_tokens(doc, mentions))
        there = frozenset().union(*text.forms.values())
        found: list[CueMatch] = []
        for i in range(start, end):
            numbers = {n for form in text.forms[i] for n in self._by_word.get(form, ())}
            if i in text.named:
                actor = text.named[i][1].actor
                numbers.update(self._by_actor.get(ANY, ()), self._by_actor.get(actor or ANY, ()))
            for number in sorted(numbers):
                if any(needed.isdisjoint(there) for needed in self._needed[number]):
                    continue
                issue, sign, cue = self._cues[number]
                tokens = text.match(cue.places, (i,))
                if tokens is not None and text.keeps_sense(tokens):
                    found.append(CueMatch(issue, sign, cue.text, len(cue.places), tokens))
        return tuple(_longest(found))
