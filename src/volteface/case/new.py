"""A commented case folder to start from."""

import re
import tempfile
from importlib.resources import files
from pathlib import Path

from volteface.errors import UsageError

_ID_LINE = 'id = "my-case"'
_PLAIN_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


def new_case(folder: Path) -> None:
    """Write a case about an invented conflict, every key explained, with a few reports.

    The case's id is the folder's name where that can be an id. Until the last file is written
    nothing stands under the folder's name.

    Raises:
        UsageError: the folder is not empty, is a file, or cannot be written.
    """
    folder = folder.absolute()
    try:
        if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
            raise UsageError(f"{folder} exists and is not an empty folder: give another name")
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".new-case-") as staging:
            staged = Path(staging) / "case"
            _write(staged, folder.name)
            _move(staged, folder)
    except OSError as error:
        place = error.filename or folder
        raise UsageError(f"{folder} cannot be written: {place}: {error.strerror}") from error


def _write(target: Path, name: str) -> None:
    template = Path(str(files("volteface.case"))) / "template"
    for source in sorted(template.rglob("*.*")):
        copy = target / source.relative_to(template)
        copy.parent.mkdir(parents=True, exist_ok=True)
        text = source.read_text("utf-8")
        if _PLAIN_ID.fullmatch(name):
            text = text.replace(_ID_LINE, f'id = "{name}"')
        copy.write_text(text, "utf-8", newline="\n")


def _move(staged: Path, folder: Path) -> None:
    """Into place: in one step, or file by file into an empty folder, where somebody may stand."""
    if not folder.exists():
        staged.rename(folder)
        return
    # case.toml comes last: without it the folder is no case.
    for source in sorted(staged.iterdir(), key=lambda path: path.name == "case.toml"):
        source.rename(folder / source.name)
