"""Text files of any encoding, read piece by piece."""

import codecs
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BufferedReader, TextIOWrapper
from pathlib import Path
from typing import TextIO

from volteface.errors import UsageError

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
"""Of the single-byte encodings that fit alike, the one in which most Western text was written."""


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
        source = raw if tell is None else _Telling(raw, path.stat().st_size, tell)
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

    names = [guess.encoding for guess in from_bytes(sample)]
    if not names:
        raise UsageError(f"{path}: its encoding cannot be told; save it as UTF-8")
    return _USUAL if _USUAL in names else names[0]


class _Telling(BufferedReader):
    """Tells how far it has been read."""

    def __init__(self, raw: BufferedReader, size: int, tell: Callable[[int, int], None]) -> None:
        super().__init__(raw.raw, _PIECE)
        self._size, self._told = size, tell

    def read1(self, size: int = -1, /) -> bytes:
        """The next piece."""
        piece = super().read1(size)
        self._told(self.tell(), self._size)
        return piece
