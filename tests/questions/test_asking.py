"""From a claim's words to a question."""

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from volteface.case.claims_schema import Claim
from volteface.conflict.conflict import Conflict
from volteface.errors import CaseError, UsageError
from volteface.questions.asking import model_claims, put

CLAIM = """
[[claim]]
id = "one"
text = "Pressure does not help."
holder = "RUS"
outlet = "Wire"
date = "2012-05"
endorsed = true
given = ["settlement.talks_on=1 from 2012-01"]
do = ["RUS.pressure=1 from 2012-06"]
measure = "RUS.support"
by = "2013-06"
expect = "0"
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """The bundled case with one claim."""
    folder = tmp_path / "case"
    shutil.copytree(Path(str(files("volteface"))) / "bundled" / "syria", folder)
    (folder / "claims.toml").write_text(CLAIM, "utf-8")
    return folder


def test_a_claim_asks_about_two_worlds(case: Path, syria: Conflict) -> None:
    """Both have what is given; one has what is done."""
    (claim,) = model_claims(case, syria)
    question = put(syria, claim)
    assert question is not None
    assert question.without is not None
    assert [event.name for event in question.with_.do] == ["RUS.pressure=1 from 2012-06"]
    assert question.without.do == ()
    assert question.without.given == question.with_.given
    assert question.with_.month == question.without.month == 27


@pytest.mark.parametrize(
    ("measure", "scale"),
    [
        ("RUS.support", 3),
        ("RUS.support>=arms", 1),
        ("war_over", 1),
        ("relation.RUS.USA", 2),
        ("toll", None),
    ],
)
def test_a_measure_between_two_ends_has_a_scale(
    case: Path, syria: Conflict, measure: str, scale: float | None
) -> None:
    """A ladder of four steps is three long; people have no upper end."""
    (claim,) = model_claims(case, syria)
    question = put(syria, claim.model_copy(update={"measure": measure}))
    assert question is not None
    assert question.scale == scale


def test_a_claim_about_a_level_asks_about_one_world(case: Path, syria: Conflict) -> None:
    """And compares it with a number."""
    (claim,) = model_claims(case, syria)
    level = {"do": (), "against": 1.5, "expect": "+"}
    question = put(syria, claim.model_copy(update=level))
    assert question is not None
    assert (question.without, question.against) == (None, 1.5)


def test_an_unmodelled_claim_asks_nothing(case: Path, syria: Conflict) -> None:
    """There is no question in it."""
    (claim,) = model_claims(case, syria)
    asked = {"given": (), "do": (), "measure": None, "by": None, "expect": None, "unmodelled": "no"}
    assert put(syria, Claim(**{**claim.model_dump(), **asked})) is None


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "RUS.pressure",
            "RUS.presure",
            "claims.toml:10: do: unknown quantity RUS.presure (nearest: RUS.pressure)",
        ),
        ("settlement.talks_on", "talks", "claims.toml:9: given: unknown quantity talks"),
        (
            '"RUS.support"',
            '"RUS.suport"',
            "claims.toml:11: measure: unknown measure RUS.suport (nearest: RUS.support)",
        ),
        ("2013-06", "2019-06", "claims.toml:12: by: 2019-06 lies outside the run"),
        ("=1 from 2012-06", "=-1 from 2012-06", "claims.toml:10: do: RUS.pressure must be"),
        ("2013-06", "2012-05", "claims.toml:2: by 2012-05 is before anything is done"),
        (
            "RUS.pressure=1 from 2012-06",
            "settlement.talks_on=0 from 2012-06",
            "claims.toml:2: 'settlement.talks_on=1 from 2012-01' and",
        ),
    ],
)
def test_what_the_model_does_not_know_has_its_line(
    case: Path, syria: Conflict, old: str, new: str, problem: str
) -> None:
    """Quantities, measures, months, values and contradictions, each with what is allowed."""
    (case / "claims.toml").write_text(CLAIM.replace(old, new, 1), "utf-8")
    with pytest.raises(CaseError) as raised:
        model_claims(case, syria)
    (found,) = raised.value.problems
    assert found.startswith(problem)


def test_all_mistakes_are_named_at_once(case: Path, syria: Conflict) -> None:
    """As everywhere in a case."""
    text = CLAIM.replace("RUS.pressure", "RUS.x").replace("2013-06", "1999-01")
    (case / "claims.toml").write_text(text, "utf-8")
    with pytest.raises(CaseError) as raised:
        model_claims(case, syria)
    assert len(raised.value.problems) == 2


def test_a_case_without_claims_has_none(case: Path, syria: Conflict) -> None:
    """Nothing is asked then."""
    (case / "claims.toml").unlink()
    assert model_claims(case, syria) == ()


def test_put_refuses_what_is_wrong(case: Path, syria: Conflict) -> None:
    """For callers who load claims elsewhere."""
    (claim,) = model_claims(case, syria)
    with pytest.raises(UsageError, match="unknown measure"):
        put(syria, claim.model_copy(update={"measure": "nothing"}))
