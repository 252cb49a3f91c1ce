import pytest

from volteface.case.schema import Case
from volteface.records import DateInterval
from volteface.reports.clue_case import CaseClues
from volteface.reports.infer_date import infer_date


@pytest.fixture(scope="module")
def clues(case: Case) -> CaseClues:
    """The invented war's offices and facts; it begins on 15 March 2011."""
    return CaseClues(case)


def days(found: DateInterval | None) -> tuple[str, str] | None:
    """First and last day in ISO form."""
    return None if found is None else (str(found.earliest), str(found.latest))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("after 20 months of bloodshed", ("2012-10-15", "2012-12-15")),
        ("in the 21-month long conflict", ("2012-11-15", "2013-01-15")),
        ("almost 15 months of war", ("2012-04-15", "2012-07-15")),
        ("more than two years of civil war", ("2013-02-15", "2014-02-15")),
        ("the two-year-old uprising", ("2012-11-15", "2013-11-15")),
        ("six weeks of war", ("2011-04-12", "2011-05-10")),
        ("a month into the uprising", ("2011-03-15", "2011-05-15")),
        ("in its second week the uprising", ("2011-03-17", "2011-04-03")),
        ("20 months of war that began in March 2011", ("2012-10-15", "2012-12-15")),
        ("20 months of war that began in May 2011", ("2012-12-01", "2013-02-28")),
        ("20 months of the bloody Karvian civil war", ("2012-10-15", "2012-12-15")),
        ("18 months into the war", ("2012-08-15", "2012-10-15")),
        ("the war, now in its third year,", ("2013-02-12", "2014-04-15")),
        ("21 months of the Karvian war", ("2012-11-15", "2013-01-15")),
    ],
)
def test_durations_count_from_the_beginning(
    clues: CaseClues, text: str, expected: tuple[str, str]
) -> None:
    """How long the war has lasted gives the day within a month or, for years, some months."""
    assert days(infer_date(f"People died {text} said the envoy.", clues)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "15 years of war in Lebanon",
        "Lebanon's 15-year civil war",
        "ten years of Iraq war",
        "20 months of talks",
        "six weeks of fighting",
        "the second anniversary of the war in Lebanon",
    ],
)
def test_other_wars_do_not_count(clues: CaseClues, text: str) -> None:
    """A duration of another country's war, or of something else, says nothing."""
    assert infer_date(f"It was like {text} to them.", clues) is None


def test_offices_bound_the_day(clues: CaseClues) -> None:
    """Somebody named with an office wrote or spoke while holding it."""
    found = infer_date("Foreign Minister Ilse Brand said no.", clues)
    assert days(found) == ("2012-05-08", "2014-03-04")
    assert found is not None
    assert "foreign minister Ilse Brand in office" in found.basis


def test_office_held_since_before_the_war_says_nothing(clues: CaseClues) -> None:
    """A bound before the conflict is none, and the case's own days alone date no report."""
    assert infer_date("Envoy Piet Maas was in Lorn.", clues) is None
    assert infer_date("Former envoy Piet Maas was in Lorn.", clues) is None
    assert infer_date("Future envoy Piet Maas was in Lorn.", clues) is None


def test_former_and_other_offices(clues: CaseClues) -> None:
    """A former minister is one after the term; a deputy minister is somebody else."""
    assert days(infer_date("Former foreign minister Brand said no.", clues)) == (
        "2014-02-01",
        "2016-12-31",
    )
    assert infer_date("Deputy foreign minister Brand said no.", clues) is None


def test_coming_office_bounds_from_above(clues: CaseClues) -> None:
    """Before somebody takes office, and not long before."""
    expected = ("2012-09-22", "2013-01-20")
    assert days(infer_date("the upcoming presidency of Oren Talvik", clues)) == expected
    assert days(infer_date("President-elect Talvik was silent", clues)) == expected
    assert days(infer_date("Future president Talvik was silent", clues)) == (
        "2011-03-15",
        "2013-01-20",
    )


