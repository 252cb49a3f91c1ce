"""All mistakes of a folder at once."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from volteface.case.check import MODELS, check_case
from volteface.errors import UsageError


def test_a_right_case_has_no_problems(small_case: Path) -> None:
    """Neither errors nor warnings."""
    assert check_case(small_case) == []


def test_one_mistake_does_not_hide_the_others(small_case: Path, case_texts: dict[str, str]) -> None:
    """Syntax, shape, references, names and cues are all told, in order of file and line."""
    changes = {
        "case.toml": ('title = "A small war"', 'titel = "A small war"'),
        "actors.toml": ('actor = "RUS"\nfrom', 'actor = "RUS"\nsince = 1\nactr = 2\nfrom'),
        "issues.toml": ('"must stay"', '"must/ stay"'),
        "ties.toml": ('"arms"', '"arms'),
        "facts.toml": ('["RUS"]', '["RUSS"]\nmention = "x"'),
    }
    for name, (old, new) in changes.items():
        (small_case / name).write_text(case_texts[name].replace(old, new))
    places = [(problem.file, problem.line) for problem in check_case(small_case)]
    assert places == [
        ("actors.toml", 28),
        ("actors.toml", 29),
        ("case.toml", 1),
        ("case.toml", 2),
        ("facts.toml", 7),
        ("facts.toml", 8),
        ("issues.toml", 14),
        ("ties.toml", 4),
    ]


def test_an_entry_with_a_wrong_key_is_still_checked(small_case: Path) -> None:
    """Its id is known to others, and its own references are followed."""
    actors = small_case / "actors.toml"
    text = actors.read_text()
    text = text.replace('kind = "state"', 'kind = "stat"').replace('"USA"', '"rus"')
    actors.write_text(text)
    assert [problem.line for problem in check_case(small_case)] == [4, 14]


def test_a_folder_that_is_not_there_is_the_callers_mistake(tmp_path: Path) -> None:
    """Not the case's; nor is a file a folder."""
    (tmp_path / "file").write_text("x = 1")
    for name, why in (("nothing", "No such file"), ("file", "Not a directory")):
        with pytest.raises(UsageError, match=f"cannot be read as a case folder: {why}"):
            check_case(tmp_path / name)


VALUES = st.sampled_from([
    "", "1", "-2.5", "nan", "true", '""', '"x"', "[]", "[[1]]", "{}", "{ id = 1 }", '["RUS", 2]',
    '[{ a = "b" }]', "2011-01-01", "2011-01-01T10:00:00Z", "07:00:00",
])  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_any_value_anywhere_is_told_and_never_a_traceback(
    data: st.DataObject, small_case: Path, case_texts: dict[str, str]
) -> None:
    """Whatever replaces a value, each problem names a line that the file has."""
    name = data.draw(st.sampled_from(sorted(MODELS)))
    lines = case_texts[name].splitlines()
    at = data.draw(st.sampled_from([n for n, line in enumerate(lines) if " = " in line]))
    key = lines[at].split(" = ")[0]
    value = data.draw(VALUES)
    (small_case / name).write_text("\n".join([*lines[:at], f"{key} = {value}", *lines[at + 1 :]]))
    for problem in check_case(small_case):
        assert problem.file in case_texts
        assert problem.line is None or 1 <= problem.line <= case_texts[problem.file].count("\n") + 1
        assert "\n" not in str(problem)
    (small_case / name).write_text(case_texts[name])
