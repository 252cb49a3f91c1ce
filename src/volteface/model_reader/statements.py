"""From what a model gives to a statement: nothing enters whose words the report does not hold."""

from collections.abc import Sequence

from volteface.case.schema import Case
from volteface.coding.paragraph import Paragraph, paragraphs
from volteface.coding.said_on import said_by_default, times_in
from volteface.identity import content_id
from volteface.model_reader import tally as why
from volteface.model_reader.answer_form import REGISTERS
from volteface.model_reader.kind import kind_of, quoted
from volteface.model_reader.sources import Source, Sources
from volteface.model_reader.tally import Tally
from volteface.model_reader.verbatim import Verbatim, plain
from volteface.model_reader.windows import Window, sentences
from volteface.records import DateInterval, Register, Report, Span, Statement, Voice

_FEWEST = 2
"""Words of a content outside quotation marks; one word could stand anywhere."""
_MOST_SPANS = 12
_MOST = 200
"""Statements of one answer that are looked at."""

Given = dict[str, object]
"""A statement as a model gives it, whatever it holds."""


class Checker:
    """Makes statements of one report out of what a model gives, with confidence 0 and no id.

    Args:
        case: Whose issues count.
        sources: Its actors and people.
        report: The report.
        tally: Where what is thrown away or left empty is counted.
    """

    def __init__(self, case: Case, sources: Sources, report: Report, tally: Tally) -> None:
        self._report = report
        self._tally = tally
        self._sources = sources
        self._issues = {plain(issue.id): issue.id for issue in case.issues}
        self._whole = Verbatim(report.text, sentences(report))
        self._paragraphs = list(paragraphs(report))
        self._quoted = quoted(self._paragraphs)

    def read(self, given: Sequence[Given], window: Window) -> list[Statement]:
        """The statements of one window's answer that stand up to the report."""
        place = Verbatim(window.report.text, window.sentences)
        found = [self.statement(one, place) for one in given[:_MOST]]
        self._tally[why.NO_FORM] += max(0, len(given) - _MOST)
        return [one for one in found if one is not None]

    def statement(self, given: Given, window: Verbatim) -> Statement | None:
        """The statement, or None, with the reason counted.

        Args:
            given: What the model gives.
            window: The sentences that it was given.
        """
        number = given.get("sentence")
        near = number if isinstance(number, int) else None
        content = self._content(given.get("content"), window, near)
        if content is None:
            self._tally[why.NO_FORM] += 1
            return None
        if not content or not self._enough(content):
            self._tally[why.NOT_THERE] += 1
            return None
        placed = self._placed(given)
        if placed is None:
            return None
        voice: Voice = "writer" if given.get("voice") == "writer" else "attributed"
        if voice == "writer" and placed[0] is None:
            self._tally[why.NOTHING_SAID] += 1
            return None
        spoken = self._spoken(given, window, content[0], voice)
        if spoken is None:
            return None
        return self._whole_statement(given, content, placed, voice, spoken)

    def _whole_statement(
        self,
        given: Given,
        content: tuple[Span, ...],
        placed: tuple[str | None, float | None],
        voice: Voice,
        spoken: tuple[tuple[Span, ...], tuple[Span, ...]],
    ) -> Statement:
        report, (speaker, cue) = self._report, spoken
        when = self._when(given.get("when"), content[0])
        source = self._source(given, when or report.published, voice, speaker)
        register = _register(given.get("register"), voice)
        about = (
            self._sources.actor(given.get("about"), self._tally) if register == "imputed" else None
        )
        return Statement(
            id="",
            utterance=content_id("u", report.id, content, speaker),
            report=report.id,
            voice=voice,
            content=content,
            speaker=speaker,
            cue=cue,
            text=" ".join(report.text[start:end] for start, end in content),
            kind=kind_of(content, self._quoted),
            register=register,
            person=source.person,
            actor=source.actor,
            role=source.role,
            about=about,
            addressee=self._sources.standing(given.get("addressee"), self._whole, self._tally),
            via=self._via(given.get("via")),
            endorsed=given.get("endorsed") is not False,
            said_on=when,
            issue=placed[0],
            stance=placed[1],
            confidence=0.0,
            candidates=(),
        )

    def _content(
        self, given: object, window: Verbatim, near: int | None
    ) -> tuple[Span, ...] | None:
        """The spans, empty where a part is not there; None for what is no list of text."""
        parts = [given] if isinstance(given, str) else given
        if not isinstance(parts, list) or not 0 < len(parts) <= _MOST_SPANS:
            return None
        found: list[Span] = []
        for part in parts:
            if not isinstance(part, str):
                return None
            spans = window.nearest(part, found[-1]) if found else window.spans(part, near)
            if not spans:
                return ()
            found += spans
        return _apart(found)

    def _enough(self, content: tuple[Span, ...]) -> bool:
        words = sum(len(self._report.text[start:end].split()) for start, end in content)
        return words >= _FEWEST or kind_of(content, self._quoted) == "direct"

    def _placed(self, given: Given) -> tuple[str | None, float | None] | None:
        """Issue and stance; None, and counted, where they cannot be."""
        issue, stance = given.get("issue"), given.get("stance")
        if issue is None or (isinstance(issue, str) and plain(issue) in {"", "none", "null"}):
            return None, None
        known = self._issues.get(plain(issue)) if isinstance(issue, str) else None
        if known is None:
            self._tally[why.NO_ISSUE] += 1
            return None
        if isinstance(stance, bool) or not isinstance(stance, int | float) or not -1 <= stance <= 1:
            self._tally[why.NO_STANCE] += 1
            return None
        return known, float(stance)

    def _spoken(
        self, given: Given, window: Verbatim, first: Span, voice: Voice
    ) -> tuple[tuple[Span, ...], tuple[Span, ...]] | None:
        """Speaker and cue; None, and counted, where a speaker is named who is not there."""
        if voice == "writer":
            return (), ()
        speaker: tuple[Span, ...] = ()
        named = given.get("speaker")
        if isinstance(named, str) and named.strip():
            speaker = window.nearest(named, first)
            if not speaker:
                self._tally[why.NO_SPEAKER] += 1
                return None
        cue: tuple[Span, ...] = ()
        word = given.get("cue")
        if isinstance(word, str) and word.strip():
            cue = window.nearest(word, first)
            self._tally[why.NO_CUE] += not cue
        return speaker, cue

    def _source(
        self,
        given: Given,
        on: DateInterval | None,
        voice: Voice,
        speaker: tuple[Span, ...],
    ) -> Source:
        """Who speaks; nobody where the report's words name no source."""
        if voice == "writer":
            return Source(None, None, self._sources.actor(given.get("actor"), self._tally))
        if not speaker:
            return Source(None, None, None)
        return self._sources.source(given, self._whole, on, self._tally)

    def _via(self, given: object) -> tuple[str, ...]:
        """Those the report names, and its outlet last."""
        links = given if isinstance(given, list) else []
        outlet = self._report.outlet
        own = {plain(outlet)} if outlet else set()
        known = [
            link
            for one in links
            if not (isinstance(one, str) and plain(one) in own)
            and (link := self._sources.standing(one, self._whole, self._tally)) is not None
        ]
        return tuple(dict.fromkeys([*known, *([outlet] if outlet else [])]))

    def _when(self, given: object, first: Span) -> DateInterval | None:
        """The day that the given words name in the content's paragraph, else the usual one."""
        published = self._report.published
        if published is None:
            return None
        home = next((p for p in self._paragraphs if _holds(p, first)), None)
        if home is not None and isinstance(given, str) and given.strip():
            found = self._whole.nearest(given, first)
            for time in times_in(home.plain, published):
                start, end = time.start + home.start, time.end + home.start
                if any(s < end and start < e for s, e in found):
                    return time.when
        return said_by_default(published)


def _register(given: object, voice: Voice) -> Register:
    for known in REGISTERS:
        if given == known:
            return known  # type: ignore[return-value]
    return "conduct" if voice == "writer" else "stated"


def _holds(part: Paragraph, span: Span) -> bool:
    return part.start <= span[0] < part.start + len(part.plain)


def _apart(spans: list[Span]) -> tuple[Span, ...]:
    """The spans in order, those that overlap joined."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)
