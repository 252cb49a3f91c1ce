from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from volteface.case.schema import Case
from volteface.ledger import Ledger, Reading, open_ledger
from volteface.positions.of_ledger import ledger_verdicts
from volteface.records import Event, Report, Statement, Verdict
from volteface.report_page.answers import by_actor, tally
from volteface.report_page.content import Content, IssueSection, Timeline
from volteface.report_page.evidence import evidence
from volteface.report_page.from_ledger import ledger_content
from volteface.report_page.names import Names


def _issue(content: Content, anchor: str) -> IssueSection:
    return next(issue for issue in content.issues if issue.anchor == anchor)


def _line(content: Content, anchor: str) -> Timeline:
    return next(
        line
        for issue in content.issues
        for line in (*issue.timelines, *issue.lone, *issue.background)
        if line.anchor == anchor
    )


def test_every_verdict_is_an_answer_once(content: Content, verdicts: list[Verdict]) -> None:
    """What can be said and what cannot are together all verdicts, sentences unchanged."""
    decided = [a for group in content.decided for a in group.answers]
    undecided = [a for group in content.undecided for a in group.answers]
    assert sorted(a.sentence for a in (*decided, *undecided)) == sorted(
        v.sentence for v in verdicts
    )
    assert {a.verdict for a in undecided} == {"insufficient evidence"}
    assert "insufficient evidence" not in {a.verdict for a in decided}
    assert dict(content.tally)["insufficient evidence"] == len(undecided)


def test_who_moved_comes_first(case: Case, verdicts: list[Verdict]) -> None:
    """Actors are ordered by their strongest answer, answers likewise."""
    one = verdicts[0]
    held = replace(one, actor="LOW", verdict="no shift")
    moved = [replace(one, actor="UPL", verdict=kind) for kind in ("no shift", "gap", "shift")]
    groups = by_actor([held, *moved], Names(case))
    assert [group.actor for group in groups] == ["Upland", "Lowland"]
    assert [answer.verdict for answer in groups[0].answers] == ["shift", "gap", "no shift"]
    assert tally([held, *moved]) == (("shift", 1), ("gap", 1), ("no shift", 2))


def test_a_series_is_a_timeline_with_its_verdict(content: Content) -> None:
    """What Upland says about the dam has four marks, a level and the answer above it."""
    line = _line(content, "line-dam-UPL-stated")
    assert (line.actor, line.channel) == ("Upland", "what it says")
    assert len(line.marks) == 4
    assert {mark.shape for mark in line.marks} == {"words"}
    assert [answer.channel for answer in line.answers] == ["what it says"]
    assert line.level is not None
    assert line.level.middle[0] > 0 > line.level.middle[-1]
    assert all(-1 <= end <= 1 for end in (*line.level.low90, *line.level.high90))


def test_a_direct_quotation_read_surely_weighs_one(content: Content) -> None:
    """Weight is precision in units of the best evidence: 0.81 at confidence 0.9."""
    line = _line(content, "line-dam-UPL-stated")
    assert [mark.weight for mark in line.marks] == [0.81] * 4
    deeds = _line(content, "line-dam-UPL-revealed").marks
    assert all(mark.weight == 1.0 for mark in deeds if mark.shape == "fact")


def test_one_observation_draws_no_line(content: Content) -> None:
    """A lone expectation is listed without a level."""
    lone = _issue(content, "issue-flood").lone
    assert [(line.channel, line.level) for line in lone] == [("what it expects", None)]
    assert lone[0].marks[0].shape == "belief"


def test_facts_that_no_report_touches_stay_in_the_background(content: Content) -> None:
    """Lowland's deeds come from the case alone: no verdict, and apart from what was judged."""
    issue = _issue(content, "issue-dam")
    assert [line.actor for line in issue.background] == ["Lowland"]
    assert {mark.shape for mark in issue.background[0].marks} == {"fact"}
    assert "Lowland" not in {line.actor for line in (*issue.timelines, *issue.lone)}


def test_what_others_say_of_a_shift_is_listed(content: Content) -> None:
    """An opinion on whether somebody moved is a mark of the observers, never a level."""
    line = _line(content, "line-moved-UPL-observers")
    assert (line.level, line.marks[0].shape) == (None, "imputed")


