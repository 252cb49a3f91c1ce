"""The machine as one coder of a ledger: its name there, whose ledger it is, what it must reread."""

from volteface.case.schema import Case
from volteface.errors import UsageError
from volteface.ledger.ledger import Ledger

MACHINE = "volteface"
"""The machine's name in the ledger, whatever its version: a new reading replaces its old one."""


def coder_for(case: Case) -> str:
    """The machine's name in the ledger when it reads by this case."""
    return f"{MACHINE}/{case.settings.id}"


def refuse_other_case(ledger: Ledger, case: Case) -> None:
    """A ledger is one case's: two cases would answer from each other's statements.

    Raises:
        UsageError: The machine has read into the ledger by another case.
    """
    others = [c for c in ledger.coders() if c.startswith(f"{MACHINE}/") and c != coder_for(case)]
    if others:
        known = others[0].removeprefix(f"{MACHINE}/")
        raise UsageError(
            f"{ledger.place} is the ledger of the case {known}; "
            f"name another for {case.settings.id} with --ledger"
        )


def outdated(ledger: Ledger, case: Case) -> int:
    """How many reports of the ledger were last read by an older version or state of the case."""
    # Loads the parser, which most that ask of a ledger do without.
    from volteface.coding.reading_key import reading_key  # noqa: PLC0415

    key = reading_key(case)
    return sum(last != key for last in ledger.last_keys(coder_for(case)).values())
