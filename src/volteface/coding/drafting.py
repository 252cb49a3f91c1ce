"""Paragraphs to drafts: attributions, speakers, chains, dates and the writer's own assertions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from volteface.case.schema import Case
from volteface.coding.attribution import Attribution, attributions
from volteface.coding.chain import Tail, tails, without
from volteface.coding.draft import Draft
from volteface.coding.endorsement import rejected_here, rejects_back
from volteface.coding.grammar import noun_phrase
from volteface.coding.names import Gazetteer
from volteface.coding.naming import Named, at_token, named
from volteface.coding.paragraph import Paragraph
from volteface.coding.quote_marks import quotations
from volteface.coding.register import register_of
from volteface.coding.said_on import dates_in, said_by_default
from volteface.coding.speaker import Discourse, Speaker, observers_actor
from volteface.coding.words import words
from volteface.coding.writer import Assertion, assertions
from volteface.records import DateInterval, Report, Span

_MODALS = {"will", "would", "may", "might", "could", "should", "must", "can", "shall"}
_SAYS = {"say", "indicate", "signal", "announce", "hint"}
_GOES_ON = ("also", "besides", "furthermore", "in addition", "moreover")
_FROM_THERE = ("from this perspective", "from this point of view", "in this view")


@dataclass(frozen=True, slots=True)
class _Scene:
    """One parsed paragraph: its number and offset in the report, its names and closing outlets."""

    number: int
    base: int
    doc: Doc
    names: list[Named]
    ends: list[Tail]


@dataclass(frozen=True, slots=True)
class _Source:
    """Whom an attribution is given to, and the source phrase's offsets in the report."""

    speaker: Speaker
    spans: tuple[Span, ...]


_NOBODY = _Source(Speaker(), ())


class Drafter:
    """Reads the paragraphs of one report in order and remembers who has spoken."""

    def __init__(self, case: Case, gazetteer: Gazetteer, report: Report) -> None:
        self._case = case
        self._gazetteer = gazetteer
        self._report = report
        self._words = words()
        self._observers = observers_actor(case)
        self._discourse = Discourse(case, self._words, report.published)
        self._deeds = self._words.conduct | {
            deed.lower() for deed in case.settings.vocabulary.deeds if " " not in deed
        }
        self._last = _NOBODY
        self._texts: list[str] = []
        self.drafts: list[Draft] = []

    def paragraph(self, paragraph: Paragraph, doc: Doc) -> None:
        """Add what one paragraph holds to ``drafts``."""
        names = named(doc, self._gazetteer, self._report.published)
        scene = _Scene(len(self._texts), paragraph.start, doc, names, tails(doc, names))
        self._discourse.enter(scene.base, doc, names)
        self._texts.append(paragraph.plain)
        if rejects_back(paragraph.plain, self._words):
            self._reject_before(scene.number)
        said = attributions(doc, quotations(paragraph.text), self._words)
        found = _given_back([a for a in said if _is_speech(a)], scene.ends)
        sources = self._sources(found, scene)
        chains: list[tuple[str, ...]] = []
        holders = {a.parent for a in found}
        for number, (item, source) in enumerate(zip(found, sources, strict=True)):
            chains.append(self._chain(item, scene, sources, chains))
            # An outlet that only passes on another's words is a link of the chain, no speaker.
            if source.speaker.outlet is None or number not in holders:
                self.drafts.append(self._attributed(item, source, chains[-1], scene))
        taken = [(*a.content, *a.speaker) for a in found]
        cues = {a.cue.i for a in found if a.cue is not None}
        claims = assertions(doc, names, self._words, attributed=taken, cues=cues, deeds=self._deeds)
        for claim in claims:
            self.drafts.append(self._asserted(claim, scene))

    def _sources(self, found: Sequence[Attribution], scene: _Scene) -> list[_Source]:
        """Resolved in the order of the text, so that *he* and *the source* look back."""
        known: dict[int, Speaker] = {}
        for token in sorted({a.source for a in found if a.source is not None}, key=lambda t: t.i):
            known[token.i] = self._discourse.resolve(token, scene.names)
            self._discourse.spoke(token, known[token.i])
        out: list[_Source] = []
        for item in found:
            if item.source is None:
                out.append(self._last if item.continued else _NOBODY)
                continue
            spans = tuple((scene.base + start, scene.base + end) for start, end in item.speaker)
            out.append(_Source(known[item.source.i], spans))
            if item.parent is None:
                self._last = out[-1]
        return out

    def _chain(
        self,
        item: Attribution,
        scene: _Scene,
        sources: Sequence[_Source],
        chains: Sequence[tuple[str, ...]],
    ) -> tuple[str, ...]:
        """Through whom the holder's words came, from the holder outwards."""
        if item.parent is not None and item.parent < len(chains):
            holder = sources[item.parent].speaker
            name = holder.outlet or holder.person or holder.role or self._name(holder.actor)
            return (*([name] if name else []), *chains[item.parent])
        via = [
            *self._passed_on(item.relay, scene, outlets_only=False),
            *self._passed_on(item.addressee, scene, outlets_only=True),
        ]
        start = item.content[0][0]
        via.extend(t.outlet for t in scene.ends if t.sentence[0] <= start < t.sentence[1])
        if self._report.outlet is not None and self._report.outlet not in via:
            via.append(self._report.outlet)
        return tuple(via)

    def _passed_on(self, token: Token | None, scene: _Scene, *, outlets_only: bool) -> list[str]:
        if token is None:
            return []
        mention = at_token(scene.names, token)
        if mention is not None and mention.mention.outlet is not None:
            return [mention.mention.outlet]
        return [] if outlets_only else [_phrase(token)]

    def _name(self, actor: str | None) -> str | None:
        return next((a.name for a in self._case.actors if a.id == actor), actor)

    def _attributed(
        self, item: Attribution, source: _Source, chain: tuple[str, ...], scene: _Scene
    ) -> Draft:
        doc, speaker = scene.doc, source.speaker
        content = item.content
        for tail in scene.ends:
            content = without(content, tail.cut) or content
        register, about = register_of(
            doc, content, scene.names, self._words, actor=speaker.actor, observers=self._observers
        )
        cue = () if item.cue is None else ((item.cue.idx, item.cue.idx + len(item.cue)),)
        clause = _clause(doc, (*content, *cue))
        unnamed = speaker.person is None
        rejected = rejected_here(doc.text, content, self._words) or (
            unnamed and rejects_back(doc.text[clause[1] :], self._words)
        )
        draft = Draft(
            paragraph=scene.number,
            voice="attributed",
            content=content,
            speaker=source.spans,
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
            said_on=self._said_on(scene, clause, content, speaker),
            names=tuple(scene.names),
        )
        if _gives_no_sign(item):
            return replace(
                draft, voice="writer", register="absence", about=None, cue=(), speaker=()
            )
        return draft

    def _addressee(self, token: Token | None, scene: _Scene) -> str | None:
        if token is None:
            return None
        found = at_token(scene.names, token)
        if found is not None:
            return found.mention.outlet or found.mention.person or found.mention.actor
        return _phrase(token)

    def _said_on(
        self, scene: _Scene, clause: Span, content: tuple[Span, ...], speaker: Speaker
    ) -> DateInterval | None:
        """A date in the clause outside what was said; else one the speaker has just been given."""
        start, end = clause
        for at, when in dates_in(scene.doc.text[start:end], self._report.published):
            if not any(first <= start + at < last for first, last in content):
                return when
        for earlier in reversed(self.drafts):
            same = earlier.person is not None and earlier.person == speaker.person
            if same and earlier.paragraph == scene.number:
                return earlier.said_on
        return said_by_default(self._report.published)

    def _asserted(self, claim: Assertion, scene: _Scene) -> Draft:
        start, end = claim.content
        words_said = scene.doc.text[start:end]
        imputed = claim.register == "imputed"
        published = self._report.published
        dates = [] if imputed else [when for _, when in dates_in(words_said, published)]
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
            actor=self._observers if imputed else claim.actor,
            role=None,
            about=claim.actor if imputed else None,
            addressee=None,
            via=(self._report.outlet,) if self._report.outlet is not None else (),
            endorsed=not words_said.lower().startswith(_FROM_THERE),
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


