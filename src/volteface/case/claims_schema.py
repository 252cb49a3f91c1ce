"""What may stand in claims.toml, as pydantic models: what somebody says of how the conflict works.

A claim either asks the model a question (``do`` or ``against``, ``measure``, ``by``, ``expect``) or
says why it cannot (``unmodelled``). Names of quantities are checked where the model is known
(:mod:`volteface.questions.claims`).
"""

import re
from datetime import date
from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from volteface.case.schema import Identifier, Strict, Text

Sign: TypeAlias = Literal["+", "-", "0"]

_REPORT = re.compile(r"r-[0-9a-f]{16}")
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


def _when(written: object) -> object:
    """A day as TOML gives it, or a month in quotes, as ISO 8601 text."""
    if type(written) is date:
        return written.isoformat()
    if isinstance(written, str) and _MONTH.fullmatch(written):
        return written
    raise _wrong('must be a date such as 2012-05-31 or a month in quotes, "2012-05"')


def _month(written: object) -> object:
    if isinstance(written, str) and _MONTH.fullmatch(written):
        return written
    raise _wrong('must be a month in quotes, such as "2016-12"')


def _report(written: object) -> object:
    if isinstance(written, str) and _REPORT.fullmatch(written):
        return written
    raise _wrong("must be a report's id, r- and 16 of 0-9 and a-f")


def _wrong(message: str) -> PydanticCustomError:
    return PydanticCustomError("claim", "{message}", {"message": message})


class Claim(Strict):
    """A causal, conditional or counterfactual assertion. ``[[claim]]``, explained in claims.md."""

    id: Identifier
    text: Text
    """What is claimed, in the analyst's own words."""
    holder: Text
    """Whose claim it is: a person, an actor's id, "analyst" for the report's writer."""
    outlet: Text
    """Who printed it; "not named" where the report does not say."""
    date: Annotated[str, BeforeValidator(_when)]
    """When it was printed: a day, or a month where no more is known; ISO 8601."""
    report: Annotated[str, BeforeValidator(_report)] | None = None
    """The id that the ledger gives that report."""
    endorsed: bool
    """False where the report rejects the claim."""
    do: tuple[Text, ...] = ()
    """The interventions whose effect is claimed, as ``whatif --do`` takes them."""
    given: tuple[Text, ...] = ()
    """What holds both with and without them."""
    measure: Text | None = None
    """The measure that the claim is about, as ``whatif --measure`` takes it."""
    by: Annotated[str, BeforeValidator(_month)] | None = None
    """The month in which it is measured."""
    expect: Sign | None = None
    """How ``do`` moves the measure, or on which side of ``against`` it lies, for the holder."""
    against: float | None = None
    """For a claim without ``do``: the number that the measure is compared with."""
    unmodelled: Text | None = None
    """Why the model has no quantity for the claim."""


class ClaimsFile(Strict):
    """claims.toml."""

    claims: Annotated[tuple[Claim, ...], Field(alias="claim")] = ()
