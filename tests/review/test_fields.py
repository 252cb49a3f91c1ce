from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from volteface.case.schema import Case
from volteface.coding.record_id import identified
from volteface.errors import UsageError
from volteface.records import Claim, Event, Report, Statement
from volteface.review.fields import corrected, fields_of, pairs, written


@pytest.fixture
def one(statements: tuple[Statement, ...]) -> Statement:
    """A statement that takes a side."""
    return next(s for s in statements if s.issue == "talks" and s.actor == "FRONT")


@pytest.fixture
def report(one: Statement, reports: tuple[Report, ...]) -> Report:
    """Its report."""
    return next(r for r in reports if r.id == one.report)


def test_all_fields_of_a_statement(one: Statement, case: Case, report: Report) -> None:
    """Each field is written to the attribute it names, and the id stays."""
    changes = {
        "speaker": "none",
        "actor": "ODRUN",
        "stance": "-1",
        "register": "reported",
        "said_on": "2018-02",
        "endorsed": "no",
        "about": "FRONT",
        "via": "Wire, Radio",
    }
    right = corrected(one, changes, case, report)
    assert right.id == one.id
    assert (right.person, right.actor, right.stance) == (None, "ODRUN", -1)
    assert (right.register, right.endorsed, right.about) == ("reported", False, "FRONT")
    assert right.said_on is not None
    assert right.said_on.latest == date(2018, 2, 28)
    assert right.via == ("Wire", "Radio")
    assert right.reason == "decided by a person"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"stanse": "1"}, r"a statement has no field stanse \(nearest: stance\)"),
        ({"issue": "ceasefire"}, "issue=ceasefire is another issue: say the stance"),
        ({"stance": "none"}, "issue=talks without a stance"),
        ({"issue": "none", "stance": "1"}, "stance without issue"),
        ({"register": "spoken"}, "register=spoken: "),
        ({"quote": "no such words at all"}, "does not have these words"),
    ],
)
def test_mistakes(
    changes: dict[str, str], message: str, one: Statement, case: Case, report: Report
) -> None:
    """A mistake says what is wrong and what is allowed."""
    with pytest.raises(UsageError, match=message):
        corrected(one, changes, case, report)


def test_none_of_the_issues(one: Statement, case: Case, report: Report) -> None:
    """On none of the issues there is no stance."""
    right = corrected(one, {"issue": "none"}, case, report)
    assert (right.issue, right.stance) == (None, None)


def test_reason_stays_with_issue_and_stance(one: Statement, case: Case, report: Report) -> None:
    """A correction that leaves issue and stance leaves the reason for them."""
    assert corrected(one, {"endorsed": "no"}, case, report).reason == one.reason


def test_other_words(one: Statement, case: Case, report: Report) -> None:
    """A quotation moves the statement to its place."""
    words = report.text[20:60]
    right = corrected(one, {"quote": words}, case, report)
    assert right.content == ((20, 60),)
    assert right.text == words


def test_claims_and_events(case: Case, report: Report) -> None:
    """Events and claims have fields of their own."""
    told = (((0, 9),), report.text[:9])
    event = identified(
        Event(
            "",
            report.id,
            *told,
            ("FRONT",),
            (),
            "REJECT",
            "historical",
            None,
            None,
            (),
            None,
            None,
            "writer",
        )
    )
    right = corrected(event, {"type": "agree", "issue": "talks", "stance": "1"}, case, report)
    assert (right.type, right.issue, right.stance) == ("AGREE", "talks", 1)
    claim = identified(Claim("", report.id, *told, "FRONT", True, "a", "b", "raises", None))
    assert corrected(claim, {"direction": "lowers"}, case, report).direction == "lowers"


def test_what_is_written_can_be_read_again(
    statements: tuple[Statement, ...], reports: tuple[Report, ...], case: Case
) -> None:
    """Every field of every statement, as it is shown, means the same value."""
    texts = {report.id: report for report in reports}
    for one in statements:
        for field in fields_of(Statement):
            if field.name == "quote" or (field.name == "stance" and one.issue is None):
                continue
            shown = {field.name: written(one, field)}
            if field.name == "issue" and one.issue is not None:
                shown["stance"] = str(one.stance)
            again: Any = corrected(one, shown, case, texts[one.report])
            before, after = getattr(one, field.attribute), getattr(again, field.attribute)
            if field.name == "said_on":
                assert (before is None) == (after is None)
                if before is not None:
                    before = replace(before, precision=after.precision, basis=after.basis)
                assert before == after
            elif field.name == "stance":
                assert before == pytest.approx(after, abs=0.00501)
            else:
                assert before == after
    assert written(replace(statements[0], via=("a", "b")), fields_of(Statement)[12]) == "a, b"


def test_pairs() -> None:
    """Corrections are field=value, each field once; a value may hold an equals sign."""
    assert pairs(["a=b=c", "d="]) == {"a": "b=c", "d": ""}
    with pytest.raises(UsageError, match="write field=value"):
        pairs(["stance"])
    with pytest.raises(UsageError, match="given twice"):
        pairs(["a=1", "a=2"])
