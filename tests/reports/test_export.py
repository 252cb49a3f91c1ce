from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volteface.records import DateInterval
from volteface.reports import Skipped
from volteface.reports.article import Article
from volteface.reports.export import export_articles

END = "Document VHOL000020130604e9640002t"
PLAIN = (
    f"Brand says no\n5 words\n4 June 2013\nVesk Herald\n(c) Herald\n\nShe said no.\n\n{END}\n"
    f"Rebels answer\n5 words\n6 June 2013\nPress\n(c) Press\n\n...\n\n{END}\n"
)


def test_articles_of_an_export() -> None:
    """Each has its number behind the file's path; one without text has a line."""
    one, two = export_articles(PLAIN, "a.txt")
    day = date(2013, 6, 4)
    assert one == Article(
        "a.txt/1",
        "Brand says no\n\nShe said no.",
        "Brand says no",
        "Vesk Herald",
        DateInterval(day, day, "day", "the header in the export of Factiva"),
    )
    assert two == Skipped("a.txt/2", "an article without its text in an export of Factiva")


def test_single_article_has_the_path_of_its_file() -> None:
    """A file with one article is that article."""
    (found,) = export_articles(PLAIN[: PLAIN.index(END) + len(END)], "a.txt")
    assert found.path == "a.txt"


def test_standfirst_stands_between_headline_and_body() -> None:
    """What stands above the body as its summary is text."""
    text = "1 of 1 DOCUMENTS\n\nHerald\n\nJune 4, 2013\n\nNo\n\nHIGHLIGHT: Short.\n\nShe said no.\n"
    (found,) = export_articles(text, "a.txt")
    assert isinstance(found, Article)
    assert found.text == "No\n\nShort.\n\nShe said no."


def test_export_in_any_document(
    apart: Callable[..., list[Article | Skipped]], docx: Callable[..., bytes]
) -> None:
    """Text, Word and rich text are taken apart alike; the bold type of a database is no matter."""
    rtf = r"{\rtf1 " + r"\par ".join(PLAIN.splitlines()) + "}"
    expected = apart("a.txt", PLAIN)
    assert [one.path for one in expected] == ["a.txt/1", "a.txt/2"]
    for name, data in (("a.rtf", rtf), ("a.docx", docx(*PLAIN.splitlines()))):
        found = apart(name, data)
        assert [getattr(one, "text", None) for one in found] == [
            getattr(one, "text", None) for one in expected
        ]


@pytest.mark.parametrize("text", ["", "She said no.\n", "Title: x\n\nShe said no.\n"])
def test_ordinary_text_is_no_export(text: str) -> None:
    """A text without a database's marks gives nothing."""
    assert not list(export_articles(text, "a.txt"))


@given(
    st.lists(
        st.sampled_from(
            [
                *("1 of 2 DOCUMENTS", "End of Document", END, "_" * 60, "Document 1 of 2", ""),
                *("LENGTH: 5 words", "5 words", "Body", "HD  x", "TD", "AN  " + END, "words"),
                *(
                    "ProQuest document ID: 1",
                    "Full text: x",
                    "June 4, 2013",
                    "(c) 2013",
                    "By Ana B",
                ),
            ]
        ),
        max_size=12,
    )
)
def test_any_mixture_of_marks_is_articles_or_reasons(lines: list[str]) -> None:
    """Marks in any order never raise, and each article has a place of its own."""
    found = list(export_articles("\n".join(lines), "a"))
    assert len({one.path for one in found}) == len(found)
