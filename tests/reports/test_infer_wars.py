"""Undated reports on real wars, in words of our own: each is dated within weeks of its day."""

from dataclasses import dataclass
from datetime import date

import pytest

from volteface.case.schema import Actor, Case, CaseFile, Fact
from volteface.reports.clue_case import CaseClues
from volteface.reports.infer_date import infer_date


@dataclass(frozen=True, slots=True)
class War:
    """A conflict as a case knows it: its days, its names, and some facts with their phrases."""

    begins: str
    ends: str
    names: tuple[str, ...]
    facts: tuple[tuple[str, str], ...] = ()

    def case(self) -> Case:
        """The war as a case without people."""
        return Case(
            folder="war",
            digest="0" * 64,
            settings=CaseFile(
                id="war",
                title="A war",
                begins=date.fromisoformat(self.begins),
                ends=date.fromisoformat(self.ends),
            ),
            actors=(Actor(id="A", name=self.names[0], kind="state", adjectives=self.names),),
            people=(),
            issues=(),
            ties=(),
            facts=tuple(
                Fact.model_validate(
                    {
                        "id": f"fact-{number}",
                        "text": phrase,
                        "from": date.fromisoformat(day),
                        "source": "general knowledge",
                        "mentions": [phrase],
                    }
                )
                for number, (day, phrase) in enumerate(self.facts)
            ),
        )


LIBYA = War("2011-02-15", "2011-10-31", ("Libya",), (("2011-05-11", "capture of Misrata airport"),))
MALI = War("2012-01-17", "2014-12-31", ("Mali", "Malian"), (("2013-01-10", "fall of Konna"),))
DONBAS = War("2014-04-06", "2015-12-31", ("Ukraine",), (("2014-09-05", "Minsk ceasefire"),))
GEORGIA = War("2008-08-07", "2008-12-31", ("Georgia", "Georgian"))
TIGRAY = War("2020-11-03", "2022-11-30", ("Ethiopia",), (("2021-06-28", "retaking of Mekelle"),))
UKRAINE = War(
    "2022-02-24", "2025-12-31", ("Ukraine", "Russia"), (("2022-11-11", "liberation of Kherson"),)
)
SUDAN = War(
    "2023-04-15", "2025-12-31", ("Sudan", "Sudanese"), (("2025-10-26", "fall of El Fasher"),)
)
IRAQ = War("2003-03-20", "2011-12-18", ("Iraq",), (("2006-02-22", "Samarra bombing"),))
COLOMBIA = War("2012-08-26", "2017-12-31", ("Colombia",), (("2016-10-02", "plebiscite defeat"),))

REPORTS = [
    (
        LIBYA,
        "2011-06-16",
        27,
        (
            "Four months of fighting have left the front where it was in spring, an officer "
            "said.\nThe capture of Misrata airport last month gave the rebels a port and a "
            "runway. Ministers are to review the mission on June 27.\n"
        ),
    ),
    (
        MALI,
        "2013-01-17",
        14,
        (
            "A year after the revolt began, French soldiers are fighting on Malian ground. "
            "The fall of Konna last week opened the road south."
        ),
    ),
    (
        DONBAS,
        "2014-10-02",
        31,
        (
            "The Minsk ceasefire last month halted most of the shelling. President Petro "
            "Poroshenko has called parliamentary elections in Ukraine for Oct. 26."
        ),
    ),
    (
        DONBAS,
        "2014-11-14",
        14,
        (
            "Leaders were gathering for this weekend's G20 summit in Brisbane. Columns of "
            "tanks had crossed the border again, Secretary-General Jens Stoltenberg said."
        ),
    ),
    (
        GEORGIA,
        "2008-11-13",
        2,
        (
            "Three months after the war Georgia counts its empty villages. The European Union "
            "meets Russia at the EU-Russia summit in Nice tomorrow, and President-elect "
            "Barack Obama has yet to say what he wants."
        ),
    ),
    (
        TIGRAY,
        "2021-07-08",
        14,
        (
            "Eight months of war have come full circle with the retaking of Mekelle last week "
            "by the rebels. The Council held its first public meeting on the conflict on "
            "Friday, July 2."
        ),
    ),
    (
        UKRAINE,
        "2022-06-28",
        4,
        (
            "Four months into the war the leaders of the G7 had ended their G7 summit in "
            "Elmau with a promise of support. In Madrid a NATO summit opens today."
        ),
    ),
    (
        SUDAN,
        "2025-11-06",
        70,
        (
            "The paramilitaries said on Thursday that they had agreed to a truce, less than "
            "two weeks after the fall of El Fasher. Secretary of State Marco Rubio welcomed "
            "it."
        ),
    ),
    (
        SUDAN,
        "2024-04-15",
        63,
        (
            "On the first anniversary of the war in Sudan, donors meet in Paris. A year of "
            "war has driven eight million people from home."
        ),
    ),
    (
        IRAQ,
        "2006-03-24",
        31,
        (
            "Three years after the invasion, Iraq has no government. Since the Samarra "
            "bombing last month the morgue has filled up. Parliament has met once, on March "
            "16."
        ),
    ),
    (
        COLOMBIA,
        "2016-11-24",
        75,
        (
            "The president and the rebels signed a second deal on Thursday, less than two "
            "months after the plebiscite defeat. President-elect Donald Trump has not spoken "
            "of it."
        ),
    ),
]


@pytest.mark.parametrize(("war", "day", "width", "text"), REPORTS)
def test_the_interval_holds_the_day(war: War, day: str, width: int, text: str) -> None:
    """It is no wider than so many days, and says what it rests on."""
    found = infer_date(text, CaseClues(war.case()))
    assert found is not None
    assert found.earliest <= date.fromisoformat(day) <= found.latest
    assert (found.latest - found.earliest).days < width
    assert found.basis


def test_without_a_case_the_worlds_calendar_dates() -> None:
    """Where both sides are bounded by what every newspaper knows, no case is needed."""
    text = "President-elect Barack Obama said on the day after the G20 summit that he would wait."
    found = infer_date(text, CaseClues())
    assert found is not None
    assert (found.earliest, found.latest) == (date(2008, 11, 4), date(2009, 1, 20))
    assert infer_date("After 20 months of war they met in 2009.", CaseClues()) is None


def test_lines_that_may_be_no_reporting_count_for_half() -> None:
    """A banner of a later time does not outweigh one mention of the report."""
    banner = "The archive was moved on 5 March 2019."
    text = f"{banner}\nFour months of war, and the front is where it was in spring."
    found = infer_date(text, CaseClues(LIBYA.case()), [(0, len(banner))])
    assert found is not None
    assert found.latest <= date(2011, 12, 31)


def test_thousands_of_mentions() -> None:
    """Of one thing said thousands of times only some are weighed, and the report is dated."""
    text = "Ramadan begins. They met on May 5 at the G20 summit. " * 3000
    assert infer_date(text, CaseClues(LIBYA.case())) is not None
