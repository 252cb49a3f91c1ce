"""Fit what signs of a register are worth, and write it to the package.

Usage, from the root of the project: ``.venv/bin/python evaluation/coding/registers_fit.py
[--held-out]``. The weights are fitted on the short texts of ``registers/fitted`` and on the
conflicts of ``tuned``. What is printed is measured on each war with weights fitted on the others;
``--held-out`` reads ``registers/held_out`` too, by which nothing is fitted.
"""

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from gold import Conflict, conflicts
from marked import War, wars

from volteface.coding import register_choice
from volteface.coding.learnt import NOTHING
from volteface.coding.register_choice import REGISTERS, Weights, chosen, fitted
from volteface.coding.spans import SpanCoder
from volteface.coding.strangers import observers_actor
from volteface.records import Register

TARGET = Path(register_choice.__file__).with_name("register_weights.toml")
LEAST = 0.05
"""Signs whose weights are all nearer to zero are left out."""
SHARES: Mapping[Register, float] = {
    "stated": 0.62,
    "conduct": 0.18,
    "imputed": 0.12,
    "absence": 0.06,
    "reported": 0.02,
}
"""How common each register is in whole articles; the short texts have more of the rare ones."""
EXPECTED: Weights = {"others say": (0.0, 0.0, 12.0, 0.0, 0.0)}
"""Where weights start, as too few statements show it: what some who are not named say is told."""
UNNAMED = 0.1
"""How much a writer's reading of somebody counts a second time, as if the writer were not given."""


@dataclass(frozen=True, slots=True)
class Known:
    """The signs and the register of a statement.

    ``counts`` is how much it counts in a fit; what is not ``measured`` only counts there.
    """

    signs: tuple[str, ...]
    register: Register
    counts: float = 1.0
    measured: bool = True


def known() -> dict[str, list[Known]]:
    """What the weights are fitted on, by war.

    A statement of the short texts counts with the square root of its register's share in articles
    over that in the texts: half way to what is common.
    """
    short = wars("fitted")
    found = {war.name: _told(war) for war in short}
    have = Counter(register for told in found.values() for _, register in told)
    total = sum(have.values())
    counts = {r: (SHARES[r] * total / have[r]) ** 0.5 for r in REGISTERS}
    sets = {
        name: [Known(signs, register, counts[register]) for signs, register in told]
        for name, told in found.items()
    }
    for war in short:
        sets[war.name] += [
            Known(signs, register, UNNAMED * counts[register], measured=False)
            for signs, register in _told(war, unnamed=True)
        ]
    for conflict in conflicts("tuned"):
        sets[conflict.name] = [Known(signs, register) for signs, register in _told(conflict)]
    return sets


def weights_of(statements: Sequence[Known]) -> Weights:
    """The most probable weights, rounded; signs that are worth next to nothing are left out."""
    pairs = [(one.signs, one.register) for one in statements]
    found = fitted(pairs, EXPECTED, [one.counts for one in statements])
    return {
        sign: tuple(round(value, 2) for value in row)
        for sign, row in found.items()
        if max(map(abs, row)) >= LEAST
    }


def _told(
    source: War | Conflict, *, unnamed: bool = False
) -> list[tuple[tuple[str, ...], Register]]:
    """Signs and register of every statement; the signs do not depend on any weights.

    Args:
        source: Texts with statements.
        unnamed: Only what writers tell as observers, as if it were not said who tells it.
    """
    coder = SpanCoder(source.case, NOTHING, registers={})
    observers = observers_actor(source.case)
    found = []
    for text in source.texts:
        pairs = [(one.given, one.register) for one in text.statements]
        if unnamed:
            pairs = [
                (replace(given, actor=None), register)
                for given, register in pairs
                if given.actor == observers and not given.attributed
            ]
        read = coder.passages(text.report, [given for given, _ in pairs])
        found += [
            (told.signs, register) for (_, register), (_, told, _) in zip(pairs, read, strict=True)
        ]
    return found


def _line(name: str, outcomes: Sequence[tuple[Register, Register]]) -> str:
    right = Counter(wanted for wanted, given in outcomes if wanted == given)
    have = Counter(wanted for wanted, _ in outcomes)
    recalls = ", ".join(f"{r} {100 * right[r] / have[r]:.0f} of {have[r]}" for r in REGISTERS)
    return f"{name}: {100 * sum(right.values()) / len(outcomes):.0f} of {len(outcomes)}; {recalls}"


def main(arguments: Sequence[str]) -> None:
    """Measure each war by the others, fit on all and write; read the held-out wars where asked."""
    sets = known()
    tuned = {conflict.name for conflict in conflicts("tuned")}
    outcomes: dict[str, list[tuple[Register, Register]]] = {"short texts": [], "tuned": []}
    for name, statements in sets.items():
        others = [one for other, told in sets.items() if other != name for one in told]
        weights = weights_of(others)
        place = "tuned" if name in tuned else "short texts"
        outcomes[place] += [
            (one.register, chosen(one.signs, weights)) for one in statements if one.measured
        ]
    for place, read in outcomes.items():
        print(_line(f"{place}, each war by the others", read))
    weights = weights_of([one for told in sets.values() for one in told])
    if "--held-out" in arguments:
        pairs = [pair for war in wars("held_out") for pair in _told(war)]
        print(_line("held out", [(register, chosen(signs, weights)) for signs, register in pairs]))
    lines = [f'"{sign}" = {list(row)}' for sign, row in weights.items()]
    head = (
        "# Written by evaluation/coding/registers_fit.py; volteface.coding.register_choice tells.\n"
        f"# What each sign adds to: {', '.join(REGISTERS)}.\n"
    )
    TARGET.write_text(f"{head}\n[weights]\n" + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
