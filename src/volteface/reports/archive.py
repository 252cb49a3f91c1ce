"""Zip archives: their members one by one, with limits that hold while decompressing.

What an archive says of its own sizes is not believed: bytes are counted as they come out. A
member that would leave the archive's folder (``..``, absolute paths) is refused and the rest is
read. Archives inside archives are not opened.
"""

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from volteface.errors import ReportError
from volteface.reports.file_kind import ZIP_MAGIC, bulky, kind_by_name
from volteface.reports.raw import DOCUMENT_LIMIT, FILE_LIMIT, RawFile, Skipped, shown
from volteface.reports.report_name import ORPHAN, name_problem, sidecar_of
from volteface.reports.sidecar import SIDECAR_SUFFIX, Sidecar, read_sidecar

MEMBER_COUNT_LIMIT = 20_000
TOTAL_LIMIT = 400_000_000
"""Bytes of all members together, uncompressed."""
RATIO_LIMIT = 200
"""Uncompressed to compressed bytes of one member; prose stays below 10."""
RATIO_FREE = 1_000_000
"""Bytes of one member before the ratio counts: short files of one repeated letter are no harm."""

ARCHIVE_SUFFIXES = frozenset(
    {".zip", ".gz", ".bz2", ".xz", ".tar", ".tgz", ".7z", ".rar", ".zst", ".warc"}
)
NESTED = "an archive inside an archive: unpack it first"
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_DAMAGE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError)
_FAULTS = (*_DAMAGE, RuntimeError, OSError, ValueError)
_CHUNK = 65_536


def members(path: Path, sidecar: Sidecar) -> Iterator[RawFile | Skipped]:
    """The archive's members sorted by name, each read or skipped with a reason.

    Args:
        path: The archive.
        sidecar: What is said of all members; a sidecar beside a member goes before it.
    """
    where = shown(path)
    try:
        with zipfile.ZipFile(path) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if not entries:
                yield Skipped(where, "an archive with nothing in it")
            if len(entries) > MEMBER_COUNT_LIMIT:
                yield Skipped(where, f"an archive of more than {MEMBER_COUNT_LIMIT} files: refused")
                return
            opened = _Opened(archive, where, sidecar, {entry.filename: entry for entry in entries})
            for entry in sorted(entries, key=lambda entry: entry.filename):
                if (found := opened.member(entry)) is not None:
                    yield found
    except _FAULTS as error:
        yield Skipped(where, f"not a readable zip archive: {_first_line(error)}")


@dataclass(slots=True)
class _Opened:
    """An archive that is being read, and how many bytes more may come out of it."""

    archive: zipfile.ZipFile
    where: str
    sidecar: Sidecar
    entries: Mapping[str, zipfile.ZipInfo]
    left: int = field(default_factory=lambda: TOTAL_LIMIT)

    def member(self, entry: zipfile.ZipInfo) -> RawFile | Skipped | None:
        """The member, why it is not read, or None where nothing needs to be said."""
        name = entry.filename.replace("\\", "/")
        path = shown(f"{self.where}/{name}")
        if (problem := _refusal(entry, name, self.entries)) is not None:
            return Skipped(path, problem) if problem else None
        try:
            sidecar = self._sidecar(entry)
            data = _decompressed(self.archive, entry, self.left)
        except ReportError as error:
            return Skipped(path, str(error))
        except _FAULTS as error:
            return Skipped(path, f"damaged in the archive: {_first_line(error)}")
        self.left -= len(data)
        return RawFile(path, data, sidecar=sidecar)

    def _sidecar(self, entry: zipfile.ZipInfo) -> Sidecar:
        beside = self.entries.get(entry.filename + SIDECAR_SUFFIX)
        if beside is None:
            return self.sidecar
        try:
            own = read_sidecar(_decompressed(self.archive, beside, self.left))
        except ReportError as error:
            name = PurePosixPath(beside.filename).name
            raise ReportError(f"not read, because of {name}: {error}") from None
        return own.over(self.sidecar)


def _refusal(
    entry: zipfile.ZipInfo, name: str, entries: Mapping[str, zipfile.ZipInfo]
) -> str | None:
    """Why the member is not opened; None if it is, empty if nothing needs to be said."""
    pure = PurePosixPath(name)
    reasons = {
        "refused: an absolute path in an archive": name.startswith("/") or name[1:2] == ":",
        "refused: a path that leaves the archive's folder": ".." in pure.parts,
        "encrypted: unpack it first": bool(entry.flag_bits & 0x1),
        "a link inside an archive: not followed": stat.S_ISLNK(entry.external_attr >> 16),
        NESTED: pure.suffix.lower() in ARCHIVE_SUFFIXES,
    }
    if (reason := next((reason for reason, holds in reasons.items() if holds), None)) is not None:
        return reason
    if (problem := name_problem(name)) is not None:
        report = sidecar_of(entry.filename)
        return problem if report is None or report in entries else ORPHAN
    if entry.compress_type not in _METHODS:
        return "compressed by an unusual method: pack it again as an ordinary zip"
    return None


def _decompressed(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int) -> bytes:
    limit = DOCUMENT_LIMIT if bulky(entry.filename) else FILE_LIMIT
    data = bytearray()
    with archive.open(entry) as file:
        while chunk := file.read(_CHUNK):
            data += chunk
            if len(data) > limit:
                raise ReportError(f"refused: unpacks to more than {limit // 1_000_000} MB")
            if len(data) > left:
                total = TOTAL_LIMIT // 1_000_000
                raise ReportError(f"refused: the archive unpacks to more than {total} MB")
            if len(data) > RATIO_FREE and len(data) > RATIO_LIMIT * max(entry.compress_size, 1):
                raise ReportError("refused: a zip bomb (unpacks to far more than it holds)")
    if data.startswith(ZIP_MAGIC) and kind_by_name(entry.filename) != "word":
        raise ReportError(NESTED)
    return bytes(data)


def _first_line(error: BaseException) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
