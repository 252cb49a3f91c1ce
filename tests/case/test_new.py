"""The case folder to start from."""

import os
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from volteface.case.check import check_case
from volteface.case.load import case_reports, load_case
from volteface.case.lookup import offices_at
from volteface.case.new import new_case
from volteface.errors import UsageError
from volteface.records import DateInterval


def test_a_new_case_has_no_errors_and_no_warnings(tmp_path: Path) -> None:
    """Its id is the folder's name, and it has reports of its own."""
    new_case(tmp_path / "river-war")
    assert check_case(tmp_path / "river-war") == []
    case = load_case(tmp_path / "river-war")
    assert case.settings.id == "river-war"
    reports = case_reports(case)
    assert reports is not None
    assert len(list(reports.glob("*.txt"))) >= 5


def test_the_example_gives_something_to_find(tmp_path: Path) -> None:
    """Four actors speak in at least four reports each, through people in office on the day."""
    new_case(tmp_path / "x")
    case = load_case(tmp_path / "x")
    heard: Counter[str] = Counter()
    for path in (tmp_path / "x" / "reports").iterdir():
        day = date.fromisoformat(path.name[:10])
        on = DateInterval(day, day, "day", "file name")
        speaking = [person for person in case.people if person.name in path.read_text("utf-8")]
        heard.update({office.actor for person in speaking for office in offices_at(person, on)})
    assert all(heard[actor] >= 4 for actor in ("ODRUN", "TARVIA", "FRONT", "KESTRIA"))


def test_a_name_that_is_no_id_keeps_the_templates(tmp_path: Path) -> None:
    """The folder may be called anything."""
    new_case(tmp_path / "2024 war")
    assert load_case(tmp_path / "2024 war").settings.id == "my-case"


def test_an_empty_folder_is_filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also the one the user stands in, who stays there."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    new_case(Path())
    assert load_case(Path.cwd()).settings.id == "here"
    assert os.listdir() == [entry.name for entry in folder.iterdir()]  # noqa: PTH208


def test_what_stands_there_is_left_alone(tmp_path: Path) -> None:
    """A folder with something in it, and a file."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "notes.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    for name in ("full", "file"):
        with pytest.raises(UsageError, match="exists and is not an empty folder"):
            new_case(tmp_path / name)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["file", "full", "notes.txt"]


def test_a_folder_that_cannot_be_made_leaves_nothing(tmp_path: Path) -> None:
    """The parent is not there, or is a file."""
    (tmp_path / "file").write_text("mine")
    for folder in (tmp_path / "missing" / "case", tmp_path / "file" / "case"):
        with pytest.raises(UsageError, match="cannot be written"):
            new_case(folder)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_nothing_is_left_beside_a_new_case(tmp_path: Path) -> None:
    """The folder it was written in is gone."""
    new_case(tmp_path / "x")
    assert [path.name for path in tmp_path.iterdir()] == ["x"]
