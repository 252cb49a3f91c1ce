"""Files as other programs write them: what is right becomes a coder's reading, the rest is said."""

from pathlib import Path
from typing import Any

import pytest

from volteface.errors import UsageError
from volteface.formats.detect import detect
from volteface.ledger import open_ledger
from volteface.records import Event, Report, Statement

SAMPLES = Path(__file__).with_name("samples")
WORDS = "We keep the garrison; it is ours."


def coded(place: Path) -> list[Statement]:
    """What the coder's reading of a file made, in the order of the text."""
    with open_ledger(place) as ledger:
        found = [each for each in ledger.statements() if each.reason == "coded by anna"]
    return sorted(found, key=lambda each: each.content)


def happened(place: Path) -> list[Event]:
    """The events of the ledger."""
    with open_ledger(place) as ledger:
        return list(ledger.events())


def lines(brought: Any) -> dict[int, str]:  # noqa: ANN401
    """What was wrong, by line."""
    return {fault.line: fault.words for fault in brought.faults}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("dna3.csv", "dna"), ("table.csv", "csv"), ("ftm.csv", "ftm"), ("doccano.jsonl", "doccano"),
        ("doccano-relations.jsonl", "doccano"), ("label-studio.json", "label-studio"),
        ("annotations.jsonld", "annotations"), ("plover.jsonl", "plover"),
    ],
)  # fmt: skip
def test_format_is_told(name: str, kind: str) -> None:
    """Each program's file is known by how it looks."""
    assert detect(SAMPLES / name) == kind


def test_dna(place: Path, report: Report, trip: Any) -> None:  # noqa: ANN401
    """An event list of DNA, in which semicolons and quotation marks are changed."""
    brought = trip.take_in(place, SAMPLES / "dna3.csv", "dna", "anna")
    first, second = coded(place)
    assert report.text[slice(*first.content[0])] == first.text == WORDS
    assert (first.person, first.actor, first.issue, first.stance) == (
        "Mara Venn", "UPL", "garrison", 0.7,
    )  # fmt: skip
    assert (first.kind, first.register, first.confidence) == ("direct", "stated", 1.0)
    assert (second.actor, second.stance, second.kind) == ("LOW", -0.7, "indirect")
    assert lines(brought) == {
        4: 'the words "the garrison must stay for ever" are not in the report',
        5: 'no actor "Lowlund" in the case (nearest: Lowland)',
        6: 'no report "Another story" in the ledger',
        7: 'no issue "The tolls should go." in the case (allowed: garrison)',
    }


def test_table(place: Path, trip: Any) -> None:  # noqa: ANN401
    """A table with names of columns of its own; a person's office says the actor."""
    brought = trip.take_in(place, SAMPLES / "table.csv", "csv", "anna")
    first, second = coded(place)
    assert (first.person, first.actor, first.stance) == ("Mara Venn", "UPL", 0.7)
    assert first.said_on is not None
    assert first.said_on.earliest.isoformat() == "2012-05-29"
    assert (second.actor, second.issue, second.stance) == ("LOW", "garrison", -0.7)
    assert second.said_on is not None
    assert second.said_on.basis == "the week up to publication"
    assert lines(brought) == {
        4: 'agreement is "perhaps": write yes or no',
        5: '"some day" is no date: write 2012-05-31',
        6: "6 cells where the first line has 7",
        7: "on which side of garrison it stands is not said",
    }


def test_annotations(place: Path, trip: Any) -> None:  # noqa: ANN401
    """Web Annotations with quotations or positions; other bodies than tags are left alone."""
    brought = trip.take_in(place, SAMPLES / "annotations.jsonld", "annotations", "anna")
    first, second = coded(place)
    assert (first.text, first.person, first.actor, first.stance) == (WORDS, "Mara Venn", "UPL", 0.7)
    assert (second.text, second.actor, second.stance) == (
        "the garrison must leave the valley", "LOW", -0.7,
    )  # fmt: skip
    assert lines(brought) == {
        3: 'the words "garrison" stand 2 times in the report: give their start and end',
        4: 'no report "other.txt" in the ledger',
        5: 'the case knows no issue, actor or person "Nobody Known"',
    }


