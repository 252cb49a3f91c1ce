"""Cells of tables: characters that no table can hold, and text that a spreadsheet would run."""

import csv
import sys
from contextlib import suppress

from volteface.ledger.words import escape, unescape

_ACTIVE = ("=", "+", "-", "@", "\t", "\r", "'")


def cell(text: str | None) -> str:
    """Text for a cell; before what a spreadsheet would take for a formula stands an apostrophe."""
    written = escape(text or "")
    return f"'{written}" if written.startswith(_ACTIVE) else written


def text_of(written: str) -> str:
    """The inverse of :func:`cell`."""
    if written.startswith("'") and written[1:].startswith(_ACTIVE):
        written = written[1:]
    return unescape(written)


def allow_long_cells() -> None:
    """Let the csv module read cells of any length: a cell may hold a whole report."""
    limit = sys.maxsize
    while limit > csv.field_size_limit():
        with suppress(OverflowError):
            csv.field_size_limit(limit)
            return
        limit //= 2
