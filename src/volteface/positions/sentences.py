"""Each verdict read aloud in one sentence, with names, numbers, dates and what is missing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from volteface.case.schema import Actor, Case, Issue
from volteface.positions.channels import Key
from volteface.positions.estimative import worded
from volteface.positions.grades import told
from volteface.positions.hedge import ACTS, SPREAD
from volteface.positions.judge import Finding
from volteface.positions.naming import in_sentence, is_plural, question, spoken_of
from volteface.records import Channel, Outcome

CLEAR, LEANING = 0.6, 0.2
"""Levels from which on a position is clearly for a pole, or leaning to it."""
MONTH = timedelta(days=31)
"""Stretches up to this long are told by their days, longer ones by their months."""

_MANNER: Mapping[Channel, str] = {
    "stated": "in words",
    "revealed": "in conduct",
    "belief": "in expectation",
    "observers": "as observers see it",
    "stated-revealed": "in words and deeds",
}


@dataclass(frozen=True, slots=True)
class _Subject:
    """Whom and what a sentence is about."""

    who: Actor
    issue: Issue
    manner: str
    finding: Finding
    issues: Mapping[str, Issue]
    names: Mapping[str, str]

    @property
    def actor(self) -> str:
        return in_sentence(self.who)

    @property
    def has(self) -> str:
        return f"{self.actor} {'have' if is_plural(self.who) else 'has'}"

    @property
    def hedges(self) -> str:
        return f"{self.actor} {'hedge' if is_plural(self.who) else 'hedges'}"

    @property
    def its(self) -> str:
        return "their" if is_plural(self.who) else "its"

    @property
    def question(self) -> str:
        return f"on {question(self.issue, self.who)}"

    def level(self, level: float | None, issue: Issue | None = None) -> str:
        return spoken_of(level_in_words(issue or self.issue, level or 0.0), self.who)


def sentence(
    key: Key, finding: Finding, case: Case, waiting: int, beside: Finding | None = None
) -> str:
    """One sentence that says the verdict and what it rests on.

    Args:
        key: Actor, issue and channel, by id.
        finding: The verdict.
        case: Where names and poles are looked up.
        waiting: Statements on the same matter that wait for review.
        beside: Of words the verdict on the deeds, of deeds that on the words; None where there
            are none.
    """
    issues = {issue.id: issue for issue in case.issues}
    actor = next(actor for actor in case.actors if actor.id == key.actor)
    names = {actor.id: in_sentence(actor) for actor in case.actors}
    subject = _Subject(actor, issues[key.issue], _MANNER[key.channel], finding, issues, names)
    parts = [evidence(finding)]
    if finding.probability is not None:
        parts.insert(0, worded(finding.probability))
    if waiting:
        parts.append(f"{waiting} more wait{'s' if waiting == 1 else ''} for review")
    unsettled = finding.outcome == "insufficient evidence" and finding.turns
    tail = f"; {finding.turns}" if unsettled else _other_channel(key.channel, subject, beside)
    lead = _LEADS[finding.outcome](subject)
    return f"{lead[0].upper()}{lead[1:]} ({'; '.join(parts)}){tail}."


def _other_channel(channel: Channel, subject: _Subject, beside: Finding | None) -> str:
    """What deeds add to words that hold, and words to deeds that moved; mostly nothing."""
    moved = subject.finding.outcome == "shift"
    if channel == "stated" and beside is not None:
        held = subject.finding.outcome in {"no shift", "hedge", "passing remark"}
        if held and beside.outcome == "shift" and beside.since is not None:
            return f"; {subject.its} deeds say otherwise since {stretch(*beside.since)}"
        if moved and beside.outcome == "no shift":
            return f"; {subject.its} deeds have not moved"
    if channel == "revealed" and moved:
        if beside is None:
            return "; only deeds tell of it"
        if beside.outcome == "insufficient evidence":
            return f"; {subject.its} words do not show it: there is not enough evidence"
        if beside.outcome != "shift":
            return f"; {subject.its} words have not moved"
    return ""


def level_in_words(issue: Issue, level: float) -> str:
    """A level on the issue's poles, such as ``leaning to "Assad should go"``."""
    plus, minus = (f'"{pole.pole.rstrip(".")}"' for pole in (issue.plus, issue.minus))
    pole = plus if level > 0 else minus
    if abs(level) >= CLEAR:
        return f"clearly for {pole}"
    return f"leaning to {pole}" if abs(level) >= LEANING else f"between {plus} and {minus}"


