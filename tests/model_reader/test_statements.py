from collections import Counter
from collections.abc import Callable
from datetime import date
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from volteface.case import Case
from volteface.model_reader import tally as why
from volteface.model_reader.sources import Sources
from volteface.model_reader.statements import Checker
from volteface.model_reader.windows import windows
from volteface.records import Report, Statement

Make = Callable[..., Report]
Read = Callable[..., tuple[list[Statement], Counter[str]]]
SOLDIERS = "Our soldiers will stay in Tarvia"


@pytest.fixture
def read(case: Case, make_report: Make, peer: ModuleType) -> Read:
    """Checks statements that a model gave for a report."""

    def checked(
        *given_ones: Any,  # noqa: ANN401 - whatever a model may give
        report: Report | None = None,
    ) -> tuple[list[Statement], Counter[str]]:
        of = report or make_report()
        tally: Counter[str] = Counter()
        checker = Checker(case, Sources(case), of, tally)
        (window,) = windows(of)
        full = [peer.a_statement(**one) if isinstance(one, dict) else one for one in given_ones]
        return checker.read(full, window), +tally

    return checked


def full(**fields: object) -> dict[str, object]:
    """A whole statement of the first quotation."""
    return {
        "sentence": 2,
        "content": [SOLDIERS],
        "speaker": "Ilvar Dressen",
        "cue": "said",
        "person": "Ilvar Dressen",
        "actor": "ODRUN",
        "when": "on Tuesday",
        "issue": "odrun_troops",
        "stance": 0.9,
    } | fields


def test_a_statement_points_at_the_reports_words(read: Read, make_report: Make) -> None:
    """With everything that the case and the report know of it."""
    (one,), tally = read(full())
    text = make_report().text
    assert [text[s:e] for s, e in one.content] == [SOLDIERS]
    assert [text[s:e] for s, e in one.speaker] == ["Ilvar Dressen"]
    assert [text[s:e] for s, e in one.cue] == ["said"]
    assert (one.kind, one.voice, one.register) == ("direct", "attributed", "stated")
    assert (one.person, one.role, one.actor) == ("Ilvar Dressen", "foreign minister", "ODRUN")
    assert (one.issue, one.stance, one.confidence) == ("odrun_troops", 0.9, 0.0)
    assert one.said_on is not None
    assert (one.said_on.earliest, one.said_on.latest) == (date(2018, 2, 6), date(2018, 2, 6))
    assert one.via == ("Selm Courier",)
    assert not tally


def test_a_content_in_parts_is_one_statement(read: Read, make_report: Make) -> None:
    """As where the speaker breaks in."""
    (one,), _ = read(full(sentence=5, content=["We", "want it now."], speaker="she", cue="added"))
    assert [make_report().text[s:e] for s, e in one.content] == ["We", "want it now."]
    assert one.kind == "direct"


def test_words_partly_in_marks_are_mixed_and_outside_indirect(read: Read) -> None:
    """By the marks of the report."""
    found, _ = read(
        full(content=['Our soldiers will stay in Tarvia," Ilvar Dressen said']),
        full(content=["ruled out a truce"], speaker="Joren Halvik"),
    )
    assert [one.kind for one in found] == ["mixed", "indirect"]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"content": ["Our soldiers will leave Tarvia"]}, why.NOT_THERE),
        ({"content": [SOLDIERS, "and conquer it"]}, why.NOT_THERE),
        ({"content": ["truce"]}, why.NOT_THERE),
        ({"content": []}, why.NO_FORM),
        ({"content": 7}, why.NO_FORM),
        ({"content": [7]}, why.NO_FORM),
        ({"content": None}, why.NO_FORM),
        ({"speaker": "Vladimir the Invented"}, why.NO_SPEAKER),
        ({"issue": "world_peace"}, why.NO_ISSUE),
        ({"issue": 3}, why.NO_ISSUE),
        ({"stance": None}, why.NO_STANCE),
        ({"stance": 7}, why.NO_STANCE),
        ({"stance": float("nan")}, why.NO_STANCE),
        ({"stance": True}, why.NO_STANCE),
        ({"stance": "much"}, why.NO_STANCE),
        ({"stance": 10**400}, why.NO_STANCE),
        ({"voice": "writer", "issue": None, "stance": None}, why.NOTHING_SAID),
    ],
)
def test_what_does_not_stand_up_is_thrown_away_and_counted(
    read: Read, fields: dict[str, object], reason: str
) -> None:
    """The reason is told, and the other statements stay."""
    found, tally = read(full(**fields), full())
    assert len(found) == 1
    assert tally == {reason: 1}


