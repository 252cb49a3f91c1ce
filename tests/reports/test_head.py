import pytest

from volteface.reports.boilerplate import clean
from volteface.reports.head import Dateline, dateline, is_credit, is_date_line, label_of
from volteface.reports.layout import units

BODY = (
    "The government of Karvia said on Monday that it would not accept any mediators.\n\n"
    "Rebel commanders rejected the offer and said that the president had to leave office first.\n"
)


def title(*lines: str) -> str | None:
    """The headline of a text with these lines above its body."""
    found = clean("\n\n".join((*lines, BODY))).head.title
    return None if found is None else found.text


def test_first_line_like_a_headline_is_the_title() -> None:
    """A line of some words without a full stop, before the running text."""
    assert title("Brand rules out mediators", "A standfirst that says a little more about it") == (
        "Brand rules out mediators"
    )


def test_text_without_headline_has_no_title() -> None:
    """A report that begins with a sentence has none."""
    assert title() is None
    assert title("Brand has ruled out mediators.") is None


def test_line_that_leads_to_the_headline_goes() -> None:
    """The headline is the line that ends the menu path; the path and what stands above it go."""
    lines = (
        "Services for members",
        "Home News Brand rules out mediators",
        "Brand rules out mediators",
    )
    text = "\n\n".join((*lines, BODY))
    cleaned = clean(text)
    assert cleaned.head.title is not None
    assert cleaned.head.title.text == "Brand rules out mediators"
    assert [text[start:end] for start, end in cleaned.spans] == list(lines[:2])


def test_repeated_headline_stays_once() -> None:
    """The same headline twice is one title and one removed line."""
    cleaned = clean(f"Brand rules out mediators\n\nBRAND RULES OUT MEDIATORS\n\n{BODY}")
    assert [removal.kind for removal in cleaned.removals] == ["navigation"]


def test_lines_about_the_report_are_labels() -> None:
    """Author, source, dates and a lone outlet are removed and kept as labels."""
    lines = (
        "Brand rules out mediators",
        "Author : Ana Teller",
        "Source: The Herald",
        "Vesk Herald",
        "Published on 04/06/2013",
        "Updated: 5 June 2013, 10:00 GMT",
        "08:15, 4 June 2013",
    )
    cleaned = clean("\n\n".join((*lines, BODY)))
    assert [(label.role, label.value) for label in cleaned.head.labels] == [
        ("other", "Ana Teller"),
        ("source", "The Herald"),
        ("published", "04/06/2013"),
        ("updated", "5 June 2013, 10:00 GMT"),
        ("date line", "08:15, 4 June 2013"),
    ]
    assert len(cleaned.removals) == 6


@pytest.mark.parametrize(
    "line",
    [
        "Published in three languages and read everywhere",
        "Source of the river Lorn runs dry and the valley with it as a dam is built",
    ],
)
def test_lines_that_only_begin_like_labels_stay(line: str) -> None:
    """A label needs its date, or its colon and few words."""
    assert title(line, "Brand rules out mediators") == line


def test_source_of_many_words_is_no_label() -> None:
    """A sentence after "Source:" is kept as text."""
    line = "Source: the valley of Lorn, where the river has run dry and what will come of it"
    assert label_of(units(line)[0]) is None


@pytest.mark.parametrize(
    "line",
    [
        "4 June 2013",
        "Tuesday, June 4, 2013 at 5:15 p.m. EST",
        "2013-06-04 08:15",
        "04.06.2013 | 10:00",
    ],
)
def test_date_lines(line: str) -> None:
    """Nothing but day and time makes a date line."""
    assert is_date_line(line)


@pytest.mark.parametrize(
    "line", ["June 2013", "4 June 2013 in Lorn", "10:00", "In June", "4 June 2013 " * 9]
)
def test_lines_with_more_or_less_than_a_day_are_no_date_lines(line: str) -> None:
    """A month alone, a time alone or any other word is something else."""
    assert not is_date_line(line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Ana Teller, Staff Reporter", True),
        ("Edited by Piet Maas", True),
        ("By Friday Lorn", False),
        ("By 4 June 2013", False),
        ("By talking to rebels Astria hopes to win time", False),
        ("Reporting by the Vesk Herald suggests otherwise", False),
    ],
)
def test_credits_are_names_only(line: str, expected: bool) -> None:  # noqa: FBT001
    """Who wrote it, in names; a clause that begins with "by" is no credit."""
    assert is_credit(line) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("LORN, June 4 (Reuters) - The army", Dateline("June 4", "Reuters")),
        ("VESK, Astria, June 4, 2013 — The army", Dateline("June 4, 2013", None)),
        ("Lorn (AFP) \u2013 The army", Dateline(None, "AFP")),
        ("LORN - The army", None),
        ("Brand, her deputy and the envoy - all three", None),
        ("the army of Lorn", None),
    ],
)
def test_datelines(line: str, expected: Dateline | None) -> None:
    """Place, day and agency before a dash; a place alone says nothing of either."""
    assert dateline(line) == expected
