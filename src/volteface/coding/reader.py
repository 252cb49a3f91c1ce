"""Report to statements, events and claims."""

from collections.abc import Sequence
from datetime import date
from functools import cache, cached_property

from spacy.language import Language
from spacy.tokens import Doc

from volteface.case.claims_schema import Claim as KnownClaim
from volteface.case.load import load_claims
from volteface.case.schema import Case, CaseFile
from volteface.coding.claims.coder import ReportClaims
from volteface.coding.claims.matching import Matcher
from volteface.coding.coded import Coded
from volteface.coding.convention import Convention, speech
from volteface.coding.draft import Draft
from volteface.coding.drafting import Drafter
from volteface.coding.echoes import without_echoes
from volteface.coding.events.coder import EventCoder
from volteface.coding.leaders import leaders
from volteface.coding.learnt import Learnt, load_learnt
from volteface.coding.meaning import meaning_of
from volteface.coding.moved import about_who_moved
from volteface.coding.names import Gazetteer
from volteface.coding.paragraph import Paragraph, paragraphs
from volteface.coding.passage import Passage
from volteface.coding.reading_key import MODEL
from volteface.coding.recorded import statement_of
from volteface.coding.register_choice import Weights, general, taught
from volteface.coding.repeats import linked_to_headline
from volteface.coding.scene import Scene
from volteface.coding.stance import Decision, StanceCoder
from volteface.coding.strangers import observers_actor
from volteface.coding.tagger.decode import Tagged, by_paragraph, decoded
from volteface.coding.tagger.network import Marks, network
from volteface.coding.vectors import Vectors, load_vectors
from volteface.coding.words import words
from volteface.coding.world import beside, world_actors, world_outlets
from volteface.records import Claim, Event, Report, Statement

_BATCH = 64


@cache
def parser() -> Language:
    """The English parser; loaded once a process."""
    import spacy  # noqa: PLC0415 - takes a second, and only readers need it

    return spacy.load(MODEL, exclude=["ner"])


def without_case() -> Case:
    """A case with no issues, actors or facts of its own: names come from the built-in tables."""
    return Case(
        folder="",
        digest="",
        settings=CaseFile(id="none", title="no case", begins=date.min),
        actors=(),
        people=(),
        issues=(),
        ties=(),
        facts=(),
    )


