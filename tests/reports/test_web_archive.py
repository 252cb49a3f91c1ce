import gzip
from pathlib import Path

import pytest

from volteface.records import Report
from volteface.reports import Skipped, read_reports, web_archive
from volteface.reports.raw import RawFile
from volteface.reports.source import walk

PROSE = "Foreign Minister Ilse Brand said on Monday that no mediators would be accepted, café {}. "


def page(number: int) -> str:
    """A page of some prose."""
    return f"<html><body><article><p>{PROSE.format(number) * 3}</p></article></body></html>"


class Archive:
    """A web archive to write into, each record packed by itself or none."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.data = b""

    def add(
        self,
        address: str,
        content: str | bytes,
        media: str = "text/html; charset=latin-1",
        status: str = "200 OK",
        kind: str = "response",
    ) -> None:
        """Add a record; text goes in as Latin-1."""
        data = content.encode("latin-1") if isinstance(content, str) else content
        if kind == "response":
            head = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n\r\n"
            data, media = head.encode() + data, "application/http; msgtype=response"
        record = (
            (
                f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\n"
                f"WARC-Date: 2020-03-01T10:00:00Z\r\nWARC-Record-ID: <urn:{len(self.data)}>\r\n"
                f"Content-Type: {media}\r\nContent-Length: {len(data)}\r\n\r\n"
            ).encode()
            + data
            + b"\r\n\r\n"
        )
        self.data += gzip.compress(record) if self.path.suffix == ".gz" else record

    def found(self, cut: int = 0) -> list[RawFile | Skipped]:
        """What is read of it, so many bytes cut off."""
        self.path.write_bytes(self.data[: len(self.data) - cut])
        return list(walk([self.path]))


@pytest.fixture(params=["a.warc", "a.warc.gz"])
def archive(request: pytest.FixtureRequest, tmp_path: Path) -> Archive:
    """An archive, packed and not."""
    return Archive(tmp_path / request.param)


def test_pages_are_reports(archive: Archive) -> None:
    """Pages and documents that were fetched are read, by their addresses; the rest is not."""
    archive.add("https://herald.example/1", page(1))
    archive.add("https://herald.example/p.png", b"\x89PNG", "image/png")
    archive.add("https://herald.example/gone", page(2), status="404 Not Found")
    archive.add("https://herald.example/empty", " ")
    archive.add("https://herald.example/2", page(3), kind="resource")
    archive.add("https://herald.example/robots.txt", "text " * 50, "text/plain")
    archive.add("https://herald.example/3", PROSE.format(4) * 3, "text/plain", kind="conversion")
    archive.add("metadata:x", "text", "text/plain", kind="metadata")
    archive.found()
    found = list(read_reports([archive.path]))
    assert all(isinstance(one, Report) for one in found)
    where = archive.path.as_posix()
    assert [one.path for one in found] == [f"{where}/https://herald.example/{n}" for n in (1, 2, 3)]
    assert all("café" in one.text for one in found if isinstance(one, Report))


def test_cut_archive_gives_what_comes_before(archive: Archive) -> None:
    """A record that breaks off is said; those before it are read."""
    archive.add("https://herald.example/1", page(1))
    archive.add("https://herald.example/2", page(2))
    for cut in (20, 60, 150):
        found = archive.found(cut)
        assert isinstance(found[0], RawFile)
        assert isinstance(found[-1], Skipped)
        assert "damaged or cut off" in found[-1].reason


@pytest.mark.parametrize("name", ["b.warc", "b.warc.gz"])
def test_what_is_no_web_archive_says_so(tmp_path: Path, name: str) -> None:
    """A file of that name with other bytes is damaged."""
    (tmp_path / name).write_text("words")
    (found,) = walk([tmp_path])
    assert isinstance(found, Skipped)
    assert "damaged or cut off at record 1" in found.reason


def test_archive_without_pages_says_so(archive: Archive) -> None:
    """Pictures alone are one line."""
    archive.add("https://herald.example/p.png", b"\x89PNG", "image/png")
    (found,) = archive.found()
    assert isinstance(found, Skipped)
    assert found.reason == "a web archive without pages"


def test_limits(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page beyond a file's size is left out; too many records end the archive."""
    archive.add("https://herald.example/1", page(1))
    archive.add("https://herald.example/2", page(2) * 30)
    monkeypatch.setattr(web_archive, "FILE_LIMIT", 2000)
    first, second = archive.found()
    assert isinstance(first, RawFile)
    assert isinstance(second, Skipped)
    assert second.reason.startswith("larger than")
    monkeypatch.setattr(web_archive, "RECORD_LIMIT", 1)
    assert "refused from record 2 on" in str(archive.found()[-1])
