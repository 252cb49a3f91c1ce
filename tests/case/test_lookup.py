"""Who and what a case knows."""

import gc
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volteface.case import lookup
from volteface.case.load import load_case
from volteface.case.schema import Case, Office, Person
from volteface.errors import UsageError
from volteface.records import DateInterval


def between(earliest: date, latest: date) -> DateInterval:
    """A day somewhere in that span."""
    return DateInterval(earliest, latest, "interval", "test")


@pytest.fixture
def case(small_case: Path) -> Case:
    """The small case, loaded."""
    return load_case(small_case)


def test_actors_and_issues_are_found_by_id(case: Case) -> None:
    """The entry itself comes back."""
    assert lookup.actor(case, "NATO/West") is case.actors[1]
    assert lookup.issue(case, "talks") is case.issues[1]


def test_an_unknown_id_has_its_nearest(case: Case) -> None:
    """In one line for the user."""
    with pytest.raises(UsageError, match=r"no actor RUSS \(nearest: RUS\)"):
        lookup.actor(case, "RUSS")
    with pytest.raises(UsageError, match=r"no issue talk \(nearest: talks\)"):
        lookup.issue(case, "talk")


@pytest.mark.parametrize(
    ("title", "earliest", "latest", "names"),
    [
        ("foreign minister", date(2012, 5, 31), date(2012, 5, 31), ["Ivan Petrov"]),
        ("Foreign  Minister", date(2012, 6, 1), date(2012, 6, 1), ["Olga Petrova"]),
        (
            "foreign minister",
            date(2012, 5, 31),
            date(2012, 6, 1),
            ["Ivan Petrov", "Olga Petrova"],
        ),
        ("envoy", date(2011, 1, 1), date(2011, 1, 1), ["Ivan Petrov"]),
        ("foreign minister", date(2009, 1, 1), date(2009, 12, 31), []),
        ("minister", date(2011, 1, 1), date(2011, 1, 1), []),
    ],
)
def test_offices_have_their_holders_of_the_day(
    case: Case, title: str, earliest: date, latest: date, names: list[str]
) -> None:
    """By any of an office's titles, letter case aside; both on a day not known better."""
    found = lookup.office_holders(case, title, "RUS", between(earliest, latest))
    assert [person.name for person, _ in found] == names
    assert all(office.actor == "RUS" for _, office in found)


def test_an_office_is_held_for_one_actor(case: Case) -> None:
    """The president of one is nobody to another."""
    on = between(date(1900, 1, 1), date(2100, 1, 1))
    assert lookup.office_holders(case, "president", "RUS", on) == ()
    assert len(lookup.office_holders(case, "president", "SYR-GOV", on)) == 1


DAYS = st.dates(date(2010, 1, 1), date(2010, 1, 20))
SPANS = st.tuples(DAYS, DAYS).map(sorted)


@given(st.none() | DAYS, st.none() | DAYS, SPANS)
def test_an_office_counts_if_it_was_held_on_some_day(
    first: date | None, last: date | None, span: list[date]
) -> None:
    """Equal to going through the days one by one; open ends are open."""
    office = Office(title="envoy", actor="RUS", from_=first, to=last)
    days = [date.fromordinal(n) for n in range(span[0].toordinal(), span[1].toordinal() + 1)]
    ordered = first is None or last is None or first <= last
    held = any((first or day) <= day <= (last or day) for day in days)
    person = Person(name="X", offices=(office,))
    if ordered:
        assert lookup.offices_at(person, between(*span)) == ((office,) if held else ())


def test_a_copy_with_other_actors_is_looked_up_afresh(case: Case) -> None:
    """What is remembered of one case is never given for another."""
    lookup.actor(case, "RUS")
    other = case.model_copy(update={"actors": case.actors[1:]})
    with pytest.raises(UsageError):
        lookup.actor(other, "RUS")
    assert lookup.actor(case, "RUS").id == "RUS"


def test_a_case_is_forgotten_with_its_last_reference(small_case: Path) -> None:
    """Looking things up keeps no case alive."""
    gc.collect()
    before = len(lookup._indexes)  # noqa: SLF001 - nothing public shows what is remembered
    case = load_case(small_case)
    lookup.actor(case, "RUS")
    assert len(lookup._indexes) == before + 1  # noqa: SLF001
    del case
    gc.collect()
    assert len(lookup._indexes) == before  # noqa: SLF001