def _given_back(found: Sequence[Attribution], ends: Sequence[Tail]) -> list[Attribution]:
    """A clause that the parse gave to *..., reports Reuters* goes to the speaker before it."""
    out: list[Attribution] = []
    for item in found:
        source = item.source
        passing = source is not None and any(e.cut[0] <= source.idx < e.cut[1] for e in ends)
        before = [
            a
            for a in out
            if source is not None and a.source is not None and a.source.sent == source.sent
        ]
        if passing and before:
            out.append(replace(item, source=before[-1].source, cue=before[-1].cue))
        else:
            out.append(item)
    return out


def _is_speech(item: Attribution) -> bool:
    """Not what somebody *will* or *might* say: nothing has been said then."""
    if item.cue is None or item.kind == "direct":
        return True
    return not any(t.dep_ == "aux" and t.lower_ in _MODALS for t in item.cue.children)


def _gives_no_sign(item: Attribution) -> bool:
    """*Has given no indication that*, *did not say that*."""
    if item.cue is None or item.kind == "direct":
        return False
    if item.cue.pos_ == "NOUN":
        return any(t.dep_ == "det" and t.lower_ == "no" for t in item.cue.children)
    negated = any(t.dep_ == "neg" for t in item.cue.children)
    return negated and item.cue.lemma_.lower() in _SAYS


def _phrase(token: Token) -> str:
    start, end = noun_phrase(token)
    return token.doc.text[start:end]


def _clause(doc: Doc, spans: tuple[Span, ...]) -> Span:
    """From the start of the first sentence touched to the end of the last."""
    start, end = min(s for s, _ in spans), max(e for _, e in spans)
    for sentence in doc.sents:
        if sentence.end_char > start and sentence.start_char < end:
            start, end = min(start, sentence.start_char), max(end, sentence.end_char)
    return start, end
