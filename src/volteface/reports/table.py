"""Tables of reports (``.csv``, ``.tsv``): a row each; columns for date, outlet, title, text."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from volteface.errors import ReportError
from volteface.reports.article import Article, with_title
from volteface.reports.date_value import date_value, day_first_in
from volteface.reports.decode import decode
from volteface.reports.raw import DOCUMENT_LIMIT, RawFile, Skipped

COLUMNS: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "fulltext", "articletext", "article", "story", "maintext"),
    "title": ("title", "headline", "heading", "articletitle", "subject"),
    "outlet": (
        "outlet",
        "source",
        "publication",
        "newspaper",
        "medium",
        "media",
        "publisher",
        "publicationtitle",
        "sourcename",
        "site",
        "agency",
    ),
    "date": (
        "date",
        "published",
        "publicationdate",
        "pubdate",
        "day",
        "publishedat",
        "datetime",
        "publishdate",
        "datepublished",
    ),
}
"""Names of columns, letter case, spaces and underscores aside; the first that is there counts."""
_DELIMITERS = ",;\t|"
_HEADER_LENGTH = 10_000
_SHOWN_COLUMNS = 8


@dataclass(frozen=True, slots=True)
class _Row:
    path: str
    values: dict[str, str]


def read_table(raw: RawFile) -> Iterator[Article | Skipped]:
    """The table's rows as articles; their paths end in the row's number as spreadsheets count.

    Raises:
        ReportError: It has no column of texts, or no rows.
    """
    # The module's limit is one for the process, and shorter than some articles.
    csv.field_size_limit(DOCUMENT_LIMIT)
    text = decode(raw.data, raw.charset).removeprefix("\ufeff")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    rows = list(_rows(reader, _places(reader), raw.path))
    if not rows:
        raise ReportError("a table without rows")
    dates = [row.values.get("date", "") for row in rows if isinstance(row, _Row)]
    day_first = day_first_in(dates)
    for row in rows:
        yield row if isinstance(row, Skipped) else _article(row, day_first=day_first)


def _rows(
    reader: Iterator[Sequence[str]], places: Mapping[str, int], path: str
) -> Iterator[_Row | Skipped]:
    """The rows that are not empty; the header is row 1."""
    for number in count(2):
        place = f"{path}/{number}"
        try:
            cells = next(reader, None)
        except csv.Error as error:
            yield Skipped(place, f"a row that is no row ({error}): mend its quotes")
            continue
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            values = {role: cells[at].strip() for role, at in places.items() if at < len(cells)}
            yield _Row(place, values)


def _article(row: _Row, *, day_first: bool | None) -> Article | Skipped:
    values = row.values
    if not any(character.isalnum() for character in values.get("text", "")):
        return Skipped(row.path, "a row without text")
    title = " ".join(values.get("title", "").split()) or None
    return Article(
        row.path,
        with_title(title, values["text"]),
        title,
        " ".join(values.get("outlet", "").split()) or None,
        date_value(values.get("date", ""), "the table's date column", day_first=day_first),
    )


def _places(reader: Iterator[Sequence[str]]) -> dict[str, int]:
    """The place of each column that counts, by its role."""
    try:
        header = next(reader, [])
    except csv.Error as error:
        raise ReportError(f"no table: its first row cannot be read ({error})") from None
    names = [_plain(name) for name in header]
    places = {
        role: names.index(found)
        for role, known in COLUMNS.items()
        if (found := next((name for name in known if name in names), None)) is not None
    }
    if "text" not in places:
        more = ", ..." if len(header) > _SHOWN_COLUMNS else ""
        told = ", ".join(" ".join(name.split())[:40] for name in header[:_SHOWN_COLUMNS]) + more
        wanted = "name one of them text (and date, outlet, title)"
        raise ReportError(f"a table without a column of texts: its columns are {told}; {wanted}")
    return places


def _plain(name: str) -> str:
    return "".join(character for character in name.casefold() if character.isalnum())


def _delimiter(text: str) -> str:
    """The one that the header has most of; a comma where it has none."""
    header = text[:_HEADER_LENGTH].partition("\n")[0]
    return max(_DELIMITERS, key=header.count)
