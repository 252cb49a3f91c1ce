"""Whom the attributions of a paragraph are given to."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from volteface.coding.attribution import Attribution
from volteface.coding.discourse import Speaker
from volteface.coding.scene import Scene
from volteface.coding.speaker import Speakers
from volteface.records import Span


@dataclass(frozen=True, slots=True)
class Source:
    """Whom an attribution is given to, and the source phrase's offsets in the report.

    Several for *France and Algeria said*; the first stands for them in a chain.
    """

    speakers: tuple[Speaker, ...]
    spans: tuple[Span, ...]

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
            known[token.i] = self._joint(token, scene)
            self._speakers.spoke(token, known[token.i][0])
        out: list[Source] = []
        for item in found:
            if item.source is None:
                out.append(self._last if item.continued else _NOBODY)
                continue
            spans = tuple((scene.base + start, scene.base + end) for start, end in item.speaker)
            out.append(Source(known[item.source.i], spans))
            if item.parent is None:
                self._last = out[-1]
        return out

    def _joint(self, token: Token, scene: Scene) -> tuple[Speaker, ...]:
        """The speaker, and those named beside it who speak for themselves."""
        first = self._speakers.resolve(token, scene.names)
        others = (self._speakers.resolve(other, scene.names) for other in token.conjuncts)
        named_too = (o for o in others if o.outlet is None and (o.person or o.actor))
        return tuple(dict.fromkeys((first, *named_too)))
