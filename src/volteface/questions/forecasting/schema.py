"""What may stand in a file of questions, as pydantic models (docs/questions.md)."""

from datetime import date
from typing import Annotated

from pydantic import Field

from volteface.case.schema import Probability, Strict, Text

ANNULLED, AMBIGUOUS = "annulled", "ambiguous"
"""Outcomes that are none of the options: the question fell away, or nobody can say."""
OTHERWISE = "otherwise"
"""The measure of the option that is what the others leave."""


class Option(Strict):
    """One of the answers. ``[[question.option]]``."""

    name: Text
    measure: Text | tuple[Text, ...] | None = None
    """What holds in a world where this is the answer; several: all of them; "otherwise": none of
    the other options."""
    from_: Annotated[date | None, Field(alias="from")] = None
    """With ``newly``: the first day on which it may come to hold; left out: the opening."""
    to: date | None = None
    """With ``newly``: the last day; left out: the closing."""


class Question(Strict):
    """A dated question with options of which one comes true. ``[[question]]``."""

    id: Text
    text: Text
    criterion: Text
    """What settles it, and by whose word."""
    opened: date
    closes: date
    options: Annotated[tuple[Option, ...], Field(alias="option", min_length=2)]
    status_quo: Text | None = None
    """The option that holds if nothing changes."""
    given: Text | None = None
    """What must hold at the closing for the question to stand."""
    base_rate: dict[str, Probability] | None = None
    """How often each option comes true in questions of this kind, where that is known."""
    unmodelled: Text | None = None
    """Why the model cannot speak to it."""
    outcome: Text | None = None
    """The option that came true, "annulled" or "ambiguous"."""


class QuestionsFile(Strict):
    """A file of questions."""

    questions: Annotated[tuple[Question, ...], Field(alias="question", min_length=1)]
