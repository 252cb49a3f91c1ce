"""What a fact shows of the model's measures."""

from datetime import date

import pytest

from volteface.conflict.conflict import Conflict
from volteface.errors import UsageError
from volteface.questions.conditioning.shown import Shown, parse_shown

DAYS = (date(2011, 6, 1), date(2011, 6, 30))


def parsed(war: Conflict, text: str, days: tuple[date, date] = DAYS) -> Shown:
    """The showing, as if in line 3 of facts.toml."""
    return parse_shown(war, text, days, where="facts.toml:3", source="fact:f")


def test_a_step_an_office_a_number_and_a_vote(war: Conflict) -> None:
    """Each kind has the tolerance that is the least for it unless more is given."""
    step = parsed(war, "PAT.support=arms")
    assert (step.kind, step.value, step.tolerance, step.choices) == ("word", 2, 0.05, 4)
    office = parsed(war, "in_power.GOV = yes +- 0.1")
    assert (office.kind, office.value, office.tolerance, office.choices) == ("word", 1, 0.1, 2)
    forts = parsed(war, "GOV.forts=0.5")
    assert (forts.kind, forts.value, forts.tolerance) == ("number", 0.5, 0.06)
    vote = parsed(war, "vote.OTHER=abstain on answer")
    assert (vote.kind, vote.column, vote.value, vote.draft) == ("vote", 1, 0, 1)
    assert parsed(war, "vote.PAT=no").draft == 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("GOV.forts", "must be MEASURE=VALUE"),
        ("GOV.fort=1", "nearest: GOV.forts"),
        ("PAT.support=guns", "one of none, cover, arms, force"),
        ("in_power.GOV=2", "one of 0, 1, no, yes"),
        ("GOV.forts=half", "held against a number"),
        ("GOV.forts=0.5 +- 0.01", "the least tolerance is 0.06"),
        ("GOV.forts=0.5 +- x", "the tolerance is a number"),
        ("PAT.support=arms +- 0.01", "a coding error lies from 0.05"),
        ("toll=1000", "needs a tolerance"),
        ("toll=1000 +- 0", "above 0"),
        ("vote.PUT=no", "nearest: PAT"),
        ("vote.PAT=maybe", "yes, no or abstain"),
        ("vote.PAT=no on question", "no rival draft question"),
        ("GOV.forts=0.5 on answer", "only a vote"),
    ],
)
def test_what_is_refused(war: Conflict, text: str, said: str) -> None:
    """One line that says what is allowed."""
    with pytest.raises(UsageError) as refused:
        parsed(war, text)
    assert said in str(refused.value)


def test_what_contradicts(war: Conflict) -> None:
    """Other values on a common day do; numbers only if they lie far apart; other days never."""
    arms, cover = parsed(war, "PAT.support=arms"), parsed(war, "PAT.support=cover")
    assert arms.contradicts(cover)
    later = parsed(war, "PAT.support=cover", (date(2011, 7, 1), date(2011, 7, 2)))
    assert not arms.contradicts(later)
    assert not arms.contradicts(parsed(war, "in_power.GOV=0"))
    half = parsed(war, "GOV.forts=0.5")
    assert not half.contradicts(parsed(war, "GOV.forts=0.7"))
    assert half.contradicts(parsed(war, "GOV.forts=0.9"))
    no = parsed(war, "vote.PAT=no")
    assert not no.contradicts(parsed(war, "vote.PAT=yes on answer"))
