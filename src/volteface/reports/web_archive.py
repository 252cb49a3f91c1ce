"""Web archives (WARC, ISO 28500): the pages and documents that were fetched, by warcio.

Pictures, styles, scripts, redirects and errors are passed over: they are no reports.
"""

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import replace
from pathlib import Path
from typing import Any

from volteface.reports.file_kind import Kind
from volteface.reports.raw import FILE_LIMIT, RawFile, Skipped, shown
from volteface.reports.sidecar import Sidecar

UNPACKED_LIMIT = 20_000_000_000
"""Bytes of all records together."""
RECORD_LIMIT = 1_000_000
_KINDS: dict[str, Kind] = {
    "text/html": "page",
    "application/xhtml+xml": "page",
    "application/pdf": "pdf",
}
_SUCCESS = "200"
_CONVERTED = "conversion"
"""The text of a page, as some archives hold it beside the page or instead."""
_RECORDS = frozenset({"response", "resource", _CONVERTED})


def records(path: Path, sidecar: Sidecar) -> Iterator[RawFile | Skipped]:
    """The reports in a web archive, in order, each as the archive's path and its address.

    Where the archive is cut off or damaged, that is said, and what comes before is given.
    """
    where = shown(path)
    number = unpacked = given = 0
    try:
        with gzip.open(path) if path.suffix.lower() == ".gz" else path.open("rb") as file:
            for number, record in enumerate(_records(_Unpacked(file)), start=1):
                unpacked += max(int(record.length or 0), 0)
                if number > RECORD_LIMIT or unpacked > UNPACKED_LIMIT:
                    yield Skipped(where, f"refused from record {number} on: too much in one file")
                    return
                if (found := _report(record, where)) is not None:
                    given += 1
                    yield found if isinstance(found, Skipped) else replace(found, sidecar=sidecar)
    except Exception as error:  # noqa: BLE001 a foreign parser may raise anything on broken input
        what = f"a web archive that is damaged or cut off at record {max(number, 1)}"
        yield Skipped(where, f"{what} ({type(error).__name__}); what comes before is read")
        return
    if not given:
        yield Skipped(where, "a web archive without pages")


class _Unpacked:
    """The bytes of a web archive, unpacked, which remembers that they ended too early.

    The parser unpacks too, but says nothing where a packed file is cut off.
    """

    def __init__(self, file: gzip.GzipFile | io.BufferedReader) -> None:
        self._file = file
        self.fault: Exception | None = None

    def read(self, size: int) -> bytes:
        """So many bytes or fewer; none at the end."""
        try:
            # One stretch of the packed file at a time: what comes before a fault is given.
            return self._file.read1(size)
        except (EOFError, OSError, zlib.error) as error:
            self.fault = error
            return b""

    def tell(self) -> int:
        """How many bytes were read."""
        return self._file.tell()


def _records(file: _Unpacked) -> Iterator[Any]:
    """The records of a web archive.

    Raises:
        Exception: The file is damaged, or ends inside a record.
    """
    # Imported here, as every parser: only who has such files waits for it.
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415

    records_in = ArchiveIterator(file)  # type: ignore[no-untyped-call]
    record = None
    while True:
        # What the parser prints of a broken file is said by us, in one line.
        with redirect_stderr(io.StringIO()):
            following = next(records_in, None)
        if record is not None:
            _refuse_cut(record)
        if following is None:
            break
        record = following
        yield record
    if file.fault is not None:
        raise file.fault


def _refuse_cut(record: Any) -> None:  # noqa: ANN401 warcio has no types
    """Refuse a record of which less was there than it says, once all was read."""
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise EOFError


def _report(record: Any, where: str) -> RawFile | Skipped | None:  # noqa: ANN401 warcio has no types
    """A record's page or document; None where it is no report."""
    if record.rec_type not in _RECORDS:
        return None
    http = record.http_headers
    if http is not None and http.get_statuscode() != _SUCCESS:
        return None
    headers = record.rec_headers if http is None else http
    said = headers.get_header("Content-Type") or ""
    media, _, parameters = said.partition(";")
    kind: Kind | None
    kind = "text" if record.rec_type == _CONVERTED else _KINDS.get(media.strip().lower())
    if kind is None:
        return None
    path = shown(f"{where}/{record.rec_headers.get_header('WARC-Target-URI') or 'no address'}")
    data = record.content_stream().read(FILE_LIMIT + 1)
    if len(data) > FILE_LIMIT:
        return Skipped(path, f"larger than {FILE_LIMIT // 1_000_000} MB")
    _refuse_cut(record)
    return RawFile(path, data, kind, _charset(parameters)) if data.strip() else None


def _charset(parameters: str) -> str | None:
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip("\"'") or None
    return None
