"""What the entries of a case say of each other."""

from collections.abc import Callable
from pathlib import Path

import pytest

from volteface.case.check import check_case

Breaker = Callable[..., Path]


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        (
            "actors.toml",
            'kind = "party"',
            'kind = "party"\n[[actor]]\nid = "rus"\nname = "Rus"\nkind = "state"',
            "actors.toml:21: id rus is taken in line 2",
        ),
        (
            "issues.toml",
            "[[issue]]",
            '[[issue]]\nid="talks"\nquestion="?"\nplus={pole="a"}\nminus={pole="b"}\n[[issue]]',
            "issues.toml:28: id talks is taken in line 2",
        ),
        (
            "actors.toml",
            'minister / envoy"\nactor = "RUS"',
            'minister / envoy"\nactor = "RUSS"',
            "actors.toml:27: actor: there is no actor RUSS (nearest: RUS)",
        ),
        (
            "actors.toml",
            '"president", actor = "SYR-GOV"',
            '"president", actor = "x"',
            "actors.toml:37: actor: there is no actor x (allowed: NATO/West, RUS, SYR-GOV)",
        ),
        ("actors.toml", "to = 2012-05-31", "to = 2009-05-31", "to 2009-05-31 is before from"),
        (
            "actors.toml",
            '"Upper Volta"]',
            '"Upper Volta",\n"rus"]',
            "actors.toml:15: members: there is no actor rus (nearest: RUS)",
        ),
        (
            "actors.toml",
            '"Upper Volta"]',
            '"SYR-GOVT"]',
            "actors.toml:14: members: there is no actor SYR-GOVT (nearest: SYR-GOV)",
        ),
        (
            "issues.toml",
            'holders = ["RUS"]',
            'holders = ["RUS",\n\n "SYR_GOV"]',
            "issues.toml:6: holders: there is no actor SYR_GOV (nearest: SYR-GOV)",
        ),
        ("issues.toml", 'subject = "SYR-GOV"', 'subject = "SYR"', "subject: there is no actor SYR"),
        (
            "issues.toml",
            'over = ["talks"]',
            'over = ["talk"]',
            "issues.toml:6: over: there is no issue talk (nearest: talks)",
        ),
        (
            "ties.toml",
            'patron = "RUS"',
            'patron = "RSU"',
            "ties.toml:2: patron: there is no actor RSU",
        ),
        ("ties.toml", '"SYR-GOV"', '"SYR-OPP"', "ties.toml:3: client: there is no actor SYR-OPP"),
        ("ties.toml", "2012-01-01", "2010-12-31", "ties.toml:6: to 2010-12-31 is before from"),
        ("facts.toml", '["RUS"]', '["CHN"]', "facts.toml:7: actors: there is no actor CHN"),
        ("facts.toml", '"leave"', '"leaf"', "facts.toml:8: issue: there is no issue leaf"),
        ("facts.toml", "2011-10-05", "2011-10-03", "facts.toml:5: to 2011-10-03 is before from"),
        ("facts.toml", "stance = -1\n", "", "facts.toml:8: issue without stance"),
        ("facts.toml", 'issue = "leave"\n', "", "facts.toml:8: stance without issue"),
        ("facts.toml", 'actors = ["RUS"]\n', "", "facts.toml:8: stance without actors"),
        ("facts.toml", '["RUS"]', "[]", "facts.toml:9: stance without actors"),
        ("case.toml", "2016-12-31", "2010-12-31", "case.toml:4: ends 2010-12-31 is before begins"),
    ],
)
def test_a_mistake_is_one_error_at_its_line(
    broken: Breaker, file: str, old: str, new: str, problem: str
) -> None:
    """Ids, references, dates and facts; nothing else is complained of."""
    errors = [item for item in check_case(broken(file, old, new)) if item.severity == "error"]
    assert len(errors) == 1
    assert problem in str(errors[0])


def test_members_may_be_states_without_an_actor(broken: Breaker) -> None:
    """By name or by code."""
    names = '"Upper Volta", "Saudi Arabia", "FRA", "Qatar", "SYR-GOV"'
    assert check_case(broken("actors.toml", '"Upper Volta"', names)) == []


def test_a_duplicate_fact_is_named(small_case: Path) -> None:
    """Its second place is the mistake."""
    facts = small_case / "facts.toml"
    facts.write_text(facts.read_text() * 2)
    assert [str(item) for item in check_case(small_case)] == [
        "facts.toml:11: id veto is taken in line 2"
    ]


def test_precedence_in_a_circle_is_told_once(broken: Breaker) -> None:
    """At the first issue of the circle, with the way round."""
    folder = broken("issues.toml", 'id = "talks"', 'id = "talks"\nover = ["leave"]')
    assert [str(item) for item in check_case(folder)] == [
        "issues.toml:6: over goes in a circle: leave over talks over leave"
    ]


def test_an_issue_over_itself_is_a_circle(broken: Breaker) -> None:
    """And an issue that only leads into the circle is none of it."""
    folder = broken("issues.toml", 'id = "talks"', 'id = "talks"\nover = ["talks"]')
    assert [str(item) for item in check_case(folder)] == [
        "issues.toml:24: over goes in a circle: talks over talks"
    ]


def test_the_shortest_way_round_is_told(small_case: Path) -> None:
    """A longer circle through the same issues adds nothing."""
    texts = {"a": ["b", "c"], "b": ["c"], "c": ["d"], "d": ["a"]}
    pole = "plus = { pole = 'x' }\nminus = { pole = 'y' }\n"
    (small_case / "issues.toml").write_text(
        "".join(
            f"[[issue]]\nid = '{name}'\nquestion = 'x?'\nover = {over}\n{pole}"
            for name, over in texts.items()
        )
    )
    circles = [str(item) for item in check_case(small_case) if "circle" in item.message]
    assert circles == ["issues.toml:4: over goes in a circle: a over c over d over a"]


def test_a_file_that_cannot_be_parsed_does_not_make_its_ids_unknown(small_case: Path) -> None:
    """References into it are left alone; other checks go on."""
    (small_case / "actors.toml").write_text("[[actor]\n")
    ties = small_case / "ties.toml"
    ties.write_text(ties.read_text().replace("2012-01-01", "2010-01-01"))
    assert [(item.file, item.line) for item in check_case(small_case)] == [
        ("actors.toml", 1),
        ("ties.toml", 6),
    ]
