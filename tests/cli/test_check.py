from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from shutil import copytree
from typing import Any

Call = Callable[..., Any]


def break_it(case: Path) -> None:
    """Three mistakes in two files."""
    settings = case / "case.toml"
    settings.write_text(settings.read_text() + "\n[thresholdz]\ndelta = 0.3\n")
    actors = case / "actors.toml"
    actors.write_text(
        actors.read_text().replace('kind = "party"', 'kind = "partie"', 1)
        + '\n[[person]]\nname = "Ann Lake"\n[[person.office]]\ntitle = "envoy"\nactor = "ODRUM"\n'
    )


def test_every_mistake_with_its_line(call: Call, mine: Path) -> None:
    """All mistakes are listed at once, with file, line and what is allowed; the code is 2."""
    break_it(mine)
    done = call("check", "mine")
    assert done.code == 2
    assert "thresholdz" in done.out
    assert "thresholds" in done.out
    assert "partie" in done.out
    assert "ODRUM" in done.out
    assert "ODRUN" in done.out
    listed = [line for line in done.out.splitlines() if ".toml:" in line]
    assert len(listed) >= 3
    assert "errors" in done.out.splitlines()[-1]


def test_a_case_with_mistakes_runs_nothing(call: Call, folder: Path) -> None:
    """``run`` lists the mistakes too, ends with 2 and writes nothing."""
    call("new", "mine")
    break_it(folder / "mine")
    done = call("run", "mine", "--out", "out")
    assert done.code == 2
    for wrong in ("thresholdz", "partie", "ODRUM"):
        assert wrong in done.err
    assert [path.name for path in folder.iterdir()] == ["mine"]


def test_warnings_stop_nothing(call: Call, mine: Path) -> None:
    """A thin issue is a warning: it is told, and the code is 0."""
    issues = mine / "issues.toml"
    issues.write_text(
        issues.read_text()
        + '\n[[issue]]\nid = "ferry"\nquestion = "Should the ferry run?"\n'
        + '[issue.plus]\npole = "It should."\ncues = ["run the ferry"]\n'
        + '[issue.minus]\npole = "It should not."\n'
    )
    done = call("check", "mine")
    assert done.code == 0
    assert "ferry" in done.out
    assert "0 errors, 1 warning" in done.out


def test_the_model_and_the_claims_are_checked_too(call: Call, mine: Path) -> None:
    """conflict.toml and claims.toml are held against the war model, with file and line."""
    bundled = Path(str(files("volteface"))) / "bundled" / "syria"
    case = mine.with_name("war")
    copytree(bundled, case)
    assert call("check", "war").code == 0
    claims = case / "claims.toml"
    claims.write_text(claims.read_text().replace('measure = "war_over"', 'measure = "war_ovr"', 1))
    done = call("check", "war")
    assert done.code == 2
    assert "error: claims.toml:" in done.out
    assert "war_over" in done.out
    conflict = case / "conflict.toml"
    conflict.write_text(conflict.read_text().replace("[battlefield]", "[batlefield]", 1))
    done = call("check", "war")
    assert done.code == 2
    assert "conflict.toml:" in done.out


def test_reports_show_which_cues_are_never_used(call: Call, folder: Path) -> None:
    """With reports the check names the cues that none of them uses, as warnings."""
    call("new", "mine")
    (folder / "report.txt").write_text("Nothing of note was said on Tuesday.\n")
    done = call("check", "mine", "--reports", "report.txt")
    assert done.code == 0
    assert "cues match nothing in 1 report" in done.out


def test_reports_that_are_none_are_a_mistake(call: Call, folder: Path) -> None:
    """A folder without a report ends with one clear line."""
    call("new", "mine")
    (folder / "empty").mkdir()
    done = call("check", "mine", "--reports", "empty")
    assert done.code != 0
    assert "empty" in done.err
