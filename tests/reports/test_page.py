from datetime import date

import pytest

from volteface.errors import ReportError
from volteface.reports import page
from volteface.reports.page import read_page

PAGE = """<?xml version="1.0" encoding="latin-1"?>
<!DOCTYPE html><html lang="en"><head><title>Brand rules out mediators | Vesk Herald</title>
<meta property="og:site_name" content="Vesk  Herald">
<meta property="article:published_time" content="2013-06-04T10:00:00Z">
<script>var tracked = "do not read this";</script><style>p { color: red }</style></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Brand rules out mediators</h1>
<p>Foreign Minister Ilse Brand said on Tuesday that her country would not accept any mediators
in the war, whoever might send them.</p><script>alert("nor this")</script>
<p>Rebel commanders answered that they had never asked for any, and that fighting would go on.</p>
</article><footer>Copyright 2020 Vesk Herald</footer></body></html>"""


def test_article_and_metadata_are_found() -> None:
    """Main text, title, day and site name come from the page; scripts and menus do not."""
    found = read_page(PAGE)
    assert "whoever might send them" in found.text
    assert "tracked" not in found.text
    assert "alert" not in found.text
    assert found.title == "Brand rules out mediators"
    assert found.published == date(2013, 6, 4)
    assert found.outlet == "Vesk Herald"


@pytest.mark.parametrize(
    "markup",
    [
        "<html><body></body></html>",
        "<p>",
        "<html><div " * 500,
        "<script>only()</script>",
        "<!DOCTYPE html><table><tr><td>" * 50,
    ],
)
def test_page_without_article_says_so(markup: str) -> None:
    """Broken or empty pages are refused in one line, never with a traceback."""
    with pytest.raises(ReportError, match="without an article"):
        read_page(markup)


def test_text_named_as_a_page_says_so() -> None:
    """A file called .html without any tag is pointed out."""
    with pytest.raises(ReportError, match="holds no markup"):
        read_page("Foreign Minister Ilse Brand said that 3 < 4.")


def test_page_beyond_bounds_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page with more characters than any article is not parsed."""
    monkeypatch.setattr(page, "PAGE_LIMIT", 10)
    with pytest.raises(ReportError, match="a web page of more than"):
        read_page(PAGE)


def test_parser_failure_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a parser raises on odd markup becomes a reason."""

    def fail(*_: object, **__: object) -> None:
        raise RecursionError("deep")

    monkeypatch.setattr("trafilatura.bare_extraction", fail)
    with pytest.raises(ReportError, match=r"cannot be taken apart \(RecursionError\)"):
        read_page(PAGE)


def test_impossible_day_in_metadata_is_no_day() -> None:
    """A page whose date is nonsense has none."""
    assert read_page(PAGE.replace("2013-06-04", "2013-66-99")).published is None
