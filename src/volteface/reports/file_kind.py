"""Which kind a file is: by its first bytes where they are plain, else by its name."""

from pathlib import PurePosixPath
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["text", "page", "pdf", "word", "rich text", "mail", "saved page", "table"]

PDF_MAGIC = b"%PDF-"
RTF_MAGIC = b"{\\rtf"
ZIP_MAGIC = b"PK\x03\x04"

ZIP_SUFFIX = ".zip"
WEB_ARCHIVE_SUFFIXES = (".warc", ".warc.gz")
SUFFIXES: dict[str, Kind] = {
    "": "text",
    ".txt": "text",
    ".text": "text",
    ".htm": "page",
    ".html": "page",
    ".xhtml": "page",
    ".pdf": "pdf",
    ".docx": "word",
    ".rtf": "rich text",
    ".eml": "mail",
    ".mht": "saved page",
    ".mhtml": "saved page",
    ".csv": "table",
    ".tsv": "table",
}
_LEADING_JUNK = 1024
"""Bytes that may stand before the first mark of a PDF (ISO 32000-1, annex H)."""
_BULKY: frozenset[Kind] = frozenset({"pdf", "word", "rich text", "mail", "saved page", "table"})


def kind_by_name(name: str) -> Kind | None:
    """What the suffix says; None for a suffix of no report."""
    return SUFFIXES.get(PurePosixPath(name).suffix.lower())


def kind_of(data: bytes, name: str) -> Kind:
    """The kind of a file; what cannot be told is text."""
    named = kind_by_name(name) or "text"
    start = data[:_LEADING_JUNK]
    if start.startswith(PDF_MAGIC) or (named == "pdf" and PDF_MAGIC in start):
        return "pdf"
    if start.startswith(RTF_MAGIC):
        return "rich text"
    if start.startswith(ZIP_MAGIC) and b"word/document.xml" in data:
        return "word"
    return named


def bulky(name: str) -> bool:
    """Whether files of this name may be large: they hold pictures, or many reports."""
    return kind_by_name(name) in _BULKY
