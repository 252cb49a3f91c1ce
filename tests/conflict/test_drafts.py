"""Drafts put to a month's Council."""

import numpy as np
import pytest

from volteface.conflict.channels import CouncilSeen
from volteface.conflict.conflict import Conflict
from volteface.conflict.drafts import chance_of, drafts_at, strongest_draft
from volteface.conflict.load import load_conflict
from volteface.conflict.moment import look

from .conftest import two_text

BODY = """
[council]
source = "judgement"
votes = 2
draft = 0.3
noise = 1e-4
band = 0.02
cost = 0
gain = 1
{members}
"""


def body(*ideals: float) -> Conflict:
    """A Council whose members all but surely vote by their ideals; two votes are enough."""
    members = "".join(
        f'[[council.member]]\nid = "M{n}"\nideal = {x}\n' for n, x in enumerate(ideals)
    )
    return load_conflict(two_text(months=1, battles=0, more=BODY.format(members=members)))


def test_the_strongest_draft_is_what_the_member_needed_still_prefers() -> None:
    """That of the second keenest: it takes x^2 - (d - x)^2 above the band of abstention."""
    moment = look(body(0.5, 0.9, 0.1), 0, draws=2)
    exact = 0.5 + np.sqrt(0.25 - 0.02)  # (d - x)^2 = x^2 - band
    assert strongest_draft(moment) == pytest.approx(exact, abs=1e-4)


def test_where_too_few_want_any_pressure_no_draft_passes() -> None:
    """Not a number, rather than a draft of no pressure."""
    assert np.isnan(strongest_draft(look(body(0.9, 0.0, -0.2), 0, draws=2))).all()


def test_the_chance_of_the_draft_is_that_of_the_month(everything: Conflict) -> None:
    """In worlds where nothing moves before the vote the Council's own draft has its own chance."""
    conflict = body(0.5, 0.9, 0.1)
    moment = look(conflict, 0, draws=4)
    asks = np.full(4, 0.3)
    column = CouncilSeen.ADOPTION
    assert np.array_equal(chance_of(moment, asks), moment.seen.session.adoption[:, column])
    drafts = drafts_at(look(everything, 3, draws=16))
    assert [draft.id for draft in drafts] == ["council", "counter", "mild"]
    assert drafts[2].title == "a mild draft"
    assert all(0 <= draft.adoption <= 1 for draft in drafts)
