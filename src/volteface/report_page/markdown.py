"""Verdicts as a Markdown page: each sentence with the words that carry it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from volteface.case.schema import Case, Fact
from volteface.ledger import Ledger
from volteface.records import Report, Statement, Verdict
from volteface.report_page.inert import visible
from volteface.report_page.lines import NOT_ENOUGH

_QUOTED = 5
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#+!|~$@&-])")
_LINKED = re.compile(r"(?i)(?<=\bwww)(?=\.)|(?<=\w)(?=:\S)")
"""Where a bare address would become a link."""


def markdown(verdicts: Sequence[Verdict], case: Case, ledger: Ledger) -> str:
    """The page.

    Text from reports is escaped: it shows as characters and does nothing.
    """
    evidence = _Evidence(case, ledger)
    said = [v for v in verdicts if v.verdict != NOT_ENOUGH]
    rest = [v for v in verdicts if v.verdict == NOT_ENOUGH]
    names = {actor.id: actor.name for actor in case.actors}
    limits = case.settings.thresholds
    out = [
        f"# {escaped(case.settings.title)}",
        "",
        (
            f"Thresholds, set before looking: a shift is a change of more than {limits.delta} "
            f"with probability {limits.probability}; a statement read with confidence below "
            f"{limits.confidence} waits for review."
        ),
    ]
    for actor, group in groupby(said, key=lambda v: v.actor):
        out += ["", f"## {escaped(names[actor])}"]
        for verdict in group:
            out += ["", escaped(verdict.sentence), "", *evidence.quoted(verdict)]
    if rest:
        out += ["", "## Not enough evidence"]
        for verdict in rest:
            out += ["", escaped(verdict.sentence), "", *evidence.quoted(verdict)]
    return "\n".join(out) + "\n"


def escaped(text: str) -> str:
    """Text as Markdown shows it: on one line, marks escaped, unseen characters written out."""
    marked = _SPECIAL.sub(r"\\\1", visible(" ".join(text.split())))
    return _LINKED.sub(r"\\", marked)


class _Evidence:
    """The records behind verdicts, as list items."""

    def __init__(self, case: Case, ledger: Ledger) -> None:
        self._facts: Mapping[str, Fact] = {f"fact:{fact.id}": fact for fact in case.facts}
        self._statements: Mapping[str, Statement] = {s.id: s for s in ledger.statements()}
        self._reports: Mapping[str, Report] = {r.id: r for r in ledger.reports()}

    def quoted(self, verdict: Verdict) -> Iterator[str]:
        """What would change it, and the records that carry it most; of two sides, both."""
        if verdict.turns and verdict.verdict != NOT_ENOUGH:
            yield from (f"What would change this: {escaped(verdict.turns)}.", "")
        if not verdict.against:
            yield from self._listed(verdict.statements)
            return
        yield from ("On one side:", "")
        yield from self._listed([r for r in verdict.statements if r not in verdict.against])
        yield from ("", "On the other:", "")
        yield from self._listed(verdict.against)

    def _listed(self, records: Sequence[str]) -> Iterator[str]:
        for record in records[:_QUOTED]:
            if record in self._facts:
                yield self._fact(record)
            else:
                yield self._statement(self._statements[record])
        if len(records) > _QUOTED:
            others = " ".join(f"`{record}`" for record in records[_QUOTED:])
            yield f"- and {others}"

    def _fact(self, record: str) -> str:
        fact = self._facts[record]
        return (
            f"- {escaped(fact.text)} ({fact.from_}; dated fact of the case; source: "
            f"{escaped(fact.source)}) `{record}`"
        )

    def _statement(self, statement: Statement) -> str:
        report = self._reports[statement.report]
        who = (
            statement.person or statement.role or ("the report" if not statement.cue else "unnamed")
        )
        via = f", through {', '.join(statement.via)}" if statement.via else ""
        when = statement.said_on
        dated = "no date" if when is None else str(when.earliest)
        if when is not None and when.latest != when.earliest:
            dated = f"{when.earliest} to {when.latest}"
        title = escaped(report.title or report.path)
        said = f"\u201c{escaped(statement.text)}\u201d \u2014 {escaped(who + via)}, {dated}"
        return (
            f"- {said}, in {title} (stance {statement.stance:+.2f}, confidence "
            f"{statement.confidence:.2f}) `{statement.id}`"
        )
