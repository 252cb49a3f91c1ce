import io
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from volteface.reports import archive
from volteface.reports.source import RawFile, Skipped, walk


@pytest.fixture
def packed(tmp_path: Path) -> Iterator[zipfile.ZipFile]:
    """An archive to write into."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as file:
        yield file


def contents(file: zipfile.ZipFile) -> tuple[dict[str, bytes], dict[str, str]]:
    """Member to bytes, and member to reason, once the archive is closed."""
    file.close()
    found = list(walk([Path(str(file.filename))]))
    start = len(str(file.filename)) + 1
    read = {one.path[start:]: one.data for one in found if isinstance(one, RawFile)}
    return read, {one.path[start:]: one.reason for one in found if isinstance(one, Skipped)}


def test_members_are_read_sorted(packed: zipfile.ZipFile) -> None:
    """Members come in order of their names, folders and hidden files left out."""
    for name in ("b.txt", "a/x.txt", "__MACOSX/b.txt", ".b.txt"):
        packed.writestr(name, "words of " + name)
    packed.mkdir("empty")
    read, skipped = contents(packed)
    assert list(read) == ["a/x.txt", "b.txt"]
    assert read["b.txt"] == b"words of b.txt"
    assert not skipped


@pytest.mark.parametrize(
    "name", ["../up.txt", "a/../../up.txt", "/etc/abs.txt", "C:/abs.txt", "..\\up.txt"]
)
def test_members_that_leave_the_archive_are_refused(packed: zipfile.ZipFile, name: str) -> None:
    """An absolute path or one with ``..`` is refused and said; the rest is read."""
    packed.writestr(name, "words")
    packed.writestr("good.txt", "words")
    read, skipped = contents(packed)
    assert list(read) == ["good.txt"]
    assert [reason.split(":")[0] for reason in skipped.values()] == ["refused"]


def test_archive_inside_an_archive_is_not_opened(packed: zipfile.ZipFile) -> None:
    """By its name or by its first bytes."""
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as file:
        file.writestr("x.txt", "words")
    packed.writestr("inner.zip", inner.getvalue())
    packed.writestr("disguised.txt", inner.getvalue())
    read, skipped = contents(packed)
    assert not read
    assert set(skipped.values()) == {archive.NESTED}


def test_link_in_an_archive_is_not_followed(packed: zipfile.ZipFile) -> None:
    """A member stored as a symbolic link is skipped."""
    entry = zipfile.ZipInfo("link.txt")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    packed.writestr(entry, "/etc/passwd")
    assert "not followed" in contents(packed)[1]["link.txt"]


def test_zip_bomb_is_refused_while_it_unpacks(packed: zipfile.ZipFile) -> None:
    """A member that unpacks to hundreds of times its size is stopped; the rest is read."""
    packed.writestr("bomb.txt", b"0" * 5_000_000)
    packed.writestr("good.txt", "words")
    read, skipped = contents(packed)
    assert list(read) == ["good.txt"]
    assert "zip bomb" in skipped["bomb.txt"]


def test_large_member_is_refused(packed: zipfile.ZipFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """A member beyond the limit of a single file is stopped there."""
    monkeypatch.setattr(archive, "FILE_LIMIT", 1000)
    packed.writestr("long.txt", "words " * 1000)
    assert "unpacks to more than" in contents(packed)[1]["long.txt"]


def test_members_together_have_a_limit(
    packed: zipfile.ZipFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Members beyond the archive's total are refused; those before are read."""
    monkeypatch.setattr(archive, "TOTAL_LIMIT", 100)
    packed.writestr("a.txt", "a" * 80)
    packed.writestr("b.txt", "b" * 80)
    read, skipped = contents(packed)
    assert list(read) == ["a.txt"]
    assert "the archive unpacks to more than" in skipped["b.txt"]


def test_archive_of_too_many_files_is_refused(
    packed: zipfile.ZipFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Too many members refuse the archive as a whole."""
    monkeypatch.setattr(archive, "MEMBER_COUNT_LIMIT", 1)
    packed.writestr("a.txt", "words")
    packed.writestr("b.txt", "words")
    read, skipped = contents(packed)
    assert not read
    assert "more than 1 files" in next(iter(skipped.values()))


def test_encrypted_member_says_so(tmp_path: Path) -> None:
    """A member with the encryption flag is skipped, whatever its bytes are."""
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("secret.txt", "words")
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x03\x04") + 6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    assert [one.reason for one in walk([path]) if isinstance(one, Skipped)] == [
        "encrypted: unpack it first"
    ]


def test_unusual_compression_and_other_files_say_so(packed: zipfile.ZipFile) -> None:
    """Members that are not stored or deflated, or are no reports, are skipped with a reason."""
    packed.writestr("a.txt", "words", compress_type=zipfile.ZIP_BZIP2)
    packed.writestr("b.png", "words")
    skipped = contents(packed)[1]
    assert "unusual method" in skipped["a.txt"]
    assert "a .png file" in skipped["b.png"]


def test_damaged_member_and_empty_archive_say_so(tmp_path: Path) -> None:
    """A member whose checksum is wrong, an archive with nothing in it, and one that is none."""
    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as file:
        file.writestr("a.txt", "words words")
    data = (tmp_path / "bad.zip").read_bytes().replace(b"words words", b"words wordz", 1)
    (tmp_path / "bad.zip").write_bytes(data)
    with zipfile.ZipFile(tmp_path / "empty.zip", "w"):
        pass
    (tmp_path / "none.zip").write_text("words")
    found = {
        Path(one.path).name: one.reason for one in walk([tmp_path]) if isinstance(one, Skipped)
    }
    assert found["a.txt"].startswith("damaged in the archive")
    assert found["empty.zip"] == "an archive with nothing in it"
    assert found["none.zip"].startswith("not a readable zip archive")


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_damage_anywhere_never_raises(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Bytes changed anywhere in an archive give members or reasons, never an exception."""
    path = tmp_path_factory.mktemp("zip") / "a.zip"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("a.txt", "words " * 20)
        file.writestr("b/c.txt", "more words")
    content = bytearray(buffer.getvalue())
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(content)
    assert all(isinstance(one, RawFile | Skipped) for one in walk([path]))
