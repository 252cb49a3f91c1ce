import os
from pathlib import Path

import pytest

from volteface.reports import source
from volteface.reports.source import RawFile, Skipped, walk


def paths_of(found: list[RawFile | Skipped]) -> list[str]:
    """The paths of the files that were read."""
    return [one.path for one in found if isinstance(one, RawFile)]


def reasons(found: list[RawFile | Skipped]) -> dict[str, str]:
    """Base name to reason for every skipped file."""
    return {Path(one.path).name: one.reason for one in found if isinstance(one, Skipped)}


def test_folder_is_walked_in_order_of_paths(tmp_path: Path) -> None:
    """Files of a folder and its subfolders come sorted by path, as given and with slashes."""
    for name in ("b.txt", "a/z.txt", "a/c.html", "plain"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("words")
    found = paths_of(list(walk([tmp_path])))
    assert found == [
        f"{tmp_path.as_posix()}/{name}" for name in ("a/c.html", "a/z.txt", "b.txt", "plain")
    ]


def test_notes_settings_and_hidden_files_are_passed_over_quietly(tmp_path: Path) -> None:
    """README files, Markdown, TOML and hidden files and folders need no line."""
    for name in ("README.md", "readme.txt", "case.toml", ".hidden.txt", ".git/x.txt", "a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("words")
    found = list(walk([tmp_path]))
    assert paths_of(found) == [f"{tmp_path.as_posix()}/a.txt"]
    assert not reasons(found)


def test_other_kinds_of_file_in_a_folder_say_why(tmp_path: Path) -> None:
    """A picture beside reports is skipped with one line, and read as bytes when it is named."""
    (tmp_path / "a.txt").write_text("words")
    (tmp_path / "map.png").write_bytes(b"\x89PNG")
    assert "a .png file" in reasons(list(walk([tmp_path])))["map.png"]
    assert paths_of(list(walk([tmp_path / "map.png"]))) == [f"{tmp_path.as_posix()}/map.png"]


def test_missing_empty_and_reportless_paths_say_why(tmp_path: Path) -> None:
    """A path that is not there, an empty file and a folder without reports have a line each."""
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "bare").mkdir()
    (tmp_path / "bare" / "README.md").write_text("words")
    found = list(walk([tmp_path / "nowhere.txt", tmp_path / "empty.txt", tmp_path / "bare"]))
    assert reasons(found) == {
        "nowhere.txt": "no such file or folder",
        "empty.txt": "empty file",
        "bare": "a folder with no reports in it",
    }


def test_pipes_are_not_opened(tmp_path: Path) -> None:
    """A named pipe is skipped without waiting for a writer."""
    os.mkfifo(tmp_path / "pipe.txt")
    assert "not a file" in reasons(list(walk([tmp_path])))["pipe.txt"]


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    """A folder that links to itself is walked once; the link says so."""
    (tmp_path / "a.txt").write_text("words")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    found = list(walk([tmp_path]))
    assert len(paths_of(found)) == 1
    assert "not followed" in reasons(found)["loop"]


def test_dangling_link_says_that_nothing_is_there(tmp_path: Path) -> None:
    """A link to a file that is gone is skipped like a missing file."""
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    assert reasons(list(walk([tmp_path])))["gone.txt"] == "no such file or folder"


def test_file_reached_twice_comes_once(tmp_path: Path) -> None:
    """A folder and a file in it, both named, give the file once."""
    (tmp_path / "a.txt").write_text("words")
    assert len(list(walk([tmp_path, tmp_path / "a.txt", tmp_path]))) == 1


def test_huge_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file beyond the limit is skipped by its size; not a byte of it is read."""
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(200_000_000)
    monkeypatch.setattr(source, "_bytes", lambda *_: pytest.fail("was read"))
    reason = reasons(list(walk([tmp_path])))["huge.txt"]
    assert reason.startswith("larger than 20 MB (200 MB)")


def test_file_that_cannot_be_reached_says_why() -> None:
    """A path the system refuses is skipped with the system's reason."""
    assert "cannot be reached" in reasons(list(walk([Path("x" * 5000)]))).popitem()[1]


def test_file_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    """A file that exists but fails on reading is skipped with the system's reason."""
    memory = Path("/proc/self/mem")
    if not memory.exists():
        pytest.skip("needs a file that exists and cannot be read")
    (tmp_path / "a.txt").write_text("words")
    with pytest.raises(source.ReportError, match="cannot be read"):
        source._bytes(memory, 4)  # noqa: SLF001 its size of 0 hides it from the public way


def test_name_that_is_no_utf8_can_be_shown() -> None:
    """Undecodable bytes of a file name become replacement characters."""
    assert source.shown(Path(os.fsdecode(b"a\xff.txt"))) == "a\ufffd.txt"
