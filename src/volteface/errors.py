"""One tree of all errors a user can cause, with exit codes; the message tells how to mend it.

.. code-block:: text

    VoltefaceError                exit 1   anything below
    +-- UsageError                exit 2   the command line asks for something that is not there
    +-- CaseError                 exit 2   a case folder has mistakes, all with file and line
    +-- NothingToReadError        exit 2   no report could be read from the given paths
    +-- ReportError               exit 2   one file is no readable report (skipped in a folder)
    +-- EndpointError             exit 1   a model's service the user named cannot be used
    +-- LedgerError               exit 3   the ledger cannot be opened, is in use, or is no ledger
        +-- LedgerBusyError       exit 3   another run holds the ledger
"""


class VoltefaceError(Exception):
    """Something the user can mend: ``str(error)`` is one clear line a problem."""

    exit_code = 1


class UsageError(VoltefaceError):
    """The command asks for a case, record, actor or date that does not exist."""

    exit_code = 2


class CaseError(VoltefaceError):
    """A case folder has mistakes; ``problems`` holds one line for each, with file and line."""

    exit_code = 2

    def __init__(self, problems: list[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(problems))


class NothingToReadError(VoltefaceError):
    """None of the given paths held a readable report."""

    exit_code = 2


class ReportError(VoltefaceError):
    """One file cannot be read as a report; the message says why."""

    exit_code = 2


class EndpointError(VoltefaceError):
    """The service that was asked to read refuses, or does not answer; what it gave is kept."""


class LedgerError(VoltefaceError):
    """The ledger cannot be opened or written; what it held is untouched."""

    exit_code = 3


class LedgerBusyError(LedgerError):
    """Another run is writing to the ledger."""
