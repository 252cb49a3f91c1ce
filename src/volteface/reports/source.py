"""From paths to the bytes of single files: files, folders, zip and web archives.

Nothing is opened that is no regular file, and no file is read beyond its limit, so that a pipe, a
device or a huge file costs nothing. Every file that is left out says why in one line, except
those that are plainly not meant as reports (hidden files, a case's own TOML, Markdown notes).
"""

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal, TypeAlias

from volteface.errors import ReportError
from volteface.reports.file_kind import ZIP_MAGIC, ZIP_SUFFIX, bulky
from volteface.reports.raw import DOCUMENT_LIMIT, FILE_LIMIT, RawFile, Skipped, shown
from volteface.reports.report_name import (
    ORPHAN,
    is_web_archive,
    may_be_report,
    name_problem,
    sidecar_of,
)
from volteface.reports.sidecar import (
    NOTHING_SAID,
    SIDECAR_LIMIT,
    SIDECAR_SUFFIX,
    Sidecar,
    read_sidecar,
)
from volteface.reports.web_archive import records

ARCHIVE_LIMIT = 500_000_000
"""Bytes of a zip archive itself."""
WEB_ARCHIVE_LIMIT = 5_000_000_000
"""Bytes of a web archive: it is read record by record."""

Role: TypeAlias = Literal["found", "named", "without reports"]


def walk(paths: Sequence[Path]) -> Iterator[RawFile | Skipped]:
    """Every file below ``paths``, sorted by path; a file reached twice comes once.

    A file that is named is read whatever its suffix; in folders and archives only those are
    whose name says that they may be reports (:mod:`volteface.reports.file_kind`). A file with a
    sidecar that cannot be read is left out: its date would be another than the analyst's.
    """
    seen: set[str] = set()
    for path, role in sorted(_listed(paths), key=lambda found: (shown(found[0]), found[1])):
        if (absolute := os.path.abspath(path)) not in seen:  # noqa: PTH100 resolve() may raise
            seen.add(absolute)
            yield from _read(path, role)


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
                any_report = any_report or may_be_report(name)
                yield Path(folder) / name, "found"
        if not any_report:
            yield path, "without reports"


def _read(path: Path, role: Role) -> Iterator[RawFile | Skipped]:
    where = shown(path)
    if role == "without reports":
        yield Skipped(where, "a folder with no reports in it")
    elif role == "found" and not may_be_report(path.name):
        if problem := name_problem(path.name) or _orphan(path):
            yield Skipped(where, problem)
    else:
        try:
            yield from _opened(path, _sidecar(path))
        except ReportError as error:
            yield Skipped(where, str(error))


def _opened(path: Path, sidecar: Sidecar) -> Iterator[RawFile | Skipped]:
    """The file, or the files of the archive.

    Raises:
        ReportError: It cannot be read or is too large.
    """
    # Imported here: zipfile is needed only where there is an archive.
    from volteface.reports.archive import members  # noqa: PLC0415

    size = _size(path)
    if is_web_archive(path.name):
        _refuse_larger(size, WEB_ARCHIVE_LIMIT)
        yield from records(path, sidecar)
    elif _is_archive(path):
        _refuse_larger(size, ARCHIVE_LIMIT)
        yield from members(path, sidecar)
    else:
        limit = DOCUMENT_LIMIT if bulky(path.name) else FILE_LIMIT
        # The size is asked first, so that a huge file is not read at all; a file may still grow.
        _refuse_larger(size, limit)
        data = _bytes(path, limit + 1)
        _refuse_larger(len(data), limit)
        yield RawFile(shown(path), data, sidecar=sidecar)


def _refuse_larger(size: int, limit: int) -> None:
    if size > limit:
        megabytes = f"{limit // 1_000_000} MB ({size / 1e6:.0f} MB)"
        raise ReportError(f"larger than {megabytes}: split it")


def _is_archive(path: Path) -> bool:
    """By name, or without a suffix by its first bytes: office documents are zip files too."""
    suffix = path.suffix.lower()
    return suffix == ZIP_SUFFIX or (suffix == "" and _bytes(path, 4) == ZIP_MAGIC)


def _sidecar(path: Path) -> Sidecar:
    """What the file beside it says of the report.

    Raises:
        ReportError: The sidecar cannot be read, or says what no sidecar may say.
    """
    beside = path.with_name(path.name + SIDECAR_SUFFIX)
    # Not Path.is_file: that may raise for a name that is too long.
    if not os.path.isfile(beside):  # noqa: PTH113
        return NOTHING_SAID
    try:
        return read_sidecar(_bytes(beside, SIDECAR_LIMIT))
    except ReportError as error:
        raise ReportError(f"not read, because of {beside.name}: {error}") from None


def _orphan(path: Path) -> str | None:
    report = sidecar_of(path.name)
    return None if report is None or path.with_name(report).exists() else ORPHAN


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
