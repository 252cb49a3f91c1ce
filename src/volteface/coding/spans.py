"""Code statements whose spans are known: issue, stance and register of given words.

For statements that a person or another program has found. Who said them is given; which issue
they bear on, which way, and whether they are words, deeds or somebody's reading of somebody else
is decided here, by the same rules and weights as in :class:`volteface.coding.reader.Reader`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc

from volteface.case.schema import Case
from volteface.coding.given_register import Told, about_of, register_given
from volteface.coding.given_words import Said, Words
from volteface.coding.grammar import text_of
from volteface.coding.learnt import Learnt, load_learnt
from volteface.coding.meaning import Meaning, meaning_of
from volteface.coding.naming import Named, named
from volteface.coding.paragraph import paragraphs
from volteface.coding.passage import Passage, clause_around
from volteface.coding.reader import gazetteer_of, parser
from volteface.coding.register_choice import Weights, general, taught
from volteface.coding.stance import Decision, StanceCoder
from volteface.coding.strangers import observers_actor
from volteface.coding.tagger.network import network
from volteface.coding.vectors import load_vectors
from volteface.coding.words import words
from volteface.errors import UsageError
from volteface.records import Register, Report, Span

__all__ = ["Coded", "Given", "SpanCoder"]


@dataclass(frozen=True, slots=True)
class Given:
    """A statement before it is coded.

    ``content`` are offsets into the report's text of what was said or done, within one paragraph.
    ``actor`` is the id of the actor who said or did it, None where it is unknown; ``attributed``
    is true where the report gives somebody as the source. ``register`` and ``about`` may be given
    too; left out, they are decided.
    """

    content: tuple[Span, ...]
    actor: str | None
    attributed: bool = True
    register: Register | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Coded:
    """What was decided: at least one decision, and one more for each further issue.

    ``told`` is the register that was decided, with its signs, whether or not one was given.
    """

    register: Register
    about: str | None
    decisions: tuple[Decision, ...]
    told: Told


@dataclass(frozen=True, slots=True)
class _Whole:
    """A report: offset and parse of its paragraphs, and what its words mean."""

    report: Report
    parsed: list[tuple[int, Doc]]
    meaning: Meaning | None


class SpanCoder:
    """Codes given statements by one case.

    Args:
        case: Whose issues and actors count.
        learnt: What to learn from; None takes what ``volteface learn`` has kept.
        registers: What signs of a register are worth where nothing was learnt; None for the
            general weights.
    """

    def __init__(
        self, case: Case, learnt: Learnt | None = None, *, registers: Weights | None = None
    ) -> None:
        known = load_learnt(case) if learnt is None else learnt
        self._case, self._learnt = case, known
        self._weights = taught(known.approved, general() if registers is None else registers)
        self._last: _Whole | None = None
        self._gazetteer = gazetteer_of(case)
        self._parties = frozenset(a.id for a in case.actors if a.kind == "party" and not a.iso3)
        self._words = Words(words(), observers_actor(case), case.settings.vocabulary.absence)

    @cached_property
    def _stance(self) -> StanceCoder:
        return StanceCoder(self._case, load_vectors(), self._learnt)

    def code(self, report: Report, given: Sequence[Given]) -> list[Coded]:
        """Each statement coded, in the order given.

        Raises:
            UsageError: A content lies in no paragraph of the report, or in several.
        """
        read = self.passages(report, given)
        decided = self._stance.code([passage for passage, _, _ in read])
        return [
            Coded(item.register or told.register, about, decisions, told)
            for item, (_, told, about), decisions in zip(given, read, decided, strict=True)
        ]

    def passages(
        self, report: Report, given: Sequence[Given]
    ) -> list[tuple[Passage, Told, str | None]]:
        """Each statement with its surroundings, the register told, and whom it is about.

        Raises:
            UsageError: A content lies in no paragraph of the report, or in several.
        """
        if self._last is None or self._last.report != report:
            self._last = _whole(report)
        parsed, meaning = self._last.parsed, self._last.meaning
        homes = [_home(parsed, item.content) for item in given]
        names = {
            n: named(parsed[n][1], self._gazetteer, report.published, self._parties)
            for n in sorted(set(homes))
        }
        return [
            self._passage(item, parsed[home], names[home], meaning)
            for item, home in zip(given, homes, strict=True)
        ]

    def _passage(
        self,
        item: Given,
        parsed: tuple[int, Doc],
        names: list[Named],
        meaning: Meaning | None,
    ) -> tuple[Passage, Told, str | None]:
        base, doc = parsed
        content = tuple((start - base, end - base) for start, end in item.content)
        said = Said(doc, content, names)
        told = register_given(
            said,
            self._words,
            actor=item.actor,
            attributed=item.attributed,
            weights=self._weights,
        )
        register = item.register or told.register
        about = item.about
        if about is None and register in {"imputed", "absence"}:
            about = about_of(said, self._words, item.actor, register)
        passage = Passage(
            doc=doc,
            content=content,
            clause=clause_around(doc, content),
            mentions=tuple(n.mention for n in names),
            actor=about or item.actor,
            deed=register == "conduct",
            start=base,
            meaning=meaning,
        )
        return passage, told, about


def _whole(report: Report) -> _Whole:
    """Read all of it, so that what is decided of some words does not depend on which are given."""
    parts = list(paragraphs(report))
    docs = parser().pipe([part.plain for part in parts], batch_size=64)
    parsed = [(part.start, doc) for part, doc in zip(parts, docs, strict=True)]
    tagger = network()
    return _Whole(report, parsed, None if tagger is None else meaning_of(tagger.read(parsed)))


def _home(parsed: Sequence[tuple[int, Doc]], content: Sequence[Span]) -> int:
    """The number of the paragraph that holds all of the content."""
    start, end = min(s for s, _ in content), max(e for _, e in content)
    for number, (base, doc) in enumerate(parsed):
        if base <= start and end <= base + len(text_of(doc)):
            return number
    raise UsageError(f"characters {start} to {end} lie in no one paragraph of the report")
