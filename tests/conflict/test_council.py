import itertools
from collections.abc import Callable
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from volteface.case.council_schema import parse_majority
from volteface.conflict import council
from volteface.conflict.arrays import Body
from volteface.conflict.channels import CouncilSeen
from volteface.conflict.compiled_council import adoption as compiled_adoption
from volteface.conflict.load import load_conflict
from volteface.conflict.scratch import new_votes

from .conftest import two_text

probabilities = st.tuples(st.floats(0, 1), st.floats(0, 1)).map(
    lambda pair: (pair[0], pair[1] * (1 - pair[0]))
)


members_of_a_body = st.lists(
    st.tuples(probabilities, st.booleans(), st.integers(0, 3)), min_size=1, max_size=6
)
majorities = st.sampled_from([None, "1/2", "more than 1/2", "2/3", "more than 3/5"])


@settings(deadline=None)  # the first example compiles
@given(members_of_a_body, st.integers(1, 8), majorities)
def test_adoption_is_the_sum_over_all_votes(
    members: list[tuple[tuple[float, float], bool, int]], needed: int, cast: str | None
) -> None:
    """The dynamic programme, compiled or not, has the chance that counting every vote gives.

    With any weights and vetoes, whether a draft needs a number of votes or a share of those cast.
    """
    majority = None if cast is None else parse_majority(cast)
    whole = 0.0
    for votes in itertools.product("yna", repeat=len(members)):
        chance, count = 1.0, dict.fromkeys("yna", 0)
        for vote, ((yes, no), _, weight) in zip(votes, members, strict=True):
            chance *= {"y": yes, "n": no, "a": 1 - yes - no}[vote]
            count[vote] += weight
        vetoed = any(v == "n" and p for v, (_, p, _) in zip(votes, members, strict=True))
        carried = count["y"] >= needed and not vetoed
        if majority is not None and carried:
            share = Fraction(count["y"], count["y"] + count["n"])
            carried = share > majority.share or (share == majority.share and not majority.strict)
        whole += chance * carried
    body = Body(
        np.array([int(veto) for _, veto, _ in members]),
        np.array([weight for _, _, weight in members]),
        needed,
        0 if majority is None else majority.share.numerator,
        1 if majority is None else majority.share.denominator,
        int(majority is not None and majority.strict),
    )
    yes = np.array([chance[0] for chance, _, _ in members])
    no = np.array([chance[1] for chance, _, _ in members])
    found = compiled_adoption(body, yes, no, new_votes(body))
    assert found == pytest.approx(whole, abs=1e-12)
    assert council.adoption(body, yes[None], no[None])[0] == pytest.approx(whole, abs=1e-12)


BODY = """
[council]
source = "judgement"
votes = 2
draft = 0.6
noise = {noise}
band = 0.02
audience = {audience}
gain = 1
cost = 0.5
[[council.member]]
id = "P"
permanent = true
ideal = 0.5
scandal = {scandal}
[[council.member]]
id = "X"
ideal = 0.7
[[council.member]]
id = "Y"
ideal = 0.8
[scandal]
source = "judgement"
level = {level}
"""
COVER = """
[[patron]]
id = "P"
client = "GOV"
starts = "{starts}"
source = "judgement"
standing = 0
face = 1000
cover = {{ entry = 1000 }}
arms = {{ cost = 1000 }}
force = {{ cost = 1000 }}
"""


def session(run: Callable, starts: str, draws: int = 400, **parts: float) -> np.ndarray:
    """The first month's chance of adoption, share of worlds with a draft, and with one passed."""
    given_ = {"noise": 0.05, "audience": 0, "scandal": 0, "level": 0, **parts}
    more = BODY.format(**given_) + COVER.format(starts=starts)
    conflict = load_conflict(two_text(months=1, battles=0, more=more))
    _, record = run(conflict, draws)
    return np.asarray(record[:, 0, conflict.record.council :][:, : len(CouncilSeen)].mean(axis=0))


def test_cover_is_a_veto(run: Callable) -> None:
    """The same draft passes without the patron's cover and not with it."""
    free, covered = session(run, "none"), session(run, "cover")
    assert free[CouncilSeen.ADOPTION] > 0.9
    assert covered[CouncilSeen.ADOPTION] < 0.01
    assert covered[CouncilSeen.TABLED] == 0


def test_votes_are_cast_at_the_exact_chance(run: Callable) -> None:
    """The share of worlds in which a draft passes is the chance that the programme gives."""
    seen = session(run, "none", draws=5000, noise=0.5)
    chance = seen[CouncilSeen.ADOPTION]
    assert 0.05 < chance < 0.95
    tabled = session(run, "none", draws=5000, noise=0.5, audience=1, level=1)
    assert tabled[CouncilSeen.TABLED] == 1
    error = 3 * np.sqrt(chance * (1 - chance) / 5000)
    assert tabled[CouncilSeen.PASSED] == pytest.approx(chance, abs=error)


def test_a_doomed_draft_is_tabled_for_the_audience(run: Callable) -> None:
    """With outrage and an audience a draft is tabled although its veto is sure."""
    seen = session(run, "cover", audience=1, level=1)
    assert seen[CouncilSeen.TABLED] == 1
    assert seen[CouncilSeen.PASSED] == 0


def test_scandal_turns_a_no_into_abstention(run: Callable) -> None:
    """A veto power that keeps its distance from scandal lets more drafts pass."""
    calm = session(run, "cover", scandal=1, level=0)[CouncilSeen.ADOPTION]
    scandal = session(run, "cover", scandal=1, level=1)[CouncilSeen.ADOPTION]
    assert calm < 0.01
    assert scandal > 0.9
