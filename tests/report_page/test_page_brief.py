import io
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from volteface.report_page.brief import LINES, brief, brief_markdown
from volteface.report_page.brief_docx import brief_docx
from volteface.report_page.content import ActorAnswers, Content
from volteface.report_page.inert import visible

Everywhere = Callable[[str], Content]


def _points(content: Content) -> dict[str, tuple[str, ...]]:
    return {part.heading: part.points for part in brief(content).parts}


def test_what_moved_is_said_in_full(content: Content) -> None:
    """Shifts, gaps and the like stand with the page's own sentences."""
    moved = [a.sentence for g in content.decided for a in g.answers if a.verdict != "no shift"]
    assert moved
    assert _points(content)["What moved, and where words and deeds differ"] == tuple(moved)


def test_what_did_not_move_is_listed_by_actor(everywhere: Everywhere) -> None:
    """One point an actor, with question, channel and probability."""
    content = everywhere("x")
    (group,) = content.decided
    held = replace(group.answers[0], verdict="no shift", question="Q", channel="what it does")
    sure = replace(held, probability=None)
    group = ActorAnswers("Upland", 0, (held, sure))
    points = _points(replace(content, decided=(group,)))
    assert points["What did not move"] == (
        "Upland: Q (what it does, P = .95); Q (what it does, no probability)",
    )
    assert "What moved, and where words and deeds differ" not in points


def test_model_and_claims_are_summed_up(content: Content, everywhere: Everywhere) -> None:
    """With a model its headlines and a count of its answers; without one, neither."""
    points = _points(content)
    assert points["What the model says (2,000 draws)"] == ("the model",)
    assert points["Claims of the reports"] == (
        "Of 2 claims put to the model: 1 contradicted, 1 outside the model.",
    )
    bare = _points(replace(everywhere("x"), paths=None, claims=None))
    assert not any("model" in heading or "Claims" in heading for heading in bare)


def test_what_cannot_be_said_is_counted(content: Content) -> None:
    """By actor, with the statements that wait."""
    (said,) = _points(content)["What cannot be said"]
    assert said.startswith("Evidence is insufficient on ")
    assert said.endswith("1 statement wait for review.")
    (none,) = _points(replace(content, undecided=()))["What cannot be said"]
    assert none == "1 statement wait for review."


@pytest.mark.parametrize("number", [1, 30, 300])
def test_it_stays_one_page_and_counts_what_is_left_out(number: int, everywhere: Everywhere) -> None:
    """However much moved, the lines fit, and what did not fit is numbered."""
    content = everywhere("x")
    (group,) = content.decided
    moved = tuple(replace(group.answers[0], sentence=f"{k} " + "m" * 200) for k in range(number))
    held = tuple(replace(group.answers[0], verdict="no shift") for _ in range(3))
    groups = (ActorAnswers("x", 0, moved), *[ActorAnswers("y", 0, held)] * number)
    page = brief(replace(content, decided=groups))
    lines = [page.lead, page.foot, *(point for part in page.parts for point in part.points)]
    height = sum(-(-len(line) // 95) for line in lines) + 2 * (len(page.parts) + 1)
    assert height <= LINES
    shown = page.parts[0].points
    if number > 20:
        assert shown[-1] == f"and {number - len(shown) + 1} answers more, on the page"
    else:
        assert len(shown) == number


@given(text=st.text(st.characters(exclude_categories=()), min_size=1, max_size=30))
def test_text_does_nothing_in_markdown(text: str, everywhere: Everywhere) -> None:
    """No text adds a line, a heading, a link or a tag."""
    plain, hostile = (brief_markdown(everywhere(word)) for word in ("x", text))
    assert len(hostile.splitlines()) == len(plain.splitlines())
    heads = [[line[:2] for line in page.splitlines()] for page in (plain, hostile)]
    assert heads[0] == heads[1]


def test_the_document_holds_the_brief_and_the_same_bytes(content: Content) -> None:
    """Title, points and foot are paragraphs; a second run gives the same file."""
    written = brief_docx(content)
    page = brief(content)
    document = Document(io.BytesIO(written))
    said = [paragraph.text for paragraph in document.paragraphs]
    wanted = [page.title, page.lead]
    for part in page.parts:
        wanted += [part.heading, *part.points]
    assert said == [visible(line) for line in (*wanted, page.foot)]
    assert brief_docx(content) == written


@pytest.mark.parametrize("text", ["=1+1", "\u202egnp\x00\ud800", "<w:p>&amp;", 'HYPERLINK "x"'])
def test_text_does_nothing_in_the_document(text: str, everywhere: Everywhere) -> None:
    """Hostile text is text: no field, no link, no relation outside the file."""
    written = brief_docx(everywhere(text))
    document = Document(io.BytesIO(written))
    assert document.paragraphs[0].text == visible(text)
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        body = archive.read("word/document.xml").decode()
        relations = archive.read("word/_rels/document.xml.rels").decode()
    assert "fldChar" not in body
    assert "fldSimple" not in body
    assert "External" not in relations


def test_the_document_tells_no_time(content: Content) -> None:
    """Neither the file's properties nor its members say when it was written."""
    with zipfile.ZipFile(io.BytesIO(brief_docx(content))) as archive:
        assert {member.date_time[0] for member in archive.infolist()} == {1980}
        properties = archive.read("docProps/core.xml").decode()
    assert "created" not in properties
    assert "modified" not in properties
