"""Problems and their hints."""

import pytest

from volteface.case.problem import Problem, hint, nearest


def test_a_problem_is_one_line_with_its_place() -> None:
    """File, line and message, whatever the message holds."""
    assert str(Problem("error", "actors.toml", 12, "a\nb  c")) == "actors.toml:12: a b c"


def test_a_problem_of_a_whole_file_has_no_line() -> None:
    """Only the file is named."""
    assert str(Problem("warning", "case.toml", None, "is missing")) == "case.toml: is missing"


@pytest.mark.parametrize(
    ("name", "found"), [("rus", "RUS"), ("RUSS", "RUS"), ("SYR-GOOV", "SYR-GOV"), ("xyz", None)]
)
def test_nearest_ignores_letter_case(name: str, found: str | None) -> None:
    """The most similar name is given as it is written, and none where none is similar."""
    assert nearest(name, ["RUS", "SYR-GOV", "USA"]) == found


def test_a_hint_lists_what_is_allowed_if_nothing_is_near() -> None:
    """A dozen names at most."""
    assert hint("q", ["b", "a"]) == "allowed: a, b"
    assert hint("q", [f"name{n:02}" for n in range(20)]).endswith("name11, ...")
    assert hint("q", []) == "there are none"
