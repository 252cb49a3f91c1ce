import re
from collections.abc import Callable
from dataclasses import replace

import lxml.html
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from volteface.report_page.content import Content
from volteface.report_page.inert import visible
from volteface.report_page.page import fragment, page
from volteface.report_page.wording import counted, signed

Everywhere = Callable[[str], Content]
Tree = lxml.html.HtmlElement

HOSTILE = (
    "<script>alert(1)</script>",
    "<svg/onload=alert(1)>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "</script><!--",
    "</style><base href=//127.0.0.1>",
    "]]><![CDATA[",
    "{{ 7 * 7 }} {% raw %}",
    "\u202egnp.exe\u2066",
    '=HYPERLINK("http://127.0.0.1/","x")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\u2028\u2029\x00\ud800\ufeff",
)


def _tree(content: Content) -> Tree:
    return lxml.html.document_fromstring(page(content))


def _shape(tree: Tree) -> list[tuple[str, tuple[str, ...]]]:
    return [(str(element.tag), tuple(sorted(element.attrib))) for element in tree.iter()]


def _sections(tree: Tree) -> list[str]:
    return [section.get("id") for section in tree.find(".//main").findall("section")]


def test_sections_stand_in_their_order(content: Content) -> None:
    """Answers first, evidence last."""
    assert _sections(_tree(content)) == [
        "answers",
        "issues",
        "contrasts",
        "paths",
        "claims",
        "uncertain",
        "made",
        "evidence",
    ]


def test_without_a_model_its_sections_are_absent(content: Content) -> None:
    """No paths and no claims: neither an empty section nor a link to one."""
    tree = _tree(replace(content, paths=None, claims=None))
    assert not {"paths", "claims"} & set(_sections(tree))
    assert not {"#paths", "#claims"} & {link.get("href") for link in tree.iter("a")}


def test_a_case_without_claims_says_so(content: Content) -> None:
    """An empty list of claims is not the same as no model."""
    tree = _tree(replace(content, claims=()))
    assert "The case lists no claims." in tree.get_element_by_id("claims").text_content()


def test_every_answer_is_read_aloud(content: Content) -> None:
    """All sentences are on the page; those that cannot be decided stand in a fold."""
    answers = _tree(content).get_element_by_id("answers")
    said = answers.text_content()
    for group in (*content.decided, *content.undecided):
        assert all(answer.sentence in said for answer in group.answers)
    folded = answers.find("details").text_content()
    assert all(a.sentence in folded for group in content.undecided for a in group.answers)


def test_answers_say_what_would_change_them(content: Content) -> None:
    """A table for each choice, with the case's own marked; and whose word it hangs on."""
    answers = [a for group in content.decided for a in group.answers]
    decided = [a for a in answers if a.behind and a.behind.strips]
    tree = _tree(content)
    strips = tree.find_class("strip")
    assert len(strips) == 3 * len(decided) > 0
    for table in strips:
        assert len(table.find_class("chosen")) == 1
    assert any(a.turns is not None for a in decided)


def test_answers_say_what_each_observation_did(content: Content) -> None:
    """Weight and pull of each, whose silence would change it, and what happened near it."""
    said = " ".join(
        " ".join(item.text_content().split())
        for item in _tree(content).get_element_by_id("answers").find_class("carriers")
    )
    found = [a.behind for group in content.decided for a in group.answers if a.behind]
    assert all(one.weights for one in found)
    assert all(one.record in content.evidence for behind in found for one in behind.near)
    for one in found:
        for weight in one.weights:
            assert f"{100 * weight.share:.0f} %{signed(weight.pull)}" in said
        for voice, observations, verdict in one.without:
            assert f"Without {voice} ({counted(observations, 'observation')}): {verdict}." in said
    assert any(one.without for one in found)
    assert any(len(one.without) < one.voices for one in found)


def test_two_sides_are_shown_apart(everywhere: Everywhere) -> None:
    """Of a gap or a disagreement."""
    sides = [p.text_content() for p in _tree(everywhere("plain")).find_class("side")]
    assert sides[:2] == ["On one side:", "On the other:"]


def test_every_link_leads_to_a_place_on_the_page(content: Content) -> None:
    """Each address is a fragment, each fragment exists, and no place has two elements."""
    tree = _tree(content)
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    links = [link.get("href") for link in tree.iter("a")]
    assert links
    assert {link[1:] for link in links} <= set(ids)
    assert all(link.startswith("#") for link in links)
    opened = {place for a in tree.iter("a") for place in (a.get("data-open") or "").split()}
    assert opened
    assert opened <= set(ids)


