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
    """

    content: tuple[Span, ...]
    source: Token | None
    cue: Token | None
    kind: Kind
    relay: Token | None = None
    addressee: Token | None = None
    continued: bool = False
    parent: int | None = None

    @property
    def speaker(self) -> tuple[Span, ...]:
        """The source phrase, empty where there is none in this paragraph."""
        return () if self.source is None else (noun_phrase(self.source),)
