"""``volteface forecast`` and ``volteface score``."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Call = Callable[..., Any]

QUESTIONS = """
[[question]]
id = "office"
text = "Will the government hold office at the end of June 2012?"
criterion = "By the newspapers of the next day."
opened = 2012-03-10
closes = 2012-06-30
status_quo = "yes"
outcome = "yes"

[[question.option]]
name = "yes"
measure = "in_power.SYR-GOV=1"

[[question.option]]
name = "no"
measure = "otherwise"

[[question]]
id = "city"
text = "Will the city fall?"
criterion = "By the newspapers of the next day."
opened = 2012-03-10
closes = 2012-06-30
status_quo = "no"
outcome = "no"
unmodelled = "the model has no cities"

[[question.option]]
name = "yes"

[[question.option]]
name = "no"
"""


@pytest.fixture
def questions(folder: Path) -> Path:
    """A file of two questions."""
    path = folder / "questions.toml"
    path.write_text(QUESTIONS, encoding="utf-8")
    return path


def test_json_has_options_interval_date_and_seed(call: Call, questions: Path) -> None:
    """Each question in its order; the declined one has no options and says why."""
    done = call("forecast", "syria", questions, "--draws", "256", "--seed", "3", "--json")
    assert done.code == 0
    office, city = json.loads(done.out)
    assert office["id"] == "office"
    assert office["as_of"] == "2012-03-10"
    assert office["seed"] == 3
    assert office["options"]["yes"] + office["options"]["no"] == pytest.approx(1)
    low, high = office["interval"]["yes"]
    assert low <= office["options"]["yes"] <= high
    assert city["options"] == {}
    assert city["declined"] == "the model has no cities"


def test_in_words(call: Call, questions: Path) -> None:
    """What each number is made of, and as of when."""
    done = call("forecast", "syria", questions, "--draws", "256", "--as-of", "2012-02", "--quiet")
    assert done.code == 0
    assert "without a model" in done.out
    assert "as of 2012-02-29; the model's word counts 0." in done.out
    assert "declined: the model has no cities" in done.out
    assert done.err == ""


def test_scores(call: Call, questions: Path, folder: Path) -> None:
    """Against both rivals, with a plot."""
    asked = ("score", "syria", questions, "--draws", "256")
    done = call(*asked, "--plot", "c.svg")
    assert done.code == 0
    assert "2 questions scored, 1 answered and 1 declined" in done.out
    assert "0.95 on the status quo" in done.out
    assert (folder / "c.svg").read_text(encoding="utf-8").startswith("<svg")
    data = json.loads(call(*asked, "--json").out)
    assert data["questions"] == 2
    assert data["forecasts"]["brier"] < data["base"]["brier"]
    assert data["each"][1]["declined"] is True


def test_mistakes_are_one_line(call: Call, questions: Path) -> None:
    """A wrong outcome, and a date that is too late; exit code 2."""
    done = call("forecast", "syria", questions, "--as-of", "2013-01-01", "--draws", "64")
    assert done.code == 2
    assert "question office closes on 2012-06-30: 2013-01-01 is too late" in done.err
    questions.write_text(QUESTIONS.replace('outcome = "yes"', 'outcome = "jes"'), encoding="utf-8")
    done = call("score", "syria", questions)
    assert done.code == 2
    assert done.err.startswith("volteface: questions.toml:9: outcome: 'jes' is none of")
