from collections.abc import Callable
from pathlib import Path
from typing import Any

Call = Callable[..., Any]


def test_new_case(call: Call, folder: Path) -> None:
    """``new`` writes a case that ``check`` passes, and says so."""
    made = call("new", "mine")
    assert made.code == 0
    assert "volteface check mine" in made.out
    assert (folder / "mine" / "case.toml").is_file()
    checked = call("check", "mine")
    assert (checked.code, checked.out) == (0, "mine: 0 errors, 0 warnings\n")


def test_never_over_something_else(call: Call, folder: Path) -> None:
    """A folder that is there is left alone."""
    (folder / "mine").mkdir()
    (folder / "mine" / "notes.txt").write_text("keep")
    done = call("new", "mine")
    assert done.code == 2
    assert "mine" in done.err
    assert [path.name for path in (folder / "mine").iterdir()] == ["notes.txt"]
