"""Each misfit of a file with its model: where, and what is allowed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from volteface.case.check import check_case

Breaker = Callable[..., Path]


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        ("case.toml", "title", "titel", "case.toml:2: unknown key titel (nearest: title)"),
        ("case.toml", 'title = "A small war"\n', "", "case.toml:1: title is missing"),
        ("case.toml", '"A small war"', "7", "case.toml:2: title must be text in quotes, not 7"),
        ("case.toml", "A small war", "", 'case.toml:2: title must not be empty, not ""'),
        ("case.toml", "A small war", " ", 'case.toml:2: title must not be blank, not " "'),
        (
            "case.toml",
            "2011-03-15",
            '"2011"',
            'case.toml:3: begins must be a date without quotes, such as 2012-05-31, not "2011"',
        ),
        ("case.toml", "delta", "detla", "case.toml:7: unknown key detla (nearest: delta)"),
        ("case.toml", "0.5", "3", "case.toml:7: delta must be less than or equal to 2, not 3"),
        ("case.toml", "0.5", "true", "case.toml:7: delta must be a number, not true"),
        (
            "case.toml",
            "[thresholds]\ndelta = 0.5",
            "[weights]\nfact = inf",
            "case.toml:7: fact must be a finite number, not inf",
        ),
        (
            "case.toml",
            "[thresholds]\ndelta = 0.5",
            "dynamics = 4",
            "case.toml:6: dynamics must be a table of keys and values, not 4",
        ),
        (
            "case.toml",
            '["The Wire"]',
            '"The Wire"',
            'case.toml:11: aliases must be a list, such as ["a", "b"], or tables, not "The Wire"',
        ),
        (
            "case.toml",
            '["The Wire"]',
            '["The Wire",\n3]',
            "case.toml:12: aliases, entry 2, must be text in quotes, not 3",
        ),
        (
            "actors.toml",
            'kind = "bloc"',
            "kind = 7",
            "actors.toml:12: kind must be 'state', 'party', 'body', 'bloc' or 'observers', not 7",
        ),
        (
            "actors.toml",
            'iso3 = "RUS"',
            'iso3 = "ru"',
            'actors.toml:5: iso3 must be three capital letters, such as RUS, not "ru"',
        ),
        (
            "actors.toml",
            'iso3 = "RUS"',
            'wikidata = "159"',
            'actors.toml:5: wikidata must be Q and a number, such as Q159, not "159"',
        ),
        (
            "actors.toml",
            "to = 2012-05-31",
            "until = 2012-05-31",
            "actors.toml:29: unknown key until (allowed: actor, from, title, to)",
        ),
        (
            "actors.toml",
            "foreign  minister",
            "",
            'actors.toml:33: title must not be empty, not ""',
        ),
        (
            "issues.toml",
            "[issue.minus]\npole",
            "[issue.minus]\npol",
            "issues.toml:12: unknown key pol (nearest: pole)",
        ),
        (
            "ties.toml",
            '"arms"',
            "{ a = 1 }",
            "ties.toml:4: instrument must be text in quotes, not a table",
        ),
        (
            "facts.toml",
            "stance = -1",
            "stance = -1.5",
            "facts.toml:9: stance must be greater than or equal to -1, not -1.5",
        ),
    ],
)
def test_a_misfit_is_named_with_its_line_and_what_is_allowed(
    broken: Breaker, file: str, old: str, new: str, problem: str
) -> None:
    """Unknown and missing keys, types, ranges, patterns and choices."""
    found = check_case(broken(file, old, new))
    assert problem in map(str, found)
    assert {item.file for item in found if item.severity == "error"} == {file}


def test_a_choice_has_its_nearest(broken: Breaker) -> None:
    """As an unknown key has."""
    (problem, *_) = check_case(broken("actors.toml", 'kind = "bloc"', 'kind = "block"'))
    assert str(problem).endswith("or 'observers' (nearest: bloc), not \"block\"")


def test_only_the_key_of_the_file_is_read(broken: Breaker) -> None:
    """The models' own field names are no second spelling."""
    folder = broken("facts.toml", "from = 2011-10-04", "from_ = 2011-10-04")
    assert [str(problem) for problem in check_case(folder)] == [
        "facts.toml:1: from is missing",
        "facts.toml:4: unknown key from_ (nearest: from)",
    ]


def test_a_file_without_an_actor_is_a_mistake(small_case: Path) -> None:
    """An empty actors.toml has no ``[[actor]]``, an empty list of them is too short."""
    (small_case / "actors.toml").write_text("")
    assert "actors.toml:1: actor is missing" in map(str, check_case(small_case))
    (small_case / "actors.toml").write_text("actor = []")
    problem = "actors.toml:1: actor needs at least one entry, not a list of 0"
    assert problem in map(str, check_case(small_case))


def test_long_values_are_shortened(broken: Breaker) -> None:
    """The line stays readable."""
    folder = broken("actors.toml", 'iso3 = "RUS"', f'iso3 = "{"x" * 900}"')
    (problem,) = check_case(folder)
    assert str(problem).endswith("x...")
    assert len(str(problem)) < 120
