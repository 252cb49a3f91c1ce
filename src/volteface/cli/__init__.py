"""The command line; one file per command, each loaded when it is called."""

import os
import sys
from importlib import import_module
from keyword import iskeyword

import click

from volteface.errors import VoltefaceError

_BY_PURPOSE = {
    "Read and answer": ("run", "read", "verdicts", "compare", "plot", "show", "changes"),
    "Describe a conflict": ("new", "check"),
    "Have the last word": ("review", "correct", "add", "agreement", "learn", "reread"),
    "Ask the war model": (
        "claims", "whatif", "levers", "explain", "settle", "stability", "model",
    ),
    "Forecast": ("forecast", "score"),
    "Exchange": ("export", "import", "share", "join"),
}  # fmt: skip
_COMMANDS = tuple(name for names in _BY_PURPOSE.values() for name in names)
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

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        width = max(map(len, _COMMANDS))
        room = formatter.width - width - 6
        for purpose, names in _BY_PURPOSE.items():
            with formatter.section(purpose):
                found = ((name, self.get_command(ctx, name)) for name in names)
                rows = [(f"{n:{width}}", c.get_short_help_str(room)) for n, c in found if c]
                formatter.write_dl(rows)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="volteface", message="%(prog)s %(version)s")
def volteface() -> None:
    """Read reporting on a conflict: who has moved, how the war works, what would move them.

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
