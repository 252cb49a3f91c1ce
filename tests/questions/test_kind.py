"""Built in or emergent, by test."""

import numpy as np
import pytest

from volteface.conflict.conflict import Conflict
from volteface.conflict.measures import list_channels, parse_measure
from volteface.questions.kind import equation_of, kind_of

NONE = np.zeros(10)


@pytest.mark.parametrize(
    ("rises", "falls", "finding", "kind"),
    [
        (1000, 0, "+", "built in"),
        (0, 100, "-", "built in"),
        (99, 0, "+", "emergent"),
        (999, 1, "+", "emergent"),
        (0, 0, "0", "built in"),
        (1, 0, "0", "emergent"),
        (1000, 0, None, "emergent"),
        (1000, 0, "-", "emergent"),
    ],
)
def test_one_counterexample_is_enough(
    rises: int, falls: int, finding: str | None, kind: str
) -> None:
    """And so is too little evidence that there is none."""
    wide = np.array([0.5] * rises + [-0.5] * falls + [0.0] * (1024 - rises - falls))
    assert kind_of(wide, NONE, finding) == kind  # type: ignore[arg-type]


def test_a_counterexample_in_the_cases_own_worlds_counts() -> None:
    """They are possible worlds as well."""
    wide = np.ones(1024)
    assert kind_of(wide, np.array([1.0, -1.0]), "+") == "emergent"
    assert kind_of(np.zeros(9), np.array([0.0, 1e-9]), "0") == "emergent"


def test_every_measure_has_an_equation(syria: Conflict) -> None:
    """Whatever a claim is about, the page can name what sets it."""
    for channel in list_channels(syria):
        part, _, form = equation_of(parse_measure(syria, channel.name)).partition(": ")
        assert part
        assert form


def test_an_imposed_option_ends_the_war_whatever_is_measured(syria: Conflict) -> None:
    """The casualties that cease then cease by settlement."""
    casualties = parse_measure(syria, "casualties")
    assert equation_of(casualties).startswith("Battlefield")
    imposed = equation_of(casualties, ["transition.imposed=1 from 2015-09"])
    assert imposed.startswith("Settlement")
