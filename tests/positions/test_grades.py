from dataclasses import replace
from pathlib import Path

import pytest

from volteface.case import case_reports, load_case, new_case
from volteface.case.schema import Case, Grade
from volteface.ledger import open_ledger
from volteface.ledger.intake import take_in
from volteface.positions.grades import CREDIBILITY, RELIABILITY, Graded, graded, told
from volteface.positions.of_ledger import ledger_verdicts, measure
from volteface.records import Report, Statement
from volteface.report_page.evidence import evidence


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The example case with graded sources."""
    folder = tmp_path_factory.mktemp("graded") / "mine"
    new_case(folder)
    loaded = load_case(folder)
    assert case_reports(loaded) is not None
    grades = (
        Grade(source="Selm Courier", reliability="C", credibility=3),
        Grade(source="Joren Halvik", reliability="A"),
        Grade(statement="s-doubtful", credibility=5),
    )
    settings = loaded.settings.model_copy(update={"grades": grades})
    return loaded.model_copy(update={"settings": settings})


def one(**fields: object) -> Statement:
    """An ordinary statement."""
    blank: dict[str, object] = dict.fromkeys(Statement.__slots__, None)
    blank |= {"id": "s-1", "report": "r-1", "via": (), "endorsed": True, "confidence": 1.0}
    return Statement(**(blank | fields))  # type: ignore[arg-type]


REPORT = Report("r-1", "a.txt", "x", "", None, "selm courier", None, "en")


@pytest.mark.parametrize(
    ("statement", "source", "code"),
    [
        ("s-1", "Joren Halvik", "A3"),
        ("s-1", "selm courier", "C3"),
        ("s-doubtful", "Joren Halvik", "A5"),
    ],
)
def test_nearest_grade_counts(statement: str, source: str, code: str, case: Case) -> None:
    """Each scale has the statement's own grade, else its source's, else its outlet's."""
    assert graded(one(id=statement), source, REPORT, case).code == code


def test_not_graded(case: Case) -> None:
    """What nobody graded has no code and keeps its weight; half a grade is filled up."""
    assert graded(one(), "Nobody", replace(REPORT, outlet=None), case) == Graded()
    assert graded(one(), "Nobody", None, case).factor == 1
    assert Graded().code == ""
    assert (Graded("A").code, Graded(None, 3).code) == ("A6", "F3")
    assert Graded("A", 5).words == "completely reliable; improbable"


def test_factors_follow_the_scales() -> None:
    """A lower grade never counts more, B2 is neutral, and what cannot be judged changes nothing."""
    letters = [RELIABILITY[letter][1] for letter in "ABCDE"]
    numbers = [CREDIBILITY[number][1] for number in range(1, 6)]
    assert letters == sorted(letters)
    assert numbers == sorted(numbers)
    assert Graded("B", 2).factor == Graded("F", 6).factor == 1


def test_told() -> None:
    """Grades are told as a range, and as partial where some have none."""
    assert told(["B2", "B2"]) == "graded B2"
    assert told(["D4", "B2", ""]) == "graded B2 to D4, in part"
    assert told(["", ""]) is None
    assert told([]) is None


def test_grades_change_weights_sentences_and_page(
    tmp_path: Path, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A graded source's observations are noisier, and the printed sentence says the grade."""
    monkeypatch.chdir(tmp_path)
    folder = case_reports(case)
    assert folder is not None
    none = case.settings.model_copy(update={"grades": ()})
    plain = case.model_copy(update={"settings": none})
    with open_ledger("mine.sqlite") as ledger:
        take_in(ledger, [folder], case)
        before, after = measure(ledger, plain), measure(ledger, case)
        sentences = [v.sentence for v in ledger_verdicts(ledger, case)]
        reports, statements = list(ledger.reports()), list(ledger.statements())
        shown = evidence(case, reports, statements, [s.id for s in statements])
    graded_ones = 0
    for key, series in after.series.items():
        for now, then in zip(series, before.series[key], strict=True):
            if now.grade:
                graded_ones += 1
                factor = Graded(now.grade[0], int(now.grade[1])).factor
                assert now.variance == pytest.approx(then.variance * factor**2)
            else:
                assert now.variance == then.variance
    assert graded_ones > 5
    assert any(", graded C3" in sentence for sentence in sentences)
    notes = [dict(one.notes).get("Grade") for one in shown.values()]
    assert "C3 (fairly reliable; possibly true)" in notes