def evidence(finding: Finding) -> str:
    """How much carries the verdict: ``5 statements, 3 sources, 2013-02 to 2014-06``."""
    records = {record for o in finding.observations for record in o.records}
    facts = sum(record.startswith("fact:") for record in records)
    counts = []
    if len(records) > facts:
        counts.append(_count(len(records) - facts, "statement"))
    if facts:
        counts.append(_count(facts, "dated fact") + ("" if counts else " of the case alone"))
    sources = _count(len({o.source for o in finding.observations}), "source")
    words = [o.grade for o in finding.observations if not o.records[0].startswith("fact:")]
    grades = told(words)
    tail = f", {grades}" if grades else ""
    return f"{' and '.join(counts)}, {sources}, {stretch(*finding.period)}{tail}"


def stretch(first: date, last: date) -> str:
    """Two dates by the month, or by the day when they lie within one month's time."""
    if first == last:
        return f"{first}"
    if last - first <= MONTH:
        return f"{first} to {last}"
    return f"{first:%Y-%m} to {last:%Y-%m}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _when(since: tuple[date, date]) -> str:
    if since[0] == since[1]:
        return f"on {since[0]}"
    return "between " + stretch(*since).replace(" to ", " and ")


def _shift(subject: _Subject) -> str:
    finding = subject.finding
    assert finding.since is not None
    how = f"by a jump {_when(finding.since)}"
    if finding.form == "drift":
        how = f"by slow drift from {stretch(*finding.since)}"
    return (
        f"{subject.has} shifted {subject.manner} {subject.question}, {how}: "
        f"from {subject.level(finding.start)} to {subject.level(finding.end)}"
    )


def _no_shift(subject: _Subject) -> str:
    return (
        f"{subject.has} not shifted {subject.manner} {subject.question}: "
        f"{subject.level(subject.finding.end)}"
    )


def _remark(subject: _Subject) -> str:
    apart = "an isolated deed" if subject.manner == _MANNER["revealed"] else "a passing remark"
    return (
        f"{subject.has} not shifted {subject.manner} {subject.question}: "
        f"{subject.level(subject.finding.end)}, "
        f"from which only {subject.finding.apart[0]} departs, {apart}"
    )


def _hedge(subject: _Subject) -> str:
    finding = subject.finding
    if finding.apart == (SPREAD,):
        return (
            f"{subject.hedges} {subject.question}: "
            f"the position holds, {subject.level(finding.end)}, while what is said of it lies "
            "further apart than it did"
        )
    if finding.apart[0] == ACTS:
        return _turns_to_rivals(subject)
    belief = subject.issues[finding.apart[0]]
    return (
        f"{subject.hedges} {subject.question}: "
        f"the position holds, while what is expected "
        f"on {question(belief, subject.who)} has moved from "
        f"{subject.level(finding.start, belief)} to {subject.level(finding.end, belief)}"
    )


def _turns_to_rivals(subject: _Subject) -> str:
    finding = subject.finding
    _, later, earlier, *parties = finding.apart
    named = " and ".join(subject.names[party] for party in parties)
    since = finding.since[0] if finding.since else finding.period[0]
    return (
        f"{subject.hedges} {subject.question}: the position holds, {subject.level(finding.end)}, "
        f"while {subject.its} meetings with rivals of {named} and acts against {named} become "
        f"more frequent: {later} acts told since {since:%Y-%m}, {earlier} before"
    )


def _insufficient(subject: _Subject) -> str:
    finding = subject.finding
    so_far = "" if finding.end is None else f", so far {subject.level(finding.end)}"
    return (
        f"There is not enough evidence to say whether {subject.has} shifted "
        f"{subject.manner} {subject.question}{so_far}"
    )


def _disagreement(subject: _Subject) -> str:
    one, other = subject.finding.apart
    return (
        f"Sources disagree about {subject.actor} {subject.question}: "
        f"{one} {subject.level(subject.finding.start)}; "
        f"{other} {subject.level(subject.finding.end)}"
    )


def _gap(subject: _Subject) -> str:
    finding = subject.finding
    until = f"until {finding.period[1]:%Y-%m}"
    if finding.since:
        when = f"since {stretch(*finding.since)}" + ("" if finding.lasting else f", {until}")
    else:
        when = "throughout" if finding.lasting else until
    return (
        f"The words and deeds of {subject.actor} differ {subject.question} {when}: "
        f"the words are {subject.level(finding.start)}, the deeds {subject.level(finding.end)}"
    )


_LEADS: Mapping[Outcome, Callable[[_Subject], str]] = {
    "shift": _shift,
    "no shift": _no_shift,
    "passing remark": _remark,
    "hedge": _hedge,
    "insufficient evidence": _insufficient,
    "disagreement": _disagreement,
    "gap": _gap,
}
