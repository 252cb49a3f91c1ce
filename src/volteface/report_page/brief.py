"""The same answers on one page, for people who forward documents.

What moved is said in full. What did not move is listed, and shortened where the page would run
over; the page itself is never cut silently: what is left out is counted.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from volteface.positions.estimative import worded
from volteface.report_page.content import ActorAnswers, Answer, Claim, Content
from volteface.report_page.inert import visible
from volteface.report_page.markdown import escaped
from volteface.report_page.wording import counted

LINES = 66
"""Lines that fit on one page of A4 or US Letter; a heading takes two."""
_WIDTH = 95
"""Characters of a line in the brief's type."""
_HELD = "no shift"


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and its points."""

    heading: str
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """One page: ``foot`` says how the answers were reached."""

    title: str
    lead: str
    parts: tuple[Part, ...]
    foot: str


def brief(content: Content) -> Brief:
    """The answers, shortened to one page."""
    lead = f"Who has moved, since when, on whose word. From {content.basis}."
    foot = _foot(content)
    moved = [answer.sentence for answer in _answers(content.decided) if answer.verdict != _HELD]
    after = [*_model(content), _unsaid(content)]
    left = LINES - _height([lead, foot, *(point for part in after for point in part.points)])
    left -= 2 * (len(after) + 3)
    shown = _fitting(moved, left, "answer")
    parts = []
    if shown:
        parts.append(Part("What moved, and where words and deeds differ", shown))
    held = _fitting(list(_held(content.decided)), left - _height(shown), "actor")
    if held:
        parts.append(Part("What did not move", held))
    return Brief(content.title, lead, (*parts, *after), foot)


def brief_markdown(content: Content) -> str:
    """The brief as Markdown; text from the case and reports shows as characters."""
    page = brief(content)
    out = [f"# {_inert(page.title)}", "", _inert(page.lead)]
    for part in page.parts:
        out += ["", f"## {_inert(part.heading)}", ""]
        out += [f"- {_inert(point)}" for point in part.points]
    return "\n".join([*out, "", f"*{_inert(page.foot)}*"]) + "\n"


def _inert(text: str) -> str:
    return escaped(visible(text))


def _answers(groups: Sequence[ActorAnswers]) -> Iterator[Answer]:
    return (answer for group in groups for answer in group.answers)


def _held(groups: Sequence[ActorAnswers]) -> Iterator[str]:
    """A point for each actor that did not move: the questions, by channel."""
    for group in groups:
        held = [answer for answer in group.answers if answer.verdict == _HELD]
        if held:
            said = "; ".join(f"{a.question} ({a.channel}, {_sure(a)})" for a in held)
            yield f"{group.actor}: {said}"


def _sure(answer: Answer) -> str:
    return (
        "no probability"
        if answer.probability is None
        else worded(answer.probability).split(", ")[1]
    )


def _model(content: Content) -> Iterator[Part]:
    if content.paths is not None and content.paths.headlines:
        yield Part(f"What the model says ({content.paths.draws:,} draws)", content.paths.headlines)
    if content.claims:
        yield Part("Claims of the reports", (_claims(content.claims),))


def _claims(claims: Sequence[Claim]) -> str:
    counts = Counter(claim.answer or "outside the model" for claim in claims)
    said = ", ".join(f"{number} {answer}" for answer, number in counts.most_common())
    return f"Of {counted(len(claims), 'claim')} put to the model: {said}."


def _unsaid(content: Content) -> Part:
    counts = [(group.actor, len(group.answers)) for group in content.undecided]
    total = sum(number for _, number in counts)
    waiting = counted(len(content.uncertain.waiting_records), "statement")
    if not total:
        return Part("What cannot be said", (f"{waiting} wait for review.",))
    by_actor = ", ".join(f"{actor} {number}" for actor, number in counts)
    said = f"Evidence is insufficient on {counted(total, 'question')}: {by_actor}."
    return Part("What cannot be said", (f"{said} {waiting} wait for review.",))


def _foot(content: Content) -> str:
    tables = dict(pair for _, rows in content.provenance.tables for pair in rows)
    digest = tables["Digest of the case's files (SHA-256)"][:16]
    change = tables["Smallest change that counts as a shift"]
    sure = tables["How sure a verdict must be"]
    return (
        f"Set before looking: a shift is a change of more than {change}, on a scale from -1 to +1, "
        f"with probability {sure}. Case digest {digest}; newest report {tables['Newest report']}; "
        f"volteface {tables['volteface']}. Every sentence can be followed to its words in a report "
        "on the page that goes with this brief."
    )


def _fitting(points: Sequence[str], lines: int, noun: str) -> tuple[str, ...]:
    """As many points as fit, and how many do not."""
    shown: list[str] = []
    for point in points:
        if _height([*shown, point]) < lines:
            shown.append(point)
    missing = len(points) - len(shown)
    return (*shown, f"and {counted(missing, noun)} more, on the page") if missing else tuple(shown)


def _height(points: Sequence[str]) -> int:
    return sum(math.ceil(len(point) / _WIDTH) for point in points)
