import os
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from volteface.case.schema import Case
from volteface.identity import content_id, text_sha256
from volteface.records import Report
from volteface.reports import Skipped, read_reports
from volteface.reports.boilerplate import main_text

Read = Callable[..., list[Report | Skipped]]


def only(found: list[Report | Skipped]) -> Report:
    """The one report among what was found."""
    (report,) = [one for one in found if isinstance(one, Report)]
    return report


def test_text_is_the_file_and_its_hash_the_id(read: Read, tmp_path: Path, article: str) -> None:
    """Offsets point into the file as Python reads it without translating newlines."""
    report = only(read({"a.txt": "\ufeff" + article.replace("\n", "\r\n")}))
    with (tmp_path / "a.txt").open(encoding="utf-8", newline="") as file:
        assert report.text == file.read()
    assert report.sha256 == text_sha256(report.text)
    assert report.id == content_id("r", report.sha256)
    assert report.path == (tmp_path / "a.txt").as_posix()


def test_report_is_described(read: Read, case: Case, article: str) -> None:
    """Headline, outlet, day, language and removed lines of a plain text."""
    head = "Brand rules out mediators\n\nThe Herald\n\nPublished on 24/06/2013\n\n"
    report = only(read({"a.txt": f"{head}{article}\n\nSee more\n"}, case))
    assert report.title == "Brand rules out mediators"
    assert report.outlet == "Vesk Herald"
    assert report.published is not None
    assert report.published.earliest == date(2013, 6, 24)
    assert report.language == "en"
    assert report.note is None
    assert [report.text[start:end] for start, end in report.removed] == [
        "The Herald",
        "Published on 24/06/2013",
        "See more",
    ]


def test_page_gives_its_article(read: Read, article: str) -> None:
    """A web page's text is its article, its metadata the report's."""
    paragraphs = "".join(f"<p>{line}</p>" for line in article.split("\n\n"))
    page = (
        "<!DOCTYPE html><html><head><title>Brand rules out mediators</title>"
        '<meta property="og:site_name" content="Vesk Herald">'
        '<meta property="article:published_time" content="2013-06-04"></head>'
        f"<body><article><h1>Brand rules out mediators</h1>{paragraphs}</article></body></html>"
    )
    report = only(read({"a.html": page}))
    assert "<p>" not in report.text
    assert "Rebel commanders rejected the offer" in report.text
    assert (report.title, report.outlet) == ("Brand rules out mediators", "Vesk Herald")
    assert report.published is not None
    assert report.published.basis == "the page's metadata"


def test_sidecar_has_the_last_word(read: Read, case: Case, article: str, tmp_path: Path) -> None:
    """Day, outlet and title of the file beside a report go before all that the report says."""
    text = f"Brand rules out mediators\n\nThe Press\n\nPublished on 24/06/2013\n\n{article}"
    told = "published = 1985-06-04\noutlet = 'the herald'\ntitle = 'No'\n"
    report = only(read({"2013-06-04.txt": text, "2013-06-04.txt.toml": told}, case))
    assert report.published is not None
    assert (report.published.earliest, report.published.basis) == (
        date(1985, 6, 4),
        "the sidecar file",
    )
    assert (report.outlet, report.title) == ("Vesk Herald", "No")
    assert only(list(read_reports([tmp_path]))).id == report.id


