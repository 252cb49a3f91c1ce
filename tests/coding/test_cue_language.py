import pytest

from volteface.coding.cue_language import parse_cue
from volteface.errors import CaseError

ACTORS = {"FRA", "NATO/West"}


def test_gap_and_choice() -> None:
    """Three full stops make a gap, a slash a choice, and each word matches by its base forms."""
    cue = parse_cue("sent ... troops/soldiers", ACTORS)
    assert [place.gap for place in cue.places] == [False, True]
    assert "send" in cue.places[0].choices[0].words[0]
    assert [min(choice.words[0]) for choice in cue.places[1].choices] == ["troop", "soldier"]


def test_names_with_slashes_and_choices_between_names_and_words() -> None:
    """An actor's id may hold a slash, and names and words may stand for each other."""
    (place,) = parse_cue("@NATO/West/@FRA/alliance", ACTORS).places
    assert [choice.actor for choice in place.choices] == ["NATO/West", "FRA", None]


def test_articles_and_hyphens_say_nothing() -> None:
    """A cue with articles and hyphens reads like one without."""
    plain, dressed = parse_cue("share power", ()), parse_cue("share the power", ())
    assert plain.places == dressed.places
    assert len(parse_cue("power-sharing", ()).places[0].choices[0].words) == 2


def test_gaps_at_the_ends_are_dropped() -> None:
    """A gap before the first or after the last word means nothing."""
    assert parse_cue("... resign ...", ()).places == parse_cue("resign", ()).places


@pytest.mark.parametrize(
    ("cue", "wrong"),
    [("... the", "no word in it"), ("arm @GBR", "@GBR is no actor of the case")],
)
def test_unreadable_cues(cue: str, wrong: str) -> None:
    """A cue without words or with an unknown actor is refused in one line that quotes it."""
    with pytest.raises(CaseError, match=wrong) as error:
        parse_cue(cue, ACTORS)
    assert f'"{cue}"' in str(error.value)