def test_every_record_shows_its_words_highlighted(content: Content) -> None:
    """The evidence marks exactly what was said, in the text around it."""
    tree = _tree(content)
    for record, item in content.evidence.items():
        place = tree.get_element_by_id(fragment(record))
        marked = [mark.text_content() for mark in place.iter("mark")]
        assert marked == [piece.text for piece in item.passage if piece.role == "content"]


def test_facts_are_told_from_reports(content: Content) -> None:
    """A dated fact is labelled as one, with its source, and stands apart from the reports."""
    place = _tree(content).get_element_by_id("record-fact:works-UPL-2019")
    said = place.text_content()
    assert "dated fact of the case" in said
    assert "Gate book" in said
    assert place.getparent().find("h3").text_content() == "Dated facts of the case"


def test_each_chart_has_words_and_a_table(content: Content) -> None:
    """Every chart has a label for those who do not see it, and its numbers in a table."""
    figures = list(_tree(content).iter("figure"))
    assert len(figures) == 3 + 1 + 3
    for figure in figures:
        (chart,) = figure.find_class("chart")
        assert len(chart.get("aria-label")) > 20
        assert figure.find(".//details//table") is not None


def test_marks_of_a_chart_are_rows_of_its_table(content: Content) -> None:
    """The n-th mark of a chart is the n-th link of its table: the script relies on it."""
    tree = _tree(content)
    for issue in content.issues:
        for line in issue.timelines:
            links = tree.get_element_by_id(line.anchor).xpath(".//*[contains(@class, 'marks')]//a")
            assert [link.get("data-open") for link in links] == [
                " ".join(fragment(record) for record in mark.records) for mark in line.marks
            ]


def test_the_same_content_gives_the_same_page(content: Content) -> None:
    """A second run prints the same characters."""
    assert page(content) == page(content)


@settings(max_examples=40, deadline=None)
@given(text=st.text(st.characters(exclude_categories=()), min_size=1, max_size=40))
@example(text=HOSTILE[0])
@example(text=HOSTILE[4])
def test_no_text_changes_what_the_page_is_made_of(text: str, everywhere: Everywhere) -> None:
    """Whatever stands in every text, the page has the same elements and attributes."""
    assert _shape(_tree(everywhere(text))) == _shape(_tree(everywhere("x")))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_shows_as_its_characters(text: str, everywhere: Everywhere) -> None:
    """It can be read in title, answers, evidence and tables; nothing of it runs or links."""
    tree = _tree(everywhere(text))
    shown = visible(text)
    assert tree.find(".//h1").text_content() == shown
    assert tree.find(".//blockquote//mark").text_content() == shown
    assert shown in tree.get_element_by_id("answers").text_content()
    assert all(link.get("href").startswith("#") for link in tree.iter("a"))
    assert not [name for element in tree.iter() for name in element.attrib if name.startswith("on")]
    assert len(list(tree.iter("script"))) == 5


def test_nothing_outside_the_file_is_named(content: Content) -> None:
    """No element has a source, and no style asks for a file."""
    written = page(content)
    tree = lxml.html.document_fromstring(written)
    assert not [e for e in tree.iter() if {"src", "srcset", "action", "data"} & set(e.attrib)]
    assert not list(tree.iter("link"))
    style = tree.find(".//style").text_content()
    assert not re.search(r"url\(|@import", style)
    assert "Content-Security-Policy" in written


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_a_number_that_is_none_stops_the_page(number: float, everywhere: Everywhere) -> None:
    """Not-a-number is an error, never a line on the page."""
    content = everywhere("x")
    (issue,) = content.issues
    (line,) = issue.timelines
    broken = replace(line, marks=(replace(line.marks[0], value=number),))
    with pytest.raises(ValueError, match="not JSON compliant"):
        page(replace(content, issues=(replace(issue, timelines=(broken,)),)))


@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1))
def test_places_have_plain_names(record: str) -> None:
    """Whatever an id is made of, its place's name can stand in an address as it is."""
    assert re.fullmatch(r"record-[A-Za-z0-9:/._-]+", fragment(record))


def test_an_empty_page_says_that_nothing_can_be_said(content: Content) -> None:
    """Without answers and evidence the page stands and says so."""
    bare = replace(
        content,
        tally=(),
        decided=(),
        undecided=(),
        issues=(),
        contrasts=(),
        evidence={},
        uncertain=replace(
            content.uncertain,
            waiting=(),
            waiting_records=(),
            undated=(),
            left_out=(),
            skipped=(),
        ),
    )
    tree = _tree(bare)
    assert "Nothing can be said yet" in tree.get_element_by_id("answers").text_content()
    assert "Nothing was left out." in tree.get_element_by_id("uncertain").text_content()
    assert "issues" not in _sections(tree)
