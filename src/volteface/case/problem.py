"""One mistake in a case folder, and the words that help to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal, TypeAlias

Severity: TypeAlias = Literal["error", "warning"]

_LISTED = 12
_LIKE = 0.65  # two letters of three, or a swap in a code such as RSU


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, where, and what is allowed.

    An ``error`` keeps the case from loading; a ``warning`` does not. ``line`` counts from 1 and is
    None where the whole file is meant.
    """

    severity: Severity
    file: str
    line: int | None
    message: str

    def __str__(self) -> str:
        """``actors.toml:12: what is wrong``, on one line."""
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return " ".join(f"{place}: {self.message}".split())


def nearest(name: str, allowed: Iterable[str]) -> str | None:
    """The allowed name most like ``name``, letter case aside; None if nothing is like it."""
    by_folded = {candidate.casefold(): candidate for candidate in sorted(allowed, reverse=True)}
    close = get_close_matches(name.casefold(), by_folded, n=1, cutoff=_LIKE)
    return by_folded[close[0]] if close else None


def hint(name: str, allowed: Iterable[str]) -> str:
    """``nearest: x`` if some allowed name is like ``name``, else what is allowed."""
    names = sorted(set(allowed))
    if not names:
        return "there are none"
    close = nearest(name, names)
    if close is not None:
        return f"nearest: {close}"
    more = ", ..." if len(names) > _LISTED else ""
    return f"allowed: {', '.join(names[:_LISTED])}{more}"
