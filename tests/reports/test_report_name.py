import pytest

from volteface.reports.file_kind import kind_of
from volteface.reports.report_name import (
    is_web_archive,
    may_be_report,
    name_problem,
    sidecar_of,
)


@pytest.mark.parametrize(
    "name", ["a.txt", "a.PDF", "a.docx", "a.rtf", "a.eml", "a.mht", "a.csv", "a.tsv", "plain"]
)
def test_kinds_of_reports_are_opened(name: str) -> None:
    """Every kind that can be read is, whatever the case of its suffix."""
    assert name_problem(name) is None
    assert may_be_report(name)


@pytest.mark.parametrize("name", ["a.zip", "a.warc", "a.WARC.GZ"])
def test_archives_are_opened(name: str) -> None:
    """Archives are, unless they are hidden."""
    assert may_be_report(name)
    assert not may_be_report("." + name)
    assert is_web_archive(name) is not name.endswith("zip")


@pytest.mark.parametrize(
    ("name", "report"),
    [
        ("a.txt.toml", "a.txt"),
        ("in/a.warc.gz.toml", "in/a.warc.gz"),
        ("actors.toml", None),
        ("map.png.toml", None),
        ("a.txt", None),
    ],
)
def test_sidecars_are_told_by_name(name: str, report: str | None) -> None:
    """A sidecar is named after its report; other settings are none."""
    assert sidecar_of(name) == report


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"%PDF-1.4", "a.txt", "pdf"),
        (b"\r\n junk %PDF-1.4", "a.pdf", "pdf"),
        (b"\r\n junk %PDF-1.4", "a.txt", "text"),
        (b"{\\rtf1 words}", "a", "rich text"),
        (b"PK\x03\x04...word/document.xml", "a", "word"),
        (b"PK\x03\x04...xl/workbook.xml", "a", "text"),
        (b"words", "a.html", "page"),
        (b"words", "a.strange", "text"),
    ],
)
def test_kind_is_told_by_bytes_before_names(data: bytes, name: str, kind: str) -> None:
    """Plain marks at the beginning decide; then the suffix."""
    assert kind_of(data, name) == kind