def test_words_stand_beside_deeds(content: Content) -> None:
    """Upland speaks for the dam and acts against it; the contrast holds both and the verdict."""
    contrast = content.contrasts[0]
    assert contrast.anchor == "line-dam-UPL-stated-revealed"
    assert contrast.words.marks[0].shape == "words"
    assert {mark.shape for mark in contrast.deeds.marks} == {"deed", "fact"}


def test_all_evidence_is_there_with_its_words(content: Content) -> None:
    """Every record that a verdict, mark or waiting list names can be opened."""
    named = {
        *(r for g in (*content.decided, *content.undecided) for a in g.answers for r in a.records),
        *(
            r
            for issue in content.issues
            for line in (*issue.timelines, *issue.lone, *issue.background)
            for mark in line.marks
            for r in mark.records
        ),
        *content.uncertain.waiting_records,
        *content.uncertain.undated,
    }
    assert named == set(content.evidence)
    for item in content.evidence.values():
        assert any(piece.role == "content" for piece in item.passage)


def test_a_statement_says_how_it_was_read(
    content: Content, readings: list[tuple[Report, list[Statement]]]
) -> None:
    """Who, when and why, issue, stance, confidence and the other readings stand beside it."""
    item = content.evidence[readings[0][1][0].id]
    notes = dict(item.notes)
    assert notes["Who"] == "Anna Vale (Upland), envoy"
    assert notes["Date"] == "2019-02-01 (a weekday)"
    assert notes["Read as"] == "what the speaker wants or thinks; direct speech"
    assert notes["Stance"] == "+0.90"
    assert notes["Confidence"] == "0.90"
    assert notes["It could also be"] == "about none of the issues (P = 0.10)"
    assert notes["Decided by"] == "cue"


@pytest.mark.parametrize(
    ("change", "label", "value"),
    [
        ({"person": None, "voice": "writer", "role": None}, "Who", "the report itself (Upland)"),
        ({"person": None, "role": None}, "Who", "somebody unnamed (Upland)"),
        ({"actor": None}, "Who", "Anna Vale, envoy"),
        ({"via": ("an aide", "the Agency")}, "Through", "an aide, the Agency"),
        ({"about": "LOW"}, "About", "Lowland"),
        ({"said_on": None}, "Date", "2019-02-01 (the report's date: a weekday)"),
        (
            {"endorsed": False},
            "Read as",
            "what the speaker wants or thinks; direct speech; the report does not vouch for it",
        ),
    ],
)
def test_each_kind_of_speaker_is_named(
    change: dict[str, object],
    label: str,
    value: str,
    case: Case,
    readings: list[tuple[Report, list[Statement]]],
) -> None:
    """The writer, the unnamed, the chain and the one spoken of are told apart."""
    report, (statement, _) = readings[0]
    changed = replace(statement, **change)  # type: ignore[arg-type]
    found = evidence(case, [report], [changed], [changed.id])
    assert dict(found[changed.id].notes)[label] == value


def test_an_event_is_shown_in_its_report(
    case: Case, readings: list[tuple[Report, list[Statement]]]
) -> None:
    """Who did what toward whom, with the words that tell it; only where an answer rests on it."""
    report, (statement, _) = readings[0]
    event = Event(
        id="e-1",
        report=report.id,
        content=statement.content,
        text=statement.text,
        actors=("UPL",),
        recipients=(),
        type="CONSULT",
        mode="historical",
        when=None,
        place=None,
        numbers=(),
        issue=None,
        stance=None,
        voice="writer",
    )
    item = evidence(case, [report], [], ["e-1"], [event])["e-1"]
    assert (item.fact, item.report, item.summary) == (False, report.id, "no date, Upland: consult")
    assert any(piece.role == "content" for piece in item.passage)
    assert dict(item.notes) == {
        "Who": "Upland",
        "Toward whom": "nobody named",
        "Date": "no date",
        "Read as": "an event of type CONSULT",
    }
    assert evidence(case, [report], [], [], [event]) == {}


