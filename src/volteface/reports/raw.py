"""What is read before anything is understood: a file's bytes, or why there are none."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from volteface.reports.file_kind import Kind
from volteface.reports.sidecar import NOTHING_SAID, Sidecar

FILE_LIMIT = 20_000_000
"""Bytes; a larger text or web page is no single news report."""
DOCUMENT_LIMIT = 100_000_000
"""Bytes of a document that may hold pictures, or many reports."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file, or a part of one, that was not read, and why, in one line."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class RawFile:
    """The bytes of one file or archive member; ``path`` is the path as given, with ``/``.

    ``kind`` and ``charset`` are what a web archive or a mail says of its part; None leaves them
    to the name and the bytes. ``sidecar`` is what the analyst says of the file.
    """

    path: str
    data: bytes
    kind: Kind | None = None
    charset: str | None = None
    sidecar: Sidecar = NOTHING_SAID


def shown(path: "Path | PurePosixPath | str") -> str:
    """The path with forward slashes; bytes that are no UTF-8 become U+FFFD, so it can be stored."""
    text = path if isinstance(path, str) else path.as_posix()
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
