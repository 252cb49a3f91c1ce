"""From a folder or a name to a case."""

from datetime import date
from pathlib import Path

import pytest

from volteface.case.load import bundled_cases, case_folder, case_reports, load_case
from volteface.errors import CaseError, UsageError


def test_a_case_is_what_its_files_say(small_case: Path) -> None:
    """Every file is in it, with defaults for what is left out."""
    case = load_case(small_case)
    assert case.folder == str(small_case)
    assert case.settings.begins == date(2011, 3, 15)
    assert (case.settings.thresholds.delta, case.settings.thresholds.probability) == (0.5, 0.9)
    assert case.settings.outlets[0].aliases == ("The Wire",)
    assert [actor.id for actor in case.actors] == ["RUS", "NATO/West", "SYR-GOV"]
    assert case.people[1].offices[0].from_ == date(2012, 6, 1)
    assert case.issues[0].plus.cues[1] == "step/stand down"
    assert case.issues[1].kind == "position"
    assert case.ties[0].to == date(2012, 1, 1)
    assert case.facts[0].stance == -1
    assert len(case.digest) == 64


def test_a_case_without_ties_and_facts_has_none(small_case: Path) -> None:
    """Both files may be missing."""
    (small_case / "ties.toml").unlink()
    (small_case / "facts.toml").unlink()
    case = load_case(str(small_case))
    assert (case.ties, case.facts) == ((), ())


def test_warnings_do_not_stop_a_case(small_case: Path) -> None:
    """A thin issue loads."""
    issues = small_case / "issues.toml"
    issues.write_text(issues.read_text().replace(', "leave"]', "]"))
    assert len(load_case(small_case).issues[0].plus.cues) == 4


def test_all_errors_are_raised_at_once(small_case: Path) -> None:
    """One line each, warnings left out."""
    issues = small_case / "issues.toml"
    issues.write_text(issues.read_text().replace(', "leave"]', ', ""]').replace('"RUS"', '"USR"'))
    (small_case / "ties.toml").write_text("[[tie]\n")
    with pytest.raises(CaseError) as raised:
        load_case(small_case)
    assert [problem.split(": ")[0] for problem in raised.value.problems] == [
        "issues.toml:4",
        "issues.toml:9",
        "ties.toml:1",
    ]


def test_every_bundled_case_loads_by_its_name() -> None:
    """Wherever the command is run."""
    names = bundled_cases()
    assert list(names) == sorted(names)
    for name in names:
        case = load_case(name)
        assert Path(case.folder).name == name
        assert case_reports(case) is not None


def test_a_path_wins_over_a_bundled_name(small_case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder here is meant before a case of the package."""
    monkeypatch.chdir(small_case.parent)
    for name in (*bundled_cases(), "other"):
        Path(name).mkdir()
        assert case_folder(name) == Path(name)


def test_neither_folder_nor_name_lists_what_there_is() -> None:
    """With the nearest name, if one is near."""
    with pytest.raises(UsageError, match=r"no bundled case qqq \(bundled: .*\)$"):
        load_case("qqq")
    for name in bundled_cases():
        with pytest.raises(UsageError, match=f"did you mean {name}"):
            load_case(name + "x")


def test_a_file_is_no_case(small_case: Path) -> None:
    """The folder around it is meant."""
    with pytest.raises(UsageError, match="is a file: give the folder"):
        load_case(small_case / "case.toml")


def test_an_empty_folder_lacks_all_required_files(tmp_path: Path) -> None:
    """Each is named."""
    with pytest.raises(CaseError, match="is missing from") as raised:
        load_case(tmp_path)
    assert len(raised.value.problems) == 3


def test_reports_are_found_beside_the_case(small_case: Path) -> None:
    """None until there is such a folder."""
    case = load_case(small_case)
    assert case_reports(case) is None
    (small_case / "reports").mkdir()
    assert case_reports(case) == small_case / "reports"


def test_the_digest_tells_changes(small_case: Path) -> None:
    """The same bytes have the same digest, a comment more has another."""
    before = load_case(small_case).digest
    assert load_case(small_case).digest == before
    with (small_case / "facts.toml").open("a") as file:
        file.write("# seen\n")
    assert load_case(small_case).digest != before
