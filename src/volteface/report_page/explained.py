"""What stands behind a verdict, as lines of plain text."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from volteface.case.schema import Case
from volteface.positions.explain import Explanation
from volteface.positions.reliability import FEWEST
from volteface.positions.sensitivity import Cell, Weight
from volteface.records import Statement, Verdict
from volteface.report_page.behind import CHOICES
from volteface.report_page.inert import visible
from volteface.report_page.names import days
from volteface.report_page.wording import signed

_QUOTED = 160
_SHOWN = 8


def explained(found: Explanation, case: Case, statements: Mapping[str, Statement]) -> Iterator[str]:
    """Thresholds, both sides, weights, voices left out, the strip, what would change it, events."""
    verdict = found.verdict
    yield (
        f"set beforehand: a change counts from {verdict.delta}, with probability {verdict.asked}"
    )
    if verdict.turns and verdict.verdict != "insufficient evidence":
        yield f"what would change this: {verdict.turns}"
    yield from _sides(verdict, case, statements)
    yield from _weights(found.weights)
    yield from _learned(found)
    yield from _without(found)
    for choice, cells in groupby(found.strip, key=lambda cell: cell.choice):
        yield f"{CHOICES[choice]}: {_strip(list(cells))}"
    if found.events:
        yield "near in time, which is an association and no cause:"
        for event in found.events:
            spoken = f", {len(event.mentions)} statements speak of it" if event.mentions else ""
            yield (
                f"  {event.day} {visible(event.text)} [fact:{event.fact}]"
                f" (timing {event.timing:.2f}{spoken})"
            )


def quote(record: str, case: Case, statements: Mapping[str, Statement]) -> str:
    """The words of a record on one line, cut where they run long."""
    if record in statements:
        words = statements[record].text
    else:
        words = next((f.text for f in case.facts if f"fact:{f.id}" == record), "")
    words = " ".join(words.split())
    cut = words if len(words) <= _QUOTED else words[:_QUOTED].rsplit(" ", 1)[0] + " …"
    return visible(cut)


def _sides(verdict: Verdict, case: Case, statements: Mapping[str, Statement]) -> Iterator[str]:
    """Both sides' sentences, where there are two."""
    if not verdict.against:
        return
    one = [record for record in verdict.statements if record not in verdict.against]
    for side, records in (("on one side", one), ("on the other", verdict.against)):
        yield f"{side}:"
        for record in records[:_SHOWN]:
            yield f"  \u201c{quote(record, case, statements)}\u201d [{record}]"


def _weights(weights: Sequence[Weight]) -> Iterator[str]:
    yield "weights (share of the precision; how far it pulls the level of its day):"
    for weight in sorted(weights, key=lambda w: (-abs(w.pull), -w.share))[:_SHOWN]:
        o = weight.observation
        yield (
            f"  {days(o.when)} {signed(o.value)} \u00b1{o.variance**0.5:.2f}, {visible(o.source)}: "
            f"{100 * weight.share:.0f} %, {signed(weight.pull)} [{o.records[0]}]"
        )
    if len(weights) > _SHOWN:
        yield f"  and {len(weights) - _SHOWN} that pull less"


def _learned(found: Explanation) -> Iterator[str]:
    if 0 < found.learned_from < FEWEST:
        yield (
            f"nothing was learned of weights: {found.learned_from} statements stand in series of "
            f"three or more, and it takes {FEWEST}"
        )
    if found.factors:
        yield "learned from agreement (factor on the case's standard deviation, 90 %):"
    for one in found.factors:
        yield (
            f"  {one.group} {visible(one.name)}: {one.factor:.2f} ({one.low90:.2f} to "
            f"{one.high90:.2f}, {one.observations} statements)"
        )


def _without(found: Explanation) -> Iterator[str]:
    other = [one for one in found.without if one.outcome != found.verdict.verdict]
    for one in other:
        yield f"without {visible(one.voice)}: {one.outcome}"
    if found.without and not other:
        yield "without any one voice: the same"


def _strip(cells: Sequence[Cell]) -> str:
    """``shift at 0.2 to 0.3, no shift at [0.4] to 0.6``: the case's own choice in brackets."""
    told = []
    for outcome, run in groupby(cells, key=lambda cell: cell.outcome):
        values = [f"[{c.value:g}]" if c.chosen else f"{c.value:g}" for c in run]
        inner = [value for value in values[1:-1] if value.startswith("[")]
        told.append(f"{outcome} at " + " to ".join([values[0], *inner, *values[1:][-1:]]))
    return ", ".join(told)
