"""Claims as the page shows them, from the rows that ``volteface claims --json`` prints."""

import math
from collections.abc import Iterable, Mapping
from typing import Any

from volteface.report_page.content import Claim


def claims_of(rows: Iterable[Mapping[str, Any]]) -> tuple[Claim, ...]:
    """The rows in their order; one that the model has no quantity for gets no answer.

    Raises:
        ValueError: a number is not finite; names the claim.
    """
    return tuple(_claim(row) for row in rows)


def _claim(row: Mapping[str, Any]) -> Claim:
    interval = row.get("interval")
    numbers = [row.get("probability"), row.get("sign_share"), *(interval or ())]
    if not all(math.isfinite(number) for number in numbers if number is not None):
        raise ValueError(f"claim {row['id']}: a number is not finite")
    return Claim(
        id=row["id"],
        text=row["text"],
        holder=row["holder"],
        outlet=row["source"]["outlet"],
        date=str(row["source"]["date"]),
        report=row.get("report"),
        endorsed=row["endorsed"],
        answer=None if row.get("unmodelled") else row.get("answer"),
        probability=row.get("probability"),
        interval=(interval[0], interval[1]) if interval else None,
        sign_share=row.get("sign_share"),
        flips=tuple(row.get("flips") or ()),
        kind=row.get("kind"),
        equation=row.get("equation"),
        unmodelled=row.get("unmodelled"),
    )
