from collections.abc import Callable
from datetime import date

from volteface.reports import Skipped
from volteface.reports.article import Article

Apart = Callable[..., list[Article | Skipped]]
PAGE = (
    "<html><head><title>Brand says no</title>"
    '<meta property=3D"article:published_time" content=3D"2013-06-04"></head><body><article>'
    "<p>Foreign Minister Ilse Brand said on Monday that no mediators would be accepted, caf=E9.</p>"
    "</article></body></html>"
)
SAVED = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://herald.example/brand\r\n"
    "Subject: Brand says no\r\nDate: Sun, 01 Mar 2020 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related; type="text/html"; boundary="----x"\r\n\r\n\r\n'
    "------x\r\nContent-Type: text/css\r\n\r\np {{ color: red }}\r\n"
    "------x\r\nContent-Type: text/html; charset=iso-8859-1\r\n"
    "Content-Transfer-Encoding: quoted-printable\r\n\r\n{page}\r\n"
    "------x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw==\r\n"
    "------x--\r\n"
)


def test_page_inside_is_read(apart: Apart) -> None:
    """The page's text, title and day count; the day of saving is none."""
    (found,) = apart("a.mhtml", SAVED.format(page=PAGE))
    assert isinstance(found, Article)
    assert "accepted, café." in found.text
    assert (found.path, found.title) == ("a.mhtml", "Brand says no")
    assert found.published is not None
    assert found.published.earliest == date(2013, 6, 4)


def test_cut_file_gives_what_there_is(apart: Apart) -> None:
    """A file that ends after the page is read."""
    whole = SAVED.format(page=PAGE)
    (found,) = apart("a.mht", whole[: whole.index("------x\r\nContent-Type: image")])
    assert isinstance(found, Article)


def test_file_without_a_page_says_so(apart: Apart) -> None:
    """Pictures alone, or words without any part, are one line."""
    for data in (SAVED.format(page=""), "words"):
        (found,) = apart("a.mht", data)
        assert isinstance(found, Skipped)
        assert "without a page" in found.reason
