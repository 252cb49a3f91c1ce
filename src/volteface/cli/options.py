"""Arguments and options that several commands share."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from volteface.errors import UsageError

F = TypeVar("F", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """A day, month or year: 2012-05-31, 2012-05 or 2012.

    A month or year means its first day, or with ``last`` its last.
    """

    name = "date"

    def __init__(self, *, last: bool = False) -> None:
        self._last = last

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """The day that the text means."""
        if isinstance(value, date):
            return value
        for form, months in (("%Y-%m-%d", 0), ("%Y-%m", 1), ("%Y", 12)):
            try:
                first = datetime.strptime(str(value), form).date()  # noqa: DTZ007 - a day has no zone
            except ValueError:
                continue
            return _end(first, months) if self._last and months else first
        return self.fail(f"{value!r} is no date: write 2012-05-31, 2012-05 or 2012", param, ctx)


def _end(first: date, months: int) -> date:
    month = first.month - 1 + months
    following = date(first.year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)


def ledger_option(function: F) -> F:
    """``--ledger``."""
    return click.option(
        "--ledger",
        envvar="VOLTEFACE_LEDGER",
        metavar="URL",
        help="Where the ledger is: a path or a database URL. [default: CASE.sqlite here]",
    )(function)


def quiet_option(function: F) -> F:
    """``--quiet``."""
    return click.option("-q", "--quiet", is_flag=True, help="No progress and no notes.")(function)


def json_option(function: F) -> F:
    """``--json``."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")(
        function
    )


def workers_option(function: F) -> F:
    """``--workers``."""
    return click.option(
        "--workers",
        type=click.IntRange(min=1, max=64),
        default=1,
        show_default=True,
        help="Processes that read; each uses one thread. The result is the same.",
    )(function)


def draws_options(function: F) -> F:
    """``--draws`` and ``--seed``."""
    drawn = click.option(
        "--draws",
        type=click.IntRange(min=1),
        default=2000,
        show_default=True,
        help="Worlds to run.",
    )
    seeded = click.option(
        "--seed",
        type=click.IntRange(min=0),
        default=0,
        show_default=True,
        help="The same seed gives the same answer.",
    )
    return drawn(seeded(function))


def existing(paths: tuple[str, ...]) -> list[Path]:
    """The paths.

    Raises:
        UsageError: one of them does not exist.
    """
    missing = [path for path in paths if not Path(path).exists()]
    if missing:
        raise UsageError("\n".join(f"{path}: no such file or folder" for path in missing))
    return [Path(path) for path in paths]
