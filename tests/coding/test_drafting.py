from collections.abc import Callable
from datetime import date

import pytest

from volteface.records import Statement

Read = Callable[..., tuple[Statement, ...]]


def test_kinds_and_spans(read: Read) -> None:
    """Content, speaker and cue are spans of the text; the kind follows the quote marks."""
    for text, kind, words in [
        ('"We will never negotiate," Tomas Beltran said.', "direct", "We will never negotiate"),
        ("Tomas Beltran said that he would negotiate.", "indirect", "that he would negotiate"),
        ('Tomas Beltran said he would "fight on" now.', "mixed", 'he would "fight on" now'),
    ]:
        (said,) = {s.utterance: s for s in read(text, words)}.values()
        assert said.kind == kind
        assert " ".join(text[a:b] for a, b in said.content) == words
        assert [text[a:b] for a, b in said.speaker] == ["Tomas Beltran"]
        assert [text[a:b] for a, b in said.cue] == ["said"]


def test_joint_statements(read: Read) -> None:
    """Words of two are a record of each, with one utterance."""
    said = read("France and Algeria said that the parties must negotiate.", "negotiate")
    assert {s.actor for s in said} == {"FRA", "DZA"}
    assert len({s.utterance for s in said}) == 1
    assert {s.register for s in said} == {"stated"}


def test_two_issues_are_two_records(read: Read) -> None:
    """A statement on two issues is two records of one utterance."""
    text = '"Foreign troops must leave and the parties must negotiate," Oleg Sidorov said.'
    said = read(text, "troops must leave")
    assert {s.issue for s in said} == {"foreign_troops", "talks"}
    assert len({s.utterance for s in said}) == 1
    assert len({s.id for s in said}) == len(said)


def test_quotations_go_on(read: Read) -> None:
    """A quotation in the next paragraph without a cue belongs to the last speaker."""
    text = (
        "“We will never negotiate with them,” Tomas Beltran said.\n\n"
        "“The war must be won on the battlefield, and we are ready for it.”"
    )
    said = read(text, "battlefield")[0]
    assert (said.person, said.cue) == ("Tomas Beltran", ())


def test_addressees(read: Read) -> None:
    """Whom somebody spoke to: reporters, an outlet, another person."""
    for whom, addressee in [
        ("reporters", "reporters"),
        ("Reuters", "Reuters"),
        ("Oleg Sidorov", "Oleg Sidorov"),
        ("the Houthis", "HOUTHI"),
    ]:
        said = read(f"Louise Berthier told {whom} that troops must stay.", "troops")
        assert said[0].addressee == addressee


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Oleg Sidorov said on Monday that the parties should negotiate.", 2, 2),
        ("Oleg Sidorov said that the parties should negotiate by Friday.", None, 4),
        (
            'Oleg Sidorov said on Monday that they should go. "We should negotiate," he added.',
            2,
            2,
        ),
        (
            'Oleg Sidorov said on Monday that they should go.\n\n"We should negotiate," he added.',
            2,
            2,
        ),
    ],
)
def test_when_it_was_said(read: Read, text: str, first: int | None, last: int) -> None:
    """A date beside the words, else the same speaker's before, else the week to publication."""
    when = read(text, "negotiate")[0].said_on
    assert when is not None
    assert when.earliest == (date(2014, 6, first) if first else date(2014, 5, 29))
    assert when.latest == date(2014, 6, last)
    assert when.basis


def test_undated_reports_have_undated_speech(read: Read) -> None:
    """Without a date of the report, speech without its own has none."""
    assert (
        read("Oleg Sidorov said that soldiers should leave.", "soldiers", None)[0].said_on is None
    )


def test_the_reports_outlet_is_the_last_link(read: Read) -> None:
    """What a report says came through its outlet."""
    text = "Oleg Sidorov said that soldiers should leave. Russia vetoed the resolution."
    assert {s.via for s in read(text, outlet="Reuters")} == {("Reuters",)}
