"""From a file to its articles: which reader takes it apart, and what it says where none can."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath

from volteface.errors import ReportError
from volteface.records import DateInterval
from volteface.reports.article import Article
from volteface.reports.decode import decode, is_html
from volteface.reports.export import export_articles
from volteface.reports.file_kind import Kind, kind_of
from volteface.reports.mail import read_mail
from volteface.reports.page import read_page
from volteface.reports.pdf import read_pdf
from volteface.reports.raw import RawFile, Skipped
from volteface.reports.report_name import name_problem
from volteface.reports.rich_text import read_rich_text
from volteface.reports.saved_page import read_saved_page
from volteface.reports.table import read_table
from volteface.reports.word import read_word

_DEEPEST = 4
"""Files inside files: mails sent on in mails, with documents attached."""


def articles(raw: RawFile, depth: int = 0) -> Iterator[Article | Skipped]:
    """The articles of one file, and a line for each part that cannot be read."""
    if not raw.data.strip():
        yield Skipped(raw.path, "empty file")
        return
    if depth > _DEEPEST:
        yield Skipped(raw.path, "mails inside mails without end: refused")
        return
    kind = raw.kind or kind_of(raw.data, raw.path)
    try:
        for found in _READERS[kind](raw):
            if isinstance(found, RawFile):
                yield from _inside(found, depth)
            elif isinstance(found, Article) and kind in _EXPORTED:
                yield from _as_export(found)
            else:
                yield found
    except ReportError as error:
        yield Skipped(raw.path, str(error))


def _inside(raw: RawFile, depth: int) -> Iterator[Article | Skipped]:
    """The articles of a file inside another, if its name is a report's."""
    problem = None if raw.kind else name_problem(PurePosixPath(raw.path).name)
    if problem is None:
        yield from articles(raw, depth + 1)
    elif problem:
        yield Skipped(raw.path, problem)


def _as_export(article: Article) -> Iterator[Article | Skipped]:
    """The article itself, or what it holds if it is an export of a news database."""
    found = list(export_articles(article.text, article.path))
    yield from found or [article]


def _text(raw: RawFile) -> Iterator[Article]:
    text = decode(raw.data, raw.charset)
    if is_html(text, raw.path):
        yield from _page(raw)
    else:
        yield Article(raw.path, text)


def _page(raw: RawFile) -> Iterator[Article]:
    page = read_page(decode(raw.data, raw.charset))
    day = page.published
    published = DateInterval(day, day, "day", "the page's metadata") if day else None
    yield Article(raw.path, page.text, page.title, page.outlet, published)


_READERS: dict[Kind, Callable[[RawFile], Iterable[Article | RawFile | Skipped]]] = {
    "text": _text,
    "page": _page,
    "pdf": read_pdf,
    "word": read_word,
    "rich text": read_rich_text,
    "mail": read_mail,
    "saved page": read_saved_page,
    "table": read_table,
}
_EXPORTED: frozenset[Kind] = frozenset({"text", "pdf", "word", "rich text"})