def test_facts_bound_from_below(clues: CaseClues) -> None:
    """A report that names a fact was not written before it; the case's end bounds it above."""
    found = infer_date("They met at the Lorn\nsummit.", clues)
    assert days(found) == ("2012-12-21", "2016-12-31")
    assert found is not None
    assert "the case's last day" in found.basis


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yesterday they met at the Lorn summit.", ("2012-12-22", "2012-12-22")),
        ("On Friday they met at the Lorn summit.", ("2012-12-21", "2012-12-27")),
        ("They met at Lorn\u2019s second summit.", ("2014-05-02", "2016-12-31")),
        ("Yesterday the Isles truce began.", ("2013-05-01", "2016-12-31")),
        ("On Monday they met at the Lorn summit.", ("2012-12-21", "2016-12-31")),
        ("They met at the Lorn summit earlier this month.", ("2012-12-21", "2012-12-31")),
        ("They met at the Lorn summit last month.", ("2013-01-01", "2013-01-31")),
        ("They met at the Lorn summit this week.", ("2012-12-21", "2012-12-27")),
        ("They met at the Lorn summit last week.", ("2012-12-22", "2013-01-03")),
        ("They met at the Lorn summit. Yesterday it rained.", ("2012-12-21", "2016-12-31")),
    ],
)
def test_relative_words_beside_a_fact(
    clues: CaseClues, text: str, expected: tuple[str, str]
) -> None:
    """In one sentence with a dated fact, "yesterday" and its like narrow the day."""
    assert days(infer_date(text, clues)) == expected


def test_month_without_year_is_the_latest(clues: CaseClues) -> None:
    """A past "in November" lies within the months that the duration allows."""
    text = "After 20 months of bloodshed the envoy went abroad twice in November."
    assert days(infer_date(text, clues)) == ("2012-11-01", "2012-12-15")
    text = "After 20 months of bloodshed the bridge fell on Dec. 3."
    assert days(infer_date(text, clues)) == ("2012-12-03", "2012-12-15")
    text = "After 20 months of bloodshed the envoy was back, as in March."
    assert days(infer_date(text, clues)) == ("2012-10-15", "2012-12-15")
    text = "After 20 months of bloodshed a child was born on Feb. 29."
    assert days(infer_date(text, clues)) == ("2012-10-15", "2012-12-15")


def test_month_is_left_where_several_years_are_possible(clues: CaseClues) -> None:
    """Over more than a year a month says nothing."""
    text = "Foreign Minister Ilse Brand made two trips in November."
    assert days(infer_date(text, clues)) == ("2012-05-08", "2014-03-04")


def test_past_dates_bound_from_below(clues: CaseClues) -> None:
    """The latest past date in the text; a date ahead does not count."""
    text = "It began in the fall of 2015, and on 3 March 2016 they met. Talks are due in May 2016."
    assert days(infer_date(text, clues)) == ("2016-03-03", "2016-05-31")
    assert infer_date("They have until 3 March 2016 to answer.", clues) is None
    assert days(infer_date("They have met since 2014 there.", clues)) == (
        "2014-01-01",
        "2016-12-31",
    )


def test_soft_clue_that_does_not_fit_is_left(clues: CaseClues) -> None:
    """A year beyond what the firm clues allow does not narrow anything."""
    text = "After 20 months of bloodshed they spoke of the games in 2018."
    assert days(infer_date(text, clues)) == ("2012-10-15", "2012-12-15")


def test_contradiction_widens(clues: CaseClues) -> None:
    """Two clues of like weight that exclude each other give an interval that holds both."""
    found = infer_date("After 20 months of bloodshed the minister left on 3 March 2014.", clues)
    assert days(found) == ("2012-10-15", "2016-12-31")


def test_one_against_several_is_outvoted_and_named(clues: CaseClues) -> None:
    """What contradicts the rest of the report is left aside, and the basis says so."""
    text = (
        "After 21 months of bloodshed the war, in its second year, goes on. On Friday they met "
        "at the Lorn summit. The minister left on 3 March 2014."
    )
    found = infer_date(text, clues)
    assert days(found) == ("2012-12-21", "2012-12-27")
    assert found is not None
    assert 'against "3 March 2014"' in found.basis


def test_nothing_gives_nothing(clues: CaseClues, case: Case) -> None:
    """No clue, or one beyond the case's days or without any other bound: no interval."""
    assert infer_date("The envoy was silent.", clues) is None
    assert infer_date("The envoy left on 3 March 2019.", clues) is None
    endless = case.model_copy(update={"settings": case.settings.model_copy(update={"ends": None})})
    assert infer_date("They met at the Lorn summit.", CaseClues(endless)) is None


def test_case_without_facts_has_no_phrases(case: Case) -> None:
    """A case with no facts still dates by its offices."""
    bare = CaseClues(case.model_copy(update={"facts": ()}))
    assert days(infer_date("President Talvik met them at the Lorn summit.", bare)) == (
        "2013-01-20",
        "2016-12-31",
    )
