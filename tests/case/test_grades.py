from collections.abc import Callable
from pathlib import Path

import pytest

from volteface.case import check_case, load_case, new_case
from volteface.errors import CaseError

Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes the example case with more at the end of case.toml."""

    def make(more: str) -> Path:
        new_case(tmp_path / "mine")
        path = tmp_path / "mine" / "case.toml"
        path.write_text(path.read_text("utf-8") + more, "utf-8")
        return tmp_path / "mine"

    return make


def test_grades_are_read(write: Write) -> None:
    """Grades of a source and of a statement, on one scale or both."""
    folder = write(
        """
[[grade]]
source = "Selm Courier"
reliability = "B"
credibility = 2
why = "Reporters on the spot."

[[grade]]
statement = "s-0123456789abcdef"
credibility = 5
"""
    )
    assert check_case(folder) == []
    first, second = load_case(folder).settings.grades
    assert (first.source, first.reliability, first.credibility) == ("Selm Courier", "B", 2)
    assert (second.statement, second.reliability, second.credibility) == (
        "s-0123456789abcdef", None, 5
    )  # fmt: skip


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ('[[grade]]\nreliability = "A"\n', "name a source or a statement"),
        ('[[grade]]\nsource = "x"\nstatement = "s-1"\ncredibility = 1\n', "one of the two only"),
        ('[[grade]]\nsource = "x"\n', "gives no grade"),
        ('[[grade]]\nsource = "x"\nreliability = "G"\n', "reliability"),
        ('[[grade]]\nsource = "x"\ncredibility = 7\n', "credibility"),
        ('[[grade]]\nstatement = "r-1"\ncredibility = 1\n', "statement"),
        (
            '[[grade]]\nsource = "x"\ncredibility = 1\n[[grade]]\nsource = "X"\ncredibility = 2\n',
            "X is graded in line",
        ),
    ],
)
def test_mistakes(write: Write, more: str, message: str) -> None:
    """Each mistake is an error with its line."""
    folder = write("\n" + more)
    errors = [str(one) for one in check_case(folder) if one.severity == "error"]
    assert any(message in one and one.startswith("case.toml:") for one in errors)
    with pytest.raises(CaseError):
        load_case(folder)


def test_a_name_that_looks_misspelt(write: Write) -> None:
    """A source that is nearly a known name is a warning; one that is like none is not."""
    folder = write('\n[[grade]]\nsource = "Selm Curier"\nreliability = "C"\n')
    (warning,) = check_case(folder)
    assert warning.severity == "warning"
    assert "nearest: Selm Courier" in str(warning)
