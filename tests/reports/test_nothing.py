from pathlib import Path

from volteface.reports import Skipped
from volteface.reports.nothing import nothing_to_read


def test_each_reason_is_given_and_what_to_give_instead() -> None:
    """A line for every file passed over, and one that names the paths."""
    said = nothing_to_read([Path("a"), Path("b")], [Skipped("a/x.txt", "empty file")])
    first, last = said.splitlines()
    assert first == "a/x.txt: empty file"
    assert last.startswith("no report could be read from a, b; give text")
    assert nothing_to_read([], []).startswith("no report could be read from no path")
