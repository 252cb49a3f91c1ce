"""One attribution: what was said, and who is given as its source."""

from dataclasses import dataclass

from spacy.tokens import Token

from volteface.coding.grammar import noun_phrase
from volteface.records import Kind, Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody is given as the source of something.

    Spans are offsets into the paragraph. ``source`` is the head of the source phrase, None where
    nobody is named or, with ``continued``, where the last speaker goes on. ``relay`` is the
    outlet that passed it on; ``parent`` the index of the attribution whose content holds this one.
    ``marked_source`` and ``marked_cue`` are the phrases as the trained tagger marked them, None
    where the parse alone gives them.
    """

    content: tuple[Span, ...]
    source: Token | None
    cue: Token | None
    kind: Kind
    relay: Token | None = None
    addressee: Token | None = None
    continued: bool = False
    parent: int | None = None
    marked_source: Span | None = None
    marked_cue: Span | None = None

    @property
    def speaker(self) -> tuple[Span, ...]:
        """The source phrase, empty where there is none in this paragraph."""
        if self.source is None:
            return ()
        return (self.marked_source or noun_phrase(self.source),)

    @property
    def reporting(self) -> tuple[Span, ...]:
        """The words that report: *said*, *has urged*, *according to*."""
        if self.cue is None:
            return ()
        return (self.marked_cue or (self.cue.idx, self.cue.idx + len(self.cue)),)
