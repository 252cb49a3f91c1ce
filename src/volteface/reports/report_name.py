"""Which files of a folder or an archive are meant as reports, by their names."""

from pathlib import PurePosixPath

from volteface.reports.file_kind import (
    WEB_ARCHIVE_SUFFIXES,
    ZIP_SUFFIX,
    kind_by_name,
)
from volteface.reports.sidecar import SIDECAR_SUFFIX

QUIET_SUFFIXES = frozenset({".toml", ".md"})
QUIET_NAMES = frozenset({"readme", "readme.txt", "license", "license.txt", "__macosx", "thumbs.db"})
ORPHAN = "a sidecar file whose report is not there"


def name_problem(name: str) -> str | None:
    """Why a file of this name, found in a folder or an archive, is not read; None if it is.

    The empty string: not read, and nothing needs to be said.
    """
    pure = PurePosixPath(name)
    suffix = pure.suffix.lower()
    if (
        any(part.startswith(".") for part in pure.parts)
        or suffix in QUIET_SUFFIXES
        or not QUIET_NAMES.isdisjoint(part.lower() for part in pure.parts)
    ):
        return ""
    if kind_by_name(name) is None:
        return f"a {suffix} file: no kind of report (name the file itself to try it as text)"
    return None


def is_web_archive(name: str) -> bool:
    """Whether it is a web archive by its name."""
    return name.lower().endswith(WEB_ARCHIVE_SUFFIXES)


def may_be_report(name: str) -> bool:
    """Whether a file of this name, found in a folder, is opened."""
    if name.lower().endswith(ZIP_SUFFIX) or is_web_archive(name):
        return not name.startswith(".")
    return name_problem(name) is None


def sidecar_of(name: str) -> str | None:
    """The name of the report that a file of this name is the sidecar of; None if it is none."""
    report = name[: -len(SIDECAR_SUFFIX)]
    is_one = (
        name.lower().endswith(SIDECAR_SUFFIX)
        and PurePosixPath(report).suffix != ""
        and may_be_report(report)
    )
    return report if is_one else None
