"""Text files in the encodings that programs write."""

from pathlib import Path

import pytest

from volteface.errors import UsageError
from volteface.formats.text_file import encoding_of, text_file

WORDS = "naïve café, “déjà vu”\r\nend\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings(encoding: str, tmp_path: Path) -> None:
    """The text comes out the same, with its line ends."""
    path = tmp_path / "file"
    path.write_bytes((WORDS * 40).encode(encoding))
    told: list[tuple[int, int]] = []
    with text_file(path, lambda *done: told.append(done)) as file:
        assert file.read() == WORDS * 40
    assert told[-1] == (path.stat().st_size, path.stat().st_size)


def test_broken_off(tmp_path: Path) -> None:
    """A file that ends inside a character is not UTF-8."""
    path = tmp_path / "file"
    path.write_bytes(b"caf\xc3")
    assert encoding_of(path) != "utf-8"


def test_no_text(tmp_path: Path) -> None:
    """Bytes that are no text in any encoding are refused."""
    path = tmp_path / "file"
    path.write_bytes(bytes(range(256)) * 20)
    with pytest.raises(UsageError, match="its encoding cannot be told"):
        encoding_of(path)


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        ("Министр сказал, что гарнизон останется в долине навсегда.\n", "cp1251"),
        ("Żołnierze zostaną na wzgórzu, powiedział minister; świt był mroźny.\n", "cp1250"),
        ("Die Wächter bleiben über Nacht, sagt Müller.\n", "cp1252"),
    ],
)
def test_other_letters(words: str, encoding: str, tmp_path: Path) -> None:
    """Letters of other languages are told by how they read."""
    path = tmp_path / "file"
    path.write_bytes((words * 30).encode(encoding))
    with text_file(path) as file:
        assert file.read() == words * 30
