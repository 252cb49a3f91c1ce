"""The syntax of cues, and what a thin issue lacks."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volteface.case.check import check_case
from volteface.case.cues import alternatives, cue_mistake

Breaker = Callable[..., Path]
ACTORS = {"RUS", "SYR-GOV", "NATO/West"}


@pytest.mark.parametrize(
    "cue",
    [
        "go",
        "must/should go",
        "@RUS ... arms",
        "@any/they must",
        "... must ... go ...",
        "@NATO/West will not",
        "@NATO/West/@RUS/they will not",
        "government's arms-maker",
    ],
)
def test_right_cues_have_no_mistake(cue: str) -> None:
    """Words, gaps, choices and mentions in any order."""
    assert cue_mistake(cue, ACTORS) is None


@pytest.mark.parametrize(
    ("cue", "mistake"),
    [
        ("... ...", "only gaps"),
        ("The ...", "only gaps and articles"),
        ("must/ go", '"must/" has an empty alternative'),
        ("/must go", '"/must" has an empty alternative'),
        ("must//should go", '"must//should" has an empty alternative'),
        ("/ go", '"/" has an empty alternative'),
        ("@RUSS go", "there is no actor RUSS (nearest: RUS)"),
        ("must/@xyz go", "there is no actor xyz (allowed: NATO/West, RUS, SYR-GOV, any)"),
        ("@ go", '"@": write @ and an actor id, or @any'),
        ("a@RUS go", '"a@RUS": write @ and an actor id, or @any'),
        ("must...go", 'write the gap in "must...go" as three full stops'),
        ("must \N{HORIZONTAL ELLIPSIS} go", "three full stops with spaces around them"),
        ("must .... go", 'write the gap in "...."'),
    ],
)
def test_wrong_cues_say_what_to_write(cue: str, mistake: str) -> None:
    """Empty choices, unknown actors, gaps that are none."""
    assert mistake in str(cue_mistake(cue, ACTORS))


def test_actors_that_are_not_known_are_not_judged() -> None:
    """When actors.toml cannot be read, its mistake is enough."""
    assert cue_mistake("@RUSS go", None) is None
    assert "empty" in str(cue_mistake("@RUSS/ go", None))


@given(st.lists(st.sampled_from(["go", "@RUS", "@NATO/West", "@NATO", "", "West"]), min_size=1))
def test_alternatives_keep_every_letter(choices: list[str]) -> None:
    """Joined again they are the word, and no actor id is cut in two."""
    word = "/".join(choices)
    found = alternatives(word, ACTORS)
    assert "/".join(found) == word
    assert found.count("@NATO/West") == word.split("@").count("NATO/West") + sum(
        part.startswith("NATO/West/") for part in word.split("@")
    )


def test_a_wrong_cue_is_an_error_at_its_line(broken: Breaker) -> None:
    """Also in a list over several lines."""
    folder = broken("issues.toml", '"@any ... keep him"', '"@nay ... keep him"')
    assert [str(item) for item in check_case(folder)] == [
        'issues.toml:17: cue "@nay ... keep him": there is no actor nay (nearest: any)'
    ]


@pytest.mark.parametrize(
    ("old", "new", "line"), [('"no change"', '"Must  go"', 18), ('"sit down"', '"must stay"', 27)]
)
def test_a_cue_with_two_meanings_is_a_warning(
    broken: Breaker, old: str, new: str, line: int
) -> None:
    """At both poles of an issue, or on two issues."""
    (problem,) = check_case(broken("issues.toml", old, new))
    assert (problem.severity, problem.line) == ("warning", line)
    assert "stands also in line" in problem.message


def test_a_cue_twice_at_one_pole_is_no_mistake(broken: Breaker) -> None:
    """It says the same thing twice."""
    assert check_case(broken("issues.toml", '"sit down"', '"sit down", "sit down"')) == []


def test_a_thin_issue_is_a_warning_that_says_what_it_lacks(small_case: Path) -> None:
    """Cues and examples at each pole."""
    (small_case / "issues.toml").write_text(
        "[[issue]]\nid = 'leave'\nquestion = '?'\n"
        "[issue.plus]\npole = 'x'\ncues = ['go']\nexamples = ['A.']\n"
        "[issue.minus]\npole = 'y'\ncues = []\n"
    )
    (problem,) = check_case(small_case)
    assert problem.severity == "warning"
    assert str(problem) == (
        "issues.toml:1: issue leave is thin: plus has 1 cue, minus has no cues, "
        "minus has no examples (5 cues are enough)"
    )
