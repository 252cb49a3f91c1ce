"""What may stand in claims.toml, and what the check says of the rest."""

import re
from pathlib import Path

import pytest

from volteface.case import check_case, load_case, load_claims
from volteface.case.claims_schema import Claim
from volteface.errors import CaseError

CLAIMS = """\
[[claim]]
id = "deadlock"
text = "The vetoes block the Council."
holder = "analyst"
outlet = "Wire"
date = 2012-05-31
report = "r-0123456789abcdef"
endorsed = true
do = ["RUS.support=none from 2012-06"]
given = ["settlement.talks_on=0 from 2012-01"]
measure = "council.adoption"
by = "2012-12"
expect = "+"

[[claim]]
id = "no-short-wars"
text = "Such wars are long."
holder = "RUS"
outlet = "not named"
date = "2012-05"
endorsed = false
measure = "war_over"
by = "2013-03"
expect = "-"
against = 0.5

[[claim]]
id = "refugees"
text = "More will flee."
holder = "Ivan Petrov"
outlet = "Wire"
date = 2012-05-31
endorsed = true
unmodelled = "nobody flees in the model"
"""


@pytest.fixture
def claims_case(small_case: Path) -> Path:
    """The small case with three claims."""
    (small_case / "claims.toml").write_text(CLAIMS, "utf-8")
    return small_case


def test_claims_load_as_they_stand(claims_case: Path) -> None:
    """In the file's order, days and months as text, optional keys empty where left out."""
    deadlock, wars, refugees = load_claims(claims_case)
    assert (deadlock.id, deadlock.date, deadlock.expect) == ("deadlock", "2012-05-31", "+")
    assert deadlock.do == ("RUS.support=none from 2012-06",)
    assert (wars.date, wars.against, wars.do, wars.report) == ("2012-05", 0.5, (), None)
    assert refugees.unmodelled == "nobody flees in the model"
    assert refugees.measure is None


def test_a_case_without_the_file_has_no_claims(small_case: Path) -> None:
    """It may be left out."""
    assert load_claims(small_case) == ()


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("expect", "expcet", "claims.toml:13: unknown key expcet (nearest: expect)"),
        ('expect = "+"', 'expect = "up"', "13: expect must be '+', '-' or '0', not \"up\""),
        (
            "= 2012-05-31",
            '= "May"',
            'must be a date such as 2012-05-31 or a month in quotes, "2012-05"',
        ),
        ("= 2012-05-31", "= 2012-05-31T10:00:00", "claims.toml:6: date must be a date such as"),
        (
            '"2012-12"',
            '"2012-13"',
            'claims.toml:12: by must be a month in quotes, such as "2016-12"',
        ),
        ("r-0123456789abcdef", "r-1", "claims.toml:7: report must be a report's id"),
        ("endorsed = true\n", "", "claims.toml:1: endorsed is missing"),
        ('"no-short-wars"', '"Deadlock"', "claims.toml:16: id Deadlock is taken in line 2"),
        ('"RUS"', '"RSU"', "18: holder: there is no actor RSU (nearest: RUS)"),
        ('by = "2012-12"\n', "", "claims.toml:1: by is missing (or say why it is unmodelled)"),
        ("against = 0.5\n", "", "claims.toml:15: needs either do (what is changed) or against"),
        ('do = ["RUS.support=none from 2012-06"]', "do = []", "9: do needs at least one"),
        ("against = 0.5", 'against = 0.5\ndo = ["RUS.face=0"]', "claims.toml:15: needs either do"),
        ('expect = "-"', 'expect = "0"', '24: expect must be "+" or "-" with against'),
        ("unmodelled", 'by = "2013-01"\nunmodelled', "34: by and unmodelled: either the model"),
    ],
)
def test_a_mistake_has_its_line(claims_case: Path, old: str, new: str, problem: str) -> None:
    """Keys, types, months, ids, holders and half questions are each named where they stand."""
    text = (claims_case / "claims.toml").read_text("utf-8")
    assert old in text
    (claims_case / "claims.toml").write_text(text.replace(old, new, 1), "utf-8")
    found = [str(one) for one in check_case(claims_case) if one.severity == "error"]
    assert any(problem in line for line in found), found
    with pytest.raises(CaseError) as raised:
        load_claims(claims_case)
    assert list(raised.value.problems) == found


def test_broken_syntax_is_said_by_both(claims_case: Path) -> None:
    """A file that is no TOML stops the claims and the whole case."""
    (claims_case / "claims.toml").write_text("[[claim]\n", "utf-8")
    with pytest.raises(CaseError, match=r"claims\.toml:1: is not valid TOML"):
        load_claims(claims_case)
    with pytest.raises(CaseError, match=r"claims\.toml:1: is not valid TOML"):
        load_case(claims_case)


def test_unreadable_actors_do_not_condemn_the_holders(claims_case: Path) -> None:
    """Nothing is known then."""
    (claims_case / "actors.toml").write_text("[[\n", "utf-8")
    assert {one.file for one in check_case(claims_case) if one.severity == "error"} == {
        "actors.toml"
    }


def test_a_holder_may_be_somebody_whom_the_case_does_not_know(claims_case: Path) -> None:
    """Only what is written like an id must be one."""
    text = (claims_case / "claims.toml").read_text("utf-8")
    text = text.replace('"Ivan Petrov"', '"a Western diplomat"')
    (claims_case / "claims.toml").write_text(text, "utf-8")
    assert load_claims(claims_case)[2].holder == "a Western diplomat"


def test_the_page_explains_each_key() -> None:
    """In a row of its table, and shows it in the example or says what it stands in place of."""
    page = (Path(__file__).parents[2] / "docs" / "claims.md").read_text("utf-8")
    for key in ("claim", *Claim.model_fields):
        assert re.search(rf"^\| `{key}` \| .{{10,}} \|$", page, re.MULTILINE), key


def test_the_example_on_the_page_is_a_claim(small_case: Path) -> None:
    """It passes the check."""
    page = (Path(__file__).parents[2] / "docs" / "claims.md").read_text("utf-8")
    (example,) = re.findall(r"^```toml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    (small_case / "claims.toml").write_text(example, "utf-8")
    (claim,) = load_claims(small_case)
    assert claim.expect == "+"
