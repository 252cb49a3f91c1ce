"""A stretch of a report whose issue and stance are asked for."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from volteface.coding.grammar import text_of
from volteface.coding.meaning import Meaning
from volteface.coding.mention import Mention
from volteface.records import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """What was said, in its grammatical surroundings.

    ``doc`` is the parsed report or paragraph and every offset points into its text. ``content``
    are the spans of what was said; ``clause`` is the sentence around them, which gives subject
    and reporting verb (*refused to*, *denied*). ``mentions`` are the resolved names of the
    document. ``actor`` is the id of the actor whose position is described: the speaker's, or the
    one it is about; None where it is not known. ``deed`` is true for what was done, not said.
    ``start`` is the offset of the document in its report, and ``meaning`` what the report's words
    mean; None where they were not read together.
    """

    doc: Doc
    content: tuple[Span, ...]
    clause: Span
    mentions: tuple[Mention, ...]
    actor: str | None
    deed: bool = False
    start: int = 0
    meaning: Meaning | None = None

    def text(self) -> str:
        """The words of the content, as :meth:`words` gives them."""
        return self.words(self.content)

    def words(self, spans: Sequence[Span]) -> str:
        """The words of stretches of the document, joined by a space, on one line."""
        return " ".join(" ".join(text_of(self.doc)[s:e].split()) for s, e in spans)

    def in_report(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """Stretches of the document in offsets of the report."""
        return tuple((self.start + s, self.start + e) for s, e in spans)

    def tokens(self) -> TokenSpan:
        """The clause's tokens; a token that is only partly inside counts."""
        start, end = self.clause
        span = self.doc.char_span(start, end, alignment_mode="expand")
        return self.doc[0:0] if span is None else span

    def holds(self, index: int) -> bool:
        """Whether the token of that index begins inside the content."""
        at = self.doc[index].idx
        return any(start <= at < end for start, end in self.content)


def clause_around(doc: Doc, spans: Sequence[Span]) -> Span:
    """From the start of the first sentence touched to the end of the last."""
    start, end = min(s for s, _ in spans), max(e for _, e in spans)
    for sentence in doc.sents:
        if sentence.end_char > start and sentence.start_char < end:
            start, end = min(start, sentence.start_char), max(end, sentence.end_char)
    return start, end
