"""What a reviewer sees: a statement in its report, what was read there, and why."""

from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from volteface.report_page.inert import visible
from volteface.report_page.passage import passage
from volteface.review.fields import fields_of, written
from volteface.review.telling import said

if TYPE_CHECKING:
    from volteface.case.schema import Case
    from volteface.ledger.entries import Decision
    from volteface.records import Candidate, Statement
    from volteface.review.session import Item, Session

KEYS = "[a]pprove  [1-3] candidate  [e]dit  [x] reject  [u]ndo  [s]kip  [n]ote  [?] help  [q]uit"
HELP = """\
a, Enter   it is right as it is
1, 2, 3    the candidate with this number is right
e          correct fields: type  field=value, several with ; between
           (speaker, actor, issue, stance from -1 to 1, register, said_on, endorsed, ...;
           none for nobody or nothing)
x          there is no such statement; you may say why
u          take back your last choice of this session and see it again
s, space   show it again at the end
n          write a remark to the record's history
q          stop; everything is stored already"""
_STYLES = {"content": "bold reverse", "speaker": "bold cyan", "cue": "underline"}
_SHOWN = ("speaker", "actor", "issue", "stance", "register", "said_on", "endorsed")
_MORE = ("role", "about", "addressee", "via")


def show(console: Console, item: "Item", session: "Session") -> None:
    """Draw one item of the session."""
    one, report = item.statement, item.report
    number = len(session.done) + 1
    when = report.published
    dated = "no date" if when is None else f"{when.earliest}"
    console.rule(f"{number} of {len(session.done) + len(session.waiting)}", align="left")
    console.print(Text(visible(f"{one.id}  {report.path}"), "dim"))
    head = (report.title, report.outlet, dated)
    console.print(Text(visible(" \u00b7 ".join(part for part in head if part))))
    console.print()
    console.print(_context(item))
    console.print()
    console.print(_fields(one))
    console.print(_why(item, session.case))
    for line in _beside(item):
        console.print(Text(visible(line), "yellow"))
    console.print(Text(KEYS, "dim"))


def told(console: Console, line: str) -> None:
    """Say something that happened."""
    console.print(Text(visible(line)))


def told_conflict(console: Console, differing: "tuple[Decision, ...]") -> None:
    """Say that somebody else has decided otherwise on what was just decided."""
    if differing:
        stands, *_ = differing
        line = f"conflict: {stands.coder} {said(stands)}; both are kept (review --conflicts)"
        console.print(Text(visible(line), "yellow"))


def _context(item: "Item") -> Text:
    text = Text()
    for piece in passage(item.statement, item.report):
        if piece.role == "cut":
            text.append(" \u2026 ", "dim")
        else:
            text.append(visible(piece.text), _STYLES.get(piece.role or "", ""))
    return text


def _fields(one: "Statement") -> Table:
    table = Table.grid(padding=(0, 2))
    for field in fields_of(type(one)):
        value = written(one, field)
        if field.name in _SHOWN or (field.name in _MORE and value != "none"):
            table.add_row(Text(field.name, "dim"), Text(visible(value)))
    return table


def _why(item: "Item", case: "Case") -> Table:
    """The machine's reasons and its candidates, numbered, with the pole that each means."""
    one = item.statement
    table = Table.grid(padding=(0, 2))
    reason = f"{one.reason or 'no reason given'} (confidence {one.confidence:.2f})"
    table.add_row(Text("why", "dim"), Text(visible(reason)))
    for number, candidate in enumerate(item.candidates, start=1):
        table.add_row(Text(f"[{number}]", "dim"), Text(visible(_candidate(candidate, case))))
    return table


def _candidate(candidate: "Candidate", case: "Case") -> str:
    issue = next((one for one in case.issues if one.id == candidate.issue), None)
    if issue is None or candidate.stance is None:
        return f"{candidate.p:.2f}  {candidate.issue or 'none of the issues'}"
    pole = issue.plus.pole if candidate.stance > 0 else issue.minus.pole
    return f"{candidate.p:.2f}  {issue.id} {candidate.stance:+.2f}  {pole}"


def _beside(item: "Item") -> list[str]:
    """Other readings and others' decisions, and remarks."""
    lines = []
    if item.before is not None:
        lines.append(f"before, the machine read {_short(item.before)}")
    if item.now is not None:
        lines.append(f"now the machine reads {_short(item.now)}")
    for decision, right in item.decided:
        what = _short(right) if right is not None else "no such statement"
        lines.append(f"{decision.coder} {said(decision)}: {what}")
    return [*lines, *(f"note by {note}" for note in item.notes)]


def _short(one: "Statement") -> str:
    stance = "" if one.stance is None else f" {one.stance:+.2f}"
    who = one.person or one.actor or "unknown"
    return f"{one.issue or 'no issue'}{stance}, {who}, {one.register} ({one.confidence:.2f})"
