"""From a report's parsed paragraphs to the claims in them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from volteface.coding.belonging import owner
from volteface.coding.claims.found import Found
from volteface.coding.claims.markers import markers
from volteface.coding.claims.matching import Matcher, Said
from volteface.coding.claims.sentence import claims_in
from volteface.coding.draft import Draft
from volteface.coding.endorsement import from_there, rejected_here
from volteface.coding.grammar import spans_of
from volteface.coding.naming import Named, at_token
from volteface.coding.record_id import identified
from volteface.coding.scene import Scene
from volteface.coding.words import Words, words
from volteface.records import Claim, Report, Span

_HALF = 2
_OPENING = frozenset({",", "and", "but", "so", "that"})
_ACTING = frozenset(
    {
        "army", "council", "crowd", "demonstrator", "deputy", "engineer", "fighter", "force",
        "government", "gunman", "insurgent", "militant", "member", "minister",
        "peacekeeper", "president", "protester", "rebel", "separatist", "soldier", "troop",
    }
)  # fmt: skip
"""Who acts, whosever they are: what they do is told, not claimed."""
_WARLIKE = frozenset(
    {
        "army", "blockade", "ceasefire", "fighter", "fighting", "guerrilla", "insurgent",
        "militant", "militia", "offensive", "peacekeeper", "rebel", "rebellion", "regime",
        "siege", "soldier", "troop", "truce", "war", "warlord",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Held:
    """Whose claim it is, and whether the writer shares it or passes it on."""

    holder: str
    endorsed: bool


class ReportClaims:
    """Reads the paragraphs of one report in order.

    Args:
        report: The report.
        observers: The id of those whose own words the writer's are.
        matcher: Finds the case's claims that say the same; None where there are none.
    """

    def __init__(self, report: Report, observers: str, matcher: Matcher | None) -> None:
        self._report = report
        self._observers = observers
        self._matcher = matcher
        self._said: list[Said] = []

    def paragraph(self, scene: Scene, drafts: Sequence[Draft]) -> None:
        """Read a paragraph; one without an actor or a fighter is not about the war.

        Args:
            scene: The paragraph, parsed and with its names.
            drafts: What was found to be said in it, and by whom.
        """
        names = [item for item in scene.names if item.mention.actor is not None]
        if not names and not any(t.lemma_.lower() in _WARLIKE for t in scene.doc):
            return
        is_actor = _acts(names, words())
        for sentence in scene.doc.sents:
            for found in claims_in(sentence, markers(), is_actor):
                held = self._held(sentence, found, drafts)
                if held is not None:
                    self._said.append(self._claim(scene, sentence, found, held, names))

    def claims(self) -> tuple[Claim, ...]:
        """The claims in the order of their words, matched with the case's."""
        if self._matcher is None:
            return tuple(identified(one.claim) for one in self._said)
        matches = self._matcher.match(self._report.id, self._said)
        return tuple(
            identified(replace(one.claim, matches=match))
            for one, match in zip(self._said, matches, strict=True)
        )

    def _held(self, sentence: Sentence, found: Found, drafts: Sequence[Draft]) -> _Held | None:
        """By whom the words are said; None for what somebody gave no sign of."""
        offsets = [sentence.doc[i].idx for i in found.tokens]
        speech = [d for d in drafts if d.voice == "attributed" or d.register == "absence"]
        holders = [d for d in speech if _HALF * sum(_holds(d, at) for at in offsets) > len(offsets)]
        if not holders:
            text = sentence.text
            content = _place(sentence, found)
            rejected = rejected_here(sentence.doc.text, (content,)) or from_there(text)
            return _Held(self._observers, not rejected)
        inner = min(holders, key=lambda d: sum(end - start for start, end in d.content))
        if inner.register == "absence":
            return None
        holder = inner.person or inner.role or inner.actor or self._observers
        return _Held(holder, inner.endorsed)

    def _claim(
        self, scene: Scene, sentence: Sentence, found: Found, held: _Held, names: list[Named]
    ) -> Said:
        start, end = _place(sentence, found)
        inside = {
            n.mention.actor
            for n in names
            if n.mention.actor is not None and start <= n.mention.start < end
        }
        base, text = scene.base, self._report.text
        claim = Claim(
            id="",
            report=self._report.id,
            content=((base + start, base + end),),
            text=text[base + start : base + end],
            holder=held.holder,
            endorsed=held.endorsed,
            condition=self._words(scene, sentence, found.condition),
            consequence=self._words(scene, sentence, found.consequence),
            direction=found.direction,
            matches=None,
        )
        return Said(claim, frozenset(inside))

    def _words(self, scene: Scene, sentence: Sentence, tokens: frozenset[int]) -> str:
        """The report's own characters, stretches joined by a space."""
        base, text = scene.base, self._report.text
        spans = spans_of(sentence.doc, tokens)
        return " ".join(text[base + start : base + end] for start, end in spans)


def _holds(draft: Draft, at: int) -> bool:
    return any(start <= at < end for start, end in draft.content)


def _place(sentence: Sentence, found: Found) -> Span:
    """From the first word of the claim to its last, a *that* or *and* before it left out."""
    tokens = sorted(found.tokens | found.joint)
    while len(tokens) > 1 and sentence.doc[tokens[0]].lower_ in _OPENING:
        tokens = tokens[1:]
    spans = spans_of(sentence.doc, tokens)
    return spans[0][0], spans[-1][1]


def _acts(names: list[Named], known: Words) -> Callable[[Token], bool]:
    """Whether a token names an actor, or people who act for one."""
    acting = known.officials | known.bodies | known.irregulars | known.groups | known.anonymous

    def acts(token: Token) -> bool:
        if at_token(names, token) is not None:
            return True
        lemma = token.lemma_.lower()
        if lemma in _ACTING:
            return True
        return lemma in acting and owner(token, names, known) is not None

    return acts
