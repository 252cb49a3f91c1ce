from collections.abc import Callable

import pytest

from volteface.reports import Skipped
from volteface.reports.article import Article

Apart = Callable[..., list[Article | Skipped]]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.pdf", b" \n", "empty file"),
        ("a.txt", b"words\x00words", "holds null bytes: binary, or damaged text"),
        ("a.csv", b"text\x00\nwords", "holds null bytes: binary, or damaged text"),
        ("a.docx", b"words", "a damaged Word document: open it and save it anew"),
    ],
)
def test_bad_files_are_one_line(apart: Apart, name: str, data: bytes, reason: str) -> None:
    """Whatever is wrong with a file is said in one line."""
    assert apart(name, data) == [Skipped(name, reason)]


def test_page_under_another_name_is_a_page(apart: Apart, article: str) -> None:
    """A text file that begins as a web page is taken apart as one."""
    (found,) = apart("a.txt", f"<!DOCTYPE html><html><body><p>{article}</p></body></html>")
    assert isinstance(found, Article)
    assert "<p>" not in found.text


def test_text_is_the_file(apart: Apart, article: str) -> None:
    """Nothing of a plain text is changed."""
    assert apart("a.txt", "\ufeff" + article) == [Article("a.txt", "\ufeff" + article)]
