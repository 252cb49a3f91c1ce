"""Whom the attributions of a paragraph are given to."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from volteface.coding.attribution import Attribution
from volteface.coding.discourse import Speaker
from volteface.coding.grammar import text_of
from volteface.coding.naming import Named
from volteface.coding.scene import Scene
from volteface.coding.speaker import Speakers
from volteface.records import DateInterval, Span

_PLURAL = {"NNS", "NNPS"}
_PAIR = {"both", "two"}


@dataclass(frozen=True, slots=True)
class Source:
    """Whom an attribution is given to, and the source phrase's offsets in the report.

    Several for *France and Algeria said*; the first stands for them in a chain. ``through`` is the
    outlet whose source it is: *its correspondent*, *a man whom the paper reached*.
    """

    speakers: tuple[Speaker, ...]
    spans: tuple[Span, ...]
    through: str | None = None

    @property
    def first(self) -> Speaker:
        """The one named first."""
        return self.speakers[0]


_NOBODY = Source((Speaker(),), ())


class Sources:
    """Resolves source phrases one paragraph after the other."""

    def __init__(self, speakers: Speakers) -> None:
        self._speakers = speakers
        self._last = _NOBODY

    def enter(self, scene: Scene) -> None:
        """Start a paragraph: remember who is spoken of in it."""
        self._speakers.enter(scene.base, scene.doc, scene.names)

    def of(self, found: Sequence[Attribution], scene: Scene) -> list[Source]:
        """Resolved in the order of the text, so that *he* and *the source* look back."""
        known: dict[int, tuple[Speaker, ...]] = {}
        for token in sorted({a.source for a in found if a.source is not None}, key=lambda t: t.i):
            said = [
                span
                for item in found
                if item.source == token
                for span in _unnamed_in(item, token, scene.base)
            ]
            known[token.i] = self._joint(token, scene, said)
            self._speakers.spoke(token, known[token.i][0])
        out: list[Source] = []
        for item in found:
            if item.source is None:
                out.append(self._last if item.continued else _NOBODY)
                continue
            spans = tuple((scene.base + start, scene.base + end) for start, end in item.speaker)
            through = self._speakers.outlet_behind(item.source)
            out.append(Source(known[item.source.i], spans, through))
            if item.parent is None:
                self._last = out[-1]
        return out

    def outlet(self, token: Token) -> str | None:
        """The outlet that *the paper* or *the agency* means."""
        return self._speakers.outlet(token)

    def on_day(self, speaker: Speaker, when: DateInterval | None) -> Speaker:
        """The same person in the office of the day on which it was said."""
        return self._speakers.on_day(speaker, when)

    def _joint(self, token: Token, scene: Scene, said: list[Span]) -> tuple[Speaker, ...]:
        """The speaker, and those named beside it who speak for themselves."""
        listed = _listed(token, scene.names)
        if listed:
            return tuple(self._speakers.resolve(item.head, scene.names) for item in listed)
        if token.tag_ in _PLURAL and {t.lower_ for t in token.lefts} & _PAIR:
            pair = self._speakers.pair(token)
            if pair:
                return pair
        first = self._speakers.resolve(token, scene.names, said)
        others = (self._speakers.resolve(other, scene.names) for other in token.conjuncts)
        named_too = [o for o in others if o.outlet is None and (o.person or o.actor)]
        listed_too = named_too and token.tag_ in _PLURAL and not (first.person or first.actor)
        return tuple(dict.fromkeys(named_too if listed_too else (first, *named_too)))


def _listed(head: Token, names: list[Named]) -> list[Named]:
    """*The guarantors, Russia, Turkey and Iran*: a plural whose members are named behind it."""
    if head.tag_ not in _PLURAL and head.doc[head.right_edge.i].tag_ not in _PLURAL:
        return []
    for item in names:
        lists = item.head.dep_ == "appos" and head.i < item.head.i <= head.right_edge.i
        if lists and item.mention.outlet is None and item.mention.kind != "adjective":
            joined = {token.i for token in item.head.conjuncts}
            others = [n for n in names if n.head.i in joined and n.mention.outlet is None]
            if others:
                return [item, *others]
    return []


def _unnamed_in(item: Attribution, token: Token, base: int) -> list[Span]:
    """Where the one who speaks is not called by name: what he says, in the sentence of *he*.

    Not where it follows: *when Traore left, he said that ...*.
    """
    sentence = token.sent.start_char
    spans = [
        (base + start, base + end)
        for start, end in item.content
        if item.kind == "direct" or start >= sentence
    ]
    cue = item.cue
    aside = cue is not None and cue.i + 1 < len(cue.doc) and cue.doc[cue.i + 1].text == ","
    if aside and token.i > token.sent.start and token.doc[token.i - 1].text == ",":
        before = text_of(token.doc)[sentence : token.idx]
        clause = max(before.rfind(":"), before.rfind(";")) + 1
        spans.append((base + sentence + clause, base + token.idx))
    return spans
