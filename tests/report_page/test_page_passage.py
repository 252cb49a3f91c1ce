from collections.abc import Callable
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from volteface.records import Report, Span, Statement
from volteface.report_page.passage import AROUND, passage

Make = Callable[..., Report]
State = Callable[..., Statement]
Find = Callable[[str, str], Span]

DAY = date(2019, 2, 1)
LONG = "Head\n\n" + "Before that it rained. " * 40 + "Vale said: open it. " + "Then sun. " * 60


def test_words_speaker_and_cue_have_their_roles(report_of: Make, statement_of: State) -> None:
    """Each part of a statement is a piece of its own; the rest is plain."""
    report = report_of("The envoy, Vale, said: open it. Good.", DAY, "a")
    pieces = passage(statement_of(report, "open it", 0.5), report)
    assert [(p.text, p.role) for p in pieces] == [
        ("The envoy, ", "plain"),
        ("Vale", "speaker"),
        (", ", "plain"),
        ("said", "cue"),
        (": ", "plain"),
        ("open it", "content"),
        (". Good.", "plain"),
    ]


def test_context_is_whole_sentences_and_cuts_are_shown(
    report_of: Make, statement_of: State
) -> None:
    """Of a long report a few sentences around the words are kept, with a cut on either side."""
    report = report_of(LONG, DAY, "a")
    pieces = passage(statement_of(report, "open it", 0.5), report)
    assert (pieces[0].role, pieces[-1].role) == ("cut", "cut")
    kept = "".join(piece.text for piece in pieces)
    assert kept.startswith("Before that it rained.")
    assert kept.rstrip().endswith("Then sun.")
    assert len(kept) < 3 * AROUND


def test_a_word_without_end_is_cut_at_the_limit(report_of: Make, statement_of: State) -> None:
    """Text without spaces is not followed to its end."""
    text = "x" * 2000 + " Vale said: open it. " + "y" * 2000
    report = report_of(text, DAY, "a")
    kept = "".join(p.text for p in passage(statement_of(report, "open it", 0.5), report))
    assert len(kept) < 3 * AROUND


def test_parts_far_apart_are_joined_by_a_cut(
    report_of: Make, statement_of: State, span: Find
) -> None:
    """Words quoted in two places are both shown, with what lies between cut."""
    text = "Vale said: open it. " + "It rained on and on. " * 60 + "And soon, she added. "
    report = report_of(text, DAY, "a")
    statement = replace(
        statement_of(report, "open it", 0.5),
        content=(span(text, "open it"), span(text, "And soon")),
    )
    pieces = passage(statement, report)
    assert [p.text for p in pieces if p.role == "content"] == ["open it", "And soon"]
    assert [p.role for p in pieces].count("cut") == 1


def test_parts_near_each_other_share_their_context(
    report_of: Make, statement_of: State, span: Find
) -> None:
    """Words on both sides of the cue are shown in one stretch."""
    text = "Open it, Vale said, and soon. Good."
    report = report_of(text, DAY, "a")
    statement = replace(
        statement_of(report, "Open it", 0.5),
        content=(span(text, "Open it"), span(text, "and soon")),
    )
    assert "".join(p.text for p in passage(statement, report)) == text


def test_what_is_no_reporting_is_cut(report_of: Make, statement_of: State, span: Find) -> None:
    """A banner between the sentences does not come back as context."""
    text = "Vale said: open it. SIGN UP NOW. More rain."
    report = report_of(text, DAY, "a", removed=(span(text, "SIGN UP NOW."),))
    pieces = passage(statement_of(report, "open it", 0.5), report)
    assert "SIGN UP" not in "".join(piece.text for piece in pieces)
    assert [p.role for p in pieces].count("cut") == 1


def test_neighbouring_cuts_are_one(report_of: Make, statement_of: State, span: Find) -> None:
    """Two banners with nothing between them are one cut."""
    text = "Vale said: open it. SIGN UP. \n LOG IN. More rain."
    removed = (span(text, "SIGN UP."), span(text, "LOG IN."))
    report = report_of(text, DAY, "a", removed=removed)
    pieces = passage(statement_of(report, "open it", 0.5), report)
    assert [p.role for p in pieces].count("cut") == 1


@given(data=st.data())
def test_pieces_are_the_report_itself(
    data: st.DataObject, report_of: Make, statement_of: State
) -> None:
    """Whatever the spans, the words come out whole and in order, and nothing is made up."""
    text = data.draw(st.text("ab. \n", min_size=1, max_size=900))
    places = st.integers(0, len(text) - 1)
    content = []
    for start in sorted(data.draw(st.sets(places, min_size=1, max_size=3))):
        end = data.draw(st.integers(start + 1, min(len(text), start + 40)))
        if not content or start >= content[-1][1]:
            content.append((start, end))
    report = report_of(text, DAY, "a")
    statement = replace(
        statement_of(report_of("x", DAY, "a"), "x", 0.5), content=tuple(content), speaker=(), cue=()
    )
    pieces = passage(statement, report)
    said = "".join(p.text for p in pieces if p.role == "content")
    assert said == "".join(text[start:end] for start, end in content)
    place = 0
    for piece in pieces:
        place = text.index(piece.text, place) + len(piece.text)
