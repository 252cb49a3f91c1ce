"""What stands in a case folder."""

import hashlib
from pathlib import Path

import pytest

from volteface.case.folder import read_folder


def test_the_digest_is_that_of_all_toml_files_in_order_of_name(
    small_case: Path, case_texts: dict[str, str]
) -> None:
    """Files of later rooms count, anything else does not."""
    (small_case / "conflict.toml").write_text("a = 1\n")
    (small_case / "notes.txt").write_text("not part of it")
    texts = case_texts | {"conflict.toml": "a = 1\n"}
    content = "".join(texts[name] for name in sorted(texts)).encode()
    assert read_folder(small_case).digest == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize(
    ("name", "close"),
    [("actor.toml", "actors.toml"), ("Facts.TOML", "facts.toml"), ("question.toml", "questions")],
)
def test_an_unknown_toml_file_is_a_problem(small_case: Path, name: str, close: str) -> None:
    """A misspelt optional file must not count as missing."""
    (small_case / name).write_text("x = 1\n")
    (problem,) = read_folder(small_case).problems
    assert str(problem).startswith(f"{name}: is no file of a case (nearest: {close}")


@pytest.mark.parametrize("name", [".actors.toml", "._case.toml", "reports.txt"])
def test_hidden_and_other_files_are_left_alone(small_case: Path, name: str) -> None:
    """Editors and file systems leave their own files beside the case's."""
    (small_case / name).write_bytes(b"\xff not TOML")
    assert read_folder(small_case).problems == ()


def test_a_required_file_may_not_be_missing(small_case: Path) -> None:
    """Ties and facts may."""
    for name in ("ties.toml", "facts.toml", "issues.toml"):
        (small_case / name).unlink()
    folder = read_folder(small_case)
    assert [problem.file for problem in folder.problems] == ["issues.toml"]
    assert folder.documents["issues.toml"] is None
    assert folder.documents["facts.toml"] is not None


def test_a_folder_in_place_of_a_file_is_a_problem(small_case: Path) -> None:
    """It cannot be read; the rest can."""
    (small_case / "ties.toml").unlink()
    (small_case / "ties.toml").mkdir()
    folder = read_folder(small_case)
    assert [str(problem) for problem in folder.problems] == [
        "ties.toml: cannot be read: Is a directory"
    ]
    assert folder.documents["actors.toml"] is not None


def test_files_of_later_rooms_are_checked_for_syntax(small_case: Path) -> None:
    """What they say is for those rooms to judge."""
    (small_case / "claims.toml").write_text("a = 1\nb =\n")
    (problem,) = read_folder(small_case).problems
    assert str(problem).startswith("claims.toml:2: is not valid TOML")
