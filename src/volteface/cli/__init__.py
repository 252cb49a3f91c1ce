"""The command line; one file per command, each loaded when it is called."""

import os
import sys
from importlib import import_module
from keyword import iskeyword

import click

from volteface.errors import VoltefaceError

_COMMANDS = (
    "run", "read", "verdicts", "compare", "plot", "show", "new", "check", "learn", "whatif",
    "claims", "model", "settle", "stability", "add", "correct", "agreement", "review",
    "changes", "reread", "forecast", "score", "levers", "explain",
    "export", "import", "share", "join",
)  # fmt: skip
_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")
_INTERRUPTED = 130


class _Commands(click.Group):
    """Imports a command's module when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        # A module cannot have the name of one of Python's own words.
        name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command: click.Command = import_module(f"{__name__}.{name}").command
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="volteface", message="%(prog)s %(version)s")
def volteface() -> None:
    """Read reporting on a conflict; say who has moved, on whose word, and how sure that is.

    CASE is the name of a bundled case (bosnia, syria) or a case folder of your own.

    \b
    Exit codes: 0 done; 1 failed; 2 the call, the case or the input is wrong;
    3 the ledger cannot be used; 130 stopped by Ctrl-C (what was read is kept).
    """  # noqa: D301 - click takes the backspace for "keep these lines"


def main() -> None:
    """Run the command line; an error a user can mend is one clear message on standard error."""
    for name in _ONE_THREAD:
        os.environ.setdefault(name, "1")
    try:
        code = volteface.main(prog_name="volteface", standalone_mode=False)
    except click.exceptions.Exit as stop:
        code = stop.exit_code
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("stopped; what was stored before is kept", err=True)
        code = _INTERRUPTED
    except VoltefaceError as error:
        click.echo(f"volteface: {error}", err=True)
        code = error.exit_code
    except OSError as error:
        click.echo(f"volteface: {error.filename or 'the system'}: {error.strerror}", err=True)
        code = VoltefaceError.exit_code
    sys.exit(code if isinstance(code, int) else 0)
