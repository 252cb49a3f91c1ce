"""Paragraphs to drafts: attributions, speakers, chains, dates and the writer's own assertions."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from volteface.case.schema import Case
from volteface.coding.attribution import Attribution, attributions, governed
from volteface.coding.chain import given_back, outlet_of, tails, without
from volteface.coding.discourse import Speaker
from volteface.coding.draft import Draft
from volteface.coding.endorsement import from_there, rejected_here, rejects_back
from volteface.coding.given_register import about_of, register_given
from volteface.coding.given_words import Said
from volteface.coding.given_words import Words as Known
from volteface.coding.grammar import noun_phrase, text_of
from volteface.coding.levels import with_levels
from volteface.coding.links import Chains, own_statements
from volteface.coding.names import Gazetteer, Name
from volteface.coding.naming import Named, at_token, placed
from volteface.coding.open_quotes import OpenQuotes
from volteface.coding.outlet_names import with_described_outlets
from volteface.coding.paragraph import Paragraph
from volteface.coding.quote_marks import quotations
from volteface.coding.quoted_speech import marked
from volteface.coding.register import gives_no_sign, is_said
from volteface.coding.register_choice import Weights
from volteface.coding.said_on import dates_in, said_by_default
from volteface.coding.scene import Scene
from volteface.coding.source_head import settled
from volteface.coding.sources import Sources
from volteface.coding.speaker import Speakers
from volteface.coding.spoken_dates import SpokenDates
from volteface.coding.strangers import observers_actor
from volteface.coding.tagger.decode import Tagged
from volteface.coding.transcript import with_turns
from volteface.coding.words import words
from volteface.coding.world import world_actors
from volteface.coding.writer import Assertion, assertions
from volteface.records import DateInterval, Report, Span

_GOES_ON = ("also", "besides", "furthermore", "in addition", "moreover")


class Drafter:
    """Reads the paragraphs of one report in order and remembers who has spoken."""

    def __init__(
        self, case: Case, gazetteer: Gazetteer, report: Report, registers: Weights | None = None
    ) -> None:
        """Start a report.

        Args:
            case: Whose actors count.
            gazetteer: The names known.
            report: The report.
            registers: What signs of a register are worth; None for the general weights.
        """
        self._case = case
        self._gazetteer = gazetteer
        self._report = report
        self._words = words()
        self._observers = observers_actor(case)
        self._known = Known(self._words, self._observers, case.settings.vocabulary.absence)
        self._registers = registers
        known = (name.actor for name in gazetteer.find(report.text) if name.actor is not None)
        speakers = Speakers(case, self._words, report.published, known, gazetteer.people)
        self._sources = Sources(speakers)
        actors = {actor.id: actor.name for actor in (*world_actors(), *case.actors)}
        self._chains = Chains(self._sources, report.outlet, actors)
        self._parties = frozenset(a.id for a in case.actors if a.kind == "party" and not a.iso3)
        self._deeds = self._words.conduct | {
            deed.lower() for deed in case.settings.vocabulary.deeds if " " not in deed
        }
        self._open_quotes = OpenQuotes()
        self._dates = SpokenDates(report.published)
        self._texts: list[str] = []
        self.names: list[tuple[list[Name], list[Named]]] = []
        """Of each paragraph the names found, and those that mean an actor, person or outlet."""
        self.drafts: list[Draft] = []

    def paragraph(
        self, paragraph: Paragraph, doc: Doc, tagged: Sequence[Tagged] | None = None
    ) -> None:
        """Add what one paragraph holds to ``drafts``.

        Args:
            paragraph: The next paragraph.
            doc: The same, parsed.
            tagged: What the trained tagger marked in it, in its offsets; None without a tagger.
        """
        found_names = self._gazetteer.find(text_of(doc))
        known = placed(doc, found_names, self._report.published, self._parties)
        self.names.append((found_names, known))
        names = with_described_outlets(doc, known)
        scene = Scene(len(self._texts), paragraph.start, doc, names, tails(doc, names))
        self._sources.enter(scene)
        self._texts.append(paragraph.plain)
        if rejects_back(paragraph.plain):
            self._reject_before(scene.number)
        quotes = quotations(paragraph.text)
        marks = marked(doc, quotes)
        cued = governed(doc, marks, self._words)
        first_level = attributions(doc, quotes, self._words, tagged, cued)
        said = with_levels(doc, first_level, marks, self._words, cued)
        whose = [settled(doc, a, names) for a in with_turns(doc, said, names)]
        found = given_back([a for a in whose if self._was_said(a)], scene.ends)
        sources = self._sources.of(found, scene)
        chains = self._chains.of(found, sources, scene)
        first = len(self.drafts)
        for number in own_statements(found, sources, self._words):
            item, source = found[number], sources[number]
            for speaker in source.speakers:
                draft = self._attributed(item, speaker, source.spans, chains[number], scene)
                self.drafts.append(draft)
        self.drafts = self._open_quotes.paragraph(self.drafts, first, paragraph.plain)
        self.drafts = self._dates.paragraph(self.drafts, first, scene)
        taken = [(*a.content, *a.speaker) for a in found]
        cues = {a.cue.i for a in found if a.cue is not None}
        claims = assertions(doc, names, self._words, attributed=taken, cues=cues, deeds=self._deeds)
        for claim in claims:
            self.drafts.append(self._asserted(claim, scene))

    def _was_said(self, item: Attribution) -> bool:
        """Not what somebody *will say*; what the tagger marked as said, thought or wanted is."""
        if is_said(item) or item.cue is None:
            return True
        will = any(t.lower_ == "will" and t.dep_ == "aux" for t in item.cue.children)
        announced = will and item.cue.lemma_.lower() in self._words.say
        return item.marked_cue is not None and not announced

    def _attributed(
        self,
        item: Attribution,
        speaker: Speaker,
        spans: tuple[Span, ...],
        chain: tuple[str, ...],
        scene: Scene,
    ) -> Draft:
        doc = scene.doc
        content = item.content
        for tail in scene.ends:
            content = without(content, tail.cut) or content
        cue = item.reporting
        clause = _clause(doc, (*content, *cue))
        said_on = self._said_on(scene, clause, (*content, *_told_of(item)), speaker)
        if said_on != said_by_default(self._report.published):
            speaker = self._sources.on_day(speaker, said_on)
        said = Said(doc, content, scene.names)
        register = register_given(
            said, self._known, actor=speaker.actor, attributed=True, weights=self._registers
        ).register
        about = None
        if register == "imputed":
            about = about_of(said, self._known, speaker.actor, register)
        unnamed = speaker.person is None
        rejected = rejected_here(text_of(doc), content) or (
            unnamed and rejects_back(text_of(doc)[clause[1] :])
        )
        draft = Draft(
            paragraph=scene.number,
            voice="attributed",
            content=content,
            speaker=spans,
            cue=cue,
            clause=clause,
            kind=item.kind,
            register=register,
            person=speaker.person,
            actor=speaker.actor,
            role=speaker.role,
            about=about,
            addressee=self._addressee(item.addressee, scene),
            via=chain,
            endorsed=not rejected,
            said_on=said_on,
            names=tuple(scene.names),
        )
        if gives_no_sign(item):
            silent = replace(draft, register="absence", about=None)
            said_nothing = item.cue is not None and item.cue.pos_ != "NOUN"
            return silent if said_nothing else replace(silent, voice="writer", cue=(), speaker=())
        return draft

    def _addressee(self, token: Token | None, scene: Scene) -> str | None:
        if token is None:
            return None
        found = at_token(scene.names, token)
        if found is not None and found.mention.outlet is None:
            return found.mention.person or found.mention.actor
        return outlet_of(token, scene.names) or text_of(token.doc)[slice(*noun_phrase(token))]

    def _said_on(
        self, scene: Scene, clause: Span, beside: tuple[Span, ...], speaker: Speaker
    ) -> DateInterval | None:
        """A date in the clause, not in what was said or in what is told of the speaker.

        Else one that the speaker has just been given.
        """
        start, end = clause
        for at, when in dates_in(text_of(scene.doc)[start:end], self._report.published):
            if not any(first <= start + at < last for first, last in beside):
                return when
        for earlier in reversed(self.drafts):
            same = earlier.person is not None and earlier.person == speaker.person
            if same and earlier.paragraph == scene.number:
                return earlier.said_on
        return said_by_default(self._report.published)

    def _asserted(self, claim: Assertion, scene: Scene) -> Draft:
        start, end = claim.content
        words_said = text_of(scene.doc)[start:end]
        imputed = claim.register == "imputed"
        opinion = imputed or claim.register == "stated"
        published = self._report.published
        dates = [] if opinion else [when for _, when in dates_in(words_said, published)]
        return Draft(
            paragraph=scene.number,
            voice="writer",
            content=(claim.content,),
            speaker=(),
            cue=(),
            clause=claim.content,
            kind="indirect",
            register=claim.register,
            person=None,
            actor=self._observers if opinion else claim.actor,
            role=None,
            about=claim.actor if imputed else None,
            addressee=None,
            via=(self._report.outlet,) if self._report.outlet is not None else (),
            endorsed=not from_there(words_said),
            said_on=dates[0] if dates else said_by_default(published),
            names=tuple(scene.names),
        )

    def _reject_before(self, number: int) -> None:
        """Views of unnamed people in the paragraph before, and before that where it goes on."""
        first = number - 1
        while first > 0 and self._texts[first].lower().startswith(_GOES_ON):
            first -= 1
        self.drafts = [
            replace(d, endorsed=False)
            if d.paragraph >= first and d.voice == "attributed" and d.person is None
            else d
            for d in self.drafts
        ]


def _told_of(item: Attribution) -> Iterator[Span]:
    """Clauses that tell something else of the speaker: *who left in May*, *sacked in May*."""
    for clause in item.source.subtree if item.source is not None else ():
        inside = {token.i for token in clause.subtree}
        if clause.dep_ in {"acl", "relcl"} and (item.cue is None or item.cue.i not in inside):
            last = clause.doc[clause.right_edge.i]
            yield clause.doc[clause.left_edge.i].idx, last.idx + len(last)


def _clause(doc: Doc, spans: tuple[Span, ...]) -> Span:
    """From the start of the first sentence touched to the end of the last."""
    start, end = min(s for s, _ in spans), max(e for _, e in spans)
    for sentence in doc.sents:
        if sentence.end_char > start and sentence.start_char < end:
            start, end = min(start, sentence.start_char), max(end, sentence.end_char)
    return start, end
