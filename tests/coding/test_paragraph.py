"""Paragraphs of a report: where they begin and end, and that every offset is kept."""
# ruff: noqa: RUF001 - typographic quote marks are the matter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volteface.coding.paragraph import paragraphs
from volteface.records import Report, Span


def texts(text: str, removed: tuple[Span, ...] = ()) -> list[str]:
    """The paragraphs of a text."""
    report = Report("r", "r.txt", text, "", None, None, None, "en", removed)
    found = list(paragraphs(report))
    for paragraph in found:
        assert text[paragraph.start :].startswith(paragraph.text)
        assert len(paragraph.plain) == len(paragraph.text)
    return [paragraph.text for paragraph in found]


@pytest.mark.parametrize("blank", ["\n\n", "\r\n\r\n", "\n.\n", "\n \t\n", "\r\r", "\n . \n"])
def test_blank_lines_end_a_paragraph(blank: str) -> None:
    """A blank line, also with blanks or a lone dot on it, ends a paragraph in every line ending."""
    assert texts(f"Juba fell.{blank}Rebels fled.") == ["Juba fell.", "Rebels fled."]


def test_each_line_is_a_paragraph() -> None:
    """Lines that end a sentence, headings and items of a list are paragraphs of their own."""
    text = "Rebels leave Juba\nThe army said so.\nDemands:\n- Free the prisoners\n- Hold a vote"
    assert texts(text) == [
        "Rebels leave Juba",
        "The army said so.",
        "Demands:",
        "- Free the prisoners",
        "- Hold a vote",
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_wrapped_lines_are_one_paragraph(end: str) -> None:
    """Text wrapped at a width is joined, also where a line happens to end a sentence."""
    lines = [
        "The army of the republic said on Tuesday that it had retaken the",
        "town of Kidal in the north. Rebels who had held the place since",
        "March left in the night, residents said, and nobody was hurt now.",
        "The UN mission had no word.",
    ]
    assert texts(end.join(lines)) == [end.join(lines)]


def test_a_long_heading_is_not_joined_to_the_lead() -> None:
    """A headline without a full stop stays apart from the long lead in the next line."""
    head = "Colombia's government and ELN rebels agree to extend the ceasefire by six months"
    lead = (
        "The government of Colombia and the rebels of the National Liberation Army agreed on "
        "Friday to extend the truce, both sides said."
    )
    assert texts(f"{head}\n{lead}") == [head, lead]


@pytest.mark.parametrize(
    "dateline",
    [
        "KYIV, Ukraine (AP) — ",
        "BOGOTÁ (Reuters) - ",
        "WASHINGTON, Nov. 28 (Xinhua) -- ",
        "UNITED NATIONS – ",
        "Bamako (AFP) – ",
        "LONDON/BELFAST, May 3, 1998 (Reuters) - ",
    ],
)
def test_datelines_are_cut(dateline: str) -> None:
    """Place, day and agency before a dash are no reporting."""
    assert texts(f"{dateline}The army left.") == ["The army left."]
    assert texts(f"{dateline}“We left,” he said.") == ["“We left,” he said."]


@pytest.mark.parametrize(
    "text",
    [
        "NATO – which leads the mission – said no.",
        "UN -- Envoys met.",
        "Khartoum – the capital – was calm.",
        "The army (SAF) - once strong - left.",
    ],
)
def test_asides_are_not_datelines(text: str) -> None:
    """A dash that opens an aside, or behind an abbreviation, cuts nothing."""
    assert texts(text) == [text]


def test_removed_spans_are_left_out() -> None:
    """What was removed as no reporting ends a paragraph and is never part of one."""
    text = "Juba fell. SIGN UP NOW Rebels fled."
    start = text.index("SIGN")
    end = text.index(" Rebels")
    assert texts(text, ((start, end),)) == ["Juba fell.", "Rebels fled."]
    assert texts(text, ((0, 15), (11, end))) == ["Rebels fled."]
    assert texts(text, ((0, len(text)),)) == []


def test_long_paragraphs_are_cut_at_sentences() -> None:
    """What is too long for the parser is cut behind a sentence, else at a space, else anywhere."""
    sentence = "The rebels of the north said that they would not leave the town. "
    parts = texts(sentence * 200)
    assert len(parts) > 1
    assert all(part.endswith("town.") for part in parts)
    assert " ".join(parts) == (sentence * 200).strip()
    assert all(part.endswith("word") for part in texts("word " * 3000))
    assert "".join(texts("x" * 9000)) == "x" * 9000


def test_plain_text_has_plain_marks() -> None:
    """The parser's copy has plain spaces, quote marks and hyphens at the same places."""
    text = "“No\u00a0way,”\u2009he\u202fsaid ‘once’ «now» „then“ non\u2011stop."
    (paragraph,) = paragraphs(Report("r", "r.txt", text, "", None, None, None, "en"))
    assert paragraph.plain == '"No way," he said \'once\' "now" "then" non-stop.'


@given(
    st.text(alphabet=st.sampled_from(list("aB.! \n\r\t\u2028—(),-“'")), max_size=200),
    st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), max_size=3),
)
def test_offsets_are_kept(text: str, cuts: list[Span]) -> None:
    """Paragraphs are slices of the text in order, outside what was removed, with words in them."""
    size = len(text)
    removed = tuple((min(a, b, size), min(max(a, b), size)) for a, b in cuts)
    report = Report("r", "r.txt", text, "", None, None, None, "en", removed)
    last = 0
    for paragraph in paragraphs(report):
        end = paragraph.start + len(paragraph.text)
        assert last <= paragraph.start < end <= len(text)
        assert text[paragraph.start : end] == paragraph.text
        assert len(paragraph.plain) == len(paragraph.text)
        assert any(character.isalnum() for character in paragraph.text)
        assert not any(max(s, paragraph.start) < min(e, end) for s, e in removed)
        last = end


@given(st.text(alphabet=st.sampled_from(list("abc. \n")), max_size=200))
def test_no_word_is_lost(text: str) -> None:
    """Every letter of the report is in a paragraph."""
    kept = "".join(texts(text))
    assert [c for c in kept if c.isalnum()] == [c for c in text if c.isalnum()]
