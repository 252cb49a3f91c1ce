from collections.abc import Callable

import pytest

from volteface.records import Report
from volteface.reports import Skipped
from volteface.reports.site_lines import repeated_lines

Make = Callable[..., Report]
TOWNS = ("Lorn", "Vesk", "Tarn", "Holm", "Marl")
BANNER = "The Tidings stand with their community"
NOTICE = "We keep faith with everyone across the valley, and have done so for sixty patient years."


def story(town: str, banner: str = BANNER, notice: str = NOTICE) -> str:
    """A report of its own on that town, between a banner and a notice."""
    return (
        f"{banner}\n\nShells fall on {town} in the night\n\n"
        f"Shells fell on {town} for the {len(town) * 7} hours of a night that nobody slept through "
        f"in {town}, the mayor of {town} said, and {town} has no cellars.\n\n"
        f"{' '.join(f'{town.lower()}{n}' for n in range(40))} was what {town} saw then.\n\n{notice}"
    )


def found(make_report: Make, texts: list[str], **fields: object) -> list[list[str]]:
    """The site's lines on each text."""
    reports = [make_report(text, path=f"{n}.txt", **fields) for n, text in enumerate(texts)]
    lines = repeated_lines(reports)
    return [sorted(lines.get(report.id, ())) for report in reports]


def test_lines_on_three_stories_are_the_sites(make_report: Make) -> None:
    """Banners above and notices below count from three stories on, not from two."""
    texts = [story(town) for town in TOWNS[:3]]
    assert found(make_report, texts) == [sorted([BANNER, NOTICE])] * 3
    assert found(make_report, texts[:2]) == [[], []]


def test_reprints_are_one_story(make_report: Make) -> None:
    """Three copies of a story, a word changed in each, show nothing of their site."""
    copies = [story("Lorn").replace("patient", f"{n}") for n in range(3)]
    assert found(make_report, copies) == [[], [], []]
    assert found(make_report, [*copies, story("Vesk")])[-1] == []


def test_long_notices_do_not_make_stories_one(make_report: Make) -> None:
    """Stories that share more boilerplate than they have words of their own stay apart."""
    notices = "\n\n".join(NOTICE.replace("sixty", f"{n} long") for n in range(12))
    lines = found(make_report, [story(town, notice=notices) for town in TOWNS])
    assert [len(one) for one in lines] == [13] * 5


def test_sites_are_kept_apart(make_report: Make) -> None:
    """A line that three outlets print once each is no outlet's."""
    reports = [make_report(story(town), path=town, outlet=f"The {town}") for town in TOWNS[:3]]
    assert repeated_lines(reports) == {}


@pytest.mark.parametrize(
    "line",
    [
        'He called it "a good day" for them all',
        "Officials there said that the war would go on for as long as it had to, and not longer.",
        "Interviewer:",
    ],
)
def test_what_may_be_reporting_stays(make_report: Make, line: str) -> None:
    """Quotations, attributions and labels of speakers are not the site's."""
    assert found(make_report, [story(town, banner=line, notice="") for town in TOWNS]) == [[]] * 5


def test_background_stays(make_report: Make) -> None:
    """A sentence that names what the story names is reporting, however often it comes."""
    line = "The war began when shells first fell on the hills of Lorn and Vesk and of Tarn in 1998."
    texts = [story(town, notice=line).replace("mayor of", "Vesk mayor of") for town in TOWNS]
    assert found(make_report, texts, removed=()) == [[BANNER]] * 5


def test_lines_between_paragraphs(make_report: Make) -> None:
    """A short line alone between paragraphs counts, a sentence there does not."""
    lines = []
    for between in ("Story continues over the page", "Nobody knows what is to come of it now."):
        texts = [story(t, "", "").replace("cellars.", f"cellars.\n\n{between}") for t in TOWNS]
        lines.append(found(make_report, texts))
    assert lines == [[["Story continues over the page"]] * 5, [[]] * 5]


def test_text_of_nothing_else(make_report: Make) -> None:
    """A report without a paragraph of its own loses nothing."""
    texts = [*(story(town) for town in TOWNS), f"{BANNER}\n\n{NOTICE}"]
    assert found(make_report, texts)[-1] == []


def test_removed_by_reading(read: Callable[..., list[Report | Skipped]]) -> None:
    """Reading a folder removes them, and the headline below the banner is found."""
    reports = read({f"{town}.txt": story(town) for town in TOWNS[:3]})
    for report in reports:
        assert isinstance(report, Report)
        assert [report.text[slice(*span)] for span in report.removed] == [BANNER, NOTICE]
        assert report.title is not None
        assert report.title.startswith("Shells fall on")
