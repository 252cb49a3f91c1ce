import numpy as np
import pytest

from volteface.conflict.conflict import Conflict
from volteface.conflict.measures import list_channels, parse_measure
from volteface.errors import UsageError


def test_every_column_of_the_record_has_one_name(syria: Conflict) -> None:
    """The channels are the columns of the record, each once."""
    channels = list_channels(syria)
    assert sorted(channel.column for channel in channels) == list(range(syria.record.width))
    assert len({channel.name for channel in channels}) == len(channels)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("RUS.support", 2),
        ("RUS.support>=arms", 1),
        ("RUS.support > arms", 0),
        ("RUS.support=2", 1),
        ("ever RUS.support=force", 1),
        ("ever RUS.support<=cover", 1),
        ("mean RUS.support", 2),
        ("mean RUS.support<arms", 1 / 3),
    ],
)
def test_a_measure_is_read_at_its_month_or_over_the_months(
    syria: Conflict, text: str, value: float
) -> None:
    """On a path of force, cover, arms and then nothing, measured in the third month."""
    column = next(c.column for c in list_channels(syria) if c.name == "RUS.support")
    record = np.zeros((1, 4, syria.record.width))
    record[0, :, column] = [3, 1, 2, 0]
    measure = parse_measure(syria, text)
    assert measure.outcome(2)(record) == pytest.approx([value])
    assert measure.text == text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("RUS.suport", "unknown measure RUS.suport (nearest: RUS.support)"),
        ("RUS.support>=weapons", "a number or one of none, cover, arms, force"),
        ("war_over=yes", "held against a number, not yes"),
        ("sometimes war_over", "must be NAME"),
    ],
)
def test_a_measure_that_is_none_is_refused(syria: Conflict, text: str, message: str) -> None:
    """One clear line with the nearest name or the form."""
    with pytest.raises(UsageError) as error:
        parse_measure(syria, text)
    assert message in str(error.value)