def test_doccano(place: Path, trip: Any) -> None:  # noqa: ANN401
    """Triples of doccano; a text that the ledger does not have comes in with them."""
    brought = trip.take_in(place, SAMPLES / "doccano.jsonl", "doccano", "anna")
    assert [(each.text, each.stance) for each in coded(place)] == [
        ("Upland keeps the garrison", 0.7),
        (WORDS, 0.7),
        ("the garrison must leave the valley", -0.7),
    ]
    assert brought.tally.new_reports == 1
    assert list(lines(brought)) == [2]
    with open_ledger(place) as ledger:
        assert sorted(each.path for each in ledger.reports()) == ["doccano.jsonl#3", "gate.txt"]


def test_doccano_with_relations(place: Path, trip: Any) -> None:  # noqa: ANN401
    """Entities of doccano, with the speaker tied to what was said."""
    brought = trip.take_in(place, SAMPLES / "doccano-relations.jsonl", "doccano", "anna")
    first, second = coded(place)
    assert first.speaker == ((25, 51),)
    assert (second.actor, second.stance) == ("LOW", -0.7)
    assert {fault.words for fault in brought.faults} == {
        'the case knows no issue, actor or person "tolls"',
        "900-910 is not inside the text of 212",
    }


def test_label_studio(place: Path, trip: Any) -> None:  # noqa: ANN401
    """Regions of Label Studio, one of them counted in UTF-16 units, and a task without a text."""
    brought = trip.take_in(place, SAMPLES / "label-studio.json", "label-studio", "anna")
    found = coded(place)
    assert found[0].speaker == ((25, 51),)
    assert [each.text for each in found] == [WORDS, "before the harvest"]
    assert list(lines(brought)) == [2]


def test_plover(place: Path, trip: Any) -> None:  # noqa: ANN401
    """Records of PLOVER in the older and the newer spelling."""
    brought = trip.take_in(place, SAMPLES / "plover.jsonl", "plover", "anna")
    first, second = happened(place)
    assert {first.type, second.type} == {"REJECT"}
    assert {first.actors, second.actors} == {("LOW",)}
    assert {first.recipients, second.recipients} == {("UPL",)}
    assert {each.place for each in (first, second)} == {None, "the valley"}
    assert {tuple(n.value for n in each.numbers) for each in (first, second)} == {(), (3,)}
    assert list(lines(brought)) == [3, 4, 5, 6]
    assert lines(brought)[3].startswith('no event type "DEMAND" (allowed: AGREE')
    assert lines(brought)[5] == "no event type: name it event"


def test_follow_the_money(place: Path, trip: Any) -> None:  # noqa: ANN401
    """Notes on an article, in rows of FollowTheMoney."""
    brought = trip.take_in(place, SAMPLES / "ftm.csv", "ftm", "anna")
    (found,) = coded(place)
    assert (found.text, found.actor, found.stance) == (WORDS, "UPL", 0.7)
    assert list(lines(brought).values()) == ["is a note on no article that stands before it"]


def test_again_changes_nothing(place: Path, trip: Any) -> None:  # noqa: ANN401
    """A file that is read twice is one reading; the coder's next one takes its place."""
    for name in ("dna3.csv", "dna3.csv"):
        trip.take_in(place, SAMPLES / name, "dna", "anna")
        assert len(coded(place)) == 2
    trip.take_in(place, SAMPLES / "ftm.csv", "ftm", "anna")
    assert [each.text for each in coded(place)] == [WORDS]


def test_needs_a_coder(place: Path, trip: Any) -> None:  # noqa: ANN401
    """What others have coded is nobody's until somebody is named; then nothing is stored."""
    before = trip.holdings(place)
    with pytest.raises(UsageError, match="say by whom with --coder"):
        trip.take_in(place, SAMPLES / "dna3.csv", "dna")
    with pytest.raises(UsageError, match="is the machine's own name"):
        trip.take_in(place, SAMPLES / "dna3.csv", "dna", "volteface/valley")
    assert trip.holdings(place) == before


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str, place: Path, tmp_path: Path, trip: Any) -> None:  # noqa: ANN401
    """Tables come from programs that write other encodings than UTF-8."""
    table = tmp_path / "table.csv"
    rows = ["path;quote;organisation;issue;agreement;note"]
    rows += [f"gate.txt;“{WORDS}”;Upland;garrison;yes;naïve café “déjà vu”"] * 3
    quoted = [row.replace("“We", '"We').replace("ours.”;", 'ours.";') for row in rows]
    table.write_text("\n".join(quoted), encoding=encoding)
    assert trip.take_in(place, table, "csv", "anna").faults == ()
    assert [each.text for each in coded(place)] == [WORDS]
