"""How far coders agree on statements, field by field, and on which records they do not."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from volteface.errors import UsageError
from volteface.records import Statement
from volteface.review.alpha import PAIR, Alpha, Level, alpha
from volteface.review.codings import Codings, Word

_Value = Callable[[Statement], Hashable]


class Compared(NamedTuple):
    """A field that is compared: how it is measured and what a statement has there.

    None is a value of its own (nobody, none of the issues) unless ``skips_none``; ``of_one_issue``
    fields are compared where all coders found the same issue.
    """

    name: str
    level: Level
    value: _Value
    skips_none: bool = False
    of_one_issue: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """A field of a record on which coders differ: what each says, in words."""

    record: str
    field: str
    said: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far some coders agree: alpha by field, and where they differ.

    ``alone`` counts the statements that only one of them has coded, by coder.
    """

    coders: tuple[str, ...]
    alphas: Mapping[str, Alpha]
    differences: tuple[Difference, ...]
    alone: Mapping[str, int]


def _middle(one: Statement) -> Hashable:
    when = one.said_on
    return None if when is None else (when.earliest.toordinal() + when.latest.toordinal()) / 2


def _side(one: Statement) -> Hashable:
    stance = one.stance
    return None if stance is None else (stance > 0) - (stance < 0)


FIELDS = (
    Compared("speaker", "nominal", lambda one: one.person),
    Compared("actor", "nominal", lambda one: one.actor),
    Compared("issue", "nominal", lambda one: one.issue),
    Compared("side", "nominal", _side, skips_none=True, of_one_issue=True),
    Compared("stance", "interval", lambda one: one.stance, skips_none=True, of_one_issue=True),
    Compared("register", "nominal", lambda one: one.register),
    Compared("said_on", "interval", _middle, skips_none=True),
    Compared("endorsed", "nominal", lambda one: one.endorsed),
)
"""``said_on`` is compared by the middle of its days."""


def agreement(found: Codings, coders: Sequence[str] | None = None) -> Agreement:
    """The agreement of some coders, or of all people and readers beside the machine.

    Where that leaves fewer than two, the machine is one of them.

    Args:
        found: What each says.
        coders: Whose agreement; two or more.

    Raises:
        UsageError: one of them has coded nothing, or there are fewer than two.
    """
    chosen = tuple(coders) if coders is not None else _usual(found)
    known = {*found.people, *found.readers, *([found.machine] if found.machine else [])}
    missing = [name for name in chosen if name not in known]
    if missing or len(chosen) < PAIR:
        there = ", ".join(sorted(known)) or "nobody"
        wrong = f"{', '.join(missing)} has coded nothing" if missing else "two coders are needed"
        raise UsageError(f"{wrong} (who has: {there}); code with volteface review --coder NAME")
    words = {
        unit: {name: said[name] for name in chosen if name in said}
        for unit, said in found.words.items()
    }
    both = {unit: said for unit, said in words.items() if len(said) >= PAIR}
    alphas: dict[str, Alpha] = {}
    differences: list[Difference] = []
    kept = {
        unit: {name: word is not None for name, word in said.items()} for unit, said in both.items()
    }
    _compare("statement", "nominal", kept, alphas, differences)
    for field in FIELDS:
        values = {unit: _values(field, said) for unit, said in both.items()}
        _compare(field.name, field.level, values, alphas, differences)
    alone = {
        name: sum(len(said) == 1 and name in said for said in words.values()) for name in chosen
    }
    return Agreement(chosen, alphas, tuple(sorted(differences, key=_order)), alone)


def _usual(found: Codings) -> tuple[str, ...]:
    others = (*found.people, *found.readers)
    return others if len(others) >= PAIR or not found.machine else (found.machine, *others)


def _values(field: Compared, said: Mapping[str, Word]) -> dict[str, Hashable]:
    """What each coder who sees a statement there says of one field."""
    seen = {name: word for name, word in said.items() if word is not None}
    if field.of_one_issue and len({word.issue for word in seen.values()}) != 1:
        return {}
    values = {name: field.value(word) for name, word in seen.items()}
    return {name: v for name, v in values.items() if v is not None or not field.skips_none}


def _compare(
    name: str,
    level: Level,
    values: Mapping[str, Mapping[str, Hashable]],
    alphas: dict[str, Alpha],
    differences: list[Difference],
) -> None:
    found = alpha([list(said.values()) for said in values.values()], level)
    if found is not None:
        alphas[name] = found
    for unit, said in values.items():
        if len(set(said.values())) > 1:
            told = {coder: _plain(name, value) for coder, value in said.items()}
            differences.append(Difference(unit, name, told))


def _plain(name: str, value: Hashable) -> str:
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if name == "said_on" and isinstance(value, float):
        return str(date.fromordinal(round(value)))
    return f"{value:+.2f}" if isinstance(value, float) else str(value)


def _order(one: Difference) -> tuple[str, str]:
    return one.record, one.field