def test_sidecars_in_and_beside_an_archive(tmp_path: Path, article: str) -> None:
    """A member's own sidecar goes before the archive's; a stray one is said."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as file:
        file.writestr("1.txt", article)
        file.writestr("2.txt", article + "And more.")
        file.writestr("2.txt.toml", "outlet = 'Press'")
        file.writestr("3.txt.toml", "outlet = 'Press'")
        file.writestr("4.txt", article + "And yet more.")
        file.writestr("4.txt.toml", "outlets = 'Press'")
    (tmp_path / "a.zip.toml").write_text("outlet = 'Herald'\npublished = 2013")
    (tmp_path / "b.txt.toml").write_text("outlet = 'Herald'")
    found = list(read_reports([tmp_path]))
    reports = [one for one in found if isinstance(one, Report)]
    assert [one.outlet for one in reports] == ["Herald", "Press"]
    assert [one.published and one.published.precision for one in reports] == ["year", "year"]
    reasons = {Path(one.path).name: one.reason for one in found if isinstance(one, Skipped)}
    stray = "a sidecar file whose report is not there"
    assert reasons.pop("3.txt.toml") == reasons.pop("b.txt.toml") == stray
    assert reasons.pop("4.txt").startswith("not read, because of 4.txt.toml: line 1: a sidecar")
    assert not reasons


def test_broken_sidecar_keeps_its_report_out(read: Read, article: str) -> None:
    """A report whose day the analyst meant to set is not read by another day."""
    (found,) = read({"a.txt": article, "a.txt.toml": "published = soon"})
    assert isinstance(found, Skipped)
    assert found.reason.startswith("not read, because of a.txt.toml: line 1: the sidecar file")


def test_mail_is_dated_by_its_sending_where_nothing_else_is_said(read: Read, article: str) -> None:
    """A line of the text goes before it."""
    head = "Subject: Brand rules out mediators\nDate: Tue, 4 Jun 2013 10:00:00 +0000\n\n"
    found = read({"a.eml": head + article, "b.eml": f"{head}Published 1 June 2013\n\n{article}"})
    assert [
        str(one.published.earliest) for one in found if isinstance(one, Report) and one.published
    ] == [
        "2013-06-04",
        "2013-06-01",
    ]


def test_known_reports_show_what_their_site_repeats(read: Read) -> None:
    """A banner is told by reports that were read before."""
    banner = "The Tidings stand with their community"
    own = [f"{banner}\n\n{' '.join(f'{n}word{m}' for m in range(60))} was said.\n" for n in "abc"]
    known = [one for one in read({"a.txt": own[0], "b.txt": own[1]}) if isinstance(one, Report)]
    (new,) = [one for one in read({"c.txt": own[2]}) if one.path.endswith("c.txt")]
    assert isinstance(new, Report)
    (alone,) = read_reports([Path(new.path)])
    (shown,) = read_reports([Path(new.path)], known=known)
    assert isinstance(alone, Report)
    assert isinstance(shown, Report)
    assert [shown.text[slice(*span)] for span in shown.removed] == [banner]
    assert not alone.removed


def test_other_language_is_kept_with_a_note(read: Read) -> None:
    """A French report is a report; its note says why it is not coded."""
    text = "Le ministre a déclaré mardi que son pays ne changerait pas de position sur la guerre.\n"
    report = only(read({"a.txt": text * 3}))
    assert (report.language, report.note) == ("fr", "in French: kept, not coded")


def test_bad_files_do_not_cost_the_good_ones(read: Read, article: str) -> None:
    """Each unreadable file has one line, and the others are read."""
    found = read(
        {
            "good.txt": article,
            "empty.txt": "",
            "null.txt": b"words\x00words",
            "image.txt": b"\x89PNG\r\n\x1a\n",
            "broken.html": "<html><script>",
        }
    )
    assert only(found).path.endswith("good.txt")
    reasons = {Path(one.path).name: one.reason for one in found if isinstance(one, Skipped)}
    assert reasons.keys() == {"empty.txt", "null.txt", "image.txt", "broken.html"}
    assert all(reason and "\n" not in reason for reason in reasons.values())


def test_archive_members_are_reports(tmp_path: Path, article: str) -> None:
    """A member's path is the archive's with its own behind it."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as file:
        file.writestr("in/b.txt", article)
    assert only(list(read_reports([tmp_path]))).path == f"{tmp_path.as_posix()}/a.zip/in/b.txt"


def test_same_text_twice_is_one_report(read: Read, article: str) -> None:
    """The second file says where the text was read first, whatever its encoding."""
    found = read({"a.txt": article, "b.txt": article, "c.txt": article.encode("utf-16-le")})
    assert only(found).path.endswith("a.txt")
    reasons = [one.reason for one in found if isinstance(one, Skipped)]
    assert len(reasons) == 2
    assert all(
        reason.startswith("same text as ") and reason.endswith("a.txt") for reason in reasons
    )


