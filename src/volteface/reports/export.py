"""Exports of news databases: many articles in one file, each below its header.

LexisNexis and Nexis Uni, Factiva and ProQuest are told by the lines that part their articles.
The text of an article is its headline, its standfirst where there is one, and its body.
"""

from collections.abc import Iterator

from volteface.reports import factiva, nexis, proquest
from volteface.reports.article import Article, with_title
from volteface.reports.date_value import date_value
from volteface.reports.exported import Exported
from volteface.reports.raw import Skipped

_READERS = (
    ("ProQuest", proquest.exported),
    ("Factiva", factiva.exported),
    ("Nexis", nexis.exported),
)


def export_articles(text: str, path: str) -> Iterator[Article | Skipped]:
    """The articles of an export, in order; nothing where the text is none.

    A single article has the file's path, of several each has its number behind it.
    """
    for database, read in _READERS:
        if found := list(read(text.splitlines())):
            for number, one in enumerate(found, start=1):
                place = path if len(found) == 1 else f"{path}/{number}"
                yield _article(one, place, database)
            return


def _article(one: Exported, path: str, database: str) -> Article | Skipped:
    if not any(character.isalnum() for character in one.body):
        return Skipped(path, f"an article without its text in an export of {database}")
    body = f"{one.standfirst}\n\n{one.body}" if one.standfirst else one.body
    basis = f"the header in the export of {database}"
    published = date_value(one.day, basis) if one.day else None
    return Article(path, with_title(one.title, body), one.title, one.outlet, published)
