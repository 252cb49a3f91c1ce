from collections import Counter
from collections.abc import Callable

import pytest

from volteface.model_reader.agreement import Agreement
from volteface.model_reader.confidence import Measured
from volteface.model_reader.cost import Budget, Price
from volteface.model_reader.endpoint import endpoint_of
from volteface.model_reader.kept import Kept
from volteface.model_reader.rereading import Job, Outcome, Plan
from volteface.model_reader.storing import Compared
from volteface.model_reader.tally import KEPT, NO_CUE, NOT_THERE, TWICE
from volteface.model_reader.windows import windows
from volteface.model_reader.wording import after, before, duration, silent, together
from volteface.records import Report

Make = Callable[..., Report]


def a_plan(report: Report, *, answered: bool = False) -> Plan:
    """A report of one window."""
    job = Job(windows(report)[0], "k", "data")
    known = {"k": Kept((), 1, 1, 1, 1.0)} if answered else {}
    return Plan((report,), {report.id: (job,)}, known, 2_000_000, 1_000_000, 600.0, guessed=True)


def test_what_leaves_the_machine_is_said_before_it_does(make_report: Make) -> None:
    """Where to, at what cost and for how long."""
    named = endpoint_of("https://api.example.com/v1", "m", {"OPENAI_API_KEY": "secret"})
    lines = before(a_plan(make_report()), named, Price(1.0, 2.0), 9.0, 2)
    told = "\n".join(lines)
    assert "1 report, 38 words, 1 request" in told
    assert "5 minutes (a guess)" in told
    assert "cost: about 4.00, and never more than 9.00" in told
    assert "go to api.example.com, which may keep them" in told
    assert "secret" not in told
    assert "can be read on the way" not in told


def test_it_is_said_what_can_be_read_on_the_way(make_report: Make) -> None:
    """The key too, where there is one."""
    plan = a_plan(make_report())
    for environment, told in (({}, "the texts can"), ({"OPENAI_API_KEY": "x"}, "your key can")):
        lines = before(plan, endpoint_of("http://far.example/v1", "m", environment), None, None, 1)
        assert told in lines[-1]
    assert "not known here" in lines[2]


def test_a_model_on_this_machine_is_said_to_be_here(make_report: Make) -> None:
    """And what is answered already is not sent."""
    named = endpoint_of("http://localhost:8080/v1", "m", {})
    assert "nothing leaves this machine" in before(a_plan(make_report()), named, None, None, 1)[-1]
    (line,) = before(a_plan(make_report(), answered=True), named, None, None, 1)
    assert line == "all 1 requests are answered already: nothing is sent"


def test_what_came_of_it_is_told(make_report: Make) -> None:
    """What was kept, thrown away, left empty and spent."""
    report = make_report()
    tally = Counter({KEPT: 7, NOT_THERE: 2, TWICE: 5, NO_CUE: 1})
    outcome = Outcome({report.id: ()}, {}, tally, "no money left")
    budget = Budget(Price(1.0, 1.0))
    budget.settle(budget.hold(10, 10), 1_500_000, 0)
    told = after(outcome, a_plan(report), budget, 4.0, Price(1.0, 1.0))
    assert told == [
        (
            "1 of 1 report read in 4 s, 9.5 words a second; 1,500,000 tokens sent, 0 received; "
            "cost 1.5000"
        ),
        "7 statements kept",
        "thrown away: 5 said twice, 2 words that are not in the report",
        "left empty: 1 a cue that is not in the report",
        "stopped: no money left; run it again to go on",
    ]


def test_agreement_is_told_with_what_it_makes_of_the_confidence() -> None:
    """And a dash where an alpha is not defined."""
    found = Agreement(4, 3, 2, 0.75, 1.0, {"issue": 0.5, "register": None})
    lines = together(Compared({}, Measured(0.6, "3 of 4"), found), "m")
    assert lines == [
        "found by both 4, by the offline reader alone 3, by m alone 2",
        "of those found by both: the same issue, or none, 75%, the same side of it 100%",
        "Krippendorff's alpha: issue 0.50, register -",
        "confidence: 0.60 (3 of 4)",
    ]
    nothing = Agreement(0, 0, 0, None, None, {})
    assert "none to compare" in together(Compared({}, Measured(0, ""), nothing), "m")[1]


def test_a_report_on_which_a_model_is_silent_is_named(make_report: Make) -> None:
    """It may have been told to be."""
    nothing = Agreement(0, 0, 0, None, None, {})
    report = make_report()
    ready = Compared({report.id: ()}, Measured(0, ""), nothing)
    (line,) = silent(ready, {report.id: 4}, [report])
    assert line.startswith("report.txt: the model found nothing, the offline reader 4 statements")
    assert list(silent(ready, {report.id: 2}, [report])) == []


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.4, "0 s"), (119, "119 s"), (600, "10 minutes"), (9000, "2.5 hours")]
)
def test_a_duration_is_told_in_its_unit(seconds: float, words: str) -> None:
    """Roughly, as it is a guess."""
    assert duration(seconds) == words
