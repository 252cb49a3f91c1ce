"""What every case that comes with the program has to be: clean, sourced, honest about itself."""

import re
from datetime import date, datetime
from pathlib import Path

import numpy as np
import pytest

from volteface.case import bundled_cases, case_folder, check_case, load_case
from volteface.conflict import world
from volteface.conflict.channels import PartySeen
from volteface.conflict.ensemble import as_events, draw_rows, run_months
from volteface.conflict.layout import split
from volteface.conflict.load import load_conflict
from volteface.conflict.state import init
from volteface.questions.asking import model_claims
from volteface.questions.forecasting.load import load_questions

DRAWS = 32
NAMES = bundled_cases()
DISPATCHES = [
    pytest.param(path, id=f"{name}-{path.stem}")
    for name in NAMES
    for path in sorted((case_folder(name) / "reports").glob("*.txt"))
]


@pytest.mark.parametrize("name", NAMES)
def test_the_check_finds_nothing(name: str) -> None:
    """No error and no warning, and the case's id is the name by which it is called."""
    assert check_case(case_folder(name)) == []
    assert load_case(name).settings.id == name


@pytest.mark.parametrize("name", NAMES)
def test_the_case_has_enough_of_everything(name: str) -> None:
    """Twenty-five dispatches, issues with examples at both poles, facts and ties within the war."""
    case = load_case(name)
    assert len(list((case_folder(name) / "reports").glob("*.txt"))) >= 25
    for issue in case.issues:
        assert min(len(issue.plus.examples), len(issue.minus.examples)) >= 5, issue.id
    ends = case.settings.ends
    assert ends is not None
    assert all(fact.from_ <= ends for fact in case.facts)
    assert all(tie.from_ is None or tie.from_ <= ends for tie in case.ties)


@pytest.mark.parametrize("name", NAMES)
def test_every_party_and_power_of_the_model_is_an_actor(name: str) -> None:
    """What is said of somebody in reports and what the model makes of it have one name."""
    file = load_conflict(name).file
    known = {actor.id for actor in load_case(name).actors}
    assert {party.id for party in file.parties} <= known
    assert {patron.power or patron.id for patron in file.patrons} <= known


@pytest.mark.parametrize("name", NAMES)
def test_every_claim_can_be_put_to_the_model(name: str) -> None:
    """Each asks something that the model has, or says why it cannot be asked."""
    claims = model_claims(name, load_conflict(name))
    assert len(claims) >= 25
    assert all(claim.measure or claim.unmodelled for claim in claims)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "syria"])
def test_the_two_kernels_agree_on_it(name: str) -> None:
    """Numpy and the production kernel give the same war, and every fort is somebody's.

    For the Syria case tests/conflict/test_world.py says so, on more worlds.
    """
    conflict = load_conflict(name)
    rows = draw_rows(conflict, conflict.shocks, 11, 0)[:DRAWS]
    events = as_events(conflict.shocks)
    state = init(conflict.structure, split(rows, conflict.layout))
    record = run_months(conflict, events, rows, state, seed=11, first_draw=0)
    _, reference = world.run(conflict, events, rows, seed=11)
    assert np.abs(record - reference).max() < 1e-12
    first, size = conflict.record.party, conflict.layout.parties * len(PartySeen)
    forts = record[:, :, first : first + size][:, :, PartySeen.FORTS :: len(PartySeen)]
    assert np.abs(forts.sum(axis=2) - 1).max() < 1e-12


@pytest.mark.parametrize("name", [n for n in NAMES if (case_folder(n) / "questions.toml").exists()])
def test_its_questions_can_be_forecast_and_scored(name: str) -> None:
    """Ten or more, all within the war, each with its outcome; most have a measure."""
    questions = load_questions(case_folder(name) / "questions.toml", load_conflict(name))
    assert len(questions) >= 10
    assert all(question.outcome for question in questions)
    assert sum(question.unmodelled is None for question in questions) > len(questions) / 2


@pytest.mark.parametrize("path", DISPATCHES)
def test_a_dispatch_says_when_it_is_from_and_that_it_is_no_agency_copy(path: Path) -> None:
    """Its day stands in its name and on its line, and the first line says that it is paraphrase."""
    text = path.read_text(encoding="utf-8")
    published = re.search(r"^Published (\d{1,2} \w+ \d{4})$", text, re.MULTILINE)
    assert published is not None
    day = datetime.strptime(published.group(1), "%d %B %Y").date()  # noqa: DTZ007 - a plain day
    assert day == date.fromisoformat(path.name[:10])
    assert text.startswith("Digest written for the volteface project from public facts; statements")
    assert "are paraphrased" in text.splitlines()[0]


@pytest.mark.parametrize("path", DISPATCHES)
def test_the_readme_says_where_a_dispatch_can_be_checked(path: Path) -> None:
    """One row for each, with a document or the admission that nothing was opened."""
    readme = (path.parents[1] / "README.md").read_text(encoding="utf-8")
    assert "nothing is a quotation" in " ".join(readme.lower().split())
    rows = [row for row in readme.splitlines() if f"`{path.name}`" in row]
    assert len(rows) == 1
    assert rows[0].strip("| ").rpartition("|")[2].strip()
