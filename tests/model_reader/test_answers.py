import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from volteface.model_reader.answers import found_in

ONE = {"content": ["a"], "sentence": 1}
TWO = {"content": ["b"], "sentence": 2}
WHOLE = json.dumps({"statements": [ONE, TWO]})


@pytest.mark.parametrize(
    "answer",
    [
        WHOLE,
        f"```json\n{WHOLE}\n```",
        f"Here you are:\n{WHOLE}\nAnything else?",
        f"<think>Is it {{1}}? [yes]</think>\n{WHOLE}",
        json.dumps([ONE, TWO]),
        json.dumps({"note": "x", "statements": [ONE, 7, TWO]}),
    ],
)
def test_json_is_found_in_what_stands_around_it(answer: str) -> None:
    """Fences, talk and thoughts are left out."""
    found = found_in(answer)
    assert found is not None
    assert found.statements == (ONE, TWO)
    assert found.whole


@settings(deadline=None)
@given(st.integers(len('{"statements": [') + 1, len(WHOLE) - 2))
def test_of_half_an_answer_the_whole_statements_count(cut: int) -> None:
    """And it is told that some may be missing."""
    found = found_in(WHOLE[:cut])
    assert found is not None
    assert not found.whole
    assert found.statements in ((), (ONE,), (ONE, TWO))


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "I cannot help with that.",
        "{",
        "null",
        "17",
        '"statements"',
        "[" * 100_000,
        "<think>forever",
    ],
)
def test_an_answer_without_statements_is_none(answer: str) -> None:
    """Whatever else it is."""
    assert found_in(answer) is None


def test_a_single_statement_need_not_be_in_a_list() -> None:
    """Small models forget it."""
    found = found_in(json.dumps(ONE))
    assert found is not None
    assert found.statements == (ONE,)


def test_none_is_an_answer() -> None:
    """A report may hold no statement."""
    found = found_in('{"statements": []}')
    assert found is not None
    assert found.statements == ()
    assert found.whole


@settings(deadline=None)
@given(st.text())
def test_no_text_breaks_it(text: str) -> None:
    """Any text is an answer or none."""
    found = found_in(text)
    assert found is None or isinstance(found.statements, tuple)