def test_a_fact_is_marked_with_its_source(content: Content) -> None:
    """A dated fact is no quotation: it names its source and whose deed it was."""
    item = content.evidence["fact:works-UPL-2019"]
    assert item.fact
    assert item.report is None
    assert dict(item.notes) == {
        "Whose deed": "Upland",
        "Date": "2019-05-01",
        "Issue": "Should the dam open?",
        "Stance": "\u22120.90",
        "Source": "Gate book",
    }


def test_what_was_left_out_is_counted(content: Content) -> None:
    """Waiting, undated, unplaced and skipped: each with its reason."""
    uncertain = content.uncertain
    assert uncertain.waiting == (("Upland", "Should the dam open?", "what it says", 1),)
    assert len(uncertain.waiting_records) == len(uncertain.undated) == 1
    assert dict(uncertain.left_out)["about none of the case's issues"] == 1
    assert uncertain.skipped == (("empty.txt", "no text"),)


def test_how_it_was_made_names_no_machine_and_no_clock(content: Content) -> None:
    """Versions, digest, thresholds, seed and the newest report; no folder and no moment."""
    rows = dict(pair for _, table in content.provenance.tables for pair in table)
    assert rows["Digest of the case's files (SHA-256)"] == "0123456789abcdef" * 4
    assert rows["Newest report"] == "2021-06-01"
    assert rows["Ledger"] == "lake.sqlite"
    assert rows["Smallest change that counts as a shift"] == "0.4"
    assert rows["Seed of the model's draws"] == "7"
    assert rows["Draws of the model"] == "2,000"
    assert rows["numpy"]
    said = str(content.provenance)
    assert "/home/anna" not in said
    assert str(date.today().year) not in said  # noqa: DTZ011 - whichever zone, the year is enough


def test_reports_are_listed_with_what_they_gave(content: Content) -> None:
    """Each report with file, date, and how many of its statements count or wait."""
    rows = {report.file: report for report in content.provenance.reports}
    assert set(rows) == {
        f"{n}.txt" for n in ("2019/first", "2019/second", "2021/third", "2021/undated")
    }
    third = rows["2021/third.txt"]
    assert (third.used, third.waiting, third.published) == (2, 1, "2021-06-01 (a weekday)")
    undated = rows["2021/undated.txt"]
    assert (undated.title, undated.published) == ("undated.txt", "no date")


def test_holders_of_claims_are_named(content: Content) -> None:
    """A holder that is one of the case's actors has its name; others stay as they are."""
    assert content.claims is not None
    assert [claim.holder for claim in content.claims] == ["a claim", "Upland"]


def test_reprints_and_notes_are_said(
    case: Case, tmp_path: Path, readings: list[tuple[Report, list[Statement]]]
) -> None:
    """A report that is a copy, or was not coded, says so in the list."""
    first = readings[0][0]
    copy = replace(readings[1][0], duplicate_of=first.id, note="not English")
    with open_ledger(tmp_path / "copies.sqlite") as opened:
        for report in (first, copy):
            opened.store(Reading(report, "k", "test", ()))
        content = ledger_content(case, opened, ledger_verdicts(opened, case))
    notes = {report.file: report.note for report in content.provenance.reports}
    assert notes == {"first.txt": "", "second.txt": "not English; a reprint of Gates to open"}


def test_an_empty_ledger_gives_a_page_that_says_nothing(case: Case, tmp_path: Path) -> None:
    """Without reports there are no answers, no claims and no seed."""
    with open_ledger(tmp_path / "empty.sqlite") as opened:
        content = ledger_content(case, opened, ledger_verdicts(opened, case))
    assert content.decided == content.undecided == ()
    assert content.paths is content.claims is None
    rows = dict(pair for _, table in content.provenance.tables for pair in table)
    assert rows["Newest report"] == "none has a date"
    assert rows["Seed"].startswith("none")
    assert content.basis == "0 reports, and 5 dated deeds from the case file"


def test_the_axis_holds_the_conflict_and_all_evidence(
    case: Case, ledger: Ledger, verdicts: list[Verdict]
) -> None:
    """From the conflict's first day, or the first deed, to the last of either."""
    content = ledger_content(case, ledger, verdicts)
    assert content.days == (date(2019, 1, 1), date(2021, 6, 1))
