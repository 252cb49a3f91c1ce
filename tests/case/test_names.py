"""Names that are ambiguous, and entries that nothing leads to."""

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
            '["the alliance"]',
            '["the alliance",\n"russia"]',
            'actors.toml:14: aliases: "russia" is also another actor\'s, in line 3',
        ),
        (
            "actors.toml",
            'name = "NATO"',
            'name = "Russia"',
            'actors.toml:11: name: "Russia" is also another actor\'s, in line 3',
        ),
        (
            "actors.toml",
            "Olga Petrova",
            "I.  Petrov",
            'actors.toml:32: name: "I. Petrov" is also another person\'s, in line 23',
        ),
        (
            "case.toml",
            'aliases = ["The Wire"]',
            '[[outlet]]\nname = "wire"',
            'case.toml:12: name: "wire" is also another outlet\'s, in line 10',
        ),
    ],
)
def test_a_name_that_two_share_is_an_error(
    broken: Breaker, file: str, old: str, new: str, problem: str
) -> None:
    """Letter case and spaces aside; told once, at its second place."""
    (found,) = check_case(broken(file, old, new))
    assert (found.severity, str(found)) == ("error", problem)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            '["the alliance"]',
            '["the alliance"]\nmetonyms = ["Moscow"]',
            'actors.toml:14: metonyms: "Moscow" is also another actor\'s, in line 7',
        ),
        (
            '["the alliance"]',
            '["Russian"]',
            'actors.toml:13: aliases: "Russian" is also another actor\'s, in line 6',
        ),
        (
            'office = [{ title = "foreign  minister", actor = "RUS", from = 2012-06-01 }]',
            "",
            "actors.toml:31: Olga Petrova has no office and so speaks for no actor",
        ),
        (
            'aliases = ["the alliance"]\n',
            "",
            "actors.toml:9: NATO/West has no aliases, adjectives, metonyms or office holders",
        ),
    ],
)
def test_a_loose_name_shared_or_a_lonely_entry_is_a_warning(
    broken: Breaker, old: str, new: str, problem: str
) -> None:
    """Two actors may have a capital in common; somebody without office speaks for nobody."""
    (found,) = check_case(broken("actors.toml", old, new))
    assert found.severity == "warning"
    assert str(found).startswith(problem)


def test_one_actor_may_have_a_name_twice(broken: Breaker) -> None:
    """It still means one actor."""
    assert check_case(broken("actors.toml", '["Moscow"]', '["Moscow", "Russia"]')) == []


def test_observers_need_no_names(broken: Breaker) -> None:
    """The vocabulary's nouns lead to them."""
    observers = '[[actor]]\nid = "analyst"\nname = "analysts"\nkind = "observers"\n\n[[person]]'
    assert check_case(broken("actors.toml", "[[person]]", observers)) == []
