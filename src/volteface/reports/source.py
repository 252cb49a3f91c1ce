"""From paths to the bytes of single files: files, folders, zip archives.

Nothing is opened that is no regular file, and no file is read beyond its limit, so that a pipe, a
device or a huge file costs nothing. Every file that is left out says why in one line, except
those that are plainly not meant as reports (hidden files, a case's own TOML, Markdown notes).
"""

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal, TypeAlias

from volteface.errors import ReportError

FILE_LIMIT = 20_000_000
"""Bytes; a larger file is no single news report."""
ARCHIVE_LIMIT = 500_000_000
"""Bytes of a zip archive itself."""

ZIP_SUFFIX = ".zip"
ZIP_MAGIC = b"PK\x03\x04"
REPORT_SUFFIXES = frozenset({".txt", ".text", ".htm", ".html", ".xhtml", ""})
QUIET_SUFFIXES = frozenset({".toml", ".md"})
QUIET_NAMES = frozenset({"readme", "readme.txt", "license", "license.txt", "__macosx", "thumbs.db"})

Role: TypeAlias = Literal["found", "named", "without reports"]


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file or archive member that was not read, and why, in one line."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class RawFile:
    """The bytes of one file or archive member; ``path`` is the path as given, with ``/``."""

    path: str
    data: bytes


def shown(path: "Path | PurePosixPath | str") -> str:
    """The path with forward slashes; bytes that are no UTF-8 become U+FFFD, so it can be stored."""
    text = path if isinstance(path, str) else path.as_posix()
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def walk(paths: Sequence[Path]) -> Iterator[RawFile | Skipped]:
    """Every file below ``paths``, sorted by path; a file reached twice comes once.

    A file that is named is read whatever its suffix; in folders and archives only ``.txt``,
    ``.text``, ``.html``, ``.htm``, ``.xhtml``, files without a suffix and ``.zip`` are.
    """
    seen: set[str] = set()
    for path, role in sorted(_listed(paths), key=lambda found: (shown(found[0]), found[1])):
        if (absolute := os.path.abspath(path)) not in seen:  # noqa: PTH100 resolve() may raise
            seen.add(absolute)
            yield from _read(path, role)


def name_problem(name: str) -> str | None:
    """Why a file of this name, found in a folder or an archive, is not read; None if it is.

    The empty string: not read, and nothing needs to be said.
    """
    pure = PurePosixPath(name)
    suffix = pure.suffix.lower()
    if (
        any(part.startswith(".") for part in pure.parts)
        or suffix in QUIET_SUFFIXES
        or not QUIET_NAMES.isdisjoint(part.lower() for part in pure.parts)
    ):
        return ""
    if suffix not in REPORT_SUFFIXES:
        return f"a {suffix} file: reports are .txt, .html or .zip (name the file itself to try it)"
    return None


def _listed(paths: Sequence[Path]) -> Iterator[tuple[Path, Role]]:
    """Each file with how it was reached; folders are walked, links to folders are not."""
    for path in paths:
        # Not Path.is_dir: that may raise for a folder one may not enter.
        if not os.path.isdir(path):  # noqa: PTH112
            yield path, "named"
            continue
        any_report = False
        for folder, subfolders, files in os.walk(path):
            subfolders[:] = [name for name in subfolders if not name.startswith(".")]
            links = [name for name in subfolders if (Path(folder) / name).is_symlink()]
            for name in (*files, *links):
                any_report = any_report or _may_be_report(name)
                yield Path(folder) / name, "found"
        if not any_report:
            yield path, "without reports"


def _may_be_report(name: str) -> bool:
    return name.lower().endswith(ZIP_SUFFIX) or name_problem(name) is None


def _read(path: Path, role: Role) -> Iterator[RawFile | Skipped]:
    # Imported here: zipfile is needed only where there is an archive.
    from volteface.reports.archive import members  # noqa: PLC0415

    if role == "without reports":
        yield Skipped(shown(path), "a folder with no reports in it")
        return
    if role == "found" and not _may_be_report(path.name):
        if problem := name_problem(path.name):
            yield Skipped(shown(path), problem)
        return
    try:
        archive, data = _opened(path)
    except ReportError as error:
        yield Skipped(shown(path), str(error))
        return
    if archive:
        yield from members(path)
    else:
        yield RawFile(shown(path), data)


def _opened(path: Path) -> tuple[bool, bytes]:
    """Whether the file is an archive, and otherwise its bytes."""
    size = _size(path)
    archive = _is_archive(path)
    limit = ARCHIVE_LIMIT if archive else FILE_LIMIT
    # The size is asked first, so that a huge file is not read at all; a file may still grow.
    if size <= limit:
        data = b"" if archive else _bytes(path, limit + 1)
        size = max(size, len(data))
    if size > limit:
        megabytes = f"{limit // 1_000_000} MB ({size / 1e6:.0f} MB)"
        raise ReportError(f"larger than {megabytes}: split it into single reports")
    return archive, data


def _is_archive(path: Path) -> bool:
    """By name, or without a suffix by its first bytes: office documents are zip files too."""
    suffix = path.suffix.lower()
    return suffix == ZIP_SUFFIX or (suffix == "" and _bytes(path, 4) == ZIP_MAGIC)


def _size(path: Path) -> int:
    """The size in bytes of a regular file that is not empty."""
    try:
        status = path.stat()
    except FileNotFoundError:
        raise ReportError("no such file or folder") from None
    except (OSError, ValueError) as error:
        raise ReportError(f"cannot be reached: {_cause(error)}") from None
    if stat.S_ISDIR(status.st_mode):
        raise ReportError("a link to a folder: not followed (name the folder itself)")
    if not stat.S_ISREG(status.st_mode):
        raise ReportError("a pipe, socket or device, not a file")
    if status.st_size == 0:
        raise ReportError("empty file")
    return status.st_size


def _bytes(path: Path, limit: int) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(limit)
    except OSError as error:
        raise ReportError(f"cannot be read: {_cause(error)}") from None


def _cause(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
