from collections.abc import Callable
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from volteface.coding.reader import Reader
from volteface.coding.reading_key import reading_key
from volteface.records import Report, Statement

Read = Callable[..., tuple[Statement, ...]]
MakeReport = Callable[..., Report]

STORY = """Russia rejects military intervention

Russia rejected military intervention on Monday, Oleg Sidorov said.

Sign up to our newsletter: "Troops will stay," Paul Guerin said.

“The parties must negotiate,” he told Reuters. Russia and China vetoed the resolution."""


def test_the_same_reading_twice(reader: Reader, make_report: MakeReport) -> None:
    """The same report gives the same records, with the same ids."""
    report = make_report(STORY)
    assert reader.read(report) == reader.read(replace(report))
    assert reader.read(report)


def test_ids_follow_content(read: Read) -> None:
    """Ids differ between records, and change with the words or the date, not with the path."""
    first = read(STORY)
    assert len({s.id for s in first}) == len(first)
    assert [s.id for s in read(STORY, path="elsewhere.txt")] == [s.id for s in first]
    assert not {s.id for s in read(STORY, on="2014-07-01")} & {s.id for s in first}
    assert not {s.id for s in read(STORY + " ")} & {s.id for s in first}


def test_every_span_is_the_text(read: Read) -> None:
    """The text of a statement stands in the report at its offsets."""
    for said in read(STORY):
        assert said.text == " ".join(STORY[start:end] for start, end in said.content)


def test_removed_spans_are_never_read(reader: Reader, make_report: MakeReport) -> None:
    """What surrounds the reporting is read by nobody."""
    start = STORY.index("Sign up")
    end = STORY.index("\n", start)
    report = make_report(STORY, removed=((start, end),))
    assert any("Troops" in s.text for s in reader.read(replace(report, removed=())))
    for said in reader.read(report):
        assert all(b <= start or a >= end for a, b in said.content)


def test_headline_and_lead_are_one_message(read: Read) -> None:
    """What the lead says again points to the headline that said it first."""
    found = read(STORY, title="Russia rejects military intervention")
    headline = next(s for s in found if s.content[0][0] < len("Russia rejects military"))
    lead = [s for s in found if "on Monday" in s.text or s.repeats]
    assert lead
    assert {s.repeats for s in lead if s.issue == headline.issue} == {headline.id}
    assert headline.repeats is None


def test_notes_keep_a_report_from_being_read(reader: Reader, make_report: MakeReport) -> None:
    """A report with a note (another language) gives no statements."""
    assert reader.read(make_report(STORY, note="written in fr: kept, not coded")) == ()


def test_without_a_case(make_report: MakeReport) -> None:
    """Without a case, states and outlets are known, and issues are null with the reason."""
    text = (
        "The Kremlin said the parties should negotiate. A Turkish official told Reuters he agreed."
    )
    kremlin, official = Reader().read(make_report(text))
    assert (kremlin.actor, official.actor) == ("RUS", "TUR")
    assert official.via == ("Reuters",)
    assert kremlin.issue is None
    assert kremlin.reason


def test_key_follows_what_the_reader_is_told(reader: Reader) -> None:
    """The key changes with actors, not with thresholds."""
    case = reader.case
    limits = case.settings.thresholds.model_copy(update={"delta": 0.3})
    lenient = case.settings.model_copy(update={"thresholds": limits})
    assert reading_key(case.model_copy(update={"settings": lenient})) == reading_key(case)
    assert reading_key(case.model_copy(update={"people": ()})) != reading_key(case)


WORDS = st.sampled_from(
    [
        '"',
        "“",
        "”",
        "\u2018",
        "\u2019",
        "(",
        ")",
        "\n",
        "\n\n",
        "\u202e",
        "\x00",
        "\u00a0",
        "Sidorov",
        "Keita",
        "said",
        "that",
        "he",
        "Reuters",
        "troops",
        "must",
        "leave",
        ",",
        ".",
        "the",
        "latter",
        "Mrs",
        "مالي",
        "according to",
        "quoted",
        "as saying",
        "Malian",
        "minister",
    ]
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(WORDS, min_size=1, max_size=40))
def test_any_words_are_read(read: Read, words: list[str]) -> None:
    """Whatever the text, reading ends, and every statement stands in it at its offsets."""
    text = " ".join(words)
    for said in read(text):
        assert said.text == " ".join(text[start:end] for start, end in said.content)
        assert all(0 <= a < b <= len(text) for a, b in (*said.content, *said.speaker, *said.cue))
