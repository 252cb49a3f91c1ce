"""Text files of any encoding, read piece by piece."""

import codecs
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BufferedReader, RawIOBase, TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from volteface.errors import UsageError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_PIECE = 1 << 20
_GUESSED = 100_000
"""Bytes that a guess at the encoding looks at."""
_USUAL = "cp1252"
"""Of the encodings that fit alike, the one in which most text in Latin letters was written."""
_MARKS = frozenset(
    "\u201c\u201d\u201e\u2018\u2019\u201a\u00ab\u00bb\u2013\u2014\u2026"
    "\u20ac\u00a3\u00a7\u00b0\u00b7\u00a0\u00bf\u00a1\u00a9"
)
_LATIN = ("Basic Latin", "Latin", "Control", "General Punctuation", "Currency")


@contextmanager
def text_file(path: Path, tell: Callable[[int, int], None] | None = None) -> Iterator[TextIO]:
    """The file opened for reading, its line ends as they are.

    Args:
        path: Which file.
        tell: Told how many bytes are read, and of how many.

    Raises:
        UsageError: The encoding cannot be told.
    """
    encoding = encoding_of(path)
    with path.open("rb") as raw:
        size = path.stat().st_size
        source = raw if tell is None else BufferedReader(_Telling(raw, size, tell), _PIECE)
        with TextIOWrapper(source, encoding=encoding, errors="replace", newline="") as text:
            yield text


def encoding_of(path: Path) -> str:
    """The encoding: by its mark, else UTF-8 if all of it can be, else the likeliest.

    Raises:
        UsageError: Nothing fits.
    """
    with path.open("rb") as file:
        head = file.read(4)
        for mark, name in _BOMS:
            if head.startswith(mark):
                return name
        file.seek(0)
        wrong = _not_utf8(file)
        if wrong is None:
            return "utf-8"
        file.seek(max(0, wrong - _GUESSED // 2))
        return _guess(file.read(_GUESSED), path)


def _not_utf8(file: BufferedReader) -> int | None:
    """Where the file stops being UTF-8, roughly; None if it is all UTF-8."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    at = 0
    while piece := file.read(_PIECE):
        try:
            decoder.decode(piece)
        except UnicodeDecodeError as error:
            return at + error.start
        at += len(piece)
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return at
    return None


def _guess(sample: bytes, path: Path) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow, and seldom needed

    guesses = list(from_bytes(sample))
    if not guesses:
        raise UsageError(f"{path}: its encoding cannot be told; save it as UTF-8")
    latin = all(name.startswith(_LATIN) for name in guesses[0].alphabets)
    return _USUAL if latin and _reads_well(sample) else guesses[0].encoding


def _reads_well(sample: bytes) -> bool:
    """Whether the usual encoding gives letters and marks that texts have, and nothing else."""
    try:
        text = sample.decode(_USUAL)
    except UnicodeDecodeError:
        return False
    return all(each.isascii() or each.isalpha() or each in _MARKS for each in text)


class _Telling(RawIOBase):
    """A file that tells how far it has been read."""

    def __init__(self, file: BufferedReader, size: int, tell: Callable[[int, int], None]) -> None:
        self._file, self._size, self._told, self._done = file, size, tell, 0

    def readable(self) -> bool:
        """It is read."""
        return True

    def readinto(self, place: "WriteableBuffer", /) -> int:
        """The next piece."""
        got = self._file.readinto(place)
        self._done += got
        self._told(self._done, self._size)
        return got
