import pytest

from volteface.conflict.conflict import Conflict
from volteface.conflict.layout import ADD, SET, TIMES
from volteface.errors import UsageError
from volteface.questions.interventions import do, parse_intervention, parse_interventions


@pytest.mark.parametrize(
    ("text", "operation", "value", "first", "last"),
    [
        ("RUS.support=none from 2012-06", SET, 0, 15, 71),
        ("RUS.support = force", SET, 3, 0, 71),
        ("SYR-OPP.strength*=2 to 2012-06", TIMES, 2, 0, 15),
        ("RUS.pressure += 0.5 from 2012-06 to 2012-07", ADD, 0.5, 15, 16),
        ("scandal.level-=0 from 2013-01", ADD, 0, 22, 71),
        ("settlement.talks_on=yes", SET, 1, 0, 71),
        ("hostility.SYR-GOV.SYR-OPP.battles=0", SET, 0, 0, 71),
    ],
)
def test_what_is_written_is_what_is_done(
    syria: Conflict, text: str, *, operation: int, value: float, first: int, last: int
) -> None:
    """Quantity, change, value and months are read as they stand."""
    event = parse_intervention(syria, text).event
    name = text.split("=", maxsplit=1)[0].rstrip("+-* ")
    assert event.place == syria.quantities.place(name)
    assert (event.operation, event.value.numbers) == (operation, (value,))
    assert (event.first, event.last) == (first, last)


def test_do_is_the_same_in_python(syria: Conflict) -> None:
    """The function and the text give one intervention."""
    text = "RUS.support=none from 2012-06 to 2013-06"
    assert do(syria, "RUS.support", "none", "2012-06", "2013-06") == parse_intervention(syria, text)
    assert do(syria, "RUS.stake", 2.0).event.value.numbers == (2.0,)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("RUS.support", "must be QUANTITY=VALUE"),
        ("RUS.suport=none", "unknown quantity RUS.suport (nearest: RUS.support)"),
        ("RUS.support=weapons", "takes one of none, cover, arms, force, not weapons"),
        ("RUS.support=2", "takes one of none, cover, arms, force, not 2"),
        ("RUS.support+=1", "can only be set"),
        ("RUS.stake=much", "takes a number, not much"),
        ("RUS.stake=nan", "takes a number, not nan"),
        ("RUS.stake=-1", "must be at least 0"),
        ("SYR-GOV.strength=0", "must be above 0"),
        ("SYR-GOV.sees+=0.1", "can take it to 1.1"),
        ("RUS.stake=1 from 2031-01", "lies outside the run, 2011-03 to 2017-02"),
        ("RUS.stake=1 from 2012-13", "is no month"),
        ("RUS.stake=1 from 2013-01 to 2012-01", "ends before it begins"),
    ],
)
def test_what_makes_no_sense_is_refused(syria: Conflict, text: str, message: str) -> None:
    """One clear line with the nearest name or what is allowed."""
    with pytest.raises(UsageError) as error:
        parse_intervention(syria, text)
    assert message in str(error.value)


def test_interventions_must_not_contradict_each_other(syria: Conflict) -> None:
    """Two changes of one quantity in one month contradict; one after the other they do not."""
    with pytest.raises(UsageError, match="contradict"):
        parse_interventions(syria, ["RUS.stake=1 from 2012-01", "RUS.stake=2 to 2012-01"])
    apart = parse_interventions(syria, ["RUS.stake=1 to 2012-01", "RUS.stake=2 from 2012-02"])
    assert [change.event.last for change in apart] == [10, 71]
