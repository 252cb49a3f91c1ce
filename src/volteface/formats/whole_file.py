"""A file that is there as a whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from volteface.errors import UsageError


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Where to write the file, beside its place; it is moved there if nothing went wrong.

    Raises:
        UsageError: The folder does not exist.
    """
    folder = path.absolute().parent
    if not folder.is_dir():
        raise UsageError(f"{path}: its folder does not exist")
    with TemporaryDirectory(prefix=".volteface-", dir=folder) as beside:
        yield Path(beside) / path.name
        (Path(beside) / path.name).replace(path)
