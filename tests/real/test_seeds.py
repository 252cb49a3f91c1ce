"""Five real reports, read with the bundled Syria case.

``VOLTEFACE_SEEDS`` names their folder; without it these tests are skipped. Only the few words
that find a statement are named here.
"""

import os
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from volteface.case import load_case
from volteface.coding.reader import Reader
from volteface.records import Report, Statement
from volteface.reports import read_reports

SEEDS = os.environ.get("VOLTEFACE_SEEDS")
OPENING = 420
"""Characters of headline and lead."""
pytestmark = pytest.mark.skipif(not SEEDS, reason="VOLTEFACE_SEEDS names no folder of reports")


@dataclass(frozen=True, slots=True)
class Seed:
    """One report, its file and what was read from it."""

    path: Path
    report: Report
    said: tuple[Statement, ...]


Seeds = dict[str, Seed]


@pytest.fixture(scope="module")
def seeds() -> Seeds:
    """The five by the first three characters of their names."""
    assert SEEDS is not None
    case = load_case("syria")
    reader = Reader(case)
    read = {}
    for path in sorted(Path(SEEDS).glob("*.txt")):
        (report,) = read_reports([path], case)
        assert isinstance(report, Report)
        read[path.name[:3]] = Seed(path, report, reader.read(report))
    return read


def test_every_span_stands_in_the_file(seeds: Seeds) -> None:
    """Content, speaker and cue stand in the file at their offsets, as Python reads it."""
    for seed in seeds.values():
        with seed.path.open(encoding="utf-8", newline="") as file:
            text = file.read()
        assert seed.said
        for said in seed.said:
            assert said.text == " ".join(text[start:end] for start, end in said.content)
            assert all(0 <= a < b <= len(text) for a, b in (*said.speaker, *said.cue))


def test_what_is_no_reporting_says_nothing(seeds: Seeds) -> None:
    """No statement touches a banner, a caption or a sign-up line."""
    noise = re.compile(
        r"(?i)sign up|newsletter|recommended:|related:|see more|mistake in|cookie|photo:|subscrib"
    )
    for seed in seeds.values():
        assert not [said.text for said in seed.said if noise.search(said.text)]
        for start, end in seed.report.removed:
            for said in seed.said:
                assert all(b <= start or a >= end for a, b in said.content)
    assert all(seeds[name].report.removed for name in ("001", "002", "003", "004"))


@pytest.mark.parametrize(
    ("name", "earliest", "latest"),
    [
        ("000", date(2012, 11, 1), date(2012, 12, 31)),
        ("001", date(2012, 5, 31), date(2012, 5, 31)),
        ("002", date(2012, 11, 1), date(2013, 1, 31)),
        ("003", date(2016, 10, 19), date(2017, 1, 20)),
        ("004", date(2015, 9, 7), date(2015, 9, 7)),
    ],
)
def test_publication(seeds: Seeds, name: str, earliest: date, latest: date) -> None:
    """Stated dates to the day; the others within what their mentions allow, with the basis."""
    published = seeds[name].report.published
    assert published is not None
    assert earliest <= published.earliest <= published.latest <= latest
    assert published.basis


SPEAKERS = [
    ("000", "no talk of Russia", "Sergei Lavrov", "RUS"),
    ("000", "equal responsibility", "Dmitry Medvedev", "RUS"),
    ("000", "stays the same", "Fyodor Lukyanov", "analyst"),
    ("000", "no grounds for Russia", "Fyodor Lukyanov", "analyst"),
    ("001", "balanced and consistent", "Dmitry Peskov", "RUS"),
    ("001", "hardly appropriate to talk", "Dmitry Peskov", "RUS"),
    ("001", "free of emotions", "Dmitry Peskov", "RUS"),
    ("001", "are not defending", "Vladimir Chizhov", "RUS"),
    ("002", "act as a mediator", "Sergei Lavrov", "RUS"),
    ("002", "were offering asylum", "Sergei Lavrov", "RUS"),
    ("002", "advocates for", "Vladimir Putin", "RUS"),
    ("002", "popular will", "Vladimir Putin", "RUS"),
    ("004", "quite closely", "Josh Earnest", "USA"),
    ("004", "destabilizing", "Josh Earnest", "USA"),
    ("004", "quasidemocratic", "Vladimir Putin", "RUS"),
    ("004", "further escalate", "John Kerry", "USA"),
]


@pytest.mark.parametrize(("name", "words", "person", "actor"), SPEAKERS)
def test_quotations_are_their_speakers(
    seeds: Seeds, name: str, words: str, person: str, actor: str
) -> None:
    """Each quotation is its speaker's, and the speaker speaks for the right actor."""
    said = [s for s in seeds[name].said if words in s.text and s.voice == "attributed"]
    assert {(s.person, s.actor) for s in said if s.register != "reported"} == {(person, actor)}


@pytest.mark.parametrize(
    ("name", "words", "link"),
    [
        ("001", "balanced and consistent", "Interfax"),
        ("002", "act as a mediator", "Reuters"),
        ("002", "were offering asylum", "The New York Times"),
        ("002", "avoid", "Bloomberg"),
    ],
)
def test_links_of_the_chain(seeds: Seeds, name: str, words: str, link: str) -> None:
    """The agency or newspaper through which words came is a link of their chain."""
    said = [s for s in seeds[name].said if words in s.text and s.person is not None]
    assert said
    assert all(link in s.via for s in said)


def test_the_presidents_words_are_not_his_spokesmans(seeds: Seeds) -> None:
    """What is quoted under a lead that credits the president is the spokesman's alone."""
    quoted = [s for s in seeds["001"].said if s.kind == "direct"]
    assert quoted
    assert "Vladimir Putin" not in {s.person for s in quoted}


@pytest.mark.parametrize("words", ["illusion of the negotiations", "using diplomacy as a cover"])
def test_views_held_up_to_be_rejected(seeds: Seeds, words: str) -> None:
    """Views that the writer reports in order to reject them are not endorsed."""
    said = [s for s in seeds["003"].said if words in s.text]
    assert said
    assert not any(s.endorsed for s in said)


def test_one_message_per_issue_in_headline_and_lead(seeds: Seeds) -> None:
    """Headline and lead count once: what the second says again is linked to the first."""
    for name in ("001", "002"):
        opening = [s for s in seeds[name].said if s.content[0][0] < OPENING and s.issue]
        fresh = [(s.about or s.actor, s.issue) for s in opening if s.repeats is None]
        assert opening
        assert len(fresh) == len(set(fresh))
