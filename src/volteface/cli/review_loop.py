"""The conversation of a review: a key, what it does, the next record."""

from typing import TYPE_CHECKING

from volteface.cli import review_screen as screen
from volteface.errors import UsageError
from volteface.review.fields import pairs

if TYPE_CHECKING:
    from rich.console import Console

    from volteface.cli.review_keys import Keys
    from volteface.review.session import Item, Session

_APPROVE = ("a", "\r", "\n")
_NUMBERS = ("1", "2", "3")


def work(session: "Session", keys: "Keys", console: "Console") -> None:
    """Show one record after the other until the queue is empty or the coder stops.

    Args:
        session: The queue; each choice is stored at once.
        keys: Where choices come from.
        console: Where records are shown.

    Raises:
        click.Abort: The coder typed Ctrl-C; what was decided is stored.
    """
    shown: str | None = None
    while (item := session.current()) is not None:
        if item.statement.id != shown:
            screen.show(console, item, session)
            shown = item.statement.id
        key = keys.key()
        if key == "q":
            return
        try:
            if _done(key, item, session, keys, console):
                shown = None
        except UsageError as error:
            screen.told(console, str(error))
    screen.told(console, "nothing is left to review")


def _done(key: str, item: "Item", session: "Session", keys: "Keys", console: "Console") -> bool:
    """Do what a key says; whether another record is to be shown."""
    if key == "u":
        if session.undo() is not None:
            return True
        screen.told(console, "you have decided nothing in this session yet")
    elif key in {"s", " "}:
        session.skip()
        return True
    elif key == "n":
        screen.told(console, "note:")
        text = keys.line()
        if text:
            session.note(item, text)
            screen.told(console, "noted")
    elif _decided(key, item, session, keys, console):
        screen.told_conflict(console, session.conflict)
        return True
    return False


def _decided(key: str, item: "Item", session: "Session", keys: "Keys", console: "Console") -> bool:
    """Let a key decide on the item; whether it did."""
    if key in _APPROVE:
        session.approve(item)
    elif key in _NUMBERS:
        session.pick(item, int(key))
    elif key == "x":
        screen.told(console, "why (Enter for no reason):")
        session.reject(item, keys.line() or None)
    elif key == "e":
        screen.told(console, "field=value, several with ; between (Enter for none):")
        written = [part.strip() for part in keys.line().split(";") if part.strip()]
        if not written:
            return False
        session.correct(item, pairs(written))
    else:
        screen.told(console, screen.HELP if key in {"?", "h"} else screen.KEYS)
        return False
    return True