class Reader:
    """Reads reports by one case.

    Args:
        case: The case whose actors and issues count; None reads by the built-in states,
            institutions and outlets, and leaves issues null.
        by_rules: Leave the trained tagger out, as where it is not installed.
        quotations: What counts as one: ``"broad"`` for every attribution, ``"speech"`` for speech
            alone, what follows *he said.* apart.
        claims: What claims are matched with; None for those of the case's folder.
    """

    def __init__(
        self,
        case: Case | None = None,
        *,
        by_rules: bool = False,
        quotations: Convention = "broad",
        claims: Sequence[KnownClaim] | None = None,
    ) -> None:
        self.case = case if case is not None else without_case()
        self._tagger = None if by_rules else network()
        self._gazetteer = gazetteer_of(self.case)
        self._shifts = {issue.id for issue in self.case.issues if issue.kind == "shift"}
        self._observers = observers_actor(self.case)
        self._parties = frozenset(
            a.id for a in self.case.actors if a.kind == "party" and not a.iso3
        )
        self._events = EventCoder(self.case, world_actors())
        self._claims = claims
        self._convention = quotations

    @cached_property
    def _vectors(self) -> Vectors | None:
        """Loaded when the first report is read: a run that finds nothing new needs no model."""
        return load_vectors()

    @cached_property
    def _matcher(self) -> Matcher | None:
        """Knows the claims of the case; None where it has none, or where there are no vectors."""
        known = self._claims
        if known is None:
            known = load_claims(self.case.folder) if self.case.folder else ()
        if not known or self._vectors is None:
            return None
        return Matcher(known, self._vectors, self._gazetteer)

    @cached_property
    def _learnt(self) -> Learnt:
        """What was learnt from approved statements."""
        return load_learnt(self.case)

    @cached_property
    def _registers(self) -> Weights:
        """What the signs of a register are worth, after what was learnt."""
        return taught(self._learnt.approved, general())

    @cached_property
    def _stance(self) -> StanceCoder | None:
        if not self.case.issues:
            return None
        return StanceCoder(self.case, self._vectors, self._learnt)

    def read(self, report: Report) -> tuple[Statement, ...]:
        """The report's statements in order of their words; none where its ``note`` says why not."""
        return self.code(report).statements

    def code(self, report: Report) -> Coded:
        """The report's statements, events and claims; none where its ``note`` says why not."""
        if report.note is not None:
            return Coded()
        parts = list(paragraphs(report))
        docs = list(parser().pipe([part.plain for part in parts], batch_size=_BATCH))
        drafter = Drafter(self.case, self._gazetteer, report, self._registers)
        marks = self._marks(parts, docs)
        tagged = _tagged(marks, parts)
        for part, doc, marked in zip(parts, docs, tagged, strict=True):
            drafter.paragraph(part, doc, marked)
        drafts = drafter.drafts
        if self._convention == "speech":
            drafts = speech(drafts, parts, docs, words())
        decided = self._decide(drafts, parts, docs, marks)
        events, claims = self._told(report, parts, docs, drafter)
        statements = [
            statement_of(
                report, parts[draft.paragraph].start, self._placed(draft, decision), decision
            )
            for draft, decisions in zip(drafts, decided, strict=True)
            for decision in decisions
        ]
        in_order = sorted(without_echoes(statements), key=lambda s: (s.content, s.cue))
        return Coded(linked_to_headline(in_order, report.title, parts), events, claims)

    def _told(
        self,
        report: Report,
        parts: Sequence[Paragraph],
        docs: Sequence[Doc],
        drafter: Drafter,
    ) -> tuple[tuple[Event, ...], tuple[Claim, ...]]:
        """The report's events and claims."""
        events = self._events.begin(report)
        claims = ReportClaims(report, self._observers, self._matcher)
        said: dict[int, list[Draft]] = {}
        for draft in drafter.drafts:
            said.setdefault(draft.paragraph, []).append(draft)
        for number, (part, doc) in enumerate(zip(parts, docs, strict=True)):
            found, names = drafter.names[number]
            scene = Scene(number, part.start, doc, names, [])
            capitals = {n.start: n.actor for n in found if n.kind == "metonym" and n.actor}
            events.paragraph(scene, said.get(number, ()), capitals)
            claims.paragraph(scene, said.get(number, ()))
        return events.events(), claims.claims()

    def _marks(self, parts: Sequence[Paragraph], docs: Sequence[Doc]) -> Sequence[Marks] | None:
        """What the trained tagger says of the report; None without a tagger."""
        if self._tagger is None:
            return None
        return self._tagger.read([(part.start, d) for part, d in zip(parts, docs, strict=True)])

    def _placed(self, draft: Draft, decision: Decision | None) -> Draft:
        """The draft as the issue it was placed on asks for it."""
        if decision is None or decision.issue not in self._shifts:
            return draft
        return about_who_moved(draft, self._observers)

    def _decide(
        self,
        drafts: Sequence[Draft],
        parts: Sequence[Paragraph],
        docs: Sequence[Doc],
        marks: Sequence[Marks] | None,
    ) -> list[Sequence[Decision | None]]:
        """Issue and stance of each draft; the writer's assertions about no issue are dropped."""
        if self._stance is None:
            return [(None,) if draft.voice == "attributed" else () for draft in drafts]
        meaning = None if marks is None else meaning_of(marks)
        passages = [
            Passage(
                doc=docs[draft.paragraph],
                content=draft.content,
                clause=draft.clause,
                mentions=tuple(n.mention for n in draft.names),
                actor=draft.about or draft.actor,
                deed=draft.register == "conduct",
                start=parts[draft.paragraph].start,
                meaning=meaning,
            )
            for draft in drafts
        ]
        return [
            decisions
            if draft.voice == "attributed"
            else [d for d in decisions if d.readings[0].issue is not None]
            for draft, decisions in zip(drafts, self._stance.code(passages), strict=True)
        ]


def gazetteer_of(case: Case) -> Gazetteer:
    """The case's names first, then the built-in ones."""
    outlets = [*case.settings.outlets, *world_outlets()]
    return Gazetteer([*case.actors, *beside(case.actors)], case.people, outlets, leaders(case))


def _tagged(
    marks: Sequence[Marks] | None, parts: Sequence[Paragraph]
) -> Sequence[Sequence[Tagged] | None]:
    """The attributions that were marked in each paragraph; None for each without a tagger."""
    if marks is None:
        return [None] * len(parts)
    return by_paragraph(
        [item for window in marks for item in decoded(window)],
        [(part.start, part.start + len(part.plain)) for part in parts],
    )