@pytest.mark.parametrize(
    ("fields", "reason", "left"),
    [
        ({"actor": "ATLANTIS", "person": None}, why.NO_ACTOR, "actor"),
        ({"cue": "thundered"}, why.NO_CUE, "cue"),
        ({"person": "Joan of Arc"}, why.NO_NAME, "person"),
        ({"person": None, "role": "archbishop"}, why.NO_NAME, "role"),
        ({"addressee": "the Pope"}, why.NO_NAME, "addressee"),
    ],
)
def test_what_the_report_does_not_bear_out_is_left_empty(
    read: Read, fields: dict[str, object], reason: str, left: str
) -> None:
    """And counted; the statement stays."""
    (one,), tally = read(full(**fields))
    assert tally == {reason: 1}
    assert not getattr(one, left)


def test_the_case_knows_for_whom_a_person_speaks(read: Read) -> None:
    """Whatever the model says."""
    (one,), _ = read(full(actor="KESTRIA", person="Dressen"))
    assert (one.person, one.actor) == ("Ilvar Dressen", "ODRUN")


def test_an_actor_may_be_given_by_name(read: Read) -> None:
    """Letter case aside."""
    (one,), tally = read(full(actor="odrun", person=None))
    assert one.actor == "ODRUN"
    assert not tally


def test_without_words_that_name_a_source_nobody_is_the_speaker(read: Read) -> None:
    """An actor that nothing in the text vouches for is none."""
    (one,), _ = read(full(speaker=None))
    assert (one.speaker, one.person, one.actor) == ((), None, None)


def test_the_writers_own_sentences_have_no_speaker(read: Read) -> None:
    """A deed is its actor's."""
    (one,), _ = read(
        full(voice="writer", register="conduct", content=["Odrun keeps its garrison"], sentence=1)
    )
    assert (one.speaker, one.cue, one.person, one.actor) == ((), (), None, "ODRUN")
    assert one.register == "conduct"


def test_about_is_for_what_is_imputed(read: Read) -> None:
    """And nothing else."""
    found, _ = read(full(about="KESTRIA"), full(about="KESTRIA", register="imputed"))
    assert [one.about for one in found] == [None, "KESTRIA"]


def test_the_chain_holds_what_the_report_names_and_its_outlet(read: Read) -> None:
    """The outlet last and once."""
    (one,), tally = read(full(via=["Coast Wire", "Selm Courier", "Reuters", 3]))
    assert one.via == ("Coast Wire", "Selm Courier")
    assert tally == {why.NO_NAME: 1}


@pytest.mark.parametrize("when", [None, "on Friday", "yesteryear", 5])
def test_without_words_that_date_it_the_usual_week_counts(read: Read, when: object) -> None:
    """Days that the report does not name are not believed."""
    (one,), _ = read(full(when=when))
    assert one.said_on is not None
    assert one.said_on.basis.startswith("no date given")


def test_a_report_without_a_date_dates_nothing(read: Read, make_report: Make) -> None:
    """There is nothing to count from."""
    (one,), _ = read(full(), report=make_report(published=None))
    assert one.said_on is None


def test_a_rejected_view_is_told(read: Read) -> None:
    """Only a plain no counts."""
    found, _ = read(full(endorsed=False), full(endorsed=None))
    assert [one.endorsed for one in found] == [False, True]


def test_more_statements_than_a_window_can_hold_are_not_looked_at(read: Read) -> None:
    """They are counted as out of form."""
    found, tally = read(*[full()] * 300)
    assert len(found) == 200
    assert tally == {why.NO_FORM: 100}


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)
FIELDS = (
    "sentence", "content", "speaker", "cue", "voice", "register", "person", "role", "actor",
    "about", "addressee", "via", "endorsed", "when", "issue", "stance",
)  # fmt: skip


@settings(deadline=None)
@given(fields=st.dictionaries(st.sampled_from(FIELDS), ANYTHING, max_size=6))
def test_whatever_a_model_gives_no_record_is_without_its_words(
    case: Case, make_report: Make, fields: dict[str, object]
) -> None:
    """And every field is of its kind."""
    report = make_report()
    checker = Checker(case, Sources(case), report, Counter())
    (window,) = windows(report)
    for one in checker.read([full(**fields)], window):
        assert one.content
        assert all(report.text[s:e].strip() for s, e in (*one.content, *one.speaker, *one.cue))
        assert one.text == " ".join(report.text[s:e] for s, e in one.content)
        assert one.issue in {None, *(issue.id for issue in case.issues)}
        assert (one.stance is None) == (one.issue is None)
        assert one.actor in {None, *(actor.id for actor in case.actors)}
