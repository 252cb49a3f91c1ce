"""Verdicts from a ledger."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from volteface.case import load_case, new_case
from volteface.case.schema import Case
from volteface.errors import UsageError
from volteface.identity import text_sha256
from volteface.ledger import Ledger, Reading, open_ledger
from volteface.positions.of_ledger import ledger_verdicts, measure
from volteface.records import Candidate, DateInterval, Report, Statement


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The example case, with its dated facts."""
    folder = tmp_path_factory.mktemp("verdicts") / "mine"
    new_case(folder)
    return load_case(str(folder))


def reading(number: int, day: date, stance: float, actor: str, issue: str) -> Reading:
    """One report with one statement."""
    text = f"Report {number}: we say so."
    when = DateInterval(day, day, "day", "dateline")
    report = Report(
        f"r-{number}",
        f"{number}.txt",
        text,
        text_sha256(text),
        None,
        f"Outlet {number}",
        when,
        "en",
    )
    statement = Statement(
        id=f"s-{number}",
        utterance=f"u-{number}",
        report=report.id,
        voice="attributed",
        content=((0, 8),),
        speaker=(),
        cue=(),
        text=text[:8],
        kind="direct",
        register="stated",
        person=f"Person {number}",
        actor=actor,
        role=None,
        about=None,
        addressee=None,
        via=(f"Outlet {number}",),
        endorsed=True,
        said_on=when,
        issue=issue,
        stance=stance,
        confidence=0.95,
        candidates=(Candidate(issue, stance, 0.95),),
    )
    return Reading(report, "k", "test", (statement,))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Odrun says for half a year that its troops stay, and then that they go."""
    with open_ledger(str(tmp_path / "verdicts.sqlite")) as opened:
        for number in range(12):
            day = date(2018, 1 + number, 1)
            stance = 0.9 if number < 6 else -0.9
            opened.store(reading(number, day, stance, "ODRUN", "odrun_troops"))
        yield opened


def test_a_shift(ledger: Ledger, case: Case) -> None:
    """The change is found, and only what the ledger speaks of is judged."""
    found = ledger_verdicts(ledger, case)
    assert {(v.actor, v.issue) for v in found} == {("ODRUN", "odrun_troops")}
    (stated,) = (v for v in found if v.channel == "stated")
    assert stated.verdict == "shift"
    assert stated.since is not None
    assert stated.since[0] >= date(2018, 6, 1)
    assert stated.since[1] <= date(2018, 7, 1)


def test_as_of(ledger: Ledger, case: Case) -> None:
    """What was published later, and facts that had not happened, count for nothing."""
    day = date(2018, 6, 15)
    before = ledger_verdicts(ledger, case, as_of=day)
    assert "shift" not in {v.verdict for v in before}
    facts = {f"fact:{fact.id}": fact for fact in case.facts}
    records = {
        record
        for series in measure(ledger, case, day).series.values()
        for one in series
        for record in one.records
    }
    assert all((facts[r].to or facts[r].from_) <= day for r in records & facts.keys())
    assert records - facts.keys() == {f"s-{number}" for number in range(6)}


def test_facts_alone_say_nothing(tmp_path: Path, case: Case) -> None:
    """An empty ledger gives no verdict, whatever facts the case has."""
    assert any(fact.issue for fact in case.facts)
    with open_ledger(str(tmp_path / "empty.sqlite")) as empty:
        assert ledger_verdicts(empty, case) == []


def test_narrowed(ledger: Ledger, case: Case) -> None:
    """By actor, issue and period; what the case does not have is refused."""
    assert ledger_verdicts(ledger, case, actor="KESTRIA") == []
    half = ledger_verdicts(ledger, case, issue="odrun_troops", last=date(2018, 6, 30))
    assert half
    assert "shift" not in {v.verdict for v in half}
    with pytest.raises(UsageError, match="NOBODY"):
        ledger_verdicts(ledger, case, actor="NOBODY")
    with pytest.raises(UsageError, match="exchange the dates"):
        ledger_verdicts(ledger, case, first=date(2019, 1, 1), last=date(2018, 1, 1))


def test_votes_beside_no_statement_are_judged(tmp_path: Path) -> None:
    """Roll calls that the case brings speak for themselves."""
    folder = tmp_path / "voting"
    new_case(folder)
    rows = [
        f"20{12 + k}-05-01,ODRUN,odrun_troops,{'no' if k > 2 else 'yes'},Motion {k}"
        for k in range(6)
    ]
    (folder / "votes.csv").write_text("\n".join(["date,actor,issue,vote,on", *rows]), "utf-8")
    voting = load_case(str(folder))
    voting = voting.model_copy(
        update={"facts": tuple(f for f in voting.facts if f.id.startswith("vote/"))}
    )
    with open_ledger(str(tmp_path / "empty.sqlite")) as ledger:
        (found,) = ledger_verdicts(ledger, voting)
    assert (found.channel, found.verdict, found.form) == ("revealed", "shift", "jump")
    assert found.since == (date(2014, 5, 1), date(2015, 5, 1))
    assert found.turns is not None
