"""Files of questions: what is read, and every mistake with its line."""

from pathlib import Path

import pytest

from volteface.conflict.conflict import Conflict
from volteface.errors import CaseError, UsageError
from volteface.questions.forecasting.load import load_questions

HEAD = """[[question]]
id = "q"
text = "Will it?"
criterion = "Two newspapers say so."
opened = 2011-10-10
closes = 2012-03-31
status_quo = "no"
"""


def options(*given: str) -> str:
    """The text of options named a, b, c ..., each with its lines."""
    return "".join(
        f'[[question.option]]\nname = "{name}"\n{lines}\n'
        for name, lines in zip(("yes", "no", "later"), given, strict=False)
    )


GOOD = options('measure = "in_power.GOV=0"', 'measure = "otherwise"')


def faults(tmp_path: Path, war: Conflict, text: str) -> list[str]:
    """The mistakes of a file."""
    (tmp_path / "q.toml").write_text(text, encoding="utf-8")
    with pytest.raises(CaseError) as refused:
        load_questions(tmp_path / "q.toml", war)
    return list(refused.value.problems)


def test_a_question_is_read(tmp_path: Path, war: Conflict) -> None:
    """With its dates and options."""
    (tmp_path / "q.toml").write_text(HEAD + GOOD, encoding="utf-8")
    (question,) = load_questions(tmp_path / "q.toml", war)
    assert [option.name for option in question.options] == ["yes", "no"]
    assert question.options[1].measure == "otherwise"


def test_an_unmodelled_question_needs_no_measure(tmp_path: Path, war: Conflict) -> None:
    """It says why instead, and may close after the model's last month."""
    text = HEAD.replace("2012-03-31", "2030-03-31") + 'unmodelled = "no cities"\n' + options("", "")
    (tmp_path / "q.toml").write_text(text, encoding="utf-8")
    assert load_questions(tmp_path / "q.toml", war)[0].unmodelled == "no cities"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD.replace("2011-10-10", "2010-10-10") + GOOD, "q.toml:5: opened 2010-10-10 is before"),
        (HEAD.replace("2012-03-31", "2011-10-10") + GOOD, "q.toml:6: closes 2011-10-10 is not aft"),
        (HEAD.replace("2012-03-31", "2014-03-31") + GOOD, "is after the model's last day, 2013-02"),
        (HEAD.replace('"no"', '"not"') + GOOD, "q.toml:7: status_quo: there is no option 'not'"),
        (HEAD + 'outcome = "perhaps"\n' + GOOD, "outcome: 'perhaps' is none of the options"),
        (HEAD + GOOD + HEAD + GOOD, "q.toml:15: id q is taken in line 2"),
        (HEAD + options("", 'measure = "otherwise"'), "option yes: has no measure: give one, or"),
        (HEAD + GOOD.replace('"yes"', '"no"'), "2 options are named 'no'"),
        (HEAD + "base_rate = { yes = 0.5 }\n" + GOOD, "base_rate: needs one number for each"),
        (HEAD + "base_rate = { yes = 0.5, no = 0.6 }\n" + GOOD, "sums to 1.1, not to 1"),
        (HEAD + 'given = "GOV.forts"\n' + GOOD, "given: 'GOV.forts' is no yes or no"),
        (HEAD + GOOD.replace("GOV", "GOB"), "unknown measure in_power.GOB"),
        (
            HEAD + options('measure = "otherwise"', 'measure = "otherwise"'),
            "options yes and no overlap: both are 'otherwise'",
        ),
        (
            HEAD
            + options('measure = "in_power.GOV=1"\nfrom = 2011-12-01', 'measure = "otherwise"'),
            "from and to are for measures with newly",
        ),
        (
            HEAD + options('measure = ["newly war_over", "settled=1"]', 'measure = "otherwise"'),
            "ever and newly stand alone",
        ),
        (
            HEAD + options('measure = "mean war_over"', 'measure = "otherwise"'),
            "takes a measure alone",
        ),
        (HEAD + options("measure = []", 'measure = "otherwise"'), "the list of measures is empty"),
        (HEAD + "id = ", "is not valid TOML"),
        (HEAD + GOOD.replace("name", "nome"), "unknown key nome"),
    ],
)
def test_mistakes_have_their_line(tmp_path: Path, war: Conflict, text: str, said: str) -> None:
    """Each is one line that says what is wrong."""
    assert any(said in fault for fault in faults(tmp_path, war, text))


def test_windows_that_overlap_or_leave_gaps(tmp_path: Path, war: Conflict) -> None:
    """Options that ask when one thing comes to hold are held against each other by their days."""

    def windows(*spans: tuple[str, str]) -> str:
        return HEAD.replace('status_quo = "no"\n', "") + options(
            *(f'measure = "newly war_over"\nfrom = {a}\nto = {b}' for a, b in spans)
        )

    overlap = windows(("2011-11-01", "2011-12-01"), ("2011-12-01", "2011-12-31"))
    assert any(
        "yes and no overlap: both may be on 2011-12-01" in f for f in faults(tmp_path, war, overlap)
    )
    gap = windows(("2011-11-01", "2011-12-01"), ("2011-12-05", "2011-12-31"))
    assert any(
        "leave a gap between 2011-12-01 and 2011-12-05" in f for f in faults(tmp_path, war, gap)
    )
    backwards = windows(("2011-11-01", "2011-10-01"), ("2011-12-05", "2011-12-31"))
    assert any("option yes ends before it begins" in f for f in faults(tmp_path, war, backwards))


def test_no_such_file(tmp_path: Path, war: Conflict) -> None:
    """One line with its name."""
    with pytest.raises(UsageError, match=r"none\.toml: cannot be read: No such file"):
        load_questions(tmp_path / "none.toml", war)
