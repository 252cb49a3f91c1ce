from datetime import date

from volteface.case.schema import Case
from volteface.records import DateInterval
from volteface.report_page.names import PALETTE, Names, days, short_paths, stretch


def test_paths_lose_the_folders_that_all_share() -> None:
    """A page names files, not the machine they were on."""
    paths = ["/home/anna/lake/2019/a.txt", "/home/anna/lake/b.txt"]
    assert short_paths(paths) == {paths[0]: "2019/a.txt", paths[1]: "b.txt"}


def test_one_path_is_its_file_name() -> None:
    """With nothing to compare with, the folder is shared."""
    assert short_paths(["/home/anna/a.txt"]) == {"/home/anna/a.txt": "a.txt"}
    assert short_paths([]) == {}


def test_members_of_archives_keep_the_archive_apart() -> None:
    """Files of the same name in two folders stay distinct."""
    paths = ["x/one/a.txt", "x/two/a.txt"]
    assert sorted(short_paths(paths).values()) == ["one/a.txt", "two/a.txt"]


def test_dates_are_days_or_stretches() -> None:
    """One day once; an interval with both its ends; none is said."""
    first, last = date(2019, 2, 1), date(2019, 2, 8)
    assert stretch(first, first) == "2019-02-01"
    assert days(DateInterval(first, last, "week", "x")) == "2019-02-01 to 2019-02-08"
    assert days(None) == "no date"


def test_the_most_mentioned_have_colours_of_their_own(case: Case) -> None:
    """Colours go by how often an actor appears, not by the case's order."""
    names = Names(case, ["UPL", "UPL", "LOW"])
    assert (names.colour("UPL"), names.colour("LOW")) == (0, 1)
    assert 0 <= names.colour("nobody") < PALETTE


def test_what_the_case_does_not_know_names_itself(case: Case) -> None:
    """An actor or issue that has left the case is shown by its id."""
    names = Names(case)
    assert names.actor("UPL") == "Upland"
    assert names.actor("GONE") == "GONE"
    assert names.question("gone") == "gone"
