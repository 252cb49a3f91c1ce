"""From a draft and a decision to a statement."""

from collections.abc import Callable

from volteface.coding.draft import Draft
from volteface.coding.recorded import statement_of
from volteface.coding.stance import Decision
from volteface.records import Candidate, Report

TEXT = 'A first paragraph.\n\n"We will stay," said Sy, "whatever comes."'
START = TEXT.index('"')
DRAFT = Draft(
    paragraph=1,
    voice="attributed",
    content=((1, 13), (26, 41)),
    speaker=((TEXT.index("Sy"), TEXT.index("Sy") + 2),),
    cue=((16, 20),),
    clause=(0, 41),
    kind="direct",
    register="stated",
    person=None,
    actor="MLI",
    role=None,
    about=None,
    addressee=None,
    via=(),
    endorsed=True,
    said_on=None,
    names=(),
)


def test_words_stand_where_the_report_has_them(make_report: Callable[..., Report]) -> None:
    """Offsets of the paragraph become the report's, and the text is what stands there."""
    made = statement_of(make_report(TEXT), START, DRAFT, None)
    assert [TEXT[start:end] for start, end in made.content] == ["We will stay", "whatever comes."]
    assert made.text == "We will stay whatever comes."
    assert [TEXT[start:end] for start, end in (*made.cue, *made.speaker)] == ["said", "Sy"]


def test_decision(make_report: Callable[..., Report]) -> None:
    """The first reading gives issue and stance; without a decision there is none, and no trust."""
    readings = (Candidate("stay", 0.8, 0.9), Candidate(None, None, 0.1))
    decided = statement_of(make_report(TEXT), START, DRAFT, Decision(readings, 0.85, "cue"))
    assert (decided.issue, decided.stance, decided.confidence) == ("stay", 0.8, 0.85)
    assert decided.candidates == readings
    bare = statement_of(make_report(TEXT), START, DRAFT, None)
    assert (bare.issue, bare.stance, bare.confidence) == (None, None, 0.0)
    assert bare.utterance == decided.utterance