def test_undated_report_is_dated_by_its_mentions(read: Read, case: Case, article: str) -> None:
    """With a case, the mentions inside bound the day, a removed caption's date among them."""
    caption = "Brand leaves the talks in Lorn, Dec. 3. Photo: Ana Teller"
    text = (
        f"{article}\n\n{caption}\n\nIt was the end of 20 months of bloodshed, and no end at all.\n"
    )
    report = only(read({"a.txt": text}, case))
    assert report.published is not None
    assert (report.published.earliest, report.published.latest) == (
        date(2012, 12, 3),
        date(2012, 12, 15),
    )
    assert only(list(read_reports([Path(report.path)]))).published is None


def test_unbelievable_day_is_passed_over_and_said(read: Read, case: Case, article: str) -> None:
    """A day decades from the conflict gives way to the next statement, which says so."""
    head = "Brand rules out mediators\n\nPublished 4 June 1985\n\n"
    report = only(read({"2013-06-04.txt": head + article}, case))
    assert report.published is not None
    assert report.published.earliest == date(2013, 6, 4)
    assert "not believed" in report.published.basis
    head = head.replace("1985", "2085")
    assert (
        "not believed"
        in (
            only(read({"2013-06-04.txt": head + article}, case)).published or report.published
        ).basis
    )


def test_later_banner_goes_once_the_day_is_known(read: Read, case: Case, article: str) -> None:
    """A line about a later war at the foot of a dated report is removed."""
    banner = "Astria is at war. The war in the Isles and what it means."
    text = f"Brand rules out mediators\n\nPublished 4 June 2013\n\n{article}\n\n{banner}\n"
    report = only(read({"a.txt": text}, case))
    assert report.text[slice(*report.removed[-1])] == banner


def test_reading_twice_gives_the_same(read: Read, article: str) -> None:
    """Nothing depends on the hour or on earlier reading."""
    files = {"b/a.txt": article, "a.txt": "Brand said no.\n", "c.txt": ""}
    assert read(files) == read({})


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.binary(max_size=400) | st.text(max_size=400).map(str.encode), min_size=1, max_size=3
    )
)
def test_arbitrary_files_never_raise(
    tmp_path_factory: pytest.TempPathFactory, case: Case, contents: list[bytes]
) -> None:
    """Any bytes under any report's name give a well-formed report or a reason."""
    folder = tmp_path_factory.mktemp("any")
    for number, content in enumerate(contents):
        (folder / f"{number}{('.txt', '.html', '.zip')[number]}").write_bytes(content)
    for one in read_reports([folder], case):
        if isinstance(one, Report):
            flat = [offset for span in one.removed for offset in span]
            assert flat == sorted(flat)
            assert all(start < end <= len(one.text) for start, end in one.removed)
        else:
            assert one.reason
            assert "\n" not in one.reason


def test_real_reports_lose_their_boilerplate() -> None:
    """On real reports: none of the usual wordings survives, and stated days are found."""
    folder = os.environ.get("VOLTEFACE_SEEDS")
    if not folder:
        pytest.skip("set VOLTEFACE_SEEDS to a folder of real reports")
    reports = {
        Path(one.path).name[:3]: one
        for one in read_reports([Path(folder)])
        if isinstance(one, Report)
    }
    assert reports
    for report in reports.values():
        main = main_text(report.text, report.removed).casefold()
        for words in (
            *("sign up", "unsubscribe", "newsletter", "mailing list", "inbox", "recommended:"),
            *("related:", "take read", "photo:", "ctrl", "see more", "home news", "find your"),
            *("may not necessarily reflect", "published on", "currently at war"),
        ):
            assert words not in main, (report.path, words)
        # Reporting is most of a report.
        assert len(main.replace(" ", "")) > 0.75 * len(report.text.replace(" ", ""))
        assert report.language == "en"
    days = {name: reports[name].published for name in ("001", "004") if name in reports}
    assert {name: day and (str(day.earliest), str(day.latest)) for name, day in days.items()} == {
        "001": ("2012-05-31", "2012-05-31"),
        "004": ("2015-09-07", "2015-09-07"),
    }
